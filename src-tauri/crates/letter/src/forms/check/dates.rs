//! Whether a form names the days that were decided.

use super::place::{PartPlace, folded};
use super::subject::Subject;
use crate::check::{Findings, Rule};
use crate::words::figures::date;
use crate::words::named_dates::named_dates;
use chrono::NaiveDate;
use std::collections::BTreeSet;

const PROMISED: Rule = Rule::must("form.date_differs");
const NAMED: Rule = Rule::should("form.date_differs");

/// Dates that are none of the case, and promises of another day than was decided.
pub fn dates(subject: &Subject<'_>, part: usize, text: &str, found: &mut Findings) {
    let Subject {
        form,
        case,
        letter,
        words,
    } = subject;
    let dues: Vec<NaiveDate> = case
        .demands
        .iter()
        .filter_map(|d| d.decision.as_ref()?.due)
        .collect();
    let mut known: BTreeSet<NaiveDate> = dues.iter().copied().collect();
    known.extend([case.received_on, case.recorded_on, case.today]);
    known.extend(case.matter.their_date);
    known.extend(case.answer_due);
    known.extend(case.writer_words.expected);
    known.extend(letter.date);
    known.extend(case.demands.iter().filter_map(|d| d.due_legal));
    known.extend(case.earlier.iter().map(|l| l.date));
    known.extend(
        named_dates(&subject.said_in_the_case())
            .into_iter()
            .map(|d| d.0),
    );
    known.extend(named_dates(&case.matter.order).into_iter().map(|d| d.0));
    for (named, from, to) in named_dates(text) {
        let promised = words.promise_by.is_match(&folded(&text[..from]));
        let wrong = if promised && !dues.is_empty() {
            // A promise must be the one of the decision, not merely a date of the case.
            !dues.contains(&named)
                && Some(named) != case.writer_words.expected
                && Some(named) != case.answer_due
        } else {
            !known.contains(&named)
        };
        if !wrong {
            continue;
        }
        let right = match dues.as_slice() {
            [one] if promised => Some(date(*one, form.language)),
            _ => None,
        };
        let rule = if promised { PROMISED } else { NAMED };
        found.note(
            rule,
            form.place(PartPlace::bytes(part, text, from, to)),
            "Такой даты в решении нет.",
            "The decision has no such date.",
        );
        if let Some(right) = right {
            found.suggest(right);
        }
    }
}
