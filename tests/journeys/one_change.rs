//! What the user does is one change: it stands or falls whole, under one row of the journal, and is undone whole.

use crate::day::{Shop, by, code, kettle};
use complaint::{CardScope, ComplaintId, Provenance, Regime, Side};
use office::{
    Card, CloseCase, ComplaintEdit, FormSave, FormUsed, FormsCompose, IncomingFile, JournalQuery,
    LetterDraft, NewComplaint, PageQuery, Undo, complaint_edit,
};
use register::Op;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

const MAIL: &[u8] = include_bytes!("../fixtures/pretenziya.eml");

/// The acts of the journal so far, the newest first.
fn acts(shop: &Shop) -> Vec<String> {
    let all = JournalQuery {
        complaint: None,
        before: None,
        limit: 1_000,
    };
    let rows = office::journal_page(&shop.office, &by(10, 9), all).expect("the journal");
    rows.into_iter()
        .map(|row| row.op.as_str().to_owned())
        .collect()
}

/// What the case screen would send when nothing was changed on it.
fn as_shown(card: &Card) -> ComplaintEdit {
    ComplaintEdit {
        id: card.contents.complaint.id,
        version: card.contents.complaint.version,
        fields: card.contents.complaint.fields.clone(),
        scope: CardScope::ThisCase,
    }
}

/// Everything an edit can touch.
fn touched(card: &Card) -> (complaint::ComplaintFields, Vec<complaint::Demand>) {
    let demands = card.demands.iter().map(|view| view.demand.clone());
    (card.contents.complaint.fields.clone(), demands.collect())
}

#[test]
fn a_refused_edit_leaves_the_card_on_no_case_of_the_person() {
    let shop = Shop::founded();
    let first = shop.takes(kettle());
    let second = shop.takes(NewComplaint {
        fields: complaint::ComplaintFields {
            matter: complaint::Matter {
                subject: "Ещё один чайник".into(),
                ..kettle().fields.matter
            },
            ..kettle().fields
        },
        ..kettle()
    });
    let before = [touched(&shop.card(first)), touched(&shop.card(second))];
    let shown = shop.card(first);
    assert_eq!(
        shown.contents.complaint.person_id,
        shop.card(second).contents.complaint.person_id,
        "one person, two cases"
    );

    // Somebody else writes on the case meanwhile.
    let note = office::NoteSave {
        complaint: first,
        note: None,
        text: "Звонила, ждёт".into(),
    };
    office::note_save(&shop.office, &by(10, 9), note).expect("noted");
    let told = acts(&shop);
    let mut edit = as_shown(&shown);
    edit.fields.matter.complainant.name = "Другая Анна Петровна".into();
    edit.fields.matter.subject = "Другое".into();
    let refused = complaint_edit(&shop.office, &by(10, 10), edit.clone());
    assert_eq!(code(refused), "conflict");

    // On a closed case it is refused as well.
    let close = CloseCase {
        complaint: first,
        reason: Some((complaint::NoAnswerReason::Withdrawn, "Отозвала".into())),
    };
    office::complaint_close(&shop.office, &by(10, 11), close).expect("closed");
    edit.version = shop.card(first).contents.complaint.version;
    assert_eq!(
        code(complaint_edit(&shop.office, &by(10, 12), edit)),
        "closed"
    );

    assert_eq!(
        [touched(&shop.card(first)), touched(&shop.card(second))],
        before
    );
    assert_eq!(acts(&shop).len(), told.len() + 1, "only the closing is new");
}

#[test]
fn an_edit_is_looked_at_as_taking_in_is() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let refused = |change: &dyn Fn(&mut ComplaintEdit)| {
        let mut edit = as_shown(&shop.card(id));
        change(&mut edit);
        let refusal = complaint_edit(&shop.office, &by(10, 10), edit).expect_err("refused");
        office::Failure::from(refusal).field
    };
    let long = "я".repeat(1_001);
    assert_eq!(
        refused(&|edit| edit.fields.matter.order.clone_from(&long)).as_deref(),
        Some("order")
    );
    assert_eq!(
        refused(&|edit| edit.fields.matter.subject.clone_from(&long)).as_deref(),
        Some("subject")
    );
    assert_eq!(
        refused(&|edit| edit.fields.matter.their_date = Some(by(29, 9).now.date_naive()))
            .as_deref(),
        Some("their_date")
    );
    assert_eq!(
        refused(&|edit| edit.fields.received_at = by(20, 9).now).as_deref(),
        Some("received_at")
    );
}

#[test]
fn an_edit_is_one_change_and_one_undo_takes_all_of_it_back() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let before = shop.card(id);
    let told = acts(&shop);

    let mut edit = as_shown(&before);
    edit.fields.matter.complainant.name = "Соколова Марина Игоревна".into();
    edit.fields.matter.complainant.salutation = Some("Уважаемая Марина Игоревна!".into());
    edit.fields.matter.subject = "Чайник течёт".into();
    edit.fields.matter.regime = Regime::Distance;
    let edited = complaint_edit(&shop.office, &by(10, 10), edit).expect("edited");
    assert_eq!(acts(&shop).len(), told.len() + 1);
    assert_ne!(
        edited.demands[0].demand.rule, before.demands[0].demand.rule,
        "the terms are those of the other rules"
    );
    let kept = || office::own_name_forms(&shop.office, &by(10, 11)).expect("kept forms");
    assert_eq!(kept().len(), 1);

    let undo = |seq| {
        let undo = Undo { complaint: id, seq };
        office::undo(&shop.office, &by(10, 12), undo).expect("undone")
    };
    let undone = undo(edited.undo.expect("something to undo").seq);
    assert_eq!(touched(&undone), touched(&before));
    assert!(kept().is_empty());
}

#[test]
fn a_message_is_taken_in_as_one_change_with_the_clocks_of_one_taken_by_hand() {
    let shop = Shop::founded();
    let proposed = office::mail_propose(&shop.office, &by(9, 12), MAIL).expect("a draft");
    let told = acts(&shop);
    let id = ComplaintId::new();
    let draft = NewComplaint {
        id: Some(id),
        ..proposed.draft.clone()
    };
    let every: Vec<u32> = (0u32..).take(proposed.attachments.len()).collect();
    let take = || office::mail_take(&shop.office, &by(9, 12), MAIL, draft.clone(), &every);
    let taken = take().expect("taken in");
    assert_eq!(acts(&shop).len(), told.len() + 1);
    let by_mail = shop.card(taken.id);
    assert_eq!(
        by_mail.contents.documents.len(),
        every.len() + 1,
        "with the message itself"
    );

    let by_hand = shop.takes(NewComplaint {
        id: None,
        ..draft.clone()
    });
    let clocks = |id| -> BTreeMap<String, String> {
        let running = shop.card(id).running;
        running
            .iter()
            .map(|clock| {
                (
                    format!("{:?}", clock.fields.kind),
                    format!("{:?}", clock.legal),
                )
            })
            .collect()
    };
    assert!(!clocks(by_hand).is_empty(), "the office's goals run");
    assert_eq!(clocks(taken.id), clocks(by_hand));

    // Handed in again, as after an answer that was lost, it is the same complaint.
    let again = take().expect("the same");
    assert_eq!((again.id, again.number), (taken.id, taken.number.clone()));
    let page = PageQuery {
        query: complaint::RegisterQuery::default(),
        offset: 0,
        limit: 10,
    };
    let listed = office::register_page(&shop.office, &by(10, 9), page).expect("a page");
    assert_eq!(listed.total, 2);
    assert_eq!(
        shop.card(taken.id).contents.documents.len(),
        every.len() + 1
    );

    // Nor does what was put right since make another complaint of it.
    let mut edit = as_shown(&shop.card(taken.id));
    edit.fields.matter.subject = "Возврат за чайник".into();
    complaint_edit(&shop.office, &by(10, 10), edit).expect("edited");
    assert_eq!(take().expect("the same").number, taken.number);

    // What says something else is not passed off as it: other words, another demand, other files.
    let refused = |taken_in: office::Result<office::Added>| {
        let refusal = office::Failure::from(taken_in.expect_err("refused"));
        (refusal.code, refusal.detail)
    };
    let already = ("already_recorded".to_owned(), Some(taken.number.clone()));
    let mut worded = draft.clone();
    worded.fields.text = "Совсем о другом".into();
    let mut demanding = draft.clone();
    demanding.demands.extend(kettle().demands);
    assert_ne!(demanding.demands, draft.demands);
    for other in [worded, demanding] {
        let again = office::mail_take(&shop.office, &by(9, 13), MAIL, other, &every);
        assert_eq!(refused(again), already);
    }
    let fewer = office::mail_take(&shop.office, &by(9, 13), MAIL, draft.clone(), &every[1..]);
    assert_eq!(refused(fewer), already);
    let bare = office::complaint_add(&shop.office, &by(9, 13), draft);
    assert_eq!(refused(bare), already);
}

#[test]
fn a_complaint_taken_by_hand_and_its_files_are_one_change() {
    let shop = Shop::founded();
    let told = acts(&shop);
    let file = |name: &str, content: &'static [u8]| IncomingFile {
        fields: complaint::DocumentFields {
            name: name.to_owned(),
            file_time: None,
            provenance: Provenance {
                side: Side::Complainant,
                source: String::new(),
            },
        },
        content,
    };
    let files = || vec![file("чек.txt", b"4590"), file("фото.txt", b"steam")];
    let go_on = |_, _| ControlFlow::Continue(());
    let take = |complaint, files, hear: &dyn Fn(usize, u64) -> ControlFlow<()>| {
        office::complaint_add_with(&shop.office, &by(9, 12), complaint, files, hear)
    };

    // Refused before the files are read, while they are, and in the midst of the change.
    let mut silent = kettle();
    silent.fields.text = String::new();
    silent.fields.matter.subject = String::new();
    let never = |_, _| panic!("no file is read");
    assert_eq!(code(take(silent, files(), &never)), "field");
    let stop = |_, _| ControlFlow::Break(());
    assert_eq!(code(take(kettle(), files(), &stop)), "cancelled");
    let foreign = NewComplaint {
        person_id: Some(complaint::PersonId::new()),
        ..kettle()
    };
    assert_eq!(code(take(foreign, files(), &go_on)), "not_found");
    assert_eq!(acts(&shop), told);

    let id = Some(ComplaintId::new());
    let complaint = NewComplaint { id, ..kettle() };
    let added = take(complaint.clone(), files(), &go_on).expect("taken in");
    assert_eq!(acts(&shop).len(), told.len() + 1);
    let names = |card: Card| -> Vec<String> {
        let documents = card.contents.documents.into_iter();
        documents.map(|document| document.fields.name).collect()
    };
    assert_eq!(names(shop.card(added.id)), ["чек.txt", "фото.txt"]);
    assert!(added.number.ends_with("0001"), "no number was spent");

    // Handed in again, as after an answer that was lost, it keeps its files once.
    let again = take(complaint, files(), &go_on).expect("the same");
    assert_eq!((again.id, again.number), (added.id, added.number));
    assert_eq!(names(shop.card(added.id)).len(), 2);
    assert_eq!(acts(&shop).len(), told.len() + 1);
}

#[test]
fn a_chosen_card_says_what_was_typed_in_the_same_change() {
    let shop = Shop::founded();
    let first = shop.takes(kettle());
    let mut again = kettle();
    again.person_id = Some(shop.card(first).contents.complaint.person_id);
    again.fields.matter.complainant.phone = "+7 921 555-01-42".into();
    again.fields.matter.complainant.salutation = Some("Уважаемая Марина!".into());
    let told = acts(&shop);
    let second = shop.takes(again.clone());
    assert_eq!(acts(&shop).len(), told.len() + 1);
    for id in [first, second] {
        let who = shop.card(id).contents.complaint.fields.matter.complainant;
        assert_eq!(who.phone, "+79215550142");
        assert_eq!(who.salutation.as_deref(), Some("Уважаемая Марина!"));
    }
    let kept = office::own_name_forms(&shop.office, &by(10, 11)).expect("kept forms");
    assert_eq!(kept.len(), 1);

    // Who names nobody leaves the card as it is; a card that is not there refuses all of it.
    again.fields.matter.complainant = complaint::Complainant::default();
    let third = shop.takes(again.clone());
    let who = shop
        .card(third)
        .contents
        .complaint
        .fields
        .matter
        .complainant;
    assert_eq!(who.name, kettle().fields.matter.complainant.name);
    again.person_id = Some(complaint::PersonId::new());
    let told = acts(&shop);
    let refused = office::complaint_add(&shop.office, &by(9, 13), again);
    assert_eq!(code(refused), "not_found");
    assert_eq!(acts(&shop), told);
}

#[test]
fn what_a_new_complaint_says_of_its_person_rewrites_no_older_case() {
    let shop = Shop::founded();
    let first = shop.takes(kettle());
    let card = shop.card(first).contents.complaint.person_id;
    let before = shop.card(first).contents.complaint.fields;
    let version = shop.card(first).contents.complaint.version;
    let with = |change: &dyn Fn(&mut complaint::Complainant)| {
        let mut again = kettle();
        again.person_id = Some(card);
        change(&mut again.fields.matter.complainant);
        shop.takes(again)
    };
    // Another name is another card, another address too; both say what was typed.
    let named = with(&|who| who.name = "Зайцева Анна Игоревна".into());
    let moved = with(&|who| who.address = "190000, Санкт-Петербург, ул. Новая, д. 1".into());
    // What is left out stands as it stood.
    let silent = with(&|who| who.address = String::new());
    assert_eq!(shop.card(first).contents.complaint.fields, before);
    assert_eq!(shop.card(first).contents.complaint.version, version);
    let said = |id| shop.card(id).contents.complaint.fields.matter.complainant;
    assert_eq!(said(named).name, "Зайцева Анна Игоревна");
    assert!(said(moved).address.contains("Новая"));
    assert_eq!(said(silent), before.matter.complainant);
    assert_ne!(shop.card(named).contents.complaint.person_id, card);
    assert_ne!(shop.card(moved).contents.complaint.person_id, card);
    // Who has only moved is the same person all the same; the other is not.
    let others = |id| shop.card(id).same_person.into_iter().map(|row| row.id);
    assert_eq!(others(first).collect::<Vec<_>>(), [silent, moved]);
    assert_eq!(others(named).count(), 0);

    // What is new is added for all, and each of them tells of it.
    let called = with(&|who| who.phone = "+7 921 555-01-42".into());
    assert_eq!(said(first).phone, "+79215550142");
    let told = |id| {
        let asked = JournalQuery {
            complaint: Some(id),
            before: None,
            limit: 1,
        };
        let rows = office::journal_page(&shop.office, &by(10, 9), asked).expect("its history");
        (rows[0].op, rows[0].complaint)
    };
    assert_eq!(told(first), (Op::ComplaintAdd, Some(called)));
}

#[test]
fn an_edit_changes_the_person_in_other_cases_only_where_that_is_asked_for() {
    let shop = Shop::founded();
    let first = shop.takes(kettle());
    let second = shop.takes(kettle());
    let said = |id| shop.card(id).contents.complaint.fields.matter.complainant;
    let before = [touched(&shop.card(first)), touched(&shop.card(second))];
    let empty_address = |scope| {
        let mut edit = as_shown(&shop.card(second));
        edit.fields.matter.complainant.address = String::new();
        edit.scope = scope;
        complaint_edit(&shop.office, &by(10, 10), edit).expect("edited")
    };
    let undo = |complaint: ComplaintId, card: Card| {
        let seq = card.undo.expect("something to undo").seq;
        office::undo(&shop.office, &by(10, 11), Undo { complaint, seq }).expect("undone");
        assert_eq!(
            [touched(&shop.card(first)), touched(&shop.card(second))],
            before
        );
    };

    let edited = empty_address(CardScope::ThisCase);
    assert_eq!(touched(&shop.card(first)), before[0]);
    assert_eq!(said(second).address, "");
    assert_eq!(edited.same_person.len(), 1, "still the same person");
    undo(second, edited);

    let told = acts(&shop);
    empty_address(CardScope::EveryCase);
    assert_eq!(acts(&shop).len(), told.len() + 1);
    assert_eq!([said(first).address, said(second).address], ["", ""]);
    let other = shop.card(first);
    assert_eq!(
        other.undo.as_ref().map(|undo| undo.op.as_str()),
        Some("complaint_edit"),
        "its history tells of it, and it can be taken back from there"
    );
    undo(first, other);
}

#[test]
fn a_letter_that_is_refused_keeps_no_template_either() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let close = CloseCase {
        complaint: id,
        reason: Some((complaint::NoAnswerReason::Withdrawn, "Отозвала".into())),
    };
    office::complaint_close(&shop.office, &by(10, 11), close).expect("closed");
    let told = acts(&shop);
    let draft = LetterDraft {
        complaint: id,
        kind: complaint::LetterKind::Thanks,
        language: None,
    };
    let refused = office::letter_draft(&shop.office, &by(10, 12), draft);
    assert_eq!(code(refused), "closed");
    assert_eq!(acts(&shop), told);
}

#[test]
fn what_two_programs_add_to_the_same_is_not_lost() {
    const EACH: usize = 15;
    let shop = Shop::founded();
    let complaint = shop.takes(kettle());
    let compose = FormsCompose {
        complaint,
        kind: complaint::FormKind::Sms,
        language: None,
        limit: None,
    };
    let composed = office::forms_compose(&shop.office, &by(10, 9), compose).expect("composed");
    let save = FormSave {
        complaint,
        id: None,
        form: composed.form,
    };
    let kept = office::form_save(&shop.office, &by(10, 9), save).expect("kept");
    let form = kept.id.expect("its id");
    let other = shop.reopened(10);
    std::thread::scope(|threads| {
        for office in [&shop.office, &other] {
            threads.spawn(move || {
                for nth in 0..EACH {
                    let used = FormUsed {
                        form,
                        at: by(10, 9).now,
                        place: format!("телефон {nth}"),
                        link: String::new(),
                    };
                    office::form_used(office, &by(10, 10), used).expect("noted");
                }
            });
        }
    });
    let asked = office::ComplaintRef { complaint };
    let forms = office::forms_of_case(&shop.office, &by(10, 11), asked).expect("the forms");
    assert_eq!(forms[0].used.len(), 2 * EACH);
    assert_eq!(shop.card(complaint).contents.diary.len(), 2 * EACH);
}
