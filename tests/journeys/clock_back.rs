//! A computer's clock that stands behind the records is asked about once, and numbers keep their year until then.

use crate::day::{Shop, by, kettle};
use complaint::{Actor, ComplaintFields};
use office::{By, JournalQuery, NewComplaint, Op, OwnWord};

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
    let behind = |by: &By| {
        let info = office::office_info(&shop.office, by).expect("info");
        info.safety.clock_behind
    };
    assert_eq!(taken(&shop, &by(9, 12)), "ВХ-2026/0001");
    let rows = |office: &office::Office| {
        let all = JournalQuery {
            complaint: None,
            before: None,
            limit: 20,
        };
        office::journal_page(office, &past, all).expect("rows")
    };
    let before = rows(&shop.office).len();
    let info = office::clock_trust(&shop.office, &past).expect("said");
    let told = rows(&shop.office);
    assert_eq!((told[0].op, told.len()), (Op::ClockTrust, before + 1));
    office::clock_trust(&shop.office, &past).expect("said again");
    assert_eq!(rows(&shop.office).len(), before + 1, "nothing was asked");
    assert_eq!(info.safety.clock_behind, None, "it is asked once");
    assert_eq!(taken(&shop, &past), "ВХ-2025/0001");
    assert_eq!(taken(&shop, &by(10, 12)), "ВХ-2026/0002");
    // The same wrong clock a second time is asked about, and not believed meanwhile.
    assert_eq!(behind(&past), Some(by(10, 12).now));
    assert_eq!(taken(&shop, &past), "ВХ-2026/0003");
}

#[test]
fn as_long_as_numbers_count_in_a_later_year_it_is_asked_about() {
    let shop = Shop::founded();
    let ahead = By {
        now: "2036-02-03T10:00:00+03:00".parse().expect("a time"),
        ..by(9, 12)
    };
    assert_eq!(taken(&shop, &ahead), "ВХ-2036/0001");
    let behind = |by: &By| {
        let info = office::office_info(&shop.office, by).expect("info");
        info.safety.clock_behind
    };
    for word in 0..510 {
        let word = format!("слово{}", "о".repeat(word % 7)) + &"а".repeat(word / 7);
        office::word_add(&shop.office, &by(9, 12), &OwnWord { word }).expect("added");
    }
    assert_eq!(behind(&by(9, 13)), Some(ahead.now));
    assert_eq!(taken(&shop, &by(9, 13)), "ВХ-2036/0002");
    office::clock_trust(&shop.office, &by(9, 13)).expect("said");
    assert_eq!(behind(&by(9, 13)), None);
    assert_eq!(taken(&shop, &by(9, 13)), "ВХ-2026/0001");
    // Time goes on: the next year is believed too.
    let next = By {
        now: "2027-01-11T10:00:00+03:00".parse().expect("a time"),
        ..by(9, 12)
    };
    assert_eq!(behind(&next), None);
    assert_eq!(taken(&shop, &next), "ВХ-2027/0001");
}
