//! Commands of posting: dispatches, the papers around a letter, the proof of
//! an answer.

use super::names::{CaseName, LetterName};
use super::words::{delivery_state, dispatch_way, money};
use chrono::{DateTime, FixedOffset, NaiveDate};
use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
use complaint::{DeliveryState, DispatchWay, Money};
use std::path::PathBuf;

/// How letters left the office.
#[derive(Debug, Subcommand)]
pub enum DispatchCommand {
    /// Writes down that a letter left the office.
    Add(DispatchAdd),
    /// Writes down what became of a dispatch.
    State(DispatchState),
    /// The dispatches of a letter, the earliest first.
    List(LetterName),
    /// Takes a dispatch off the log.
    Remove {
        /// The dispatch's id, as `dispatch list` gives it.
        dispatch: String,
    },
    /// Checks a tracking number, 14 digits or S10.
    Check {
        /// A tracking number, with or without blanks.
        number: String,
    },
}

#[derive(Args, Debug)]
pub struct DispatchAdd {
    #[command(flatten)]
    pub letter: LetterName,
    /// The whole dispatch in JSON, in place of the options.
    #[arg(
        long,
        value_name = "F",
        conflicts_with = "way",
        required_unless_present = "way"
    )]
    pub json: Option<PathBuf>,
    /// How it left the office.
    #[arg(long, value_parser = dispatch_way())]
    pub way: Option<DispatchWay>,
    /// When it was handed over or sent; now when absent.
    #[arg(long, value_name = "RFC3339")]
    pub at: Option<DateTime<FixedOffset>>,
    /// The carrier's tracking number, 14 digits or S10 for post.
    #[arg(long, default_value = "")]
    pub tracking: String,
    /// The number is kept although it does not add up.
    #[arg(long)]
    pub keep_number: bool,
    /// A line of the address, name first; the letter's own when absent.
    #[arg(long, value_name = "LINE")]
    pub address: Vec<String>,
    /// What sending it cost, in roubles.
    #[arg(long, value_parser = money)]
    pub cost: Option<Money>,
    /// The day by which it should be delivered; the way's usual one when absent.
    #[arg(long)]
    pub expected: Option<NaiveDate>,
    /// Anything else worth knowing.
    #[arg(long, default_value = "")]
    pub note: String,
    /// The receipt: the exhibit number of a document of the case.
    #[arg(long, value_name = "EXHIBIT")]
    pub receipt: Option<u32>,
    /// With the inventory that the letter's enclosures make.
    #[arg(long)]
    pub inventory: bool,
}

/// A step of a delivery.
#[derive(Args, Debug)]
pub struct DispatchState {
    /// The dispatch: its id, or the number or id of a letter for its latest.
    pub dispatch: String,
    /// How far it had come.
    #[arg(long, value_parser = delivery_state())]
    pub state: DeliveryState,
    /// The day; today when absent.
    #[arg(long)]
    pub on: Option<NaiveDate>,
    /// The last day it is kept for the addressee.
    #[arg(long)]
    pub until: Option<NaiveDate>,
    /// Why it came back or was refused.
    #[arg(long, default_value = "")]
    pub reason: String,
    /// How that is known.
    #[arg(long, default_value = "")]
    pub source: String,
    /// The paper that shows it: the exhibit number of a document of the case.
    #[arg(long, value_name = "EXHIBIT")]
    pub document: Option<u32>,
}

/// Where a paper of a letter goes.
#[derive(Args, Debug)]
pub struct PaperOut {
    #[command(flatten)]
    pub letter: LetterName,
    /// The file; `-` for standard output.
    #[arg(long, value_name = "P")]
    pub out: PathBuf,
    /// A line of the address, name first; the letter's own when absent.
    #[arg(long, value_name = "LINE")]
    pub address: Vec<String>,
}

#[derive(Args, Debug)]
pub struct EnvelopeCommand {
    /// The letter and the file.
    #[command(flatten)]
    pub paper: PaperOut,
    /// The format of the envelope.
    #[arg(long, default_value = "dl",
          value_parser = PossibleValuesParser::new(["c6", "dl", "dl_window", "c5", "c4", "b4"]))]
    pub size: String,
    /// How it goes; registered and valued letters are marked.
    #[arg(long, value_parser = dispatch_way())]
    pub way: Option<DispatchWay>,
    /// The sheet that shows the address in the window, in place of the envelope.
    #[arg(long)]
    pub window_sheet: bool,
}

#[derive(Args, Debug)]
pub struct LabelCommand {
    /// Numbers or ids of the letters, a label each.
    #[arg(required = true)]
    pub letters: Vec<String>,
    /// The file; `-` for standard output.
    #[arg(long, value_name = "P")]
    pub out: PathBuf,
    /// The first free label of the sheet, from 1 along the rows.
    #[arg(long, default_value_t = 1)]
    pub start: u32,
    /// How many of each.
    #[arg(long, default_value_t = 1)]
    pub copies: u32,
    /// One label a page, in place of a sheet of 24.
    #[arg(long)]
    pub single: bool,
}

/// An inventory of contents.
#[derive(Args, Debug)]
pub struct InventoryCommand {
    /// The letter and the file.
    #[command(flatten)]
    pub paper: PaperOut,
    /// Its lines in JSON, `[{name, sheets?, copies?, value?}]`; told from the letter when absent.
    #[arg(long, value_name = "F")]
    pub json: Option<PathBuf>,
    /// Both copies on one sheet where they fit.
    #[arg(long)]
    pub one_sheet: bool,
    /// How the letter goes, which the inventory names.
    #[arg(long, value_parser = dispatch_way())]
    pub way: Option<DispatchWay>,
}

/// The index of a case file.
#[derive(Args, Debug)]
pub struct IndexCommand {
    #[command(flatten)]
    pub case: CaseName,
    /// The file; `-` for standard output.
    #[arg(long, value_name = "P")]
    pub out: PathBuf,
}

/// The proof of an answer.
#[derive(Debug, Subcommand)]
pub enum ProofCommand {
    /// Whether the papers that prove an answer agree.
    Check(LetterName),
    /// Makes the proof of an answer: one PDF with all its papers.
    Make {
        #[command(flatten)]
        letter: LetterName,
        /// The file; with `--folder`, the folder.
        #[arg(long, value_name = "P")]
        out: PathBuf,
        /// Why it is made in spite of contradictions.
        #[arg(long)]
        reason: Option<String>,
        /// A folder with each paper by itself, beside the one file.
        #[arg(long)]
        folder: bool,
    },
}
