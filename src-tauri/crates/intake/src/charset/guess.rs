//! A guess of the charset, where none is declared or the declared one is plainly wrong.
//!
//! `chardetng` guesses well from a sentence or two on, in any language, but takes Russian capitals of one
//! charset for small letters of another. So Russian is weighed by how natural its pairs of letters are, with a
//! word from `chardetng`; whatever is not Russian is left to `chardetng`.

use super::pairs::naturalness;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use mail_parser::decoders::charsets::map::charset_decoder;

/// The charsets of Russian with one byte a letter, with the names that `chardetng` has for them.
const RUSSIAN: [(&str, &str); 5] = [
    ("windows-1251", "windows-1251"),
    // Russian letters stand at the same places in both; Ukrainian ones in this one alone.
    ("koi8-u", "KOI8-U"),
    ("ibm866", "IBM866"),
    ("iso-8859-5", "ISO-8859-5"),
    ("x-mac-cyrillic", "x-mac-cyrillic"),
];

/// A long text shows its charset in its head.
const SAMPLE_BYTES: usize = 16 * 1024;

/// Text read in a charset of this name.
pub(super) fn with(bytes: &[u8], label: &str) -> String {
    charset_decoder(label.as_bytes()).map_or_else(
        || String::from_utf8_lossy(bytes).into_owned(),
        |decoder| decoder(bytes),
    )
}

/// Text in whatever charset is the likeliest; the bytes are not UTF-8.
pub(super) fn likeliest(bytes: &[u8]) -> String {
    russian(bytes).unwrap_or_else(|| {
        // Two letters could be of any language of Europe; most are of its west.
        match high(sample(bytes)) {
            0..3 => with(bytes, "windows-1252"),
            _ => detected(sample(bytes), None)
                .decode_without_bom_handling(bytes)
                .0
                .into_owned(),
        }
    })
}

/// Whether the bytes are text that switches its charset by escape sequences, as Japanese mail does.
pub(super) fn is_japanese_mail(bytes: &[u8]) -> bool {
    bytes.contains(&0x1b) && detected(sample(bytes), None).name() == "ISO-2022-JP"
}

/// Russian text in one of its single-byte charsets, or `None` when the bytes make no Russian words in any.
pub(super) fn russian(bytes: &[u8]) -> Option<String> {
    best_russian(bytes).map(|(label, _)| with(bytes, label))
}

/// As [`russian`], where it is much more natural than the text that the declared charset makes.
pub(super) fn russian_instead(bytes: &[u8], declared: &str) -> Option<String> {
    let (label, points) = best_russian(bytes)?;
    let shown = &declared[..declared.floor_char_boundary(SAMPLE_BYTES)];
    let (own, letters) = naturalness(shown);
    let needed = i64::try_from(high(sample(bytes))).unwrap_or(i64::MAX);
    // A text that is natural as it is declared is left alone, whatever else its bytes could be.
    let stands = letters * 4 >= needed * 3 && own >= letters;
    (!stands && points - own >= needed.max(4)).then(|| with(bytes, label))
}

/// The likeliest charset of Russian, and how natural the text is in it.
fn best_russian(bytes: &[u8]) -> Option<(&'static str, i64)> {
    let sample = sample(bytes);
    let high = high(sample);
    // One strange letter is an accent or a quotation mark, not a language.
    if high < 2 {
        return None;
    }
    let likely = detected(sample, Some(b"ru")).name();
    let (_, points, letters, label) = RUSSIAN
        .into_iter()
        .map(|(label, name)| {
            let (points, letters) = naturalness(&with(sample, label));
            let favoured = if name == likely { letters / 3 } else { 0 };
            // Nobody has written mail on such a computer for twenty years.
            let rare = if name == "x-mac-cyrillic" { 2 } else { 0 };
            (points + favoured - rare, points, letters, label)
        })
        .max_by_key(|(favoured, ..)| *favoured)?;
    let enough = if letters >= 20 { letters } else { letters / 3 };
    (points >= enough && letters * 2 >= i64::try_from(high).unwrap_or(i64::MAX))
        .then_some((label, points))
}

fn sample(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len().min(SAMPLE_BYTES)]
}

pub(super) fn high(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte >= 0x80).count()
}

fn detected(sample: &[u8], country: Option<&[u8]>) -> &'static encoding_rs::Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(sample, true);
    detector.guess(country, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::likeliest;
    use encoding_rs::{
        Encoding, IBM866, ISO_8859_5, KOI8_R, KOI8_U, SHIFT_JIS, WINDOWS_1250, WINDOWS_1251,
        WINDOWS_1253,
    };

    fn read(text: &str, charset: &'static Encoding) -> String {
        let (bytes, _, lost) = charset.encode(text);
        assert!(!lost, "{text} has no place in {}", charset.name());
        likeliest(&bytes)
    }

    /// Subjects and file names are no sentences, and some are all capitals.
    #[test]
    fn a_few_russian_words_are_read() {
        for charset in [WINDOWS_1251, KOI8_R, IBM866, ISO_8859_5] {
            for text in [
                "Претензия",
                "Жалоба",
                "Возврат денег",
                "чек",
                "договор 77.pdf",
                "Фото чайника, 2 шт",
                "ПРЕТЕНЗИЯ",
                "ЖАЛОБА НА МАГАЗИН",
                "ВЕРНУТЬ ДЕНЬГИ",
                "ПРЕТЕНЗИЯ ПО КАЧЕСТВУ ТОВАРА",
                "Иванов И. И.",
                "Ответ нужен до 5 декабря!!!",
            ] {
                assert_eq!(read(text, charset), text, "{}", charset.name());
            }
        }
        assert_eq!(read("ООО «ВЕКТОР»", WINDOWS_1251), "ООО «ВЕКТОР»");
        let shouted =
            "ТРЕБУЮ ВЕРНУТЬ ДЕНЬГИ ЗА ЧАЙНИК, КОТОРЫЙ СЛОМАЛСЯ ЧЕРЕЗ НЕДЕЛЮ ПОСЛЕ ПОКУПКИ!";
        for charset in [WINDOWS_1251, KOI8_R, IBM866, ISO_8859_5] {
            assert_eq!(read(shouted, charset), shouted, "{}", charset.name());
        }
    }

    /// Word by word, of which no guess can be always right.
    #[test]
    fn single_words_are_mostly_read() {
        const TEXT: &str = "Здравствуйте купила в вашем магазине электрический чайник через неделю он \
            перестал включаться на корпусе появилась трещина продавец отказался принять товар обратно \
            сославшись на отсутствие упаковки прошу вернуть уплаченную сумму либо заменить изделие на \
            исправное ответ направьте письменно по адресу указанному ниже приложение копия чека \
            фотографии дефекта гарантийный талон переписка с менеджером дата подпись расшифровка";
        for charset in [WINDOWS_1251, KOI8_R, IBM866, ISO_8859_5] {
            let words: Vec<&str> = TEXT.split(' ').filter(|word| word.len() > 6).collect();
            let right = words
                .iter()
                .filter(|word| read(word, charset) == **word)
                .count();
            assert!(
                right * 100 >= words.len() * 95,
                "{}: {right} of {}",
                charset.name(),
                words.len()
            );
        }
    }

    #[test]
    fn other_languages_are_read_from_a_sentence_on() {
        for (text, charset) in [
            (
                "Proszę o zwrot pieniędzy za wadliwy czajnik. Z poważaniem Małgorzata Wójcik",
                WINDOWS_1250,
            ),
            (
                "Прошу повернути гроші за чайник, він протікає і не вмикається. Її адреса нижче.",
                KOI8_U,
            ),
            (
                "Παρακαλώ επιστρέψτε τα χρήματα για τον βραστήρα, χάλασε μετά από μία εβδομάδα. Ευχαριστώ πολύ.",
                WINDOWS_1253,
            ),
            ("やかんの代金を返してください。壊れています。", SHIFT_JIS),
        ] {
            assert_eq!(read(text, charset), text, "{}", charset.name());
        }
    }
}
