//! The pages of the window: their packages from npm and their build by Vite.

use crate::step::{Outcome, answer, command, quietly, run, top};
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

/// The oldest Node the build tools of the pages take.
const OLDEST_NODE: u32 = 20;

/// An npm call in `ui`.
pub fn npm(words: &[&str]) -> Command {
    let mut npm = command("npm", words);
    npm.current_dir(top().join("ui"))
        .env("NO_COLOR", "1")
        .env("NO_UPDATE_NOTIFIER", "1");
    npm
}

/// Fetches the packages of the pages when they are not there or not those of the lock file.
pub fn ensure_packages() -> Outcome {
    let told = answer("node", &["--version"])
        .ok_or("Node is not installed: version 20 or newer is needed (nodejs.org)")?;
    let major = told
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|part| part.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST_NODE) {
        return Err(format!(
            "Node {told} is too old: version {OLDEST_NODE} or newer is needed (nodejs.org)"
        ));
    }
    let ui = top().join("ui");
    let fetched = changed(&ui.join("node_modules/.package-lock.json"));
    let wanted = changed(&ui.join("package-lock.json"));
    if fetched.is_some() && fetched >= wanted {
        return Ok(());
    }
    println!("Fetching with npm: the packages of ui/package-lock.json");
    let words = ["ci", "--no-audit", "--no-fund", "--prefer-offline"];
    quietly("npm ci", &mut npm(&words))
}

/// Builds the pages when something in `ui` is newer than the last build.
pub fn ensure_built() -> Outcome {
    let ui = top().join("ui");
    let built = changed(&ui.join("dist/index.html"));
    let newest = [
        "src",
        "public",
        "index.html",
        "vite.config.ts",
        "package-lock.json",
    ]
    .iter()
    .filter_map(|name| newest_under(&ui.join(name)))
    .max();
    if built.is_some() && built >= newest {
        return Ok(());
    }
    build()
}

/// Builds the pages, whatever is there.
pub fn build() -> Outcome {
    run("npm run build", &mut npm(&["run", "build"]))
}

fn changed(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|about| about.modified()).ok()
}

fn newest_under(path: &Path) -> Option<SystemTime> {
    let own = changed(path)?;
    let Ok(entries) = path.read_dir() else {
        return Some(own);
    };
    entries
        .flatten()
        .filter_map(|entry| newest_under(&entry.path()))
        .max()
        .max(Some(own))
}
