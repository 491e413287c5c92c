//! Complaints: taking in, editing, deciding, closing, and reading a case whole.

pub(crate) mod case;
pub(crate) mod closing;
pub(crate) mod decided;
pub(crate) mod demand;
pub(crate) mod duplicates;
pub(crate) mod edit;
pub(crate) mod fields;
pub(crate) mod intake;
