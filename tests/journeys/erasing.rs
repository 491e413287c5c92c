//! What erasing takes, and what it leaves to others: their drafts, what undoing brings back, and what an
//! erasure before could not remove.

use crate::day::{Shop, at, by, code, decision, kettle, thrown_away};
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
    let input = thrown_away(complaint);
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

/// A person as a card of their own.
fn someone(name: &str, phone: &str) -> NewComplaint {
    let mut new = kettle();
    let who = &mut new.fields.matter.complainant;
    (who.name, who.email, who.phone) = (name.into(), String::new(), phone.into());
    new
}

/// Changes what a card says, for every case of the person.
fn renames(shop: &Shop, id: ComplaintId, hour: u32, make: impl Fn(&mut Complainant)) {
    let card = shop.card(id);
    let mut fields = card.contents.complaint.fields.clone();
    make(&mut fields.matter.complainant);
    let edit = ComplaintEdit {
        id,
        version: card.contents.complaint.version,
        fields,
        scope: CardScope::EveryCase,
    };
    office::complaint_edit(&shop.office, &by(9, hour), edit).expect("edited");
}

fn undoable(shop: &Shop, id: ComplaintId, op: &str) -> Vec<bool> {
    let query = JournalQuery {
        complaint: Some(id),
        before: None,
        limit: 50,
    };
    let rows = office::journal_page(&shop.office, &by(12, 9), query).expect("rows");
    let rows = rows.into_iter().filter(|row| row.op.as_str() == op);
    rows.map(|row| row.undoable).collect()
}

#[test]
fn what_a_case_shared_with_one_that_stays_is_kept_for_that_one() {
    let shop = Shop::founded();
    let gone = shop.takes(someone("Щеглова Раиса", "+79035557713"));
    let mut second = someone("Щеглова Раиса", "+79035557713");
    second.person_id = Some(shop.card(gone).contents.complaint.person_id);
    let stays = shop.takes(second);
    renames(&shop, gone, 13, |who| who.phone = "+79035557799".into());
    assert_eq!(undoable(&shop, stays, "complaint_edit"), [true]);
    trashes(&shop, gone, 10);
    empties(&shop, 10);
    assert_eq!(undoable(&shop, stays, "complaint_edit"), [true]);
    assert_eq!(undoable(&shop, gone, "complaint_add"), [false]);
    trashes(&shop, stays, 11);
    empties(&shop, 11);
    assert_eq!(undoable(&shop, stays, "complaint_edit"), [false]);
}

#[test]
fn of_forms_of_a_name_that_was_changed_nothing_is_left() {
    let shop = Shop::founded();
    let id = shop.takes(someone("Дюмазубр Алекс", "+79035557713"));
    let keeps = |hour: u32, words: &str| {
        renames(&shop, id, hour, |who| who.name_dative = Some(words.into()));
    };
    keeps(11, "Дюмазубру Алексу");
    keeps(12, "Дюмазубрюку Алексу");
    renames(&shop, id, 13, |who| who.name = "Зябликова Анна".into());
    assert!(
        !office::own_name_forms(&shop.office, &by(9, 14))
            .expect("forms")
            .is_empty()
    );
    trashes(&shop, id, 10);
    empties(&shop, 10);
    assert!(
        office::own_name_forms(&shop.office, &by(10, 17))
            .expect("forms")
            .is_empty()
    );
    let told = |folder: &Path| -> bool {
        let files = fs::read_dir(folder).expect("a folder").flatten();
        let files = files.map(|file| file.path()).filter(|file| file.is_file());
        let word = "Дюмазубр".as_bytes();
        files.into_iter().any(|file| {
            let bytes = fs::read(file).expect("a file");
            bytes.windows(word.len()).any(|part| part == word)
        })
    };
    assert!(!told(shop.office.folder()));
}

#[test]
fn from_the_trash_no_way_leads_around_the_term_of_a_closed_case() {
    let shop = Shop::founded();
    let id = thanked(&shop);
    closes(&shop, id);
    trashes(&shop, id, 13);
    let seen = office::trash_contents(&shop.office, &by(13, 16)).expect("contents");
    assert_eq!((seen.numbers.len(), seen.kept), (0, 1));
    empties(&shop, 13);
    assert!(shop.card(id).contents.complaint.closed_at.is_some());
    let due = office::retention_due(&shop.office, &by(13, 17)).expect("due");
    let waits = &due.waiting[0];
    assert!(waits.trashed && waits.ground == ErasureGround::TermOver);
    assert_eq!(waits.since, at(12, 0).date_naive());
    assert_eq!(waits.goes_on, "2028-01-01".parse().expect("a day"));
}

#[cfg(unix)]
#[test]
fn copies_to_look_at_are_written_over_before_they_go() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let document = adds(&shop, id, 9, "чек.txt", "чек на чайник");
    let open = DocumentOpen {
        complaint: id,
        document: document.document,
        confirmed: true,
    };
    let copy = office::document_copy(&shop.office, open).expect("a copy");
    let link = shop.folder.path().join("link");
    fs::hard_link(&copy, &link).expect("a second name");
    trashes(&shop, id, 10);
    empties(&shop, 10);
    assert!(!copy.exists());
    let left = fs::read(&link).expect("the bytes");
    assert!(!left.is_empty() && left.iter().all(|byte| *byte == 0));
}

#[test]
fn records_that_a_copy_took_the_place_of_are_named_among_what_holds_a_person() {
    let shop = Shop::founded();
    let person = PersonRef {
        person: shop.card(shop.takes(kettle())).contents.complaint.person_id,
    };
    let name = shop
        .office
        .folder()
        .file_name()
        .expect("a name")
        .to_string_lossy();
    let beside = [
        "-before-2026-11-01-120000",
        ".restored-2026-11-02",
        "-other",
    ];
    for ending in beside {
        let folder = shop
            .office
            .folder()
            .with_file_name(format!("{name}{ending}"));
        fs::create_dir(folder).expect("a folder");
    }
    let data = office::person_data(&shop.office, &by(10, 9), person).expect("told");
    let mut told = data.copies.iter().map(|copy| copy.folder.clone());
    for ending in &beside[..2] {
        assert!(told.next().is_some_and(|folder| folder.ends_with(ending)));
    }
    assert_eq!(told.next(), None);
}

#[test]
fn a_case_that_a_message_answered_is_no_nobodys_record() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    for place in 0..2 {
        let reasons = "Недостатка нет.";
        shop.decides(id, place, decision(DecisionKind::Refuse, reasons, None));
    }
    let compose = FormsCompose {
        complaint: id,
        kind: FormKind::Public,
        language: None,
        limit: None,
    };
    let card = office::forms_compose(&shop.office, &by(10, 9), compose).expect("a form");
    let save = FormSave {
        complaint: id,
        id: None,
        form: card.form,
    };
    let kept = office::form_save(&shop.office, &by(10, 9), save).expect("kept");
    adds(&shop, id, 10, "чек.txt", "чек");
    trashes(&shop, id, 10);
    let contents = |day| office::trash_contents(&shop.office, &by(day, 9)).expect("contents");
    assert_eq!((contents(11).numbers.len(), contents(11).kept), (1, 0));
    let restore = ComplaintRef { complaint: id };
    office::complaint_restore(&shop.office, &by(11, 9), restore).expect("back");
    let used = FormUsed {
        form: kept.id.expect("an id"),
        at: at(11, 10),
        place: "Карты".into(),
        link: String::new(),
    };
    office::form_used(&shop.office, &by(11, 11), used).expect("noted");
    trashes(&shop, id, 11);
    let told = contents(12);
    assert_eq!((told.numbers.len(), told.kept, told.bytes), (0, 1, 0));
    empties(&shop, 12);
    assert!(
        shop.card(id).contents.complaint.trashed_at.is_some(),
        "it is there yet"
    );
}

#[test]
fn an_erasure_has_its_act_that_names_nobody() {
    let shop = Shop::founded();
    let (gone, stays) = (shop.takes(kettle()), shop.takes(kettle()));
    adds(&shop, gone, 9, "паспорт.txt", "серия и номер");
    let single = adds(&shop, stays, 9, "доверенность.txt", "на кого");
    let name = shop
        .card(gone)
        .contents
        .complaint
        .fields
        .matter
        .complainant
        .name;
    trashes(&shop, gone, 10);
    office::document_trash(&shop.office, &by(10, 16), single).expect("trashed");
    empties(&shop, 11);
    let row = office::erasures(&shop.office, &by(12, 9))
        .expect("the log")
        .remove(0);
    let paper = |seq: i64| office::paper_make(&shop.office, &by(12, 9), &Paper::ErasureAct { seq });
    assert_eq!(code(paper(1)), "not_found", "the founding erased nothing");
    let (file, pdf) = paper(row.seq).expect("the act");
    assert_eq!(file, format!("Акт об уничтожении {}.pdf", row.seq));
    let Some(text) = shop.reads(&pdf) else { return };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let newest = JournalQuery {
        limit: 1,
        ..JournalQuery::default()
    };
    let rows = office::journal_page(&shop.office, &by(12, 9), newest).expect("rows");
    for said in [
        "об уничтожении персональных данных от 11.11.2026",
        "полностью: ВХ-2026/0001",
        "ВХ-2026/0002: документов 1",
        "Выгрузка из журнала регистрации событий",
        &rows[0].hash[..32],
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    for secret in name.split_whitespace().chain(["паспорт", "доверенность"]) {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
}
