//! What is done in the office: one function per use case, joining the rooms
//! below. Hosts (the window and the command line) call these and nothing else.
//!
//! Every use case takes the open [`Office`], says who does it and when
//! ([`By`]), takes one value and gives one value: JSON in snake case, ids as
//! strings, sums as strings with two decimals, times in RFC 3339, days in ISO
//! 8601. None of them reads a clock, the environment or a locale. Each folder
//! holds what belongs to one thing of an office, the values beside the use cases
//! that speak them.

mod allegation;
mod bundle;
mod canonical;
mod case;
mod clock;
mod document;
mod drafts;
mod error;
mod form;
mod law;
mod letter;
mod office;
mod paper;
mod person;
mod posting;
mod procedure;
mod records;
pub mod reference;
mod retention;
mod sample;
mod setup;
mod signature;
mod template;
mod texts;
#[cfg(feature = "workbench")]
pub mod workbench;

pub use crate::allegation::*;
pub use crate::bundle::*;
pub use crate::case::*;
pub use crate::clock::*;
pub use crate::document::*;
pub use crate::drafts::*;
pub use crate::error::{
    DamagedFile, Failure, FieldProblem, Loss, NAMING, OfficeError, Result, Unapproved,
};
pub use crate::form::*;
pub use crate::law::*;
pub use crate::letter::*;
pub use crate::office::Office;
pub use crate::paper::*;
pub use crate::person::*;
pub use crate::posting::*;
pub use crate::procedure::*;
pub use crate::records::*;
pub use crate::retention::*;
pub use crate::sample::sample_create;
pub use crate::setup::*;
pub use crate::signature::*;
pub use crate::template::*;
pub use ::letter::{
    LABELS_A_SHEET, LONGEST_TEMPLATE_NAME, MOST_COPIES, Reading, Recipient, StandaloneTemplate,
    TemplateWords,
};
pub use deadline::{LONGEST_GOAL, LONGEST_RETENTION, LONGEST_TRASH, ProposedTerm};
pub use intake::MailNotice;
pub use register::{
    Admission, By, InPlace, Keep, KeyringEntry, Locking, LostRows, Op, RecoveryRenewal,
    RegisterError, Unwritable, WayIn, mark_foreign,
};
pub use russian::requisites::{LONG_AREA_CODES, SHORT_AREA_CODES};
