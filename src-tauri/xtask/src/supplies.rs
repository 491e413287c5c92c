//! What comes over the network before anything can be built, all of it at once.

use crate::dictionaries;
use crate::packages::{self, Purpose};
use crate::pages;
use crate::step::{Outcome, answer, cargo, command, quietly};
use std::process::Stdio;
use std::thread;

/// Installs and fetches what is missing, and says in one line before each what
/// that is: packages of the system, parts of the toolchain, packages of the
/// pages, the dictionaries among them, crates. Where nothing is missing, no network is needed.
pub fn ensure(purpose: Purpose) -> Outcome {
    let missing = packages::missing(purpose);
    missing.announce();
    let outcomes = thread::scope(|scope| {
        let tasks = [
            scope.spawn(|| missing.install()),
            // Node may be among the packages of the system.
            scope.spawn(|| {
                if missing.has_node() {
                    pages::ensure_packages()
                } else {
                    Ok(())
                }
            }),
            scope.spawn(|| toolchain(purpose).and_then(|()| crates())),
        ];
        tasks.map(|task| {
            task.join()
                .unwrap_or_else(|_| Err("a task broke off".into()))
        })
    });
    outcomes.into_iter().collect::<Outcome>()?;
    pages::ensure_packages()?;
    dictionaries::ensure_beside()
}

/// The parts of the toolchain that the checks need.
fn toolchain(purpose: Purpose) -> Outcome {
    let absent: Vec<&str> = [("fmt", "rustfmt"), ("clippy", "clippy")]
        .into_iter()
        .filter(|(tool, _)| {
            purpose == Purpose::Test && answer("cargo", &[tool, "--version"]).is_none()
        })
        .map(|(_, component)| component)
        .collect();
    if absent.is_empty() {
        return Ok(());
    }
    println!("Installing with rustup: {}", absent.join(" "));
    quietly(
        "rustup component add",
        &mut command("rustup", &[&["component", "add"], &absent[..]].concat()),
    )
}

/// The crates of this machine: the lock file names those of every system.
fn crates() -> Outcome {
    let host =
        answer("rustc", &["--print", "host-tuple"]).ok_or("rustc does not name this machine")?;
    let words = ["fetch", "--locked", "--target", &host];
    let there = cargo(&[&words[..], &["--offline"]].concat())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if there {
        return Ok(());
    }
    println!("Fetching with cargo: the crates of Cargo.lock");
    quietly("cargo fetch", &mut cargo(&words))
}
