//! Other forms of an answer.

pub(crate) mod forms;
pub(crate) mod values;

pub use forms::{
    form_remove, form_save, form_used, forms_check, forms_compose, forms_of_case, lengths,
};
pub use values::{
    FormCard, FormCheck, FormChecked, FormRef, FormSave, FormUse, FormUsed, FormsCompose,
};
