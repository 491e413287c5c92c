//! No test is left out of the program that should run it.

use acceptance::top;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The first files of the programs of tests in this workspace.
fn programs() -> BTreeSet<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(top())
        .output()
        .expect("cargo metadata");
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON of cargo metadata");
    let packages = told["packages"].as_array().expect("packages");
    let targets = packages
        .iter()
        .flat_map(|package| package["targets"].as_array().expect("targets"));
    targets
        .filter(|target| target["kind"][0] == "test")
        .map(|target| PathBuf::from(target["src_path"].as_str().expect("a path")))
        .collect()
}

#[test]
fn every_file_of_tests_belongs_to_a_program() {
    let programs = programs();
    let joined: Vec<&PathBuf> = programs
        .iter()
        .filter(|first| first.file_name().is_some_and(|name| name == "main.rs"))
        .collect();
    assert!(joined.len() > 10, "{joined:?}");

    let mut forgotten = Vec::new();
    for first in joined {
        let text = fs::read_to_string(first).expect("a source");
        let folder = first.parent().expect("a folder");
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if programs.contains(&path) || path.extension().is_none_or(|end| end != "rs") {
                continue;
            }
            let name = path.file_stem().expect("a name").to_string_lossy();
            if !text.lines().any(|line| line == format!("mod {name};")) {
                forgotten.push(path);
            }
        }
    }
    assert!(
        forgotten.is_empty(),
        "no program of tests names {forgotten:#?}"
    );
}
