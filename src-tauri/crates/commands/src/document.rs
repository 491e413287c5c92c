//! Documents of a case: chosen or dropped, kept with it, opened.

use crate::answer::Bytes;
use crate::failure::Refusal;
use crate::file::{SavedFile, read_at_most, save_from};
use crate::host::{FileType, Host};
use crate::program::{DroppedFile, Program, Progress, ProgressReport};
use crate::texts::texts;
use complaint::{ComplaintId, Provenance, Side};
use office::{
    Card, ComplaintRef, DocumentOpen, DocumentPage, DocumentRef, DocumentView, IncomingFile,
    OfficeError, WaitingFile,
};
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use ts_rs::TS;
use uuid::Uuid;

/// What files are chosen for; decides what the dialog shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FilePurpose {
    /// Any files, to be kept with a case.
    Documents,
    /// Messages saved as `.eml`.
    Mail,
    Image,
}

/// Asks for files in the system's dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FilesChoose {
    pub purpose: FilePurpose,
}

/// Asks whether files can still be handed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FilesLook {
    pub tokens: Vec<Uuid>,
}

/// The files that can't be handed on any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FilesGone {
    pub gone: Vec<Uuid>,
}

/// Keeps chosen or dropped files with a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentAdd {
    pub complaint: ComplaintId,
    pub tokens: Vec<Uuid>,
    pub side: Side,
    /// Where they came from and how.
    #[serde(default)]
    pub source: String,
    /// A fresh id of the window's own, to cancel by.
    pub task: Uuid,
}

/// Asks for files and hands out a token for each; none when the dialog was cancelled.
pub fn choose(
    program: &Program,
    host: &dyn Host,
    input: FilesChoose,
) -> Result<Vec<DroppedFile>, Refusal> {
    let texts = texts(program.language());
    let (title, types): (&str, &[FileType<'_>]) = match input.purpose {
        FilePurpose::Documents => (texts.documents, &[]),
        FilePurpose::Mail => (
            texts.messages,
            &[
                (texts.kind_messages, &["eml", "emlx", "mbox"]),
                (texts.kind_any, &["*"]),
            ],
        ),
        FilePurpose::Image => (
            texts.images,
            &[(texts.kind_images, &["png", "jpg", "jpeg"])],
        ),
    };
    let chosen = host.choose_files(title, types, true);
    Ok(program.hand_out(host.now(), &chosen).files)
}

/// A file that was handed over and is a picture, to be shown before it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileShow {
    pub token: Uuid,
}

/// Bytes of a picture that are shown at most; a larger one has no preview.
const SHOWN_MOST: u64 = 24 << 20;

/// The bytes of a photograph among the files handed over; none of what is no JPEG or PNG, or too large.
pub fn show(program: &Program, _host: &dyn Host, input: FileShow) -> Result<Bytes, Refusal> {
    let path = program.tokens.file(input.token).ok_or(Refusal::NoToken)?;
    let bytes = read_at_most(&path, SHOWN_MOST + 1)?;
    let is_picture = bytes.starts_with(b"\x89PNG\r\n\x1a\n") || bytes.starts_with(b"\xff\xd8\xff");
    let fits = u64::try_from(bytes.len()).is_ok_and(|length| length <= SHOWN_MOST);
    Ok(Bytes(if is_picture && fits {
        bytes
    } else {
        Vec::new()
    }))
}

/// Which of these files are not there any more.
pub fn gone(program: &Program, _host: &dyn Host, input: FilesLook) -> Result<FilesGone, Refusal> {
    let gone = program.tokens.gone(&input.tokens);
    Ok(FilesGone { gone })
}

/// Files on their way into the store, and each one's name and bytes.
type HandedOver = (Vec<IncomingFile<WaitingFile>>, Vec<(String, u64)>);

/// The files that the tokens stand for, opened, in their order.
pub fn handed_over(
    program: &Program,
    host: &dyn Host,
    tokens: &[Uuid],
    provenance: &Provenance,
) -> Result<HandedOver, Refusal> {
    let mut files = Vec::with_capacity(tokens.len());
    let mut parts = Vec::with_capacity(tokens.len());
    for &token in tokens {
        let path = program.tokens.file(token).ok_or(Refusal::NoToken)?;
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let looked = WaitingFile::at(&path);
        let (content, about) = looked.map_err(|reason| Refusal::NotHandedOver {
            name: name.clone(),
            reason,
        })?;
        parts.push((name.clone(), about.len()));
        files.push(IncomingFile {
            fields: complaint::DocumentFields {
                name,
                file_time: about.modified().ok().map(|changed| host.local(changed)),
                provenance: provenance.clone(),
            },
            content,
        });
    }
    Ok((files, parts))
}

/// Stores files with a case, in one change. When it is cancelled, none of them is kept.
pub fn add(
    program: &Program,
    host: &dyn Host,
    input: DocumentAdd,
    progress: &dyn Fn(Progress),
) -> Result<Card, Refusal> {
    let office = program.office(host)?;
    let task = program.tasks.begin(input.task);
    let said = Provenance {
        side: input.side,
        source: input.source,
    };
    let (files, parts) = handed_over(program, host, &input.tokens, &said)?;
    let report = ProgressReport::new(progress, parts);
    let by = program.by(host);
    office::documents_add(&office, &by, input.complaint, files, &|place, done| {
        report.step(place, done);
        if task.is_cancelled() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    })?;
    let complaint = ComplaintRef {
        complaint: input.complaint,
    };
    let card = office::complaint_card(&office, &by, complaint)?;
    if !host.is_watched() {
        let added = texts(program.language()).documents_added;
        host.notify(&added(&card.contents.complaint.number));
    }
    Ok(card)
}

pub fn view(
    program: &Program,
    host: &dyn Host,
    input: DocumentRef,
) -> Result<DocumentView, Refusal> {
    Ok(office::document_view(
        &*program.office(host)?,
        &program.by(host),
        input,
    )?)
}

pub fn page(program: &Program, host: &dyn Host, input: DocumentPage) -> Result<Bytes, Refusal> {
    let office = program.office(host)?;
    Ok(Bytes(office::document_page(
        &office,
        &program.by(host),
        input,
    )?))
}

/// Opens a read-only copy of a document with the system's program for it. Kinds
/// that are not only looked at are confirmed once while the program runs.
pub fn open(program: &Program, host: &dyn Host, input: DocumentOpen) -> Result<(), Refusal> {
    let office = program.office(host)?;
    let asked = DocumentOpen {
        confirmed: false,
        ..input
    };
    let copy = match office::document_copy(&office, asked) {
        Err(OfficeError::OpeningAsked(ending)) => {
            if !program.opening_confirmed(&ending, input.confirmed) {
                return Err(OfficeError::OpeningAsked(ending).into());
            }
            let confirmed = DocumentOpen {
                confirmed: true,
                ..input
            };
            office::document_copy(&office, confirmed)?
        }
        copied => copied?,
    };
    host.open(&copy).map_err(Refusal::NotOpened)
}

/// Asks where to and saves a document there, of whatever kind.
pub fn save(program: &Program, host: &dyn Host, input: DocumentRef) -> Result<SavedFile, Refusal> {
    let (name, content) = office::document_content(&*program.office(host)?, input)?;
    let texts = texts(program.language());
    let kind = (texts.kind_any, ["*"].as_slice());
    save_from(host, texts.document_save, &name, kind, content)
}
