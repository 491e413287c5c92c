//! The law as data: rules by regime, chosen by the day of the event.
//!
//! A pack holds the rules of one regime. Packs make a body of law, in which a regime may have another
//! that applies subsidiarily: what its own rules do not say, the other's do (a distance sale falls back
//! on the sale of goods, that on civil law in general).

mod application;
pub(crate) mod body;
pub(crate) mod certainty;
mod circumstances;
pub(crate) mod citation;
mod deadline;
mod fault;
mod pack;
mod pack_file;
pub(crate) mod penalty;
mod rule;
mod shipped;
mod span;
mod toml_table;
mod validity;

pub use body::Law;
pub use certainty::Certainty;
pub use circumstances::Circumstances;
pub use citation::in_english;
pub use deadline::{Deadline, NotCounted, governing, principal};
pub use fault::{LONGEST_FILE, LONGEST_TEXT, PackFault, PackProblem, expected};
pub use pack::Pack;
pub use penalty::{Penalty, PenaltyBase, PenaltyStart, ReckonedPenalty};
pub use rule::{Binds, IndefiniteTerm, Rule, StartEvent};
pub use validity::{Origin, Validity};
