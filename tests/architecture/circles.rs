//! No file imports one that imports it.

use crate::imports::{Arrows, Sources, arrows};
use acceptance::top;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Reads every target of every crate of the workspace.
fn workspace(top: &Path) -> Sources {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(top)
        .output()
        .expect("cargo metadata");
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON of cargo metadata");
    let mut sources = Sources::default();
    let packages = told["packages"].as_array().expect("packages");
    let targets = packages
        .iter()
        .flat_map(|package| package["targets"].as_array());
    for target in targets.flatten() {
        let root = Path::new(target["src_path"].as_str().expect("a root file"));
        let root = root.strip_prefix(top).expect("a file of the checkout");
        let name = target["name"].as_str().expect("a name").replace('-', "_");
        let library = (target["kind"][0] == "lib").then_some(name.as_str());
        sources.add(library, root, &|path| {
            fs::read_to_string(top.join(path)).ok()
        });
    }
    sources
}

/// What can be reached from a file by the arrows, itself only if there is a way back.
fn reached<'s>(from: &'s Path, arrows: &Arrows<'s>) -> BTreeSet<&'s Path> {
    let mut seen = BTreeSet::new();
    let mut next = vec![from];
    while let Some(file) = next.pop() {
        for to in arrows.get(file).into_iter().flat_map(BTreeMap::keys) {
            if seen.insert(*to) {
                next.push(to);
            }
        }
    }
    seen
}

/// The groups of files of which each reaches every other.
pub fn circles<'s>(arrows: &Arrows<'s>) -> Vec<BTreeSet<&'s Path>> {
    let reach: BTreeMap<&Path, BTreeSet<&Path>> = arrows
        .keys()
        .map(|file| (*file, reached(file, arrows)))
        .collect();
    let mut circles = Vec::new();
    let mut placed = BTreeSet::new();
    for (file, to) in &reach {
        if to.contains(file) && !placed.contains(file) {
            let back = |other: &&Path| reach.get(other).is_some_and(|to| to.contains(file));
            let circle: BTreeSet<&Path> = to.iter().copied().filter(back).collect();
            placed.extend(circle.iter().copied());
            circles.push(circle);
        }
    }
    circles
}

/// The arrows of a circle, each with the names that draw it.
fn in_words(circle: &BTreeSet<&Path>, arrows: &Arrows) -> String {
    let mut words = format!("{} files in a circle:\n", circle.len());
    for file in circle {
        for (to, by) in arrows.get(file).into_iter().flatten() {
            if circle.contains(to) {
                let by: Vec<&str> = by.iter().map(String::as_str).collect();
                let (file, to, by) = (file.display(), to.display(), by.join(", "));
                words.push_str(&format!("  {file} → {to}: {by}\n"));
            }
        }
    }
    words
}

#[test]
fn no_file_imports_one_that_imports_it() {
    let sources = workspace(top());
    let arrows = arrows(&sources);
    let looked_at = arrows.values().map(BTreeMap::len).sum::<usize>();
    assert!(
        sources.files() > 700 && looked_at > 3000,
        "only {looked_at} imports of {} files were seen",
        sources.files()
    );
    let circles: Vec<String> = circles(&arrows)
        .iter()
        .map(|circle| in_words(circle, &arrows))
        .collect();
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}
