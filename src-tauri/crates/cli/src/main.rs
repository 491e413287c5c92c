//! `otvet-cli`: the office without a window, for scripts, scheduled backups
//! and batch work. JSON out, one object or one a line; exit code 0, or 1 with
//! `{"error":{"code","field","detail"}}` on standard error, or 2 for usage.

mod allegations;
mod arguments;
mod bundle;
mod case;
mod clocks;
mod complaints;
mod forms;
mod letters;
mod locking;
mod posting;
mod procedure;
mod records;
mod reference;
mod retention;
mod templates;
mod workbench;

use answer::Answers;
use arguments::{Command, Program};
use clap::Parser;
use otvet_cli::{answer, input, password, places};
use std::process::ExitCode;

fn main() -> ExitCode {
    let program = Program::parse();
    let mut answers = Answers::new(program.globals.human);
    let password = match password::given(&program.globals) {
        Ok(password) => password,
        Err(trouble) => return trouble.report(),
    };
    let invocation = places::Invocation::of(&program.globals).with_password(password);
    let done = run(&program, &invocation, &mut answers).and_then(|()| answers.finish());
    match done {
        Ok(()) => {
            // Whoever reads the answers of a script must not take doubtful records for whole ones.
            if let Some(doubt) = invocation.doubt() {
                answer::warn(doubt);
            }
            ExitCode::SUCCESS
        }
        // Where a copy or a bundle is laid down it is the other disk that is full.
        Err(trouble) if matches!(program.command, Command::Backup(_) | Command::Bundle(_)) => {
            trouble.report()
        }
        Err(trouble) => trouble.of_records_in(&invocation.folder()).report(),
    }
}

fn run(
    program: &Program,
    invocation: &places::Invocation,
    answers: &mut Answers,
) -> answer::Outcome {
    match &program.command {
        Command::Deadline(what) => reference::deadline(invocation, what, answers),
        Command::Russian(what) => reference::russian(what, answers),
        Command::Requisites(what) => reference::requisites(what, answers),
        Command::Office(what) => records::office(invocation, what, answers),
        Command::Complaint(what) => complaints::complaint(invocation, what, answers),
        Command::Mail(what) => complaints::mail(invocation, what, answers),
        Command::Search(what) => complaints::search(invocation, what, answers),
        Command::Today => complaints::today(invocation, answers),
        Command::Document(what) => case::document(invocation, what, answers),
        Command::Demand(what) => case::demand(invocation, what, answers),
        Command::Allegation(what) => allegations::allegation(invocation, what, answers),
        Command::Diary(what) => case::diary(invocation, what, answers),
        Command::Clock(what) => clocks::clock(invocation, what, answers),
        Command::Inspection(what) => clocks::inspection(invocation, what, answers),
        Command::Step(what) => procedure::step(invocation, what, answers),
        Command::Procedure(what) => procedure::procedure(invocation, what, answers),
        Command::Checklist(what) => procedure::checklist(invocation, what, answers),
        Command::Note(what) => case::note(invocation, what, answers),
        Command::Undo(what) => case::undo(invocation, what, answers),
        Command::Forms(what) => forms::forms(invocation, what, answers),
        Command::Letter(what) => letters::letter(invocation, what, answers),
        Command::Template(what) => templates::template(invocation, what, answers),
        Command::Dispatch(what) => posting::dispatch(invocation, what, answers),
        Command::Envelope(what) => posting::envelope(invocation, what, answers),
        Command::Label(what) => posting::label(invocation, what, answers),
        Command::Inventory(what) => posting::inventory(invocation, what, answers),
        Command::Receipt(what) => posting::receipt(invocation, what, answers),
        Command::Index(what) => posting::index(invocation, what, answers),
        Command::Proof(what) => posting::proof(invocation, what, answers),
        Command::Bundle(what) => bundle::bundle(invocation, what, answers),
        Command::Journal(what) => records::journal(invocation, what, answers),
        Command::Trash(what) => records::trash(invocation, what, answers),
        Command::Retention(what) => retention::retention(invocation, what, answers),
        Command::Person(what) => retention::person(invocation, what, answers),
        Command::Backup(what) => records::backup(invocation, what, answers),
        Command::Seed(_) | Command::Bench(_) => workbench::hand_on(),
    }
}
