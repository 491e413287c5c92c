//! An office whose files are broken, and one that is asked to read them.

use chrono::{DateTime, FixedOffset, TimeZone};
use complaint::{Actor, ComplaintId};
use office::{By, ComplaintRef, Failure, LetterRef, Office};
use otvet_cli::answer::{Outcome, Trouble};
use std::cell::Cell;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// The folder of one bout: gone when dropped.
pub struct Ground {
    folder: PathBuf,
    pub(super) office: Office,
    /// A case of the sample, and a letter of it that was issued.
    pub(super) case: ComplaintId,
    pub(super) letter: LetterRef,
    made: Cell<u64>,
}

impl Ground {
    /// An office of its own for this process.
    ///
    /// # Errors
    /// Those of founding the sample.
    pub fn new() -> Outcome<Self> {
        let folder = std::env::temp_dir().join(format!("otvet-fuzz-{}", std::process::id()));
        fs::create_dir_all(&folder).map_err(|error| Trouble::at_file(&folder, &error))?;
        let office = office::sample_create(&folder.join("office"), by()?.now)?;
        let page = office::register_page(&office, &by()?, everything())?;
        for row in page.rows {
            let complaint = row.id;
            let card = office::complaint_card(&office, &by()?, ComplaintRef { complaint })?;
            let issued = card.contents.letters.iter().find(|l| l.issued.is_some());
            if let Some(letter) = issued {
                return Ok(Self {
                    folder,
                    case: complaint,
                    letter: LetterRef { letter: letter.id },
                    office,
                    made: Cell::new(0),
                });
            }
        }
        Err(Failure::of("no_letter").into())
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// A name that was not given before.
    pub(super) fn fresh(&self, what: &str) -> PathBuf {
        self.made.set(self.made.get() + 1);
        self.path(&format!("{what}-{}", self.made.get()))
    }

    /// The copy of the office, on a shelf of its own.
    pub(super) fn copy(&self) -> Outcome<PathBuf> {
        let shelf = self.path("shelf");
        if shelf.exists() {
            return first_copy(&shelf);
        }
        let on = |_: u64, _: u64| ControlFlow::Continue(());
        let made = office::backup_create(&self.office, &by()?, &shelf, &on)?;
        Ok(PathBuf::from(made.folder))
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        // What can't be removed now is the system's to remove.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The time of the bouts, so that each sees the same sample.
pub(super) fn by() -> Outcome<By> {
    let east = FixedOffset::east_opt(3 * 3600);
    let now: Option<DateTime<FixedOffset>> =
        east.and_then(|zone| zone.with_ymd_and_hms(2026, 11, 22, 10, 0, 0).single());
    Ok(By {
        actor: Actor::named("workbench"),
        now: now.ok_or_else(|| Failure::of("clock"))?,
    })
}

/// The copy that lies on a shelf.
pub(super) fn first_copy(shelf: &Path) -> Outcome<PathBuf> {
    let at = |error| Trouble::at_file(shelf, &error);
    for entry in fs::read_dir(shelf).map_err(at)? {
        let path = entry.map_err(at)?.path();
        if path.join("manifest.json").exists() {
            return Ok(path);
        }
    }
    Err(Failure::of("no_copy").into())
}

/// A folder with all that lies in it, laid down anew elsewhere.
pub(super) fn laid(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let there = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            laid(&entry.path(), &there)?;
        } else {
            fs::copy(entry.path(), there)?;
        }
    }
    Ok(())
}

/// The first rows of the register.
fn everything() -> office::PageQuery {
    office::PageQuery {
        query: complaint::RegisterQuery::default(),
        offset: 0,
        limit: 100,
    }
}
