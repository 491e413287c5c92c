//! Commands of the office's work.

use super::handed_on::HandedOn;
use super::words::{
    channel, decision, demand, form, kind, language, letter_kind, money, no_answer, side, status,
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use clap::{Args, Subcommand};
use complaint::{
    Channel, DecisionKind, DemandKind, FormKind, Kind, Language, LetterKind, Money, NoAnswerReason,
    Side, Status,
};
use std::path::PathBuf;

/// The office itself.
#[derive(Debug, Subcommand)]
pub enum OfficeCommand {
    /// Founds an office in the folder of `--office`.
    New {
        /// Requisites in JSON, or a whole profile with `requisites` in it.
        #[arg(long, value_name = "F")]
        requisites: PathBuf,
    },
    /// What the office says of itself, and how safe its records are.
    Info,
    /// Makes the sample office.
    Sample,
}

/// Complaints.
#[derive(Debug, Subcommand)]
pub enum ComplaintCommand {
    /// Takes a complaint in.
    Add {
        /// The complaint in JSON; what is left out gets its usual value.
        #[arg(long, value_name = "F")]
        json: PathBuf,
    },
    /// The whole case.
    Show {
        /// Number or id.
        complaint: String,
    },
    /// Rows of the register, the newest number first.
    List(List),
    /// Closes a case: answered, or with the reason why no answer is due.
    Close {
        /// Number or id.
        complaint: String,
        /// Why no answer is due; absent when a final letter is issued.
        #[arg(long, value_parser = no_answer())]
        reason: Option<NoAnswerReason>,
        /// Words to the reason.
        #[arg(long, default_value = "", requires = "reason")]
        words: String,
    },
    /// Opens a closed case again.
    Reopen {
        /// Number or id.
        complaint: String,
    },
    /// Puts a complaint into the trash; its number stays used.
    Trash {
        /// Number or id.
        complaint: String,
    },
    /// Takes a complaint out of the trash.
    Restore {
        /// Number or id.
        complaint: String,
    },
    /// Records that the complainant answered an open request for information.
    Answered {
        /// Number or id.
        complaint: String,
    },
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
    /// Only with these words, in any form.
    #[arg(long, default_value = "")]
    pub text: String,
    /// The trash in place of the register.
    #[arg(long)]
    pub trashed: bool,
    /// At most so many rows.
    #[arg(long, default_value_t = 100)]
    pub limit: u32,
    /// Rows behind this one: its `cursor`, number or id.
    #[arg(long, value_name = "CURSOR")]
    pub after: Option<String>,
}

/// Mail.
#[derive(Debug, Subcommand)]
pub enum Mail {
    /// A draft for each message; nothing is kept, no office needed.
    Read {
        /// Messages (`.eml`).
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Takes a message in with its attachments and itself as a document.
    Add {
        /// The message (`.eml`).
        file: PathBuf,
        /// Fields of the complaint to put in place of those read from the message.
        #[arg(long, value_name = "F")]
        json: Option<PathBuf>,
    },
}

/// A search.
#[derive(Args, Debug)]
pub struct Search {
    /// The words.
    pub text: String,
    /// At most so many hits.
    #[arg(long, default_value_t = 30)]
    pub limit: u32,
}

/// Documents.
#[derive(Debug, Subcommand)]
pub enum DocumentCommand {
    /// Stores files and adds them to a case.
    Add {
        /// Number or id of the complaint.
        complaint: String,
        /// The files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// From which side they came.
        #[arg(long, value_parser = side(), default_value = "office")]
        side: Side,
        /// Where they came from and how.
        #[arg(long, default_value = "")]
        source: String,
    },
    /// Reads every stored document again and compares it with its hash.
    Verify,
}

/// Demands.
#[derive(Debug, Subcommand)]
pub enum DemandCommand {
    /// Adds a demand.
    Add {
        /// Number or id of the complaint.
        complaint: String,
        /// `{kind, detail?, amount?, made_on?}`.
        #[arg(
            long,
            value_name = "F",
            required_unless_present = "kind",
            conflicts_with = "kind"
        )]
        json: Option<PathBuf>,
        /// What is asked.
        #[arg(long, value_parser = demand())]
        kind: Option<DemandKind>,
        /// In words.
        #[arg(long, default_value = "", requires = "kind")]
        detail: String,
        /// The sum asked.
        #[arg(long, value_parser = money, requires = "kind")]
        amount: Option<Money>,
        /// The day it was made.
        #[arg(long, requires = "kind")]
        made_on: Option<NaiveDate>,
    },
    /// Decides on a demand, or takes the decision back.
    Decide(Decide),
    /// Takes a demand off the case.
    Remove {
        /// Number or id of the complaint.
        complaint: String,
        /// The demand: its id, its place from 1, or its kind.
        demand: String,
    },
}

/// A decision.
#[derive(Args, Debug)]
pub struct Decide {
    /// Number or id of the complaint.
    pub complaint: String,
    /// The demand: its id, its place from 1, or its kind; may be left out where there is one.
    pub demand: Option<String>,
    /// `{demand?, kind, reasons?, ground?, amount?, action?, due?, evidence?}`, or a list of such;
    /// `evidence` lists documents by exhibit number or id.
    #[arg(long, value_name = "F", required_unless_present_any = ["decision", "withdraw"],
          conflicts_with_all = ["decision", "withdraw"])]
    pub json: Option<PathBuf>,
    /// The decision.
    #[arg(long, value_parser = decision(), conflicts_with = "withdraw")]
    pub decision: Option<DecisionKind>,
    /// What was checked and found.
    #[arg(long, default_value = "")]
    pub reasons: String,
    /// The article or clause it rests on.
    #[arg(long, default_value = "")]
    pub ground: String,
    /// The sum granted.
    #[arg(long, value_parser = money)]
    pub amount: Option<Money>,
    /// What happens next.
    #[arg(long, default_value = "")]
    pub action: String,
    /// The last day by which it is promised.
    #[arg(long)]
    pub due: Option<NaiveDate>,
    /// Documents the finding rests on, by exhibit number or id: `--evidence 1,3`.
    #[arg(long, value_delimiter = ',', value_name = "N")]
    pub evidence: Vec<String>,
    /// Takes the decision back.
    #[arg(long)]
    pub withdraw: bool,
}

/// The incident diary.
#[derive(Debug, Subcommand)]
pub enum DiaryCommand {
    /// Adds an entry.
    Add {
        /// Number or id of the complaint.
        complaint: String,
        /// `{at?, text, source?}`.
        #[arg(
            long,
            value_name = "F",
            required_unless_present = "text",
            conflicts_with = "text"
        )]
        json: Option<PathBuf>,
        /// What happened.
        #[arg(long)]
        text: Option<String>,
        /// When (RFC 3339); now when absent.
        #[arg(long, requires = "text")]
        at: Option<DateTime<FixedOffset>>,
        /// Who it is known from.
        #[arg(long, default_value = "", requires = "text")]
        source: String,
    },
}

/// Internal notes.
#[derive(Debug, Subcommand)]
pub enum NoteCommand {
    /// Adds a note; it never reaches a letter.
    Add {
        /// Number or id of the complaint.
        complaint: String,
        /// `{text}`.
        #[arg(
            long,
            value_name = "F",
            required_unless_present = "text",
            conflicts_with = "text"
        )]
        json: Option<PathBuf>,
        /// The words.
        #[arg(long)]
        text: Option<String>,
    },
}

/// Undo.
#[derive(Args, Debug)]
pub struct UndoChange {
    /// Number or id of the complaint.
    pub complaint: String,
    /// The change's place in the journal; the last one that can be undone when absent.
    #[arg(long)]
    pub seq: Option<i64>,
}

/// Letters.
#[derive(Debug, Subcommand)]
pub enum LetterCommand {
    /// Checks the wording of a text, or of a letter in JSON.
    Check {
        /// The text.
        #[arg(long, value_name = "F")]
        text: PathBuf,
        /// The case it answers.
        #[arg(long, value_name = "ID")]
        case: Option<String>,
        /// What it is; a final answer when absent.
        #[arg(long, value_parser = letter_kind())]
        kind: Option<LetterKind>,
    },
    /// What the customer, the inspector and the judge look for in a letter,
    /// found or missing, a line a reader.
    Readings {
        /// Letter's id or outgoing number.
        letter: String,
    },
    /// Sets a text as the body of a letter (done by `otvet-workbench`).
    #[command(disable_help_flag = true)]
    Set(HandedOn),
    /// Begins a letter, composed from the case.
    Draft {
        /// Number or id of the complaint.
        complaint: String,
        /// What it is.
        #[arg(long, value_parser = letter_kind())]
        kind: LetterKind,
        /// Its language; the office's own when absent.
        #[arg(long, value_parser = language())]
        language: Option<Language>,
        /// The writer's choices: `{enclosures, figures, expected, holding_reason, questions, answer_by, findings,
        /// findings_evidence, measures, particulars}`. What is not named is taken over from the case and its
        /// earlier letters. Documents to enclose, photographs to show and documents that the findings rest on
        /// are listed by exhibit number or id.
        /// `particulars` by kind: `{recipient:{organisation,post,name,gender,dative,salutation,address,email},
        /// inspection:{purpose,on,at,place,object,by,reply_by}, act:{until,found,remarks,attended,absence,reason,
        /// notified,present:[{role,name}]}, correction:{letter,said,right,reason,whole},
        /// settlement:{until,terms:[{by,text,amount,due}]}, inquiry:{number,on,ticket},
        /// claim:{against,contract,contract_on,ground,demand,amount,until}, statement:{by,name,about},
        /// data:{none,categories,purposes,basis,source,shared,kept,done}, forwarding_reason}`.
        #[arg(long, value_name = "F")]
        choices: Option<PathBuf>,
    },
    /// A letter with its text, findings and choices.
    Show {
        /// Id or outgoing number.
        letter: String,
    },
    /// Puts a text or other choices into a draft.
    Edit {
        /// Id of the letter.
        letter: String,
        /// The whole text in JSON, as `show` gives it.
        #[arg(long, value_name = "F", required_unless_present = "choices")]
        text: Option<PathBuf>,
        /// The writer's choices, as for `draft`.
        #[arg(long, value_name = "F")]
        choices: Option<PathBuf>,
    },
    /// Writes the PDF as it would be issued now.
    Preview(ToFile),
    /// Submits a draft to the head for approval.
    Submit {
        /// Id of the letter.
        letter: String,
        /// A note to the head.
        #[arg(long, default_value = "")]
        note: String,
    },
    /// Takes a submission back.
    Recall {
        /// Id of the letter.
        letter: String,
    },
    /// Approves a draft as it stands; `--actor` is who approves.
    Approve {
        /// Id of the letter.
        letter: String,
        /// The mark of what was read, from `show`; another content refuses.
        #[arg(long)]
        mark: Option<String>,
    },
    /// Returns a draft with remarks.
    Return {
        /// Id of the letter.
        letter: String,
        /// What is to be changed.
        #[arg(long)]
        remarks: String,
    },
    /// Numbers, dates and freezes a letter.
    Issue {
        /// Id of the letter.
        letter: String,
        /// The PDF to write.
        #[arg(long, value_name = "P")]
        out: Option<PathBuf>,
        /// Why it is issued in spite of findings that would stop it.
        #[arg(long, value_name = "T")]
        override_reason: Option<String>,
    },
    /// Writes the frozen PDF of an issued letter.
    Save(ToFile),
    /// Writes a draft for a word processor, as DOCX.
    Docx(ToFile),
    /// Writes a message with the issued letter attached.
    Mail(ToFile),
    /// Records that a letter went out.
    Sent {
        /// Id or outgoing number.
        letter: String,
        /// The way.
        #[arg(long, value_parser = channel())]
        channel: Channel,
        /// When (RFC 3339); now when absent.
        #[arg(long)]
        at: Option<DateTime<FixedOffset>>,
    },
    /// Begins a letter that will replace an issued one.
    Supersede {
        /// Id or outgoing number.
        letter: String,
    },
    /// Deletes a draft.
    Delete {
        /// Id of the letter.
        letter: String,
    },
}

/// A letter and the file to write it to.
#[derive(Args, Debug)]
pub struct ToFile {
    /// Id or outgoing number.
    pub letter: String,
    /// The file to write.
    #[arg(long, value_name = "P")]
    pub out: PathBuf,
}

/// Another form of an answer, written from the case or read against it.
#[derive(Args, Debug)]
pub struct Forms {
    /// Number or id of the complaint.
    pub complaint: String,
    /// What form.
    #[arg(long, value_parser = form())]
    pub form: FormKind,
    /// Its language; the office's own when absent.
    #[arg(long, value_parser = language())]
    pub language: Option<Language>,
    /// Characters it may have.
    #[arg(long)]
    pub limit: Option<u32>,
    /// Reads this text in place of writing one: what the check finds in it.
    #[arg(long, value_name = "F")]
    pub check: Option<PathBuf>,
    /// Keeps the form with the case.
    #[arg(long)]
    pub keep: bool,
}

/// The journal.
#[derive(Debug, Subcommand)]
pub enum Journal {
    /// Reads the whole journal and compares it with its chain of hashes.
    Verify,
    /// Rows of the journal, the newest first.
    List {
        /// Only of this complaint.
        #[arg(long, value_name = "N")]
        complaint: Option<String>,
        /// Rows before this place.
        #[arg(long)]
        before: Option<i64>,
        /// At most so many.
        #[arg(long, default_value_t = 100)]
        limit: u32,
    },
    /// The register of complaints and letters as a printed book.
    Print {
        /// Its first day.
        #[arg(long)]
        from: NaiveDate,
        /// Its last day.
        #[arg(long)]
        to: NaiveDate,
        /// Only what came in.
        #[arg(long)]
        incoming: bool,
        /// Only what went out.
        #[arg(long)]
        outgoing: bool,
        /// The file; `-` for standard output.
        #[arg(long, value_name = "P")]
        out: PathBuf,
    },
}

/// Backups.
#[derive(Debug, Subcommand)]
pub enum BackupCommand {
    /// Makes a backup below a folder and checks it.
    Create {
        /// The folder.
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
    },
    /// The backups made of this office that can be found now.
    List,
    /// Makes an office in a new or empty folder from a backup.
    Restore {
        /// The backup.
        #[arg(long, value_name = "F")]
        from: PathBuf,
        /// The folder.
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
    },
}
