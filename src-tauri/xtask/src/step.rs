//! Running one outside command after another, each announced by name.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

/// Why a task stopped, in words for the person at the terminal.
pub type Outcome<T = ()> = Result<T, String>;

/// The top of the checkout: where cargo runs this task from, not where it was
/// built, for two checkouts may share their built files.
pub fn top() -> PathBuf {
    let own =
        std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let own = Path::new(&own);
    own.ancestors().nth(2).unwrap_or(own).to_path_buf()
}

/// A command that runs at the top of the checkout.
pub fn command(program: impl AsRef<OsStr>, words: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(words).current_dir(top());
    command
}

/// Cargo itself, the very one that runs this task.
pub fn cargo(words: &[&str]) -> Command {
    let mut command = command(
        std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
        words,
    );
    // What cargo tells `cargo run` about this package would make every other
    // package look changed, and again when cargo is called without this task.
    for (name, _) in std::env::vars_os() {
        let of_this = |start: &str| name.to_string_lossy().starts_with(start);
        if of_this("CARGO_PKG_") || of_this("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// Says what is about to happen and does it; an exit code other than 0 is an error.
pub fn run(what: &str, command: &mut Command) -> Outcome {
    run_with(what, command, |_| {})
}

/// The same, attending to the command while it runs.
pub fn run_with(what: &str, command: &mut Command, attend: impl FnOnce(&mut Child)) -> Outcome {
    println!("\n── {what}");
    let mut child = command
        .spawn()
        .map_err(|reason| format!("{what}: {}: {reason}", command.get_program().display()))?;
    attend(&mut child);
    let status = child.wait().map_err(|reason| format!("{what}: {reason}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{what}: {status}"))
    }
}

/// Does it without a word of what it prints, unless it fails; says how long it took.
pub fn quietly(what: &str, command: &mut Command) -> Outcome {
    let begun = Instant::now();
    let output = command
        .stdin(Stdio::inherit())
        .output()
        .map_err(|reason| format!("{what}: {}: {reason}", command.get_program().display()))?;
    if output.status.success() {
        println!("── {what}: {} s", begun.elapsed().as_secs());
        return Ok(());
    }
    println!(
        "\n── {what}\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    Err(format!("{what}: {}", output.status))
}

/// What a command prints, trimmed; `None` when it can't be run or fails.
pub fn answer(program: &str, words: &[&str]) -> Option<String> {
    let output = command(program, words)
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The folder cargo builds into.
pub fn target() -> Outcome<PathBuf> {
    let text = cargo(&["metadata", "--format-version=1", "--no-deps"])
        .stderr(Stdio::inherit())
        .output()
        .map_err(|reason| format!("cargo metadata: {reason}"))?;
    let told: serde_json::Value = serde_json::from_slice(&text.stdout)
        .map_err(|reason| format!("cargo metadata: {reason}"))?;
    told["target_directory"]
        .as_str()
        .map(PathBuf::from)
        .ok_or_else(|| "cargo metadata names no target folder".into())
}
