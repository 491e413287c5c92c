//! A complaint taken in together with the files that came with it.

use crate::case::registration::{checked, take_in};
use crate::case::values::{Added, NewComplaint};
use crate::document::incoming::{IncomingFile, stored};
use crate::error::Result;
use crate::office::Office;
use register::By;
use std::io::Read;
use std::ops::ControlFlow;

/// As [`crate::complaint_add`], with files as its first documents: all of it is one change. The contents are
/// stored before the number is given, so that a full disk leaves no half complaint.
///
/// # Errors
/// As [`crate::complaint_add`] and [`crate::documents_add`].
pub fn complaint_add_with<R: Read>(
    office: &Office,
    by: &By,
    input: NewComplaint,
    files: Vec<IncomingFile<R>>,
    progress: &dyn Fn(usize, u64) -> ControlFlow<()>,
) -> Result<Added> {
    // What is refused says so before two gigabytes are read.
    checked(office, by, input.clone())?;
    take_in(office, by, input, &stored(office, files, progress)?)
}
