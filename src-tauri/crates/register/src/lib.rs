//! What an office keeps, and the only room that keeps anything.
//!
//! Records pass three doors: the database, the document store and the scratch
//! folder. They are written in one way: [`Register::transact`] makes a
//! [`Change`] under a named [`Op`], in one transaction, together with its row
//! in the hash-chained journal. Status, next step and nearest dates follow from
//! the facts in the same transaction.

mod backup;
mod bench;
mod bulk;
mod clock;
mod complaint;
mod counting;
mod database;
mod derived;
mod diary;
mod dispatch;
mod document;
mod draft;
mod error;
mod form;
mod journal;
mod law;
mod letter;
mod list;
mod number;
mod office;
mod opening;
mod person;
mod register;
mod search;
mod store;
mod template;
mod transact;
mod trash;
mod undo;

pub use crate::complaint::case::Case;
pub use crate::complaint::closing::Closing;
pub use crate::complaint::demand::NewDemand;
pub use crate::complaint::duplicates::{Candidate, Likeness};
pub use crate::complaint::fields::{ComplaintFields, NewComplaint};
pub use crate::complaint::intake::Recorded;
pub use backup::store::Backup;
pub use bulk::BulkComplaint;
pub use clock::fields::{NewClock, NewEnding, NewPause, OpenClock, Timed};
pub use clock::open::OpenAnswer;
pub use counting::{AnswerLaw, AnswerTerm, Asked, Counter, Due, Undemanding};
pub use diary::entry::NewDiaryEntry;
pub use dispatch::fields::{NewDispatch, NewDispatchEvent};
pub use document::fields::{DocumentFields, NewDocument};
pub use document::verify::{CheckProgress, ContentUse, DamagedContent, DocumentsCheck};
pub use draft::typed::Draft;
pub use error::{RegisterError, Result};
pub use form::kept::{KeptForm, NewForm};
pub use journal::change::Change;
pub use journal::op::{By, Op};
pub use journal::read::JournalRow;
pub use journal::verify::{JournalBreak, JournalCheck, JournalFault};
pub use law::norm::{Norm, NormKind};
pub use law::terms::OpenTerm;
pub use letter::approval::ApprovedContent;
pub use letter::fields::{Letter, NewLetter};
pub use letter::issue::{IssueError, SetLetter};
pub use list::registration::{BookLetter, IncomingRow, OutgoingRow};
pub use number::pattern::first_number;
pub use person::card::PersonRef;
pub use person::name_form::{KeptNameForm, NewNameForm};
pub use register::{Opening, Register};
pub use store::content::StoredFile;
pub use template::version::{KeptTemplate, NewTemplateVersion, TemplateVersion};
pub use transact::Done;
pub use trash::empty::Erased;
