//! Harm in the midst of every command of the window: a disk that is full, a program that is killed. Afterwards the
//! records are what they were before it or after it, never something between.

mod afterwards;
mod full_disk;
mod killed;

use crate::counted::TABLE;
use crate::counted::asking::Asking;

/// Another password than the one that commands are asked with.
const CHANGED: &str = "сом пеньку не указ 42";
const PASSWORD: &str = "сом пеньку не указ 41";

/// The askings with their places in the table, chosen by the beginnings of their commands: as the variable of this name
/// says, `all` for all of them, or those that are tried whenever tests are.
fn chosen(variable: &str, usual: &str) -> Vec<(usize, &'static Asking)> {
    let said = std::env::var(variable).unwrap_or(usual.to_owned());
    let all = TABLE.iter().copied().flatten().enumerate();
    all.filter(|(_, asking)| {
        let begins = |word: &str| asking.command.starts_with(word);
        said == "all" || said.split(',').any(begins)
    })
    .collect()
}

/// A number out of the environment.
fn number(variable: &str, usual: u64) -> u64 {
    let said = std::env::var(variable).ok();
    said.and_then(|text| text.parse().ok()).unwrap_or(usual)
}
