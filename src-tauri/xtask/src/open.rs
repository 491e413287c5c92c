//! `run`: build all and open the window.

use crate::packages::Purpose;
use crate::pages;
use crate::step::{Outcome, cargo, command, run as step, target};
use crate::supplies;

/// Builds the program and opens its window; ends when the window is closed.
pub fn run(release: bool) -> Outcome {
    supplies::ensure(Purpose::Build)?;
    pages::ensure_built()?;
    // The window starts the drawing program, which it looks for beside itself.
    let mut words = vec!["build", "--package", "otvet", "--package", "otvet-pages"];
    if release {
        words.push("--release");
    }
    step("the programs", &mut cargo(&words))?;
    let built = target()?.join(if release { "release" } else { "debug" });
    step("the window", &mut command(built.join("otvet"), &[]))
}
