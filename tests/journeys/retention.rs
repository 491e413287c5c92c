//! How long records are kept, who may have them erased, and that nothing of them is found anywhere afterwards.

use crate::day::{Shop, at, by, code, decision, kettle, thrown_away};
use chrono::{DateTime, FixedOffset};
use complaint::*;
use office::*;
use std::ops::ControlFlow;
use std::path::Path;

/// Words that stand nowhere but in the records of one person.
const PLANTED: [&str; 12] = [
    "Квазимодозубр",
    "квазимодозубр",
    "zubr.kvazi@mail.example",
    "9035557713",
    "Бурлыкинск",
    "Самоварохрюк",
    "самоварохрюк",
    "Тряпкоштан",
    "тряпкоштан",
    "Пульверизяка",
    "Дребезготень",
    "жужубарь",
];

fn later(time: &str) -> By {
    let now: DateTime<FixedOffset> = time.parse().expect("a time");
    By { now, ..by(1, 9) }
}

/// The files of a folder that hold any of the words, each with the word.
fn found_in(folder: &Path, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(found_in(&path, words));
            continue;
        }
        let bytes = std::fs::read(&path).expect("a file");
        for word in words {
            let there = bytes.windows(word.len()).any(|at| at == word.as_bytes());
            if there {
                found.push(format!("{}: {word}", path.display()));
            }
        }
    }
    found
}

fn files_below(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    entries
        .map(|entry| match entry.path().is_dir() {
            true => files_below(&entry.path()),
            false => 1,
        })
        .sum()
}

fn planted() -> NewComplaint {
    let mut complaint = kettle();
    let matter = &mut complaint.fields.matter;
    matter.complainant.name = "Квазимодозубр Марина Львовна".into();
    matter.complainant.email = "zubr.kvazi@mail.example".into();
    matter.complainant.phone = "+79035557713".into();
    matter.complainant.address = "Бурлыкинск, ул. Садовая, д. 3".into();
    matter.subject = "Самоварохрюк протекает".into();
    complaint.fields.text = "Тряпкоштан купила. Прошу вернуть деньги и извиниться.".into();
    complaint
}

/// A case with something in every place, answered, sent and closed.
fn lived(shop: &Shop) -> ComplaintId {
    let id = shop.takes(planted());
    let card = shop.card(id);
    let mut fields = card.contents.complaint.fields.clone();
    fields.matter.complainant.phone = "+79035557714".into();
    let edit = ComplaintEdit {
        id,
        version: card.contents.complaint.version,
        fields,
        scope: CardScope::ThisCase,
    };
    office::complaint_edit(&shop.office, &by(9, 13), edit).expect("edited");
    let file = IncomingFile {
        fields: DocumentFields {
            name: "Пульверизяка.txt".into(),
            file_time: None,
            provenance: Provenance {
                side: Side::Complainant,
                source: "Дребезготень".into(),
            },
        },
        content: "жужубарь в документе".as_bytes(),
    };
    let on = |_, _| ControlFlow::Continue(());
    office::documents_add(&shop.office, &by(9, 14), id, vec![file], &on).expect("stored");
    for text in ["Дребезготень звонила", "Тряпкоштан звонила"] {
        let entry = DiarySave {
            complaint: id,
            entry: None,
            fields: DiaryFields {
                at: at(9, 14),
                text: text.into(),
                source: String::new(),
            },
        };
        office::diary_save(&shop.office, &by(9, 15), entry).expect("written down");
    }
    let note = NoteSave {
        complaint: id,
        note: None,
        text: "жужубарь".into(),
    };
    office::note_save(&shop.office, &by(9, 16), note).expect("noted");
    for place in 0..2 {
        let reasons = "Самоварохрюк осмотрен, недостатка нет.";
        shop.decides(id, place, decision(DecisionKind::Refuse, reasons, None));
    }
    let choices = LetterChoices::default();
    let draft = shop.drafts(id, LetterKind::FinalRefusal, choices);
    let (issued, _) = shop.issues(&draft);
    shop.sends(&issued);
    id
}

fn closes(shop: &Shop, complaint: ComplaintId) {
    let close = CloseCase {
        complaint,
        reason: None,
    };
    office::complaint_close(&shop.office, &by(12, 9), close).expect("closed");
}

fn person_of(shop: &Shop, id: ComplaintId) -> PersonRef {
    PersonRef {
        person: shop.card(id).contents.complaint.person_id,
    }
}

fn held(complaint: ComplaintId, until: Option<&str>) -> HoldSave {
    HoldSave {
        complaint,
        hold: None,
        fields: LegalHoldFields {
            reason: "Дребезготень подаёт в суд".into(),
            ordered_by: "директор".into(),
            until: until.map(|day| day.parse().expect("a day")),
        },
    }
}

fn erase(data: &PersonData) -> PersonErase {
    let goes = data.cases.iter().filter(|case| case.fate == CaseFate::Goes);
    PersonErase {
        person: data.person,
        ground: ErasureGround::Request,
        complaints: goes.map(|case| case.complaint).collect(),
    }
}

fn keeping(data: &PersonData) -> Vec<Option<Keeping>> {
    let cases = data.cases.iter().map(|case| match &case.fate {
        CaseFate::Goes => None,
        CaseFate::Stays { keeping } => Some(keeping.clone()),
    });
    cases.collect()
}

/// The draft of a form on a case, and one that only names the person.
fn types(shop: &Shop, id: ComplaintId) {
    let put = |key: String, text: &str| {
        let put = DraftPut {
            key,
            value: serde_json::json!({ "text": text }),
        };
        office::draft_put(&shop.office, &by(11, 9), put).expect("kept");
    };
    put(format!("case/{id}/note"), "Дребезготень опять");
    put("complaint/new".into(), "zubr.kvazi@mail.example");
    put("settings/profile".into(), "ничего о ней");
}

fn draft_keys(office: &Office) -> Vec<String> {
    let drafts = office::drafts(office, &by(12, 9)).expect("drafts");
    let mut keys: Vec<String> = drafts.into_iter().map(|draft| draft.key).collect();
    keys.sort();
    keys
}

#[test]
fn of_a_person_that_is_erased_no_word_is_found_in_any_file() {
    let shop = Shop::founded();
    let stays = shop.takes(kettle());
    let id = lived(&shop);
    types(&shop, id);
    closes(&shop, id);
    office::complaint_hold(&shop.office, &by(12, 10), held(id, Some("2030-01-31"))).expect("held");
    let folder = shop.office.folder().to_owned();
    assert!(
        !found_in(&folder, &PLANTED).is_empty(),
        "what is looked for is there before"
    );
    let now = later("2033-01-09T10:00:00+03:00");
    let of_case = JournalQuery {
        complaint: Some(id),
        before: None,
        limit: 50,
    };
    let last = office::journal_page(&shop.office, &now, of_case.clone()).expect("rows");
    assert!(last.iter().filter(|row| row.undoable).count() > 5);
    let data = office::person_data(&shop.office, &now, person_of(&shop, id)).expect("told");
    assert!(data.whole && keeping(&data) == [None], "{data:?}");
    let erased = office::person_erase(&shop.office, &now, erase(&data)).expect("erased");
    assert_eq!(erased.erased.numbers, ["ВХ-2026/0002"]);
    let counts = (
        erased.erased.letters,
        erased.erased.documents,
        erased.erased.persons,
    );
    assert_eq!(counts, (1, 1, 1));

    // While the program runs, and after it.
    assert_eq!(found_in(&folder, &PLANTED), [] as [String; 0]);
    assert_eq!(files_below(&folder.join("documents")), 0);
    assert_eq!(draft_keys(&shop.office), ["settings/profile"]);
    for row in last.iter().filter(|row| row.undoable) {
        let undo = Undo {
            complaint: id,
            seq: row.seq,
        };
        let answer = code(office::undo(&shop.office, &now, undo));
        assert_eq!(answer, "erased", "{row:?}");
    }
    let rows = office::journal_page(&shop.office, &now, of_case).expect("rows");
    assert!(rows.iter().all(|row| !row.undoable), "{rows:?}");
    let search = SearchQuery {
        text: "самоварохрюк".into(),
        limit: 5,
    };
    let hits = office::search(&shop.office, &now, search).expect("searched");
    assert!(hits.is_empty());
    let verified = office::journal_verify(&shop.office, &now).expect("verified");
    assert!(verified.is_whole(), "{verified:?}");
    let kept = shop.card(stays);
    assert_eq!(kept.contents.complaint.number, "ВХ-2026/0001");
    let log = office::erasures(&shop.office, &now).expect("the log");
    assert_eq!(log.len(), 1);
    assert_eq!(
        (log[0].ground, log[0].erased.letters),
        (ErasureGround::Request, 1)
    );

    // Numbers of what is gone are given to nobody else.
    let draft = shop.drafts(stays, LetterKind::Acknowledgement, LetterChoices::default());
    let (next, _) = shop.issues(&draft);
    assert_eq!(next.summary.issued.expect("issued").number, "ИСХ-2026/0002");
    let book = Paper::RegisterBook {
        from: at(1, 0).date_naive(),
        to: at(30, 0).date_naive(),
        incoming: false,
        outgoing: true,
    };
    let (_, pdf) = office::paper_make(&shop.office, &now, &book).expect("the book");
    if let Some(text) = shop.reads(&pdf) {
        let told = text.contains("ИСХ-2026/0001") && text.contains("стёрто 09.01.2033");
        assert!(told, "{text}");
    }
    let Shop {
        office,
        folder: _all,
    } = shop;
    drop(office);
    assert_eq!(found_in(&folder, &PLANTED), [] as [String; 0]);
    let again = Office::open(&folder, now.now).expect("opened");
    assert!(
        office::journal_verify(&again, &now)
            .expect("verified")
            .is_whole()
    );
}

#[test]
fn what_must_stay_is_told_with_the_reason_and_refused() {
    let shop = Shop::founded();
    let id = lived(&shop);
    let person = person_of(&shop, id);
    let data = |by: &By| office::person_data(&shop.office, by, person).expect("told");
    assert_eq!(keeping(&data(&by(12, 8))), [Some(Keeping::Open)]);
    closes(&shop, id);
    let until = "2032-01-01".parse().expect("a day");
    let [Some(Keeping::Term { until: found, .. })] = &keeping(&data(&by(12, 10)))[..] else {
        panic!("{:?}", data(&by(12, 10)))
    };
    assert_eq!(*found, until);
    let refused = office::person_erase(&shop.office, &by(12, 10), erase(&data(&by(12, 10))));
    assert_eq!(code(refused), "erasure_changed");

    let now = later("2033-01-09T10:00:00+03:00");
    let seen = data(&now);
    let card = office::complaint_hold(&shop.office, &now, held(id, None)).expect("held");
    let refused = office::person_erase(&shop.office, &now, erase(&seen));
    assert_eq!(code(refused), "erasure_changed");
    let due = office::retention_due(&shop.office, &now).expect("due");
    assert_eq!(due.due.len(), 1);
    assert!(due.due[0].hold.is_some());
    let chosen = RetentionErase {
        complaints: vec![id],
        documents: Vec::new(),
    };
    let refused = office::retention_erase(&shop.office, &now, chosen.clone());
    assert_eq!(code(refused), "held");
    let lift = HoldRef {
        complaint: id,
        hold: card.holds[0].id,
    };
    let lifted = office::complaint_hold_lift(&shop.office, &now, lift).expect("lifted");
    assert!(lifted.holds[0].lifted_at.is_some());
    let again = office::complaint_hold_lift(&shop.office, &now, lift);
    assert_eq!(code(again), "not_found");
    let erased = office::retention_erase(&shop.office, &now, chosen.clone()).expect("erased");
    assert_eq!(erased.numbers, ["ВХ-2026/0001"]);
    let again = office::retention_erase(&shop.office, &now, chosen);
    assert_eq!(code(again), "not_found");
    let log = office::erasures(&shop.office, &now).expect("the log");
    assert_eq!(log[0].ground, ErasureGround::TermOver);
}

#[test]
fn an_order_stops_the_emptying_of_the_trash() {
    let shop = Shop::founded();
    let [kept, goes] = [shop.takes(kettle()), shop.takes(kettle())];
    for complaint in [kept, goes] {
        let input = thrown_away(complaint);
        office::complaint_trash(&shop.office, &by(10, 9), input).expect("in the trash");
    }
    office::complaint_hold(&shop.office, &by(10, 10), held(kept, Some("2026-11-20")))
        .expect("held");
    let due = office::retention_due(&shop.office, &by(10, 11)).expect("due");
    assert_eq!((due.due.len(), due.waiting.len()), (0, 2));
    assert_eq!(
        due.waiting[0].goes_on,
        at(10, 0).date_naive() + chrono::TimeDelta::days(30)
    );
    let seen = office::trash_contents(&shop.office, &by(10, 11)).expect("contents");
    assert_eq!((seen.numbers.len(), seen.held), (1, 1));
    office::trash_empty(&shop.office, &by(10, 11), seen).expect("emptied");
    assert_eq!(shop.card(kept).holds.len(), 1);
    // The last day is over, so it goes.
    let seen = office::trash_contents(&shop.office, &by(21, 11)).expect("contents");
    assert_eq!((seen.numbers.len(), seen.held), (1, 0));
    let chosen = RetentionErase {
        complaints: vec![kept],
        documents: Vec::new(),
    };
    let early = office::retention_erase(&shop.office, &by(21, 11), chosen);
    assert_eq!(code(early), "not_due");
}

#[test]
fn terms_are_set_by_the_office_and_what_is_due_goes_by_itself_only_where_it_chose_that() {
    let shop = Shop::founded();
    let mut thanks = kettle();
    thanks.fields.matter.kind = Kind::Gratitude;
    thanks.demands.clear();
    let id = shop.takes(thanks);
    let close = CloseCase {
        complaint: id,
        reason: Some((NoAnswerReason::NothingAsked, String::new())),
    };
    office::complaint_close(&shop.office, &by(12, 9), close).expect("closed");
    let due = |time: &str| {
        office::retention_due(&shop.office, &later(time))
            .expect("due")
            .due
    };
    assert_eq!(due("2027-12-31T09:00:00+03:00").len(), 0);
    assert_eq!(due("2028-01-01T09:00:00+03:00").len(), 1);
    let set = |retention: serde_json::Value| {
        let retention = serde_json::from_value(retention).expect("terms");
        let change = NormChange::Retention { retention };
        office::norm_apply(&shop.office, &by(13, 9), change)
    };
    let short = serde_json::json!({ "terms": [{ "kind": "claim", "years": 3 }] });
    assert_eq!(code(set(short)), "norm");
    let longer = serde_json::json!({ "terms": [{ "kind": "gratitude", "years": 2 }] });
    set(longer.clone()).expect("set");
    let now = later("2029-01-01T09:00:00+03:00");
    assert_eq!(due("2028-12-31T09:00:00+03:00").len(), 0);
    assert_eq!(due("2029-01-01T09:00:00+03:00").len(), 1);
    assert_eq!(
        office::retention_tend(&shop.office, &now).expect("tended"),
        None
    );
    let itself =
        serde_json::json!({ "terms": [{ "kind": "gratitude", "years": 2 }], "by_itself": true });
    set(itself.clone()).expect("set");
    let tend = |by: &By| office::retention_tend(&shop.office, by).expect("tended");
    // Since 2026 nothing was written: the clock may be wrong.
    assert_eq!(tend(&now), None);
    set(longer).expect("set");
    let change = NormChange::Retention {
        retention: serde_json::from_value(itself).expect("terms"),
    };
    office::norm_apply(&shop.office, &now, change).expect("chosen");
    assert_eq!(tend(&now), None, "not on the day on which it was chosen");
    let now = later("2029-01-02T10:00:00+03:00");
    assert_eq!(tend(&now).expect("gone").numbers, ["ВХ-2026/0001"]);
    let query = JournalQuery {
        limit: 1,
        ..JournalQuery::default()
    };
    let rows = office::journal_page(&shop.office, &now, query).expect("rows");
    assert_eq!(rows[0].op.as_str(), "retention_erase");
    assert_eq!(rows[0].detail["by_itself"], true);
    assert_eq!(
        office::retention_tend(&shop.office, &now).expect("tended"),
        None
    );
}

#[test]
fn the_report_says_what_is_held_where_from_why_until_when_and_to_whom_it_went() {
    let shop = Shop::founded();
    let id = lived(&shop);
    closes(&shop, id);
    let person = person_of(&shop, id).person;
    let (_, pdf) = office::paper_make(&shop.office, &by(13, 9), &Paper::PersonData { person })
        .expect("the report");
    let Some(text) = shop.reads(&pdf) else { return };
    for words in [
        "Квазимодозубр Марина Львовна",
        "Бурлыкинск",
        "ООО «Северный дом»",
        "ВХ-2026/0001",
        "электронная почта",
        "Пульверизяка.txt",
        "01.01.2032",
        "402-ФЗ",
        "ИСХ-2026/0001",
        "10.11.2026",
        "Роскомнадзор",
    ] {
        assert!(
            text.to_lowercase().contains(&words.to_lowercase()),
            "{words}: {text}"
        );
    }
}

#[test]
fn copies_that_hold_on_to_what_goes_are_named_with_their_last_day() {
    let shop = Shop::founded();
    let id = lived(&shop);
    let shelf = shop.folder.path().join("shelf");
    let on = |_, _| ControlFlow::Continue(());
    office::backup_create(&shop.office, &by(11, 9), &shelf, &on).expect("copied");
    closes(&shop, id);
    let now = later("2033-01-09T10:00:00+03:00");
    let data = office::person_data(&shop.office, &now, person_of(&shop, id)).expect("told");
    assert_eq!(data.copies.len(), 1);
    assert_eq!(data.copies[0].until, "2028-12-11".parse().ok());
    let erased = office::person_erase(&shop.office, &now, erase(&data)).expect("erased");
    assert_eq!(erased.copies, data.copies);
}

#[test]
fn a_persons_data_say_which_cases_of_others_tell_of_the_person_and_what_has_left() {
    let shop = Shop::founded();
    let id = lived(&shop);
    let mut by_name = kettle();
    by_name.fields.matter.complainant.name = "Орлов Пётр Ильич".into();
    by_name.fields.text = "Со мной была Марина Львовна Квазимодозубр, она всё видела.".into();
    let by_name = shop.takes(by_name);
    let mut by_mail = kettle();
    by_mail.fields.matter.complainant.name = "Зайцева Ольга".into();
    by_mail.fields.text = "Ответ перешлите на zubr.kvazi@mail.example".into();
    let by_mail = shop.takes(by_mail);
    let mut neither = kettle();
    neither.fields.matter.complainant.name = "Львовна Марина".into();
    neither.fields.text = "Марина Львовна тут ни при чём.".into();
    shop.takes(neither);
    let person = shop.card(id).contents.complaint.person_id;
    let data = office::person_data(&shop.office, &by(12, 9), PersonRef { person });
    let data = data.expect("the data");
    let mut told: Vec<ComplaintId> = data.mentioned.iter().map(|case| case.complaint).collect();
    told.sort();
    let mut expected = vec![by_name, by_mail];
    expected.sort();
    assert_eq!(told, expected, "{:?}", data.mentioned);
    assert_eq!(data.sent, 1);
}
