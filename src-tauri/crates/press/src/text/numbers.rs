//! Numbers as a careful typist sets them: a dash between the ends of a range, blanks
//! between the groups of a long sum.

use crate::model::Language;
use crate::text::tagged::{NBSP, Tagged, at, before, is_blank};

/// Beginnings of what is counted in ranges: «5–7 дней». Behind anything else a hyphen may be
/// part of a house number, a telephone or an article.
const COUNTED_RU: [&str; 32] = [
    "дн",
    "рабоч",
    "календарн",
    "сут",
    "час",
    "мин",
    "недел",
    "месяц",
    "год",
    "лет",
    "процент",
    "руб",
    "коп",
    "тыс",
    "млн",
    "страниц",
    "лист",
    "человек",
    "раз",
    "шт",
    "экз",
    "этаж",
    "январ",
    "феврал",
    "март",
    "апрел",
    "мая",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
];
const COUNTED_RU_WHOLE: [&str; 13] = [
    "г",
    "гг",
    "ч",
    "л",
    "м",
    "см",
    "мм",
    "км",
    "кг",
    "%",
    "₽",
    "ноября",
    "декабря",
];
const COUNTED_EN: [&str; 22] = [
    "day", "working", "business", "calendar", "hour", "minute", "week", "month", "year", "page",
    "per cent", "sheet", "people", "times", "%", "January", "February", "March", "April", "June",
    "October", "December",
];

/// Words before a range of what is numbered: «с. 5–7».
const NUMBERED_RU: [&str; 13] = [
    "с.",
    "стр.",
    "ст.",
    "пп.",
    "л.",
    "гл.",
    "статьи",
    "статей",
    "пункты",
    "пунктов",
    "страницы",
    "страниц",
    "листы",
];
const NUMBERED_EN: [&str; 8] = [
    "pp.",
    "pages",
    "articles",
    "Articles",
    "sections",
    "clauses",
    "Nos.",
    "paragraphs",
];

/// The longest number whose hyphen may stand for a range.
const MOST_DIGITS: usize = 4;

/// A hyphen between two numbers becomes a dash where a range of something is meant.
pub(crate) fn ranges(text: &mut [Tagged], language: Language, open: &dyn Fn(u32) -> bool) {
    for i in 1..text.len().saturating_sub(1) {
        if text[i].0 != '-' || !open(text[i].1) {
            continue;
        }
        let from = digits_before(text, i);
        let to = digits_after(text, i + 1);
        if !(1..=MOST_DIGITS).contains(&(i - from)) || !(1..=MOST_DIGITS).contains(&(to - i - 1)) {
            continue;
        }
        let value = |range: &[Tagged]| {
            range
                .iter()
                .fold(0, |n, t| n * 10 + t.0 as u32 - '0' as u32)
        };
        let stands_alone = !glued(before(text, from)) && (ends(text, to) || !glued(at(text, to)));
        if stands_alone
            && word_before(text, from) != "№"
            && value(&text[from..i]) < value(&text[i + 1..to])
            && (counts(&word_after(text, to), language) || numbered(text, from, language))
        {
            text[i].0 = '–';
        }
    }
}

/// Whether a sign makes a number a part of something longer.
fn glued(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(
            c,
            '-' | '–' | '/' | '.' | ',' | '№' | '+' | '_' | '@' | '\\'
        )
}

/// Whether a number ends a sentence or a part of one there: what follows its stop or comma
/// is no further digit or letter.
fn ends(text: &[Tagged], to: usize) -> bool {
    matches!(at(text, to), '.' | ',') && !at(text, to + 1).is_alphanumeric()
}

/// How many words are looked at for the one that says what is numbered. Nobody lists more numbers behind it, and text
/// of strangers may be a long row of nothing else.
const MOST_NUMBERS: usize = 24;

/// Whether a word before the number says what is numbered, be it before numbers that come
/// first: «с. 3, 5–7 и 9–12».
fn numbered(text: &[Tagged], from: usize, language: Language) -> bool {
    let mut to = from;
    for _ in 0..MOST_NUMBERS {
        let word = word_before(text, to);
        if numbers(&word, language) {
            return true;
        }
        let figures = word.trim_end_matches(',');
        let number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '–');
        let goes_on = matches!(figures, "и" | "and") || figures.chars().all(number);
        if word.is_empty() || !goes_on {
            return false;
        }
        to -= word.chars().count() + usize::from(is_blank(before(text, to)));
    }
    false
}

fn counts(word: &str, language: Language) -> bool {
    let bare = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '»', '”']);
    match language {
        Language::Ru => {
            let low = bare.to_lowercase();
            COUNTED_RU.iter().any(|w| low.starts_with(w)) || COUNTED_RU_WHOLE.contains(&bare)
        }
        Language::En => COUNTED_EN.iter().any(|w| bare.starts_with(w)),
    }
}

fn numbers(word: &str, language: Language) -> bool {
    let bare = word.trim_start_matches(['(', '«', '“', '[']);
    match language {
        Language::Ru => NUMBERED_RU.contains(&bare),
        Language::En => NUMBERED_EN.contains(&bare),
    }
}

/// A long sum in one piece gets its groups: «12 901,50», «45 000 руб.». A number that is no
/// sum (of an order, of an account) stays as it is.
pub(crate) fn groups(text: &mut Vec<Tagged>, language: Language, open: &dyn Fn(u32) -> bool) {
    if language != Language::Ru {
        return;
    }
    let mut i = 0;
    while i < text.len() {
        if !text[i].0.is_ascii_digit() {
            i += 1;
            continue;
        }
        let end = digits_after(text, i);
        let decimals = matches!(at(text, end), ',')
            && digits_after(text, end + 1) == end + 3
            && !glued(at(text, end + 3));
        let unit = word_after(text, if decimals { end + 3 } else { end }).to_lowercase();
        let of_money = unit.starts_with("руб") || unit.starts_with('₽') || unit == "р.";
        let numbered = word_before(text, i) == "№";
        let sum = (5..=13).contains(&(end - i))
            && !glued(before(text, i))
            && !numbered
            && (decimals || of_money && !glued(at(text, end)))
            && text[i..end].iter().all(|t| open(t.1));
        let mut length = end - i;
        if sum {
            let mut place = end;
            while place - i > 3 {
                place -= 3;
                let tag = text[place].1;
                text.insert(place, (NBSP, tag));
                length += 1;
            }
        }
        i += length;
    }
}

fn digits_before(text: &[Tagged], end: usize) -> usize {
    let digits = text[..end]
        .iter()
        .rev()
        .take_while(|t| t.0.is_ascii_digit());
    end - digits.count()
}

fn digits_after(text: &[Tagged], from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    from + rest.iter().take_while(|t| t.0.is_ascii_digit()).count()
}

/// The word behind a number and one blank; what is glued to it counts as well.
fn word_after(text: &[Tagged], from: usize) -> String {
    let from = from + usize::from(is_blank(at(text, from)));
    let rest = text.get(from..).unwrap_or_default();
    let word = rest.iter().take_while(|t| !is_blank(t.0) && t.0 != '\n');
    word.map(|t| t.0).take(24).collect()
}

/// The word before a number and one blank.
fn word_before(text: &[Tagged], to: usize) -> String {
    let to = to - usize::from(to > 0 && is_blank(before(text, to)));
    let word = text[..to].iter().rev();
    let word = word.take_while(|t| !is_blank(t.0) && t.0 != '\n').take(24);
    let back: Vec<char> = word.map(|t| t.0).collect();
    back.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str, language: Language) -> String {
        let mut tagged: Vec<Tagged> = text.chars().map(|c| (c, 0)).collect();
        ranges(&mut tagged, language, &|_| true);
        groups(&mut tagged, language, &|_| true);
        let all = tagged.into_iter();
        all.map(|t| if t.0 == NBSP { '~' } else { t.0 }).collect()
    }

    #[test]
    fn a_range_has_a_dash_and_a_number_in_two_parts_its_hyphen() {
        for (text, wanted) in [
            ("за 5-7 рабочих дней", "за 5–7 рабочих дней"),
            ("5-7 дней, 10-15 %", "5–7 дней, 10–15 %"),
            ("см. с. 5-7 и ст. 18-20", "см. с. 5–7 и ст. 18–20"),
            ("в 2024-2026 гг.", "в 2024–2026 гг."),
            ("с 9-10 ноября", "с 9–10 ноября"),
            ("Смотрите стр. 5-7.", "Смотрите стр. 5–7."),
            (
                "ст. 18-20, а также с. 5-7...",
                "ст. 18–20, а также с. 5–7...",
            ),
            ("с. 3, 5-7, 9-12 и 15-16.", "с. 3, 5–7, 9–12 и 15–16."),
        ] {
            assert_eq!(set(text, Language::Ru), wanted);
        }
        assert_eq!(set("5-7 working days", Language::En), "5–7 working days");
        for text in [
            "ул. Мира, д. 5-7",
            "кв. 5-7, подъезд",
            "8-800-100-20-30",
            "тел. 100-20-30 дней",
            "договор № 5-7 дней",
            "А40-12345/2026",
            "7-5 дней",
            "15-2 дней",
            "п. 4-5.2 дней",
            "ст. 4-5.2",
            "с. 4-5,2",
            "квартиры 3, 5-7.",
            "5-7.",
            "1-12345 дней",
        ] {
            assert_eq!(set(text, Language::Ru), text);
        }
    }

    #[test]
    fn a_long_sum_has_groups_and_a_long_number_has_none() {
        for (text, wanted) in [
            ("12901,50", "12~901,50"),
            ("всего 12901,50 руб.", "всего 12~901,50 руб."),
            ("45000 руб. и 1234567 ₽", "45~000 руб. и 1~234~567 ₽"),
        ] {
            assert_eq!(set(text, Language::Ru), wanted);
        }
        for text in [
            "заказ № 45000 руб",
            "1234,50",
            "ИНН 7827004526",
            "45000 штук",
            "№12901,50",
            "12901,505",
            "A12901,50",
        ] {
            assert_eq!(set(text, Language::Ru), text);
        }
        assert_eq!(set("12901,50", Language::En), "12901,50");
    }
}
