//! Capitals and exclamation marks that shout.

use super::finding::{Findings, Group, Place, Rule};
use crate::words::pattern::{Pattern, chars};
use std::ops::Range;

const RULE: Rule = Rule::should("tone.shouting").about(Group::Tone);

/// Notes where a text shouts: exclamation marks together, words running in
/// capitals, or one word of reproach in capitals. What stands in quotation
/// marks is a name or somebody else's words.
pub fn check(text: &str, block: Option<&str>, found: &mut Findings) {
    let Some(hit) = shout(text) else { return };
    let place = (chars(text, hit.start), chars(text, hit.end));
    found.note(
        RULE,
        Place::chars(block, place),
        "Заглавные буквы и восклицательные знаки читаются как крик.",
        "Capitals and exclamation marks read as shouting.",
    );
    found.suggest(calm(&text[hit]));
}

/// The first shout of a text, in bytes.
fn shout(text: &str) -> Option<Range<usize>> {
    static SHOUT: Pattern = Pattern::new(&[
        r"[!?]*!\s?!+|(?:\b\p{Lu}+[ \u{a0}]+)+\p{Lu}{2,}\b|\b(?:НИКОГДА|НЕЛЬЗЯ|ОБЯЗАНЫ|САМИ|ВНИМАНИЕ|НИКАК\p{Lu}+|ЗАПРЕЩ\p{Lu}+|КАТЕГОРИЧЕСКИ|ОТКАЗ\p{Lu}*|NEVER|NOT|MUST|YOU|ONLY|REFUSED|WARNING)\b",
    ]);
    let hit = SHOUT.regex()?.find_iter(text).find(|hit| {
        let words: Vec<&str> = hit.as_str().split_whitespace().collect();
        let letters: usize = words.iter().map(|w| w.chars().count()).sum();
        let long = |w: &&&str| w.chars().count() >= 5 && !is_short_for_something(w);
        let named = words.first().is_some_and(|w| FORMS.contains(w));
        let runs = words.len() > 1 && letters >= 8 && words.iter().any(|w| long(&w)) && !named;
        hit.as_str().contains('!')
            || words.len() == 1 && !text[..hit.start()].ends_with('«')
            || runs && !inside_quotes(text, hit.start())
    })?;
    Some(hit.range())
}

/// Legal forms: what follows one in capitals is a firm's name.
const FORMS: [&str; 14] = [
    "ООО", "АО", "ПАО", "ОАО", "ЗАО", "ИП", "НКО", "OOO", "AO", "PAO", "OAO", "ZAO", "LLC", "JSC",
];

fn is_short_for_something(word: &str) -> bool {
    const VOWELS: &str = "АЕЁИОУЫЭЮЯAEIOUY";
    !word.chars().any(|c| VOWELS.contains(c))
        || ["ОГРНИП", "СНИЛС", "КОАП", "РОСПОТРЕБНАДЗОР"].contains(&word)
}

fn inside_quotes(text: &str, at: usize) -> bool {
    let before = &text[..at];
    before.matches('«').count() > before.matches('»').count()
}

/// The same without the shout.
fn calm(shout: &str) -> String {
    if shout.contains(['!', '?']) {
        return if shout.contains('?') { "?" } else { "." }.to_owned();
    }
    shout.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn capitals_shout_and_abbreviations_do_not() {
        let shouts = |text: &str| shout(text).is_some();
        assert!(shouts("Мы НЕ НЕСЁМ ОТВЕТСТВЕННОСТИ"));
        assert!(shouts("ВОЗВРАТ НЕВОЗМОЖЕН"));
        assert!(shouts("Вы САМИ так решили"));
        assert!(shouts("Нет!!!") && shouts("WE ARE NOT RESPONSIBLE"));
        assert!(!shouts("ООО «СЕВЕРНЫЙ ЧАЙНИК» и ИП Иванов"));
        assert!(!shouts(
            "по ГОСТ Р 7.0.97 и СНиП, ОСАГО, КоАП РФ, ИНН 7707083893, ПАО НБКИ"
        ));
        assert!(!shouts("Уважаемая Анна Сергеевна!"));
    }

    #[test]
    fn the_same_is_proposed_without_the_shout() {
        let mut found = Findings::default();
        check("Ответ таков: НЕ ВЕРНЁМ ДЕНЬГИ.", None, &mut found);
        let finding = &found.list()[0];
        assert_eq!((finding.start, finding.end), (13, 29));
        assert_eq!(finding.suggestion.as_deref(), Some("не вернём деньги"));
    }

    proptest! {
        #[test]
        fn no_text_panics(text in any::<String>()) {
            check(&text, None, &mut Findings::default());
        }
    }
}
