//! `run`: build all and open the window.

use crate::packages::Purpose;
use crate::pages;
use crate::step::{Outcome, cargo, run as step};
use crate::supplies;

/// Builds the program and opens its window; ends when the window is closed.
pub fn run(release: bool) -> Outcome {
    supplies::ensure(Purpose::Build)?;
    pages::ensure_built()?;
    let mut words = vec!["run", "--package", "otvet", "--bin", "otvet"];
    if release {
        words.push("--release");
    }
    step("cargo run", &mut cargo(&words))
}
