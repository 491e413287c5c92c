//! What the use cases of procedures take and give.

use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{
    Branch, CaseListId, ComplaintId, DocumentId, Gate, Kind, RoutineId, RoutineVersionId, StepDay,
    StepFact, StepNeed, StepRole, StepStanding,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The same said in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InBoth {
    pub ru: String,
    pub en: String,
}

/// One step of a procedure as it is written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StepSpec {
    pub key: String,
    pub title: InBoth,
    /// One or two plain sentences.
    pub why: InBoth,
    pub role: StepRole,
    #[serde(default)]
    pub day: Option<StepDay>,
    pub done: StepFact,
    pub needs: StepNeed,
    /// Whether it may not be skipped.
    #[serde(default)]
    pub must: bool,
    /// Whether the office asks it at all.
    #[serde(default = "yes")]
    pub asked: bool,
}

fn yes() -> bool {
    true
}

/// A branch with its steps, as the office has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProcedureRule {
    pub branch: Branch,
    /// When it is the way to go, in one sentence.
    pub why: InBoth,
    pub steps: Vec<StepSpec>,
    /// The version: the office's own counted from 1, or the program's.
    pub version: u32,
    /// Whether the office changed it.
    pub own: bool,
    pub changed_at: Option<DateTime<FixedOffset>>,
    pub actor: String,
}

/// What an office says of one step in its own way; what counts as done stays the program's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepChange {
    pub key: String,
    pub title: InBoth,
    pub why: InBoth,
    pub role: StepRole,
    pub day: Option<StepDay>,
    pub asked: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProcedureSave {
    pub branch: Branch,
    /// The version that was read; another one in the register refuses the save.
    #[serde(default)]
    pub expected: Option<u32>,
    pub steps: Vec<StepChange>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProcedureReset {
    pub branch: Branch,
}

/// One thing to be checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChecklistItem {
    /// Its place within the version, from 1.
    pub key: String,
    pub text: String,
}

/// A checklist as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ChecklistContent {
    pub title: String,
    pub items: Vec<ChecklistItem>,
    #[serde(default)]
    pub kinds: Vec<Kind>,
    #[serde(default)]
    pub words: String,
}

/// A checklist of the office with what it says now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChecklistHead {
    pub checklist: RoutineId,
    pub title: String,
    pub items: Vec<ChecklistItem>,
    /// It is proposed for these kinds of complaints; for all when empty.
    pub kinds: Vec<Kind>,
    /// It is proposed where one of these words is found in any of its forms; separated by commas or blanks.
    pub words: String,
    pub version: u32,
    pub changed_at: DateTime<FixedOffset>,
    pub actor: String,
    /// When it was put aside.
    pub retired_at: Option<DateTime<FixedOffset>>,
}

/// What one version of a checklist said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChecklistVersion {
    pub id: RoutineVersionId,
    pub version: u32,
    pub title: String,
    pub items: Vec<ChecklistItem>,
    pub made_at: DateTime<FixedOffset>,
    pub actor: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChecklistSave {
    /// The checklist to change; a new one when absent.
    #[serde(default)]
    pub checklist: Option<RoutineId>,
    /// The version that was read; another one in the register refuses the save.
    #[serde(default)]
    pub expected: Option<u32>,
    pub title: String,
    pub items: Vec<String>,
    #[serde(default)]
    pub kinds: Vec<Kind>,
    #[serde(default)]
    pub words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChecklistRef {
    pub checklist: RoutineId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChecklistRetire {
    pub checklist: RoutineId,
    pub retired: bool,
}

/// How the office works, as Settings show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Routines {
    pub procedures: Vec<ProcedureRule>,
    /// Those put aside last.
    pub checklists: Vec<ChecklistHead>,
}

/// The same after a change, with the change's place in the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RoutinesChanged {
    #[serde(flatten)]
    pub routines: Routines,
    /// None when nothing differed.
    #[ts(type = "number | null")]
    pub seq: Option<i64>,
}

/// One step of a case as its screen shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CaseStepView {
    /// Names it in commands: its key, the id of one added by hand, «list/item».
    pub step: String,
    pub title: InBoth,
    /// Empty where nobody said why.
    pub why: InBoth,
    pub role: Option<StepRole>,
    pub done: StepFact,
    pub state: StepStanding,
    /// Whether a fact of the case says that it is done.
    pub by_fact: bool,
    /// Whether it may be passed over.
    pub skippable: bool,
    /// Whether it was added by hand.
    pub own: bool,
    pub remark: String,
    pub marked_at: Option<DateTime<FixedOffset>>,
    pub marked_by: Option<String>,
    /// Whose task it is; nobody's in particular when empty.
    pub person: String,
    /// By when; a day of its own comes before that of the procedure.
    pub day: Option<NaiveDate>,
    /// Whether the day was set for this case.
    pub own_day: bool,
    /// Whether that day is past and it is not done.
    pub late: bool,
}

/// A checklist on a case, in the version it was put with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CaseListView {
    pub list: CaseListId,
    pub checklist: RoutineId,
    pub title: String,
    pub version: u32,
    /// Whether the office has changed it since.
    pub older: bool,
    pub items: Vec<CaseStepView>,
    pub put_at: DateTime<FixedOffset>,
    pub put_by: String,
}

/// A checklist that could be put on a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChecklistOffer {
    pub checklist: RoutineId,
    pub title: String,
    /// Whether the office said that it fits such a case.
    pub proposed: bool,
}

/// What must be done before something else, and what exactly is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ShutGate {
    pub gate: Gate,
    /// Names of documents, or kinds of demands.
    pub what: Vec<String>,
}

/// The procedure of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProcedureView {
    pub branch: Branch,
    /// What the facts suggest.
    pub proposed: Branch,
    /// Whether a person chose the branch.
    pub chosen: bool,
    pub why: InBoth,
    pub version: u32,
    /// Whether the office changed this procedure.
    pub own: bool,
    /// Those that the case needs, in the order of the work.
    pub steps: Vec<CaseStepView>,
    /// The first that is not done.
    pub next: Option<String>,
    pub lists: Vec<CaseListView>,
    pub offers: Vec<ChecklistOffer>,
    /// Documents of the complainant that nobody has looked at.
    pub unseen: Vec<DocumentId>,
    /// What a final answer would pass over if it went out now.
    pub gates: Vec<ShutGate>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProcedureChoose {
    pub complaint: ComplaintId,
    /// None leaves it to what the facts suggest.
    pub branch: Option<Branch>,
}

/// Marks a step done, skipped or open again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepMark {
    pub complaint: ComplaintId,
    /// [`CaseStepView::step`].
    pub step: String,
    pub state: StepStanding,
    /// What is said to it; a step is skipped for a reason.
    #[serde(default)]
    pub remark: String,
}

/// Makes a step somebody's task, or gives it a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepAssign {
    pub complaint: ComplaintId,
    /// [`CaseStepView::step`].
    pub step: String,
    #[serde(default)]
    pub person: String,
    #[serde(default)]
    pub day: Option<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepAdd {
    pub complaint: ComplaintId,
    pub title: String,
    #[serde(default)]
    pub person: String,
    #[serde(default)]
    pub day: Option<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepRef {
    pub complaint: ComplaintId,
    /// [`CaseStepView::step`].
    pub step: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChecklistPut {
    pub complaint: ComplaintId,
    pub checklist: RoutineId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListRef {
    pub complaint: ComplaintId,
    pub list: CaseListId,
}

/// Records that documents were looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentsSeen {
    pub complaint: ComplaintId,
    pub documents: Vec<DocumentId>,
}
