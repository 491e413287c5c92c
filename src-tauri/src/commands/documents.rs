//! Documents of a case.

use crate::desk::{Desk, work};
use crate::dialogs::{self, FileType};
use crate::failure::{Answer, ShellError};
use crate::outside;
use crate::progress::Teller;
use crate::wire::{DocumentAdd, DroppedFile, FilePurpose, FilesChoose, Progress, WorkCancel};
use chrono::{DateTime, FixedOffset, Local};
use complaint::Language;
use office::IncomingFile;
use office::wire::{Card, ComplaintRef, DocumentEdit, DocumentRef};
use std::fs::{File, Metadata};
use std::ops::ControlFlow;
use tauri::ipc::Channel;
use tauri::{AppHandle, Manager};

use_cases! {
    document_edit(input: DocumentEdit) -> Card;
    document_trash(input: DocumentRef) -> Card;
    document_restore(input: DocumentRef) -> Card;
}

/// Asks for files and hands out a token for each; none when the dialog was cancelled.
#[tauri::command]
pub async fn files_choose(app: AppHandle, input: FilesChoose) -> Answer<Vec<DroppedFile>> {
    work(app, move |app, desk| {
        let russian = desk.settings().language == Language::Ru;
        let (title, types): (&str, &[FileType<'_>]) = match (input.purpose, russian) {
            (FilePurpose::Documents, true) => ("Выберите документы", &[]),
            (FilePurpose::Documents, false) => ("Choose documents", &[]),
            (FilePurpose::Mail, true) => (
                "Выберите письма",
                &[("Письма", &["eml"]), ("Все файлы", &["*"])],
            ),
            (FilePurpose::Mail, false) => (
                "Choose messages",
                &[("Messages", &["eml"]), ("All files", &["*"])],
            ),
            (FilePurpose::Image, true) => ("Выберите изображения", &[("Изображения", IMAGES)]),
            (FilePurpose::Image, false) => ("Choose images", &[("Images", IMAGES)]),
        };
        Ok(desk
            .tokens
            .hand_out(&dialogs::open_files(app, title, types, true)))
    })
    .await
}

const IMAGES: &[&str] = &["png", "jpg", "jpeg"];

/// Stores files with a case, one after another. When it is cancelled, the file
/// being read leaves nothing behind, and those before it stay.
#[tauri::command]
pub async fn document_add(
    app: AppHandle,
    input: DocumentAdd,
    progress: Channel<Progress>,
) -> Answer<Card> {
    work(app, move |app, desk| add(app, desk, input, progress)).await
}

fn add(
    app: &AppHandle,
    desk: &Desk,
    input: DocumentAdd,
    channel: Channel<Progress>,
) -> Result<Card, ShellError> {
    let office = desk.office()?;
    let work = desk.works.begin(input.work);
    let mut files = Vec::with_capacity(input.tokens.len());
    for token in input.tokens {
        let path = desk.tokens.file(token).ok_or(ShellError::NoToken)?;
        let file = File::open(&path).map_err(ShellError::Unreadable)?;
        let about = file.metadata().map_err(ShellError::Unreadable)?;
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        files.push((name, file, about));
    }
    let teller = Teller::new(channel, files.iter().map(|(_, _, about)| about.len()).sum());
    for (name, content, about) in files {
        let incoming = IncomingFile {
            name: name.clone(),
            file_time: changed(&about),
            side: input.side,
            source: input.source.clone(),
            content,
        };
        office::document_add(&office, &desk.by(), input.complaint, incoming, &|done| {
            teller.tell(&name, done);
            if work.is_cancelled() {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        })?;
        teller.part_done(about.len());
    }
    let card = office::complaint_card(
        &office,
        &desk.by(),
        ComplaintRef {
            complaint: input.complaint,
        },
    )?;
    let text = match desk.settings().language {
        Language::Ru => format!("Документы добавлены к обращению {}", card.complaint.number),
        Language::En => format!("The documents are with complaint {}", card.complaint.number),
    };
    outside::tell_if_away(app, &text);
    Ok(card)
}

/// When the file was last changed, as its medium says.
fn changed(about: &Metadata) -> Option<DateTime<FixedOffset>> {
    let time = about.modified().ok()?;
    Some(DateTime::<Local>::from(time).fixed_offset())
}

/// Asks a long work to stop.
#[tauri::command(async)]
pub fn work_cancel(app: AppHandle, input: WorkCancel) {
    app.state::<Desk>().works.cancel(input.work);
}

/// Opens a read-only copy of a document with the system's program for it.
#[tauri::command]
pub async fn document_open(app: AppHandle, input: DocumentRef) -> Answer<()> {
    work(app, move |app, desk| {
        let copy = office::document_copy(&*desk.office()?, input)?;
        outside::open(app, &copy)
    })
    .await
}
