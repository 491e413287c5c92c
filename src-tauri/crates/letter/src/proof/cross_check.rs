//! Whether the papers that prove an answer agree with each other.

use super::address::addresses;
use super::answer::ProofFacts;
use super::contents::contents;
use super::dates::dates;
use super::delivery::{receipts, tracking};
use super::file::file;
use super::finding::{ProofFinding, finding};
use crate::check::Severity;

/// Everything that contradicts or is missing, contradictions first.
pub fn proof_check(facts: &ProofFacts) -> Vec<ProofFinding> {
    let mut found = Vec::new();
    file(facts, &mut found);
    match &facts.dispatch {
        None => found.push(finding(
            "dispatch.none",
            Severity::Must,
            "Письмо выпущено, но нет записи о том, что оно отправлено.",
            "The letter is issued, but nothing says that it was sent.",
            "Запишите отправку: как, когда и куда.",
            "Write the dispatch down: how, when and where to.",
        )),
        Some(dispatch) => {
            addresses(facts, dispatch, &mut found);
            contents(facts, dispatch, &mut found);
            dates(facts, dispatch, &mut found);
            tracking(dispatch, &mut found);
            receipts(dispatch, &mut found);
        }
    }
    complaint::order::by_key(&mut found, |f| f.severity);
    found
}

/// Whether these findings hold a contradiction.
pub fn contradicts(findings: &[ProofFinding]) -> bool {
    findings.iter().any(|f| f.severity == Severity::Must)
}
