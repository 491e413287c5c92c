//! The words of the template language: every field and every condition there
//! is, and what the screens call them in both languages.
//!
//! A name that is missing here does not exist: no value is given for it and no
//! condition of it holds, so a new fact has to be named here, in both languages,
//! before any letter can use it.

pub mod condition;
pub mod field;
pub mod offered;
