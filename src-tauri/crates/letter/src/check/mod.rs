//! Reading a letter before it goes out: is it complete, is it safe, is its
//! tone right. Each file is a rule, with its tests; `finding` lies beneath them.

mod act_in_force;
mod answer;
mod apology;
mod bare_text;
mod bystander;
mod card_number;
mod clause;
mod consumer_law;
mod contradiction;
mod decided_sum;
mod decision;
mod enclosure;
mod exclamation;
mod figure;
mod final_duties;
mod finding;
mod forwarded;
mod gap;
mod kind_mismatch;
#[cfg(test)]
mod learning;
mod leftover;
mod letter;
mod missing_part;
mod normalised;
mod officialese;
mod open_field;
mod point;
mod promise;
mod promised_day;
mod promised_sum;
mod readability;
mod reference;
mod refusal;
mod requisites;
mod rights;
mod secret;
mod shouting;
mod signatory_post;
mod slip;
mod spelling;
mod steps;
mod sum_in_words;
mod telling;
mod thanks;
mod thin_answer;
mod unset;
mod wording;

pub use bare_text::check_text;
pub(crate) use decision::says_decision;
pub use finding::{Finding, Group, Severity};
pub(crate) use finding::{Findings, Place, Rule};
pub use letter::check;
pub use spelling::{SpellingLack, check_spelling, spelling_lacks};
pub(crate) use telling::{address as address_pattern, illnesses_told};
