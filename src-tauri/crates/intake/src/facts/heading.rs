//! The heading of a paper claim: «Директору … от Зуевой Анны Петровны», with the name in the genitive.

use crate::pattern::pattern;
use regex::Regex;
use russian::name::{Case, Gender, Part, decline_part, likely_gender_of_part};
use std::sync::LazyLock;

const WORD: &str = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?";
/// The heading stands within so many lines.
const LINES: usize = 14;

static FROM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?i:от(?:\s+кого)?\s*:?|заявитель\s*:?|истец\s*:?|покупатель\s*:?|потребитель\s*:?|отправитель\s*:?)\s*(?i:гр\.|гражданина|гражданки|гр-на|гр-ки|потребителя|покупателя|клиента|клиентки|заявителя|собственника|жителя|жительницы|:)?\s*:?\s*({WORD})\s+({WORD})(?:\s+({WORD}))?(?:\s*(?:,|\(|$|тел|прож|адрес|паспорт|зарег|г\.|\d))"
    ))
});

/// The sender's name in the nominative, when a heading says it.
pub(super) fn sender(body: &str) -> Option<String> {
    let lines = body.lines().map(str::trim).filter(|line| !line.is_empty());
    for line in lines.take(LINES) {
        if line.len() > 300 {
            continue;
        }
        if let Some(found) = FROM.captures(line) {
            let word = |n: usize| found.get(n).map(|word| word.as_str());
            return nominative(word(1)?, word(2)?, word(3));
        }
        // The name alone on the line below «от».
        if line == "от" || line == "от:" {
            let mut below = body
                .lines()
                .map(str::trim)
                .skip_while(|own| *own != line)
                .skip(1);
            let line = format!("от {}", below.find(|line| !line.is_empty())?);
            let found = FROM.captures(&line)?;
            let word = |n: usize| found.get(n).map(|word| word.as_str());
            return nominative(word(1)?, word(2)?, word(3));
        }
    }
    None
}

/// Surname, first name and patronymic, in the nominative whichever of the two cases they are written in.
fn nominative(last: &str, first: &str, middle: Option<&str>) -> Option<String> {
    let by_middle = middle.and_then(|middle| {
        [
            ("овна", Gender::Female, true),
            ("евна", Gender::Female, true),
            ("ична", Gender::Female, true),
            ("ович", Gender::Male, true),
            ("евич", Gender::Male, true),
            ("ьич", Gender::Male, true),
            ("овны", Gender::Female, false),
            ("евны", Gender::Female, false),
            ("ичны", Gender::Female, false),
            ("овича", Gender::Male, false),
            ("евича", Gender::Male, false),
            ("ича", Gender::Male, false),
        ]
        .into_iter()
        .find(|(end, ..)| middle.ends_with(end))
    });
    let joined = |last: &str, first: &str, middle: Option<&str>| match middle {
        Some(middle) => format!("{last} {first} {middle}"),
        None => format!("{last} {first}"),
    };
    if let Some((_, _, true)) = by_middle {
        return Some(joined(last, first, middle));
    }
    let genders = match by_middle {
        Some((_, gender, _)) => vec![gender],
        None if middle.is_none() => vec![Gender::Female, Gender::Male],
        None => return None,
    };
    for gender in genders {
        let Some(own_first) = from_genitive(Part::First, first, gender) else {
            continue;
        };
        if middle.is_none() && likely_gender_of_part(Part::First, &own_first) != Some(gender) {
            continue;
        }
        let own_middle = match middle {
            Some(middle) => Some(from_genitive(Part::Middle, middle, gender)?),
            None => None,
        };
        let own_last = from_genitive(Part::Last, last, gender)?;
        return Some(joined(&own_last, &own_first, own_middle.as_deref()));
    }
    // A name that is in the nominative already.
    likely_gender_of_part(Part::First, first)
        .filter(|_| middle.is_none())
        .map(|_| joined(last, first, None))
}

/// The nominative whose genitive is this word.
fn from_genitive(part: Part, word: &str, gender: Gender) -> Option<String> {
    const ENDINGS: [(&str, &[&str]); 13] = [
        ("ской", &["ская", "ска"]),
        ("цкой", &["цкая", "цка"]),
        ("ой", &["а", "ая"]),
        ("ей", &["а", "я", "ая", "яя"]),
        ("ого", &["ий", "ый", "ой"]),
        ("его", &["ий", "ый"]),
        ("ии", &["ия"]),
        ("ья", &["ий", "ья"]),
        ("ы", &["а"]),
        ("и", &["а", "я", "ь"]),
        ("а", &["", "ий"]),
        ("я", &["й", "ь"]),
        ("", &[""]),
    ];
    const FLEETING: [(&str, &str); 3] = [("Льва", "Лев"), ("Павла", "Павел"), ("Петра", "Пётр")];
    if part == Part::First
        && let Some((_, name)) = FLEETING.iter().find(|(genitive, _)| *genitive == word)
    {
        return Some((*name).to_owned());
    }
    ENDINGS
        .iter()
        .filter_map(|(end, others)| Some((word.strip_suffix(end)?, others)))
        .flat_map(|(stem, others)| others.iter().map(move |other| (stem, *other)))
        // Behind a consonant there is no «й».
        .filter(|(stem, other)| {
            *other != "й" || stem.ends_with(['а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я'])
        })
        .map(|(stem, other)| format!("{stem}{other}"))
        .find(|one| decline_part(part, one, Some(gender), Case::Genitive) == word)
}

#[cfg(test)]
mod tests {
    use super::sender;

    #[test]
    fn headings_are_read_in_the_nominative() {
        for (text, name) in [
            (
                "Директору ООО «Лавка чая»\nот Зуевой Анны Петровны,\nг. Пермь",
                "Зуева Анна Петровна",
            ),
            ("от Иванова Петра Ильича\nтел. 8", "Иванов Пётр Ильич"),
            (
                "От кого: Достоевской Марии Сергеевны",
                "Достоевская Мария Сергеевна",
            ),
            (
                "от гражданина Белого Льва Николаевича, проживающего",
                "Белый Лев Николаевич",
            ),
            ("от\nЧерных Ольги Игоревны", "Черных Ольга Игоревна"),
            ("Заявитель: Зуева Анна Петровна", "Зуева Анна Петровна"),
            (
                "от покупателя Шевченко Игоря Андреевича",
                "Шевченко Игорь Андреевич",
            ),
            ("от Ивановой Натальи,", "Иванова Наталья"),
        ] {
            assert_eq!(sender(text).as_deref(), Some(name), "{text}");
        }
        for text in [
            "от Вас жду ответа",
            "От Москвы до Твери, и назад",
            "отказ от Товара Мне",
        ] {
            assert_eq!(sender(text), None, "{text}");
        }
    }
}
