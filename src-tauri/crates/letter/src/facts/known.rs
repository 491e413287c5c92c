//! What is spoken of.

use crate::case::{AllegationForLetter, CaseForLetter, DemandForLetter, EarlierLetter, Term};
use crate::words::clean::clean_line;
use crate::words::figures::date;
use complaint::{Language, LetterKind};

/// The case, the language, and the demand that is spoken of, if one is.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    pub case: &'a CaseForLetter,
    pub language: Language,
    /// The demand with its number, counted from 1.
    pub demand: Option<(usize, &'a DemandForLetter)>,
    /// The point of the complaint with its number, counted from 1.
    pub point: Option<(usize, &'a AllegationForLetter)>,
    /// The term of a settlement that is spoken of, if one is.
    pub term: Option<&'a Term>,
}

impl<'a> Facts<'a> {
    pub fn of(case: &'a CaseForLetter, language: Language) -> Self {
        Self {
            case,
            language,
            demand: None,
            point: None,
            term: None,
        }
    }

    /// The same facts, speaking of one demand.
    pub fn about(self, number: usize, demand: &'a DemandForLetter) -> Self {
        Self {
            demand: Some((number, demand)),
            ..self
        }
    }

    /// Number and day of the last letter of that kind that was issued.
    pub(super) fn issued(&self, kind: LetterKind) -> Option<(String, String)> {
        self.last_issued(|l| l.kind == kind)
    }

    /// The last letter of that kind that was issued.
    pub(super) fn issued_letter(&self, kind: LetterKind) -> Option<&EarlierLetter> {
        self.case.earlier.iter().rev().find(|l| l.kind == kind)
    }

    /// Number and day of the last final answer that was issued.
    pub(super) fn issued_answer(&self) -> Option<(String, String)> {
        self.last_issued(|l| l.kind.is_final())
    }

    fn last_issued(&self, is: impl Fn(&EarlierLetter) -> bool) -> Option<(String, String)> {
        let found = self.case.earlier.iter().rev().find(|l| is(l))?;
        Some((clean_line(&found.number), date(found.date, self.language)))
    }
}
