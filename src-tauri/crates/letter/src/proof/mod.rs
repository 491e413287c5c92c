//! Whether the papers that prove an answer agree with each other: address,
//! name, sheets, dates, tracking number, file. A pack that contradicts itself
//! proves the wrong thing, so this is asked before it is made.

mod address;
mod answer;
mod contents;
mod cross_check;
mod dates;
mod delivery;
mod file;
pub mod finding;
mod line;

pub use answer::{ProofDispatch, ProofFacts};
pub use cross_check::{contradicts, proof_check};
pub use finding::ProofFinding;
