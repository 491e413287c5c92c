//! Erasures that a copy undid which took the place of the records: told, and carried out again or left.

use crate::error::Result;
use crate::office::Office;
use crate::retention::values::{Erasure, RetentionErase, UndoneItem};
use complaint::{ComplaintId, DocumentId, ErasureGround};
use register::{By, Doomed, Op, RegisterError, UndoneErasure};
use std::collections::BTreeSet;

/// What was erased and came back with a copy, each once, the earliest erased first.
///
/// # Errors
/// Those of the register.
pub fn erasures_undone(office: &Office, by: &By) -> Result<Vec<UndoneItem>> {
    let register = office.register();
    let today = by.now.date_naive();
    let mut items: Vec<UndoneItem> = Vec::new();
    for erasure in register.erasures_undone()? {
        for id in &erasure.complaints {
            let case = register.case(*id)?;
            items.push(UndoneItem {
                complaint: *id,
                document: None,
                number: case.contents.complaint.number,
                name: String::new(),
                erased_at: erasure.at,
                ground: erasure.ground,
                hold: case.holds.into_iter().find(|hold| hold.binds(today)),
            });
        }
        for id in &erasure.documents {
            let (complaint, document) = register.document(*id)?;
            let case = register.case(complaint)?;
            items.push(UndoneItem {
                complaint,
                document: Some(*id),
                number: case.contents.complaint.number,
                name: document.fields.name,
                erased_at: erasure.at,
                ground: erasure.ground,
                hold: case.holds.into_iter().find(|hold| hold.binds(today)),
            });
        }
    }
    let mut known = BTreeSet::new();
    items.retain(|item| known.insert((item.complaint, item.document)));
    Ok(items)
}

/// Carries out again what of these erasures is chosen, in one change; the journal says which they were. What no
/// erasure took before refuses all of it.
///
/// # Errors
/// [`RegisterError::ErasureChanged`], [`RegisterError::Held`] and those of the disk.
pub fn erasures_repeat(office: &Office, by: &By, input: RetentionErase) -> Result<Erasure> {
    // Of what people asked for it is theirs; the journal names each with its own.
    let undone = office.register().erasures_undone()?;
    let repeats = chosen_of(&undone, &input);
    let ground = strongest(&repeats);
    let op = match ground {
        ErasureGround::Trash | ErasureGround::TermOver => Op::RetentionErase,
        ErasureGround::Request | ErasureGround::ConsentWithdrawn | ErasureGround::Unlawful => {
            Op::PersonErase
        }
    };
    let (wiped, _) = office.register().erase(by, op, |change| {
        let repeats = chosen_of(&change.erasures_undone()?, &input);
        let is_known = |id: &ComplaintId| repeats.iter().any(|one| one.complaints.contains(id));
        let is_taken = |id: &DocumentId| repeats.iter().any(|one| one.documents.contains(id));
        let all = input.complaints.iter().all(is_known) && input.documents.iter().all(is_taken);
        if repeats.is_empty() || !all {
            return Err(RegisterError::ErasureChanged);
        }
        Ok(Doomed {
            ground,
            complaints: input.complaints.clone(),
            documents: input.documents.clone(),
            by_itself: false,
            repeats,
        })
    })?;
    Ok(wiped.into())
}

/// The erasures by which what is chosen went, with that alone.
fn chosen_of(undone: &[UndoneErasure], chosen: &RetentionErase) -> Vec<UndoneErasure> {
    let mut repeats = undone.to_vec();
    for erasure in &mut repeats {
        erasure
            .complaints
            .retain(|id| chosen.complaints.contains(id));
        erasure.documents.retain(|id| chosen.documents.contains(id));
    }
    repeats.retain(|erasure| !(erasure.complaints.is_empty() && erasure.documents.is_empty()));
    repeats
}

fn strongest(erasures: &[UndoneErasure]) -> ErasureGround {
    let order = [
        ErasureGround::Request,
        ErasureGround::ConsentWithdrawn,
        ErasureGround::Unlawful,
        ErasureGround::TermOver,
    ];
    let is_there = |ground: &ErasureGround| erasures.iter().any(|one| one.ground == *ground);
    order
        .into_iter()
        .find(is_there)
        .unwrap_or(ErasureGround::Trash)
}

/// Leaves what came back as it is; the journal says so, and it is not told of again.
///
/// # Errors
/// Those of the register.
pub fn erasures_undone_keep(office: &Office, by: &By) -> Result<Vec<UndoneItem>> {
    let keep = Op::ErasureUndoneKeep;
    office
        .register()
        .transact(by, keep, |change| change.erasures_undone_keep())?;
    erasures_undone(office, by)
}

impl UndoneItem {
    /// Those that no order keeps, to be erased again.
    pub fn free(items: &[Self]) -> RetentionErase {
        let free = items.iter().filter(|item| item.hold.is_none());
        free.fold(RetentionErase::default(), |mut chosen, item| {
            match item.document {
                Some(document) => chosen.documents.push(document),
                None => chosen.complaints.push(item.complaint),
            }
            chosen
        })
    }
}
