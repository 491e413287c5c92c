//! The command line, as `clap` reads it.

mod allegation;
mod bundle;
mod clocks;
mod complaint;
mod handed_on;
mod letter;
mod names;
mod office;
mod posting;
mod procedure;
mod retention;
mod templates;
mod words;

pub use self::complaint::*;
pub use self::letter::*;
pub use self::office::*;
pub use allegation::*;
pub use bundle::*;
pub use clocks::*;
pub use handed_on::HandedOn;
pub use names::*;
pub use posting::*;
pub use procedure::*;
pub use retention::*;
pub use templates::*;
pub use words::*;

use clap::{Parser, Subcommand};
use otvet_cli::globals::Globals;

/// The complaints office without a window: JSON in and out.
#[derive(Debug, Parser)]
#[command(name = "otvet-cli", version, propagate_version = true)]
pub struct Program {
    /// Options that every command takes.
    #[command(flatten)]
    pub globals: Globals,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Counts terms, and lists the rules they come from.
    #[command(subcommand)]
    Deadline(Deadline),
    /// Puts Russian names into a case, sums into words, words into stems.
    #[command(subcommand)]
    Russian(Russian),
    /// Checks requisites by their digits and shapes.
    #[command(subcommand)]
    Requisites(RequisitesCommand),
    /// Founds an office, or tells how it stands.
    #[command(subcommand)]
    Office(OfficeCommand),
    /// Takes complaints in, lists and shows them, closes and trashes them.
    #[command(subcommand)]
    Complaint(ComplaintCommand),
    /// Mail: read it, or take it in as a complaint.
    #[command(subcommand)]
    Mail(Mail),
    /// Finds cases by words in any grammatical form, or by their number.
    Search(Search),
    /// What to do today, and by when.
    Today,
    /// Adds documents to a case, and verifies those that are stored.
    #[command(subcommand)]
    Document(DocumentCommand),
    /// What is demanded, and what the office decides on it.
    #[command(subcommand)]
    Demand(DemandCommand),
    /// What the complainant states, point by point, and what was established of it.
    #[command(subcommand)]
    Allegation(AllegationCommand),
    /// The incident diary of a case.
    #[command(subcommand)]
    Diary(DiaryCommand),
    /// The clocks of a case: what has to be done by when.
    #[command(subcommand)]
    Clock(ClockCommand),
    /// The papers of an inspection that was offered: what is missing, or all in one file.
    Inspection(InspectionCommand),
    /// The steps of a case: done, skipped, assigned, added.
    #[command(subcommand)]
    Step(StepCommand),
    /// Procedures as the office has them, and the way back to the program's own.
    #[command(subcommand)]
    Procedure(ProcedureCommand),
    /// Checklists of the office's own, and those put on a case.
    #[command(subcommand)]
    Checklist(ChecklistCommand),
    /// Internal notes of a case.
    #[command(subcommand)]
    Note(NoteCommand),
    /// Takes the last change of a case back.
    Undo(UndoChange),
    /// Drafts, checks, approves and issues letters, and says that they left.
    #[command(subcommand)]
    Letter(LetterCommand),
    /// Lists, writes and reads templates of letters.
    #[command(subcommand)]
    Template(TemplateCommand),
    /// Other forms of an answer: a public reply, a call script, a text message.
    Forms(Forms),
    /// How letters left the office and what became of them.
    #[command(subcommand)]
    Dispatch(DispatchCommand),
    /// An envelope for a letter.
    Envelope(EnvelopeCommand),
    /// Address labels on a sheet of A4 or one a page.
    Label(LabelCommand),
    /// The inventory of contents, in two copies.
    Inventory(InventoryCommand),
    /// A receipt to be signed when a letter is handed over.
    Receipt(PaperOut),
    /// The index of a case file.
    Index(IndexCommand),
    /// The proof of an answer.
    #[command(subcommand)]
    Proof(ProofCommand),
    /// The papers of a case put together: one PDF, a folder, files for a court or the post; redacted.
    Bundle(BundleCommand),
    /// The journal of actions.
    #[command(subcommand)]
    Journal(Journal),
    /// Complaints and documents that were deleted.
    #[command(subcommand)]
    Trash(TrashCommand),
    /// For how long records are kept, what is due to go, the log of deletions.
    #[command(subcommand)]
    Retention(RetentionCommand),
    /// What is held of one person: the report, and erasing it.
    #[command(subcommand)]
    Person(PersonCommand),
    /// Makes copies of the whole office, and an office from a copy.
    #[command(subcommand)]
    Backup(BackupCommand),
    /// Fills the register with made-up complaints (done by `otvet-workbench`).
    #[command(disable_help_flag = true, hide = true)]
    Seed(HandedOn),
    /// Measures the program beside a rival in the same run (done by `otvet-workbench`).
    #[command(disable_help_flag = true, hide = true)]
    Bench(HandedOn),
}
