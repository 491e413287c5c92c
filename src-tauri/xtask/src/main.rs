//! `cargo xtask run | test | bench | fuzz | bundle | types`: sets up what is missing on this machine, then does it.
// What it prints is what it is for.
#![allow(clippy::print_stdout)]

mod bench;
mod bundle;
mod dictionaries;
mod fuzz;
mod open;
mod packages;
mod pages;
mod step;
mod supplies;
mod tally;
mod test;
mod types;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run [--release]   build the program and open its window
cargo xtask test [--fast]     every check there is; --fast leaves out the real window
cargo xtask bench [NAME …]    the figures: window, letters, register, attach, backup
cargo xtask fuzz [READER …]   broken files for all that reads strangers' bytes; --seconds N, --seed N
cargo xtask bundle            make the .deb
cargo xtask types             write ui/src/backend/types anew from the Rust types

Everything that is missing on Debian or Ubuntu is installed first, and named in one line before.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["run"] => open::run(false),
        ["run", "--release"] => open::run(true),
        ["test"] => test::all(test::Extent::Whole),
        ["test", "--fast"] => test::all(test::Extent::WithoutWindow),
        ["bench", names @ ..] => bench::run(names),
        ["fuzz", words @ ..] => fuzz::run(words),
        ["bundle"] => bundle::deb(),
        ["types"] => types::write(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("\nxtask: {reason}");
            ExitCode::FAILURE
        }
    }
}
