//! `bench`: the figures, each beside a rival measured in the same run.

use crate::packages::Purpose;
use crate::pages;
use crate::step::{Outcome, cargo, run as step, target};
use crate::supplies;

/// Benches of the workbench, by the name it knows them under.
const WITHOUT_WINDOW: &[&str] = &["letters", "register", "attach", "backup", "lock", "matrix"];

pub fn run(names: &[&str]) -> Outcome {
    let known = |name: &&str| *name == "window" || WITHOUT_WINDOW.contains(name);
    if let Some(unknown) = names.iter().find(|name| !known(name)) {
        return Err(format!(
            "there is no bench {unknown}; there are window, {}",
            WITHOUT_WINDOW.join(", ")
        ));
    }
    let wanted = |name: &str| names.is_empty() || names.contains(&name);
    let built = target()?.join("release");

    if WITHOUT_WINDOW.iter().any(|name| wanted(name)) {
        step(
            "the workbench and the drawing program",
            &mut cargo(&[
                "build",
                "--release",
                "--package",
                "workbench",
                "--package",
                "otvet-pages",
            ]),
        )?;
        for name in WITHOUT_WINDOW.iter().filter(|name| wanted(name)) {
            let mut bench = std::process::Command::new(built.join("otvet-workbench"));
            step(name, bench.args(["bench", name, "--json"]))?;
        }
    }
    if wanted("window") {
        supplies::ensure(Purpose::Test)?;
        pages::ensure_built()?;
        let words = [
            "build",
            "--release",
            "--package",
            "otvet",
            "--package",
            "otvet-cli",
            "--package",
            "otvet-pages",
            "--bins",
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
