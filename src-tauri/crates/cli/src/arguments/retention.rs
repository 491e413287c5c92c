//! For how long records are kept, and their erasing.

use super::words::erasure_ground;
use clap::{Args, Subcommand};
use complaint::ErasureGround;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum RetentionCommand {
    /// For how long cases of each kind are kept, and by what.
    Terms,
    /// Sets the terms: `{trash_days, terms:[{kind, years, word}], by_itself}`.
    Set {
        /// The terms in JSON; `-` for standard input. What is left out is as it ships.
        #[arg(long, value_name = "F")]
        json: PathBuf,
    },
    /// What is due to be erased, what in the trash will be, and which copies hold on to it.
    Due,
    /// Erases what is due: the cases that are named, or with `--all` everything that no order keeps.
    Erase {
        /// Numbers or ids of cases that are due.
        #[arg(value_name = "CASE", required_unless_present = "all")]
        cases: Vec<String>,
        /// All that is due, documents in the trash of other cases too.
        #[arg(long, conflicts_with = "cases")]
        all: bool,
    },
    /// The log of deletions, the latest first.
    Log,
    /// The record of one erasure as a PDF: in Russian the act of destruction with the extract of the journal.
    Act {
        /// The erasure: its place in the journal, as the log says it.
        #[arg(value_name = "SEQ")]
        seq: i64,
        /// The file; `-` for standard output.
        #[arg(long, value_name = "P")]
        out: PathBuf,
    },
    /// What was erased and came back with a copy.
    Undone {
        /// Erases it again, but for what an order keeps.
        #[arg(long)]
        repeat: bool,
        /// Leaves it as it is; the journal says so.
        #[arg(long, conflicts_with = "repeat")]
        keep: bool,
    },
}

#[derive(Debug, Subcommand)]
pub enum PersonCommand {
    /// What is held of a person, and what of it could be erased now.
    Show(PersonName),
    /// The report on a person's data, for that person, as a PDF.
    Report {
        #[command(flatten)]
        person: PersonName,
        /// The file; `-` for standard output.
        #[arg(long, value_name = "P")]
        out: PathBuf,
    },
    /// Erases what nothing keeps of a person, and tells what stays and why.
    Erase {
        #[command(flatten)]
        person: PersonName,
        /// On what ground.
        #[arg(long, value_parser = erasure_ground(), default_value = "request")]
        ground: ErasureGround,
    },
}

/// The complainant whose data are meant.
#[derive(Args, Debug)]
pub struct PersonName {
    /// The person: the id of the card, or a number of any of their cases.
    pub person: String,
}
