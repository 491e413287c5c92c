//! One decision, many forms: a public reply, a script for a call, a text
//! message, written from the very case the letter is written from, and read
//! against its decisions when somebody has changed them by hand.

mod check;
mod compose;
mod form;
mod lexicon;
mod template;

pub use check::{check_form, left_names};
pub use compose::compose_form;
pub use form::{Form, FormLength, FormPart, LetterBeside};
