//! How a command names the one thing it is about.

use clap::Args;

#[derive(Args, Debug)]
pub struct CaseName {
    /// The complaint: its number, as `ВХ-2026/0001`, or its id.
    pub complaint: String,
}

#[derive(Args, Debug)]
pub struct LetterName {
    /// The letter: its outgoing number, as `ИСХ-2026/0001`, or its id.
    pub letter: String,
}
