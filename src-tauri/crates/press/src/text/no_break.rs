//! Which blanks a line doesn't break at.

use crate::model::Language;
use crate::text::tagged::{NBSP, Tagged, parts_words};

/// Short words that don't end a line of a heading, which is ragged, so that
/// holding them costs nothing.
const NOT_LAST_RU: [&str; 15] = [
    "без", "для", "до", "за", "из", "или", "на", "не", "ни", "об", "от", "по", "под", "при", "про",
];
const NOT_LAST_EN: [&str; 10] = [
    "an", "and", "at", "by", "for", "in", "of", "on", "the", "to",
];

/// A heading whose prepositions stay with the word they belong to.
pub(crate) fn hold_short_words(heading: &str, language: Language) -> String {
    let short: &[&str] = match language {
        Language::Ru => &NOT_LAST_RU,
        Language::En => &NOT_LAST_EN,
    };
    let mut out = String::with_capacity(heading.len());
    for (at, word) in heading.split(' ').enumerate() {
        if at > 0 {
            let held = out
                .rsplit([' ', NBSP])
                .next()
                .is_some_and(|last| short.contains(&last.to_lowercase().as_str()));
            out.push(if held { NBSP } else { ' ' });
        }
        out.push_str(word);
    }
    out
}

/// Words after which a blank doesn't break.
const HOLD_AFTER_RU: [&str; 57] = [
    "№",
    "§",
    "г.",
    "ул.",
    "д.",
    "кв.",
    "стр.",
    "ст.",
    "п.",
    "пп.",
    "подп.",
    "абз.",
    "гл.",
    "разд.",
    "прил.",
    "рис.",
    "табл.",
    "ред.",
    "оф.",
    "эт.",
    "под.",
    "пр.",
    "просп.",
    "пр-т",
    "пр-д",
    "ш.",
    "наб.",
    "пл.",
    "б-р",
    "бул.",
    "мкр.",
    "дер.",
    "с.",
    "ч.",
    "им.",
    "тел.",
    "пос.",
    "обл.",
    "пер.",
    "г-н",
    "г-ну",
    "г-жа",
    "г-же",
    "корп.",
    "ИНН",
    "КПП",
    "ОГРН",
    "ОГРНИП",
    "БИК",
    "ООО",
    "АО",
    "ПАО",
    "ЗАО",
    "НКО",
    "АНО",
    "ИП",
    "OGRN",
];
const HOLD_AFTER_EN: [&str; 31] = [
    "№",
    "No.",
    "Nos.",
    "No",
    "§",
    "p.",
    "pp.",
    "para.",
    "paragraph",
    "art.",
    "Art.",
    "article",
    "Article",
    "Articles",
    "articles",
    "section",
    "Section",
    "clause",
    "Clause",
    "part",
    "Part",
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
    "OGRN",
    "INN",
    "KPP",
    "BIC",
    "tel.",
    "flat",
];

/// Beginnings of the Russian words for the parts of acts and of addresses: a blank
/// between one of them and its number doesn't break.
const NUMBERED_RU: [&str; 11] = [
    "стать",
    "пункт",
    "подпункт",
    "част",
    "глав",
    "абзац",
    "раздел",
    "приложени",
    "дом",
    "квартир",
    "корпус",
];

/// What a street is, said behind its name: «Лесной пр.».
const STREETS_RU: [&str; 12] = [
    "пр.",
    "просп.",
    "пр-т",
    "пр-д",
    "пер.",
    "ул.",
    "ш.",
    "наб.",
    "пл.",
    "б-р",
    "бул.",
    "туп.",
];

/// Whether a Russian word names a part of an act or of an address.
fn is_numbered(word: &str) -> bool {
    let word = word.to_lowercase();
    NUMBERED_RU.iter().any(|beginning| {
        word.strip_prefix(beginning)
            .is_some_and(|ending| ending.chars().count() <= 3)
    })
}

/// Whether it is a year in figures.
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
}

/// Words before which a blank doesn't break.
const HOLD_BEFORE_RU: [&str; 8] = ["бы", "б", "ли", "ль", "же", "ж", "%", "₽"];

/// Units and months: a blank between a number and one of them doesn't break.
const UNITS_RU: [&str; 37] = [
    "руб",
    "коп",
    "рубль",
    "рубля",
    "рублей",
    "копейка",
    "копейки",
    "копеек",
    "г",
    "гг",
    "л",
    "экз",
    "мм",
    "см",
    "м",
    "км",
    "кг",
    "шт",
    "ч",
    "мин",
    "дн",
    "тыс",
    "млн",
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
    "дня",
    "дней",
];
const UNITS_EN: [&str; 8] = ["RUB", "kg", "mm", "cm", "km", "pp", "roubles", "rubles"];

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Makes blanks unbreakable where a line must not end: after «№», between a
/// number and its unit, within initials.
pub(crate) fn hold_together(text: &mut [Tagged], language: Language, open: &dyn Fn(u32) -> bool) {
    // Words as ranges of characters between blanks.
    let mut words: Vec<(usize, usize)> = Vec::new();
    let mut start = None;
    for i in 0..=text.len() {
        match (start, i < text.len() && !parts_words(text[i].0)) {
            (None, true) => start = Some(i),
            (Some(s), false) => {
                words.push((s, i));
                start = None;
            }
            _ => {}
        }
    }
    let word = |k: usize, text: &[Tagged]| -> String {
        words.get(k).map_or_else(String::new, |&(s, e)| {
            text[s..e].iter().map(|t| t.0).collect()
        })
    };
    for k in 0..words.len().saturating_sub(1) {
        let gap = words[k].1;
        if text[gap].0 != ' ' || words[k + 1].0 != gap + 1 || !open(text[gap].1) {
            continue;
        }
        let left = word(k, text);
        let right = word(k + 1, text);
        let bare = |w: &str| {
            w.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '№' | '§' | '%' | '₽'))
                .to_owned()
        };
        let (lb, rb) = (bare(&left), bare(&right));
        let ends = left.ends_with(['.', ',', ';', ':', '!', '?', ')', '»', '”']);
        let opened = left.trim_start_matches(['(', '«', '“', '„', '[']);
        let digit_end = left.chars().last().is_some_and(|c| c.is_ascii_digit());
        let digit_start = right.chars().next().is_some_and(|c| c.is_ascii_digit());
        let initial = |w: &str| {
            let mut c = w.chars();
            matches!((c.next(), c.next(), c.next()), (Some(a), Some('.'), None) if a.is_uppercase())
        };
        let initials = |w: &str| {
            initial(w) || {
                let n: Vec<char> = w.chars().collect();
                n.len() == 4
                    && n[0].is_uppercase()
                    && n[1] == '.'
                    && n[2].is_uppercase()
                    && n[3] == '.'
            }
        };
        let capital = right.chars().next().is_some_and(char::is_uppercase);
        let named = opened.chars().next().is_some_and(char::is_uppercase);
        let single = !ends && lb.chars().count() == 1 && lb.chars().all(char::is_alphabetic);
        let hold = match language {
            Language::Ru => {
                single
                    && lb
                        .chars()
                        .all(|c| ('а'..='я').contains(&c.to_lowercase().next().unwrap_or(c)))
                    || HOLD_AFTER_RU.contains(&opened)
                        && (digit_start || opened == "№" || opened == "§" || capital)
                    || HOLD_BEFORE_RU.contains(&rb.as_str()) && !ends
                    || digit_end && UNITS_RU.contains(&rb.as_str())
                    || !ends && digit_start && is_numbered(opened)
                    || !ends
                        && named
                        && STREETS_RU.contains(&right.trim_end_matches([',', ';', ')']))
                    || matches!(
                        (opened, rb.as_str()),
                        ("т.", "е" | "д" | "п" | "к" | "ч" | "о")
                    )
            }
            Language::En => {
                single && matches!(lb.as_str(), "a" | "A" | "I")
                    || HOLD_AFTER_EN.contains(&opened) && (digit_start || capital)
                    || digit_end
                        && (UNITS_EN.contains(&rb.as_str()) || MONTHS_EN.contains(&rb.as_str()))
                    || MONTHS_EN.contains(&left.as_str()) && is_year(&rb)
                    || rb == "%"
            }
        };
        // Groups of a long number: 12 500, 1 000 000.
        let left_group = left.chars().rev().take_while(char::is_ascii_digit).count();
        let right_group = right.chars().take_while(char::is_ascii_digit).count();
        let group = (1..=3).contains(&left_group)
            && right_group == 3
            && (left_group == left.chars().count()
                || opened.len() == left_group
                || left_group <= 3 && lb == left)
            && left
                .chars()
                .all(|c| c.is_ascii_digit() || !c.is_alphanumeric());
        // A surname after initials, an initial after an initial.
        let name = initials(opened) && capital && (initial(&right) || rb.chars().count() > 1);
        // The initials after a surname: «Иванову И. П.».
        let after = initials(right.trim_end_matches([',', ';', ')', ':']))
            && lb.chars().count() > 1
            && left.chars().next().is_some_and(char::is_uppercase)
            && !ends;
        if hold || group || name || after {
            text[gap].0 = if initial(opened) && initial(&right) {
                '\u{202F}'
            } else {
                NBSP
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_one_name_or_number_stays_together() {
        let held = |text: &str, language| -> String {
            let mut tagged: Vec<Tagged> = text.chars().map(|c| (c, 0)).collect();
            hold_together(&mut tagged, language, &|_| true);
            tagged
                .into_iter()
                .map(|t| if t.0 == NBSP { '~' } else { t.0 })
                .collect()
        };
        for (text, wanted) in [
            ("дом на Лесной пр., рядом", "дом на Лесной~пр., рядом"),
            ("проверено, в т. ч. шнур", "проверено, в~т.~ч. шнур"),
            ("см. абз. 2 договора", "см. абз.~2 договора"),
            (
                "согласно статье 18 и статьи 6",
                "согласно статье~18 и~статьи~6",
            ),
            ("часть 2 пункта 1.3", "часть~2 пункта~1.3"),
            ("частичная 2", "частичная 2"),
        ] {
            assert_eq!(held(text, Language::Ru), wanted);
        }
        for (text, wanted) in [
            ("OGRN 1027700132195, of", "OGRN~1027700132195, of"),
            ("on 15 November 2026 we", "on 15~November~2026 we"),
            ("under Article 18 we", "under Article~18 we"),
        ] {
            assert_eq!(held(text, Language::En), wanted);
        }
    }

    #[test]
    fn a_preposition_stays_with_its_word_in_a_heading() {
        let held = |text, language| hold_short_words(text, language).replace(NBSP, "~");
        assert_eq!(
            held("О рассмотрении претензии от 14 ноября", Language::Ru),
            "О рассмотрении претензии от~14 ноября"
        );
        assert_eq!(held("от не по ", Language::Ru), "от~не~по~");
        assert_eq!(
            held("Our reply to the claim of 14 November", Language::En),
            "Our reply to~the~claim of~14 November"
        );
        assert_eq!(held("", Language::Ru), "");
    }
}
