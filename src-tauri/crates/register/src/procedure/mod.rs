//! The steps of a case, checklists, and an office's own wording of procedures.

pub(crate) mod due;
pub(crate) mod kept;
pub(crate) mod routine;
pub(crate) mod steps;
