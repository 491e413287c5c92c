//! `run`: build all and open the window.

use crate::packages::{self, Purpose};
use crate::pages;
use crate::step::{Outcome, cargo, run as step};

/// Builds the program and opens its window; ends when the window is closed.
pub fn run(release: bool) -> Outcome {
    packages::ensure(Purpose::Build)?;
    pages::ensure_packages()?;
    pages::ensure_built()?;
    let mut words = vec!["run", "--package", "otvet", "--bin", "otvet"];
    if release {
        words.push("--release");
    }
    step("cargo run", &mut cargo(&words))
}
