//! A computer's clock that stands behind the records is asked about once, and numbers keep their year until then.

use crate::day::{Shop, by, kettle};
use complaint::{Actor, ComplaintFields};
use office::{By, NewComplaint};

fn a_year_ago() -> By {
    By {
        actor: Actor::named("Крылова М. И."),
        now: "2025-11-09T10:00:00+03:00".parse().expect("a time"),
    }
}

fn taken(shop: &Shop, by: &By) -> String {
    let mut new: NewComplaint = kettle();
    new.fields.matter.their_date = None;
    new.fields = ComplaintFields {
        received_at: by.now,
        ..new.fields
    };
    let added = office::complaint_add(&shop.office, by, new).expect("taken in");
    added.number
}

#[test]
fn numbers_keep_their_year_until_somebody_says_that_the_clock_is_right() {
    let shop = Shop::founded();
    let behind = |by: &By| {
        let info = office::office_info(&shop.office, by).expect("info");
        info.safety.clock_behind
    };
    assert_eq!(taken(&shop, &by(9, 12)), "ВХ-2026/0001");
    assert_eq!(behind(&by(9, 12)), None);
    // Put right by minutes, a clock is no matter.
    assert_eq!(behind(&by(9, 11)), None);
    let past = a_year_ago();
    assert_eq!(behind(&past), Some(by(9, 12).now));
    assert_eq!(taken(&shop, &past), "ВХ-2026/0002");
    // The row that was just written is no newer than the clock; it is asked about until somebody answers.
    assert_eq!(behind(&past), Some(by(9, 12).now));
    assert_eq!(taken(&shop, &past), "ВХ-2026/0003");

    let shop = Shop::founded();
    assert_eq!(taken(&shop, &by(9, 12)), "ВХ-2026/0001");
    let info = office::clock_trust(&shop.office, &past).expect("said");
    assert_eq!(info.safety.clock_behind, None, "it is asked once");
    assert_eq!(taken(&shop, &past), "ВХ-2025/0001");
    assert_eq!(taken(&shop, &by(10, 12)), "ВХ-2026/0002");
}
