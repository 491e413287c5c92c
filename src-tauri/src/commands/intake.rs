//! The intake screen: a complaint by hand, from pasted words, or from a message.

use crate::desk::{Desk, work};
use crate::failure::{Answer, ShellError};
use crate::wire::{MailRead, MailTake};
use complaint::Complainant;
use office::wire::{
    Added, ClockQuestion, DemandClocks, DraftKey, DraftPut, FormDraft, MailProposal, NameForms,
    NewComplaint, PastedText,
};
use std::fs::File;
use std::io::Read;
use tauri::AppHandle;
use uuid::Uuid;

/// No message that people send each other is larger, and it is held in memory while it is read.
const LARGEST_MESSAGE: u64 = 200 * 1024 * 1024;

use_cases! {
    complaint_add(input: NewComplaint) -> Added;
    text_read(input: PastedText) -> NewComplaint;
    draft_put(input: DraftPut) -> ();
    draft_get(input: DraftKey) -> Option<FormDraft>;
    draft_delete(input: DraftKey) -> ();
    drafts() -> Vec<FormDraft>;
}

/// See [`office::clocks`].
#[tauri::command]
pub async fn clocks(app: AppHandle, input: ClockQuestion) -> Answer<Vec<DemandClocks>> {
    work(app, move |_, desk| {
        Ok(office::clocks(&*desk.office()?, &input))
    })
    .await
}

/// See [`office::name_forms_known`].
#[tauri::command]
pub async fn name_forms(app: AppHandle, input: Complainant) -> Answer<NameForms> {
    work(app, move |_, desk| {
        Ok(office::name_forms_known(&*desk.office()?, &input)?)
    })
    .await
}

/// Reads a dropped or chosen message into a draft of a complaint.
#[tauri::command]
pub async fn mail_read(app: AppHandle, input: MailRead) -> Answer<MailProposal> {
    work(app, move |_, desk| {
        let message = message(desk, input.token)?;
        Ok(office::mail_propose(
            &*desk.office()?,
            &desk.by(),
            &message,
        )?)
    })
    .await
}

/// Takes a message in as confirmed, with the attachments that were chosen.
#[tauri::command]
pub async fn mail_take(app: AppHandle, input: MailTake) -> Answer<Added> {
    work(app, move |_, desk| {
        let MailTake {
            token,
            complaint,
            attachments,
        } = input;
        let message = message(desk, token)?;
        Ok(office::mail_take(
            &*desk.office()?,
            &desk.by(),
            &message,
            complaint,
            &attachments,
        )?)
    })
    .await
}

fn message(desk: &Desk, token: Uuid) -> Result<Vec<u8>, ShellError> {
    let path = desk.tokens.file(token).ok_or(ShellError::NoToken)?;
    let file = File::open(path).map_err(ShellError::Unreadable)?;
    let mut message = Vec::new();
    // One byte past the limit tells a file that grew since it was handed over.
    file.take(LARGEST_MESSAGE + 1)
        .read_to_end(&mut message)
        .map_err(ShellError::Unreadable)?;
    if message.len() as u64 > LARGEST_MESSAGE {
        return Err(ShellError::TooLarge);
    }
    Ok(message)
}
