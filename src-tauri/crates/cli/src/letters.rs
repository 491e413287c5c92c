//! Letters: checked, drafted, issued, sent.

use crate::answer::{Answers, Outcome};
use crate::arguments::{LetterCommand, LetterName, ToFile};
use crate::complaints::named;
use crate::input;
use crate::places::Invocation;
use complaint::{Document, LetterKind};
use office::{
    Failure, LetterApprove, LetterCard, LetterChoices, LetterChoicesSave, LetterDraft, LetterIssue,
    LetterRef, LetterReturn, LetterSent, LetterSubmit, LetterTextSave, Office, ReadingsQuestion,
    reference,
};
use serde_json::{Value, json};
use std::path::Path;

pub fn letter(invocation: &Invocation, what: &LetterCommand, answers: &mut Answers) -> Outcome {
    use LetterCommand as L;
    match what {
        L::Check { text, case, kind } => check(invocation, text, case.as_deref(), *kind, answers),
        L::Set(_) => crate::workbench::hand_on(),
        L::Draft {
            case,
            kind,
            language,
            choices,
        } => {
            let choices = choices.as_deref().map(input::json).transpose()?;
            let (office, by) = (invocation.office()?, invocation.by());
            let draft = LetterDraft {
                complaint: named(&office, case)?.complaint,
                kind: *kind,
                language: *language,
            };
            let begun =
                office::letter_draft_choosing(
                    &office,
                    &by,
                    draft,
                    |first, documents| match choices {
                        Some(choices) => over(&first, documents, choices),
                        None => Ok(first),
                    },
                );
            answer_letter(&begun?, answers)
        }
        L::Signatures { letter, add } => {
            let (office, by) = (invocation.office()?, invocation.by());
            let of = letter_named(&office, letter)?;
            let all = match add {
                None => office::letter_signatures(&office, &by, of)?,
                Some(file) => {
                    let bytes = input::bytes(file)?;
                    let name = file.file_name().unwrap_or_default().to_string_lossy();
                    office::letter_signature_add(&office, &by, of, &name, &bytes)?
                }
            };
            answers.each(all)
        }
        L::Readings(letter) => {
            let office = invocation.office()?;
            let asked = ReadingsQuestion {
                letter: letter_named(&office, letter)?.letter,
                text: None,
            };
            answers.each(office::letter_readings(&office, &invocation.by(), asked)?.iter())
        }
        L::Show(letter) => {
            let office = invocation.office()?;
            let letter = letter_named(&office, letter)?;
            answers.give(&office::letter_card(&office, &invocation.by(), letter)?)
        }
        L::Edit {
            letter,
            text,
            choices,
        } => edit(
            invocation,
            letter,
            text.as_deref(),
            choices.as_deref(),
            answers,
        ),
        L::Preview(what) => preview(invocation, what, answers),
        L::Submit { letter, note } => {
            let (office, by) = (invocation.office()?, invocation.by());
            let submit = LetterSubmit {
                letter: letter_named(&office, letter)?.letter,
                note: note.clone(),
            };
            stands(&office::letter_submit(&office, &by, submit)?, answers)
        }
        L::Recall(letter) => {
            let office = invocation.office()?;
            let letter = letter_named(&office, letter)?;
            stands(
                &office::letter_recall(&office, &invocation.by(), letter)?,
                answers,
            )
        }
        L::Approve { letter, mark } => {
            let (office, by) = (invocation.office()?, invocation.by());
            let letter = letter_named(&office, letter)?;
            let fingerprint = match mark {
                Some(mark) => mark.clone(),
                None => {
                    office::letter_card(&office, &by, letter)?
                        .approval
                        .fingerprint
                }
            };
            let approve = LetterApprove {
                letter: letter.letter,
                fingerprint,
            };
            stands(&office::letter_approve(&office, &by, approve)?, answers)
        }
        L::Return { letter, remarks } => {
            let (office, by) = (invocation.office()?, invocation.by());
            let back = LetterReturn {
                letter: letter_named(&office, letter)?.letter,
                remarks: remarks.clone(),
            };
            stands(&office::letter_return(&office, &by, back)?, answers)
        }
        L::Issue {
            letter,
            out,
            override_reason,
        } => issue(
            invocation,
            letter,
            out.as_deref(),
            override_reason.clone(),
            answers,
        ),
        L::Save(what) => written(invocation, what, answers, office::letter_pdf),
        L::Docx(what) => written(invocation, what, answers, office::letter_docx),
        L::Mail(what) => written(invocation, what, answers, office::letter_mail),
        L::Sent {
            letter,
            channel,
            at,
        } => {
            let (office, by) = (invocation.office()?, invocation.by());
            let sent = LetterSent {
                letter: letter_named(&office, letter)?.letter,
                channel: *channel,
                at: at.unwrap_or(by.now),
            };
            let card = office::letter_sent(&office, &by, sent)?;
            answers.each(card.contents.letters.iter().filter(|l| l.id == sent.letter))
        }
        L::Supersede(letter) => {
            let office = invocation.office()?;
            let letter = letter_named(&office, letter)?;
            answer_letter(
                &office::letter_supersede(&office, &invocation.by(), letter)?,
                answers,
            )
        }
        L::Delete(letter) => {
            let office = invocation.office()?;
            let letter = letter_named(&office, letter)?;
            office::letter_delete(&office, &invocation.by(), letter)?;
            answers.give(&json!({ "deleted": letter.letter }))
        }
    }
}

/// The choices with what was given in their place: what is not named stays as
/// the office took it over from the case or from an earlier letter.
fn over(
    chosen: &LetterChoices,
    documents: &[Document],
    mut given: Value,
) -> Result<LetterChoices, Failure> {
    for list in ["enclosures", "figures", "findings_evidence"] {
        let named = given.get_mut(list).and_then(Value::as_array_mut);
        for name in named.into_iter().flatten() {
            *name = json!(crate::case::exhibit_named(documents, name)?);
        }
    }
    fn lay(under: &mut Value, over: Value) {
        match (under, over) {
            (Value::Object(under), Value::Object(over)) => {
                for (name, value) in over {
                    lay(under.entry(name).or_insert(Value::Null), value);
                }
            }
            (under, over) => *under = over,
        }
    }
    let wrong = |error: serde_json::Error| Failure::of("json").with(error);
    let mut all = serde_json::to_value(chosen).map_err(wrong)?;
    lay(&mut all, given);
    serde_json::from_value(all).map_err(wrong)
}

pub fn letter_named(office: &Office, name: &LetterName) -> Outcome<LetterRef> {
    Ok(LetterRef {
        letter: office::letter_named(office, &name.letter)?,
    })
}

/// What a script needs to know of a draft.
fn answer_letter(card: &LetterCard, answers: &mut Answers) -> Outcome {
    answers.give(&json!({
        "letter": card.summary.id,
        "kind": card.summary.kind,
        "heading": card.summary.heading,
        "complaint": card.complaint_number,
        "findings": card.findings,
        "due": card.due,
        "file_name": card.file_name,
    }))
}

fn check(
    invocation: &Invocation,
    text: &Path,
    case: Option<&str>,
    kind: Option<LetterKind>,
    answers: &mut Answers,
) -> Outcome {
    let text = input::text(text)?;
    let findings = match case {
        None => {
            let office = invocation.named_office()?;
            let own_words = office.as_ref().map(office::own_words).transpose()?;
            reference::text_check(&text, kind, &own_words.unwrap_or_default())
        }
        Some(case) => {
            let office = invocation.office()?;
            let complaint = office::complaint_named(&office, case)?;
            office::case_text_check(&office, &invocation.by(), complaint, &text, kind)?
        }
    };
    answers.give(&json!({ "findings": findings }))
}

fn edit(
    invocation: &Invocation,
    letter: &LetterName,
    text: Option<&Path>,
    choices: Option<&Path>,
    answers: &mut Answers,
) -> Outcome {
    let text = text.map(input::json).transpose()?;
    let choices = choices.map(input::json).transpose()?;
    let (office, by) = (invocation.office()?, invocation.by());
    let letter = letter_named(&office, letter)?;
    let mut card = office::letter_card(&office, &by, letter)?;
    let letter = letter.letter;
    // One edit is one change: with choices, the text goes along.
    if let Some(choices) = choices {
        let save = LetterChoicesSave {
            version: None,
            letter,
            choices: over(&card.choices, &card.documents, choices)?,
            text: text.unwrap_or(card.text),
        };
        card = office::letter_choices_save(&office, &by, save)?;
    } else if let Some(text) = text {
        card = office::letter_text_save(
            &office,
            &by,
            LetterTextSave {
                version: None,
                letter,
                text,
            },
        )?;
    }
    answer_letter(&card, answers)
}

fn preview(invocation: &Invocation, what: &ToFile, answers: &mut Answers) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    let card = office::letter_card(&office, &by, letter_named(&office, &what.letter)?)?;
    let asked = LetterTextSave {
        version: None,
        letter: card.summary.id,
        text: card.text,
    };
    let shown = office::letter_preview(&office, &by, &asked)?;
    let pdf = office::letter_preview_pdf(&office, &by, &asked)?;
    input::write(&what.out, &pdf)?;
    if what.out == Path::new("-") {
        return Ok(());
    }
    answers.give(&json!({
        "letter": card.summary.id,
        "pages": shown.pages,
        "findings": shown.findings,
        "missing_glyphs": shown.missing_glyphs,
    }))
}

fn issue(
    invocation: &Invocation,
    letter: &LetterName,
    out: Option<&Path>,
    override_reason: Option<String>,
    answers: &mut Answers,
) -> Outcome {
    let (office, by) = (invocation.office_to_number_in()?, invocation.by());
    let letter = letter_named(&office, letter)?;
    let card = office::letter_issue(
        &office,
        &by,
        LetterIssue {
            version: None,
            letter: letter.letter,
            override_reason,
        },
    )?;
    let Some(issued) = card.summary.issued else {
        return Err(Failure::of("not_issued").into());
    };
    // The letter is issued whatever becomes of this copy, so its number is told first.
    answers.give(&json!({
        "number": issued.number,
        "sha256": issued.sha256,
        "pages": issued.pages,
        "at": issued.at,
        "letter": letter.letter,
    }))?;
    answers.finish()?;
    match out {
        Some(out) => input::write(out, &office::letter_pdf(&office, &by, letter)?.1),
        None => Ok(()),
    }
}

/// Where a letter's approval stands.
fn stands(card: &LetterCard, answers: &mut Answers) -> Outcome {
    let approval = &card.approval;
    answers.give(&json!({
        "letter": card.summary.id,
        "state": approval.history.first().map(|a| a.state),
        "needed": approval.needed,
        "stands": approval.stands,
        "mark": approval.fingerprint,
    }))
}

/// A use case that gives a file: its name and its bytes.
type Writer = fn(&Office, &office::By, LetterRef) -> office::Result<(String, Vec<u8>)>;

fn written(invocation: &Invocation, what: &ToFile, answers: &mut Answers, made: Writer) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    let letter = letter_named(&office, &what.letter)?;
    let (file_name, bytes) = made(&office, &by, letter)?;
    input::write(&what.out, &bytes)?;
    if what.out == Path::new("-") {
        return Ok(());
    }
    answers.give(&json!({
        "letter": letter.letter,
        "file_name": file_name,
        "bytes": bytes.len(),
    }))
}
