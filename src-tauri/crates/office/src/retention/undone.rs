//! Erasures that a copy undid which took the place of the records: told, and carried out again or left.

use crate::error::Result;
use crate::office::Office;
use crate::retention::values::{Erasure, RetentionErase, UndoneItem};
use complaint::{ComplaintId, DocumentId, ErasureGround};
use register::{By, Doomed, Op, RegisterError, UndoneErasure};
use std::collections::BTreeSet;

/// Of what went on several grounds, that counts which people asked for themselves.
const STRONGEST_FIRST: [ErasureGround; 5] = [
    ErasureGround::Request,
    ErasureGround::ConsentWithdrawn,
    ErasureGround::Unlawful,
    ErasureGround::TermOver,
    ErasureGround::Trash,
];

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

/// Carries out again what of these erasures is chosen, each on the ground it was first carried out on, in one change
/// for each ground; the journal says which erasures they were. What no erasure took before, or an order keeps,
/// refuses all of it.
///
/// # Errors
/// [`RegisterError::ErasureChanged`], [`RegisterError::Held`] and those of the disk.
pub fn erasures_repeat(office: &Office, by: &By, input: RetentionErase) -> Result<Erasure> {
    let mut gone = Erasure::default();
    for (ground, part) in by_ground(office, by, &input)? {
        let op = match ground {
            ErasureGround::Trash | ErasureGround::TermOver => Op::RetentionErase,
            ErasureGround::Request | ErasureGround::ConsentWithdrawn | ErasureGround::Unlawful => {
                Op::PersonErase
            }
        };
        let (wiped, _) = office.register().erase(by, op, |change| {
            let repeats = chosen_of(&change.erasures_undone()?, &part);
            if !takes_all(&repeats, &part) {
                return Err(RegisterError::ErasureChanged);
            }
            Ok(Doomed {
                ground,
                complaints: part.complaints.clone(),
                documents: part.documents.clone(),
                by_itself: false,
                repeats,
            })
        })?;
        gone.add(wiped.into());
    }
    Ok(gone)
}

/// What is chosen by the ground on which it went, those that people asked for first. Documents of chosen cases go
/// with these.
fn by_ground(
    office: &Office,
    by: &By,
    input: &RetentionErase,
) -> Result<Vec<(ErasureGround, RetentionErase)>> {
    let register = office.register();
    let undone = register.erasures_undone()?;
    if !takes_all(&undone, input) {
        return Err(RegisterError::ErasureChanged.into());
    }
    let mut owners = input.complaints.clone();
    let mut left = input.clone();
    left.documents.clear();
    for id in &input.documents {
        let (owner, _) = register.document(*id)?;
        if !input.complaints.contains(&owner) {
            left.documents.push(*id);
            owners.push(owner);
        }
    }
    let today = by.now.date_naive();
    for owner in owners {
        let case = register.case(owner)?;
        if case.holds.iter().any(|hold| hold.binds(today)) {
            return Err(RegisterError::Held(case.contents.complaint.number).into());
        }
    }
    let mut parts = Vec::new();
    for ground in STRONGEST_FIRST {
        let of_it: Vec<_> = undone.iter().filter(|one| one.ground == ground).collect();
        let went = |id: &mut ComplaintId| of_it.iter().any(|one| one.complaints.contains(id));
        let taken = |id: &mut DocumentId| of_it.iter().any(|one| one.documents.contains(id));
        let part = RetentionErase {
            complaints: left.complaints.extract_if(.., went).collect(),
            documents: left.documents.extract_if(.., taken).collect(),
        };
        if part != RetentionErase::default() {
            parts.push((ground, part));
        }
    }
    Ok(parts)
}

/// Whether something is chosen, and these erasures took all of it.
fn takes_all(erasures: &[UndoneErasure], chosen: &RetentionErase) -> bool {
    let went = |id: &ComplaintId| erasures.iter().any(|one| one.complaints.contains(id));
    let taken = |id: &DocumentId| erasures.iter().any(|one| one.documents.contains(id));
    let is_any = !(chosen.complaints.is_empty() && chosen.documents.is_empty());
    is_any && chosen.complaints.iter().all(went) && chosen.documents.iter().all(taken)
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
