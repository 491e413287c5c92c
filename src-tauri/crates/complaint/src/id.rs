//! Ids: UUIDv7 each, one type a thing, so that a document's id can't be handed
//! where a demand's is asked.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use ts_rs::TS;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new id. Its time part is for index locality only and is never
            /// read back as a date.
            #[allow(clippy::new_without_default)]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

ids! {
    /// One point of fact that a complainant states.
    AllegationId,
    /// One submission of a letter for approval.
    ApprovalId,
    /// A checklist that was put on a case.
    CaseListId,
    /// What is kept of one step of a case.
    CaseStepId,
    ClockId,
    /// One stretch of days in which a clock stands still.
    ClockPauseId,
    /// One complaint, whatever its register number.
    ComplaintId,
    /// One demand within a complaint.
    DemandId,
    /// One entry of the incident diary.
    DiaryId,
    /// One document of a complaint (its content is named by SHA-256).
    DocumentId,
    DispatchId,
    /// One step in the delivery of a dispatch.
    DispatchEventId,
    /// One order that a case be kept.
    LegalHoldId,
    /// One letter, draft or issued.
    LetterId,
    /// One form of an answer besides the letter.
    FormId,
    /// A form of a name that the office put in the program's place.
    NameFormId,
    NoteId,
    /// A complainant, whose card serves all their complaints.
    PersonId,
    /// A checklist or an own form of a procedure, whatever its versions.
    RoutineId,
    /// One version of a routine; it never changes.
    RoutineVersionId,
    /// One template of letters that an office made, whatever its versions.
    TemplateId,
    /// One version of a template; it never changes.
    TemplateVersionId,
}
