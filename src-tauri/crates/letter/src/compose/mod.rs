//! Writing letters from cases, and following a changed case without touching
//! the user's words.

mod blocks;
mod exhibits;
mod letter;
mod list;
mod order;
mod parties;
mod persons;
mod points;
mod recompose;
mod signers;
mod spans;
mod spelling;
mod statement;

pub use letter::{compose, compose_from};
pub use recompose::{
    Change, ChangeKind, Recomposed, behind, recompose, recompose_from, settle_block, take_over,
};
