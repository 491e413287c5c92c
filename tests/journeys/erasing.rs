//! What erasing takes, and what it leaves to others: their drafts, what undoing brings back, and what an
//! erasure before could not remove.

use crate::day::{Shop, at, by, code, kettle};
use complaint::*;
use office::*;
use serde_json::json;
use std::fs;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;

fn adds(shop: &Shop, id: ComplaintId, day: u32, name: &str, content: &str) -> DocumentRef {
    let file = IncomingFile {
        fields: DocumentFields {
            name: name.into(),
            file_time: None,
            provenance: Provenance {
                side: Side::Complainant,
                source: "принесено".into(),
            },
        },
        content: content.as_bytes(),
    };
    let on = |_, _| ControlFlow::Continue(());
    let added = office::documents_add(&shop.office, &by(day, 13), id, vec![file], &on);
    DocumentRef {
        complaint: id,
        document: added.expect("stored").remove(0).id,
    }
}

fn trashes(shop: &Shop, complaint: ComplaintId, day: u32) {
    let input = ComplaintRef { complaint };
    office::complaint_trash(&shop.office, &by(day, 15), input).expect("in the trash");
}

fn empties(shop: &Shop, day: u32) {
    let seen = office::trash_contents(&shop.office, &by(day, 16)).expect("contents");
    office::trash_empty(&shop.office, &by(day, 16), seen).expect("emptied");
}

/// Gratitude that nobody has to answer, closed on the twelfth.
fn thanked(shop: &Shop) -> ComplaintId {
    let mut thanks = kettle();
    thanks.fields.matter.kind = Kind::Gratitude;
    thanks.demands.clear();
    shop.takes(thanks)
}

fn closes(shop: &Shop, complaint: ComplaintId) {
    let close = CloseCase {
        complaint,
        reason: Some((NoAnswerReason::NothingAsked, String::new())),
    };
    office::complaint_close(&shop.office, &by(12, 9), close).expect("closed");
}

fn later(time: &str) -> By {
    By {
        now: time.parse().expect("a time"),
        ..by(1, 9)
    }
}

fn contents_below(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        match entry.path().is_dir() {
            true => found.extend(contents_below(&entry.path())),
            false => found.push(fs::read_to_string(entry.path()).expect("a document")),
        }
    }
    found.sort();
    found
}

#[test]
fn a_document_in_the_trash_goes_with_its_case_whose_term_is_over() {
    let shop = Shop::founded();
    let id = thanked(&shop);
    let document = adds(&shop, id, 9, "открытка.txt", "спасибо");
    office::document_trash(&shop.office, &by(10, 9), document).expect("in the trash");
    closes(&shop, id);
    let now = later("2028-01-01T09:00:00+03:00");
    let due = office::retention_due(&shop.office, &now).expect("due").due;
    let listed: Vec<_> = due
        .iter()
        .map(|item| (item.complaint, item.document))
        .collect();
    assert_eq!(listed, [(id, None)]);
    // Even where somebody saw the document in the list before.
    let chosen = RetentionErase {
        complaints: vec![id],
        documents: vec![document.document],
    };
    let erased = office::retention_erase(&shop.office, &now, chosen).expect("erased");
    assert_eq!((erased.numbers.len(), erased.documents), (1, 1));
    let contents = contents_below(&shop.office.folder().join("documents"));
    assert_eq!(contents, [] as [String; 0]);
}

#[test]
fn the_drafts_of_others_stay_when_a_person_is_erased() {
    let shop = Shop::founded();
    let stays = shop.takes(kettle());
    let mut short = kettle();
    let who = &mut short.fields.matter.complainant;
    (who.name, who.email, who.phone) = (
        "Ян".into(),
        "yan@mail.example".into(),
        "+79035557713".into(),
    );
    let id = shop.takes(short);
    adds(&shop, id, 9, "чек.txt", "1");
    trashes(&shop, id, 10);
    let put = |key: String, value: serde_json::Value| {
        let put = DraftPut { key, value };
        office::draft_put(&shop.office, &by(11, 9), put).expect("kept");
    };
    put(
        format!("case/{stays}/note"),
        json!({ "text": "Ян", "to": "yan@mail.example" }),
    );
    put(
        "complaint/new".into(),
        json!({ "name": "Январёв", "text": "Январь, 1 шт.", "phone": "" }),
    );
    put(
        "mail/one".into(),
        json!({ "matter": { "complainant": { "name": "ЯН" } } }),
    );
    put(
        "mail/two".into(),
        json!({ "phones": ["8 (903) 555-77-13"] }),
    );
    let [own, other] = [
        "0193a1a0-0000-7000-8000-000000000001",
        "0193a1a0-0000-7000-8000-000000000002",
    ];
    let files = json!({ own: "/home/o/чек.txt", other: "/home/o/расчёт чек.txt.pdf" });
    office::files_keep(&shop.office, at(11, 9), &files).expect("kept");

    let card = shop.card(id);
    let erase = PersonErase {
        person: card.contents.complaint.person_id,
        ground: ErasureGround::Request,
        complaints: vec![id],
    };
    let erased = office::person_erase(&shop.office, &by(12, 9), erase).expect("erased");
    assert_eq!(erased.erased.persons, 1);
    let drafts = office::drafts(&shop.office, &by(12, 9)).expect("drafts");
    let mut keys: Vec<String> = drafts.into_iter().map(|draft| draft.key).collect();
    keys.sort();
    assert_eq!(keys, [format!("case/{stays}/note"), "complaint/new".into()]);
    let kept = office::files_kept(&shop.office)
        .expect("read")
        .expect("files");
    assert_eq!(kept, json!({ other: "/home/o/расчёт чек.txt.pdf" }));
}

#[test]
fn what_undoing_took_away_is_there_to_be_brought_back_until_its_case_goes() {
    let shop = Shop::founded();
    let held = shop.takes(kettle());
    let document = adds(&shop, held, 9, "акт.txt", "акт осмотра");
    let last = || {
        let query = JournalQuery {
            complaint: Some(held),
            before: None,
            limit: 1,
        };
        let rows = office::journal_page(&shop.office, &by(12, 9), query).expect("rows");
        Undo {
            complaint: held,
            seq: rows[0].seq,
        }
    };
    office::undo(&shop.office, &by(10, 9), last()).expect("undone");
    let undoing = last();
    let order = HoldSave {
        complaint: held,
        hold: None,
        fields: LegalHoldFields {
            reason: "суд".into(),
            ordered_by: "директор".into(),
            until: "2026-11-20".parse().ok(),
        },
    };
    office::complaint_hold(&shop.office, &by(10, 10), order).expect("held");
    let gone = shop.takes(kettle());
    adds(&shop, gone, 9, "чужое.txt", "чужое");
    trashes(&shop, gone, 10);
    empties(&shop, 10);
    office::undo(&shop.office, &by(11, 9), undoing).expect("brought back");
    let (_, mut content) = office::document_content(&shop.office, document).expect("whole");
    let mut text = String::new();
    content.read_to_string(&mut text).expect("read");
    assert_eq!(text, "акт осмотра");

    office::undo(&shop.office, &by(11, 10), last()).expect("undone");
    trashes(&shop, held, 21);
    empties(&shop, 21);
    let contents = contents_below(&shop.office.folder().join("documents"));
    assert_eq!(contents, [] as [String; 0]);
}

#[cfg(unix)]
#[test]
fn what_could_not_be_removed_goes_with_the_next_erasure() {
    let shop = Shop::founded();
    let documents = shop.office.folder().join("documents");
    let first = shop.takes(kettle());
    adds(&shop, first, 9, "первое.txt", "первое");
    let shards = || fs::read_dir(&documents).expect("a folder").flatten();
    let shard = shards().next().expect("the one").path();
    let aside = shop.folder.path().join("aside");
    fs::rename(&shard, &aside).expect("moved");
    std::os::unix::fs::symlink(&aside, &shard).expect("a link");
    trashes(&shop, first, 10);
    empties(&shop, 10);
    assert_eq!(contents_below(&aside), ["первое"], "a link is not followed");
    fs::remove_file(&shard).expect("the link goes");
    fs::rename(&aside, &shard).expect("moved back");

    let second = shop.takes(kettle());
    adds(&shop, second, 11, "второе.txt", "второе");
    trashes(&shop, second, 11);
    empties(&shop, 11);
    assert_eq!(contents_below(&documents), [] as [String; 0]);
    let refused = office::document_content(
        &shop.office,
        DocumentRef {
            complaint: second,
            document: DocumentId(second.0),
        },
    );
    assert_eq!(code(refused.map(|_| ())), "not_found");
}
