//! The office's own words, changed where the window's underlining is to know them too.

use crate::failure::Refusal;
use crate::host::Host;
use crate::program::Program;
use crate::underlining;
use office::{OfficeInfo, OwnWord};

/// Takes a word among the office's own, and no longer underlines it.
pub fn word_add(program: &Program, host: &dyn Host, input: OwnWord) -> Result<OfficeInfo, Refusal> {
    let office = program.office(host)?;
    let info = office::word_add(&office, &program.by(host), &input)?;
    underlining::learn(&program.folders().config, Some(&office));
    Ok(info)
}

/// Takes a word out of the office's own, and underlines it again.
pub fn word_remove(
    program: &Program,
    host: &dyn Host,
    input: OwnWord,
) -> Result<OfficeInfo, Refusal> {
    let office = program.office(host)?;
    let info = office::word_remove(&office, &program.by(host), &input)?;
    underlining::forget(&program.folders().config, &input.word);
    Ok(info)
}
