//! What the office counts by, as files. They go through dialogs opened here; the page sees the text of a
//! file, never a path.

use crate::failure::Refusal;
use crate::file::{self, SavedFile, read_at_most, save};
use crate::host::Host;
use crate::program::Program;
use crate::texts::texts;
use complaint::Regime;
use office::RegimeRef;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A law pack or a calendar is some tens of kilobytes; more than this is read of no file.
const READ_AT_MOST: u64 = 2 << 20;

/// A file of what the office counts by: the rules of a regime, or without one the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NormFile {
    pub regime: Option<Regime>,
}

/// Asks for a file of rules or of the calendar and reads it; nothing when the dialog was cancelled.
/// What is no text in it is read as far as it is one, for the check to name the line.
pub fn file_open(
    program: &Program,
    host: &dyn Host,
    input: NormFile,
) -> Result<Option<String>, Refusal> {
    let texts = texts(program.language());
    let (title, kind) = match input.regime {
        Some(_) => (texts.law_file, ("TOML", ["toml"].as_slice())),
        None => (texts.calendar_file, ("JSON", ["json"].as_slice())),
    };
    let Some(path) = file::choose(host, title, &[kind]) else {
        return Ok(None);
    };
    let bytes = read_at_most(&path, READ_AT_MOST)?;
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// Asks where to and writes the rules of a regime, or the calendar, as a file.
pub fn file_save(
    program: &Program,
    host: &dyn Host,
    input: NormFile,
) -> Result<SavedFile, Refusal> {
    let office = program.office(host)?;
    let by = program.by(host);
    let (text, name, kind) = match input.regime {
        Some(regime) => (
            office::law_pack_text(&office, &by, RegimeRef { regime })?,
            format!("{}.toml", regime.as_str()),
            ("TOML", ["toml"].as_slice()),
        ),
        None => (
            office::calendar_text(&office, &by)?,
            "calendar.json".to_owned(),
            ("JSON", ["json"].as_slice()),
        ),
    };
    let title = texts(program.language()).norm_save;
    save(host, title, &name, kind, text.as_bytes())
}
