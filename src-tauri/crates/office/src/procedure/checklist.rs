//! Checklists of the office's own: kept in versions, put on a case.

use crate::case::card::card;
use crate::case::values::Card;
use crate::error::{FieldProblem, OfficeError, Result, field, within};
use crate::office::Office;
use crate::procedure::lists::{content, heads, is_checklist};
use crate::procedure::own::changed;
use crate::procedure::values::{
    ChecklistContent, ChecklistItem, ChecklistPut, ChecklistRef, ChecklistRetire, ChecklistSave,
    ChecklistVersion, ListRef, RoutinesChanged,
};
use complaint::{LONGEST_LINE, RoutineKind};
use register::{By, Op, RegisterError};

/// Things to be checked on one list.
const MOST_ITEMS: usize = 100;

/// Saves a checklist as a new version, or a new one.
///
/// # Errors
/// [`FieldProblem::Missing`] without a title or an item, [`FieldProblem::Taken`] for the title of another;
/// [`RegisterError::Conflict`] when somebody saved meanwhile.
pub fn checklist_save(office: &Office, by: &By, input: ChecklistSave) -> Result<RoutinesChanged> {
    let content = checked(&input)?;
    let text = serde_json::to_string(&content).map_err(RegisterError::from)?;
    let (_, done) = office
        .register()
        .transact(by, Op::ChecklistSave, |change| {
            let called = content.title.to_lowercase();
            let taken = heads(&change.routines()?)?.into_iter().any(|one| {
                one.retired_at.is_none()
                    && Some(one.checklist) != input.checklist
                    && one.title.to_lowercase() == called
            });
            if taken {
                return field("title", FieldProblem::Taken);
            }
            change.routine_save(
                input.checklist,
                input.expected,
                RoutineKind::Checklist,
                &content.title,
                &text,
            )?;
            Ok::<_, OfficeError>(())
        })?;
    changed(office, by, done.seq)
}

fn checked(input: &ChecklistSave) -> Result<ChecklistContent> {
    let title = input.title.trim();
    if title.is_empty() {
        return field("title", FieldProblem::Missing);
    }
    within("title", title, LONGEST_LINE)?;
    within("words", &input.words, LONGEST_LINE)?;
    let texts = input.items.iter().map(|text| text.trim());
    let texts: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
    if texts.is_empty() {
        return field("items", FieldProblem::Missing);
    }
    if texts.len() > MOST_ITEMS {
        return field("items", FieldProblem::TooMany);
    }
    let mut items = Vec::with_capacity(texts.len());
    for (at, text) in texts.into_iter().enumerate() {
        within(&format!("items.{at}"), text, LONGEST_LINE)?;
        items.push(ChecklistItem {
            key: (at + 1).to_string(),
            text: text.to_owned(),
        });
    }
    Ok(ChecklistContent {
        title: title.to_owned(),
        items,
        kinds: input.kinds.clone(),
        words: input.words.trim().to_owned(),
    })
}

/// Puts a checklist aside, or takes it back; cases it was put on keep it.
///
/// # Errors
/// [`RegisterError::NotFound`].
pub fn checklist_retire(
    office: &Office,
    by: &By,
    input: ChecklistRetire,
) -> Result<RoutinesChanged> {
    let op = if input.retired {
        Op::ChecklistRetire
    } else {
        Op::ChecklistRestore
    };
    let (_, done) = office.register().transact(by, op, |change| {
        let stored = change.routines()?;
        let mut lists = stored.iter().filter(is_checklist);
        if !lists.any(|one| one.id == input.checklist) {
            return Err(RegisterError::NotFound("checklist").into());
        }
        Ok::<_, OfficeError>(change.routine_retire(input.checklist, input.retired)?)
    })?;
    changed(office, by, done.seq)
}

/// The versions of a checklist, the newest first.
///
/// # Errors
/// Those of the register.
pub fn checklist_versions(
    office: &Office,
    _: &By,
    input: ChecklistRef,
) -> Result<Vec<ChecklistVersion>> {
    let versions = office.register().routine_versions(input.checklist)?;
    versions
        .into_iter()
        .map(|version| {
            let content = content(&version.content)?;
            Ok(ChecklistVersion {
                id: version.id,
                version: version.number,
                title: content.title,
                items: content.items,
                made_at: version.made_at,
                actor: version.actor.0,
            })
        })
        .collect()
}

/// Puts a checklist on a case, as it is now; later versions leave the case as it is.
///
/// # Errors
/// [`RegisterError::NotFound`], for one that was put aside too; [`FieldProblem::Taken`] where it is on the case already.
pub fn checklist_put(office: &Office, by: &By, input: ChecklistPut) -> Result<Card> {
    office.register().transact(by, Op::ChecklistPut, |change| {
        let stored = change.routines()?;
        let found = stored
            .iter()
            .filter(is_checklist)
            .find(|one| one.id == input.checklist && one.retired_at.is_none())
            .ok_or(RegisterError::NotFound("checklist"))?;
        let on_case = change.case(input.complaint)?.procedure.lists;
        if on_case.iter().any(|list| list.routine == found.id) {
            return field("checklist", FieldProblem::Taken);
        }
        change.list_put(input.complaint, found.current.id)?;
        Ok::<_, OfficeError>(())
    })?;
    card(office, by, input.complaint)
}

/// Takes a checklist off a case, with what was ticked on it.
///
/// # Errors
/// [`RegisterError::NotFound`], for one of another case too.
pub fn checklist_remove(office: &Office, by: &By, input: ListRef) -> Result<Card> {
    office
        .register()
        .transact(by, Op::ChecklistRemove, |change| {
            change.list_remove(input.complaint, input.list)
        })?;
    card(office, by, input.complaint)
}
