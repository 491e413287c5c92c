//! A backup, beside a plain hashed copy of every file of the office.

use super::attach::{attach, one_complaint};
use super::files::{copy_hashed, noise};
use super::ground::{Ground, by, new_office};
use super::timing::{millis, ratio};
use crate::seeding;
use otvet_cli::answer::{Outcome, Trouble};
use serde_json::{Value, json};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Complaints in the office that is backed up.
const COMPLAINTS: u64 = 10_000;
/// Files the documents are cut into.
const FILES: u64 = 16;

pub fn measured(mebibytes: u64) -> Outcome<Value> {
    let ground = Ground::new("backup")?;
    let folder = ground.path("office");
    let office = new_office(&folder)?;
    seeding::seed(&office, &by()?, COMPLAINTS, 1)?;
    let complaint = office::complaint_add(&office, &by()?, one_complaint()?)?.id;
    for n in 0..FILES {
        let file = ground.path(&format!("{n}.bin"));
        noise(&file, (mebibytes / FILES).max(1) + n % 2)?;
        attach(&office, complaint, &file)?;
    }
    let mut files = Vec::new();
    walk(&folder, &mut files)?;
    let copies = ground.path("copies");
    fs::create_dir(&copies).map_err(|error| Trouble::at_file(&copies, &error))?;
    let copied = |round: &str| -> Outcome<u64> {
        let mut bytes = 0;
        for (n, file) in files.iter().enumerate() {
            bytes += copy_hashed(file, &copies.join(format!("{round}-{n}")))?;
        }
        Ok(bytes)
    };
    copied("first")?;
    let begun = Instant::now();
    let bytes = copied("second")?;
    let copy_ms = millis(begun);
    let on = |_: u64, _: u64| ControlFlow::Continue(());
    let begun = Instant::now();
    let made = office::backup_create(&office, &by()?, &ground.path("backups"), &on)?;
    let backup_ms = millis(begun);
    let begun = Instant::now();
    office::backup_restore(Path::new(&made.folder), &ground.path("restored"), &on)?;
    let restore_ms = millis(begun);
    Ok(json!({
        "bench": "backup",
        "complaints": COMPLAINTS,
        "bytes": bytes,
        "files": files.len(),
        "backup_ms": backup_ms,
        "restore_ms": restore_ms,
        "copy_ms": copy_ms,
        "backup_to_copy": ratio(backup_ms, copy_ms),
        "restore_to_copy": ratio(restore_ms, copy_ms),
    }))
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    let fail = |error: std::io::Error| Trouble::at_file(folder, &error);
    for entry in fs::read_dir(folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        if path.is_dir() {
            walk(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
