//! `otvet-workbench`: what `otvet-cli` is asked for and does not do itself,
//! for it is no part of an office's work. It takes the same words and answers
//! the same way.

mod arguments;

use arguments::{Command, Fuzz, LetterCommand, Program, Seed, Set};
use clap::Parser;
use office::Failure;
use otvet_cli::answer::{Answers, Outcome, Trouble};
use otvet_cli::input;
use otvet_cli::places::Invocation;
use serde_json::json;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;
use workbench::fuzz::{Bout, Ground, READERS, Tally};
use workbench::{bench, body, seeding};

fn main() -> ExitCode {
    let program = Program::parse();
    let mut answers = Answers::new(program.globals.human);
    let done = run(&program, &mut answers).and_then(|()| answers.finish());
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => trouble.report(),
    }
}

fn run(program: &Program, answers: &mut Answers) -> Outcome {
    let invocation = Invocation::of(&program.globals);
    match &program.command {
        Command::Seed(what) => seed(&invocation, what, answers),
        Command::Bench(what) => answers.give(&bench::measured(&what.measure())?),
        Command::Fuzz(what) => fuzz(what, answers),
        Command::Letter(LetterCommand::Set(what)) => set(&invocation, what, answers),
    }
}

fn seed(invocation: &Invocation, what: &Seed, answers: &mut Answers) -> Outcome {
    let office = invocation.office()?;
    let begun = Instant::now();
    let written = seeding::seed(&office, &invocation.by(), what.complaints, what.seed)?;
    answers.give(&json!({
        "complaints": written,
        "seconds": begun.elapsed().as_secs_f64(),
    }))
}

fn fuzz(what: &Fuzz, answers: &mut Answers) -> Outcome {
    let Some(reader) = what.reader else {
        let names: Vec<&str> = READERS.iter().map(|reader| reader.name).collect();
        return answers.give(&names);
    };
    let ground = Ground::new()?;
    let bout = Bout::of(&ground, reader, what.seed)?;
    if let Some(out) = &what.out {
        return input::write(out, &bout.input(what.from));
    }
    let begun = Instant::now();
    let mut tally = Tally::default();
    while begun.elapsed().as_secs() < what.seconds {
        let number = what.from + tally.inputs;
        if let Some(mark) = &what.mark {
            std::fs::write(mark, number.to_string())
                .map_err(|error| Trouble::at_file(mark, &error))?;
        }
        tally.taken += u64::from(bout.read(number));
        tally.inputs += 1;
    }
    answers.give(&tally)
}

fn set(invocation: &Invocation, what: &Set, answers: &mut Answers) -> Outcome {
    let text = input::text(&what.text)?;
    let begun = Instant::now();
    let set = body::set(&text, what.width, invocation.now())
        .map_err(|error| Failure::of("typesetting").with(error))?;
    let ms = begun.elapsed().as_secs_f64() * 1000.0;
    input::write(&what.out, &set.pdf)?;
    if what.out == Path::new("-") {
        return Ok(());
    }
    answers.give(&json!({
        "pages": set.pages,
        "ms": ms,
        "missing_glyphs": set.missing_glyphs,
    }))
}
