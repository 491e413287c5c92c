//! The letter screen.

use crate::desk::{Desk, work};
use crate::dialogs;
use crate::failure::{Answer, ShellError};
use crate::outside;
use crate::wire::SavedFile;
use complaint::Language;
use office::wire::{
    Card, LetterApprove, LetterCard, LetterChoicesSave, LetterDraft, LetterIssue, LetterRef,
    LetterReturn, LetterSent, LetterSubmit, LetterTextSave, PageQuestion, Preview, Reading,
    ReadingsQuestion, Recipient, RecipientQuestion,
};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use tauri::AppHandle;
use tauri::ipc::Response;

use_cases! {
    letter_draft(input: LetterDraft) -> LetterCard;
    letter_card(input: LetterRef) -> LetterCard;
    letter_text_save(input: LetterTextSave) -> LetterCard;
    letter_choices_save(input: LetterChoicesSave) -> LetterCard;
    letter_refresh(input: LetterTextSave) -> LetterCard;
    letter_submit(input: LetterSubmit) -> LetterCard;
    letter_recall(input: LetterRef) -> LetterCard;
    letter_approve(input: LetterApprove) -> LetterCard;
    letter_return(input: LetterReturn) -> LetterCard;
    letter_readings(input: ReadingsQuestion) -> Vec<Reading>;
    letter_issue(input: LetterIssue) -> LetterCard;
    letter_supersede(input: LetterRef) -> LetterCard;
    letter_delete(input: LetterRef) -> Card;
    letter_sent(input: LetterSent) -> Card;
    recipients(input: RecipientQuestion) -> Vec<Recipient>;
}

/// See [`office::letter_preview`].
#[tauri::command]
pub async fn letter_preview(app: AppHandle, input: LetterTextSave) -> Answer<Preview> {
    work(app, move |_, desk| {
        Ok(office::letter_preview(
            &*desk.office()?,
            &desk.by(),
            &input,
        )?)
    })
    .await
}

/// One page of a preview as the bytes of a PNG.
#[tauri::command]
pub async fn letter_page(app: AppHandle, input: PageQuestion) -> Answer<Response> {
    work(app, move |_, desk| {
        let page = office::letter_page(&*desk.office()?, &input.key, input.page, input.scale)?;
        Ok(Response::new(page))
    })
    .await
}

/// Asks where to and saves the issued letter's PDF there.
#[tauri::command]
pub async fn letter_save_pdf(app: AppHandle, input: LetterRef) -> Answer<SavedFile> {
    work(app, move |app, desk| {
        let (name, pdf) = office::letter_pdf(&*desk.office()?, &desk.by(), input)?;
        let title = match desk.settings().language {
            Language::Ru => "Сохранить письмо",
            Language::En => "Save the letter",
        };
        let Some(path) = dialogs::save_file(app, title, &name, ("PDF", &["pdf"])) else {
            return Ok(SavedFile { saved: None });
        };
        write_whole(&path, &pdf).map_err(ShellError::NotSaved)?;
        Ok(SavedFile {
            saved: Some(path.display().to_string()),
        })
    })
    .await
}

/// Asks where to and saves the draft there, for a word processor.
#[tauri::command]
pub async fn letter_save_docx(app: AppHandle, input: LetterRef) -> Answer<SavedFile> {
    work(app, move |app, desk| {
        let (name, bytes) = office::letter_docx(&*desk.office()?, &desk.by(), input)?;
        let title = match desk.settings().language {
            Language::Ru => "Сохранить проект письма",
            Language::En => "Save the draft",
        };
        let Some(path) = dialogs::save_file(app, title, &name, ("DOCX", &["docx"])) else {
            return Ok(SavedFile { saved: None });
        };
        write_whole(&path, &bytes).map_err(ShellError::NotSaved)?;
        Ok(SavedFile {
            saved: Some(path.display().to_string()),
        })
    })
    .await
}

/// Opens the issued letter with the system's program for PDF.
#[tauri::command]
pub async fn letter_open_pdf(app: AppHandle, input: LetterRef) -> Answer<()> {
    work(app, move |app, desk| show_pdf(app, desk, input)).await
}

/// Hands the issued letter to the system's program for PDF, whose print dialog
/// knows the printers; what is printed are the frozen bytes themselves.
#[tauri::command]
pub async fn letter_print(app: AppHandle, input: LetterRef) -> Answer<()> {
    work(app, move |app, desk| show_pdf(app, desk, input)).await
}

/// Opens a message with the issued letter attached in the user's mail program.
#[tauri::command]
pub async fn letter_mail_draft(app: AppHandle, input: LetterRef) -> Answer<()> {
    work(app, move |app, desk| {
        let office = desk.office()?;
        let (name, message) = office::letter_mail(&office, &desk.by(), input)?;
        outside::open(app, &office::scratch_file(&office, &name, &message)?)
    })
    .await
}

fn show_pdf(app: &AppHandle, desk: &Desk, letter: LetterRef) -> Result<(), ShellError> {
    let office = desk.office()?;
    let (name, pdf) = office::letter_pdf(&office, &desk.by(), letter)?;
    outside::open(app, &office::scratch_file(&office, &name, &pdf)?)
}

/// Writes a file so that a power cut leaves the old one or the new one, never half of it.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut fresh = path.as_os_str().to_owned();
    fresh.push(".part");
    let fresh = Path::new(&fresh);
    let written = File::create(fresh).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let done = written.and_then(|()| fs::rename(fresh, path));
    if done.is_err() {
        let _ = fs::remove_file(fresh);
    }
    done
}
