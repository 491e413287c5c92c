//! Which characters of a text can't be set.

use crate::fonts::faces::{FALLBACK, FaceId, has};
use crate::text::clean::clean;
use crate::text::tagged::is_blank;

/// The characters of `text` that no face has, each with its place in `char`s. What is
/// not set at all, as marks of direction, is none of them.
#[must_use]
pub fn unset(text: &str) -> Vec<(u32, char)> {
    let tagged = text.chars().enumerate().map(|(at, c)| (c, at as u32));
    clean(tagged)
        .into_iter()
        .filter(|&(c, _)| !is_blank(c) && !matches!(c, '\n' | '\u{AD}' | '\u{200B}'))
        .filter(|&(c, _)| !has(FaceId::of_text(), c) && !has(FALLBACK, c))
        .map(|(c, at)| (at, c))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_face_has_is_named_with_its_place() {
        assert_eq!(unset("Ответ — «да», № 5; Қазақстан, Հայաստան, ქართული"), []);
        assert_eq!(unset("да 🦊 и 漢"), [(3, '🦊'), (7, '漢')]);
        assert_eq!(unset("\u{F0B7} пункт\u{200E}"), []);
        assert_eq!(unset("а\u{E123}").len(), 1);
    }

    /// The letters of their own that languages of Russia and its neighbours have, small and
    /// capital.
    const ALPHABETS: [(&str, &str); 43] = [
        ("Abkhaz", "ҔҞҚҦҢҨҲҬҶҼҾҘӠӔ ҕҟқҧңҩҳҭҷҽҿҙӡ"),
        ("Adyghe and Kabardian", "Ӏ ӏ"),
        ("Altai", "JӦҤӰ јӧҥӱ"),
        (
            "Armenian",
            "ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
        ),
        ("Azerbaijani", "ÇƏĞIİÖŞÜ çəğıiöşü"),
        ("Bashkir", "ҒҘҠҢӨҪҮҺӘ ғҙҡңөҫүһә"),
        ("Belarusian", "ІЎ іў"),
        ("Bulgarian", "ЪЩЮЯ ъщюя"),
        ("Buryat", "ӨҮҺ өүһ"),
        ("Chukchi", "ӃӇԒ ӄӈԓ"),
        ("Chuvash", "ӐӖҪӲ ӑӗҫӳ"),
        ("Crimean Tatar", "ÂÇĞIİÑÖŞÜ âçğıiñöşü"),
        ("Estonian", "ÄÕÖÜŠŽ äõöüšž"),
        ("Finnish and Karelian", "ÄÖŠŽČ äöšžč"),
        ("Georgian", "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"),
        ("German", "ÄÖÜẞ äöüß"),
        ("Kalmyk", "ӘҖҢӨҮҺ әҗңөүһ"),
        ("Kazakh", "ӘҒҚҢӨҰҮҺІ әғқңөұүһі"),
        ("Khakas", "ҒІҢӦӰӋ ғіңӧӱӌ"),
        ("Khanty", "ӃӅӇӨӚӐ ӄӆӈөӛӑ"),
        ("Komi", "ІӦ іӧ"),
        ("Kyrgyz", "ҢӨҮ ңөү"),
        ("Latvian", "ĀČĒĢĪĶĻŅŠŪŽ āčēģīķļņšūž"),
        ("Lithuanian", "ĄČĘĖĮŠŲŪŽ ąčęėįšųūž"),
        ("Mansi", "ЁӇӢӮ ёӈӣӯ"),
        ("Mari", "ӒҤӦӰӸ ӓҥӧӱӹ"),
        ("Mongolian", "ӨҮ өү"),
        ("Nenets", "Ӈ ӈˮʼ"),
        ("Norwegian", "ÆØÅ æøå"),
        ("Ossetian", "Ӕ ӕ"),
        ("Polish", "ĄĆĘŁŃÓŚŹŻ ąćęłńóśźż"),
        ("Romanian", "ĂÂÎȘȚ ăâîșț"),
        ("Sami", "ҊҎҌӬӅӉӍ ҋҏҍӭӆӊӎ"),
        ("Serbian", "ЂЈЉЊЋЏ ђјљњћџ"),
        ("Tajik", "ҒӢҚӮҲҶ ғӣқӯҳҷ"),
        ("Tatar", "ӘӨҮҖҢҺ әөүҗңһ"),
        ("Turkish", "ÇĞIİÖŞÜ çğıiöşü"),
        ("Turkmen", "ÄÇŇÖŞÜÝŽ äçňöşüýž"),
        ("Tuvan", "ҢӨҮ ңөү"),
        ("Udmurt", "ӜӞӤӦӴ ӝӟӥӧӵ"),
        ("Ukrainian", "ҐЄІЇ ґєії’"),
        ("Uzbek", "ЎҚҒҲ ўқғҳ Oʻ gʻ"),
        ("Yakut", "ҔҤӨҺҮ ҕҥөһү"),
    ];

    #[test]
    fn letters_of_the_languages_of_russia_and_its_neighbours_can_be_set() {
        for (language, letters) in ALPHABETS {
            assert_eq!(unset(letters), [], "{language}");
        }
        // What isn't: the capitals that Georgian has for whole lines, and scripts of the East.
        for (line, count) in [("ᲥᲐᲠᲗᲣᲚᲘ", 7), ("漢字", 2), ("한글", 2), ("ᠮᠣᠩᠭᠣᠯ", 6)]
        {
            assert_eq!(unset(line).len(), count, "{line}");
        }
    }
}
