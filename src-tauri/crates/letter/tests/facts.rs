//! The facts of a case as they are kept with an approval.

use crate::cases::{case, courier, everything_said, granted, refund, refused};
use complaint::Matter;
use letter::{CaseForLetter, Exhibit};

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
        matter: Matter {
            their_number: "17/К".into(),
            ..everything_said().matter
        },
        demands: vec![demand, courier(Some(refused())), courier(None)],
        findings_evidence: vec![proof(1)],
        figures: vec![proof(3)],
        documents: vec![proof(1), proof(3)],
        ..everything_said()
    }
}

/// The facts as they were kept before [`letter::WriterWords`] was one value.
#[test]
fn facts_kept_under_former_names_are_read() {
    let read = |line| serde_json::from_str::<CaseForLetter>(line).unwrap();
    let kept: Vec<_> = include_str!("kept/case.json").lines().map(read).collect();
    assert_eq!(kept, [full(), case(vec![refund(None)])]);
}
