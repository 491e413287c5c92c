//! An office's day at the register: from the first complaint to its list.

use crate::office::{SingleSteps, at, by, kettle, profile};
use complaint::*;
use register::*;

#[test]
fn a_complaint_is_written_down_found_and_shown() {
    let dir = tempfile::tempdir().unwrap();
    let now = "2026-11-22T10:00:00+03:00";
    let office = Register::create(dir.path(), &by(now), &profile()).unwrap();
    let recorded = office.complaint_add(&by(now), &kettle()).unwrap();
    assert_eq!(recorded.number, "ВХ-2026/0001");
    drop(office);
    let office = Register::open(dir.path(), at(now)).unwrap();
    let case = office.case(recorded.id).unwrap();
    assert_eq!(case.contents.complaint.fields.text, kettle().fields.text);
    assert_eq!(case.contents.complaint.version, 1);
    assert_eq!(
        (case.contents.complaint.status, case.next_step),
        (Status::Fresh, NextStep::Acknowledge)
    );
    assert_eq!(case.next_due, Some("2026-11-30".parse().unwrap()));
    let today = "2026-11-22".parse().unwrap();
    let page = office
        .complaints_page(&RegisterQuery::default(), 0, 50, today)
        .unwrap();
    assert_eq!((page.total, page.rows.len()), (1, 1));
    assert_eq!(page.rows[0].demands, [DemandKind::Refund]);
    for query in ["чайники", "СОКОЛОВОЙ", "вх-2026/0001", "1", "0001", "чайн"]
    {
        let hits = office.search(query, 10).unwrap();
        assert_eq!(hits.len(), 1, "{query}");
    }
    assert!(office.search("холодильник", 10).unwrap().is_empty());
    assert_eq!(office.journal_verify().unwrap().broken, None);
}
