//! The rivals of the benches: the same questions asked of the bare tables.

use crate::Office;
use crate::error::Result;

/// How many rows the bare index gives for a word: no filter, no snippet, no row read.
///
/// # Errors
/// Those of the register.
pub fn bare_search(office: &Office, word: &str, limit: u32) -> Result<u64> {
    Ok(office
        .register()
        .bare_search(&russian::stem::stem_word(word), limit)?)
}

/// How many rows a bare walk of the index by time of receipt gives.
///
/// # Errors
/// Those of the register.
pub fn bare_page(office: &Office, offset: u64, limit: u32) -> Result<u64> {
    Ok(office.register().bare_page(offset, limit)?)
}
