//! Who signs, as a letter of either language names them.

use super::latin::latin;
use crate::words::clean::clean_line;
use complaint::{Language, Signatory};
use russian::name::{FullName, Order};

/// A signatory's name as it stands under a letter: initials before the surname.
pub fn signed(name: &str, language: Language) -> String {
    let name = clean_line(name);
    if language == Language::En {
        let full = FullName::parse(&latin(&name));
        return initials_first(&full).unwrap_or_else(|| latin(&name));
    }
    let full = FullName::parse(&name);
    initials_first(&full).unwrap_or(name)
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
    }
}
