//! The intake screen: a complaint by hand, from pasted words, or from a message.

use crate::document::handed_over;
use crate::failure::Refusal;
use crate::host::Host;
use crate::program::{Program, Progress, ProgressReport};
use complaint::{Complainant, Provenance, Side};
use office::{
    Added, ClockQuestion, DemandClocks, MailProposal, MailReading, NameForms, NewComplaint,
};
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use ts_rs::TS;
use uuid::Uuid;

/// Takes a complaint in by hand, with the files that came with it as its documents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ComplaintAdd {
    pub complaint: NewComplaint,
    /// Chosen or dropped files, in their order.
    #[serde(default)]
    pub tokens: Vec<Uuid>,
    /// A fresh id of the window's own, to cancel by.
    pub task: Uuid,
}

/// Reads a message into a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MailRead {
    pub token: Uuid,
    /// Which message of a mailbox, from 0.
    #[serde(default)]
    pub message: u32,
    /// The charset to read the text in, when a person chose one.
    #[serde(default)]
    pub charset: Option<String>,
}

/// Takes a message in as a complaint, itself and the chosen attachments as its documents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MailTake {
    pub token: Uuid,
    /// Which message of a mailbox, from 0.
    #[serde(default)]
    pub message: u32,
    pub complaint: NewComplaint,
    /// Which attachments to keep, by their place in the message.
    pub attachments: Vec<u32>,
    /// Files handed over beside the message, in their order.
    #[serde(default)]
    pub tokens: Vec<Uuid>,
}

/// Takes a complaint in with its files, in one change. When it is cancelled, nothing of it is kept.
pub fn complaint_add(
    program: &Program,
    host: &dyn Host,
    input: ComplaintAdd,
    progress: &dyn Fn(Progress),
) -> Result<Added, Refusal> {
    let office = program.office(host)?;
    let task = program.tasks.begin(input.task);
    let said = Provenance {
        side: Side::Complainant,
        source: String::new(),
    };
    let (files, parts) = handed_over(program, host, &input.tokens, &said)?;
    let report = ProgressReport::new(progress, parts);
    let by = program.by(host);
    let hear = |place, done| {
        report.step(place, done);
        if task.is_cancelled() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    Ok(office::complaint_add_with(
        &office,
        &by,
        input.complaint,
        files,
        &hear,
    )?)
}

pub fn clocks(
    program: &Program,
    host: &dyn Host,
    input: ClockQuestion,
) -> Result<Vec<DemandClocks>, Refusal> {
    Ok(office::clocks(&*program.office(host)?, &input))
}

pub fn name_forms(
    program: &Program,
    host: &dyn Host,
    input: Complainant,
) -> Result<NameForms, Refusal> {
    Ok(office::name_forms_known(&*program.office(host)?, &input)?)
}

/// Reads a dropped or chosen message into a draft of a complaint.
pub fn mail_read(
    program: &Program,
    host: &dyn Host,
    input: MailRead,
) -> Result<MailProposal, Refusal> {
    let message = message(program, input.token)?;
    let office = program.office(host)?;
    let how = MailReading {
        message: input.message,
        charset: input.charset,
    };
    Ok(office::mail_propose_as(
        &office,
        &program.by(host),
        &message,
        &how,
    )?)
}

/// Takes a message in as confirmed, with the attachments that were chosen.
pub fn mail_take(program: &Program, host: &dyn Host, input: MailTake) -> Result<Added, Refusal> {
    let message = message(program, input.token)?;
    let said = Provenance {
        side: Side::Complainant,
        source: String::new(),
    };
    let (files, _) = handed_over(program, host, &input.tokens, &said)?;
    Ok(office::mail_take_with(
        &*program.office(host)?,
        &program.by(host),
        &message,
        input.message,
        input.complaint,
        &input.attachments,
        files,
    )?)
}

fn message(program: &Program, token: Uuid) -> Result<Vec<u8>, Refusal> {
    let path = program.tokens.file(token).ok_or(Refusal::NoToken)?;
    Ok(office::message_read(&path)?)
}
