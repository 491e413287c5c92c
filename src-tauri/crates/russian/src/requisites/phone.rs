//! Telephone numbers.

use crate::requisites::problem::Problem;

/// The number in E.164, `+7XXXXXXXXXX` for Russia: «8 (495) 123-45-67» becomes `+74951234567`.
///
/// Ten digits without a prefix are taken as Russian; a number of another country needs its plus. An extension, «доб. 12»,
/// stays behind it: `+74951234567 доб. 12`.
///
/// # Errors
/// [`Problem`]
pub fn phone(value: &str) -> Result<String, Problem> {
    let (number, extension) = parted(value);
    let number = whole(number)?;
    Ok(match extension {
        Some(extension) => format!("{number} доб. {extension}"),
        None => number,
    })
}

/// Words before an extension, the longer ones first.
const EXTENSION: &[&str] = &["добавочный", "доб", "внутр", "вн", "ext", "x", "#"];

/// A number and the one to 6 digits of its extension, if there is one.
fn parted(value: &str) -> (&str, Option<&str>) {
    let digits = value.trim_end().trim_end_matches(')');
    let before = digits.trim_end_matches(|c: char| c.is_ascii_digit());
    let extension = &digits[before.len()..];
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ':'));
    let marked = EXTENSION.iter().find_map(|word| {
        let at = before.char_indices().rev().nth(word.chars().count() - 1)?.0;
        (before[at..].to_lowercase() == **word).then(|| &before[..at])
    });
    match marked {
        Some(number) if matches!(extension.len(), 1..=6) => {
            let number = number
                .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ',' | ';'));
            (number, Some(extension))
        }
        _ => (value, None),
    }
}

fn whole(value: &str) -> Result<String, Problem> {
    let value = value.trim();
    if value.is_empty() {
        return Err(Problem::Empty);
    }
    let international = value.starts_with('+');
    let mut d = String::new();
    for (at, c) in value.chars().enumerate() {
        match c {
            '0'..='9' => d.push(c),
            '+' if at == 0 => {}
            '(' | ')' | '-' | '.' | '‐' | '‑' | '–' | '—' | '−' => {}
            c if c.is_whitespace() => {}
            _ => return Err(Problem::WrongCharacter),
        }
        if d.len() > 15 {
            return Err(Problem::WrongLength);
        }
    }
    let russian = match (international, d.len(), d.as_bytes().first()) {
        (_, 11, Some(b'7')) | (false, 11, Some(b'8')) => &d[1..],
        (false, 10, Some(_)) => &d[..],
        (true, 8..=15, Some(b'1'..=b'6' | b'8' | b'9')) => return Ok(format!("+{d}")),
        (true, 8..=15, Some(b'0')) => return Err(Problem::ImpossiblePart),
        _ => return Err(Problem::WrongLength),
    };
    // No Russian area or mobile code begins with 0, 1 or 2; +7 6 and +7 7 are Kazakhstan.
    if matches!(russian.as_bytes()[0], b'0'..=b'2') {
        return Err(Problem::ImpossiblePart);
    }
    Ok(format!("+7{russian}"))
}

/// The number as people write it, its spaces not to be broken at: what is grouped already keeps its groups and its
/// area code, «8 (4822) 34-56-78»; `+74951234567` becomes «+7 495 123-45-67». Other countries' numbers and what is
/// no number stay as they are.
#[must_use]
pub fn phone_readable(value: &str) -> String {
    let (number, extension) = parted(value);
    if let (Ok(_), Some(extension)) = (whole(number), extension) {
        return format!("{}\u{a0}доб.\u{a0}{extension}", phone_readable(number));
    }
    match whole(value) {
        Ok(_) if is_grouped(value) => value.split_whitespace().collect::<Vec<_>>().join("\u{a0}"),
        Ok(e164) if e164.len() == 12 && e164.starts_with("+7") => {
            let parts = [&e164[2..5], &e164[5..8], &e164[8..10], &e164[10..]];
            format!(
                "+7\u{a0}{}\u{a0}{}-{}-{}",
                parts[0], parts[1], parts[2], parts[3]
            )
        }
        _ => value.trim().to_owned(),
    }
}

/// Whether somebody wrote it in groups: a bare row of digits says nothing of where the area code ends.
fn is_grouped(value: &str) -> bool {
    let groups = value.split(|c: char| !c.is_ascii_digit());
    groups.filter(|group| !group.is_empty()).count() > 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn telephone_numbers() {
        for (typed, e164) in [
            ("8 (495) 123-45-67", "+74951234567"),
            ("+7 926 123‑45‑67", "+79261234567"),
            ("9261234567", "+79261234567"),
            ("79261234567", "+79261234567"),
            ("+375 29 123 45 67", "+375291234567"),
            ("+7 701 123 45 67", "+77011234567"),
        ] {
            assert_eq!(phone(typed).as_deref(), Ok(e164), "{typed}");
        }
        assert_eq!(phone("123-45-67"), Err(Problem::WrongLength));
        for with in [
            "доб. 12",
            "доб 12",
            ", доб. 12",
            "(доб. 12)",
            "ext. 12",
            "вн. 12",
            "#12",
            "x12",
            "добавочный 12",
        ] {
            let typed = format!("8 (495) 123-45-67 {with}");
            assert_eq!(
                phone(&typed).as_deref(),
                Ok("+74951234567 доб. 12"),
                "{typed}"
            );
            assert_eq!(phone(&phone(&typed).unwrap()), phone(&typed));
            assert_eq!(
                phone_readable(&typed),
                "8\u{a0}(495)\u{a0}123-45-67\u{a0}доб.\u{a0}12"
            );
        }
        for (typed, shown) in [
            ("+74951234567", "+7\u{a0}495\u{a0}123-45-67"),
            ("84951234567", "+7\u{a0}495\u{a0}123-45-67"),
            ("+7 4951234567", "+7\u{a0}495\u{a0}123-45-67"),
            ("8 (4822) 34-56-78", "8\u{a0}(4822)\u{a0}34-56-78"),
            (" +7 4822  34-56-78 ", "+7\u{a0}4822\u{a0}34-56-78"),
            ("8-800-2000-200", "8-800-2000-200"),
            ("спросить Анну", "спросить Анну"),
        ] {
            assert_eq!(phone_readable(typed), shown, "{typed}");
        }
        for wrong in [
            "8 495 123-45-67 доб.",
            "8 495 123-45-67 доб. 1234567",
            "8 495 123-45-67 спросить Анну",
        ] {
            assert_eq!(phone(wrong), Err(Problem::WrongCharacter), "{wrong}");
        }
        assert_eq!(phone("123 доб. 5"), Err(Problem::WrongLength));
        assert_eq!(phone("+7 095 123 45 67"), Err(Problem::ImpossiblePart));
        assert_eq!(phone(" "), Err(Problem::Empty));
    }

    proptest! {
        #[test]
        fn a_phone_is_its_own_normal_form(n in 3_000_000_000u64..9_999_999_999) {
            let e164 = phone(&n.to_string()).expect("ten digits");
            prop_assert_eq!(phone(&e164), Ok(e164.clone()));
        }
    }
}
