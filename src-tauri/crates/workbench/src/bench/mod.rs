//! The figures of `cargo xtask bench`: each is measured beside a rival in the
//! same run, and given as a ratio to it, for seconds differ between machines.

mod attach;
mod backup;
mod letters;
mod questions;
mod register;

mod typesetter;

use crate::seeding;
use chrono::{DateTime, FixedOffset, TimeZone};
use office::{By, Failure, Office};
use otvet_cli::answer::{Outcome, Trouble};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

#[derive(Clone, Debug)]
pub enum Measure {
    /// A two-page letter, cold and warm.
    Letters,
    /// Lists and search of registers with so many complaints.
    Register(Vec<u64>),
    /// Storing a file of so many mebibytes, and small ones.
    Attach(u64),
    /// Backing up and restoring an office with so many mebibytes of documents.
    Backup(u64),
    /// The typesetter without an office.
    Typesetter,
    /// Each question lists and searches are asked, on registers with so many complaints.
    Questions(Vec<u64>),
}

/// The figures of one measurement.
///
/// # Errors
/// Those of the office, the press and the disk.
pub fn measured(what: &Measure) -> Outcome<Value> {
    match what {
        Measure::Letters => letters::measured(),
        Measure::Register(sizes) => register::measured(sizes),
        Measure::Attach(mebibytes) => attach::measured(*mebibytes),
        Measure::Backup(mebibytes) => backup::measured(*mebibytes),
        Measure::Typesetter => typesetter::measured(),
        Measure::Questions(sizes) => {
            let figures: Outcome<Vec<Value>> =
                sizes.iter().map(|of| questions::measured(*of)).collect();
            Ok(Value::Array(figures?))
        }
    }
}

/// A folder of the bench's own, gone when dropped. It is not of any office, so
/// it lies where the system keeps what is for the moment.
struct Ground(PathBuf);

impl Ground {
    fn new(name: &str) -> Outcome<Self> {
        let folder =
            std::env::temp_dir().join(format!("otvet-bench-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).map_err(|error| Trouble::at_file(&folder, &error))?;
        Ok(Self(folder))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        // What can't be removed now is the system's to remove.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The time the benches take as now, so that each run sees the same registers.
fn by() -> Outcome<By> {
    let east = FixedOffset::east_opt(3 * 3600);
    let now: Option<DateTime<FixedOffset>> =
        east.and_then(|zone| zone.with_ymd_and_hms(2026, 11, 22, 10, 0, 0).single());
    Ok(seeding::by(now.ok_or_else(|| Failure::of("clock"))?))
}

fn new_office(folder: &Path) -> Outcome<Office> {
    Ok(seeding::found(folder, by()?.now)?)
}

fn millis(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1000.0
}

/// The median time of one call in milliseconds.
fn median(times: usize, mut call: impl FnMut() -> Outcome) -> Outcome<f64> {
    let mut took = Vec::with_capacity(times);
    for _ in 0..times {
        let begun = Instant::now();
        call()?;
        took.push(millis(begun));
    }
    took.sort_by(f64::total_cmp);
    Ok(took[took.len() / 2])
}

fn typesetting(error: press::PressError) -> Trouble {
    Failure::of("typesetting").with(error).into()
}

/// How many times the rival's time ours takes.
fn ratio(ours: f64, rival: f64) -> f64 {
    (ours / rival.max(1e-6) * 100.0).round() / 100.0
}

/// A file of bytes that no disk can pack.
fn noise(path: &Path, mebibytes: u64) -> Outcome {
    let fail = |error: std::io::Error| Trouble::at_file(path, &error);
    let mut file = File::create(path).map_err(fail)?;
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut block = vec![0_u8; 1 << 20];
    for _ in 0..mebibytes {
        for eight in block.chunks_exact_mut(8) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            eight.copy_from_slice(&state.to_le_bytes());
        }
        file.write_all(&block).map_err(fail)?;
    }
    file.sync_all().map_err(fail)
}

/// The plainest safe copy: read, hash, write, and see it onto the disk.
fn copy_hashed(from: &Path, to: &Path) -> Outcome<u64> {
    let mut source = File::open(from).map_err(|error| Trouble::at_file(from, &error))?;
    let fail = |error: std::io::Error| Trouble::at_file(to, &error);
    let mut target = File::create(to).map_err(fail)?;
    let mut hash = Sha256::new();
    let mut block = vec![0_u8; 1 << 20];
    let mut bytes = 0;
    loop {
        let read = source.read(&mut block).map_err(fail)?;
        if read == 0 {
            break;
        }
        hash.update(&block[..read]);
        target.write_all(&block[..read]).map_err(fail)?;
        bytes += read as u64;
    }
    std::hint::black_box(hash.finalize());
    target.sync_all().map_err(fail)?;
    Ok(bytes)
}
