//! Documents that a finding or a decision rests on.

use crate::error::Result;
use complaint::{DocumentId, FieldFault, FieldProblem};
use register::Case;

/// Documents one finding may rest on.
const MOST_EVIDENCE: usize = 50;

/// What is wrong with proofs that are no documents of this case, or too many. One in the trash may
/// stay: taken out of it again, it proves what it did.
pub(crate) fn evidence_fault(case: &Case, ids: &[DocumentId], name: &str) -> Option<FieldFault> {
    if ids.len() > MOST_EVIDENCE {
        return Some(FieldFault::of(name, FieldProblem::TooMany));
    }
    let known = |id: &DocumentId| {
        let all = case
            .contents
            .documents
            .iter()
            .chain(&case.contents.trashed_documents);
        all.into_iter().any(|d| d.id == *id)
    };
    let place = ids.iter().position(|id| !known(id))?;
    let field = format!("{name}.{place}");
    Some(FieldFault::of(field, FieldProblem::Foreign))
}

/// Refuses such proofs.
///
/// # Errors
/// [`FieldProblem::Foreign`], [`FieldProblem::TooMany`].
pub(crate) fn evidence(case: &Case, ids: &[DocumentId], name: &str) -> Result<()> {
    match evidence_fault(case, ids, name) {
        Some(fault) => Err(fault.into()),
        None => Ok(()),
    }
}
