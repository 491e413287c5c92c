//! `bench`: the figures, each beside a rival measured in the same run.

use crate::packages::{self, Purpose};
use crate::pages;
use crate::step::{Outcome, cargo, run as step, target};

/// Benches of the headless program, by the name it knows them under.
const HEADLESS: &[&str] = &["letters", "register", "attach", "backup"];

/// Runs the named benches, or all of them.
pub fn run(names: &[&str]) -> Outcome {
    let known = |name: &&str| *name == "window" || HEADLESS.contains(name);
    if let Some(stranger) = names.iter().find(|name| !known(name)) {
        return Err(format!(
            "there is no bench {stranger}; there are window, {}",
            HEADLESS.join(", ")
        ));
    }
    let wanted = |name: &str| names.is_empty() || names.contains(&name);
    let built = target()?.join("release");

    if HEADLESS.iter().any(|name| wanted(name)) {
        step(
            "the headless program",
            &mut cargo(&["build", "--release", "--package", "otvet-cli"]),
        )?;
        for name in HEADLESS.iter().filter(|name| wanted(name)) {
            let mut bench = std::process::Command::new(built.join("otvet-cli"));
            step(name, bench.args(["bench", name, "--json"]))?;
        }
    }
    if wanted("window") {
        packages::ensure(Purpose::Test)?;
        pages::ensure_packages()?;
        pages::ensure_built()?;
        let words = [
            "build",
            "--release",
            "--package",
            "otvet",
            "--bin",
            "otvet",
            "--example",
            "empty_window",
        ];
        step("the program and an empty window", &mut cargo(&words))?;
        let words = [
            "test",
            "--package",
            "acceptance",
            "--test",
            "window_bench",
            "--",
            "--nocapture",
        ];
        step("window", cargo(&words).env("OTVET_BENCH_PROGRAMS", &built))?;
    }
    Ok(())
}
