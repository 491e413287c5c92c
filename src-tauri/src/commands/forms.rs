//! Other forms of an answer.

use office::wire::{
    ComplaintRef, FormCard, FormCheck, FormChecked, FormRef, FormSave, FormUsed, FormsCompose,
};

use_cases! {
    forms_compose(input: FormsCompose) -> FormCard;
    forms_check(input: FormCheck) -> FormChecked;
    forms_kept(input: ComplaintRef) -> Vec<FormCard>;
    form_save(input: FormSave) -> FormCard;
    form_remove(input: FormRef) -> Vec<FormCard>;
    form_used(input: FormUsed) -> FormCard;
}
