//! The command line, as `clap` reads it.

mod clocks;
mod handed_on;
mod posting;
mod templates;
mod words;
mod work;

pub use clocks::*;
pub use handed_on::HandedOn;
pub use posting::*;
pub use templates::*;
pub use words::*;
pub use work::*;

use clap::{Parser, Subcommand};
use otvet_cli::globals::Globals;

/// The complaints office without a window: JSON in and out.
#[derive(Debug, Parser)]
#[command(name = "otvet-cli", version, propagate_version = true)]
pub struct Program {
    /// Options that every command takes.
    #[command(flatten)]
    pub globals: Globals,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Terms and rules.
    #[command(subcommand)]
    Deadline(Deadline),
    /// Names, sums and words in Russian.
    #[command(subcommand)]
    Russian(Russian),
    /// Check digits and shapes of requisites.
    #[command(subcommand)]
    Requisites(RequisitesCommand),
    /// The office itself.
    #[command(subcommand)]
    Office(OfficeCommand),
    /// Complaints.
    #[command(subcommand)]
    Complaint(ComplaintCommand),
    /// Mail: read it, or take it in as a complaint.
    #[command(subcommand)]
    Mail(Mail),
    /// Words in any Russian form, anywhere in the register.
    Search(Search),
    /// What to do today.
    Today,
    /// Documents of a case.
    #[command(subcommand)]
    Document(DocumentCommand),
    /// Demands and decisions.
    #[command(subcommand)]
    Demand(DemandCommand),
    /// The incident diary of a case.
    #[command(subcommand)]
    Diary(DiaryCommand),
    /// The clocks of a case: what has to be done by when.
    #[command(subcommand)]
    Clock(ClockCommand),
    /// The papers of an inspection that was offered: what is missing, or all in one file.
    Inspection(InspectionCommand),
    /// Internal notes of a case.
    #[command(subcommand)]
    Note(NoteCommand),
    /// Takes the last change of a case back.
    Undo(UndoChange),
    /// Letters.
    #[command(subcommand)]
    Letter(LetterCommand),
    /// Templates of letters.
    #[command(subcommand)]
    Template(TemplateCommand),
    /// Other forms of an answer: a public reply, a call script, a text message.
    Forms(Forms),
    /// How letters left the office and what became of them.
    #[command(subcommand)]
    Dispatch(DispatchCommand),
    /// An envelope for a letter.
    Envelope(EnvelopeCommand),
    /// Address labels.
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
    /// The journal of actions.
    #[command(subcommand)]
    Journal(Journal),
    /// Copies of the whole office.
    #[command(subcommand)]
    Backup(BackupCommand),
    /// Fills the register with made-up complaints (done by `otvet-workbench`).
    #[command(disable_help_flag = true, hide = true)]
    Seed(HandedOn),
    /// Measures the program beside a rival in the same run (done by `otvet-workbench`).
    #[command(disable_help_flag = true, hide = true)]
    Bench(HandedOn),
}
