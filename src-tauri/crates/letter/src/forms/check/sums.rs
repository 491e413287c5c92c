//! Whether a form names the sums that were decided.

use super::clause::clauses;
use super::place::PartPlace;
use super::subject::Subject;
use crate::case::DemandForLetter;
use crate::check::{Findings, Rule};
use crate::words::figures::figures;
use crate::words::named_sums::named_sums;
use complaint::Money;
use std::collections::BTreeSet;

const RULE: Rule = Rule::must("form.sum_differs");

/// Sums that no decision grants.
pub fn sums(subject: &Subject<'_>, part: usize, text: &str, found: &mut Findings) {
    let Subject {
        form, case, words, ..
    } = subject;
    let demands = case.demands.iter();
    let grants: Vec<Money> = demands.filter_map(DemandForLetter::granted).collect();
    let asks: Vec<Money> = case
        .demands
        .iter()
        .filter_map(|d| d.fields.amount)
        .collect();
    let total = |sums: &[Money]| {
        let all: i64 = sums
            .iter()
            .map(|s| s.kopecks())
            .fold(0, i64::saturating_add);
        Money::from_kopecks(all).ok()
    };
    let mut given: BTreeSet<Money> = grants.iter().copied().collect();
    given.extend(total(&grants));
    given.extend(
        named_sums(&subject.said_in_the_case())
            .into_iter()
            .map(|n| n.sum),
    );
    let mut wanted: BTreeSet<Money> = asks.iter().copied().chain(case.matter.price).collect();
    wanted.extend(total(&asks));
    for named in named_sums(text) {
        // What is asked may be named where the clause says that it was asked.
        let before = clauses(&text[..named.place.start]);
        let clause = before.last().map_or("", |c| c.text.as_str());
        let asked = wanted.contains(&named.sum) && words.asked.is_match(clause);
        if given.contains(&named.sum) || asked {
            continue;
        }
        let right = match grants.as_slice() {
            [one] => Some(figures(*one, form.language)),
            _ => None,
        };
        let place = PartPlace::bytes(part, text, named.place.start, named.place.end);
        found.note(
            RULE,
            form.place(place),
            "Такой суммы в решении нет.",
            "The decision has no such sum.",
        );
        if let Some(right) = right {
            found.suggest(right);
        }
    }
}
