//! The record of one destruction of data, out of what the log of deletions holds.

use crate::error::Result;
use crate::office::Office;
use crate::retention::copies::holding;
use crate::texts::texts;
use complaint::OfficeProfile;
use letter::{ErasureAct, PaperFrame};
use press::Document;
use register::{By, RegisterError};

/// A name for its file, and the paper.
///
/// # Errors
/// [`RegisterError::NotFound`] where the journal has no erasure in that place.
pub(crate) fn erasure_act_of(
    office: &Office,
    by: &By,
    profile: &OfficeProfile,
    seq: i64,
) -> Result<(String, Document)> {
    let mut all = office.register().erasures(u32::MAX)?.into_iter();
    let row = all.find(|row| row.seq == seq);
    let row = row.ok_or(RegisterError::NotFound("erasure"))?;
    // Copies that were made since hold nothing of it.
    let copies = holding(office)?.into_iter();
    let before = copies.filter(|copy| copy.at.is_some_and(|at| at < row.at));
    let act = ErasureAct {
        seq: row.seq,
        hash: row.hash,
        at: row.at,
        actor: row.actor.0,
        by_itself: row.by_itself,
        ground: row.ground,
        numbers: row.numbers,
        documents_of: row.documents_of,
        letters: row.letters,
        documents: row.documents,
        persons: row.persons,
        copies_until: before.filter_map(|copy| copy.until).max(),
        today: by.now.date_naive(),
    };
    let frame = PaperFrame {
        office: profile,
        language: profile.language,
        created: by.now,
        seed: act.hash.clone(),
    };
    let name = format!("{} {seq}.pdf", texts(profile.language).erasure_act_file);
    Ok((name, letter::erasure_act(&act, &frame)))
}
