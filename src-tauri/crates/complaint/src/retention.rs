//! Keeping and erasing: the order that a case be kept, and the grounds on which records go for good.

use crate::field::{FieldFault, FieldProblem, LINE, dated, no_longer, one_line};
use crate::words::vocabulary;
use crate::{Actor, LegalHoldId};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

vocabulary! {
    /// On what ground records are erased. The log of deletions holds the word and nothing of the records.
    ErasureGround {
        /// They lay in the trash.
        Trash = "trash",
        /// The term for which the office keeps them is over.
        TermOver = "term_over",
        /// The person asked for it.
        Request = "request",
        /// The person took back the consent they were kept by.
        ConsentWithdrawn = "consent_withdrawn",
        /// They were kept without a ground.
        Unlawful = "unlawful",
    }
}

/// What is written down of an order that a case be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LegalHoldFields {
    /// Why: a lawsuit, an inspection, a dispute that may come.
    pub reason: String,
    /// Who ordered it: a court, a body, the head.
    pub ordered_by: String,
    /// The last day it binds; until somebody lifts it when absent.
    #[serde(default)]
    pub until: Option<NaiveDate>,
}

impl LegalHoldFields {
    /// Trimmed, as an order is kept.
    ///
    /// # Errors
    /// The first field that can't be kept: no reason, nobody who ordered it, more words than fit, a day that is past.
    pub fn checked(self, today: NaiveDate) -> Result<Self, FieldFault> {
        let line = |name: &str, text: &str| {
            let text = one_line(text);
            if text.is_empty() {
                return Err(FieldFault::of(name, FieldProblem::Missing));
            }
            no_longer(name, &text, LINE)?;
            Ok(text)
        };
        let reason = line("reason", &self.reason)?;
        let ordered_by = line("ordered_by", &self.ordered_by)?;
        if let Some(until) = self.until {
            dated("until", until)?;
            if until < today {
                return Err(FieldFault::of("until", FieldProblem::TooEarly));
            }
        }
        Ok(Self {
            reason,
            ordered_by,
            until: self.until,
        })
    }
}

/// An order that a case be kept, whatever its term and whoever asks: a legal hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LegalHold {
    pub id: LegalHoldId,
    #[serde(flatten)]
    pub fields: LegalHoldFields,
    pub placed_at: DateTime<FixedOffset>,
    /// Who wrote it down.
    pub placed_by: Actor,
    pub lifted_at: Option<DateTime<FixedOffset>>,
    pub lifted_by: Option<Actor>,
}

impl LegalHold {
    /// Whether it forbids erasing on that day.
    pub fn binds(&self, today: NaiveDate) -> bool {
        self.lifted_at.is_none() && self.fields.until.is_none_or(|until| until >= today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn an_order_binds_to_its_last_day_and_until_it_is_lifted() {
        let at = DateTime::parse_from_rfc3339("2026-11-30T10:00:00+03:00").unwrap();
        let fields = LegalHoldFields {
            reason: " иск\nСоколовой ".into(),
            ordered_by: "директор".into(),
            until: Some(day("2026-12-31")),
        };
        let fields = fields.checked(day("2026-11-30")).unwrap();
        assert_eq!(fields.reason, "иск Соколовой");
        let mut hold = LegalHold {
            id: LegalHoldId::new(),
            fields: fields.clone(),
            placed_at: at,
            placed_by: Actor::named("Панова"),
            lifted_at: None,
            lifted_by: None,
        };
        assert!(hold.binds(day("2026-12-31")) && !hold.binds(day("2027-01-01")));
        hold.lifted_at = Some(at);
        assert!(!hold.binds(day("2026-12-01")));
        let past = fields.clone().checked(day("2027-01-01")).unwrap_err();
        assert_eq!(past, FieldFault::of("until", FieldProblem::TooEarly));
        let nobody = LegalHoldFields {
            ordered_by: " ".into(),
            ..fields
        };
        assert_eq!(
            nobody.checked(day("2026-11-30")).unwrap_err().field,
            "ordered_by"
        );
    }
}
