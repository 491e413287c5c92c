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

/// All that could be said when these facts were kept: the means of processing and the like were not asked then.
fn said_formerly() -> CaseForLetter {
    let mut case = everything_said();
    let data = &mut case.writer_words.particulars.data;
    data.ways.clear();
    data.entrusted.clear();
    data.abroad.clear();
    data.measures.clear();
    case
}

/// A case in which nothing is left out.
fn full() -> CaseForLetter {
    let mut demand = refund(Some(granted("4590")));
    demand.evidence = vec![proof(1)];
    CaseForLetter {
        matter: Matter {
            their_number: "17/К".into(),
            ..said_formerly().matter
        },
        demands: vec![demand, courier(Some(refused())), courier(None)],
        findings_evidence: vec![proof(1)],
        figures: vec![proof(3)],
        documents: vec![proof(1), proof(3)],
        ..said_formerly()
    }
}

/// The facts as they were kept before [`letter::WriterWords`] was one value.
#[test]
fn facts_kept_under_former_names_are_read() {
    let read = |line| serde_json::from_str::<CaseForLetter>(line).unwrap();
    let kept: Vec<_> = include_str!("kept/case.json").lines().map(read).collect();
    let mut full = full();
    // Whether a forwarding named the complainant was not kept then.
    full.earlier.iter_mut().for_each(|one| one.by_name = false);
    assert_eq!(kept, [full, case(vec![refund(None)])]);
}
