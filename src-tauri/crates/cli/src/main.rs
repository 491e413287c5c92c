//! `otvet-cli`: the office without a window, for scripts, scheduled backups
//! and batch work. JSON out, one object or one a line; exit code 0, or 1 with
//! `{"error":{"code","field","detail"}}` on standard error, or 2 for usage.

mod answer;
mod arguments;
mod bench;
mod case;
mod clocks;
mod complaints;
mod forms;
mod input;
mod letters;
mod places;
mod posting;
mod records;
mod reference;
mod templates;

use answer::Answers;
use arguments::{Command, Program};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let program = Program::parse();
    let mut answers = Answers::new(program.globals.human);
    let done = run(&program, &mut answers).and_then(|()| answers.finish());
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => trouble.report(),
    }
}

fn run(program: &Program, answers: &mut Answers) -> answer::Outcome {
    let desk = places::Desk::of(&program.globals);
    match &program.command {
        Command::Deadline(what) => reference::deadline(&desk, what, answers),
        Command::Russian(what) => reference::russian(what, answers),
        Command::Requisites(what) => reference::requisites(what, answers),
        Command::Office(what) => records::office(&desk, what, answers),
        Command::Complaint(what) => complaints::complaint(&desk, what, answers),
        Command::Mail(what) => complaints::mail(&desk, what, answers),
        Command::Search(what) => complaints::search(&desk, what, answers),
        Command::Today => complaints::today(&desk, answers),
        Command::Document(what) => case::document(&desk, what, answers),
        Command::Demand(what) => case::demand(&desk, what, answers),
        Command::Diary(what) => case::diary(&desk, what, answers),
        Command::Clock(what) => clocks::clock(&desk, what, answers),
        Command::Inspection(what) => clocks::inspection(&desk, what, answers),
        Command::Note(what) => case::note(&desk, what, answers),
        Command::Undo(what) => case::undo(&desk, what, answers),
        Command::Forms(what) => forms::forms(&desk, what, answers),
        Command::Letter(what) => letters::letter(&desk, what, answers),
        Command::Template(what) => templates::template(&desk, what, answers),
        Command::Dispatch(what) => posting::dispatch(&desk, what, answers),
        Command::Envelope(what) => posting::envelope(&desk, what, answers),
        Command::Label(what) => posting::label(&desk, what, answers),
        Command::Inventory(what) => posting::inventory(&desk, what, answers),
        Command::Receipt(what) => posting::receipt(&desk, what, answers),
        Command::Index(what) => posting::index(&desk, what, answers),
        Command::Proof(what) => posting::proof(&desk, what, answers),
        Command::Journal(what) => records::journal(&desk, what, answers),
        Command::Backup(what) => records::backup(&desk, what, answers),
        Command::Seed(what) => records::seed(&desk, what, answers),
        Command::Bench(what) => bench::run(what, answers),
    }
}
