//! The rivals of the benches: the same questions asked of the bare tables.

use crate::Office;
use crate::error::Result;

/// How many rows the bare full-text index gives for a word, their number, name
/// and subject read: no filter, no snippet.
///
/// # Errors
/// Those of the register.
pub fn bare_search(office: &Office, word: &str, limit: u32) -> Result<u64> {
    Ok(office
        .register()
        .bare_search(&russian::stem::stem_word(word), limit)?)
}

/// How many rows a bare walk of the index by time of receipt gives, their
/// number, name and subject read.
///
/// # Errors
/// Those of the register.
pub fn bare_page(office: &Office, offset: u64, limit: u32) -> Result<u64> {
    Ok(office.register().bare_page(offset, limit)?)
}
