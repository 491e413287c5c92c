//! What stands around the text of a letter: its number and date, the letterhead and its images.

use crate::document::content::content_bytes;
use crate::error::Result;
use crate::letter::content::content;
use crate::letter::summary::Issuing;
use crate::office::Office;
use complaint::OfficeProfile;
use letter::{CaseReference, Frame, Images, LetterText};
use register::{Case, Letter};

/// What stands around the text. A draft carries no number and no date.
pub(crate) fn frame<'a>(
    letter: &Letter,
    case: &Case,
    profile: &'a OfficeProfile,
    images: Images,
    issued: Option<Issuing<'_>>,
) -> Frame<'a> {
    let complaint = &case.contents.complaint;
    let incoming = CaseReference {
        number: complaint.number.clone(),
        received_on: Some(complaint.fields.received_at.date_naive()),
        their_number: complaint.fields.matter.their_number.clone(),
        their_date: complaint.fields.matter.their_date,
    };
    let inquiry = content(letter)
        .map(|kept| kept.choices.writer_words.particulars.inquiry)
        .unwrap_or_default();
    Frame {
        number: issued.map(|issued| issued.number.to_owned()),
        date: issued.map(|issued| issued.at.date_naive()),
        office: profile,
        case: CaseReference::of(letter.summary.kind, incoming, &inquiry),
        images,
        draft: issued.is_none(),
        created: issued.map_or(letter.summary.changed_at, |issued| issued.at),
        seed: letter.summary.id.to_string(),
        summary: profile
            .letterhead
            .summary
            .then(|| crate::letter::summary::summary(letter, case, issued)),
    }
}

/// The images of the letterhead and the photographs of the text, from the
/// document store.
///
/// # Errors
/// [`register::RegisterError::MissingFile`].
pub(crate) fn images(
    office: &Office,
    profile: &OfficeProfile,
    case: &Case,
    text: &LetterText,
) -> Result<Images> {
    Ok(Images {
        figures: crate::letter::exhibits::pictures(office, case, text)?,
        ..head_images(office, profile)?
    })
}

/// The images of the letterhead, from the document store.
///
/// # Errors
/// [`register::RegisterError::MissingFile`].
pub(crate) fn head_images(office: &Office, profile: &OfficeProfile) -> Result<Images> {
    let head = &profile.letterhead;
    let read = |sha: &Option<String>| -> Result<Option<Vec<u8>>> {
        sha.as_deref()
            .map(|sha| content_bytes(office, sha))
            .transpose()
    };
    Ok(Images {
        logo: read(&head.logo)?,
        stamp: if head.use_images {
            read(&head.stamp)?
        } else {
            None
        },
        signature: if head.use_images {
            read(&head.signature)?
        } else {
            None
        },
        figures: Vec::new(),
    })
}
