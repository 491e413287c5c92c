//! The domain of a complaints office: plain values and the rules that hold
//! between them.
//!
//! This room does no input or output and never reads a clock. Everything here
//! is a value that the register keeps, the letters speak of, and the screens
//! show, so every type is `serde`-serialisable with snake-case words; those
//! words are the ones of the command-line contract.

mod allegation;
mod approval;
mod case;
mod clock;
mod decision;
mod dispatch;
mod field;
mod fields;
mod file_name;
mod id;
mod letter_details;
mod letter_kind;
mod list;
mod money;
mod name_form;
mod office;
pub mod order;
mod party;
mod procedure;
mod regime;
mod retention;
mod step;
mod subject;
mod term;
mod words;

pub use allegation::{
    Allegation, AllegationFields, GroundKind, LONGEST_ALLEGATION, SourcePhrase, Verdict,
};
pub use approval::{Approval, ApprovalRules};
pub use case::{
    CaseContents, Complaint, Demand, DiaryEntry, DiaryFields, Document, DocumentFields,
    InternalNote, IssuedFacts, LetterState, LetterSummary, Provenance, Sending,
};
pub use clock::{
    CaseClock, ClockEnd, ClockFields, ClockKind, ClockPause, ClockStart, ClockState, Ending,
    LONGEST_NOTE, LONGEST_STOP, LONGEST_TERM, LONGEST_TITLE, Proof, ProofKind, state_of,
};
pub use decision::Decision;
pub use dispatch::{
    DeliveryFields, DeliveryState, Dispatch, DispatchEvent, DispatchFields, DispatchWay,
    InventoryLine, LONGEST_TRACKING, LONGEST_WORDS, delivery_state,
};
pub use field::{
    FieldFault, FieldProblem, LINE as LONGEST_LINE, cut_to_line, dated, no_later, no_longer,
};
pub use fields::{ComplaintFields, DemandFields, Matter};
pub use file_name::{is_visible, safe_file_name};
pub use id::{
    AllegationId, ApprovalId, CaseListId, CaseStepId, ClockId, ClockPauseId, ComplaintId, DemandId,
    DiaryId, DispatchEventId, DispatchId, DocumentId, FormId, LegalHoldId, LetterId, NameFormId,
    NoteId, PersonId, RoutineId, RoutineVersionId, TemplateId, TemplateVersionId,
};
pub use letter_details::{AskedDetail, LetterDetail, LetterGroup};
pub use letter_kind::{AddressedTo, Cites, LetterKind, SignedBy};
pub use list::{
    ComplaintRow, DueFilter, NamedCase, OwedDay, RegisterPage, RegisterQuery, SearchHit,
    SortColumn, Span, StepToday, ToApprove, Today, TodaySection,
};
pub use money::{DECIMAL_SIGNS, DECIMALS, Money, MoneyError, ROUBLE_WORDS};
pub use name_form::{NameFormFields, RecordedNameForm};
pub use office::{
    AddressOrder, Bank, Executor, Letterhead, LetterheadForm, Margins, Numbering, OfficeProfile,
    Requisites, Signatory,
};
pub use party::{CardScope, Complainant, Gender, PartyKind, looks_like_email};
pub use procedure::{
    CaseFacts, NextStep, Status, next_step, receipt_is_late, status, suggested_letter,
};
pub use regime::Regime;
pub use retention::{ErasureGround, LegalHold, LegalHoldFields};
pub use step::{
    Branch, BranchFacts, CaseList, CaseProcedure, CaseStep, Gate, RoutineKind, StepDay, StepFact,
    StepFacts, StepNeed, StepRole, StepStanding, Unanswered, gates, proposed_branch,
};
pub use subject::{cut_to_subject, subject_from};
pub use term::{Term, Unit, UnknownUnit};
pub use words::{
    ApprovalState, Channel, DecisionKind, DemandKind, FormKind, Kind, Language, NameForm,
    NoAnswerReason, Side, VoidReason,
};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who does a thing: the name that stands in the journal beside each change.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct Actor(pub String);

impl Actor {
    /// An actor of that name; an empty name becomes a dash, for a journal row
    /// always names somebody.
    pub fn named(name: &str) -> Self {
        let name = name.trim();
        Self(if name.is_empty() {
            "—".to_owned()
        } else {
            name.to_owned()
        })
    }
}
