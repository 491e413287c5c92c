//! Whether the conditions of a template hold.

use super::known::Facts;
use super::particulars::{is_sole_trader, terms};
use super::vocabulary::condition::condition;
use crate::case::{
    Absence, ClaimAgainst, DemandForLetter, InspectionPurpose, Particulars, StatementBy, TermBy,
};
use crate::names::party::is_firm;
use crate::words::illness::names_illness;
use complaint::{DemandKind, LetterKind, Regime};

impl Facts<'_> {
    /// Whether all these conditions hold. Alternatives within one are parted
    /// by `|`, and `!` turns one round.
    pub fn hold(&self, conditions: &[String]) -> bool {
        conditions.iter().all(|c| {
            c.split('|').any(|atom| match atom.strip_prefix('!') {
                Some(atom) => !self.holds(atom),
                None => self.holds(atom),
            })
        })
    }

    fn holds(&self, atom: &str) -> bool {
        // What has no name on the screens does not exist.
        if condition(atom).is_none() {
            return false;
        }
        let case = self.case;
        let (head, tail) = atom.split_once(':').unwrap_or((atom, ""));
        let demand = self.demand.map(|(_, d)| d);
        let decided = demand.and_then(|d| d.decision.as_ref());
        match head {
            "regime" => case.matter.regime.as_str() == tail,
            "channel" => case.matter.channel.as_str() == tail,
            "message" => case.matter.kind.as_str() == tail,
            "has" => self.value(tail).is_some(),
            "health" => {
                case.matter.regime == Regime::Medical || names_illness(&case.matter.subject)
            }
            "organisation" => is_firm(&case.matter.complainant),
            "business" => {
                let who = &case.matter.complainant;
                is_firm(who) || is_sole_trader(&who.name)
            }
            "enclosures" => !case.enclosures.is_empty(),
            "questions" => case
                .writer_words
                .questions
                .iter()
                .any(|q| !q.trim().is_empty()),
            "points" => !case.points.is_empty(),
            "points_many" => case.points.len() > 1,
            "questions_many" => case.writer_words.questions.len() > 1,
            "demands" => match tail {
                "none" => case.demands.is_empty(),
                "one" => case.demands.len() == 1,
                _ => case.demands.len() > 1,
            },
            "any" => case.decisions().iter().any(|d| d.as_str() == tail),
            "all" => {
                !case.demands.is_empty()
                    && case
                        .demands
                        .iter()
                        .all(|d| d.decision.as_ref().is_some_and(|d| d.kind.as_str() == tail))
            }
            "undecided" => case.demands.iter().any(|d| d.decision.is_none()),
            "quality" => case.demands.iter().any(DemandForLetter::turns_on_quality),
            "expected_in_time" => {
                matches!((case.writer_words.expected, case.answer_due), (Some(e), Some(d)) if e <= d)
            }
            "earlier" => case.earlier.iter().any(|l| l.kind.as_str() == tail),
            "demand" => demand.is_some_and(|d| d.fields.kind.as_str() == tail),
            "decision" => match decided {
                Some(d) => d.kind.as_str() == tail,
                None => tail == "none",
            },
            "money" => demand.is_some_and(|d| d.fields.kind.asks_money()),
            "in_time" => {
                let due = decided.and_then(|d| d.due);
                matches!((due, demand.and_then(|d| d.due_legal)), (Some(due), Some(legal)) if due <= legal)
            }
            "full" => {
                demand.is_some_and(|d| d.fields.amount.is_some())
                    && demand.and_then(|d| d.fields.amount) == decided.and_then(|d| d.amount)
            }
            head => of_particulars(self, head),
        }
    }
}

/// Whether a condition over what the writer says besides the case holds.
fn of_particulars(facts: &Facts<'_>, head: &str) -> bool {
    let own: &Particulars = &facts.case.writer_words.particulars;
    match head {
        "disclosed" => !own.disclosure.trim().is_empty(),
        // What went out says it; until something has, what is to be written does.
        "forwarded_by_name" => facts
            .issued_letter(LetterKind::Forwarding)
            .map_or(!own.disclosure.trim().is_empty(), |letter| letter.by_name),
        "for_check" => own.inspection.purpose == InspectionPurpose::QualityCheck,
        "for_expertise" => own.inspection.purpose == InspectionPurpose::Expertise,
        "against_carrier" => own.claim.against == ClaimAgainst::Carrier,
        "against_platform" => own.claim.against == ClaimAgainst::Platform,
        "no_access" => own.act.absence == Absence::NoAccess,
        "withheld" => own.act.absence == Absence::Withheld,
        "attended" => own.act.attended,
        "persons" => own.act.present.iter().any(|p| !p.name.trim().is_empty()),
        "witness" => own.statement.by == StatementBy::Witness,
        "whole" => own.correction.whole,
        "no_data" => own.data.none,
        "office_terms" => terms(facts, TermBy::Office).next().is_some(),
        "their_terms" => terms(facts, TermBy::Complainant).next().is_some(),
        "asks_information" => {
            facts.case.demands.is_empty()
                || facts
                    .case
                    .demands
                    .iter()
                    .any(|d| d.fields.kind == DemandKind::Information)
        }
        "replaces" => facts.case.replaces.is_some(),
        "trader" => is_sole_trader(&facts.case.office.requisites.name),
        "answered" => facts.case.earlier.iter().any(|l| l.kind.is_final()),
        _ => false,
    }
}
