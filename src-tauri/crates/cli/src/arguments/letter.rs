//! Letters, and other forms of an answer.

use super::handed_on::HandedOn;
use super::names::{CaseName, LetterName};
use super::words::{channel, form, language, letter_kind};
use chrono::{DateTime, FixedOffset};
use clap::{Args, Subcommand};
use complaint::{Channel, FormKind, Language, LetterKind};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum LetterCommand {
    /// Checks the wording of a text, or of a letter in JSON.
    Check {
        /// A file with the text: plain, or a letter in JSON as `letter show` gives it; `-` for standard input.
        #[arg(long, value_name = "F")]
        text: PathBuf,
        /// The case it answers, number or id: its facts and decisions are compared too.
        #[arg(long, value_name = "ID")]
        case: Option<String>,
        /// As which letter it is read; a final answer when absent.
        #[arg(long, value_parser = letter_kind())]
        kind: Option<LetterKind>,
    },
    /// What the customer, the inspector and the judge look for in a letter,
    /// found or missing, a line a reader.
    Readings(LetterName),
    /// The signatures of an issued letter that were made elsewhere, a line each; with a file, keeps one
    /// that belongs to its bytes. Whether a certificate can be trusted is not looked into.
    Signatures {
        #[command(flatten)]
        letter: LetterName,
        /// A detached signature (CMS, CAdES) to be kept with the case.
        #[arg(long, value_name = "F")]
        add: Option<PathBuf>,
    },
    /// Sets a text as the body of a letter (done by `otvet-workbench`).
    #[command(disable_help_flag = true)]
    Set(HandedOn),
    /// Begins a letter, composed from the case.
    Draft {
        #[command(flatten)]
        case: CaseName,
        /// The kind of letter to write.
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
    Show(LetterName),
    /// Puts a text or other choices into a draft.
    Edit {
        #[command(flatten)]
        letter: LetterName,
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
        #[command(flatten)]
        letter: LetterName,
        /// A note to the head.
        #[arg(long, default_value = "")]
        note: String,
    },
    /// Takes a submission back.
    Recall(LetterName),
    /// Approves a draft as it stands; `--actor` is who approves.
    Approve {
        #[command(flatten)]
        letter: LetterName,
        /// The fingerprint of what was read, `approval.mark` of `show`; another content refuses.
        #[arg(long)]
        mark: Option<String>,
    },
    /// Returns a draft with remarks.
    Return {
        #[command(flatten)]
        letter: LetterName,
        /// What is to be changed.
        #[arg(long)]
        remarks: String,
    },
    /// Numbers, dates and freezes a letter.
    Issue {
        #[command(flatten)]
        letter: LetterName,
        /// Writes the frozen PDF there too.
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
        #[command(flatten)]
        letter: LetterName,
        /// By which channel it left the office.
        #[arg(long, value_parser = channel())]
        channel: Channel,
        /// When (RFC 3339); now when absent.
        #[arg(long)]
        at: Option<DateTime<FixedOffset>>,
    },
    /// Begins a letter that will replace an issued one.
    Supersede(LetterName),
    /// Deletes a letter that is not issued.
    Delete(LetterName),
}

/// A letter and the file to write it to.
#[derive(Args, Debug)]
pub struct ToFile {
    #[command(flatten)]
    pub letter: LetterName,
    /// The file to write.
    #[arg(long, value_name = "P")]
    pub out: PathBuf,
}

/// Another form of an answer, written from the case or read against it.
#[derive(Args, Debug)]
pub struct Forms {
    #[command(flatten)]
    pub case: CaseName,
    /// Which form of an answer.
    #[arg(long, value_parser = form())]
    pub form: FormKind,
    /// Its language; the office's own when absent.
    #[arg(long, value_parser = language())]
    pub language: Option<Language>,
    /// The most characters it may have; what is usual for its form when absent.
    #[arg(long)]
    pub limit: Option<u32>,
    /// Reads this text in place of writing one: what the check finds in it.
    #[arg(long, value_name = "F")]
    pub check: Option<PathBuf>,
    /// Keeps the form with the case.
    #[arg(long)]
    pub keep: bool,
}
