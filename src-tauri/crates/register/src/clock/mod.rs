//! The clocks of a case: those that follow from facts and those that a person starts.

pub(crate) mod answer;
pub(crate) mod facts;
pub(crate) mod fields;
pub(crate) mod follow;
pub(crate) mod open;
pub(crate) mod row;
pub(crate) mod steps;
pub(crate) mod term;
pub(crate) mod write;
