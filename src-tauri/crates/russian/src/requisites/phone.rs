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

/// The number as it is kept: the groups and the area code of whoever wrote it, the leading 8 or +7 made +7, so that
/// «8 (4822) 34-56-78» becomes «+7 4822 34-56-78». A bare row of digits, which says nothing of where its area code
/// ends, is kept as [`phone`] gives it. Both have the same digits, by which a number is found again.
///
/// # Errors
/// [`Problem`]
pub fn phone_as_written(value: &str) -> Result<String, Problem> {
    let (number, extension) = parted(value);
    let whole = whole(number)?;
    let number = groups(number, &whole).map_or(whole, |groups| groups.with(' '));
    Ok(match extension {
        Some(extension) => format!("{number} доб. {extension}"),
        None => number,
    })
}

/// The number as people read it, its blanks not to be broken at: in the groups in which it was written, else by what
/// is known of area codes, «+7 4822 34-56-78». Other countries' numbers and what is no number stay as they are.
#[must_use]
pub fn phone_readable(value: &str) -> String {
    let (number, extension) = parted(value);
    let Ok(whole) = whole(number) else {
        return value.trim().to_owned();
    };
    let number = match groups(number, &whole).or_else(|| Groups::by_area(&whole)) {
        Some(groups) => groups.with('\u{a0}'),
        None if whole.starts_with("+7") => whole,
        None => number.split_whitespace().collect::<Vec<_>>().join("\u{a0}"),
    };
    match extension {
        Some(extension) => format!("{number}\u{a0}доб.\u{a0}{extension}"),
        None => number,
    }
}

/// A Russian number in the parts in which it is read.
struct Groups {
    area: String,
    own: Vec<String>,
}

impl Groups {
    fn with(&self, blank: char) -> String {
        // Numbers that are free to call are dialled with an 8, within the country alone.
        let country = if self.area.starts_with('8') && self.area[1..].starts_with('0') {
            "8"
        } else {
            "+7"
        };
        format!("{country}{blank}{}{blank}{}", self.area, self.own.join("-"))
    }

    fn new(area: &str, own: &str) -> Self {
        let cuts: &[usize] = match own.len() {
            5 => &[1, 2, 2],
            6 => &[2, 2, 2],
            7 => &[3, 2, 2],
            _ => &[own.len()],
        };
        let mut at = 0;
        let own = cuts.iter().map(|cut| {
            at += cut;
            own[at - cut..at].to_owned()
        });
        Self {
            area: area.to_owned(),
            own: own.collect(),
        }
    }

    /// Of a number in E.164, by the area codes of Russia.
    fn by_area(whole: &str) -> Option<Self> {
        let digits = whole.strip_prefix("+7").filter(|it| it.len() == 10)?;
        let area = if LONG_AREA_CODES.contains(&&digits[..4]) {
            4
        } else if SHORT_AREA_CODES.iter().any(|code| digits.starts_with(code)) {
            3
        } else {
            return None;
        };
        Some(Self::new(&digits[..area], &digits[area..]))
    }
}

/// The groups in which a Russian number was written; none where it says nothing of where the area code ends.
fn groups(written: &str, whole: &str) -> Option<Groups> {
    let digits = whole.strip_prefix("+7").filter(|it| it.len() == 10)?;
    let mut parts: Vec<&str> = written
        .split(|c: char| !c.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .collect();
    if parts.concat().len() == 11 {
        parts[0] = &parts[0][1..];
    }
    parts.retain(|group| !group.is_empty());
    let (area, own) = parts.split_first()?;
    if !(3..=5).contains(&area.len()) || own.is_empty() {
        return None;
    }
    Some(match own {
        [one] => Groups::new(area, one),
        many => Groups {
            area: digits[..area.len()].to_owned(),
            own: many.iter().map(|&group| group.to_owned()).collect(),
        },
    })
}

/// What begins a number whose area code has three digits wherever it is dialled: mobiles, Moscow, Saint Petersburg, and
/// what is free to call. The codes of other regions are those of their chief town alone: a row that begins with 3519 is
/// not of the town of 351.
pub const SHORT_AREA_CODES: &[&str] = &["9", "495", "499", "812", "800", "804"];

/// Area codes of four digits: those of the chief towns, from memory and not from the numbering plan. Where a row of
/// digits begins with none of them nor of [`SHORT_AREA_CODES`], nobody can tell where its area code ends.
pub const LONG_AREA_CODES: &[&str] = &[
    "3012", "3022", "3412", "3452", "3462", "3466", "3522", "3532", "3652", "3812", "3822", "3842",
    "3843", "3852", "3902", "3952", "4012", "4112", "4132", "4152", "4162", "4212", "4242", "4712",
    "4722", "4725", "4742", "4752", "4812", "4822", "4832", "4842", "4852", "4862", "4872", "4912",
    "4922", "4932", "4942", "8112", "8142", "8152", "8162", "8172", "8182", "8202", "8212", "8332",
    "8342", "8352", "8362", "8412", "8422", "8442", "8452", "8482", "8512", "8552", "8652", "8662",
    "8672", "8692", "8712", "8722", "8734", "8772", "8782", "8793",
];

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
                "+7\u{a0}495\u{a0}123-45-67\u{a0}доб.\u{a0}12"
            );
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

    #[test]
    fn a_number_keeps_the_groups_of_whoever_wrote_it() {
        for (typed, kept) in [
            ("8 (4822) 34-56-78", "+7 4822 34-56-78"),
            (" +7 4822  34-56-78 ", "+7 4822 34-56-78"),
            ("(4822)345678", "+7 4822 34-56-78"),
            ("84822 34 56 78", "+7 4822 34-56-78"),
            ("8(81378)50117", "+7 81378 5-01-17"),
            ("8 (495) 123-45-67 доб. 12", "+7 495 123-45-67 доб. 12"),
            ("8-800-2000-200", "8 800 2000-200"),
            ("+7 926 123 4567", "+7 926 123-4567"),
            ("84822345678", "+74822345678"),
            ("+7 4822345678", "+74822345678"),
            ("8 48 22 34 56 78", "+74822345678"),
            ("+375 29 123 45 67", "+375291234567"),
            ("8-911 5550142", "+7 911 555-01-42"),
        ] {
            assert_eq!(phone_as_written(typed).as_deref(), Ok(kept), "{typed}");
            assert_eq!(phone_as_written(kept).as_deref(), Ok(kept), "{kept}");
            assert_eq!(phone(kept), phone(typed), "{typed}");
        }
        assert_eq!(
            phone_as_written("спросить Анну"),
            Err(Problem::WrongCharacter)
        );
    }

    #[test]
    fn a_number_is_read_in_its_groups_else_by_its_area() {
        for (typed, shown) in [
            ("8 (4822) 34-56-78", "+7 4822 34-56-78"),
            ("+7 (482) 234-56-78", "+7 482 234-56-78"),
            ("+74822345678", "+7 4822 34-56-78"),
            ("+74951234567", "+7 495 123-45-67"),
            ("84951234567", "+7 495 123-45-67"),
            ("89261234567", "+7 926 123-45-67"),
            ("+74951234567 доб. 5", "+7 495 123-45-67 доб. 5"),
            ("88002000200", "8 800 200-02-00"),
            ("8-800-2000-200", "8 800 2000-200"),
            ("83519123456", "+73519123456"),
            ("+7 (3519) 12-34-56", "+7 3519 12-34-56"),
            ("+73432123456 доб. 5", "+73432123456 доб. 5"),
            ("+375 29 123 45 67", "+375 29 123 45 67"),
            ("34-56-78", "34-56-78"),
            ("спросить Анну", "спросить Анну"),
        ] {
            let shown = if shown.starts_with(['+', '8']) {
                shown.replace(' ', "\u{a0}")
            } else {
                shown.to_owned()
            };
            assert_eq!(phone_readable(typed), shown, "{typed}");
            assert_eq!(phone_readable(&shown), shown, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn a_phone_is_its_own_normal_form(n in 3_000_000_000u64..9_999_999_999) {
            let e164 = phone(&n.to_string()).expect("ten digits");
            prop_assert_eq!(phone(&e164), Ok(e164.clone()));
        }
    }
}
