//! Commands of a case's clocks and of the papers of an inspection.

use super::names::CaseName;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// The clocks of a case.
#[derive(Debug, Subcommand)]
pub enum ClockCommand {
    /// Every clock of a case, the nearest open one first.
    List(CaseName),
    /// Starts a clock, or puts one right: `{clock?, kind, title?, ours, start, start_ref?, start_on?,
    /// term?: {count, unit}, day?, citation?, note?}`.
    Save {
        #[command(flatten)]
        case: CaseName,
        /// The JSON; `-` for standard input.
        #[arg(long, value_name = "F")]
        json: PathBuf,
    },
    /// Takes away a clock that a person started.
    Remove(ClockNamed),
    /// Ends a clock: `{clock|demand, how: met|void, on, why?, proof?: {kind, id}}`.
    End {
        #[command(flatten)]
        case: CaseName,
        /// The JSON; `-` for standard input.
        #[arg(long, value_name = "F")]
        json: PathBuf,
    },
    /// Lets a clock that was ended by hand run again.
    Reopen(ClockNamed),
    /// Makes a clock stand still: `{clock|demand, from, to?, ground, proof?}`.
    Pause {
        #[command(flatten)]
        case: CaseName,
        /// The JSON; `-` for standard input.
        #[arg(long, value_name = "F")]
        json: PathBuf,
    },
    /// Lets it run on.
    Resume {
        #[command(flatten)]
        case: CaseName,
        /// The id of the pause.
        pause: String,
        /// The last day that doesn't count.
        #[arg(long)]
        to: NaiveDate,
    },
    /// What it leads to when an interim reply promises this day.
    Promise {
        #[command(flatten)]
        case: CaseName,
        /// The day that is promised.
        #[arg(long)]
        day: NaiveDate,
    },
    /// The running clocks of a case, or of all open ones, as a calendar file (iCalendar).
    Calendar {
        /// Number or id of the complaint; all open ones when absent.
        complaint: Option<String>,
    },
}

#[derive(Args, Debug)]
pub struct ClockNamed {
    #[command(flatten)]
    pub case: CaseName,
    /// The id of the clock, or of the demand whose term it is.
    pub clock: String,
}

/// The papers of an inspection.
#[derive(Args, Debug)]
pub struct InspectionCommand {
    #[command(flatten)]
    pub case: CaseName,
    /// Puts the papers into one PDF; without it what is still missing is told.
    #[arg(long, value_name = "P")]
    pub out: Option<PathBuf>,
    /// Documents of the case to go along, by id.
    #[arg(long, value_name = "ID", requires = "out")]
    pub document: Vec<String>,
}
