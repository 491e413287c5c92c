//! Where a word may be hyphenated.

use hypher::Lang;

/// Byte offsets at which `word` may be hyphenated. Names, capitals and tokens
/// with digits or signs have none; at least 2 letters stay and 3 go over.
pub(crate) fn hyphenation_points(word: &str, starts_sentence: bool) -> Vec<usize> {
    let core_start = word.len()
        - word
            .trim_start_matches(|c: char| !c.is_alphanumeric())
            .len();
    let core = word.trim_matches(|c: char| !c.is_alphanumeric());
    if core.chars().count() < 5 {
        return Vec::new();
    }
    // In a compound only the long parts are hyphenated.
    let mut points = Vec::new();
    let mut offset = core_start;
    let compound = core.contains('-');
    let mut lead = true;
    for part in core.split('-') {
        let letters = part.chars().count();
        if letters >= if compound { 8 } else { 5 } && part.chars().all(char::is_alphabetic) {
            let mut chars = part.chars();
            let capital = chars.next().is_some_and(char::is_uppercase);
            let shouting = chars.any(char::is_uppercase);
            let russian = part.chars().all(|c| {
                ('а'..='я').contains(&c) || ('А'..='Я').contains(&c) || matches!(c, 'ё' | 'Ё')
            });
            let latin = part.chars().all(|c| c.is_ascii_alphabetic());
            if !shouting && (!capital || starts_sentence && lead) && (russian || latin) {
                let lower = part.to_lowercase();
                let language = if russian {
                    Lang::Russian
                } else {
                    Lang::English
                };
                let mut at = 0;
                for syllable in hypher::hyphenate_bounded(&lower, language, 2, 3) {
                    at += syllable.len();
                    if at < part.len()
                        && lower.len() == part.len()
                        && (!russian || can_part(&lower[..at], &lower[at..]))
                    {
                        points.push(offset + at);
                    }
                }
            }
        } else if !compound {
            return Vec::new();
        }
        if part.chars().any(|c| !c.is_alphabetic()) {
            return Vec::new();
        }
        offset += part.len() + 1;
        lead = false;
    }
    points
}

/// Whether Russian spelling lets a word be parted so: each part has a vowel, and
/// no line begins with a letter that no syllable begins with.
fn can_part(left: &str, right: &str) -> bool {
    let vowel = |part: &str| part.contains(['а', 'е', 'ё', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я']);
    vowel(left) && vowel(right) && !right.starts_with(['ь', 'ъ', 'й', 'ы'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(word: &str, sentence: bool) -> String {
        let mut out = word.to_owned();
        for p in hyphenation_points(word, sentence).into_iter().rev() {
            out.insert(p, '|');
        }
        out
    }

    #[test]
    fn words_are_hyphenated_but_names_numbers_and_capitals_are_not() {
        assert_eq!(parts("требование,", false), "тре|бо|ва|ние,");
        assert_eq!(parts("Иванова", false), "Иванова");
        assert_ne!(parts("Настоящим", true), "Настоящим");
        for word in [
            "РОССИЯ",
            "ИСХ-2026/0001",
            "mail@example.org",
            "а1б2в3г4",
            "ООО",
            "ещё",
        ] {
            assert_eq!(parts(word, true), word);
        }
        assert!(parts("consideration", false).contains('|'));
        assert!(!parts("флэшка", false).starts_with("фл|"));
    }
}
