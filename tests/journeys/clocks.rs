//! The clocks of a case through its life: a promise that comes too late, a term that stands still, an
//! inspection nobody came to, a payment with its proof.

use crate::day::{Shop, asked, at, by, code, kettle};
use crate::hostile::broken_papers;
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::*;
use office::By;
use office::*;
use serde_json::json;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn later(day: u32) -> By {
    By {
        actor: Actor::named("Крылова М. И."),
        now: at(day, 15),
    }
}

fn open(card: &Card, kind: ClockKind) -> CaseClockView {
    let found = card
        .running
        .iter()
        .find(|c| c.fields.kind == kind && c.ended.is_none());
    found.expect("an open clock").clone()
}

fn of(complaint: ComplaintId, clock: &CaseClockView) -> ClockRef {
    ClockRef {
        complaint,
        clock: clock.clock,
        demand: clock.demand,
    }
}

fn today(shop: &Shop, now: DateTime<FixedOffset>) -> Today {
    let by = By {
        actor: Actor::named("Крылова М. И."),
        now,
    };
    office::today(&shop.office, &by).expect("today")
}

#[test]
fn a_promise_behind_the_legal_day_names_what_it_costs_and_follows_its_letter() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let legal = shop.card(id).demands[0].demand.due_legal.expect("a day");
    assert_eq!(legal, day("2026-11-19"));
    let check = |promised| {
        let asked = InterimQuestion {
            complaint: id,
            promised: day(promised),
        };
        office::interim_check(&shop.office, &by(10, 9), asked).expect("checked")
    };
    assert_eq!(check("2026-11-19"), []);
    let late = check("2026-11-24");
    assert_eq!(late[0].late_days, 5);
    let text = &late[0].text_ru;
    assert!(
        text.contains("ст. 23") && text.contains("24.11.2026"),
        "{text}"
    );
    assert!(late[0].text_en.contains("penalty"), "{}", late[0].text_en);
    // Near the legal day an interim reply is offered; once it is written it isn't any more.
    let card = |now: u32| {
        let asked = ComplaintRef { complaint: id };
        office::complaint_card(&shop.office, &by(now, 9), asked).expect("a card")
    };
    assert_eq!(card(10).interim, None);
    assert_eq!(card(16).interim.map(|advice| advice.legal), Some(legal));
    let choices = LetterChoices {
        writer_words: letter::WriterWords {
            expected: Some(day("2026-11-18")),
            holding_reason: "ждём заключение мастерской".into(),
            ..letter::WriterWords::default()
        },
        ..LetterChoices::default()
    };
    let letter = shop.drafts(id, LetterKind::Interim, choices);
    shop.issues(&letter);
    assert_eq!(card(16).interim, None);
    let promise = open(&card(16), ClockKind::Interim);
    assert_eq!(
        (promise.legal, promise.of_facts),
        (Some(day("2026-11-18")), true)
    );
    assert_eq!(promise.fields.start_ref, Some(letter.summary.id.0));
    let row = &today(&shop, at(15, 9)).promised.rows[0];
    assert_eq!(
        (row.next_due, row.next_due_kind),
        (promise.legal, Some(ClockKind::Interim))
    );
    let file = CalendarFile {
        complaint: Some(id),
        language: Language::Ru,
    };
    let calendar = office::calendar_file(&shop.office, &by(16, 9), file).expect("a calendar");
    assert!(
        calendar.contains("DTSTART;VALUE=DATE:20261118"),
        "{calendar}"
    );
    assert!(!calendar.contains("Соколова"), "{calendar}");
}

#[test]
fn a_term_stands_still_only_by_a_rule_and_runs_on_behind_it() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let refund = open(&shop.card(id), ClockKind::Demand);
    let stop = |of, from| ClockStop {
        of,
        from: day(from),
        to: None,
        ground: "чайник не передан на проверку".into(),
        proof: None,
    };
    let pause = stop(of(id, &refund), "2026-11-12");
    let card = office::clock_pause(&shop.office, &later(12), pause.clone()).expect("paused");
    let paused = card
        .running
        .iter()
        .find(|c| c.demand == refund.demand)
        .expect("the term");
    assert_eq!((paused.state, paused.legal), (ClockState::Paused, None));
    assert!(paused.pauses[0].citation.contains("406"));
    assert_eq!(
        code(office::clock_pause(&shop.office, &later(12), pause)),
        "clock_paused"
    );
    let resume = ClockResume {
        complaint: id,
        pause: paused.pauses[0].id,
        to: day("2026-11-14"),
    };
    let card = office::clock_resume(&shop.office, &later(15), resume).expect("it runs on");
    let demand = &card.demands[0].demand;
    // Three days didn't count: 19.11 becomes 22.11, a Sunday, and so 23.11.
    assert_eq!(demand.due_legal, Some(day("2026-11-23")));
    // The day stays so when the demand is saved again, and when the calendar changes.
    let save = DemandSave {
        complaint: id,
        demand: Some(demand.id),
        values: NewDemand {
            fields: DemandFields {
                kind: demand.fields.kind,
                detail: "деньги за чайник".into(),
                amount: demand.fields.amount,
            },
            made_on: Some(demand.made_on),
        },
    };
    let card = office::demand_save(&shop.office, &later(15), save).expect("saved");
    assert_eq!(card.demands[0].demand.due_legal, Some(day("2026-11-23")));
    // A request about personal data stands still by no rule.
    let values: ClockValues = serde_json::from_value(json!({
        "kind": "data_request", "ours": true, "start": "received",
        "term": { "count": 10, "unit": "working_days" }
    }))
    .expect("values");
    let save = ClockSave {
        complaint: id,
        clock: None,
        values,
    };
    let card = office::clock_save(&shop.office, &later(15), save).expect("started");
    let data = open(&card, ClockKind::DataRequest);
    assert_eq!(data.legal, Some(day("2026-11-23")));
    let refused = office::clock_pause(&shop.office, &later(15), stop(of(id, &data), "2026-11-12"));
    assert_eq!(code(refused), "clock_no_pause");
}

#[test]
fn an_inspection_nobody_came_to_ends_in_one_file() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let asked = ComplaintRef { complaint: id };
    let view = || office::inspection_papers(&shop.office, &later(20), asked).expect("a view");
    let first = view().steps[0];
    assert_eq!(first.state, StepState::Missing);
    assert_eq!(first.writes, LetterKind::InspectionInvitation);
    let invitation = shop.invites(id);
    let inspection = open(&shop.card(id), ClockKind::Inspection);
    assert_eq!(inspection.legal, Some(day("2026-11-16")));
    let send = DispatchSave {
        letter: invitation.summary.id,
        dispatch: None,
        values: serde_json::from_value(json!({
            "way": "post_registered", "sent_at": at(10, 16), "tracking": "62009147017544",
            "expected": "2026-11-20"
        }))
        .expect("values"),
    };
    office::dispatch_save(&shop.office, &later(11), send).expect("sent");
    assert!(!view().may_make);
    let last = view().steps.last().map(|step| step.writes);
    assert_eq!(last, Some(LetterKind::NoShowAct));
    let make = InspectionMake {
        complaint: id,
        documents: Vec::new(),
        language: Some(Language::Ru),
    };
    assert_eq!(
        code(office::inspection_make(&shop.office, &later(20), &make)),
        "field"
    );
    let act = LetterChoices {
        writer_words: letter::WriterWords {
            particulars: serde_json::from_value(json!({
                "inspection": { "purpose": "quality_check", "on": "2026-11-16", "at": "12:00",
                    "place": "ул. Примерная, д. 7", "object": "электрический чайник", "by": "мастерская" },
                "act": { "until": "13:00", "absence": "did_not_come",
                    "present": [{ "role": "Мастер", "name": "Панов П. П." }] }
            }))
            .expect("particulars"),
            ..letter::WriterWords::default()
        },
        ..LetterChoices::default()
    };
    let draft = LetterDraft {
        complaint: id,
        kind: LetterKind::NoShowAct,
        language: None,
    };
    let draft = office::letter_draft(&shop.office, &later(16), draft).expect("a draft");
    let save = LetterChoicesSave {
        version: None,
        letter: draft.summary.id,
        text: draft.text.clone(),
        choices: act,
    };
    office::letter_choices_save(&shop.office, &later(16), save).expect("chosen");
    let issue = LetterIssue {
        version: None,
        letter: draft.summary.id,
        override_reason: Some("проверено".into()),
    };
    office::letter_issue(&shop.office, &later(16), issue).expect("issued");
    let met = shop
        .card(id)
        .running
        .into_iter()
        .find(|c| c.fields.kind == ClockKind::Inspection)
        .and_then(|c| c.ended)
        .expect("it ended");
    assert_eq!((met.how, met.on), (ClockEnd::Met, day("2026-11-16")));
    // Others signed the act, so no letter of the office corrects it; the invitation it may.
    let correction = LetterDraft {
        complaint: id,
        kind: LetterKind::Correction,
        language: None,
    };
    let mut correction =
        office::letter_draft(&shop.office, &later(16), correction).expect("a draft");
    let offered: Vec<LetterId> = correction.correctable.iter().map(|l| l.id).collect();
    assert_eq!(offered, [invitation.summary.id]);
    let named = &mut correction
        .choices
        .writer_words
        .particulars
        .correction
        .letter;
    assert_eq!(named.replace(draft.summary.id), Some(invitation.summary.id));
    let save = LetterChoicesSave {
        version: None,
        letter: correction.summary.id,
        text: correction.text,
        choices: correction.choices,
    };
    let refused = office::letter_choices_save(&shop.office, &later(16), save);
    assert_eq!(code(refused), "field");
    let now = view();
    assert!(now.may_make && !now.complete, "{now:?}");
    assert_eq!(now.papers.len(), 2);
    let file = office::inspection_make(&shop.office, &later(20), &make).expect("made");
    office::inspection_made(&shop.office, &later(20), &make, &file.bytes).expect("noted");
    if let Some(text) = shop.reads(&file.bytes) {
        for words in [
            "Материалы об осмотре",
            "62009147017544",
            "не пришёл",
            "Приглашение",
        ] {
            assert!(text.contains(words), "{words}: {text}");
        }
    }

    // Strangers' papers, of which some are none, stop nothing: each goes along as the file it is.
    let on = |_, _| std::ops::ControlFlow::Continue(());
    let added = broken_papers().into_iter().filter_map(|file| {
        let added = office::documents_add(&shop.office, &later(20), id, vec![file], &on);
        Some(added.ok()?.remove(0).id)
    });
    let make = InspectionMake {
        documents: added.collect(),
        ..make
    };
    assert!(make.documents.len() >= 5, "{make:?}");
    let file = office::inspection_make(&shop.office, &later(20), &make).expect("made all the same");
    if let Some(text) = shop.reads(&file.bytes) {
        assert!(
            text.contains("оборван.pdf") && !text.contains("alert(1))>>"),
            "{text}"
        );
    }
}

#[test]
fn what_was_promised_in_a_decision_is_owed_until_it_is_proved() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let letter = shop.grants(id);
    // Issued and not sent, it lies in a drawer while the legal day comes near.
    let card = shop.card(id);
    assert_eq!(card.contents.complaint.status, Status::Issued);
    assert_eq!(open(&card, ClockKind::Demand).state, ClockState::Open);
    let late = today(&shop, at(20, 9));
    assert_eq!(late.overdue.rows[0].next_step, NextStep::Send);
    assert_eq!(late.to_send.total, 0);
    assert_eq!(today(&shop, at(10, 14)).to_send.total, 1);
    shop.sends(&letter);
    let card = shop.card(id);
    assert_eq!(card.contents.complaint.status, Status::Answered);
    assert_eq!(card.next_step, NextStep::Fulfil);
    let payment = open(&card, ClockKind::Payment);
    assert_eq!(payment.legal, Some(day("2026-11-17")));
    assert!(
        card.running
            .iter()
            .filter(|c| c.demand.is_some())
            .all(|c| c.state == ClockState::Met)
    );
    assert_eq!(
        today(&shop, at(18, 9)).overdue.rows[0].next_due_kind,
        Some(ClockKind::Payment)
    );
    let ending = |on: &str, why: &str| ClockEnding {
        of: of(id, &payment),
        how: ClockEnd::Met,
        on: day(on),
        why: why.into(),
        proof: None,
    };
    let end = |ending| office::clock_end(&shop.office, &later(18), ending);
    assert_eq!(code(end(ending("2026-11-18", ""))), "field");
    assert_eq!(code(end(ending("2026-11-30", "оплачено"))), "field");
    // A payment is not met by what the post takes until midnight.
    assert_eq!(payment.last, None);
    // Closed, the case goes on to be shown until the payment is recorded.
    let closing = CloseCase {
        complaint: id,
        reason: None,
    };
    let closed = office::complaint_close(&shop.office, &by(11, 9), closing).expect("closed");
    assert_eq!(closed.next_step, NextStep::Fulfil);
    assert!(open(&closed, ClockKind::Payment).leads);
    assert_eq!(today(&shop, at(11, 10)).to_fulfil.total, 1);
    assert_eq!(today(&shop, at(18, 9)).overdue.total, 1);
    let proved = ClockEnding {
        proof: Some(Proof {
            kind: ProofKind::Letter,
            id: letter.summary.id.0,
        }),
        ..ending("2026-11-18", "")
    };
    let card = end(proved).expect("ended");
    let paid = card
        .running
        .iter()
        .find(|c| c.clock == payment.clock)
        .expect("there");
    assert_eq!(paid.state, ClockState::Late);
    assert_eq!(card.next_step, NextStep::Nothing);
    assert_eq!(today(&shop, at(18, 9)).overdue.total, 0);
    let seq = card.undo.expect("an offer").seq;
    let back = Undo { complaint: id, seq };
    let card = office::undo(&shop.office, &later(18), back).expect("taken back");
    assert_eq!(open(&card, ClockKind::Payment).clock, payment.clock);
}

#[test]
fn a_case_without_a_term_says_why() {
    let shop = Shop::founded();
    let why = |kind, demands: &[DemandKind]| {
        let mut complaint = kettle();
        complaint.fields.matter.kind = kind;
        complaint.fields.matter.regime = Regime::None;
        complaint.demands = demands.iter().map(|&one| asked(one, None)).collect();
        shop.card(shop.takes(complaint)).no_term
    };
    assert_eq!(why(Kind::Gratitude, &[]), Some(NoTermReason::NothingAsked));
    assert_eq!(
        why(Kind::Authority, &[]),
        Some(NoTermReason::NamedInRequest)
    );
    assert_eq!(why(Kind::Complaint, &[]), Some(NoTermReason::NoRule));
    assert_eq!(why(Kind::Gratitude, &[DemandKind::Apology]), None);
    let closed = {
        let mut thanks = kettle();
        thanks.fields.matter.kind = Kind::Gratitude;
        thanks.demands.clear();
        let complaint = shop.takes(thanks);
        let close = CloseCase {
            complaint,
            reason: Some((NoAnswerReason::NothingAsked, String::new())),
        };
        office::complaint_close(&shop.office, &by(10, 9), close).expect("closed")
    };
    assert_eq!(closed.no_term, None, "nobody waits for an answer any more");
}

#[test]
fn all_that_would_refuse_a_clock_is_told_before_it_is_saved() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let of = |fields: ClockFields| ClockSave {
        complaint: id,
        clock: None,
        values: ClockValues {
            fields,
            start_on: None,
        },
    };
    let counted = |asked| office::clock_count(&shop.office, &by(10, 9), asked).expect("counted");
    let wordless = of(ClockFields::of(ClockKind::Other, ClockStart::Issued));
    let told = counted(wordless.clone());
    let named = |fault: &Failure| (fault.field.clone(), fault.detail.clone());
    let missing = |field: &str| (Some(field.to_owned()), Some("missing".to_owned()));
    let faults: Vec<_> = told.faults.iter().map(named).collect();
    assert_eq!(faults, ["start_ref", "title", "term"].map(missing));
    assert_eq!((told.start_on, told.legal), (None, None));
    let refused = office::clock_save(&shop.office, &by(10, 9), wordless).expect_err("refused");
    assert_eq!(Failure::from(refused), told.faults[0]);
    let whole = of(ClockFields {
        title: "Вывоз".into(),
        day: Some(day("2026-11-20")),
        ..ClockFields::of(ClockKind::Other, ClockStart::Received)
    });
    let told = counted(whole.clone());
    assert_eq!((told.faults, told.legal), (vec![], Some(day("2026-11-20"))));
    office::clock_save(&shop.office, &by(10, 9), whole).expect("saved");
}

#[test]
fn goals_of_the_office_start_with_each_complaint() {
    let shop = Shop::founded();
    let change =
        |term| serde_json::from_value(json!({ "what": "goals", "goals": { "acknowledge": term } }));
    let wrong = change(json!({ "count": 0, "unit": "working_days" })).expect("a change");
    assert_eq!(
        code(office::norm_apply(&shop.office, &by(8, 9), wrong)),
        "norm"
    );
    let goal = change(json!({ "count": 2, "unit": "working_days" })).expect("a change");
    office::norm_apply(&shop.office, &by(8, 9), goal).expect("set");
    let id = shop.takes(kettle());
    let clock = open(&shop.card(id), ClockKind::Acknowledgement);
    assert_eq!(clock.legal, Some(day("2026-11-11")));
    assert_eq!(
        shop.card(id).running[0].fields.kind,
        ClockKind::Acknowledgement
    );
    let letter = shop.drafts(id, LetterKind::Acknowledgement, LetterChoices::default());
    shop.issues(&letter);
    shop.sends(&letter);
    let met = shop
        .card(id)
        .running
        .into_iter()
        .find(|c| c.clock == clock.clock)
        .expect("there");
    assert_eq!(met.state, ClockState::Met);
    // A second copy with the day and a name on it confirms the receipt as well as a letter does.
    let other = shop.takes(kettle());
    assert_eq!(shop.card(other).next_step, NextStep::Acknowledge);
    let named = ComplaintRef { complaint: other };
    let card = office::complaint_acknowledge(&shop.office, &by(10, 9), named).expect("recorded");
    assert_eq!(card.next_step, NextStep::Decide);
    let goal = |c: &&CaseClockView| c.fields.kind == ClockKind::Acknowledgement;
    assert_eq!(
        card.running.iter().find(goal).expect("there").state,
        ClockState::Met
    );
}
