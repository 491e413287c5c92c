//! Whether a form promises what is refused, refuses what is granted, or leaves
//! a demand out.

use super::clause::{Clause, clauses};
use super::place::{PartPlace, folded};
use super::subject::Subject;
use crate::case::DemandForLetter;
use crate::check::{Findings, Place, Rule, Severity};
use crate::forms::form::FormPart;
use complaint::{DecisionKind, FormKind};

const CONTRADICTION: Rule = Rule::must("form.contradiction");
const DEMAND_MISSING: Rule = Rule::must("form.demand_missing");
const UNDECIDED: Rule = Rule::should("form.undecided");

/// Whether the demand is met, as of right or of good will.
fn met(decision: Option<DecisionKind>) -> bool {
    match decision {
        Some(DecisionKind::Satisfy | DecisionKind::Goodwill) => true,
        Some(DecisionKind::Partly | DecisionKind::Refuse) | None => false,
    }
}

/// Clauses that say otherwise than was decided.
pub fn contradictions(subject: &Subject<'_>, part: usize, text: &str, found: &mut Findings) {
    let Subject { case, words, .. } = subject;
    let mut note = |clause: &Clause, ru: &str, en: &str| {
        let place = PartPlace::chars(part, clause.start, clause.end());
        found.note(CONTRADICTION, subject.form.place(place), ru, en);
    };
    let decision = DemandForLetter::decided;
    let all_met = !case.demands.is_empty() && case.demands.iter().all(|d| met(decision(d)));
    let only = case.demands.len() == 1;
    for clause in clauses(text) {
        let said = clause.text.as_str();
        let refuses = words.no.is_match(said);
        let everything = words.everything.is_match(said) && !words.part.is_match(said);
        let agrees = words.yes.is_match(said) || words.full.is_match(said);
        if everything && agrees && !refuses && !case.demands.is_empty() && !all_met {
            note(
                &clause,
                "Сказано, что выполнено всё, а решение другое.",
                "It says that everything is granted, but the decision differs.",
            );
            continue;
        }
        let meant = |d: &DemandForLetter| words.speaks_of(d, said, &folded(&subject.title(d)));
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
                    let sends = d.fields.kind.asks_money() && words.paying.is_match(said);
                    granted && (same_words || sends)
                })
            };
            let about_other_refused = || others().any(|d| meant(d) && !met(decision(d)));
            let says_yes = !refuses && (promise.is_some() || words.yes.is_match(said));
            let name = subject.title(demand);
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
                None
                | Some(
                    DecisionKind::Refuse
                    | DecisionKind::Partly
                    | DecisionKind::Satisfy
                    | DecisionKind::Goodwill,
                ) => continue,
            };
            note(&clause, &told.0, &told.1);
            break;
        }
    }
}

/// Demands that are decided and not spoken of.
pub fn missing(subject: &Subject<'_>, found: &mut Findings) {
    let Subject {
        form, case, words, ..
    } = subject;
    let said = |part: &&FormPart| !part.quotes_what_must_not_be_said();
    let spoken = form.parts.iter().filter(said);
    let low: String = spoken.map(|p| folded(&p.text) + "\n").collect();
    let decided = case.demands.iter().any(|d| d.decision.is_some());
    let says_outcome =
        words.yes.is_match(&low) || words.no.is_match(&low) || words.part.is_match(&low);
    for demand in case.demands.iter().filter(|d| d.decision.is_some()) {
        let name = subject.title(demand);
        if words.speaks_of(demand, &low, &folded(&name)) {
            continue;
        }
        let severity = match form.kind {
            FormKind::Call => Severity::Must,
            FormKind::Sms | FormKind::Public if says_outcome => continue,
            FormKind::Sms => Severity::Should,
            FormKind::Public => Severity::Hint,
        };
        found.note(
            Rule {
                severity,
                ..DEMAND_MISSING
            },
            Place::whole(),
            format!("О требовании «{name}» ничего не сказано."),
            format!("Nothing is said of a demand: {name}."),
        );
    }
    if !decided && !case.demands.is_empty() && form.kind == FormKind::Call {
        found.note(
            UNDECIDED,
            Place::whole(),
            "Решения по требованиям ещё нет: звонить пока не с чем.",
            "The demands are not decided yet: there is nothing to tell.",
        );
    }
}
