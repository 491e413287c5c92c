//! The dispatch log of letters.

pub(crate) mod fields;
pub(crate) mod row;
pub(crate) mod sent;
pub(crate) mod steps;
