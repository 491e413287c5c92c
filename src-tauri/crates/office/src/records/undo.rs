//! Undo for the screens that take back nothing but their own changes.

use crate::error::Result;
use crate::office::Office;
use register::{By, Op, RegisterError};

/// Turns a change back, or the undoing of one, if it is of a sort that `belongs` here.
///
/// # Errors
/// [`RegisterError::NothingToUndo`] for a change of another sort, and those of [`register::Register::undo`].
pub(crate) fn undo_of(office: &Office, by: &By, seq: i64, belongs: fn(Op) -> bool) -> Result<()> {
    let mut at = seq;
    let op = loop {
        let row = office.register().journal(at..=at)?.pop();
        let row = row.ok_or(RegisterError::NothingToUndo)?;
        match row.payload.get("undoes").and_then(|undone| undone.as_i64()) {
            Some(undone) => at = undone,
            None => break row.op,
        }
    };
    if !belongs(op) {
        return Err(RegisterError::NothingToUndo.into());
    }
    office.register().undo(by, seq)?;
    Ok(())
}
