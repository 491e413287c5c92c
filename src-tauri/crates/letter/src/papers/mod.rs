//! The papers around a letter that are no letters: envelopes, labels, the
//! inventory of contents, the receipt for handing over, the index of a case
//! file, the report on a person's data, the record of a destruction of data, the printed register, the cover of the proof of an answer, the sheets of a bundle.
//!
//! All are of our own design. Nothing here looks like a form of the post.

mod bundle_front;
mod case_index;
mod data_report;
mod element;
mod envelope;
mod erasure_act;
mod exhibit_sheet;
mod frame;
mod inspection_cover;
mod inventory;
mod label;
mod proof_cover;
mod receipt;
mod register_book;
pub mod vocabulary;
mod window;

pub use bundle_front::{BundleFront, BundlePart, BundleSum, Happening, bundle_front};
pub use case_index::{CaseIndex, IndexEntry, case_index};
pub use data_report::{
    DataReport, KeptUntil, ReportedCase, ReportedDocument, ReportedLetter, data_report,
};
pub use envelope::{DL_WINDOW, Envelope, EnvelopeSize, Rect, Zones, envelope};
pub use erasure_act::{ErasureAct, erasure_act};
pub use exhibit_sheet::{
    SheetPictures, TextSheets, WithheldSheet, closed_copy, picture_sheets, text_sheets,
    withheld_sheet,
};
pub use frame::{PaperFrame, PaperLetter};
pub use inspection_cover::{InspectionCover, inspection_cover};
pub use inventory::{InventoryPaper, inventory};
pub use label::{LABELS_A_SHEET, LabelForm, MOST_COPIES, labels, next_label};
pub use proof_cover::{ProofCover, ProofJournalRow, ProofPart, proof_cover};
pub use receipt::{Receipt, receipt};
pub use register_book::{
    Gone, IncomingEntry, OutgoingEntry, PrintedHead, RegisterBook, register_book,
};
pub use vocabulary::{paper_phrase, paper_word};
pub use window::{WindowFit, window_fit, window_sheet};
