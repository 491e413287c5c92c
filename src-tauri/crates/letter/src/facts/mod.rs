//! What a template may ask of a case: its conditions, its values, and what the
//! screens call both.

mod conditions;
mod demand;
mod known;
mod label;
mod particulars;
mod point;
mod values;
pub mod vocabulary;

pub use known::Facts;
pub use particulars::{terms, within_a_sentence};
