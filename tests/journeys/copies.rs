//! Copies made by themselves over the weeks: on time, caught up, thinned, tried.

use crate::day::{Shop, kettle};
use acceptance::SampleOffice;
use acceptance::windowless::{Machine, Person, Start};
use chrono::{DateTime, Duration, FixedOffset};
use commands::{Answer, Copying};
use complaint::{Actor, DocumentFields, Provenance, Side};
use office::{By, CopyConcern, CopyPlace, CopyPlan, CopyRhythm, CopySafety, IncomingFile, Tended};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::ops::ControlFlow;
use std::path::PathBuf;

fn go(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// So many days after the tenth of November, at eleven.
fn after(days: i64) -> DateTime<FixedOffset> {
    crate::day::at(10, 11) + Duration::days(days)
}

fn by(now: DateTime<FixedOffset>) -> By {
    By {
        actor: Actor::named("Крылова М. И."),
        now,
    }
}

fn receipt() -> IncomingFile<&'static [u8]> {
    IncomingFile {
        fields: DocumentFields {
            name: "чек.txt".into(),
            file_time: None,
            provenance: Provenance {
                side: Side::Complainant,
                source: String::new(),
            },
        },
        content: b"4590",
    }
}

/// A shop with one document, and a medium that its records are copied to.
struct Copied {
    shop: Shop,
    medium: PathBuf,
    plan: CopyPlan,
}

impl Copied {
    fn begin() -> Self {
        let shop = Shop::founded();
        let complaint = shop.takes(kettle());
        let file = receipt();
        let on = |_, _| ControlFlow::Continue(());
        office::documents_add(&shop.office, &by(after(0)), complaint, vec![file], &on)
            .expect("a document");
        let medium = shop.folder.path().join("medium");
        let folder = medium.join("copies");
        fs::create_dir(&medium).expect("a medium");
        let place = CopyPlace::begin(shop.office.folder(), &folder).expect("a place");
        Self {
            shop,
            medium,
            plan: CopyPlan {
                place: Some(place),
                rhythm: CopyRhythm::Daily,
            },
        }
    }

    fn tends(&self, now: DateTime<FixedOffset>) -> Tended {
        office::copies_tend(&self.shop.office, &self.plan, &by(now), &go).expect("tended")
    }

    fn safety(&self, now: DateTime<FixedOffset>) -> CopySafety {
        office::copies_safety(&self.shop.office, &by(now), &self.plan, None).expect("safety")
    }

    fn concerns(&self, now: DateTime<FixedOffset>) -> Vec<CopyConcern> {
        named(self.safety(now))
    }

    fn dates(&self) -> Vec<DateTime<FixedOffset>> {
        let copies = office::copies_in(None, &self.medium.join("copies")).expect("a list");
        copies.into_iter().map(|(_, row)| row.at).collect()
    }
}

fn named(safety: CopySafety) -> Vec<CopyConcern> {
    let concerns = safety.concerns.into_iter();
    concerns.map(|told| told.concern).collect()
}

#[test]
fn each_day_has_its_copy_once_and_the_first_is_tried_at_once() {
    let copied = Copied::begin();
    let first = copied.tends(after(0));
    assert_eq!(first.made.expect("a copy").documents, 1);
    assert!(first.rehearsed.expect("a trial").good);
    let hours = after(0) + Duration::hours(9);
    assert_eq!(copied.tends(hours), Tended::default());
    let night = after(0) + Duration::hours(14);
    assert!(copied.tends(night).made.is_some());
    assert_eq!(copied.dates(), [night, after(0)]);
    let safety = copied.safety(night);
    assert_eq!(safety.last, Some(night));
    assert_eq!(
        named(safety),
        [CopyConcern::SameDisk],
        "the test has but one disk"
    );
}

#[test]
fn half_a_year_is_thinned_and_tried_each_month() {
    let copied = Copied::begin();
    let mut tried = 0;
    for day in 0..180 {
        if day % 20 == 0 {
            copied.shop.takes(kettle());
        }
        let tended = copied.tends(after(day));
        assert!(tended.made.is_some(), "day {day}");
        tried += usize::from(tended.rehearsed.is_some_and(|found| found.good));
    }
    assert_eq!(tried, 6);
    let dates = copied.dates();
    assert!(dates.len() <= 14 + 8 + 24, "{}", dates.len());
    for day in 166..180 {
        assert!(dates.contains(&after(day)), "day {day}");
    }
    let months: BTreeSet<_> = dates
        .iter()
        .map(|at| at.format("%Y-%m").to_string())
        .collect();
    assert_eq!(months.len(), 7, "{months:?}");
    for (copy, row) in office::copies_in(None, &copied.medium.join("copies")).expect("a list") {
        let to = copied.shop.folder.path().join("back");
        let came = office::backup_restore(&copy, &to, &go).expect("restored");
        assert_eq!((came.documents, row.lost), (1, 0));
        fs::remove_dir_all(&to).expect("removed");
    }
}

#[test]
fn a_medium_that_was_away_is_caught_up_and_nothing_is_written_where_it_was() {
    let copied = Copied::begin();
    copied.tends(after(0));
    let away = copied.shop.folder.path().join("in a drawer");
    fs::rename(&copied.medium, &away).expect("unplugged");
    assert_eq!(copied.concerns(after(0)), []);
    assert_eq!(copied.tends(after(5)), Tended::default());
    let safety = copied.safety(after(5));
    assert_eq!(safety.last, Some(after(0)));
    // For some nights a medium may lie in a drawer.
    let presses = |days| copied.safety(after(days)).concerns[0].grave;
    assert_eq!([presses(3), presses(4)], [false, true]);
    assert!(!safety.doubtful);
    assert_eq!(named(safety), [CopyConcern::Gone { days: Some(5) }]);
    // The folder under which it was mounted, and another medium there.
    fs::create_dir_all(copied.medium.join("copies")).expect("a mount point");
    assert_eq!(copied.tends(after(6)), Tended::default());
    assert!(
        fs::read_dir(copied.medium.join("copies"))
            .expect("a folder")
            .next()
            .is_none()
    );
    CopyPlace::begin(copied.shop.office.folder(), &copied.medium.join("copies"))
        .expect("another medium");
    assert_eq!(copied.tends(after(6)), Tended::default());
    fs::remove_dir_all(&copied.medium).expect("unplugged");
    fs::rename(&away, &copied.medium).expect("plugged in");
    assert!(copied.tends(after(6)).made.is_some());
    assert_eq!(copied.safety(after(6)).last, Some(after(6)));
}

#[test]
fn known_damage_stops_what_is_done_by_itself_until_somebody_says_so() {
    let copied = Copied::begin();
    copied.tends(after(0));
    let office = &copied.shop.office;
    fs::remove_dir_all(office.folder().join("documents")).expect("lost");
    let found = office::documents_verify(office, &|_| ControlFlow::Continue(()));
    assert_eq!(found.expect("checked").missing.len(), 1);
    assert_eq!(copied.tends(after(1)), Tended::default());
    assert_eq!(
        copied.concerns(after(1)).first(),
        Some(&CopyConcern::Damaged)
    );
    office::copies_release(office).expect("released");
    let made = copied.tends(after(1)).made.expect("a copy");
    assert_eq!(made.lost, [], "the shelf has it still");
}

#[test]
fn a_copy_that_lacks_more_than_the_one_before_holds_the_old_ones_back() {
    let copied = Copied::begin();
    fs::remove_dir_all(copied.shop.office.folder().join("documents")).expect("lost");
    let made = copied.tends(after(0)).made.expect("a copy");
    assert_eq!(made.lost.len(), 1);
    assert_eq!(copied.tends(after(1)), Tended::default());
    assert!(copied.safety(after(1)).doubtful);
    let concerns = copied.concerns(after(1));
    assert!(concerns.contains(&CopyConcern::Damaged));
    assert!(concerns.contains(&CopyConcern::Partly { lost: 1 }));
    assert!(concerns.contains(&CopyConcern::NotRestorable));
    office::copies_release(&copied.shop.office).expect("released");
    // The same loss is known, so that the days after it are copied as usual.
    assert!(copied.tends(after(1)).made.is_some());
    assert!(copied.tends(after(2)).made.is_some());
}

#[test]
fn what_is_wrong_with_the_plan_is_told() {
    let copied = Copied::begin();
    let office = &copied.shop.office;
    let concerns = |plan: &CopyPlan, days| {
        let safety = office::copies_safety(office, &by(after(days)), plan, None);
        named(safety.expect("safety"))
    };
    assert_eq!(concerns(&CopyPlan::default(), 0), [CopyConcern::NoPlace]);
    assert_eq!(
        concerns(&copied.plan, 0),
        [CopyConcern::Never, CopyConcern::SameDisk]
    );
    copied.tends(after(0));
    assert_eq!(concerns(&copied.plan, 4), [CopyConcern::SameDisk]);
    assert_eq!(
        concerns(&copied.plan, 5),
        [CopyConcern::Old { days: 5 }, CopyConcern::SameDisk]
    );
    let by_hand = CopyPlan {
        rhythm: CopyRhythm::Off,
        ..copied.plan.clone()
    };
    assert_eq!(
        concerns(&by_hand, 5),
        [CopyConcern::SameDisk, CopyConcern::ByHand]
    );
    let within = CopyPlace::begin(office.folder(), &office.folder().join("copies"));
    assert!(matches!(
        within,
        Err(office::OfficeError::Register(
            office::RegisterError::Nested(_)
        ))
    ));
}

/// A window whose person chooses the medium, at a moment.
fn seated(machine: &Machine, days: i64) {
    machine.seat(Person {
        folder: Some(machine.desktop().join("medium")),
        now: Some(after(days)),
        ..Person::default()
    });
}

fn asked(machine: &Machine, command: &str, input: Value) -> Value {
    let answer = machine.ask(command, &input, &|_| {}).expect("a command");
    match answer.unwrap_or_else(|refused| panic!("{command}: {refused:?}")) {
        Answer::Json(text) => serde_json::from_str(&text).expect("JSON"),
        Answer::Bytes(_) => Value::Null,
    }
}

#[test]
fn the_window_copies_by_itself_but_neither_the_sample_nor_a_copy_that_is_looked_at() {
    let machine = Machine::new(Start::Office, &SampleOffice::default());
    fs::create_dir(machine.desktop().join("medium")).expect("a medium");
    let mut copying = Copying::default();
    let copies = || {
        let shown = asked(&machine, "copies_shown", json!({ "folder": null }));
        shown["copies"].as_array().expect("copies").clone()
    };
    seated(&machine, 0);
    machine.tend(&mut copying);
    asked(&machine, "copies_place_choose", Value::Null);
    machine.tend(&mut copying);
    assert!(copies().is_empty(), "nobody has seen the window yet");
    asked(&machine, "window_ready", Value::Null);
    machine.tend(&mut copying);
    machine.tend(&mut copying);
    assert_eq!(copies().len(), 1);
    let safety = asked(&machine, "copies_safety", Value::Null);
    assert_eq!(safety["rehearsed"]["good"], true);

    seated(&machine, 1);
    asked(
        &machine,
        "copy_look",
        json!({ "copy": copies()[0]["copy"] }),
    );
    machine.tend(&mut copying);
    assert_eq!(copies().len(), 1, "a copy is not copied");
    asked(&machine, "sample_open", Value::Null);
    machine.tend(&mut copying);
    assert_eq!(copies().len(), 1, "the sample is not copied");
    asked(&machine, "sample_delete", Value::Null);
    machine.tend(&mut copying);
    assert_eq!(copies().len(), 2);

    let medium = machine.desktop().join("medium");
    let away = machine.desktop().join("in a drawer");
    fs::rename(&medium, &away).expect("unplugged");
    seated(&machine, 9);
    machine.tend(&mut copying);
    let safety = asked(&machine, "copies_safety", Value::Null);
    assert_eq!(
        safety["concerns"][0],
        json!({ "kind": "gone", "days": 8, "grave": true })
    );
    fs::rename(&away, &medium).expect("plugged in");
    machine.tend(&mut copying);
    assert_eq!(copies().len(), 3, "caught up at the next look");
}

#[test]
fn a_copy_that_is_looked_at_never_becomes_the_records_when_restoring_it_is_refused() {
    let machine = Machine::new(Start::Office, &SampleOffice::default());
    fs::create_dir(machine.desktop().join("medium")).expect("a medium");
    seated(&machine, 0);
    asked(&machine, "copies_place_choose", Value::Null);
    let task = "0193a1a0-0000-7000-8000-000000000001";
    asked(&machine, "copy_make", json!({ "task": task }));
    let records = asked(&machine, "office_info", Value::Null)["folder"].clone();
    let folder = PathBuf::from(records.as_str().expect("a folder"));
    let copies = asked(&machine, "copies_shown", json!({ "folder": null }));
    let copy = copies["copies"][0]["copy"].clone();
    let looked_at = asked(&machine, "copy_look", json!({ "copy": copy }));
    assert_eq!(looked_at["copy_of"], json!(after(0)));

    // Another program has the records open.
    let other = File::open(folder.join("office.lock")).expect("the lock");
    other.lock_shared().expect("held");
    let restore = json!({ "copy": copy, "task": task });
    let refused = machine.ask("copy_restore", &restore, &|_| {});
    assert_eq!(
        refused.expect("a command").expect_err("refused").code,
        "locked"
    );
    let open = asked(&machine, "office_info", Value::Null);
    assert_eq!(open["copy_of"], json!(after(0)), "it is looked at yet");
    let room = PathBuf::from(open["folder"].as_str().expect("a folder"));
    let state = asked(&machine, "program_state", Value::Null);
    assert_eq!(state["last_folder"], records);
    assert_eq!(state["offices"].as_array().expect("offices").len(), 1);

    // Nor is it opened as records by whoever points at it, nor removed under whoever looks.
    let opened = office::Office::open(&room, after(0));
    let opened = office::Failure::from(opened.err().expect("refused"));
    assert_eq!(opened.code, "is_a_backup");
    let again = machine.started_again();
    let info = asked(&again, "office_info", Value::Null);
    assert_eq!(info["folder"], records);
    assert!(room.join("office.sqlite").is_file());
    drop((machine, other));
    let last = again.started_again();
    asked(&last, "office_info", Value::Null);
    assert!(!room.exists(), "nobody looks at it any more");
}

#[test]
fn a_copy_whose_database_is_cut_or_gone_is_not_the_safe_one() {
    let harms: [fn(&std::path::Path); 2] = [
        |database| {
            let file = fs::File::options().write(true).open(database);
            file.expect("the database").set_len(5000).expect("cut");
        },
        |database| fs::remove_file(database).expect("removed"),
    ];
    for harm in harms {
        let copied = Copied::begin();
        let made = copied.tends(after(0)).made.expect("a copy");
        harm(&PathBuf::from(made.folder).join("office.sqlite"));
        let safety = copied.safety(after(0));
        assert_eq!(safety.last, None);
        assert!(safety.doubtful, "{safety:?}");
        let concerns = named(safety);
        assert!(concerns.contains(&CopyConcern::Broken) && !concerns.contains(&CopyConcern::Never));
        let soon = after(0) + Duration::minutes(10);
        assert!(copied.tends(soon).made.is_none(), "a medium is not filled");
        let later = after(0) + Duration::hours(2);
        assert!(copied.tends(later).made.is_some());
        let safety = copied.safety(later);
        assert_eq!(safety.last, Some(later));
        assert!(!safety.doubtful);
        assert_eq!(named(safety), [CopyConcern::SameDisk]);
    }
}

#[test]
fn a_copy_that_a_trial_failed_on_is_not_relied_on_and_the_next_one_is_tried() {
    let copied = Copied::begin();
    copied.tends(after(0));
    let made = copied.tends(after(1)).made.expect("a copy");
    let copy = PathBuf::from(made.folder);
    let mut bytes = fs::read(copy.join("office.sqlite")).expect("the database");
    bytes[5000] ^= 1;
    fs::write(copy.join("office.sqlite"), bytes).expect("altered");
    let office = &copied.shop.office;
    let tried = office::backup_rehearse(office, &by(after(1)), &copy, &go).expect("tried");
    assert_eq!(tried.fault.as_deref(), Some("altered_file"));
    let safety = copied.safety(after(1));
    assert_eq!(safety.last, Some(after(0)));
    assert!(named(safety).contains(&CopyConcern::NotRestorable));
    let later = after(1) + Duration::hours(2);
    let tended = copied.tends(later);
    assert!(tended.made.is_some() && tended.rehearsed.is_none());
    assert_eq!(copied.safety(later).last, Some(later));
    let next = after(2) + Duration::hours(3);
    let tended = copied.tends(next);
    assert!(tended.made.is_some() && tended.rehearsed.expect("a trial").good);
    assert_eq!(copied.concerns(next), [CopyConcern::SameDisk]);
}

#[test]
fn documents_that_can_not_go_are_told_of_with_what_stands_in_the_way() {
    let copied = Copied::begin();
    let place = copied.plan.place.as_ref().expect("a place");
    copied.tends(after(0));
    let evening = by(after(0) + Duration::hours(8));
    office::copy_make(&copied.shop.office, place, &evening, &go).expect("a second copy");
    let strange = place.folder.join("чужое");
    fs::create_dir(&strange).expect("a folder");
    fs::write(strange.join("office.sqlite"), "?").expect("a file");
    for day in 1..4 {
        copied.tends(after(day));
    }
    let told = CopyConcern::NotThinned {
        folder: strange.display().to_string(),
    };
    assert!(copied.concerns(after(3)).contains(&told));
    fs::remove_dir_all(&strange).expect("removed");
    assert!(!copied.concerns(after(3)).contains(&told));
}

#[test]
fn a_copy_that_lacks_a_document_stands_though_that_can_not_be_written_down() {
    let copied = Copied::begin();
    let office = &copied.shop.office;
    copied.tends(after(0));
    let folder = office.folder();
    fs::remove_dir_all(folder.join("documents")).expect("lost");
    fs::remove_dir_all(copied.medium.join("copies/documents")).expect("lost");
    // What is being written first is in the way, for the administrator too.
    fs::create_dir_all(folder.join("backups/hold.json.part/x")).expect("in the way");
    let made = copied.tends(after(1)).made.expect("a copy");
    assert_eq!(made.lost.len(), 1);
}

#[test]
fn a_copy_that_lost_something_takes_no_records_place_unasked() {
    let machine = Machine::new(Start::Office, &SampleOffice::default());
    fs::create_dir(machine.desktop().join("medium")).expect("a medium");
    seated(&machine, 0);
    let info = asked(&machine, "office_info", Value::Null);
    let folder = PathBuf::from(info["folder"].as_str().expect("a folder"));
    let office = office::Office::open(&folder, after(0)).expect("opened");
    let then = by(crate::day::at(9, 11));
    let added = office::complaint_add(&office, &then, kettle()).expect("taken in");
    let on = |_, _| ControlFlow::Continue(());
    let files = vec![receipt()];
    office::documents_add(&office, &by(after(0)), added.id, files, &on).expect("a document");
    drop(office);
    asked(&machine, "copies_place_choose", Value::Null);
    let task = "0193a1a0-0000-7000-8000-000000000001";
    asked(&machine, "copy_make", json!({ "task": task }));
    let shown = asked(&machine, "copies_shown", json!({ "folder": null }));
    let copy = shown["copies"][0]["copy"].clone();
    let shelf = PathBuf::from(shown["folder"].as_str().expect("a folder"));
    fs::remove_dir_all(shelf.join("documents")).expect("lost");
    let before = asked(&machine, "office_info", Value::Null);

    let restore = |lacking: bool| {
        let input = json!({ "copy": copy, "task": task, "lacking": lacking });
        asked(&machine, "copy_restore", input)
    };
    let told = restore(false);
    assert_eq!(told["kind"], "lacking", "{told}");
    assert_eq!(told["restored"]["lost"].as_array().map(Vec::len), Some(1));
    assert_eq!(asked(&machine, "office_info", Value::Null), before);
    let shown = asked(&machine, "copies_shown", json!({ "folder": null }));
    let leftover = shown["leftovers"][0]["leftover"].clone();
    let shown = asked(
        &machine,
        "copy_leftover_remove",
        json!({ "leftover": leftover }),
    );
    assert_eq!(shown["leftovers"], json!([]));
    let done = restore(true);
    assert_eq!(done["kind"], "in_place", "{done}");
    assert_eq!(done["restored"]["lost"].as_array().map(Vec::len), Some(1));
    let shown = asked(&machine, "copies_shown", json!({ "folder": null }));
    assert_eq!(shown["leftovers"], json!([]));
}
