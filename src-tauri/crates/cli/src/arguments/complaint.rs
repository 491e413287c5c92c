//! Complaints, and what hangs on a case.

use super::names::CaseName;
use super::words::{channel, decision, demand, due, kind, money, no_answer, side, sort, status};
use chrono::{DateTime, FixedOffset, NaiveDate};
use clap::{Args, Subcommand};
use complaint::{
    Channel, DecisionKind, DemandKind, DueFilter, Kind, Money, NoAnswerReason, Side, SortColumn,
    Status,
};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum ComplaintCommand {
    /// Takes a complaint in.
    Add {
        /// The complaint in JSON; what is left out gets its usual value.
        #[arg(long, value_name = "F")]
        json: PathBuf,
    },
    /// All that is known of a case: demands, documents, letters, clocks.
    Show(CaseName),
    /// Rows of the register, the newest number first unless another order is asked for.
    List(List),
    /// Closes a case: answered, or with the reason why no answer is due.
    Close {
        #[command(flatten)]
        case: CaseName,
        /// Why no answer is due; absent when a final letter is issued.
        #[arg(long, value_parser = no_answer())]
        reason: Option<NoAnswerReason>,
        /// The reason in your own words; it stays with the case.
        #[arg(long, default_value = "", requires = "reason")]
        words: String,
    },
    /// Opens a closed case again.
    Reopen(CaseName),
    /// Puts a complaint into the trash; its number stays used.
    Trash {
        #[command(flatten)]
        case: CaseName,
        /// Why it may go though an act has it kept: spam, entered twice; without, such a case is refused.
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Takes a complaint out of the trash.
    Restore(CaseName),
    /// Records that the receipt was confirmed otherwise than by a letter.
    Acknowledged(CaseName),
    /// Orders that a case be kept: neither the trash nor a term nor a request erases it.
    Hold {
        #[command(flatten)]
        case: CaseName,
        /// Why: a lawsuit, an inspection.
        #[arg(long)]
        reason: String,
        /// Who ordered it: a court, a body, the head.
        #[arg(long, value_name = "WHO")]
        by: String,
        /// The last day it binds, `YYYY-MM-DD`; until it is lifted when absent.
        #[arg(long)]
        until: Option<NaiveDate>,
    },
    /// Lifts every order that a case be kept.
    HoldLift(CaseName),
    /// Records that the complainant answered an open request for information.
    Answered(CaseName),
}

/// Which rows of the register.
#[derive(Args, Debug)]
pub struct List {
    /// Only with this status; may be given more than once.
    #[arg(long, value_parser = status())]
    pub status: Vec<Status>,
    /// Only from this channel; may be given more than once.
    #[arg(long, value_parser = channel())]
    pub channel: Vec<Channel>,
    /// Only of this kind; may be given more than once.
    #[arg(long, value_parser = kind())]
    pub kind: Vec<Kind>,
    /// Only with this deadline, seen from today.
    #[arg(long, value_parser = due())]
    pub due: Option<DueFilter>,
    /// Only with these words, in any form.
    #[arg(long, default_value = "")]
    pub text: String,
    /// The trash in place of the register.
    #[arg(long)]
    pub trashed: bool,
    /// What they are sorted by, the largest first.
    #[arg(long, value_parser = sort(), default_value = "number")]
    pub sort: SortColumn,
    /// The smallest first.
    #[arg(long)]
    pub ascending: bool,
    /// At most so many rows.
    #[arg(long, default_value_t = 100)]
    pub limit: u32,
    /// Rows behind this one: its `cursor`, number or id.
    #[arg(long, value_name = "CURSOR", conflicts_with_all = ["sort", "ascending", "offset"])]
    pub after: Option<String>,
    /// Rows behind so many of the list.
    #[arg(long, default_value_t = 0)]
    pub offset: u64,
}

#[derive(Debug, Subcommand)]
pub enum Mail {
    /// A draft for each message; nothing is kept, no office needed.
    Read {
        /// Messages as saved by a mail program (`.eml`).
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Takes a message in with its attachments and itself as a document.
    Add {
        /// The message as saved by a mail program (`.eml`).
        file: PathBuf,
        /// Fields of the complaint to put in place of those read from the message.
        #[arg(long, value_name = "F")]
        json: Option<PathBuf>,
    },
}

#[derive(Args, Debug)]
pub struct Search {
    /// Words to find in any grammatical form: of the subject, the text, the complainant or the number.
    pub text: String,
    /// At most so many cases, the best match first.
    #[arg(long, default_value_t = 30)]
    pub limit: u32,
}

#[derive(Debug, Subcommand)]
pub enum DocumentCommand {
    /// Stores files and adds them to a case.
    Add {
        #[command(flatten)]
        case: CaseName,
        /// Files of any kind and size; all of them are added, or none.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Who gave them: the complainant, the office itself, a third person or an authority.
        #[arg(long, value_parser = side(), default_value = "office")]
        side: Side,
        /// Where they came from and how, as `taken by the camera in the hall`.
        #[arg(long, default_value = "")]
        source: String,
    },
    /// Records that documents of a case were looked at.
    Seen {
        #[command(flatten)]
        case: CaseName,
        /// Their exhibit numbers or ids; all that are new when none is named.
        documents: Vec<String>,
    },
    /// Reads every stored document again and compares it with its hash.
    Verify,
    /// Takes every document and letter that is missing or altered back from the newest copy that holds it whole.
    Mend,
}

#[derive(Debug, Subcommand)]
pub enum DemandCommand {
    /// Adds a demand to a complaint.
    Add {
        #[command(flatten)]
        case: CaseName,
        /// `{kind, detail?, amount?, made_on?}`.
        #[arg(
            long,
            value_name = "F",
            required_unless_present = "kind",
            conflicts_with = "kind"
        )]
        json: Option<PathBuf>,
        /// What is demanded, in place of `--json`.
        #[arg(long, value_parser = demand())]
        kind: Option<DemandKind>,
        /// The demand in the complainant's own words.
        #[arg(long, default_value = "", requires = "kind")]
        detail: String,
        /// The sum demanded, in roubles: `4590.00`.
        #[arg(long, value_parser = money, requires = "kind")]
        amount: Option<Money>,
        /// The day it was made, `YYYY-MM-DD`; the day of receipt when absent.
        #[arg(long, requires = "kind")]
        made_on: Option<NaiveDate>,
    },
    /// Decides on a demand, or takes the decision back.
    Decide(Decide),
    /// Takes a demand off the case.
    Remove {
        #[command(flatten)]
        case: CaseName,
        /// The demand: its id, its place from 1, or its kind.
        demand: String,
    },
}

#[derive(Args, Debug)]
pub struct Decide {
    #[command(flatten)]
    pub case: CaseName,
    /// The demand: its id, its place from 1, or its kind; may be left out where there is one.
    pub demand: Option<String>,
    /// `{demand?, kind, reasons?, ground?, amount?, action?, due?, evidence?}`, or a list of such;
    /// `evidence` lists documents by exhibit number or id.
    #[arg(long, value_name = "F", required_unless_present_any = ["decision", "withdraw"],
          conflicts_with_all = ["decision", "withdraw"])]
    pub json: Option<PathBuf>,
    /// What is decided; a refusal and a partial answer need `--reasons`.
    #[arg(long, value_parser = decision(), conflicts_with = "withdraw")]
    pub decision: Option<DecisionKind>,
    /// What was checked and found; the letter gives it as the reason.
    #[arg(long, default_value = "")]
    pub reasons: String,
    /// The article or clause it rests on.
    #[arg(long, default_value = "")]
    pub ground: String,
    /// The sum granted, in roubles: `4590.00`.
    #[arg(long, value_parser = money)]
    pub amount: Option<Money>,
    /// What the office will do, or asks the complainant to do.
    #[arg(long, default_value = "")]
    pub action: String,
    /// The last day by which it is promised, `YYYY-MM-DD`; a clock follows it.
    #[arg(long)]
    pub due: Option<NaiveDate>,
    /// Documents the finding rests on, by exhibit number or id: `--evidence 1,3`.
    #[arg(long, value_delimiter = ',', value_name = "N")]
    pub evidence: Vec<String>,
    /// Takes the decision back.
    #[arg(long)]
    pub withdraw: bool,
}

#[derive(Debug, Subcommand)]
pub enum DiaryCommand {
    /// Adds an entry to the diary of a complaint.
    Add {
        #[command(flatten)]
        case: CaseName,
        /// The entry in JSON: `{at?, text, source?}`.
        #[arg(
            long,
            value_name = "F",
            required_unless_present = "text",
            conflicts_with = "text"
        )]
        json: Option<PathBuf>,
        /// What happened, in neutral words.
        #[arg(long)]
        text: Option<String>,
        /// When (RFC 3339); now when absent.
        #[arg(long, requires = "text")]
        at: Option<DateTime<FixedOffset>>,
        /// Who says so, or what shows it.
        #[arg(long, default_value = "", requires = "text")]
        source: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum NoteCommand {
    /// Adds a note; it never reaches a letter.
    Add {
        #[command(flatten)]
        case: CaseName,
        /// The note in JSON: `{text}`.
        #[arg(
            long,
            value_name = "F",
            required_unless_present = "text",
            conflicts_with = "text"
        )]
        json: Option<PathBuf>,
        /// What the note says, for the office alone.
        #[arg(long)]
        text: Option<String>,
    },
}

#[derive(Args, Debug)]
pub struct UndoChange {
    #[command(flatten)]
    pub case: CaseName,
    /// The change's place in the journal; the last one that can be undone when absent.
    #[arg(long)]
    pub seq: Option<i64>,
}
