//! Complaints, mail, search, today.

use crate::answer::{Answers, Outcome, Trouble};
use crate::arguments::{CaseName, ComplaintCommand, List, Mail, Search};
use crate::input;
use crate::places::Invocation;
use complaint::{
    ComplaintFields, ComplaintId, ComplaintRow, LegalHoldFields, RegisterQuery, SearchHit,
    SortColumn,
};
use office::{
    Added, By, Card, CloseCase, ComplaintRef, ComplaintTrash, Failure, HoldRef, HoldSave,
    IncomingFile, MailNotice, MailReading, NewComplaint, Office, PageQuery, SearchQuery,
};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::time::Instant;

/// A complaint as a script hands it in. What is left out, or null, stays as it
/// is in `over`; the complainant may be a name alone.
fn laid_over(given: Map<String, Value>, over: &NewComplaint) -> Result<NewComplaint, Failure> {
    let as_json = |error: serde_json::Error| Failure::of("json").with(error);
    let mut whole = serde_json::to_value(over).map_err(as_json)?;
    for (field, value) in given {
        let Some(place) = whole.get_mut(&field) else {
            return Err(Failure::of("json").with(format!("unknown field `{field}`")));
        };
        match value {
            Value::Null => {}
            Value::String(name) if field == "complainant" => place["name"] = name.into(),
            value @ (Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_)
            | Value::Object(_)) => *place = value,
        }
    }
    serde_json::from_value(whole).map_err(as_json)
}

fn blank(by: &By) -> NewComplaint {
    NewComplaint {
        id: None,
        fields: ComplaintFields::received(by.now),
        person_id: None,
        demands: Vec::new(),
        terms: Vec::new(),
    }
}

/// A row of the register, with the cursor to go on behind it.
#[derive(Serialize)]
struct ListedRow {
    #[serde(flatten)]
    row: ComplaintRow,
    cursor: ComplaintId,
}

pub fn complaint(
    invocation: &Invocation,
    what: &ComplaintCommand,
    answers: &mut Answers,
) -> Outcome {
    use ComplaintCommand as C;
    let by = invocation.by();
    match what {
        C::Add { json } => {
            let complaint = laid_over(input::json(json)?, &blank(&by))?;
            answers.give(&office::complaint_add(
                &invocation.office_to_number_in()?,
                &by,
                complaint,
            )?)
        }
        C::List(list) => listed(&invocation.office()?, &by, list, answers),
        C::Show(case) => {
            let office = invocation.office()?;
            let named = named(&office, case)?;
            answers.give(&office::complaint_card(&office, &by, named)?)
        }
        C::Close {
            case,
            reason,
            words,
        } => {
            let office = invocation.office()?;
            let closing = CloseCase {
                complaint: named(&office, case)?.complaint,
                reason: reason.map(|reason| (reason, words.clone())),
            };
            state_after(office::complaint_close(&office, &by, closing), answers)
        }
        C::Reopen(case) => {
            let office = invocation.office()?;
            let named = named(&office, case)?;
            state_after(office::complaint_reopen(&office, &by, named), answers)
        }
        C::Trash { case, reason } => {
            let office = invocation.office()?;
            let input = ComplaintTrash {
                complaint: named(&office, case)?.complaint,
                reason: reason.clone(),
            };
            state_after(office::complaint_trash(&office, &by, input), answers)
        }
        C::Restore(case) => {
            let office = invocation.office()?;
            let named = named(&office, case)?;
            state_after(office::complaint_restore(&office, &by, named), answers)
        }
        C::Acknowledged(case) => {
            let office = invocation.office()?;
            let named = named(&office, case)?;
            state_after(office::complaint_acknowledge(&office, &by, named), answers)
        }
        C::Hold {
            case,
            reason,
            by: who,
            until,
        } => {
            let office = invocation.office()?;
            let hold = HoldSave {
                complaint: named(&office, case)?.complaint,
                hold: None,
                fields: LegalHoldFields {
                    reason: reason.clone(),
                    ordered_by: who.clone(),
                    until: *until,
                },
            };
            held_after(&office::complaint_hold(&office, &by, hold)?, answers)
        }
        C::HoldLift(case) => {
            let office = invocation.office()?;
            let complaint = named(&office, case)?;
            let mut card = office::complaint_card(&office, &by, complaint)?;
            let standing = |card: &Card| {
                let hold = card.holds.iter().find(|hold| hold.lifted_at.is_none());
                hold.map(|hold| HoldRef {
                    complaint: complaint.complaint,
                    hold: hold.id,
                })
            };
            if standing(&card).is_none() {
                return Err(Failure::of("not_found").with("legal_hold").into());
            }
            while let Some(hold) = standing(&card) {
                card = office::complaint_hold_lift(&office, &by, hold)?;
            }
            held_after(&card, answers)
        }
        C::Answered(case) => {
            let office = invocation.office()?;
            let named = named(&office, case)?;
            state_after(office::question_answered(&office, &by, named), answers)
        }
    }
}

pub fn named(office: &Office, case: &CaseName) -> Outcome<ComplaintRef> {
    Ok(ComplaintRef {
        complaint: office::complaint_named(office, &case.complaint)?,
    })
}

/// The orders on a case after a change.
fn held_after(card: &Card, answers: &mut Answers) -> Outcome {
    answers.give(&json!({
        "id": card.contents.complaint.id,
        "number": card.contents.complaint.number,
        "holds": card.holds,
    }))
}

/// Where a complaint stands after a change.
fn state_after(card: office::Result<office::Card>, answers: &mut Answers) -> Outcome {
    let card = card?;
    answers.give(&json!({
        "id": card.contents.complaint.id,
        "number": card.contents.complaint.number,
        "status": card.contents.complaint.status,
        "next_step": card.next_step,
        "trashed_at": card.contents.complaint.trashed_at,
    }))
}

fn listed(office: &Office, by: &By, list: &List, answers: &mut Answers) -> Outcome {
    // Every field is named on either side, so that a filter which is added is asked for here too.
    let List {
        status,
        channel,
        kind,
        due,
        text,
        trashed,
        sort,
        ascending,
        limit,
        after,
        offset,
    } = list;
    let query = RegisterQuery {
        statuses: status.clone(),
        channels: channel.clone(),
        kinds: kind.clone(),
        due: *due,
        text: text.clone(),
        trashed: *trashed,
        sort: *sort,
        descending: !ascending,
    };
    let by_number = *sort == SortColumn::Number && !ascending && *offset == 0;
    let rows = if by_number {
        office::complaints_after(office, by, &query, after.as_deref(), *limit)?
    } else {
        let page = PageQuery {
            query,
            offset: *offset,
            limit: *limit,
        };
        office::register_page(office, by, page)?.rows
    };
    answers.each(rows.into_iter().map(|row| ListedRow {
        cursor: row.id,
        row,
    }))
}

/// A message that was taken in, and what was odd about it.
#[derive(Serialize)]
struct TakenMail {
    #[serde(flatten)]
    added: Added,
    notices: Vec<MailNotice>,
}

/// Refuses what is said of one message where there are several: each would get it, and under one id all but the first
/// would count as written down already.
fn of_all(given: &Map<String, Value>, messages: u32) -> Result<(), Failure> {
    let one = ["id", "person_id", "complainant", "subject", "text"];
    match one.iter().find(|field| given.contains_key(**field)) {
        Some(field) => {
            let why = format!("`{field}` is of one message, and there are {messages}");
            Err(Failure::of("json").with(why))
        }
        None => Ok(()),
    }
}

pub fn mail(invocation: &Invocation, what: &Mail, answers: &mut Answers) -> Outcome {
    match what {
        Mail::Read { files } => {
            for file in files {
                let read = input::message(file)
                    .and_then(|bytes| Ok(office::reference::mailbox_read(&bytes)?));
                match read {
                    Ok(drafts) => drafts.iter().try_for_each(|draft| answers.give(draft))?,
                    Err(Trouble::Failed(failure)) if files.len() > 1 => {
                        let file = file.display().to_string();
                        answers.give(&json!({ "error": failure, "file": file }))?;
                    }
                    Err(trouble) => return Err(trouble),
                }
            }
            Ok(())
        }
        Mail::Add { file, json } => {
            let bytes = input::message(file)?;
            let given = match json {
                Some(json) => input::json(json)?,
                None => Map::new(),
            };
            let (office, by) = (invocation.office_to_number_in()?, invocation.by());
            let mut message = 0;
            // A mailbox holds several; each is a complaint of its own.
            loop {
                let which = MailReading {
                    message,
                    charset: None,
                };
                let proposal = office::mail_propose_as(&office, &by, &bytes, &which)?;
                if message == 0 && proposal.messages > 1 {
                    of_all(&given, proposal.messages)?;
                }
                let all: Vec<u32> = proposal.attachments.iter().map(|a| a.index).collect();
                let complaint = laid_over(given.clone(), &proposal.draft)?;
                let beside = Vec::<IncomingFile<&[u8]>>::new();
                let added =
                    office::mail_take_with(&office, &by, &bytes, message, complaint, &all, beside)?;
                let notices = proposal.notices;
                answers.give(&TakenMail { added, notices })?;
                message += 1;
                if message >= proposal.messages {
                    return Ok(());
                }
            }
        }
    }
}

pub fn search(invocation: &Invocation, what: &Search, answers: &mut Answers) -> Outcome {
    let office = invocation.office()?;
    let query = SearchQuery {
        text: what.text.clone(),
        limit: what.limit,
    };
    let begun = Instant::now();
    let hits = office::search(&office, &invocation.by(), query)?;
    let ms = begun.elapsed().as_secs_f64() * 1000.0;
    let rows = hits.into_iter().map(hit).collect::<Result<Vec<_>, _>>()?;
    answers.give(&json!({ "rows": rows, "ms": ms }))
}

/// A hit as one flat row: the complaint's fields, the matched one, its snippet.
fn hit(hit: SearchHit) -> Result<Value, Failure> {
    let as_json = |error: serde_json::Error| Failure::of("json").with(error);
    let mut row = serde_json::to_value(&hit.row).map_err(as_json)?;
    row["field"] = hit.field.into();
    row["snippet"] = hit.snippet.into();
    row["spans"] = serde_json::to_value(&hit.spans).map_err(as_json)?;
    Ok(row)
}

pub fn today(invocation: &Invocation, answers: &mut Answers) -> Outcome {
    answers.give(&office::today(&invocation.office()?, &invocation.by())?)
}
