//! Posting: dispatches of a letter, the papers around it, the proof of an answer.

use super::letter::write_whole;
use crate::desk::work;
use crate::dialogs;
use crate::failure::{Answer, ShellError};
use crate::outside;
use crate::wire::SavedFile;
use complaint::Language;
use office::ProofFile;
use office::wire::{
    DeliveryRef, DeliverySave, DispatchRef, DispatchSave, LetterRef, Paper, PaperShown,
    PostingCard, ProofMake, ProofQuestion, ProofReport, TrackingCheck, TrackingQuestion,
};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use tauri::AppHandle;

use_cases! {
    posting_card(input: LetterRef) -> PostingCard;
    dispatch_save(input: DispatchSave) -> PostingCard;
    dispatch_remove(input: DispatchRef) -> PostingCard;
    delivery_save(input: DeliverySave) -> PostingCard;
    delivery_remove(input: DeliveryRef) -> PostingCard;
    tracking_check(input: TrackingQuestion) -> TrackingCheck;
    proof_check(input: ProofQuestion) -> ProofReport;
}

/// See [`office::paper_preview`].
#[tauri::command]
pub async fn paper_preview(app: AppHandle, input: Paper) -> Answer<PaperShown> {
    work(app, move |_, desk| {
        Ok(office::paper_preview(&*desk.office()?, &desk.by(), &input)?)
    })
    .await
}

/// Opens a paper with the system's program for PDF, whose print dialog knows
/// the printers and their paper.
#[tauri::command]
pub async fn paper_open(app: AppHandle, input: Paper) -> Answer<()> {
    work(app, move |app, desk| {
        let office = desk.office()?;
        let (name, pdf) = office::paper_make(&office, &desk.by(), &input)?;
        outside::open(app, &office::scratch_file(&office, &name, &pdf)?)
    })
    .await
}

/// Asks where to and saves a paper's PDF there.
#[tauri::command]
pub async fn paper_save(app: AppHandle, input: Paper) -> Answer<SavedFile> {
    work(app, move |app, desk| {
        let (name, pdf) = office::paper_make(&*desk.office()?, &desk.by(), &input)?;
        let title = match desk.settings().language {
            Language::Ru => "Сохранить бумагу",
            Language::En => "Save the paper",
        };
        save(app, title, &name, &pdf)
    })
    .await
}

/// Makes the proof of an answer and saves it where the person says: one file,
/// or a folder with that file and each paper by itself.
#[tauri::command]
pub async fn proof_save(app: AppHandle, input: ProofMake) -> Answer<SavedFile> {
    work(app, move |app, desk| {
        let russian = desk.settings().language == Language::Ru;
        let office = desk.office()?;
        // Contradictions are answered before anybody is asked for a place, and
        // who closes the dialog has made nothing.
        let kept = office::proof_make(&office, &desk.by(), &input, |files| {
            let Some(joined) = files.first() else {
                return Ok(None);
            };
            if input.folder {
                let title = if russian {
                    "Куда положить папку с доказательствами"
                } else {
                    "Where to put the folder with the proof"
                };
                let Some(into) = dialogs::choose_folder(app, title) else {
                    return Ok(None);
                };
                let made = write_folder(&into, files).map_err(ShellError::NotSaved)?;
                return Ok(Some(made.display().to_string()));
            }
            let title = if russian {
                "Сохранить доказательства ответа"
            } else {
                "Save the proof of the answer"
            };
            Ok::<_, ShellError>(save(app, title, &joined.name, &joined.bytes)?.saved)
        })?;
        Ok(SavedFile { saved: kept })
    })
    .await
}

fn save(app: &AppHandle, title: &str, name: &str, pdf: &[u8]) -> Result<SavedFile, ShellError> {
    let Some(path) = dialogs::save_file(app, title, name, ("PDF", &["pdf"])) else {
        return Ok(SavedFile { saved: None });
    };
    write_whole(&path, pdf).map_err(ShellError::NotSaved)?;
    Ok(SavedFile {
        saved: Some(path.display().to_string()),
    })
}

/// Puts the files into a new folder of their own; nothing that is there is touched.
fn write_folder(into: &Path, files: &[ProofFile]) -> io::Result<PathBuf> {
    let stem = files
        .first()
        .map(|f| f.name.trim_end_matches(".pdf").to_owned())
        .unwrap_or_default();
    let mut folder = into.join(&stem);
    let mut again = 1;
    loop {
        match fs::create_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && again < 1000 => {
                again += 1;
                folder = into.join(format!("{stem} ({again})"));
            }
            made => break made?,
        }
    }
    for file in files {
        write_whole(&folder.join(&file.name), &file.bytes)?;
    }
    Ok(folder)
}
