//! Documents that a finding or a decision rests on.

use crate::error::{FieldProblem, Result, field};
use complaint::DocumentId;
use register::Case;

/// Documents one finding may rest on.
const MOST_EVIDENCE: usize = 50;

/// Refuses proofs that are no documents of this case. One in the trash may
/// stay: taken out of it again, it proves what it did.
///
/// # Errors
/// [`FieldProblem::Foreign`], [`FieldProblem::TooLong`].
pub(crate) fn evidence(case: &Case, ids: &[DocumentId], name: &str) -> Result<()> {
    if ids.len() > MOST_EVIDENCE {
        return field(name, FieldProblem::TooLong);
    }
    let known = |id: &DocumentId| {
        let all = case.documents.iter().chain(&case.trashed_documents);
        all.into_iter().any(|d| d.id == *id)
    };
    match ids.iter().position(|id| !known(id)) {
        Some(place) => field(format!("{name}.{place}"), FieldProblem::Foreign),
        None => Ok(()),
    }
}
