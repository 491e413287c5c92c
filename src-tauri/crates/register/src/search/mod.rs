//! Search, and pages of the register.

pub(crate) mod figures;
pub(crate) mod index;
pub(crate) mod own_words;
pub(crate) mod page;
pub(crate) mod query;
pub(crate) mod snippet;
pub(crate) mod worded;
