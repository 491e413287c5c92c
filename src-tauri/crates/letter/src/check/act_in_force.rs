//! Acts that the letter relies on and that were not in force then.

use super::finding::{Findings, Place, Rule};
use crate::case::CaseForLetter;
use crate::shipped::shipped_text;
use crate::text::LetterText;
use crate::words::figures::date;
use crate::words::folded::folded;
use crate::words::named_dates::{self, ANY_MONTH};
use crate::words::pattern::{Pattern, chars};
use chrono::NaiveDate;
use complaint::Language;
use regex::Regex;
use serde::Deserialize;
use std::sync::LazyLock;

/// Notes acts that were not in force on the day the message came.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    for block in &letter.blocks {
        check_text(
            &block.reads(),
            Some(&block.id),
            Some(case.received_on),
            found,
        );
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawActs {
    act: Vec<RawAct>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAct {
    find: String,
    #[serde(default)]
    valid_from: Option<NaiveDate>,
    #[serde(default)]
    valid_to: Option<NaiveDate>,
    instead_ru: String,
    instead_en: String,
}

/// A test reads the file, so that a broken one can't be shipped.
static ACTS: LazyLock<Vec<(Option<Regex>, RawAct)>> = LazyLock::new(|| {
    let raw = packed::table::<RawActs>(shipped_text!("src/check/acts_in_force.toml"));
    let acts = raw.map(|r| r.act).unwrap_or_default();
    let ready = |act: RawAct| (Regex::new(&act.find).ok(), act);
    acts.into_iter().map(ready).collect()
});

/// Notes acts that were not in force on a day; without one, the acts that have
/// lapsed by the last day the text names.
pub fn check_text(text: &str, block: Option<&str>, on: Option<NaiveDate>, found: &mut Findings) {
    let low = folded(text);
    let Some(on) = on.or_else(|| last_day(&low)) else {
        return;
    };
    for (pattern, act) in ACTS.iter() {
        let Some(hit) = pattern.as_ref().and_then(|p| p.find(&low)) else {
            continue;
        };
        let early = act.valid_from.is_some_and(|from| on < from);
        let late = act.valid_to.is_some_and(|to| to < on);
        if early || late {
            found.note(
                Rule::must("article.not_in_force"),
                Place::chars(block, (chars(&low, hit.start()), chars(&low, hit.end()))),
                format!(
                    "На {} этот акт не действовал: {}.",
                    date(on, Language::Ru),
                    act.instead_ru
                ),
                format!(
                    "On {} this act was not in force: {}.",
                    date(on, Language::En),
                    act.instead_en
                ),
            );
        }
    }
}

fn last_day(low: &str) -> Option<NaiveDate> {
    let pattern = DAY.regex()?;
    pattern
        .captures_iter(low)
        .filter_map(|hit| {
            let number = |n: usize| hit.get(n)?.as_str().parse::<u32>().ok();
            let year = i32::try_from(number(3)?).ok()?;
            let month = hit.get(2)?.as_str();
            let month = month.parse().ok().or_else(|| named_dates::month(month))?;
            NaiveDate::from_ymd_opt(year, month, number(1)?)
        })
        .max()
}

/// A day in a folded text.
pub static DAY: Pattern = Pattern::new(&[
    r"\b(\d{1,2})[. ](\d{1,2}|",
    ANY_MONTH[0],
    ANY_MONTH[1],
    ANY_MONTH[2],
    r")[. ](\d{4})\b",
]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{day, ready_letter, reword};
    use complaint::LetterKind;

    #[test]
    fn the_list_of_acts_reads() {
        assert!(ACTS.len() >= 9);
        assert!(ACTS.iter().all(|(pattern, act)| pattern.is_some()
            && (act.valid_from.is_some() || act.valid_to.is_some())
            && !act.instead_ru.is_empty()
            && !act.instead_en.is_empty()));
        assert!(DAY.regex().is_some());
    }

    #[test]
    fn a_lapsed_act_is_told_with_what_took_its_place() {
        let (mut letter, mut case) = ready_letter(LetterKind::FinalPartial);
        let words = "По постановлению Правительства № 2463 вернём деньги.";
        reword(&mut letter, "/ground", words);
        let found = Findings::of(|found| check(&letter, &case, found));
        assert_eq!(found.place(words), "постановлению Правительства № 2463");
        assert!(found.list()[0].message_ru.contains("№ 657"));
        case.received_on = day(2026, 8, 31);
        assert!(
            Findings::of(|found| check(&letter, &case, found))
                .list()
                .is_empty()
        );
    }

    #[test]
    fn without_a_case_the_last_day_of_the_text_counts() {
        let found = |text: &str| Findings::of(|found| check_text(text, None, None, found));
        let act = "постановление № 2463";
        assert!(found(act).list().is_empty());
        assert_eq!(found(&format!("5 октября 2026 г., {act}")).list().len(), 1);
        assert!(found(&format!("5 июля 2026 г., {act}")).list().is_empty());
    }
}
