//! The checklists of the office, read, and which of them fit a case.

use crate::error::Result;
use crate::procedure::values::{ChecklistContent, ChecklistHead, ChecklistOffer};
use complaint::{CaseList, Complaint, Kind, RoutineKind};
use register::{RegisterError, StoredRoutine};
use russian::stem::{search_form, stem_word};
use std::collections::BTreeSet;

pub(crate) fn content(text: &str) -> Result<ChecklistContent> {
    Ok(serde_json::from_str(text).map_err(RegisterError::from)?)
}

pub(crate) fn is_checklist(stored: &&StoredRoutine) -> bool {
    stored.kind == RoutineKind::Checklist
}

/// Every checklist, those in use first, by title.
pub(crate) fn heads(stored: &[StoredRoutine]) -> Result<Vec<ChecklistHead>> {
    let head = |one: &StoredRoutine| {
        let content = content(&one.current.content)?;
        Ok(ChecklistHead {
            checklist: one.id,
            title: content.title,
            items: content.items,
            kinds: content.kinds,
            words: content.words,
            version: one.current.number,
            changed_at: one.current.made_at,
            actor: one.current.actor.0.clone(),
            retired_at: one.retired_at,
        })
    };
    let mut all: Vec<ChecklistHead> = stored
        .iter()
        .filter(is_checklist)
        .map(head)
        .collect::<Result<_>>()?;
    complaint::order::by_key(&mut all, |one| {
        (one.retired_at.is_some(), one.title.to_lowercase())
    });
    Ok(all)
}

/// The checklists that could be put on a case and are not on it yet, those that fit first.
pub(crate) fn offers(
    stored: &[StoredRoutine],
    complaint: &Complaint,
    on_case: &[CaseList],
) -> Result<Vec<ChecklistOffer>> {
    let mut out: Vec<ChecklistOffer> = heads(stored)?
        .into_iter()
        .filter(|one| one.retired_at.is_none())
        .filter(|one| !on_case.iter().any(|list| list.routine == one.checklist))
        .map(|one| ChecklistOffer {
            proposed: fits(&one.kinds, &one.words, complaint),
            checklist: one.checklist,
            title: one.title,
        })
        .collect();
    complaint::order::by_key(&mut out, |offer| !offer.proposed);
    Ok(out)
}

/// Whether the office said that a checklist fits such a complaint. Where it said nothing, it fits none by itself.
fn fits(kinds: &[Kind], words: &str, complaint: &Complaint) -> bool {
    let fields = &complaint.fields;
    let wanted: Vec<String> = words
        .split([',', ';', ' ', '\n'])
        .map(stem_word)
        .filter(|stem| !stem.is_empty())
        .collect();
    if kinds.is_empty() && wanted.is_empty() {
        return false;
    }
    if !kinds.is_empty() && !kinds.contains(&fields.matter.kind) {
        return false;
    }
    if wanted.is_empty() {
        return true;
    }
    let said = search_form(&format!("{} {}", fields.matter.subject, fields.text));
    let said: BTreeSet<&str> = said.split(' ').collect();
    wanted.iter().any(|stem| said.contains(stem.as_str()))
}
