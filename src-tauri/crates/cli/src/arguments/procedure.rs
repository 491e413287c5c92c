//! Steps of a case, procedures and checklists.

use super::names::CaseName;
use super::words::branch;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use complaint::Branch;
use std::path::PathBuf;

/// The way a case goes and the steps on it; each answers with the procedure as it stands then.
#[derive(Debug, Subcommand)]
pub enum StepCommand {
    /// The branch, the steps that the case needs, its checklists, and what a final answer would pass over now.
    List(CaseName),
    /// Chooses the way the case goes; without `--branch` it is left to what the facts suggest.
    Branch {
        #[command(flatten)]
        case: CaseName,
        #[arg(long, value_parser = branch())]
        branch: Option<Branch>,
    },
    /// Says that a step is done which no fact tells.
    Done {
        #[command(flatten)]
        step: StepName,
        /// What is said to it.
        #[arg(long, default_value = "")]
        remark: String,
    },
    /// Passes a step over, for a reason.
    Skip {
        #[command(flatten)]
        step: StepName,
        /// Why; it stands in the history of the case.
        #[arg(long)]
        reason: String,
    },
    /// Takes back that a step is done or passed over.
    Reopen(StepName),
    /// Makes a step somebody's task, with a day of its own; without both it is nobody's again.
    Assign {
        #[command(flatten)]
        step: StepName,
        #[command(flatten)]
        task: Task,
    },
    /// Adds a step that the procedure does not have.
    Add {
        #[command(flatten)]
        case: CaseName,
        /// What is to be done.
        #[arg(long)]
        title: String,
        #[command(flatten)]
        task: Task,
    },
    /// Takes away a step that was added by hand.
    Remove(StepName),
}

#[derive(Args, Debug)]
pub struct StepName {
    #[command(flatten)]
    pub case: CaseName,
    /// Its key as `step list` gives it under `step`; of a checklist's item «list/item».
    pub step: String,
}

#[derive(Args, Debug)]
pub struct Task {
    /// Whose it is.
    #[arg(long, default_value = "")]
    pub person: String,
    /// By which day.
    #[arg(long)]
    pub day: Option<NaiveDate>,
}

/// Procedures as the office has them.
#[derive(Debug, Subcommand)]
pub enum ProcedureCommand {
    /// Each branch with its steps, one a line.
    List {
        /// Only this one.
        #[arg(long, value_parser = branch())]
        branch: Option<Branch>,
    },
    /// Saves the office's own wording: `{branch, expected?, steps: [{key, title, why, role, day, asked}]}`.
    Save {
        /// The JSON; `-` for standard input.
        #[arg(long, value_name = "F")]
        json: PathBuf,
    },
    /// Lets the program's own procedure stand again.
    Reset {
        #[arg(long, value_parser = branch())]
        branch: Branch,
    },
}

/// Checklists of the office's own.
#[derive(Debug, Subcommand)]
pub enum ChecklistCommand {
    /// Every checklist, one a line.
    List,
    /// Saves one: `{checklist?, expected?, title, items: [text], kinds?, words?}`.
    Save {
        /// The JSON; `-` for standard input.
        #[arg(long, value_name = "F")]
        json: PathBuf,
    },
    /// Puts one aside; cases keep it.
    Retire(ChecklistName),
    /// Takes one back that was put aside.
    Restore(ChecklistName),
    /// What its versions said, the newest first.
    Versions(ChecklistName),
    /// Puts one on a case, as it is now.
    Put {
        #[command(flatten)]
        case: CaseName,
        #[command(flatten)]
        name: ChecklistName,
    },
    /// Takes one off a case, with what was ticked.
    Remove {
        #[command(flatten)]
        case: CaseName,
        #[command(flatten)]
        name: ChecklistName,
    },
}

#[derive(Args, Debug)]
pub struct ChecklistName {
    /// Its title, or its id.
    pub checklist: String,
}
