//! The settings screen: the office's images, its copies, the check of its documents.

use crate::answer::Bytes;
use crate::failure::Refusal;
use crate::file;
use crate::host::Host;
use crate::program::Program;
use crate::texts::texts;
use complaint::{Numbering, Requisites};
use office::{
    BackupMade, DocumentsMended, Erasure, LetterheadTry, NumberingExamples, PersonErase,
    PersonErased, RequisiteWarning, RetentionErase, TrashContents, Verification,
};
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use ts_rs::TS;

/// Where an image goes on the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImagePlace {
    Logo,
    Stamp,
    Signature,
}

/// Chooses an image in the system's dialog and keeps it in the open office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImageChoose {
    /// What for; the dialog's title says it.
    pub purpose: ImagePlace,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StoredImage {
    /// Names it in the letterhead and in [`ImageShow`].
    pub sha256: String,
    /// In pixels of the picture as stored.
    pub width: u32,
    /// In pixels of the picture as stored.
    pub height: u32,
}

/// Asks for the bytes of a kept image.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImageShow {
    /// From [`StoredImage`] or the letterhead.
    pub sha256: String,
}

/// Reads every stored document again.
pub fn documents_verify(program: &Program, host: &dyn Host) -> Result<Verification, Refusal> {
    Ok(office::documents_verify(&*program.office(host)?, &|_| {
        ControlFlow::Continue(())
    })?)
}

/// Puts what is damaged right from the copies.
pub fn documents_mend(program: &Program, host: &dyn Host) -> Result<DocumentsMended, Refusal> {
    let by = program.by(host);
    Ok(office::documents_mend(
        &*program.office(host)?,
        &by,
        &|_| ControlFlow::Continue(()),
    )?)
}

/// It needs no open office, for it helps to make one.
pub fn numbering_examples(
    program: &Program,
    host: &dyn Host,
    input: Numbering,
) -> Result<NumberingExamples, Refusal> {
    Ok(office::numbering_examples(&program.by(host), &input))
}

/// It needs no open office, for it helps to make one.
pub fn requisites_check(
    _program: &Program,
    _host: &dyn Host,
    input: Requisites,
) -> Result<Vec<RequisiteWarning>, Refusal> {
    Ok(office::requisites_check(&input))
}

/// Bytes of a picture; no letterhead has larger ones, and what is cut off there is none.
const LARGEST_IMAGE: u64 = 64 << 20;

/// Asks for an image of the letterhead and keeps it; nothing when the dialog was cancelled.
pub fn image_choose(
    program: &Program,
    host: &dyn Host,
    input: ImageChoose,
) -> Result<Option<StoredImage>, Refusal> {
    let office = program.office(host)?;
    let texts = texts(program.language());
    let title = match input.purpose {
        ImagePlace::Logo => texts.logo,
        ImagePlace::Stamp => texts.stamp,
        ImagePlace::Signature => texts.signature,
    };
    let types = [("PNG, JPEG", ["png", "jpg", "jpeg"].as_slice())];
    let Some(path) = file::choose(host, title, &types) else {
        return Ok(None);
    };
    let bytes = file::read_at_most(&path, LARGEST_IMAGE)?;
    let (sha256, width, height) = office::image_store(&office, &bytes)?;
    Ok(Some(StoredImage {
        sha256,
        width,
        height,
    }))
}

/// It needs no open office, for it helps to make one.
pub fn letterhead_picture(
    program: &Program,
    host: &dyn Host,
    input: LetterheadTry,
) -> Result<Bytes, Refusal> {
    let office = match program.office(host) {
        Ok(office) => Some(office),
        Err(Refusal::NoOffice) => None,
        Err(error) => return Err(error),
    };
    let picture = office::letterhead_picture(office.as_deref(), &program.by(host), &input)?;
    Ok(Bytes(picture))
}

pub fn image_show(program: &Program, host: &dyn Host, input: ImageShow) -> Result<Bytes, Refusal> {
    let office = program.office(host)?;
    Ok(Bytes(office::image_bytes(&office, &input.sha256)?))
}

/// Asks where to and copies all records there.
pub fn backup_create(program: &Program, host: &dyn Host) -> Result<BackupMade, Refusal> {
    let office = program.office(host)?;
    let texts = texts(program.language());
    let folder = host
        .choose_folder(texts.backup_folder)
        .ok_or(Refusal::Cancelled)?;
    // A folder of our own in it, for the copies are made private to their owner.
    let made = office::backup_create(
        &office,
        &program.by(host),
        &folder.join(texts.backups_folder),
        &|_, _| ControlFlow::Continue(()),
    )?;
    if !host.is_watched() {
        host.notify(texts.backup_done);
    }
    Ok(made)
}

pub fn trash_empty(
    program: &Program,
    host: &dyn Host,
    input: TrashContents,
) -> Result<TrashContents, Refusal> {
    let office = program.office(host)?;
    let gone = office::trash_empty(&office, &program.by(host), input)?;
    program.forget_files(host.now(), &office);
    Ok(gone)
}

pub fn retention_erase(
    program: &Program,
    host: &dyn Host,
    input: RetentionErase,
) -> Result<Erasure, Refusal> {
    let office = program.office(host)?;
    let gone = office::retention_erase(&office, &program.by(host), input)?;
    program.forget_files(host.now(), &office);
    Ok(gone)
}

pub fn erasures_repeat(
    program: &Program,
    host: &dyn Host,
    input: RetentionErase,
) -> Result<Erasure, Refusal> {
    let office = program.office(host)?;
    let gone = office::erasures_repeat(&office, &program.by(host), input)?;
    program.forget_files(host.now(), &office);
    Ok(gone)
}

pub fn person_erase(
    program: &Program,
    host: &dyn Host,
    input: PersonErase,
) -> Result<PersonErased, Refusal> {
    let office = program.office(host)?;
    let gone = office::person_erase(&office, &program.by(host), input)?;
    program.forget_files(host.now(), &office);
    Ok(gone)
}
