//! Drafts of forms: what is being typed, kept so that a kill loses nothing.

use crate::By;
use crate::Office;
use crate::complaints::within;
use crate::error::Result;
use crate::wire::{DraftKey, DraftPut, FormDraft};

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
        .map(form_draft)
        .collect())
}

fn form_draft(draft: register::Draft) -> FormDraft {
    FormDraft {
        key: draft.key,
        value: draft.body,
        at: draft.at,
    }
}
