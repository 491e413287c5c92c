//! A case is led by its procedure: steps follow facts, a person says the rest, gates stand on the act itself.

use crate::day::{Shop, by, code, decision, kettle};
use complaint::{Branch, ComplaintId, DecisionKind, LetterKind, Side, StepDay, StepStanding};
use office::{
    Card, CaseStepView, ChecklistPut, ChecklistSave, ComplaintRef, DocumentsSeen, Failure,
    JournalQuery, LetterDraft, LetterIssue, ProcedureChoose, ProcedureReset, ProcedureSave,
    StepAdd, StepAssign, StepChange, StepMark,
};
use std::ops::ControlFlow;

impl Shop {
    fn led(&self, complaint: ComplaintId) -> Card {
        office::complaint_card(&self.office, &by(10, 15), ComplaintRef { complaint })
            .expect("a card")
    }

    fn marks(
        &self,
        complaint: ComplaintId,
        step: &str,
        state: StepStanding,
        remark: &str,
    ) -> Result<Card, Failure> {
        let mark = StepMark {
            complaint,
            step: step.to_owned(),
            state,
            remark: remark.to_owned(),
        };
        office::step_mark(&self.office, &by(10, 12), mark).map_err(Failure::from)
    }
}

fn keys(card: &Card) -> Vec<&str> {
    card.procedure
        .steps
        .iter()
        .map(|step| &*step.step)
        .collect()
}

fn step<'c>(card: &'c Card, key: &str) -> &'c CaseStepView {
    let mut steps = card.procedure.steps.iter();
    steps
        .find(|step| step.step == key)
        .unwrap_or_else(|| panic!("no {key}"))
}

#[test]
fn a_plain_complaint_is_asked_for_a_handful_of_steps_and_facts_tick_them() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let card = shop.led(id);
    assert_eq!(card.procedure.branch, Branch::Undecided);
    assert_eq!(keys(&card), ["acknowledge", "decide", "answer", "send"]);
    assert_eq!(card.procedure.next.as_deref(), Some("acknowledge"));
    let told = ComplaintRef { complaint: id };
    let card = office::complaint_acknowledge(&shop.office, &by(10, 11), told).expect("told");
    let told = step(&card, "acknowledge");
    assert!(told.by_fact && told.state == StepStanding::Done);
    assert_eq!(card.procedure.next.as_deref(), Some("decide"));
    // A fact is no matter of opinion, and what must be done is not skipped.
    let refused = shop
        .marks(id, "decide", StepStanding::Done, "")
        .expect_err("a fact");
    assert_eq!(refused.detail.as_deref(), Some("out_of_place"));
    let refused = shop
        .marks(id, "answer", StepStanding::Skipped, "лень")
        .expect_err("a must");
    assert_eq!(refused.detail.as_deref(), Some("out_of_place"));
}

#[test]
fn a_person_chooses_the_way_and_says_what_is_done_skipped_and_whose() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let way = |branch| ProcedureChoose {
        complaint: id,
        branch,
    };
    let card = office::procedure_choose(&shop.office, &by(10, 10), way(Some(Branch::Many)))
        .expect("chosen");
    assert!(card.procedure.chosen && keys(&card).contains(&"who_else"));
    let card = shop
        .marks(id, "who_else", StepStanding::Done, "обзвонили подъезд")
        .expect("done");
    let done = step(&card, "who_else");
    assert_eq!(
        (done.state, &*done.remark),
        (StepStanding::Done, "обзвонили подъезд")
    );
    assert!(done.marked_by.is_some() && done.marked_at.is_some());
    let refused = shop
        .marks(id, "facts", StepStanding::Skipped, " ")
        .expect_err("no reason");
    assert_eq!(refused.field.as_deref(), Some("remark"));
    shop.marks(id, "facts", StepStanding::Skipped, "всё видно на снимке")
        .expect("skipped");
    let assign = StepAssign {
        complaint: id,
        step: "decide".into(),
        person: "Крылова".into(),
        day: Some("2026-11-11".parse().expect("a day")),
    };
    let card = office::step_assign(&shop.office, &by(10, 12), assign).expect("assigned");
    let task = step(&card, "decide");
    assert!(task.own_day && task.person == "Крылова" && !task.late);
    let add = StepAdd {
        complaint: id,
        title: "Съездить на место".into(),
        person: String::new(),
        day: Some("2026-11-08".parse().expect("a day")),
    };
    office::step_add(&shop.office, &by(10, 12), add).expect("added");
    let today = office::today(&shop.office, &by(10, 16))
        .expect("today")
        .steps;
    let told: Vec<_> = today.iter().map(|one| (&*one.title, one.late)).collect();
    assert_eq!(
        told,
        [
            ("Съездить на место", true),
            ("Решить по каждому требованию", false)
        ]
    );
    // The choice and the words are gone with their undoing, one by one.
    let undo = |card: &Card| {
        let seq = card.undo.as_ref().expect("an offer").seq;
        office::undo(
            &shop.office,
            &by(10, 17),
            office::Undo { complaint: id, seq },
        )
        .expect("undone")
    };
    let mut card = shop.led(id);
    for _ in 0..5 {
        card = undo(&card);
    }
    assert_eq!(keys(&card), ["acknowledge", "decide", "answer", "send"]);
    assert!(!card.procedure.chosen);
}

#[test]
fn a_final_answer_waits_for_documents_decisions_and_grounds() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let file = office::IncomingFile {
        fields: complaint::DocumentFields {
            name: "чек.txt".into(),
            file_time: None,
            provenance: complaint::Provenance {
                side: Side::Complainant,
                source: String::new(),
            },
        },
        content: &b"4590.00"[..],
    };
    let on = |_, _| ControlFlow::Continue(());
    office::documents_add(&shop.office, &by(10, 9), id, vec![file], &on).expect("added");
    let refuse = |evidence| {
        let mut refused = decision(
            DecisionKind::Refuse,
            "Чайник исправен, следов протечки нет.",
            None,
        );
        refused.evidence = evidence;
        refused
    };
    let card = shop.led(id);
    assert_eq!(card.procedure.unseen.len(), 1);
    let places = card.demands.len();
    for place in 0..places {
        shop.decides(id, place, refuse(Vec::new()));
    }
    let draft = LetterDraft {
        complaint: id,
        kind: LetterKind::FinalRefusal,
        language: None,
    };
    let letter = office::letter_draft(&shop.office, &by(10, 13), draft).expect("a draft");
    let gates: Vec<&str> = letter.gates.iter().map(|one| one.gate.as_str()).collect();
    assert_eq!(gates, ["documents_unseen", "ungrounded"]);
    let issue = |reason: Option<&str>| LetterIssue {
        letter: letter.summary.id,
        override_reason: reason.map(str::to_owned),
        version: None,
    };
    let refused = office::letter_issue(&shop.office, &by(10, 14), issue(None));
    let refused = Failure::from(refused.expect_err("a gate"));
    assert_eq!(
        (&*refused.code, refused.detail.as_deref()),
        ("gate_documents_unseen", Some("чек.txt"))
    );
    let documents = card.procedure.unseen.clone();
    let seen = DocumentsSeen {
        complaint: id,
        documents: documents.clone(),
    };
    let card = office::documents_seen(&shop.office, &by(10, 14), seen).expect("seen");
    assert!(card.procedure.unseen.is_empty() && step(&card, "documents").by_fact);
    assert_eq!(
        code(office::letter_issue(&shop.office, &by(10, 14), issue(None))),
        "gate_ungrounded"
    );
    for place in 0..places {
        shop.decides(id, place, refuse(documents.clone()));
    }
    assert!(shop.led(id).procedure.gates.is_empty());
    shop.decides(id, 0, refuse(Vec::new()));
    let issued =
        office::letter_issue(&shop.office, &by(10, 15), issue(Some("суд завтра"))).expect("issued");
    assert!(issued.summary.issued.is_some());
    let history = JournalQuery {
        complaint: Some(id),
        before: None,
        limit: 5,
    };
    let rows = office::journal_page(&shop.office, &by(10, 16), history).expect("a history");
    let row = rows
        .iter()
        .find(|row| row.op == office::Op::LetterIssue)
        .expect("the issue");
    assert_eq!(row.reason.as_deref(), Some("суд завтра"));
    assert_eq!(row.detail["gates"], serde_json::json!(["ungrounded"]));
    let close = office::CloseCase {
        complaint: id,
        reason: None,
    };
    let unsent = Failure::from(
        office::complaint_close(&shop.office, &by(10, 16), close).expect_err("unsent"),
    );
    assert_eq!(
        (&*unsent.code, unsent.detail.as_deref()),
        ("not_answered", Some("not_sent"))
    );
}

#[test]
fn a_case_keeps_the_version_of_a_checklist_that_was_put_on_it() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let save = |checklist, expected, items: &[&str]| ChecklistSave {
        checklist,
        expected,
        title: "Протечки".into(),
        items: items.iter().map(|&item| item.to_owned()).collect(),
        kinds: Vec::new(),
        words: "протекает".into(),
    };
    let saved = office::checklist_save(
        &shop.office,
        &by(9, 9),
        save(None, None, &["Снимки", "Акт"]),
    )
    .expect("saved");
    let list = saved.routines.checklists[0].checklist;
    let offers = shop.led(id).procedure.offers;
    assert!(offers[0].proposed, "the kettle leaks: {offers:?}");
    let put = ChecklistPut {
        complaint: id,
        checklist: list,
    };
    let card = office::checklist_put(&shop.office, &by(10, 10), put).expect("put");
    let first = card.procedure.lists[0].items[0].step.clone();
    shop.marks(id, &first, StepStanding::Done, "три снимка")
        .expect("ticked");
    office::checklist_save(
        &shop.office,
        &by(10, 11),
        save(Some(list), Some(1), &["Акт"]),
    )
    .expect("another version");
    assert_eq!(
        code(office::checklist_save(
            &shop.office,
            &by(10, 11),
            save(Some(list), Some(1), &["Чек"])
        )),
        "conflict"
    );
    let on_case = &shop.led(id).procedure.lists[0];
    assert!(on_case.older && on_case.version == 1 && on_case.items.len() == 2);
    assert_eq!(
        (on_case.items[0].state, &*on_case.items[0].remark),
        (StepStanding::Done, "три снимка")
    );
    assert_eq!(
        code(office::checklist_put(&shop.office, &by(10, 12), put)),
        "field"
    );
}

#[test]
fn an_office_words_its_procedure_and_goes_back_to_the_programs() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let all = office::routines(&shop.office, &by(9, 9))
        .expect("routines")
        .procedures;
    let plain = all
        .into_iter()
        .find(|one| one.branch == Branch::Undecided)
        .expect("a branch");
    let mut steps: Vec<StepChange> = plain
        .steps
        .into_iter()
        .map(|step| StepChange {
            key: step.key,
            title: step.title,
            why: step.why,
            role: step.role,
            day: step.day,
            asked: step.asked,
        })
        .collect();
    steps[0].asked = false;
    let decide = steps
        .iter_mut()
        .find(|step| step.key == "decide")
        .expect("a step");
    decide.title.ru = "Решить с мастером".into();
    decide.day = Some(StepDay::AfterReceipt(3));
    let save = |steps| ProcedureSave {
        branch: Branch::Undecided,
        expected: None,
        steps,
    };
    office::procedure_save(&shop.office, &by(9, 9), save(steps.clone())).expect("saved");
    let card = shop.led(id);
    assert_eq!(keys(&card), ["decide", "answer", "send"]);
    assert_eq!(step(&card, "decide").title.ru, "Решить с мастером");
    assert!(card.procedure.own && card.procedure.version == 1);
    steps
        .iter_mut()
        .find(|step| step.key == "answer")
        .expect("a step")
        .asked = false;
    assert_eq!(
        code(office::procedure_save(&shop.office, &by(9, 9), save(steps))),
        "field"
    );
    let reset = ProcedureReset {
        branch: Branch::Undecided,
    };
    office::procedure_reset(&shop.office, &by(10, 9), reset).expect("reset");
    assert_eq!(
        keys(&shop.led(id)),
        ["acknowledge", "decide", "answer", "send"]
    );
}
