//! A backup and a restore, beside `cp -a` of the same office with a `sync` after it.

use super::attach::{attach, one_complaint};
use super::files::noise;
use super::ground::{Ground, by, new_office};
use super::timing::{millis, ratio};
use crate::seeding;
use otvet_cli::answer::{Outcome, Trouble};
use serde_json::{Value, json};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// Complaints in the office that is backed up.
const COMPLAINTS: u64 = 2_000;
/// Documents on one case.
const ON_A_CASE: u64 = 25;
/// Every so many documents is a scan of some pages, the others are of half a mebibyte or one.
const SCAN: u64 = 25;
const SCAN_MEBIBYTES: u64 = 8;

pub fn measured(mebibytes: u64) -> Outcome<Value> {
    let ground = Ground::new("backup")?;
    let folder = ground.path("office");
    let office = new_office(&folder)?;
    seeding::seed(&office, &by()?, COMPLAINTS, 1)?;
    let documents = documents(&ground, &office, mebibytes)?;
    drop(office);

    let mut files = Vec::new();
    walk(&folder, &mut files)?;
    let bytes: u64 = files.iter().map(|(_, bytes)| bytes).sum();
    let mut copies = Vec::new();
    let mut backups = Vec::new();
    let mut again = Vec::new();
    let mut restores = Vec::new();
    let on = |_: u64, _: u64| ControlFlow::Continue(());
    // In turn, so that what else the computer does meets all of them.
    for round in 0..ROUNDS {
        copies.push(copied(&folder, &ground.path(&format!("copy-{round}")))?);
        let office = office::Office::open(&folder, by()?.now)?;
        let shelf = ground.path(&format!("shelf-{round}"));
        sync()?;
        let begun = Instant::now();
        let made = office::backup_create(&office, &by()?, &shelf, &on)?;
        backups.push(millis(begun));
        let begun = Instant::now();
        office::backup_create(&office, &by()?, &shelf, &on)?;
        again.push(millis(begun));
        drop(office);
        sync()?;
        let begun = Instant::now();
        let to = ground.path(&format!("restored-{round}"));
        office::backup_restore(Path::new(&made.folder), &to, &on)?;
        restores.push(millis(begun));
    }
    let [copy_ms, backup_ms, again_ms, restore_ms] = [copies, backups, again, restores].map(middle);
    let speed = |ms: f64| (bytes as f64 / 1048.576 / ms).round();
    Ok(json!({
        "bench": "backup",
        "complaints": COMPLAINTS,
        "documents": documents,
        "bytes": bytes,
        "rounds": ROUNDS,
        "copy_ms": copy_ms,
        "copy_mib_s": speed(copy_ms),
        "backup_ms": backup_ms,
        "backup_mib_s": speed(backup_ms),
        "backup_again_ms": again_ms,
        "restore_ms": restore_ms,
        "restore_mib_s": speed(restore_ms),
        "backup_speed_to_copy": ratio(copy_ms, backup_ms),
        "restore_speed_to_copy": ratio(copy_ms, restore_ms),
    }))
}

const ROUNDS: usize = 3;

fn middle(mut took: Vec<f64>) -> f64 {
    took.sort_by(f64::total_cmp);
    took[took.len() / 2]
}

/// Attaches so many mebibytes of documents, and says how many they are.
fn documents(ground: &Ground, office: &office::Office, mebibytes: u64) -> Outcome<u64> {
    let mut complaint = office::complaint_add(office, &by()?, one_complaint()?)?.id;
    let file = ground.path("document.bin");
    let (mut taken, mut count) = (0, 0);
    while taken < mebibytes {
        let size = if count % SCAN == 0 { SCAN_MEBIBYTES } else { 1 };
        noise(&file, size)?;
        let fail = |error: std::io::Error| Trouble::at_file(&file, &error);
        let mut bytes = fs::read(&file).map_err(fail)?;
        // No two are alike, and every other small one is half as long.
        bytes[..8].copy_from_slice(&count.to_le_bytes());
        if size == 1 && count % 2 == 0 {
            bytes.truncate(bytes.len() / 2);
        }
        fs::write(&file, &bytes).map_err(fail)?;
        if count > 0 && count % ON_A_CASE == 0 {
            complaint = office::complaint_add(office, &by()?, one_complaint()?)?.id;
        }
        attach(office, complaint, &file)?;
        taken += size;
        count += 1;
    }
    Ok(count)
}

/// How long `cp -a` takes until all of it is on the disk.
fn copied(from: &Path, to: &Path) -> Outcome<f64> {
    sync()?;
    let begun = Instant::now();
    run(Command::new("cp").arg("-a").arg(from).arg(to))?;
    sync()?;
    Ok(millis(begun))
}

fn sync() -> Outcome {
    run(&mut Command::new("sync"))
}

fn run(command: &mut Command) -> Outcome {
    let program = PathBuf::from(command.get_program());
    let fail = |error: std::io::Error| Trouble::at_file(&program, &error);
    let done = command.status().map_err(fail)?;
    if done.success() {
        Ok(())
    } else {
        Err(fail(std::io::Error::other(done.to_string())))
    }
}

fn walk(folder: &Path, files: &mut Vec<(PathBuf, u64)>) -> Outcome {
    let fail = |error: std::io::Error| Trouble::at_file(folder, &error);
    for entry in fs::read_dir(folder).map_err(fail)? {
        let entry = entry.map_err(fail)?;
        let about = entry.metadata().map_err(fail)?;
        if about.is_dir() {
            walk(&entry.path(), files)?;
        } else {
            files.push((entry.path(), about.len()));
        }
    }
    Ok(())
}
