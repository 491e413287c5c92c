//! The commands that are no part of an office's work. Another program does
//! them, so that nothing of them is in this one.

use crate::answer::{Outcome, Trouble};
use office::Failure;
use std::env;
use std::path::Path;
use std::process::{Command, ExitStatus};

/// The program that does them; it lies in the same folder as this one.
const PROGRAM: &str = "otvet-workbench";

/// Runs it with all that this program was told. It answers on the same
/// channels, and its exit code is the one given.
pub fn hand_on() -> Outcome {
    let own =
        env::current_exe().map_err(|error| Trouble::at_file(Path::new("otvet-cli"), &error))?;
    let other = own
        .with_file_name(PROGRAM)
        .with_extension(env::consts::EXE_EXTENSION);
    if !other.is_file() {
        let build = "cargo build --release --package workbench";
        let detail = format!("{}: build it with `{build}`", other.display());
        return Err(Failure::of("no_workbench").with(detail).into());
    }
    let mut command = Command::new(&other);
    command.args(env::args_os().skip(1));
    let status = run(&mut command).map_err(|error| Trouble::at_file(&other, &error))?;
    std::process::exit(status.code().unwrap_or(1))
}

/// This process becomes the other, so that whoever ends one ends both.
#[cfg(unix)]
fn run(command: &mut Command) -> std::io::Result<ExitStatus> {
    use std::os::unix::process::CommandExt;
    Err(command.exec())
}

#[cfg(not(unix))]
fn run(command: &mut Command) -> std::io::Result<ExitStatus> {
    command.status()
}
