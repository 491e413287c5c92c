//! What an office keeps, and the only room that keeps anything.
//!
//! Records pass three doors: the database, the document store and the scratch
//! folder. They are written in one way: [`Register::transact`] makes a
//! [`Change`] under a named [`Op`], in one transaction, together with its row
//! in the hash-chained journal. Status, next step and nearest dates follow from
//! the facts in the same transaction.
//!
//! Dates that count come in as arguments. Ids are made here, UUIDv7 each: their
//! time part is the machine's own, serves the order of the index alone and is
//! never read back as a date.

mod allegation;
mod among_records;
mod backup;
mod cipher;
mod clock;
mod complaint;
mod database;
mod diary;
mod dispatch;
mod document;
mod draft;
mod erasure;
mod error;
mod form;
mod holding;
mod journal;
mod law;
mod legal_hold;
mod letter;
mod list;
mod number;
mod office;
mod opening;
mod own_files;
mod person;
mod procedure;
mod reading;
mod register;
mod removal;
mod search;
mod store;
mod template;
mod trash;
#[cfg(feature = "workbench")]
mod workbench;

pub use crate::complaint::case::Case;
pub use crate::complaint::closing::Closing;
pub use crate::complaint::demand::NewDemand;
pub use crate::complaint::duplicates::{Candidate, MatchedBy};
pub use crate::complaint::fields::NewComplaint;
pub use crate::complaint::intake::{HandedIn, Recorded};
pub use crate::journal::lost_rows::LostRows;
pub use among_records::is_among_records;
pub use backup::compare::{Beyond, Holding};
pub use backup::content::{LossReason, LostContent};
pub use backup::hold::Hold;
pub use backup::in_place::InPlace;
pub use backup::rehearsal::Rehearsal;
pub use backup::store::Backup;
pub use backup::target::Target;
pub use backup::thin::Thinned;
pub use backup::thinning::{Dated, Keep, staying};
pub use cipher::content::Content;
pub use cipher::keyring::KeyringEntry;
pub use cipher::password::{Locking, RecoveryRenewal};
pub use cipher::way_in::{Admission, PasswordAfter, WayIn};
pub use clock::fields::{NewClock, NewEnding, NewPause, OpenClock, TermRef};
pub use clock::open::OpenAnswer;
pub use clock::term::{AnswerLaw, AnswerTerm, Due, TermCounter, TermToCount, WithoutDemands};
pub use document::fields::NewDocument;
pub use document::verify::{CheckProgress, ContentUse, DamagedContent, DocumentsCheck};
pub use draft::typed::Draft;
pub use erasure::cases::{Doomed, Wiped};
pub use erasure::kept::KeptCase;
pub use erasure::log::LoggedErasure;
pub use erasure::undone::UndoneErasure;
pub use error::{RegisterError, Result};
pub use form::stored::{NewForm, StoredForm};
pub use journal::change::Change;
pub use journal::op::{By, Op};
pub use journal::read::JournalRow;
pub use journal::replay::RowDifference;
pub use journal::transact::Done;
pub use journal::verify::{JournalBreak, JournalCheck, JournalFault};
pub use journal::written::written_columns;
pub use law::norm::{Norm, NormKind};
pub use law::terms::OpenTerm;
pub use letter::approval::ApprovedContent;
pub use letter::fields::{Letter, NewLetter};
pub use letter::issue::{IssueError, TypesetLetter};
pub use list::registration::{GoneLetter, GoneRow, IncomingRow, LoggedLetter, OutgoingRow};
pub use number::pattern::{first_number, starts_anew};
pub use person::matching::agree;
pub use procedure::routine::{RoutineVersion, StoredRoutine};
pub use procedure::steps::StepWriting;
pub use register::{CopyOf, Opening, Register, Unwritable};
pub use store::content::StoredFile;
pub use store::scratch::mark_foreign;
pub use template::version::{
    NewTemplateVersion, StoredTemplate, TemplateVersion, TemplateVersionFields,
};
pub use trash::empty::{Erased, TrashedDocument};
#[cfg(feature = "workbench")]
pub use workbench::{BulkComplaint, TableRows, all_rows};
