//! A guess of the charset, where none is declared or the declared one is plainly wrong.

use mail_parser::decoders::charsets::map::charset_decoder;

pub(super) fn with(bytes: &[u8], label: &str) -> String {
    charset_decoder(label.as_bytes()).map_or_else(
        || String::from_utf8_lossy(bytes).into_owned(),
        |decoder| decoder(bytes),
    )
}

/// Russian text in one of the single-byte charsets used for it, or `None` when
/// the bytes make no Russian words in any.
pub(super) fn russian(bytes: &[u8]) -> Option<String> {
    // A long text shows its charset in its head.
    let sample = &bytes[..bytes.len().min(16 * 1024)];
    let high = sample.iter().filter(|b| **b >= 0x80).count() as i64;
    // One strange letter is an accent or a quotation mark, not a language.
    if high < 2 {
        return None;
    }
    let (score, label) = ["windows-1251", "koi8-r", "ibm866", "iso-8859-5"]
        .into_iter()
        .map(|label| (russian_score(&with(sample, label)), label))
        .max_by_key(|(score, _)| *score)?;
    (score * 2 >= high).then(|| with(bytes, label))
}

/// How Russian a text looks: letters that continue a word in the same script
/// and case count for it; capitals inside words, Latin neighbours and rare
/// signs count against it.
fn russian_score(text: &str) -> i64 {
    let mut score = 0;
    let mut before = ' ';
    for c in text.chars() {
        let lower = matches!(c, 'а'..='я' | 'ё');
        let upper = matches!(c, 'А'..='Я' | 'Ё');
        let after_letter = matches!(before, 'а'..='я' | 'ё' | 'А'..='Я' | 'Ё');
        score += match () {
            () if (lower || upper) && before.is_ascii_alphabetic() => -3,
            () if c.is_ascii_alphabetic() && after_letter => -3,
            () if lower
                && matches!(c, 'о' | 'е' | 'а' | 'и' | 'н' | 'т' | 'с' | 'р' | 'в' | 'л') =>
            {
                2
            }
            () if lower => 1,
            () if upper && matches!(before, 'а'..='я') => -2,
            () if upper => 1,
            () if matches!(c, '№' | '«' | '»' | '—' | '–' | '\u{a0}' | '…') => 0,
            () if c.is_ascii() => 0,
            () => -2,
        };
        before = c;
    }
    score
}
