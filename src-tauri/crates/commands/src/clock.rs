//! Files about the clocks of cases.

use crate::failure::Refusal;
use crate::file::{SavedFile, save};
use crate::host::Host;
use crate::program::Program;
use crate::texts::texts;
use office::{CalendarFile, InspectionMake};
use std::fs;

/// Puts the papers of an inspection into one file and saves it where the person says. The journal
/// says so only once the file is there.
pub fn inspection_save(
    program: &Program,
    host: &dyn Host,
    input: InspectionMake,
) -> Result<SavedFile, Refusal> {
    let office = program.office(host)?;
    let file = office::inspection_make(&office, &program.by(host), &input)?;
    let title = texts(program.language()).inspection_save;
    let saved = save(host, title, &file.name, ("PDF", &["pdf"]), &file.bytes)?;
    let Some(path) = &saved.saved else {
        return Ok(saved);
    };
    if let Err(error) = office::inspection_made(&office, &program.by(host), &input, &file.bytes) {
        // What the journal does not know of is not left behind.
        let _ = fs::remove_file(path);
        return Err(error.into());
    }
    Ok(saved)
}

/// Asks where to and writes the last days of open cases as a calendar file for other programs.
pub fn calendar_file_save(
    program: &Program,
    host: &dyn Host,
    input: CalendarFile,
) -> Result<SavedFile, Refusal> {
    let text = office::calendar_file(&*program.office(host)?, &program.by(host), input)?;
    let texts = texts(input.language);
    let kind = ("iCalendar", ["ics"].as_slice());
    save(
        host,
        texts.calendar_save,
        texts.calendar_name,
        kind,
        text.as_bytes(),
    )
}
