//! The facts of a case as they are kept with an approval.

use crate::cases::{case, courier, everything_said, granted, refund, refused};
use letter::{CaseForLetter, Exhibit};
use std::path::PathBuf;

fn proof(exhibit: u32) -> Exhibit {
    Exhibit {
        exhibit,
        name: format!("Документ {exhibit}"),
    }
}

/// A case in which nothing is left out.
fn full() -> CaseForLetter {
    let mut demand = refund(Some(granted("4590")));
    demand.evidence = vec![proof(1)];
    CaseForLetter {
        their_number: "17/К".into(),
        demands: vec![demand, courier(Some(refused())), courier(None)],
        findings_evidence: vec![proof(1)],
        figures: vec![proof(3)],
        documents: vec![proof(1), proof(3)],
        ..everything_said()
    }
}

/// Marks of drafts and of approvals are taken over these bytes: were they others,
/// every draft would read as one whose case has changed.
#[test]
fn the_facts_of_a_case_are_the_bytes_they_always_were() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/kept/case.json");
    let facts = [full(), case(vec![refund(None)])];
    let written = facts.map(|facts| serde_json::to_string(&facts).unwrap());
    if std::env::var_os("OTVET_GOLDEN").is_some_and(|v| v == "write") {
        std::fs::write(&path, written.join("\n") + "\n").unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    assert!(kept.lines().eq(&written), "{written:#?}");
    let read = |line| serde_json::from_str::<CaseForLetter>(line).unwrap();
    assert_eq!(
        kept.lines().map(read).collect::<Vec<_>>(),
        [full(), case(vec![refund(None)])]
    );
}
