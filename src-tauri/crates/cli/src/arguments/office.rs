//! The office itself, its journal, its trash and its backups.

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum OfficeCommand {
    /// Founds an office in the folder of `--office`.
    New {
        /// Requisites in JSON, or a whole profile with `requisites` in it; `-` for standard input.
        #[arg(long, value_name = "F")]
        requisites: PathBuf,
    },
    /// What the office says of itself, and how safe its records are.
    Info,
    /// Says that the computer's clock is right, though records are newer: numbers count in its year again.
    Clock(ClockRight),
    /// Words that are spelt right although no dictionary has them: the list as it stands then.
    Words(WordsChange),
    /// Makes the sample office.
    Sample,
    /// Locks the office with the password that is given and tells the recovery
    /// key, once: everything is encrypted.
    Lock,
    /// Takes the password off: everything lies in plain text again.
    Unlock,
    /// Gives a locked office another password.
    Password(NewPassword),
    /// Gives a locked office another recovery key and tells it, once.
    RecoveryKey,
    /// Whether an account on a computer opens a locked office without its password.
    Keyring(KeyringOff),
}

/// What becomes of the account as a way in; nothing where nothing is said.
#[derive(Args, Debug)]
pub struct KeyringOff {
    /// It opens the office no more, at whatever computer: for records that came from one that is gone.
    #[arg(long)]
    pub off: bool,
}

/// What is said of the clock; it is asked for by name, so that nobody says it in passing.
#[derive(Args, Debug)]
pub struct ClockRight {
    /// It is right.
    #[arg(long, required = true)]
    pub right: bool,
}

/// What becomes of the office's own words; nothing where none is named.
#[derive(Args, Debug)]
pub struct WordsChange {
    /// Takes this word among them; may be given again.
    #[arg(long, value_name = "WORD")]
    pub add: Vec<String>,
    /// Takes this word out of them; may be given again.
    #[arg(long, value_name = "WORD")]
    pub remove: Vec<String>,
}

/// Where the other password comes from.
#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
pub struct NewPassword {
    /// The next line of standard input is the new password.
    #[arg(long)]
    pub new_password_stdin: bool,
    /// The environment variable that holds the new password.
    #[arg(long, value_name = "NAME")]
    pub new_password_env: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Journal {
    /// Reads the whole journal and compares it with its chain of hashes.
    Verify,
    /// Goes on with records that lost rows, as they are: no number is given twice.
    AcceptLoss,
    /// Rows of the journal, the newest first.
    List {
        /// Only of this complaint, number or id.
        #[arg(long, value_name = "N")]
        complaint: Option<String>,
        /// Only rows before this place in the journal: the next page after the last row's `seq`.
        #[arg(long)]
        before: Option<i64>,
        /// At most so many rows.
        #[arg(long, default_value_t = 100)]
        limit: u32,
    },
    /// The register of complaints and letters as a printed book.
    Print {
        /// The first day it covers, `YYYY-MM-DD`.
        #[arg(long)]
        from: NaiveDate,
        /// The last day it covers.
        #[arg(long)]
        to: NaiveDate,
        /// Only what came in.
        #[arg(long)]
        incoming: bool,
        /// Only what went out.
        #[arg(long)]
        outgoing: bool,
        /// The PDF to write; `-` for standard output.
        #[arg(long, value_name = "P")]
        out: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub enum TrashCommand {
    /// Tells what emptying it would erase.
    Show,
    /// Erases for good what lies in it; numbers stay used.
    Empty,
}

#[derive(Debug, Subcommand)]
pub enum BackupCommand {
    /// Makes a backup below a folder and checks it.
    Create {
        /// The folder below which it gets a folder of its own, named by the time.
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
    },
    /// The backups made of this office that can be found now.
    List,
    /// Restores a backup for trial, checks what came out, and removes it.
    Rehearse {
        /// The folder of the backup, as `list` gives it; the newest when absent.
        #[arg(long, value_name = "F")]
        from: Option<PathBuf>,
    },
    /// Makes an office in a new or empty folder from a backup.
    Restore {
        /// The folder of the backup, as `list` gives it.
        #[arg(long, value_name = "F")]
        from: PathBuf,
        /// The folder of the new office.
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
    },
}
