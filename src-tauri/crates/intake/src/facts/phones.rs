//! Telephone numbers, in E.164 form and in the groups in which they were written.

use crate::pattern::pattern;
use regex::Regex;
use russian::requisites::{phone, phone_as_written};
use std::sync::LazyLock;

static FORMS: LazyLock<[Regex; 6]> = LazyLock::new(|| {
    [
        // International, with its plus.
        pattern(r"\+\d(?:[ ().\-–]{0,2}\d){9,14}"),
        // Russian with a leading 8 or 7; a town's code has three to five digits.
        pattern(r"\b[78][ \-–.]?\(?\d{3}\)?[ \-–.]?\d{3}[ \-–.]?\d{2}[ \-–.]?\d{2}\b"),
        pattern(
            r"\b[78][ \-–]?\((?:\d{4}\)[ \-–]?\d{2}|\d{5}\)[ \-–]?\d)[ \-–]?\d{2}[ \-–]?\d{2}\b",
        ),
        // Ten digits count only where a word or brackets say what they are.
        pattern(
            r"(?i)(?:тел[а-я]*\.?|моб[а-я]*\.?|звон[а-я]*|whats ?app|вотсап|ватсап|phone|mobile|номер мой|мой номер)[\s:—–-]{0,4}(\(?[3489]\d{2}\)?[ \-–.]?\d{3}[ \-–.]?\d{2}[ \-–.]?\d{2})\b",
        ),
        // Grouped in a way of one's own, as numbers that are free to call are; the code of a network or a town.
        pattern(r"\b[78](?:[ \-–]{1,3}|\s?\()[3489]\d{2}(?:[ \-–)]{1,2}\d{1,4}){2,5}\b"),
        // Ten digits of which brackets show the first three to be a code.
        pattern(r"\([3489]\d{2}\)[ \-–]?\d{3}[ \-–.]?\d{2}[ \-–.]?\d{2}\b"),
    ]
});
/// Words before figures that make them no telephone.
static OTHER_FIGURES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:инн|огрн|огрнип|кпп|бик|р/с|счет[а-я]*|карт[а-я]*|паспорт[а-я]*|снилс|штрихкод|imei|артикул|трек[а-я-]*|№)[\s:№]*$",
    )
});

/// The telephone numbers of a text in E.164, in its order, each once and beside the groups in which it was written.
pub(crate) fn phones_written(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(usize, usize, (String, String))> = Vec::new();
    for (form, regex) in FORMS.iter().enumerate() {
        for hit in regex.captures_iter(text) {
            let Some(number) = hit.get(1).or(hit.get(0)) else {
                continue;
            };
            let (start, end) = (number.start(), number.end());
            let before = &text[text.floor_char_boundary(start.saturating_sub(60))..start];
            let glued = before.ends_with(|c: char| c.is_ascii_digit() || c == '+')
                || text[end..].starts_with(|c: char| c.is_ascii_digit())
                || found.iter().any(|(from, to, _)| start < *to && end > *from);
            if glued || (form > 0 && OTHER_FIGURES.is_match(before)) {
                continue;
            }
            let digits: String = number
                .as_str()
                .chars()
                .filter(char::is_ascii_digit)
                .collect();
            if let Some(e164) = e164(form, &digits) {
                let written = phone_as_written(
                    number
                        .as_str()
                        .strip_prefix("+8")
                        .unwrap_or(number.as_str()),
                );
                let same = written.ok().filter(|it| phone(it).as_ref() == Ok(&e164));
                let written = same.unwrap_or_else(|| e164.clone());
                found.push((start, end, (e164, written)));
            }
        }
    }
    complaint::order::by_key(&mut found, |(start, ..)| *start);
    let mut numbers: Vec<(String, String)> = Vec::new();
    for (_, _, number) in found {
        if !numbers.iter().any(|(known, _)| *known == number.0) {
            numbers.push(number);
        }
    }
    numbers
}

fn e164(form: usize, digits: &str) -> Option<String> {
    match form {
        0 if digits.starts_with('7') && digits.len() != 11 => None,
        // «+8 911 …» is a Russian number dialled from home.
        0 if digits.starts_with('8') && digits.len() == 11 && !digits.starts_with("86") => {
            Some(format!("+7{}", &digits[1..]))
        }
        0 => (10..=15)
            .contains(&digits.len())
            .then(|| format!("+{digits}")),
        1 | 2 | 4 => (digits.len() == 11).then(|| format!("+7{}", &digits[1..])),
        _ => (digits.len() == 10).then(|| format!("+7{digits}")),
    }
}

#[cfg(test)]
mod tests {
    use super::phones_written;

    fn phones(text: &str) -> Vec<String> {
        let found = phones_written(text);
        found.into_iter().map(|(number, _)| number).collect()
    }

    #[test]
    fn numbers_keep_the_groups_of_whoever_wrote_them() {
        for (text, written) in [
            ("Звоните 8 (4822) 34-56-78.", "+7 4822 34-56-78"),
            ("тел.: 911 555 01 42", "+7 911 555-01-42"),
            ("+8 911 555-01-42", "+7 911 555-01-42"),
            ("89115550142", "+79115550142"),
            ("+375 29 555-01-42", "+375295550142"),
        ] {
            let found = phones_written(text);
            let found: Vec<&str> = found.iter().map(|(_, written)| written.as_str()).collect();
            assert_eq!(found, [written], "{text}");
        }
    }

    #[test]
    fn numbers_in_many_forms() {
        for (text, numbers) in [
            ("+7 911 555-01-42", &["+79115550142"][..]),
            ("Тел. 8 (812) 555-01-17", &["+78125550117"]),
            (
                "89115550142, 8-800-555-01-00",
                &["+79115550142", "+78005550100"],
            ),
            ("тел.: 911 555 01 42", &["+79115550142"]),
            ("8 (81378) 5-01-17", &["+78137850117"]),
            ("+375 29 555-01-42", &["+375295550142"]),
            ("ИНН 78125550117, счет 40702810555501420001", &[]),
            (
                "24.10.2026 и 4590 рублей, заказ 84955550117-1",
                &["+74955550117"],
            ),
            ("карта 2200 1234 5678 9012", &[]),
            ("8-800-2000-200", &["+78002000200"]),
            ("8 800 2000 200, 8 (800) 200-0-200", &["+78002000200"]),
            ("8-911-555-0142", &["+79115550142"]),
            ("(911) 555-01-42", &["+79115550142"]),
            ("моб. (911)555-01-42", &["+79115550142"]),
            ("8 900 рублей, 8 900 12 34", &[]),
            ("заказ 8-800-20-1", &[]),
            ("+7(911)5550142 и 8 911 555 01 42", &["+79115550142"]),
        ] {
            assert_eq!(phones(text), numbers, "{text}");
        }
    }
}
