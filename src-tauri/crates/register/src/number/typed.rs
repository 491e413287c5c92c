//! Register numbers as people type them: «вх 2026/1» and «2026/1» mean
//! «ВХ-2026/0001», and so does «BX-2026/1» in Latin letters that look alike.

use crate::error::{RegisterError, Result};
use rusqlite::{Connection, params};
use russian::cyrillic_homoglyph;

/// Longer texts are no numbers.
const LONGEST: usize = 80;

/// So do texts of more parts.
const MOST_PARTS: usize = 8;

/// A run of letters or of digits.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Letters(String),
    Digits(i64),
}

/// A number taken apart, so that zeros in front, case and what stands between
/// the parts don't matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TypedNumber {
    parts: Vec<Part>,
}

/// A letter as keys hold it, whichever alphabet it was typed in.
fn folded(c: char) -> char {
    match c {
        'ё' => 'е',
        c => cyrillic_homoglyph(c).unwrap_or(c),
    }
}

impl TypedNumber {
    /// Takes a text apart, if it may be a number.
    pub(crate) fn of(text: &str) -> Option<Self> {
        if text.chars().nth(LONGEST).is_some() {
            return None;
        }
        let mut parts: Vec<Part> = Vec::new();
        let mut joins = false;
        for c in text.chars().flat_map(char::to_lowercase) {
            match (c.to_digit(10), parts.last_mut().filter(|_| joins)) {
                (Some(digit), Some(Part::Digits(number))) => {
                    *number = number.checked_mul(10)?.checked_add(digit.into())?;
                }
                (Some(digit), _) => parts.push(Part::Digits(digit.into())),
                (None, last) if c.is_alphabetic() => match last {
                    Some(Part::Letters(letters)) => letters.push(folded(c)),
                    _ => parts.push(Part::Letters(folded(c).to_string())),
                },
                (None, _) => {
                    joins = false;
                    continue;
                }
            }
            joins = true;
        }
        let number = Self { parts };
        (number.parts.len() <= MOST_PARTS && !number.digits().is_empty()).then_some(number)
    }

    /// Its runs of digits, each of which may be the counting number.
    pub(crate) fn digits(&self) -> Vec<i64> {
        let digits = self.parts.iter().filter_map(|part| match part {
            Part::Digits(number) => Some(*number),
            Part::Letters(_) => None,
        });
        digits.collect()
    }

    /// Whether this may be what is meant of a number in the register: all its
    /// parts stand there in the same order.
    pub(crate) fn means(&self, number: &str) -> bool {
        let Some(whole) = Self::of(number) else {
            return false;
        };
        let mut rest = whole.parts.iter();
        self.parts
            .iter()
            .all(|part| rest.by_ref().any(|kept| kept == part))
    }
}

const COUNTED: &str = include_str!("numbers_counted.sql");

const ENDING: &str = include_str!("letters_ending.sql");

const BEGINNING: &str = include_str!("letters_beginning.sql");

/// So many of the newest with the same counting are looked at.
const LOOKED_AT: u32 = 200;

impl TypedNumber {
    /// The complaints whose number this may be, with their numbers, newest first.
    pub(crate) fn complaints(&self, conn: &Connection) -> Result<Vec<(i64, String)>> {
        self.meant(conn, &[COUNTED])
    }

    /// The complaints on which a letter or a paper has such a number, with
    /// that number.
    pub(crate) fn of_letters(&self, conn: &Connection) -> Result<Vec<(i64, String)>> {
        let mut found = self.meant(conn, &[ENDING, BEGINNING])?;
        found.retain(|(_, number)| !self.is_year_of(number));
        Ok(found)
    }

    /// Whether all that is typed is the year of a number that has a counting
    /// beside it.
    fn is_year_of(&self, number: &str) -> bool {
        let digits = Self::of(number)
            .map(|whole| whole.digits())
            .unwrap_or_default();
        match self.digits().as_slice() {
            [year] if (1990..2100).contains(year) => {
                digits.len() > 1 && digits.iter().filter(|part| *part == year).count() == 1
            }
            _ => false,
        }
    }

    fn meant(&self, conn: &Connection, questions: &[&str]) -> Result<Vec<(i64, String)>> {
        let mut found: Vec<(i64, String)> = Vec::new();
        for sql in questions {
            let mut statement = conn.prepare_cached(sql)?;
            for counted in self.digits() {
                let mut rows = statement.query(params![counted, LOOKED_AT])?;
                while let Some(row) = rows.next()? {
                    let number = row.get_ref(1)?.as_str().unwrap_or_default();
                    if self.means(number) && !found.iter().any(|(_, known)| known == number) {
                        found.push((row.get(0)?, number.to_owned()));
                    }
                }
            }
        }
        complaint::order::by(&mut found, |a, b| b.cmp(a));
        Ok(found)
    }
}

/// The one number that is meant among those that were found.
///
/// # Errors
/// [`RegisterError::Ambiguous`] with the newest of them.
pub(crate) fn the_one(found: Vec<(i64, String)>) -> Result<Option<String>> {
    if found.len() > 1 {
        let newest: Vec<String> = found
            .into_iter()
            .take(5)
            .map(|(_, number)| number)
            .collect();
        return Err(RegisterError::Ambiguous(newest.join(", ")));
    }
    Ok(found.into_iter().next().map(|(_, number)| number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::database::connection::plan;
    use crate::database::migration::bring_up_to_date;
    use crate::number::pattern::Pattern;
    use chrono::DateTime;
    use proptest::prelude::*;

    fn means(typed: &str, number: &str) -> bool {
        TypedNumber::of(typed).is_some_and(|typed| typed.means(number))
    }

    #[test]
    fn a_number_is_meant_however_it_is_typed() {
        for typed in [
            "ВХ-2026/0001",
            "вх-2026/1",
            "ВХ 2026/1",
            "вх2026/01",
            "2026/1",
            "2026-1",
            "1",
            "0001",
            "вх 1",
            "вх. № 1",
            "BX-2026/1",
            "bx 2026 1",
            "ВХ—2026/1",
        ] {
            assert!(means(typed, "ВХ-2026/0001"), "{typed}");
        }
        for typed in [
            "ВХ-2025/1",
            "исх-2026/1",
            "2026/10",
            "2026/11",
            "1/2026",
            "чайник 1",
            "вх",
            "",
            "20261",
            "99999999999999999999",
        ] {
            assert!(!means(typed, "ВХ-2026/0001"), "{typed}");
        }
        assert!(means("17/2026", "ИСХ-17/2026"));
    }

    #[test]
    fn numbers_are_looked_for_by_their_counting_alone() {
        let folder = tempfile::tempdir().unwrap();
        let now = DateTime::parse_from_rfc3339("2026-11-22T10:00:00+03:00").unwrap();
        let mut conn = Connection::open(folder.path().join("x.sqlite")).unwrap();
        bring_up_to_date(&mut conn, Some(folder.path()), now).unwrap();
        for (sql, index) in [
            (COUNTED, "complaint_by_counted (counted=?)"),
            (ENDING, "letter_by_last_digits (<expr>=?)"),
            (BEGINNING, "letter_by_first_digits (<expr>=?)"),
        ] {
            let plan = plan(&conn, sql);
            assert!(
                plan.contains(index) && !plan.contains("TEMP B-TREE"),
                "{plan}"
            );
        }
    }

    proptest! {
        #[test]
        fn what_a_pattern_writes_is_found_without_zeros(
            pattern in prop::sample::select(vec!["ВХ-{year}/{n:4}", "{n}", "{n:6}/{year}", "Ж№{n:3}", "А-{year}-Б-{n:2}"]),
            counted in 1i64..20_000,
            year in 2020i32..2031,
            gap in "[ /.-]",
        ) {
            let number = Pattern::parse(pattern).unwrap().write(year, counted);
            prop_assert!(means(&counted.to_string(), &number));
            let plain = pattern.replace("{year}", &year.to_string());
            let at = plain.find("{n").unwrap();
            let end = at + plain[at..].find('}').unwrap() + 1;
            let typed = format!("{}{counted}{}", &plain[..at], &plain[end..]).to_lowercase().replace(['-', '/'], &gap);
            prop_assert!(means(&typed, &number), "{} {}", typed, number);
            prop_assert!(!means(&(counted + 7).to_string(), &number) || i64::from(year) == counted + 7);
        }

        #[test]
        fn any_text_is_taken_apart(text in "\\PC{0,70}") {
            if let Some(number) = TypedNumber::of(&text) {
                prop_assert!(number.means(&text));
            }
        }
    }
}
