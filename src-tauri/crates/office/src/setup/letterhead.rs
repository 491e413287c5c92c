//! The letterhead shown before it is kept: a made-up answer on it, set as
//! every letter is set.

use crate::error::Result;
use crate::letter::frame::head_images;
use crate::office::Office;
use chrono::Datelike;
use complaint::{LetterKind, OfficeProfile};
use letter::{CaseReference, Frame, Images};
use press::Raster;
use register::{By, RegisterError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks how letters look on a letterhead that is not kept yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct LetterheadTry {
    /// The office as the form has it.
    pub profile: OfficeProfile,
    /// Picture points per PDF point: 1.0 is 72 dpi.
    pub scale: f32,
}

/// The first page of a made-up answer on this letterhead, as a PNG. Without an
/// office, as while one is being founded, it has no logo, stamp and signature.
///
/// # Errors
/// [`RegisterError::Pattern`] for a number pattern that gives no number,
/// [`RegisterError::MissingFile`], and those of typesetting.
pub fn letterhead_picture(
    office: Option<&Office>,
    by: &By,
    input: &LetterheadTry,
) -> Result<Vec<u8>> {
    let profile = &input.profile;
    let facts = letter::example_case(LetterKind::FinalGoodwill, profile.language, profile)
        .ok_or(RegisterError::NotFound("complaint"))?;
    let first = |pattern: &str| register::first_number(pattern, facts.today.year());
    let text = letter::compose(LetterKind::FinalGoodwill, profile.language, &facts);
    let printed = press::print(&letter::document(
        &text,
        &Frame {
            number: Some(first(&profile.numbering.outgoing)?),
            date: Some(facts.today),
            office: profile,
            case: CaseReference {
                number: first(&profile.numbering.incoming)?,
                received_on: Some(facts.received_on),
                their_number: facts.matter.their_number.clone(),
                their_date: facts.matter.their_date,
            },
            images: match office {
                Some(office) => head_images(office, profile)?,
                None => Images::default(),
            },
            draft: false,
            created: by.now,
            seed: "letterhead".into(),
            summary: None,
        },
    ))?;
    Ok(Raster::open(printed.pdf)?.page_png(0, input.scale.clamp(0.2, 6.0) * 72.0)?)
}
