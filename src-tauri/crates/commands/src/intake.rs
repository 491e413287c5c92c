//! The intake screen: a complaint by hand, from pasted words, or from a message.

use crate::failure::Refusal;
use crate::file::read_at_most;
use crate::host::Host;
use crate::program::Program;
use complaint::Complainant;
use office::{Added, ClockQuestion, DemandClocks, MailProposal, NameForms, NewComplaint};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// No message that people send each other has more bytes, and it is held in memory while it is read.
const LARGEST_MESSAGE: u64 = 200 * 1024 * 1024;

/// Reads a message into a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MailRead {
    pub token: Uuid,
}

/// Takes a message in as a complaint, itself and the chosen attachments as its documents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MailTake {
    pub token: Uuid,
    pub complaint: NewComplaint,
    /// Which attachments to keep, by their place in the message.
    pub attachments: Vec<u32>,
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
    Ok(office::mail_propose(&office, &program.by(host), &message)?)
}

/// Takes a message in as confirmed, with the attachments that were chosen.
pub fn mail_take(program: &Program, host: &dyn Host, input: MailTake) -> Result<Added, Refusal> {
    let message = message(program, input.token)?;
    Ok(office::mail_take(
        &*program.office(host)?,
        &program.by(host),
        &message,
        input.complaint,
        &input.attachments,
    )?)
}

fn message(program: &Program, token: Uuid) -> Result<Vec<u8>, Refusal> {
    let path = program.tokens.file(token).ok_or(Refusal::NoToken)?;
    // One byte past the limit tells a file that grew since it was handed over.
    let message = read_at_most(&path, LARGEST_MESSAGE + 1)?;
    if message.len() as u64 > LARGEST_MESSAGE {
        return Err(Refusal::TooLarge);
    }
    Ok(message)
}
