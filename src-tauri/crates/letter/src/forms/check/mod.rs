//! Reading a form against the decisions it tells of.

mod clause;
mod contents;
mod dates;
mod decisions;
mod form;
mod left_names;
mod personal_data;
mod place;
mod small_names;
mod subject;
mod sums;

pub use form::check_form;
pub use left_names::left_names;
