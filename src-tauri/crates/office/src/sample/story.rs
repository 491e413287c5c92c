//! The stories of the sample office, played through the use cases.

use super::stories::{Registered, Sample, Staff, Stage, Story};
use super::work::lead;
use crate::error::Result;
use crate::{
    By, ClockSave, ClockValues, CloseCase, Decide, DiarySave, DispatchSave, DispatchValues,
    FormSave, FormUsed, FormsCompose, LetterChoices, LetterChoicesSave, LetterDraft, LetterIssue,
    LetterSent, LetterSubmit, NewComplaint, NewDemand, NoteSave, Office,
};
use chrono::{DateTime, Days, FixedOffset, NaiveTime, TimeDelta};
use complaint::{
    Channel, ClockFields, Complainant, ComplaintFields, ComplaintId, Decision, DecisionKind,
    DemandFields, DiaryFields, DispatchFields, DispatchWay, FormKind, LetterId, LetterKind, Matter,
    NoAnswerReason, PartyKind,
};

pub(super) fn days_before(now: DateTime<FixedOffset>, days: i64) -> DateTime<FixedOffset> {
    now - chrono::TimeDelta::days(days)
}

/// Plays the stories in the order of their days, so that numbers follow dates;
/// gives the letters that the head is yet to read, each with a note.
pub(super) fn play(
    office: &Office,
    sample: &Sample,
    now: DateTime<FixedOffset>,
) -> Result<Vec<LetterSubmit>> {
    let mut waiting = Vec::new();
    let staff = &sample.staff;
    for story in &sample.stories {
        let received_at = moment(now, story.days_ago, story.time);
        let taken = by(staff, received_at + TimeDelta::minutes(9), now);
        let added = crate::complaint_add(office, &taken, complaint(story, received_at))?;
        lead(office, staff, story, added.id, received_at, now)?;
        let submitted = happenings(office, staff, story, added.id, received_at, now)?;
        waiting.extend(submitted);
    }
    Ok(waiting)
}

/// The time of day so many days ago, and never after now.
fn moment(now: DateTime<FixedOffset>, days_ago: i64, time: NaiveTime) -> DateTime<FixedOffset> {
    days_before(now, days_ago)
        .with_time(time)
        .single()
        .unwrap_or(now)
        .min(now)
}

fn by(staff: &Staff, at: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> By {
    By {
        actor: staff.director(),
        now: at.min(now),
    }
}

fn matter(story: &Story) -> Matter {
    Matter {
        kind: story.kind,
        regime: story.regime,
        channel: story.channel,
        complainant: Complainant {
            kind: if story.organisation {
                PartyKind::Organisation
            } else {
                PartyKind::Person
            },
            name: story.name.clone(),
            email: story.email.clone(),
            phone: story.phone.clone(),
            address: story.address.clone(),
            ..Complainant::default()
        },
        subject: story.subject.clone(),
        order: story.order.clone(),
        their_number: story.their_number.clone(),
        price: story.price,
        ..Matter::default()
    }
}

fn complaint(story: &Story, received_at: DateTime<FixedOffset>) -> NewComplaint {
    let demand = |wish: &DemandFields| NewDemand {
        fields: wish.clone(),
        made_on: None,
    };
    let written = |ago: u64| {
        let since = ago.saturating_sub(u64::try_from(story.days_ago).unwrap_or(0));
        received_at.date_naive() - Days::new(since)
    };
    NewComplaint {
        id: None,
        fields: ComplaintFields {
            matter: Matter {
                their_date: story.their_days_ago.map(written),
                ..matter(story)
            },
            text: story.text.clone(),
            ..ComplaintFields::received(received_at)
        },
        person_id: None,
        demands: story.demands.iter().map(demand).collect(),
        terms: Vec::new(),
    }
}

/// What happened after a complaint came in; a letter that the head is yet to read.
fn happenings(
    office: &Office,
    staff: &Staff,
    story: &Story,
    id: ComplaintId,
    received: DateTime<FixedOffset>,
    now: DateTime<FixedOffset>,
) -> Result<Option<LetterSubmit>> {
    for event in &story.diary {
        let at = moment(now, event.days_ago, event.time);
        let entry = DiarySave {
            complaint: id,
            entry: None,
            fields: DiaryFields {
                at,
                text: event.text.clone(),
                source: event.source.clone(),
            },
        };
        crate::diary_save(office, &by(staff, at + TimeDelta::minutes(20), now), entry)?;
    }
    let hours = |n: i64| by(staff, received + TimeDelta::hours(n), now);
    crate::sample::points::establish(office, &hours(6), story, id, now.date_naive())?;
    for note in &story.notes {
        let note = NoteSave {
            complaint: id,
            note: None,
            text: note.clone(),
        };
        crate::note_save(office, &hours(2), note)?;
    }
    if let Some(place) = &story.posted_on {
        reply_in_public(office, &hours(3), id, place)?;
    }
    if story.stage == Stage::NoAnswer {
        let reason = story.reason.unwrap_or(NoAnswerReason::Other);
        let closing = CloseCase {
            complaint: id,
            reason: Some((reason, story.reason_words.clone())),
        };
        crate::complaint_close(office, &hours(5), closing)?;
        return Ok(None);
    }
    if story.stage == Stage::Fresh {
        return Ok(None);
    }
    if matches!(story.stage, Stage::Acknowledged | Stage::Interim) {
        let letter = issue(
            office,
            staff,
            &hours(4),
            id,
            LetterKind::Acknowledgement,
            None,
        )?;
        send(office, &hours(5), letter, story)?;
    }
    if story.stage == Stage::InWork && story.diary.is_empty() {
        let text = staff.note.clone();
        let note = NoteSave {
            complaint: id,
            note: None,
            text,
        };
        crate::note_save(office, &hours(3), note)?;
    }
    run_clocks(office, staff, story, id, now)?;
    if story.stage == Stage::Waiting {
        let questions = staff.questions.clone();
        let asked = hours(20);
        let choices = LetterChoices {
            writer_words: letter::WriterWords {
                questions,
                answer_by: asked.now.date_naive().checked_add_days(Days::new(10)),
                ..letter::WriterWords::default()
            },
            ..LetterChoices::default()
        };
        let letter = issue(
            office,
            staff,
            &asked,
            id,
            LetterKind::InformationRequest,
            Some(choices),
        )?;
        send(office, &hours(21), letter, story)?;
    }
    if story.stage == Stage::Interim {
        let held = by(staff, now - TimeDelta::days(3), now);
        let choices = LetterChoices {
            writer_words: letter::WriterWords {
                expected: story
                    .expected_in
                    .and_then(|n| now.date_naive().checked_add_days(Days::new(n))),
                holding_reason: story.holding.clone(),
                ..letter::WriterWords::default()
            },
            ..LetterChoices::default()
        };
        let letter = issue(office, staff, &held, id, LetterKind::Interim, Some(choices))?;
        send(office, &held, letter, story)?;
    }
    answer(office, staff, story, id, received, now)
}

/// The check of quality that the complainant is asked to, and the terms that the office runs itself.
fn run_clocks(
    office: &Office,
    staff: &Staff,
    story: &Story,
    id: ComplaintId,
    now: DateTime<FixedOffset>,
) -> Result<()> {
    if let Some(invitation) = &story.invitation {
        let sent = by(staff, now - TimeDelta::days(invitation.sent_days_ago), now);
        let mut choices = LetterChoices::default();
        choices.writer_words.particulars.inspection = letter::Inspection {
            purpose: letter::InspectionPurpose::QualityCheck,
            on: now
                .date_naive()
                .checked_add_days(Days::new(invitation.in_days)),
            at: invitation.at.clone(),
            place: invitation.place.clone(),
            object: invitation.object.clone(),
            by: invitation.by.clone(),
            reply_by: None,
        };
        let kind = LetterKind::InspectionInvitation;
        let letter = issue(office, staff, &sent, id, kind, Some(choices))?;
        send(office, &sent, letter, story)?;
    }
    for clock in &story.clocks {
        let begun = now.date_naive() - Days::new(clock.days_ago);
        let values = ClockValues {
            fields: ClockFields {
                title: clock.title.clone(),
                ours: clock.ours,
                term: Some(clock.term),
                citation: clock.citation.clone(),
                ..ClockFields::of(clock.kind, clock.start)
            },
            start_on: Some(begun),
        };
        let save = ClockSave {
            complaint: id,
            clock: None,
            values,
        };
        let ago = i64::try_from(clock.days_ago).unwrap_or(0);
        let at = by(
            staff,
            moment(now, ago, story.time) + TimeDelta::hours(1),
            now,
        );
        crate::clock_save(office, &at, save)?;
    }
    Ok(())
}

/// The decisions and the final letter, as far as the story goes; the letter if the head is yet to read it.
fn answer(
    office: &Office,
    staff: &Staff,
    story: &Story,
    id: ComplaintId,
    received: DateTime<FixedOffset>,
    now: DateTime<FixedOffset>,
) -> Result<Option<LetterSubmit>> {
    if story.decisions.is_empty() {
        return Ok(None);
    }
    let days = |n: i64| by(staff, received + TimeDelta::days(n), now);
    let decided = days(2);
    let card = crate::complaint_card(office, &decided, crate::ComplaintRef { complaint: id })?;
    for (view, verdict) in card.demands.iter().zip(&story.decisions) {
        let decision = Decision {
            kind: verdict.kind,
            reasons: verdict.reasons.clone(),
            ground: verdict.ground.clone(),
            amount: verdict.amount,
            action: verdict.action.clone(),
            due: verdict
                .due_in
                .and_then(|n| now.date_naive().checked_add_days(Days::new(n))),
            evidence: Vec::new(),
        };
        let input = Decide {
            complaint: id,
            demand: view.demand.id,
            decision: Some(decision),
        };
        crate::decide(office, &decided, input)?;
    }
    let kinds: Vec<DecisionKind> = story.decisions.iter().map(|d| d.kind).collect();
    let Some(kind) = LetterKind::final_for(&kinds) else {
        return Ok(None);
    };
    match story.stage {
        Stage::Drafted | Stage::Submitted => {
            let draft = LetterDraft {
                complaint: id,
                kind,
                language: None,
            };
            let card = crate::letter_draft(office, &days(3), draft)?;
            if story.stage == Stage::Submitted {
                return Ok(Some(LetterSubmit {
                    letter: card.summary.id,
                    note: story.for_the_head.clone(),
                }));
            }
        }
        Stage::Issued | Stage::Sent | Stage::Closed => {
            let letter = issue(office, staff, &days(3), id, kind, None)?;
            if story.stage != Stage::Issued {
                send(office, &days(4), letter, story)?;
            }
            if story.stage == Stage::Closed {
                crate::complaint_close(
                    office,
                    &days(9),
                    CloseCase {
                        complaint: id,
                        reason: None,
                    },
                )?;
            }
        }
        Stage::Fresh
        | Stage::Acknowledged
        | Stage::InWork
        | Stage::Overdue
        | Stage::Waiting
        | Stage::Interim
        | Stage::Decided
        | Stage::NoAnswer => {}
    }
    Ok(None)
}

/// Composes and issues a letter as it writes itself.
fn issue(
    office: &Office,
    staff: &Staff,
    by: &By,
    complaint: ComplaintId,
    kind: LetterKind,
    choices: Option<LetterChoices>,
) -> Result<LetterId> {
    let mut card = crate::letter_draft(
        office,
        by,
        LetterDraft {
            complaint,
            kind,
            language: None,
        },
    )?;
    let letter = card.summary.id;
    if let Some(choices) = choices {
        card = crate::letter_choices_save(
            office,
            by,
            LetterChoicesSave {
                version: None,
                letter,
                text: card.text,
                choices,
            },
        )?;
    }
    let text = card.text.clone();
    let mut text = text;
    fill_in(&mut text, &staff.unsettled);
    crate::letter_text_save(
        office,
        by,
        crate::LetterTextSave {
            version: None,
            letter,
            text,
        },
    )?;
    let override_reason = Some(staff.override_reason.clone());
    crate::letter_issue(
        office,
        by,
        LetterIssue {
            version: None,
            letter,
            override_reason,
        },
    )?;
    Ok(letter)
}

/// Fills what the story does not tell, as the user would by hand.
fn fill_in(text: &mut letter::LetterText, words: &str) {
    for block in &mut text.blocks {
        for span in block.content.lines_mut().into_iter().flatten() {
            if let letter::Span::Field {
                value: value @ None,
                by_hand,
                ..
            } = span
            {
                *value = Some(words.to_owned());
                *by_hand = true;
            }
        }
    }
}

/// A public reply as it writes itself, and where it was posted.
fn reply_in_public(office: &Office, by: &By, complaint: ComplaintId, place: &str) -> Result<()> {
    let composed = crate::forms_compose(
        office,
        by,
        FormsCompose {
            complaint,
            kind: FormKind::Public,
            language: None,
            limit: None,
        },
    )?;
    let kept = crate::form_save(
        office,
        by,
        FormSave {
            complaint,
            id: None,
            form: composed.form,
        },
    )?;
    if let Some(form) = kept.id {
        let used = FormUsed {
            form,
            at: by.now,
            place: place.to_owned(),
            link: String::new(),
        };
        crate::form_used(office, by, used)?;
    }
    Ok(())
}

fn send(office: &Office, by: &By, letter: LetterId, story: &Story) -> Result<()> {
    if let Some(Registered { tracking, cost }) = &story.registered {
        let values = DispatchValues {
            fields: DispatchFields {
                tracking: tracking.clone(),
                cost: Some(*cost),
                expected: by.now.date_naive().checked_add_days(Days::new(14)),
                ..DispatchFields::sent(DispatchWay::PostRegistered, by.now)
            },
            tracking_kept: false,
        };
        let dispatch = DispatchSave {
            letter,
            dispatch: None,
            values,
        };
        crate::dispatch_save(office, by, dispatch)?;
        return Ok(());
    }
    let channel = match story.channel {
        Channel::Phone | Channel::Authority | Channel::ComplaintBook | Channel::Other => {
            Channel::Post
        }
        Channel::Email
        | Channel::Post
        | Channel::InPerson
        | Channel::Messenger
        | Channel::Website
        | Channel::Platform => story.channel,
    };
    crate::letter_sent(
        office,
        by,
        LetterSent {
            letter,
            channel,
            at: by.now,
        },
    )?;
    Ok(())
}
