//! The trash against the terms of the law: it is no short cut around them.

use crate::day::{Shop, at, by, code, kettle, thrown_away};
use chrono::{DateTime, FixedOffset};
use complaint::{ComplaintId, Kind, LegalHoldFields};
use office::{By, ComplaintRef, ComplaintTrash, Failure, HoldSave, JournalQuery, NormChange, Undo};
use register::{Op, Register};

/// Without a reason.
fn bare(complaint: ComplaintId) -> ComplaintTrash {
    let reason = " ".into();
    ComplaintTrash { complaint, reason }
}

fn rows(shop: &Shop) -> Vec<office::JournalRow> {
    let query = JournalQuery {
        limit: 50,
        ..JournalQuery::default()
    };
    office::journal_page(&shop.office, &by(20, 9), query).expect("rows")
}

#[test]
fn what_an_act_has_kept_goes_to_the_trash_with_a_reason_alone_and_the_rest_without() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let before = rows(&shop).len();
    for no_reason in [" ", ".", "— !"] {
        let bare = ComplaintTrash {
            reason: no_reason.into(),
            ..bare(id)
        };
        let refused = office::complaint_trash(&shop.office, &by(10, 9), bare);
        let refused = Failure::from(refused.expect_err("no reason"));
        assert_eq!(
            (&*refused.code, refused.field.as_deref()),
            ("field", Some("reason"))
        );
    }
    assert_eq!(rows(&shop).len(), before, "nothing was written");

    let long = ComplaintTrash {
        reason: "ж".repeat(1001),
        ..bare(id)
    };
    assert_eq!(
        code(office::complaint_trash(&shop.office, &by(10, 9), long)),
        "field"
    );
    let card = office::complaint_trash(&shop.office, &by(10, 9), thrown_away(id)).expect("gone");
    let seq = card.undo.expect("it can be undone").seq;
    let undo = Undo { complaint: id, seq };
    office::undo(&shop.office, &by(10, 10), undo).expect("undone");
    // The reason went with it.
    assert_eq!(
        code(office::complaint_trash(&shop.office, &by(10, 11), bare(id))),
        "field"
    );

    let mut thanks = kettle();
    thanks.fields.matter.kind = Kind::Gratitude;
    thanks.demands.clear();
    let thanks = shop.takes(thanks);
    office::complaint_trash(&shop.office, &by(10, 9), bare(thanks)).expect("in the trash");
}

#[test]
fn the_journal_keeps_the_reason_until_the_case_is_erased() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    office::complaint_trash(&shop.office, &by(10, 9), thrown_away(id)).expect("in the trash");
    let told = || serde_json::to_string(&rows(&shop)).expect("rows");
    assert!(told().contains("внесено по ошибке"), "{}", told());
    let seen = office::trash_contents(&shop.office, &by(10, 10)).expect("contents");
    office::trash_empty(&shop.office, &by(10, 10), seen).expect("emptied");
    assert!(!told().contains("внесено по ошибке"));
}

/// A shop with two claims in the trash: one with a reason, one of a program that asked for none.
fn two_in_the_trash() -> (Shop, ComplaintId) {
    let Shop { office, folder } = Shop::founded();
    drop(office);
    let dir = folder.path().join("office");
    let open = || office::Office::open(&dir, at(10, 8)).expect("opens");
    let office = open();
    let shop = Shop { office, folder };
    let [with, without] = [shop.takes(kettle()), shop.takes(kettle())];
    office::complaint_trash(&shop.office, &by(10, 9), thrown_away(with)).expect("in the trash");
    let Shop { office, folder } = shop;
    drop(office);
    let register = Register::open(&dir, at(10, 10)).expect("opens");
    let trashed = register.transact(&by(10, 10), Op::ComplaintTrash, |change| {
        change.complaint_trash(without, "")
    });
    trashed.expect("in the trash");
    drop(register);
    let office = open();
    (Shop { office, folder }, without)
}

#[test]
fn emptying_erases_what_has_a_reason_and_leaves_what_the_law_has_kept() {
    let (shop, without) = two_in_the_trash();
    let seen = office::trash_contents(&shop.office, &by(11, 9)).expect("contents");
    assert_eq!(
        (&seen.numbers[..], seen.by_law),
        (&["ВХ-2026/0001".to_owned()][..], 1)
    );
    office::trash_empty(&shop.office, &by(11, 9), seen).expect("emptied");
    let seen = office::trash_contents(&shop.office, &by(11, 10)).expect("contents");
    assert_eq!((seen.numbers.len(), seen.by_law), (0, 1));

    // It goes once somebody says why it may.
    let case = ComplaintRef { complaint: without };
    office::complaint_restore(&shop.office, &by(12, 9), case).expect("restored");
    office::complaint_trash(&shop.office, &by(12, 10), thrown_away(without)).expect("in the trash");
    let seen = office::trash_contents(&shop.office, &by(12, 11)).expect("contents");
    assert_eq!((seen.numbers.len(), seen.by_law), (1, 0));
}

#[test]
fn what_goes_by_itself_after_its_days_in_the_trash_keeps_to_the_law_too() {
    let (shop, without) = two_in_the_trash();
    let on = |time: &str| {
        let now: DateTime<FixedOffset> = time.parse().expect("a time");
        By { now, ..by(1, 9) }
    };
    let retention = serde_json::json!({ "by_itself": true });
    let change = NormChange::Retention {
        retention: serde_json::from_value(retention).expect("terms"),
    };
    office::norm_apply(&shop.office, &on("2026-12-20T09:00:00+03:00"), change).expect("chosen");
    let due = office::retention_due(&shop.office, &on("2026-12-21T09:00:00+03:00")).expect("due");
    let waiting: Vec<_> = due.waiting.iter().map(|item| item.complaint).collect();
    assert_eq!((due.due.len(), &waiting[..]), (1, &[without][..]));
    assert_eq!(due.waiting[0].goes_on.to_string(), "2032-01-01");
    let now = on("2026-12-21T09:00:00+03:00");
    let gone = office::retention_tend(&shop.office, &now).expect("tended");
    assert_eq!(gone.expect("one is due").numbers, ["ВХ-2026/0001"]);
    assert_eq!(
        office::retention_tend(&shop.office, &now).expect("tended"),
        None
    );
}

#[test]
fn a_case_that_is_ordered_to_be_kept_does_not_go_to_the_trash_before_the_order_is_lifted() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let hold = HoldSave {
        complaint: id,
        hold: None,
        fields: LegalHoldFields {
            reason: "иск".into(),
            ordered_by: "суд".into(),
            until: None,
        },
    };
    let card = office::complaint_hold(&shop.office, &by(10, 9), hold).expect("held");
    for input in [bare(id), thrown_away(id)] {
        assert_eq!(
            code(office::complaint_trash(&shop.office, &by(10, 10), input)),
            "held"
        );
    }
    let hold = card.holds[0].id;
    let lift = office::HoldRef {
        complaint: id,
        hold,
    };
    office::complaint_hold_lift(&shop.office, &by(10, 11), lift).expect("lifted");
    office::complaint_trash(&shop.office, &by(10, 12), thrown_away(id)).expect("in the trash");
}
