//! Points of a complaint and what was established of them.

use super::names::CaseName;
use super::words::{ground_kind, verdict};
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use complaint::{GroundKind, Verdict};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum AllegationCommand {
    /// Points that the text of a complaint seems to make and nobody wrote down yet.
    Suggest(CaseName),
    /// Writes every suggested point down, or those of these places.
    Take {
        #[command(flatten)]
        case: CaseName,
        /// Places of what `suggest` gives, from 1: `1,3`; all of them when absent.
        #[arg(value_delimiter = ',')]
        places: Vec<usize>,
    },
    /// Adds a point to a case.
    Add {
        #[command(flatten)]
        case: CaseName,
        #[command(flatten)]
        values: AllegationValues,
    },
    /// Changes a point, or what was established of it; what is not named stays.
    Edit {
        #[command(flatten)]
        case: CaseName,
        /// The point: its id or its place from 1.
        allegation: String,
        #[command(flatten)]
        values: AllegationValues,
    },
    /// Takes a point off the case.
    Remove {
        #[command(flatten)]
        case: CaseName,
        /// The point: its id or its place from 1.
        allegation: String,
    },
    /// Puts the points into another order.
    Order {
        #[command(flatten)]
        case: CaseName,
        /// Each point once, by its id or its place from 1: `2,1,3`.
        #[arg(required = true, value_delimiter = ',')]
        order: Vec<String>,
    },
    /// Makes two points of one.
    Split {
        #[command(flatten)]
        case: CaseName,
        /// The point: its id or its place from 1.
        allegation: String,
        /// Where the second one begins, in characters of what is stated.
        #[arg(long)]
        at: u32,
    },
    /// Makes one point of two.
    Join {
        #[command(flatten)]
        case: CaseName,
        /// The point that stays: its id or its place from 1.
        allegation: String,
        /// The one that goes into it.
        with: String,
    },
}

#[derive(Args, Debug)]
pub struct AllegationValues {
    /// `{text?, phrases?, demands?, check?, checked_by?, checked_on?, verdict?, found?, ground_kind?, ground?,
    /// evidence?}`; `demands` and `evidence` by id, place or exhibit number.
    #[arg(long, value_name = "F", conflicts_with_all = ["text", "demand", "check", "checked_by", "checked_on", "verdict",
          "found", "ground_kind", "ground", "evidence"])]
    pub json: Option<PathBuf>,
    /// What is stated, as the letter repeats it.
    #[arg(long)]
    pub text: Option<String>,
    /// The demands that rest on it, by id, place from 1 or kind: `--demand 1,2`.
    #[arg(long, value_delimiter = ',', value_name = "D")]
    pub demand: Option<Vec<String>>,
    /// What was checked, and how.
    #[arg(long)]
    pub check: Option<String>,
    /// Who did the checking, by post and name.
    #[arg(long)]
    pub checked_by: Option<String>,
    /// When it was checked, `YYYY-MM-DD`.
    #[arg(long)]
    pub checked_on: Option<NaiveDate>,
    /// What the checking established.
    #[arg(long, value_parser = verdict())]
    pub verdict: Option<Verdict>,
    /// What was found, in the words of the letter.
    #[arg(long)]
    pub found: Option<String>,
    /// What sort of rule it is measured by.
    #[arg(long, value_parser = ground_kind())]
    pub ground_kind: Option<GroundKind>,
    /// The article, the clause or the rule.
    #[arg(long)]
    pub ground: Option<String>,
    /// Documents it was established by, by exhibit number or id: `--evidence 1,3`.
    #[arg(long, value_delimiter = ',', value_name = "N")]
    pub evidence: Option<Vec<String>>,
}
