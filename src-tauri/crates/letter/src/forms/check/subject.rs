//! What a form is held against.

use crate::case::{CaseForLetter, DemandForLetter};
use crate::forms::form::{Form, LetterBeside};
use crate::forms::lexicon::Lexicon;
use crate::words::phrases::phrases;

/// A form, and all that it may speak of.
pub struct Subject<'a> {
    pub form: &'a Form,
    pub case: &'a CaseForLetter,
    pub letter: &'a LetterBeside,
    /// How its language speaks of decisions.
    pub words: &'a Lexicon,
}

impl Subject<'_> {
    /// What a demand is called in the form's language.
    pub fn title(&self, demand: &DemandForLetter) -> String {
        phrases(self.form.language)
            .demand(demand.fields.kind, self.case.matter.regime, "title")
            .unwrap_or_default()
    }

    /// Words of the case that a form may repeat: what stands in them is said in
    /// the letter as well.
    pub fn said_in_the_case(&self) -> String {
        let decisions = self.case.demands.iter().filter_map(|d| d.decision.as_ref());
        let words = decisions.flat_map(|d| [&d.reasons, &d.ground, &d.action]);
        words
            .chain(self.case.demands.iter().map(|d| &d.fields.detail))
            .chain([
                &self.case.writer_words.findings,
                &self.case.writer_words.measures,
            ])
            .fold(String::new(), |all, one| all + one + "\n")
    }
}
