//! What can go wrong in a use case, and how a host hears of it.

use complaint::FieldFault;
use intake::IntakeError;
use press::PressError;
use register::RegisterError;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use thiserror::Error;
use ts_rs::TS;

pub use complaint::FieldProblem;

/// Why a use case did not do as asked. Nothing was changed.
#[derive(Debug, Error)]
pub enum OfficeError {
    /// The register refused or failed.
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// What came in could not be read.
    #[error(transparent)]
    Intake(#[from] IntakeError),
    /// A letter could not be set.
    #[error("typesetting: {0}")]
    Press(#[from] PressError),
    /// A letter could not be written for a word processor.
    #[error("writing DOCX: {0}")]
    Docx(#[from] docx::DocxError),
    /// A field holds what it can't hold.
    #[error("{field}: {problem:?}")]
    Field {
        /// The field, as the wire names it; of a list with its place: `demands.0.amount`.
        field: String,
        problem: FieldProblem,
    },
    /// The letter has places without a fact; the labels name them.
    #[error("unresolved: {}", .0.join(", "))]
    Unresolved(Vec<String>),
    /// The check of the letter found what stops issuing; the rules are named.
    #[error("the check stops it: {}", .0.join(", "))]
    Stopped(Vec<String>),
    /// The letter would pass over something that comes before it.
    #[error("{} comes first", .0.gate.as_str())]
    Gate(crate::procedure::values::ShutGate),
    /// The letter can be issued only when the head has approved it as it is.
    #[error("not approved: {}", .0.as_str())]
    NotApproved(Unapproved),
    /// Somebody else approves in this office; the name is told.
    #[error("{0} approves here")]
    NotApprover(String),
    /// The letter is no longer as it was read.
    #[error("the letter changed since it was read")]
    OtherContent,
    /// A preview is asked for by a key that is gone.
    #[error("no such preview")]
    NoPreview,
    /// An image is broken, too large, or of another sort than PNG and JPEG.
    #[error("not a usable image")]
    Image,
    /// A rule, a law pack, a calendar or hours can't be as they are given.
    #[error("{}: {} {}", .0.subject.as_deref().unwrap_or_default(), .0.problem, .0.detail)]
    Norm(crate::law::values::NormFault),
    /// A template of letters can't be used; its faults say why.
    #[error("the template has {} faults", .0.len())]
    Template(Vec<letter::TemplateFault>),
    /// No rule lets this clock stand still.
    #[error("no rule lets this clock stand still")]
    NoPause,
    /// The bytes of a letter or a document are gone or not those that were kept.
    #[error("{}: {:?}", .0.name(), .0.loss)]
    Damaged(DamagedFile),
    /// A document does something when it is opened, so that it is only saved.
    #[error("{0} is only saved")]
    OnlySaved(String),
    /// A document of this ending is opened when the person says so.
    #[error("opening {0:?} is to be confirmed")]
    OpeningAsked(String),
    /// A file is no signature that belongs to the letter.
    #[error("{}", .0.code())]
    Signature(crate::signature::fault::SignatureFault),
    /// Words that a redacted copy is to close stand on none of its pages.
    #[error("these words stand nowhere: {}", .0.join("; "))]
    WordsNowhere(Vec<String>),
    /// What the program itself brought along is damaged.
    #[error("the program's own data are damaged: {0}")]
    OwnData(String),
}

/// Why bytes are lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Loss {
    /// They do not lie where they should.
    Missing,
    /// They are not those that were kept.
    Altered,
    /// The system does not give them out.
    Unreadable,
}

/// A letter or a document whose bytes can't be handed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DamagedFile {
    pub loss: Loss,
    /// The documents' names and the letters' outgoing numbers.
    pub names: Vec<String>,
    /// The hash that was kept, lower-case hexadecimal.
    pub sha256: String,
    /// The newest backup that holds it whole.
    pub copy: Option<PathBuf>,
}

impl DamagedFile {
    fn name(&self) -> String {
        if self.names.is_empty() {
            self.sha256.clone()
        } else {
            self.names.join(", ")
        }
    }

    /// The code says whether a copy is known; the detail names the file, and the copy.
    fn failure(&self) -> Failure {
        let missing = self.loss == Loss::Missing;
        match &self.copy {
            None => Failure::of(if missing {
                "missing_file"
            } else {
                "altered_file"
            })
            .with(self.name()),
            Some(copy) => Failure::of(if missing {
                "missing_file_kept"
            } else {
                "altered_file_kept"
            })
            .with(format!("{}: {}", self.name(), copy.display())),
        }
    }
}

/// What use cases give back.
pub type Result<T, E = OfficeError> = std::result::Result<T, E>;

pub(crate) fn field<T>(field: impl Into<String>, problem: FieldProblem) -> Result<T> {
    Err(OfficeError::Field {
        field: field.into(),
        problem,
    })
}

/// A failure as hosts hand it on: a code to be worded, the field it is about,
/// and a detail that names the thing. Nothing matches on the detail's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Failure {
    /// The code, snake case.
    pub code: String,
    pub field: Option<String>,
    /// What exactly, where a name or a number says more.
    pub detail: Option<String>,
}

impl Failure {
    pub fn of(code: &str) -> Self {
        Self {
            code: code.to_owned(),
            field: None,
            detail: None,
        }
    }

    #[must_use]
    pub fn with(mut self, detail: impl ToString) -> Self {
        self.detail = Some(detail.to_string());
        self
    }

    #[must_use]
    pub fn at(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// Names the folder of the records where it is their disk that is full or
    /// their place that can't be written to, unless it is known more exactly.
    #[must_use]
    pub fn of_records_in(self, folder: &Path) -> Self {
        let is_of_place = ["disk_full", "denied"].contains(&&*self.code);
        if is_of_place && self.detail.is_none() {
            return self.with(folder.display());
        }
        self
    }
}

impl From<&OfficeError> for Failure {
    fn from(error: &OfficeError) -> Self {
        match error {
            OfficeError::Register(error) => register_failure(error),
            OfficeError::Intake(error) => Self::of("mail").with(error.code()),
            OfficeError::Press(PressError::NoDrawing(what)) => Self::of("own_data").with(what),
            OfficeError::Press(PressError::DrawingNotStarted(what)) => {
                Self::of("drawing_not_started").with(what)
            }
            OfficeError::Press(PressError::DrawingOutdated(what)) => {
                Self::of("drawing_outdated").with(what)
            }
            OfficeError::Press(error) => Self::of("typesetting").with(error),
            OfficeError::Docx(error) => Self::of("typesetting").with(error),
            OfficeError::Field { field, problem } => {
                Self::of("field").at(field.clone()).with(problem.as_str())
            }
            OfficeError::Unresolved(labels) => Self::of("unresolved").with(labels.join("; ")),
            OfficeError::Stopped(rules) => Self::of("stopped").with(rules.join("; ")),
            OfficeError::Gate(shut) => {
                Self::of(&format!("gate_{}", shut.gate.as_str())).with(shut.what.join("; "))
            }
            OfficeError::NotApproved(lack) => Self::of("not_approved").with(lack.as_str()),
            OfficeError::NotApprover(name) => Self::of("not_approver").with(name),
            OfficeError::OtherContent => Self::of("other_content"),
            OfficeError::NoPause => Self::of("clock_no_pause"),
            OfficeError::NoPreview => Self::of("no_preview"),
            OfficeError::Image => Self::of("image"),
            OfficeError::Norm(fault) => Self::of("norm")
                .at(fault.detail.clone())
                .with(&fault.problem),
            OfficeError::Template(faults) => Self::of("template").with(faults_in_words(faults)),
            OfficeError::Damaged(file) => file.failure(),
            OfficeError::OnlySaved(name) => Self::of("only_saved").with(name),
            OfficeError::OpeningAsked(ending) => Self::of("opening_asked").with(ending),
            OfficeError::WordsNowhere(words) => Self::of("words_nowhere").with(words.join("; ")),
            OfficeError::Signature(fault) => Self::of(fault.code()),
            OfficeError::OwnData(what) => Self::of("own_data").with(what),
        }
    }
}

impl From<RegisterError> for Failure {
    fn from(error: RegisterError) -> Self {
        Self::from(OfficeError::from(error))
    }
}

impl From<OfficeError> for Failure {
    fn from(error: OfficeError) -> Self {
        Self::from(&error)
    }
}

/// Faults of a template by their codes, places and words, for scripts.
fn faults_in_words(faults: &[letter::TemplateFault]) -> String {
    let one = |fault: &letter::TemplateFault| {
        let code = serde_json::to_value(fault.code).unwrap_or_default();
        let words = [code.as_str().unwrap_or_default(), &fault.id, &fault.name];
        let line = fault.line.map(|line| line.to_string());
        words
            .into_iter()
            .chain(line.as_deref())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    faults.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn register_failure(error: &RegisterError) -> Failure {
    use RegisterError as E;
    match error {
        E::NotFound(what) => Failure::of("not_found").with(what),
        E::Ambiguous(numbers) => Failure::of("ambiguous").with(numbers),
        E::AlreadyRecorded(number) => Failure::of("already_recorded").with(number),
        E::Conflict { .. } => Failure::of("conflict"),
        E::NotAnswered(missing) => Failure::of("not_answered").with(missing.as_str()),
        E::WordsNeeded => Failure::of("words_needed").at("reason"),
        E::Closed => Failure::of("closed"),
        E::NotClosed => Failure::of("not_closed"),
        E::Trashed => Failure::of("trashed"),
        E::TrashChanged => Failure::of("trash_changed"),
        E::Held(number) => Failure::of("held").with(number),
        E::NotDue => Failure::of("not_due"),
        E::ErasureChanged => Failure::of("erasure_changed"),
        E::Erased => Failure::of("erased"),
        E::NotTrashed => Failure::of("not_trashed"),
        E::Frozen => Failure::of("frozen"),
        E::NotIssued => Failure::of("not_issued"),
        E::Waiting => Failure::of("waiting_already"),
        E::NotWaiting => Failure::of("not_waiting"),
        E::NoQuestion => Failure::of("no_question"),
        E::OfFacts => Failure::of("clock_of_facts"),
        E::ClockEnded => Failure::of("clock_ended"),
        E::ClockPaused => Failure::of("clock_paused"),
        E::Pattern(pattern) => Failure::of("pattern").at("numbering").with(pattern),
        E::NothingToUndo => Failure::of("nothing_to_undo"),
        E::NotReversible(op) => Failure::of("not_reversible").with(op),
        E::UndoConflict(_) => Failure::of("undo_conflict"),
        E::AlreadyExists => Failure::of("already_exists"),
        E::Foreign(path) => Failure::of("foreign").with(path.display()),
        E::ForeignSchema(what) => Failure::of("foreign_schema").with(what),
        E::NotAnOffice => Failure::of("not_an_office"),
        E::TooNew { found, .. } => Failure::of("too_new").with(found),
        E::TooOld { found, .. } => Failure::of("too_old").with(found),
        E::PasswordNeeded => Failure::of("password_needed").at("password"),
        E::WrongPassword => Failure::of("password_wrong").at("password"),
        E::WrongRecoveryKey => Failure::of("recovery_key_wrong").at("recovery_key"),
        E::ClockBehind(year) => Failure::of("clock_behind").with(year),
        E::KeyringVoid => Failure::of("keyring_void"),
        E::OnlyCopy => Failure::of("only_copy"),
        E::RecoveryKeyLength => Failure::of("recovery_key_length").at("recovery_key"),
        E::RecoveryKeyGroup(group) => Failure::of("recovery_key_group")
            .at("recovery_key")
            .with(group),
        E::HasPassword => Failure::of("has_password"),
        E::NoPassword => Failure::of("no_password"),
        E::ConversionUnread(folder) => Failure::of("conversion_unread").with(folder.display()),
        E::Locked => Failure::of("locked"),
        E::DiskFull => Failure::of("disk_full"),
        E::Denied => Failure::of("denied"),
        E::RowsLost(lost) => Failure::of("rows_lost").with(format!("{}/{}", lost.found, lost.seen)),
        E::Corrupt(what) => Failure::of("corrupt").with(what),
        E::MissingFile(sha) => Failure::of("missing_file").with(sha),
        E::Altered(sha) => Failure::of("altered_file").with(sha),
        E::Cancelled => Failure::of("cancelled"),
        E::NotEmpty(folder) => Failure::of("not_empty").with(folder.display()),
        E::NotUnicode(folder) => Failure::of("not_unicode").with(folder.display()),
        E::Nested(folder) => Failure::of("nested").with(folder.display()),
        E::IsABackup => Failure::of("is_a_backup"),
        E::ACopy => Failure::of("a_copy"),
        E::NotABackup => Failure::of("not_a_backup"),
        E::Io(error) => Failure::of("io").with(error),
        E::Sqlite(error) => Failure::of("database").with(error),
    }
}

/// Codes whose detail names the thing it is about, which is shown beside the
/// words: files, a folder, places of a letter.
pub const NAMING: &[&str] = &[
    "altered_file",
    "altered_file_kept",
    "among_records",
    "conversion_unread",
    "denied",
    "disk_full",
    "file_gone",
    "folder_gone",
    "foreign",
    "missing_file",
    "missing_file_kept",
    "nested",
    "not_a_file",
    "not_empty",
    "not_saved",
    "not_unicode",
    "unresolved",
    "words_nowhere",
];

/// Why a letter can't be issued without the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unapproved {
    /// It was never submitted, or the submission was taken back.
    NotSubmitted,
    /// The head has not spoken yet.
    Waiting,
    Returned,
    /// It was approved, but not as it is now.
    Changed,
}

impl Unapproved {
    /// Its name as hosts hand it on.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotSubmitted => "not_submitted",
            Self::Waiting => "waiting",
            Self::Returned => "returned",
            Self::Changed => "changed",
        }
    }
}

impl From<FieldFault> for OfficeError {
    fn from(fault: FieldFault) -> Self {
        Self::Field {
            field: fault.field,
            problem: fault.problem,
        }
    }
}

/// Refuses a text of more characters than `limit`.
pub(crate) fn within(name: &str, value: &str, limit: usize) -> Result<()> {
    Ok(complaint::no_longer(name, value, limit)?)
}
