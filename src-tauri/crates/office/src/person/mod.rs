//! Complainants and their names.

pub(crate) mod find;
pub(crate) mod names;

pub use find::{PersonHit, PersonQuestion, persons_find};
pub use names::{
    NameFormRef, NameForms, name_form_forget, name_forms, name_forms_known, own_name_forms,
};
