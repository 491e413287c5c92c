//! Who signs, as a letter of either language names them.

use super::latin::{is_cyrillic, latin};
use crate::words::clean::clean_line;
use complaint::{Language, Signatory};
use russian::name::{FullName, Order};

/// A signatory's name as it stands under a letter: initials before the surname.
pub fn signed(name: &str, language: Language) -> String {
    let name = clean_line(name);
    // A name in Latin letters stands as its bearer writes it: who knows which of its words
    // is the surname.
    if language == Language::En && !is_cyrillic(&name) {
        return name;
    }
    let full = FullName::parse(&name);
    match language {
        Language::Ru => initials_first(&full).unwrap_or(name),
        Language::En => {
            let full = FullName {
                last: latin(&full.last),
                first: latin(&full.first),
                middle: latin(&full.middle),
            };
            initials_first(&full).unwrap_or_else(|| latin(&name))
        }
    }
}

fn initials_first(full: &FullName) -> Option<String> {
    (!full.last.is_empty() && !full.first.is_empty()).then(|| full.initials(Order::FirstLast))
}

/// The signatory as a letter of that language names the post.
pub fn signatory(signatory: &Signatory, language: Language) -> Signatory {
    let english = clean_line(&signatory.post_en);
    let post = match language {
        Language::En if !english.is_empty() => english,
        Language::En | Language::Ru => signatory.post.clone(),
    };
    Signatory {
        post,
        post_en: String::new(),
        ..signatory.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_under_a_letter_has_its_initials_first() {
        assert_eq!(
            signed("Громова Анна Сергеевна", Language::Ru).replace('\u{a0}', " "),
            "А. С. Громова"
        );
        for (name, english) in [
            ("Громова Анна Сергеевна", "A. S. Gromova"),
            ("Шиллер Юлия", "I. Shiller"),
            ("John Smith", "John Smith"),
        ] {
            let signed = signed(name, Language::En).replace('\u{a0}', " ");
            assert_eq!(signed, english);
        }
    }
}
