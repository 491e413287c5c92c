//! The values of one demand and the decision on it.

use super::known::Facts;
use crate::case::DemandForLetter;
use crate::words::clean::{clean, clean_line};
use crate::words::figures::{date, figures, figures_and_words};
use crate::words::phrases::phrases;
use crate::words::sentence::{begins_a_sentence, fragment, paragraphs, sentence};
use complaint::{DemandKind, Language};

impl Facts<'_> {
    /// A value of the demand that is spoken of.
    pub(super) fn demand_value(&self, name: &str) -> Option<String> {
        let (number, demand) = self.demand?;
        let decision = demand.decision.as_ref();
        let sum = |s| figures(s, self.language);
        let phrases = phrases(self.language);
        let phrase = |form: &str| phrases.demand(demand.fields.kind, self.case.matter.regime, form);
        match name {
            "no" => Some(number.to_string()),
            "asks" | "title" | "promise" => phrase(name),
            "detail" => Some(fragment(&clean_line(&demand.fields.detail))),
            "asked" => demand.fields.amount.map(sum),
            "granted" => demand
                .granted()
                .map(|s| figures_and_words(s, self.language)),
            "due" => decision?.due.map(|d| date(d, self.language)),
            "reasons" => Some(paragraphs(&decision?.reasons)),
            "ground" => Some(fragment(&clean_line(&decision?.ground))),
            "action" => Some(self.action(demand, &decision?.action)),
            "due_legal" => demand.due_legal.map(|d| date(d, self.language)),
            "citation" => match self.language {
                Language::Ru => demand.citation.as_deref().map(clean_line),
                Language::En => demand.citation_en.as_deref().map(clean_line),
            },
            "decision" => decision.map(|d| phrases.decision(d.kind)),
            _ => None,
        }
    }

    /// What happens next, as a sentence. What was typed as a part of one gets
    /// words before it.
    fn action(&self, demand: &DemandForLetter, typed: &str) -> String {
        let typed = clean(typed);
        if typed.is_empty() || begins_a_sentence(&typed) {
            return paragraphs(&typed);
        }
        let lead = if demand.fields.kind == DemandKind::Recalculation {
            "how_recalculated"
        } else if demand.fields.kind.asks_money() {
            "how_paid"
        } else {
            "how_done"
        };
        sentence(&format!("{}{typed}", phrases(self.language).lead(lead)))
    }
}
