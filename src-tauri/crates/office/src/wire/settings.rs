//! The office as a whole: its profile, its state, its journal.

use chrono::{DateTime, FixedOffset};
use complaint::{ComplaintId, OfficeProfile};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The open office, as every screen's head shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OfficeInfo {
    /// Name, requisites, letterhead, numbering.
    pub profile: OfficeProfile,
    /// Where the records lie, for showing only.
    pub folder: String,
    /// How many complaints are in the register, the trash not counted.
    #[ts(type = "number")]
    pub complaints: u64,
    /// How safe the records are.
    pub safety: Safety,
}

/// Asks how letters look on a letterhead that is not kept yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct LetterheadTry {
    /// The office as the form has it.
    pub profile: OfficeProfile,
    /// Picture points per PDF point: 1.0 is 72 dpi.
    pub scale: f32,
}

/// The one line that says whether records are safe.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Safety {
    /// The last backup, if there is one.
    pub last_backup: Option<DateTime<FixedOffset>>,
    /// Whether the folder lies on a network share, where a database breaks.
    pub network_share: bool,
}

/// A field of the requisites that does not look right. It warns; it never
/// stops anything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RequisiteWarning {
    /// The field: `name`, `inn`, `kpp`, `ogrn`, `address`, `phone`, `email`, `bank.bic`,
    /// `bank.account`, `bank.correspondent`, `signatory.name`, `signatory.post`, `executor.phone`.
    pub field: String,
    /// What is off: `missing`, `length`, `digits`, `checksum`, `format`.
    pub problem: String,
}

/// One row of the journal of actions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct JournalRow {
    /// Its place in the journal, from 1.
    #[ts(type = "number")]
    pub seq: i64,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub actor: String,
    /// The named operation, for example `decide`.
    pub op: String,
    /// The complaint it touched.
    pub complaint: Option<ComplaintId>,
    /// That complaint's number.
    pub number: Option<String>,
    /// What changed.
    #[ts(type = "unknown")]
    pub detail: serde_json::Value,
    /// The row's hash, lower-case hexadecimal.
    pub hash: String,
    /// Whether it can be undone now.
    pub undoable: bool,
}

/// Which rows of the journal to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct JournalQuery {
    /// Only this complaint's.
    pub complaint: Option<ComplaintId>,
    /// Rows before this place; the newest when absent.
    #[ts(type = "number | null")]
    pub before: Option<i64>,
    /// At most so many.
    pub limit: u32,
}

/// What a check of the records found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Verification {
    /// How many things were checked.
    #[ts(type = "number")]
    pub checked: u64,
    /// What is altered, in words that name it.
    pub altered: Vec<String>,
    /// What is missing.
    pub missing: Vec<String>,
}

/// A draft of a form, kept while it is being typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FormDraft {
    /// Which form: for example `complaint/new`, `decision/<demand id>`.
    pub key: String,
    /// What was typed, as the form keeps it.
    #[ts(type = "unknown")]
    pub value: serde_json::Value,
    /// When it was last typed in.
    pub at: DateTime<FixedOffset>,
}

/// Keeps a draft of a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DraftPut {
    /// Which form.
    pub key: String,
    /// What was typed.
    #[ts(type = "unknown")]
    pub value: serde_json::Value,
}

/// Names a draft of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftKey {
    /// Which form.
    pub key: String,
}

/// A backup that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupMade {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Where it lies, for showing only.
    pub folder: String,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}
