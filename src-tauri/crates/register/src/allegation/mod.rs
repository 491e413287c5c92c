//! What the complainant states, point by point, and what was established of it.

pub(crate) mod row;
pub(crate) mod steps;
