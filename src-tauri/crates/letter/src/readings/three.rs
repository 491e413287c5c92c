//! Reading a letter as the three do.

use super::points::{Known, POINTS};
use super::reading::{Presence, Reader, Reading, ReadingPoint};
use super::subject::Subject;
use crate::case::CaseForLetter;
use crate::check::check;
use crate::text::LetterText;

/// Reads a letter as the three do.
pub fn readings(letter: &LetterText, case: &CaseForLetter) -> Vec<Reading> {
    let findings = check(letter, case);
    let subject = Subject::new(letter, case, &findings);
    [Reader::Customer, Reader::Inspector, Reader::Judge]
        .into_iter()
        .map(|reader| Reading {
            reader,
            points: POINTS
                .iter()
                .filter(|p| p.raw.reader == reader)
                .map(|p| subject.point(p))
                .collect(),
        })
        .collect()
}

impl Subject<'_> {
    fn point(&self, known: &Known) -> ReadingPoint {
        let raw = &known.raw;
        let applies = raw
            .when
            .iter()
            .all(|either| either.split('|').any(|one| self.is(one)));
        let (seen, place) = match applies.then(|| self.look(known)) {
            None => (Presence::NotApplicable, None),
            Some(Ok(place)) => (Presence::Found, place),
            Some(Err(place)) => (Presence::Missing, place),
        };
        let (block, start, end) = place.unwrap_or((None, 0, 0));
        let advice = |text: &str| match seen {
            Presence::Missing => text.to_owned(),
            Presence::Found | Presence::NotApplicable => String::new(),
        };
        ReadingPoint {
            id: raw.id.clone(),
            seen,
            block,
            start,
            end,
            title_ru: raw.title_ru.clone(),
            title_en: raw.title_en.clone(),
            why_ru: raw.why_ru.clone(),
            why_en: raw.why_en.clone(),
            cure_ru: advice(&raw.cure_ru),
            cure_en: advice(&raw.cure_en),
        }
    }
}
