//! `test`: every check there is, in the order in which they fail soonest.

use crate::packages::Purpose;
use crate::pages::{self, npm};
use crate::step::{Outcome, answer, cargo, run, target};
use crate::supplies;
use crate::tally::Tally;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// How much of the checks to run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    Whole,
    /// All but the real window.
    WithoutWindow,
}

/// The whole workspace in every call of cargo, so that nothing is built twice with other features; and no network,
/// for all that is needed has been fetched before.
const WHOLE: &[&str] = &["--offline", "--workspace"];
/// What a test run takes of it. There are no tests in documentation.
const TESTED: &[&str] = &["--lib", "--bins", "--tests"];

/// Where Linux keeps a file system in memory. Tests that found offices take half
/// the time there, for on a disk they mostly wait for it.
const MEMORY: &str = "/dev/shm";
/// What the offices of the tests need there, in KiB, and more.
const ROOM: u64 = 2 << 20;

/// Checks made one after another, all of them even when one fails.
#[derive(Default)]
struct Round {
    tally: Tally,
    took: Vec<(String, u64)>,
    failures: Vec<String>,
}

impl Round {
    /// Makes one check, and gives whether all was well.
    fn check(&mut self, what: &str, make: impl FnOnce(&mut Tally) -> Outcome) -> bool {
        let begun = Instant::now();
        let outcome = make(&mut self.tally);
        let well = outcome.is_ok();
        if let Err(reason) = outcome {
            eprintln!("\nxtask: {reason}");
            self.failures.push(reason);
        }
        let seconds = begun.elapsed().as_secs();
        println!("── {what}: {seconds} s");
        self.took.push((what.to_owned(), seconds));
        well
    }

    fn run(&mut self, what: &str, command: &mut Command) -> bool {
        self.check(what, |_| run(what, command))
    }

    fn listen(&mut self, what: &str, command: &mut Command) -> bool {
        self.check(what, |tally| tally.listen(what, command))
    }

    /// Says what was skipped, how long each check took, and the sums.
    fn close(self, begun: Instant) -> Outcome {
        if !self.tally.reasons.is_empty() {
            println!("\nSkipped:");
        }
        for reason in &self.tally.reasons {
            println!("  {reason}");
        }
        println!();
        for (what, seconds) in &self.took {
            println!("{seconds:>6} s  {what}");
        }
        let seconds = begun.elapsed().as_secs();
        println!(
            "\n{} passed, {} failed, {} skipped, {} min {} s",
            self.tally.passed,
            self.tally.failed,
            self.tally.skipped,
            seconds / 60,
            seconds % 60
        );
        if self.failures.is_empty() {
            Ok(())
        } else {
            Err(self.failures.join("; "))
        }
    }
}

/// Runs the checks and says at the end what each gave.
pub fn all(extent: Extent) -> Outcome {
    let begun = Instant::now();
    let mut round = Round::default();
    supplies::ensure(Purpose::Test)?;
    let seconds = begun.elapsed().as_secs();
    round.took.push(("installing and fetching".into(), seconds));

    round.run("formatting", &mut cargo(&["fmt", "--all", "--check"]));
    round.check("licences", licences);
    round.run("types of the pages", &mut npm(&["run", "check"]));
    // The shell has the pages inside it, so there is nothing to compile before they are built.
    if !round.check("building the pages", |_| pages::build()) {
        return round.close(begun);
    }
    let built = target()?.join("debug");
    let mut build = cargo(&joined(&["build", "--examples"], TESTED));
    lint(&mut build)?;
    let well = round.run("building and linting", &mut build);
    // What the lints refuse is tested all the same.
    if !well
        && !round.run(
            "building without lints",
            &mut cargo(&joined(&["build"], TESTED)),
        )
    {
        return round.close(begun);
    }
    let tested = |words: &[&str], after: &[&str]| {
        let mut command = cargo(&joined(words, after));
        if well {
            lint(&mut command)?;
        }
        Ok::<Command, String>(command)
    };
    // The pages are tested against the real office, which a program of the tests answers from.
    round.listen(
        "tests of the pages",
        npm(&["test"]).env("OTVET_HOST", built.join("otvet-host")),
    );
    let mut tests = tested(&["test", "--no-fail-fast"], TESTED)?;
    if memory_has_room() {
        tests.env("TMPDIR", MEMORY);
    }
    round.listen("Rust tests, the architecture and the journeys", &mut tests);
    if extent == Extent::Whole {
        round.listen(
            "the real window",
            tested(&["test", "--test", "desktop"], &[])?
                .env("OTVET_PROGRAM", built.join("otvet-stand-in")),
        );
    }
    round.close(begun)
}

fn joined<'a>(before: &[&'a str], after: &[&'a str]) -> Vec<&'a str> {
    [before, WHOLE, after].concat()
}

/// Has cargo compile our own crates by clippy's compiler, which says what it finds
/// while it builds: to check all crates first and build them then costs two
/// minutes more on two cores. Each finding fails the build.
fn lint(command: &mut Command) -> Outcome {
    let root =
        answer("rustc", &["--print", "sysroot"]).ok_or("rustc does not say where it lies")?;
    let compiler = Path::new(&root)
        .join("bin")
        .join(format!("clippy-driver{}", std::env::consts::EXE_SUFFIX));
    command
        .env("RUSTC_WORKSPACE_WRAPPER", compiler)
        // As `cargo clippy -- -D warnings` tells it.
        .env(
            "CLIPPY_ARGS",
            "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__",
        );
    Ok(())
}

/// Licences, sources and banned crates, where `cargo deny` is installed: it
/// takes longer to compile than the program, so nobody is made to. The
/// architecture test reads the licences too.
fn licences(tally: &mut Tally) -> Outcome {
    if answer("cargo", &["deny", "--version"]).is_none() {
        tally.skip("licences: cargo-deny is not installed (cargo install cargo-deny)");
        return Ok(());
    }
    run(
        "licences",
        &mut cargo(&["deny", "--offline", "check", "licenses", "bans", "sources"]),
    )
}

/// Whether temporary files of the tests, programs among them, can be kept in memory.
fn memory_has_room() -> bool {
    let free = answer("df", &["--output=avail", MEMORY])
        .and_then(|told| told.split_whitespace().last()?.parse::<u64>().ok());
    let options = answer("findmnt", &["--noheadings", "--output", "OPTIONS", MEMORY]);
    free.is_some_and(|kibibytes| kibibytes >= ROOM)
        && options.is_some_and(|options| options.split(',').all(|option| option != "noexec"))
}
