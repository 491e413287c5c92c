//! Other forms of an answer.

use crate::answer::{Answers, Outcome};
use crate::arguments::Forms;
use crate::complaints::named;
use crate::input;
use crate::places::Invocation;
use office::{FormCheck, FormSave, FormsCompose};

/// `forms N --form public|call|sms`
pub fn forms(invocation: &Invocation, what: &Forms, answers: &mut Answers) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    let complaint = named(&office, &what.case)?.complaint;
    let compose = FormsCompose {
        complaint,
        kind: what.form,
        language: what.language,
        limit: what.limit,
    };
    let mut card = office::forms_compose(&office, &by, compose)?;
    if let Some(text) = &what.check {
        // A text from outside is one part, whatever the form has.
        card.form.parts.truncate(1);
        if let Some(part) = card.form.parts.first_mut() {
            part.text = input::text(text)?;
        }
        let form = card.form.clone();
        let read = office::forms_check(
            &office,
            &by,
            FormCheck {
                complaint,
                form,
                to_take: false,
            },
        )?;
        card.findings = read.findings;
        card.length = read.length;
    }
    if what.keep {
        let save = FormSave {
            complaint,
            id: None,
            form: card.form,
        };
        card = office::form_save(&office, &by, save)?;
    }
    answers.give(&card)
}
