//! Erasing records for good: what may go, its going, the traces it leaves elsewhere, and the log of it.

pub(crate) mod cases;
pub(crate) mod changes;
pub(crate) mod content;
pub(crate) mod drafts;
pub(crate) mod kept;
pub(crate) mod log;
pub(crate) mod traces;
pub(crate) mod undone;
