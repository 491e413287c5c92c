//! Grounds of a refusal that were taken from the program's list and that nobody read in the act.

use super::finding::{Finding, Findings, Group, Place, Rule};
use crate::text::{Content, LetterText};
use complaint::Language;

const UNREAD: Rule = Rule::should("ground.unread").about(Group::Safe);
const OTHER_LANGUAGE: Rule = Rule::should("ground.language");

/// Notes the blocks that name a ground which nobody compared with the act, and a ground in another language than the
/// letter's. `named` gives the grounds in a text, each as a letter in Russian and one in English name it.
pub fn unread_grounds<'a>(
    letter: &LetterText,
    named: impl Fn(&str) -> Vec<(&'a str, &'a str)>,
) -> Vec<Finding> {
    let mut found = Findings::default();
    for block in &letter.blocks {
        // The complainant's words are quoted, not said.
        if matches!(block.content, Content::Quote { .. }) {
            continue;
        }
        let text = block.reads();
        let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        for (ru, en) in named(&text) {
            let place = || Place::chars(Some(&block.id), (0, length));
            found.note(
                UNREAD,
                place(),
                format!("Статья названа по памяти программы, с текстом закона её никто не сверял: прочтите её, прежде чем ссылаться ({ru})."),
                format!("The article is named from the program's memory and nobody compared it with the law: read it before you cite it ({en})."),
            );
            let russian = text.contains(|c: char| matches!(c, 'а'..='я' | 'А'..='Я'));
            match letter.language {
                Language::En if russian => {
                    found.note(OTHER_LANGUAGE, place(),
                        format!("Письмо на английском, а основание названо по-русски. По-английски: {en}."),
                        format!("The letter is in English and the ground is named in Russian. In English: {en}."));
                }
                Language::Ru if text.contains(en) => {
                    found.note(OTHER_LANGUAGE, place(),
                        format!("Письмо на русском, а основание названо по-английски. По-русски: {ru}."),
                        format!("The letter is in Russian and the ground is named in English. In Russian: {ru}."));
                }
                Language::Ru | Language::En => {}
            }
        }
    }
    found.into_list()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{ready_letter, reword};
    use complaint::LetterKind;

    const RU: &str = "пункт 6 статьи 18 Закона";
    const EN: &str = "Article 18(6) of the Law";

    fn rules(letter: &LetterText) -> Vec<String> {
        let named = |text: &str| {
            let has = text.contains(RU) || text.contains(EN);
            if has { vec![(RU, EN)] } else { Vec::new() }
        };
        let found = unread_grounds(letter, named);
        assert!(
            found
                .iter()
                .all(|f| !f.message_ru.is_empty() && !f.message_en.is_empty())
        );
        found.into_iter().map(|f| f.rule).collect()
    }

    #[test]
    fn a_ground_from_memory_is_told_where_a_letter_names_it() {
        let (mut letter, _) = ready_letter(LetterKind::FinalRefusal);
        assert_eq!(rules(&letter), [""; 0]);
        reword(&mut letter, "/reasons/2", &format!("Основание: {RU}."));
        assert_eq!(rules(&letter), ["ground.unread"]);
        letter.language = Language::En;
        assert_eq!(rules(&letter), ["ground.unread", "ground.language"]);
        reword(&mut letter, "/reasons/2", &format!("Based on {EN}."));
        assert_eq!(rules(&letter), ["ground.unread"]);
        letter.language = Language::Ru;
        assert_eq!(rules(&letter), ["ground.unread", "ground.language"]);
    }
}
