//! Names of private persons besides the complainant, in a letter that goes to somebody else (152-ФЗ, ст. 7).

use super::finding::{Findings, Group, Place, Rule};
use crate::case::CaseForLetter;
use crate::text::LetterText;
use crate::words::folded::folded;
use crate::words::pattern::{Pattern, chars};

const NAMED: Rule = Rule::should("data.bystander_named").about(Group::Safe);

/// What a private person is in a complaint, and the name behind it; the office's own people are named by
/// their posts, and the check leaves them alone.
static PRIVATE: Pattern = Pattern::new(&[
    r"\b(?:(?i:сосед[а-яё]*|квартирант[а-яё]*|муж[а-яё]{0,2}|жен[а-яё]{0,2}|сын[а-яё]{0,2}|доч[а-яё]{1,4}|",
    r"neighbou?r|tenant)[^\S\n]+((?:\p{Lu}\p{Ll}+)(?:-\p{Lu}\p{Ll}+)?)",
    r"|(?i:г-н[а-яё]{0,2}|г-ж[а-яё]|mr|mrs|ms)\.?[^\S\n]+((?:\p{Lu}\p{Ll}+)(?:-\p{Lu}\p{Ll}+)?)",
    // Behind these a town, a bank or a pronoun stands as often: only what is built as a surname counts.
    r"|(?i:жил(?:ец|ьца|ьцу|ьцом|ьце|ица|ицы|ице|ицу|ицей)|граждан(?:ин|ина|ину|ином|ине|ка|ки|ке|ку|кой)|",
    r"покупател[а-яё]*|клиент[а-яё]*|пациент[а-яё]*)[^\S\n]+",
    r"(\p{Lu}\p{Ll}+(?:[оеё]в|[иы]н|енко|[ую]к|дзе|швили|ян)(?:а|у|ым|ом|е|ой|ых)?\b))",
]);

/// Notes a private person who is named beside the complainant.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    if !letter.kind.is_read_by_others() {
        return;
    }
    let known = folded(&format!(
        "{} {}",
        case.matter.complainant.name, case.writer_words.particulars.recipient.name
    ));
    let heading = ("heading", letter.heading.clone());
    let blocks = letter.blocks.iter();
    let blocks = blocks.map(|block| (block.id.as_str(), block.reads()));
    for (id, text) in [heading].into_iter().chain(blocks) {
        let Some(pattern) = PRIVATE.regex() else {
            continue;
        };
        for hit in pattern
            .captures_iter(&text)
            .filter_map(|hit| (1..4).find_map(|group| hit.get(group)))
        {
            // The ends of a name change; its first letters don't.
            let stem: String = folded(hit.as_str()).chars().take(4).collect();
            if known.contains(&stem) {
                continue;
            }
            found.note(
                NAMED,
                Place::chars(Some(id), (chars(&text, hit.start()), chars(&text, hit.end()))),
                format!("«{}» — другой человек, а письмо уходит на сторону: назвать его можно, если он согласен или так велит закон (152-ФЗ ст. 7). Уберите имя здесь, а если оно пришло из темы обращения — и в ней.", hit.as_str()),
                format!("“{}” is another person, and the letter goes to somebody else: name them with their consent or where the law says so (152-FZ article 7). Take the name out here, and in the subject of the complaint if it comes from there.", hit.as_str()),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{ready_letter, reword};
    use complaint::LetterKind;

    fn notes(kind: LetterKind, words: &str) -> usize {
        let (mut letter, mut case) = ready_letter(kind);
        case.matter.complainant.name = "Соколова Марина Львовна".into();
        letter.heading = "О направлении обращения".into();
        letter.blocks.truncate(1);
        let id = letter.blocks[0].id.clone();
        reword(&mut letter, &id, words);
        Findings::of(|found| check(&letter, &case, found))
            .list()
            .len()
    }

    #[test]
    fn another_private_person_is_remarked_and_nobody_else() {
        for words in [
            "Предмет обращения: соседка Лаврова шумит ночью.",
            "Шум у соседа Петренко.",
            "Жалоба на г-на Иванова.",
            "Покупателя Петрова мы не знаем.",
            "The neighbour Lavrova is noisy.",
        ] {
            assert_eq!(notes(LetterKind::Forwarding, words), 1, "{words}");
            assert_eq!(notes(LetterKind::FinalRefusal, words), 0, "{words}");
        }
        for words in [
            "Предмет обращения: соседка шумит ночью.",
            "Мастер Петров осмотрел чайник.",
            "Обращение прислал покупатель Соколова Марина Львовна.",
            "Соседи сверху шумят. Ответ прилагаем.",
            "Мы ответили покупателю. Просим учесть это.",
            "Правила для покупателей Вашей площадки мы соблюдаем.",
            "Паспорт гражданина Российской Федерации не понадобится.",
            "Счёт клиента Сбербанка проверен.",
            "Мы написали жильцам. Мы проверили кран.",
            "Ответили соседу\nПросим учесть это.",
        ] {
            assert_eq!(notes(LetterKind::Forwarding, words), 0, "{words}");
        }
    }
}
