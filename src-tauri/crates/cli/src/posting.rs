//! Posting: dispatches, papers around a letter, the proof of an answer.

use crate::answer::{Answers, Outcome, Trouble};
use crate::arguments::{
    DispatchAdd, DispatchCommand, DispatchState, EnvelopeCommand, IndexCommand, InventoryCommand,
    LabelCommand, PaperOut, ProofCommand,
};
use crate::complaints::named;
use crate::input;
use crate::letters::letter_named;
use crate::places::Invocation;
use chrono::Days;
use complaint::{DeliveryFields, DispatchFields, DispatchId, DocumentId, InventoryLine};
use office::{
    DeliverySave, DispatchRef, DispatchSave, DispatchValues, Failure, LetterRef, Office, Paper,
    PostingCard, ProofMake, ProofQuestion, TrackingQuestion,
};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

pub fn dispatch(invocation: &Invocation, what: &DispatchCommand, answers: &mut Answers) -> Outcome {
    use DispatchCommand as D;
    let (office, by) = (invocation.office()?, invocation.by());
    match what {
        D::Add(given) => add(invocation, &office, given, answers),
        D::State(given) => state(invocation, &office, given, answers),
        D::List(letter) => {
            let card = office::posting_card(&office, &by, letter_named(&office, letter)?)?;
            answers.each(&card.dispatches)
        }
        D::Remove { dispatch } => {
            let dispatch = id(dispatch)?;
            office::dispatch_remove(&office, &by, DispatchRef { dispatch })?;
            answers.give(&json!({ "removed": dispatch }))
        }
        D::Check { number } => {
            let number = number.clone();
            answers.give(&office::tracking_check(
                &office,
                &by,
                TrackingQuestion { number },
            )?)
        }
    }
}

fn id(text: &str) -> Outcome<DispatchId> {
    text.trim()
        .parse()
        .map_err(|_| Failure::of("not_found").with("dispatch").into())
}

/// The document of the case with this exhibit number.
fn exhibit(card: &PostingCard, number: Option<u32>) -> Outcome<Option<DocumentId>> {
    let Some(number) = number else {
        return Ok(None);
    };
    match card.documents.iter().find(|d| d.exhibit == number) {
        Some(found) => Ok(Some(found.id)),
        None => Err(Failure::of("not_found").with("document").into()),
    }
}

fn add(
    invocation: &Invocation,
    office: &Office,
    given: &DispatchAdd,
    answers: &mut Answers,
) -> Outcome {
    let by = invocation.by();
    let letter = letter_named(office, &given.letter)?;
    let card = office::posting_card(office, &by, letter)?;
    let values: DispatchValues = match (&given.json, given.way) {
        (Some(file), _) => input::json(file)?,
        (None, Some(way)) => {
            let sent_at = given.at.unwrap_or(by.now);
            let usual = way
                .usual_days()
                .and_then(|n| sent_at.date_naive().checked_add_days(Days::new(n.into())));
            DispatchValues {
                fields: DispatchFields {
                    way,
                    sent_at,
                    tracking: given.tracking.clone(),
                    address: given.address.clone(),
                    cost: given.cost,
                    expected: given.expected.or(usual),
                    inventory: if given.inventory {
                        card.inventory.clone()
                    } else {
                        Vec::new()
                    },
                    note: given.note.clone(),
                    receipt: exhibit(&card, given.receipt)?,
                },
                tracking_kept: given.keep_number,
            }
        }
        (None, None) => return Err(Failure::of("field").at("way").with("missing").into()),
    };
    let save = DispatchSave {
        letter: letter.letter,
        dispatch: None,
        values,
    };
    let before: Vec<DispatchId> = card.dispatches.iter().map(|v| v.dispatch.id).collect();
    let card = office::dispatch_save(office, &by, save)?;
    answers.each(
        card.dispatches
            .iter()
            .filter(|v| !before.contains(&v.dispatch.id)),
    )
}

fn state(
    invocation: &Invocation,
    office: &Office,
    given: &DispatchState,
    answers: &mut Answers,
) -> Outcome {
    let by = invocation.by();
    let (dispatch, card) = match office::letter_named(office, &given.dispatch) {
        Ok(letter) => {
            let card = office::posting_card(office, &by, LetterRef { letter })?;
            match card.dispatches.last() {
                Some(last) => (last.dispatch.id, Some(card)),
                None => (id(&given.dispatch)?, None),
            }
        }
        Err(_) => (id(&given.dispatch)?, None),
    };
    let document = match (given.document, &card) {
        (None, _) => None,
        (number, Some(card)) => exhibit(card, number)?,
        // An exhibit number belongs to a case, and an id alone does not say which.
        (Some(_), None) => {
            return Err(Failure::of("field").at("document").with("foreign").into());
        }
    };
    let save = DeliverySave {
        dispatch,
        fields: DeliveryFields {
            state: given.state,
            on: given.on.unwrap_or_else(|| by.now.date_naive()),
            until: given.until,
            reason: given.reason.clone(),
            source: given.source.clone(),
            document,
        },
    };
    let card = office::delivery_save(office, &by, save)?;
    answers.each(card.dispatches.iter().filter(|v| v.dispatch.id == dispatch))
}

/// A paper in the words of the wire: its sizes and forms belong to the letter room.
fn paper(told: Value) -> Outcome<Paper> {
    serde_json::from_value(told).map_err(|error| Failure::of("json").with(error).into())
}

fn written(invocation: &Invocation, told: Value, out: &Path, answers: &mut Answers) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    let (file_name, bytes) = office::paper_make(&office, &by, &paper(told)?)?;
    input::write(out, &bytes)?;
    if out == Path::new("-") {
        return Ok(());
    }
    answers.give(&json!({ "file_name": file_name, "bytes": bytes.len() }))
}

fn letter_of(invocation: &Invocation, given: &PaperOut) -> Outcome<LetterRef> {
    letter_named(&invocation.office()?, &given.letter)
}

pub fn envelope(invocation: &Invocation, what: &EnvelopeCommand, answers: &mut Answers) -> Outcome {
    let letter = letter_of(invocation, &what.paper)?.letter;
    let told = if what.window_sheet {
        json!({ "paper": "window_sheet", "letter": letter, "address": what.paper.address })
    } else {
        json!({
            "paper": "envelope",
            "letter": letter,
            "size": what.size,
            "address": what.paper.address,
            "way": what.way,
        })
    };
    written(invocation, told, &what.paper.out, answers)
}

pub fn label(invocation: &Invocation, what: &LabelCommand, answers: &mut Answers) -> Outcome {
    let office = invocation.office()?;
    let letters = what
        .letters
        .iter()
        .map(|name| Ok(office::letter_named(&office, name)?))
        .collect::<Outcome<Vec<_>>>()?;
    drop(office);
    let told = json!({
        "paper": "labels",
        "letters": letters,
        "form": if what.single { "single" } else { "sheet" },
        "start": what.start,
        "copies": what.copies,
    });
    written(invocation, told, &what.out, answers)
}

pub fn inventory(
    invocation: &Invocation,
    what: &InventoryCommand,
    answers: &mut Answers,
) -> Outcome {
    let lines: Vec<InventoryLine> = match &what.json {
        Some(file) => input::json(file)?,
        None => Vec::new(),
    };
    let told = json!({
        "paper": "inventory",
        "letter": letter_of(invocation, &what.paper)?.letter,
        "address": what.paper.address,
        "lines": lines,
        "way": what.way,
        "one_sheet": what.one_sheet,
    });
    written(invocation, told, &what.paper.out, answers)
}

pub fn receipt(invocation: &Invocation, what: &PaperOut, answers: &mut Answers) -> Outcome {
    let told = json!({ "paper": "receipt", "letter": letter_of(invocation, what)?.letter });
    written(invocation, told, &what.out, answers)
}

pub fn index(invocation: &Invocation, what: &IndexCommand, answers: &mut Answers) -> Outcome {
    let complaint = named(&invocation.office()?, &what.case)?.complaint;
    let told = json!({ "paper": "case_index", "complaint": complaint });
    written(invocation, told, &what.out, answers)
}

/// `journal print`: the register book of a stretch of days, as a PDF.
pub fn register_book(
    invocation: &Invocation,
    (from, to): (chrono::NaiveDate, chrono::NaiveDate),
    (incoming, outgoing): (bool, bool),
    out: &Path,
    answers: &mut Answers,
) -> Outcome {
    // Neither named means both.
    let both = incoming == outgoing;
    let told = json!({
        "paper": "register_book",
        "from": from,
        "to": to,
        "incoming": incoming || both,
        "outgoing": outgoing || both,
    });
    written(invocation, told, out, answers)
}

pub fn proof(invocation: &Invocation, what: &ProofCommand, answers: &mut Answers) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    match what {
        ProofCommand::Check(letter) => {
            let question = ProofQuestion {
                letter: letter_named(&office, letter)?.letter,
                dispatch: None,
            };
            answers.give(&office::proof_check(&office, &by, question)?)
        }
        ProofCommand::Make {
            letter,
            out,
            reason,
            folder,
        } => {
            let make = ProofMake {
                letter: letter_named(&office, letter)?.letter,
                dispatch: None,
                reason: reason.clone(),
                folder: *folder,
            };
            let told = office::proof_make(&office, &by, &make, |files| {
                let mut told = Vec::new();
                if *folder {
                    fs::create_dir_all(out).map_err(|error| Trouble::at_file(out, &error))?;
                    for file in files {
                        input::write(&out.join(&file.name), &file.bytes)?;
                        told.push(file.name.clone());
                    }
                } else if let Some(joined) = files.first() {
                    input::write(out, &joined.bytes)?;
                    told.push(joined.name.clone());
                }
                Ok::<_, Trouble>(Some(told))
            })?;
            if out == Path::new("-") {
                return Ok(());
            }
            answers.give(&json!({ "files": told }))
        }
    }
}
