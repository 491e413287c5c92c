//! What an office keeps, and the only room that keeps anything.
//!
//! Records pass three doors: the database, the document store and the scratch
//! folder. Every change is one named [`Op`] in one transaction, together with
//! its row in the hash-chained journal; there is no other way to write. Status,
//! next step and nearest dates follow from the facts in the same transaction.

mod alike;
mod approvals;
mod backup;
mod bench;
mod book;
mod bulk;
mod clocks;
mod complaints;
mod counts;
mod database;
mod diary;
mod dispatch;
mod documents;
mod drafts;
mod error;
mod forms;
mod image;
mod journal;
mod letters;
mod list;
mod listing;
mod name_forms;
mod norms;
mod number;
mod paper;
mod person;
mod person_find;
mod read;
mod register;
mod search;
mod share;
mod templates;
mod text;
mod today;
mod trash;
mod typed_number;
mod undo;
mod values;
mod words;
mod work;

pub use alike::{Candidate, Likeness};
pub use backup::Backup;
pub use book::{BookLetter, IncomingRow, OutgoingRow};
pub use bulk::BulkComplaint;
pub use clocks::{
    AnswerLaw, AnswerTerm, Asked, Counter, NewClock, NewEnding, NewPause, OpenAnswer, OpenClock,
    Timed, Undemanding,
};
pub use dispatch::{NewDispatch, NewDispatchEvent};
pub use drafts::Draft;
pub use error::{RegisterError, Result};
pub use forms::{KeptForm, NewForm};
pub use journal::{JournalBreak, JournalCheck, JournalFault, JournalRow, Op};
pub use letters::IssueError;
pub use name_forms::{KeptNameForm, NewNameForm};
pub use norms::{Due, Norm, NormKind, OpenTerm};
pub use number::first_number;
pub use paper::{CheckProgress, ContentUse, DamagedContent, DocumentsCheck};
pub use register::{Opening, Register};
pub use templates::{KeptTemplate, NewTemplateVersion, TemplateVersion};
pub use trash::Erased;
pub use values::{
    Added, ApprovedContent, By, Case, Closing, ComplaintFields, DocumentFields, Done, Letter,
    NewComplaint, NewDemand, NewDiaryEntry, NewDocument, NewLetter, PersonRef, Recorded, SetLetter,
    StoredFile,
};
