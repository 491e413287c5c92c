//! The preview: the very bytes that would be issued, set anew as one types, and
//! their pages as pictures.

use crate::document::content::content_bytes as content;
use crate::error::{OfficeError, Result};
use crate::letter::facts::case_for_letter;
use crate::letter::frame::{frame, images};
use crate::letter::values::{LetterTextSave, Preview};
use crate::office::Office;
use complaint::LetterState;
use letter::Finding;
use press::{Raster, Warning};
use register::By;
use sha2::{Digest, Sha256};
use std::sync::{Arc, PoisonError};

/// Sets the text as it stands in the editor; for an issued letter, shows the
/// frozen bytes whatever the text says.
///
/// # Errors
/// Those of the register and of typesetting.
pub fn letter_preview(office: &Office, by: &By, input: &LetterTextSave) -> Result<Preview> {
    let (pdf, findings, missing_glyphs) = set(office, by, input)?;
    shown(office, pdf, findings, missing_glyphs)
}

/// Keeps a file that was set, so that its pages can be asked for.
pub(crate) fn shown(
    office: &Office,
    pdf: Vec<u8>,
    findings: Vec<Finding>,
    missing_glyphs: String,
) -> Result<Preview> {
    let key: String = Sha256::digest(&pdf)[..16]
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    let kept = || {
        office
            .previews()
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    };
    let known = kept().get(&key);
    let raster = match known {
        Some(raster) => raster,
        None => Arc::new(Raster::open(pdf)?),
    };
    let pages = u32::try_from(raster.page_count()).unwrap_or(u32::MAX);
    kept().put(key.clone(), raster);
    Ok(Preview {
        key,
        pages,
        findings,
        missing_glyphs,
    })
}

/// The bytes that the preview shows.
///
/// # Errors
/// Those of the register and of typesetting.
pub fn letter_preview_pdf(office: &Office, by: &By, input: &LetterTextSave) -> Result<Vec<u8>> {
    Ok(set(office, by, input)?.0)
}

/// A draft as it would be set, and the facts it is checked against.
pub(crate) fn laid_out(
    office: &Office,
    by: &By,
    letter: &register::Letter,
    text: &letter::LetterText,
) -> Result<(press::Document, letter::CaseForLetter)> {
    let register = office.register();
    let case = register.case(letter.complaint)?;
    let profile = register.profile()?;
    let mut kept = crate::letter::content::content(letter)?;
    kept.text = text.clone();
    let mut facts = case_for_letter(office, &case, &profile, &kept.choices, by.now.date_naive());
    facts.replaces = crate::letter::choices::replaced(&case, &letter.summary);
    let images = images(office, &profile, &case, text)?;
    let frame = frame(letter, &case, &profile, images, None);
    let mut document = letter::document(text, &frame);
    let approved = crate::letter::approved::printed(&profile, letter, &kept, &facts)?;
    document.executor.splice(0..0, approved);
    Ok((document, facts))
}

/// The PDF, what the check found in the text, and the characters no font has.
fn set(
    office: &Office,
    by: &By,
    input: &LetterTextSave,
) -> Result<(Vec<u8>, Vec<Finding>, String)> {
    let register = office.register();
    let letter = register.letter(input.letter)?;
    if letter.summary.state == LetterState::Draft {
        let (document, facts) = laid_out(office, by, &letter, &input.text)?;
        let printed = press::print(&document)?;
        let mut findings = letter::check(&input.text, &facts);
        let behind = crate::letter::behind::behind(office, &input.text, &facts)?;
        findings.extend(letter::outdated(&behind));
        findings.extend(unread(&input.text));
        Ok((printed.pdf, findings, missing(&printed.warnings)))
    } else {
        let issued = letter
            .summary
            .issued
            .as_ref()
            .ok_or(OfficeError::NoPreview)?;
        Ok((content(office, &issued.sha256)?, Vec::new(), String::new()))
    }
}

/// The grounds that a letter takes from the program's list and that nobody read in the act.
pub(crate) fn unread(text: &letter::LetterText) -> Vec<Finding> {
    letter::unread_grounds(text, |words| {
        let found = deadline::unread_grounds(words).into_iter();
        found
            .map(|ground| (ground.words_ru.as_str(), ground.words_en.as_str()))
            .collect()
    })
}

/// The characters that no font has.
pub(crate) fn missing(warnings: &[Warning]) -> String {
    warnings
        .iter()
        .filter_map(|notice| match notice {
            Warning::MissingGlyphs { characters } => Some(characters.as_str()),
            Warning::Overfull { .. } => None,
        })
        .collect()
}

/// All pages of a finished PDF as PNGs, at `dpi` dots an inch.
///
/// # Errors
/// Those of drawing.
pub fn pages_drawn(pdf: Vec<u8>, dpi: f32) -> Result<Vec<Vec<u8>>> {
    let raster = Raster::open(pdf)?;
    let pages = (0..raster.page_count()).map(|page| Ok(raster.page_png(page, dpi)?));
    pages.collect()
}

/// One page as a PNG; `scale` is picture points per PDF point.
///
/// # Errors
/// [`OfficeError::NoPreview`] when the key is gone or there is no such page.
pub fn letter_page(office: &Office, key: &str, page: u32, scale: f32) -> Result<Vec<u8>> {
    let raster = office
        .previews()
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .get(key)
        .ok_or(OfficeError::NoPreview)?;
    let page = usize::try_from(page).unwrap_or(usize::MAX);
    if page >= raster.page_count() {
        return Err(OfficeError::NoPreview);
    }
    let scale = if scale.is_finite() {
        scale.clamp(0.2, 6.0)
    } else {
        1.0
    };
    Ok(raster.page_png(page, scale * 72.0)?)
}
