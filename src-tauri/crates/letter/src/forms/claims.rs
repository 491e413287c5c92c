//! What a form says of the decisions: whether it promises what is refused,
//! refuses what is granted, names other sums and dates, or leaves a demand out.

use super::compose::{granted, is_secret};
use super::lexicon::{Lexicon, lexicon};
use super::personal::{Place, folded, places};
use super::{Form, LetterBeside};
use crate::dates::named_dates;
use crate::sums::named_sums;
use crate::words::figures;
use crate::{CaseForLetter, DemandForLetter, Severity};
use chrono::NaiveDate;
use complaint::{DecisionKind, FormKind, Money};
use regex::Regex;
use std::collections::BTreeSet;

/// A finding before it is put into words.
#[derive(Debug)]
pub struct Claim {
    /// The rule: «form.contradiction».
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Where.
    pub place: Option<Place>,
    /// Why, Russian.
    pub ru: String,
    /// Why, English.
    pub en: String,
    /// A better wording for the place.
    pub suggestion: Option<String>,
}

/// A clause: folded words, and where they begin in the text, in `char`s.
struct Clause {
    start: usize,
    text: String,
}

impl Clause {
    fn end(&self) -> usize {
        self.start + self.text.chars().count()
    }
}

/// Clauses from stop to stop, a semicolon being one. A full stop behind a
/// short word ends none unless a capital follows.
fn clauses(text: &str) -> Vec<Clause> {
    let chars: Vec<char> = text.chars().collect();
    let low: Vec<char> = folded(text).chars().collect();
    let mut out = Vec::new();
    let mut start = 0;
    for (at, &c) in chars.iter().enumerate() {
        let next = chars[at + 1..].iter().find(|c| !c.is_whitespace());
        let gap = chars.get(at + 1).is_none_or(|c| c.is_whitespace());
        let stops = match c {
            ';' | '\n' | '!' | '?' => true,
            '.' => gap && next.is_none_or(|c| c.is_uppercase() || *c == '(' || *c == '«'),
            _ => false,
        };
        if stops || at + 1 == chars.len() {
            let end = if stops { at } else { at + 1 };
            let text: String = low.get(start..end).unwrap_or_default().iter().collect();
            if !text.trim().is_empty() {
                out.push(Clause { start, text });
            }
            start = at + 1;
        }
    }
    out
}

fn met(decision: Option<DecisionKind>) -> bool {
    matches!(
        decision,
        Some(DecisionKind::Satisfy | DecisionKind::Goodwill)
    )
}

/// Everything that is wrong with what the form says of the case.
pub fn claims(form: &Form, case: &CaseForLetter, letter: &LetterBeside) -> Vec<Claim> {
    let Some(words) = lexicon(form.language) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let secret = is_secret(case.regime) && form.kind == FormKind::Public;
    for (index, part) in form.parts.iter().enumerate() {
        // What must not be said is quoted there on purpose.
        if part.id == "dont" {
            continue;
        }
        contradictions(form, case, words, index, &part.text, &mut found);
        dates(form, case, letter, words, index, &part.text, &mut found);
        if form.kind != FormKind::Public {
            sums(form, case, words, index, &part.text, &mut found);
        }
    }
    if !secret {
        missing(form, case, words, &mut found);
    }
    found
}

fn title(form: &Form, case: &CaseForLetter, demand: &DemandForLetter) -> String {
    crate::phrases::phrases(form.language)
        .demand(demand.kind, case.regime, "title")
        .unwrap_or_default()
}

fn contradictions(
    form: &Form,
    case: &CaseForLetter,
    words: &Lexicon,
    part: usize,
    text: &str,
    found: &mut Vec<Claim>,
) {
    let decision = |d: &DemandForLetter| d.decision.as_ref().map(|d| d.kind);
    let all_met = !case.demands.is_empty() && case.demands.iter().all(|d| met(decision(d)));
    let only = case.demands.len() == 1;
    for clause in clauses(text) {
        let place = Place::chars(part, clause.start, clause.end());
        let said = clause.text.as_str();
        let refuses = words.no.is_match(said);
        let everything = words.everything.is_match(said) && !words.part.is_match(said);
        let agrees = words.yes.is_match(said) || words.full.is_match(said);
        if everything && agrees && !refuses && !case.demands.is_empty() && !all_met {
            found.push(contradiction(
                place,
                "Сказано, что выполнено всё, а решение другое.".into(),
                "It says that everything is granted, but the decision differs.".into(),
            ));
            continue;
        }
        let meant = |d: &DemandForLetter| words.speaks_of(d, said, &folded(&title(form, case, d)));
        for demand in &case.demands {
            let spoken_of = meant(demand) || (only && words.general.is_match(said));
            if !spoken_of {
                continue;
            }
            let promise = words.promises(demand, said).filter(|_| !refuses);
            let kind = decision(demand);
            let others = || case.demands.iter().filter(|d| d.id != demand.id);
            // Where two demands are spoken of in the same words, the clause may be about the other.
            let about_other_granted = || {
                others().any(|d| {
                    let granted = decision(d).is_some_and(|k| k != DecisionKind::Refuse);
                    let same_words = match (promise, words.promises(d, said)) {
                        (Some(one), Some(other)) => one.0 < other.1 && other.0 < one.1,
                        (Some(_), None) => false,
                        (None, _) => meant(d),
                    };
                    // How money is sent is said of any demand of money.
                    let sends = d.kind.asks_money() && words.paying.is_match(said);
                    granted && (same_words || sends)
                })
            };
            let about_other_refused = || others().any(|d| meant(d) && !met(decision(d)));
            let says_yes = !refuses && (promise.is_some() || words.yes.is_match(said));
            let name = title(form, case, demand);
            let told = match kind {
                Some(DecisionKind::Refuse) if says_yes && !about_other_granted() => (
                    format!("Обещано «{name}», а в этом отказано."),
                    format!("It promises “{name}”, which is refused."),
                ),
                None if says_yes && !about_other_granted() => (
                    format!("Обещано «{name}», а решения ещё нет."),
                    format!("It promises “{name}”, which is not decided yet."),
                ),
                Some(DecisionKind::Partly)
                    if says_yes
                        && words.full.is_match(said)
                        && !others().any(|d| meant(d) && met(decision(d))) =>
                {
                    (
                        format!("«{name}» обещано полностью, а решено частично."),
                        format!("“{name}” is promised in full, but granted in part."),
                    )
                }
                Some(DecisionKind::Satisfy | DecisionKind::Goodwill)
                    if refuses && !about_other_refused() =>
                {
                    (
                        format!("Сказано, что в «{name}» отказано, а решено выполнить."),
                        format!("It refuses “{name}”, which is granted."),
                    )
                }
                _ => continue,
            };
            found.push(contradiction(place, told.0, told.1));
            break;
        }
    }
}

fn contradiction(place: Place, ru: String, en: String) -> Claim {
    Claim {
        rule: "form.contradiction",
        severity: Severity::Must,
        place: Some(place),
        ru,
        en,
        suggestion: None,
    }
}

fn missing(form: &Form, case: &CaseForLetter, words: &Lexicon, found: &mut Vec<Claim>) {
    let spoken: Vec<_> = form.parts.iter().filter(|p| p.id != "dont").collect();
    let low: String = spoken.iter().map(|p| folded(&p.text) + "\n").collect();
    let decided = case.demands.iter().any(|d| d.decision.is_some());
    let says_outcome =
        words.yes.is_match(&low) || words.no.is_match(&low) || words.part.is_match(&low);
    for demand in case.demands.iter().filter(|d| d.decision.is_some()) {
        let name = title(form, case, demand);
        if words.speaks_of(demand, &low, &folded(&name)) {
            continue;
        }
        let severity = match form.kind {
            FormKind::Call => Severity::Must,
            _ if says_outcome => continue,
            FormKind::Sms => Severity::Should,
            FormKind::Public => Severity::Hint,
        };
        found.push(Claim {
            rule: "form.demand_missing",
            severity,
            place: None,
            ru: format!("О требовании «{name}» ничего не сказано."),
            en: format!("Nothing is said of a demand: {name}."),
            suggestion: None,
        });
    }
    if !decided && !case.demands.is_empty() && form.kind == FormKind::Call {
        found.push(Claim {
            rule: "form.undecided",
            severity: Severity::Should,
            place: None,
            ru: "Решения по требованиям ещё нет: звонить пока не с чем.".into(),
            en: "The demands are not decided yet: there is nothing to tell.".into(),
            suggestion: None,
        });
    }
}

/// Words of the case that a form may repeat: what stands in them is said in
/// the letter as well.
fn told(case: &CaseForLetter) -> String {
    let decisions = case.demands.iter().filter_map(|d| d.decision.as_ref());
    let words = decisions.flat_map(|d| [&d.reasons, &d.ground, &d.action]);
    words
        .chain(case.demands.iter().map(|d| &d.detail))
        .chain([&case.findings, &case.measures])
        .fold(String::new(), |all, one| all + one + "\n")
}

fn sums(
    form: &Form,
    case: &CaseForLetter,
    words: &Lexicon,
    part: usize,
    text: &str,
    found: &mut Vec<Claim>,
) {
    let grants: Vec<Money> = case.demands.iter().filter_map(granted).collect();
    let asks: Vec<Money> = case.demands.iter().filter_map(|d| d.amount).collect();
    let total = |sums: &[Money]| {
        let all: i64 = sums
            .iter()
            .map(|s| s.kopecks())
            .fold(0, i64::saturating_add);
        Money::from_kopecks(all).ok()
    };
    let mut given: BTreeSet<Money> = grants.iter().copied().collect();
    given.extend(total(&grants));
    given.extend(named_sums(&told(case)).into_iter().map(|n| n.sum));
    let mut wanted: BTreeSet<Money> = asks.iter().copied().chain(case.price).collect();
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
        found.push(Claim {
            rule: "form.sum_differs",
            severity: Severity::Must,
            place: Some(Place::of(part, text, named.place.start, named.place.end)),
            ru: "Такой суммы в решении нет.".into(),
            en: "The decision has no such sum.".into(),
            suggestion: right,
        });
    }
}

fn dates(
    form: &Form,
    case: &CaseForLetter,
    letter: &LetterBeside,
    words: &Lexicon,
    part: usize,
    text: &str,
    found: &mut Vec<Claim>,
) {
    let dues: Vec<NaiveDate> = case
        .demands
        .iter()
        .filter_map(|d| d.decision.as_ref()?.due)
        .collect();
    let mut known: BTreeSet<NaiveDate> = dues.iter().copied().collect();
    known.extend([case.received_on, case.recorded_on, case.today]);
    known.extend(case.their_date);
    known.extend(case.answer_due);
    known.extend(case.expected);
    known.extend(letter.date);
    known.extend(case.demands.iter().filter_map(|d| d.due_legal));
    known.extend(case.earlier.iter().map(|l| l.date));
    known.extend(named_dates(&told(case)).into_iter().map(|d| d.0));
    known.extend(named_dates(&case.order).into_iter().map(|d| d.0));
    for (date, from, to) in named_dates(text) {
        let promised = words.promise_by.is_match(&folded(&text[..from]));
        let wrong = if promised && !dues.is_empty() {
            // A promise must be the one of the decision, not merely a date of the case.
            !dues.contains(&date) && Some(date) != case.expected && Some(date) != case.answer_due
        } else {
            !known.contains(&date)
        };
        if !wrong {
            continue;
        }
        let right = match dues.as_slice() {
            [one] if promised => Some(crate::words::date(*one, form.language)),
            _ => None,
        };
        found.push(Claim {
            rule: "form.date_differs",
            severity: if promised {
                Severity::Must
            } else {
                Severity::Should
            },
            place: Some(Place::of(part, text, from, to)),
            ru: "Такой даты в решении нет.".into(),
            en: "The decision has no such date.".into(),
            suggestion: right,
        });
    }
}

/// The places of sums in a text, for a form that must have none.
pub fn sum_places(part: usize, text: &str) -> Vec<Place> {
    named_sums(text)
        .into_iter()
        .map(|n| Place::of(part, text, n.place.start, n.place.end))
        .collect()
}

/// Places where a pattern of the lexicon fits.
pub fn word_places(part: usize, text: &str, pattern: &Regex) -> Vec<Place> {
    places(part, text, pattern)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let dates: Vec<String> = named_dates("до 27.11.2026, 3 мая 2026 г., 5.1.26, 12 July 2026")
            .iter()
            .map(|d| d.0.to_string())
            .collect();
        assert_eq!(
            dates,
            ["2026-11-27", "2026-05-03", "2026-01-05", "2026-07-12"]
        );
    }
}
