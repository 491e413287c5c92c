//! Complainants: their cards, and the forms of their names.

pub(crate) mod card;
pub(crate) mod find;
pub(crate) mod matching;
pub(crate) mod name_form;
