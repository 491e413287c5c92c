//! Drafts of forms: what is being typed, kept so that a kill loses nothing.

use crate::error::{Result, within};
use crate::office::Office;
use chrono::{DateTime, FixedOffset};
use register::By;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A draft of a form, kept while it is being typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FormDraft {
    /// Which form: for example `complaint/new`, `decision/<demand id>`.
    pub key: String,
    /// What was typed, as the form keeps it.
    #[ts(type = "unknown")]
    pub value: serde_json::Value,
    /// When it was last typed in.
    pub at: DateTime<FixedOffset>,
}

/// Keeps a draft of a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DraftPut {
    /// Names the form and what it is about, as `letter/<id>`; at most 200 characters.
    pub key: String,
    #[ts(type = "unknown")]
    pub value: serde_json::Value,
}

/// Names a draft of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftKey {
    /// Names the form and what it is about, as `letter/<id>`; at most 200 characters.
    pub key: String,
}

/// Keeps what is typed in a form.
///
/// # Errors
/// Those of the register.
pub fn draft_put(office: &Office, by: &By, input: DraftPut) -> Result<()> {
    within("key", &input.key, 200)?;
    Ok(office
        .register()
        .draft_put(&input.key, &input.value, by.now)?)
}

/// Whether these words stand in what is kept of any form.
///
/// # Errors
/// Those of the register.
pub fn drafts_mention(office: &Office, words: &str) -> Result<bool> {
    Ok(office.register().drafts_mention(words)?)
}

/// What was typed in a form, if it is kept.
///
/// # Errors
/// Those of the register.
pub fn draft_get(office: &Office, _by: &By, input: DraftKey) -> Result<Option<FormDraft>> {
    Ok(office.register().draft_get(&input.key)?.map(form_draft))
}

/// Forgets what was typed in a form.
///
/// # Errors
/// Those of the register.
pub fn draft_delete(office: &Office, _by: &By, input: DraftKey) -> Result<()> {
    office.register().draft_delete(&input.key)?;
    Ok(())
}

/// Every draft that is kept.
///
/// # Errors
/// Those of the register.
pub fn drafts(office: &Office, _by: &By) -> Result<Vec<FormDraft>> {
    Ok(office
        .register()
        .drafts()?
        .into_iter()
        .filter(|draft| draft.key != FILES)
        .map(form_draft)
        .collect())
}

/// Under it stands which files were handed over, as the host wrote it.
const FILES: &str = "program/files";

/// Keeps, with the drafts that may name them, which files were handed over.
///
/// # Errors
/// Those of the register.
pub fn files_keep(
    office: &Office,
    now: DateTime<FixedOffset>,
    files: &serde_json::Value,
) -> Result<()> {
    Ok(office.register().draft_put(FILES, files, now)?)
}

/// Which files were handed over.
///
/// # Errors
/// Those of the register.
pub fn files_kept(office: &Office) -> Result<Option<serde_json::Value>> {
    Ok(office.register().draft_get(FILES)?.map(|draft| draft.body))
}

fn form_draft(draft: register::Draft) -> FormDraft {
    FormDraft {
        key: draft.key,
        value: draft.body,
        at: draft.at,
    }
}
