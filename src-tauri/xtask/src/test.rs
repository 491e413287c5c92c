//! `test`: every check there is, in the order in which they fail soonest.

use crate::packages::{self, Purpose};
use crate::pages::{self, npm};
use crate::step::{Outcome, answer, cargo, run, target};
use crate::tally::Tally;
use std::time::Instant;

/// How much of the checks to run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of them.
    Whole,
    /// All but the real window.
    WithoutWindow,
}

/// One feature set for every call of cargo, so that nothing is built twice.
const WHOLE: &[&str] = &["--workspace", "--features", "otvet/dialog-answers"];

/// Runs the checks one after another, all of them even when one fails, and says at the end which did.
pub fn all(extent: Extent) -> Outcome {
    let begun = Instant::now();
    packages::ensure(Purpose::Test)?;
    pages::ensure_packages()?;

    let mut tally = Tally::default();
    let mut failures = Vec::new();
    let mut note = |outcome: Outcome| {
        if let Err(reason) = outcome {
            eprintln!("\nxtask: {reason}");
            failures.push(reason);
        }
    };

    note(run("formatting", &mut cargo(&["fmt", "--all", "--check"])));
    // The shell has the pages inside it, so there is nothing to compile before they are built.
    pages::build()?;
    note(run(
        "clippy",
        &mut cargo(&joined(
            &["clippy", "--all-targets"],
            &["--", "-D", "warnings"],
        )),
    ));
    note(run(
        "clippy of the program as it is shipped",
        &mut cargo(&["clippy", "--workspace", "--", "-D", "warnings"]),
    ));
    note(licences());
    note(run("types of the pages", &mut npm(&["run", "check"])));
    // The pages are tested against the real office, which a program of the tests answers from.
    note(run(
        "building the tests",
        &mut cargo(&joined(&["test", "--no-run"], &[])),
    ));
    let host = target()?.join("debug/otvet-host");
    note(tally.listen("tests of the pages", npm(&["test"]).env("OTVET_HOST", host)));
    note(tally.listen(
        "Rust tests, the architecture and the journeys",
        &mut cargo(&joined(&["test", "--no-fail-fast"], &[])),
    ));
    if extent == Extent::Whole {
        note(tally.listen(
            "the real window",
            &mut cargo(&joined(&["test", "--test", "desktop"], &[])),
        ));
    }

    let seconds = begun.elapsed().as_secs();
    println!(
        "\n{} passed, {} failed, {} min {} s",
        tally.passed,
        tally.failed,
        seconds / 60,
        seconds % 60
    );
    if failures.is_empty() {
        Ok(())
    } else {
        Err(failures.join("; "))
    }
}

fn joined<'a>(before: &[&'a str], after: &[&'a str]) -> Vec<&'a str> {
    before.iter().chain(WHOLE).chain(after).copied().collect()
}

/// Licences, sources and banned crates, where `cargo deny` is installed: it
/// takes longer to compile than the program, so nobody is made to.
fn licences() -> Outcome {
    if answer("cargo", &["deny", "--version"]).is_none() {
        println!(
            "\n── licences: left out, for cargo-deny is not installed (cargo install cargo-deny)"
        );
        return Ok(());
    }
    run(
        "licences",
        &mut cargo(&["deny", "--offline", "check", "licenses", "bans", "sources"]),
    )
}
