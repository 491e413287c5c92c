//! Changing what a complaint says.

use crate::complaint::fields::complaint_columns;
use crate::database::value::{text, time};
use crate::error::{RegisterError, Result};
use crate::journal::change::{Change, Subject};
use crate::journal::op::{Op, Precondition};
use crate::journal::row_image::Table;
use crate::person::card::{card_columns, complaints_of_card};
use complaint::{CardScope, Complainant, ComplaintFields, ComplaintId, PersonId, Regime};
use rusqlite::types::Value;
use serde_json::json;
use uuid::Uuid;

impl Change<'_> {
    /// Tells in the journal that the rules of a case were asked about and stay; no row of a table changes with it.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Closed`], [`RegisterError::Trashed`].
    pub fn regime_keep(&mut self, complaint: ComplaintId, regime: Regime) -> Result<()> {
        self.for_good(Op::RegimeKeep)?;
        self.on(complaint, Precondition::Open)?;
        self.detail(Op::RegimeKeep, json!({ "regime": regime.as_str() }));
        Ok(())
    }

    /// Changes the fields of a complaint, what is said of the complainant among them. That stands on a card, which
    /// other complaints may show: `scope` says whether theirs is meant too, or this one gets a card of its own.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Conflict`],
    /// [`RegisterError::Closed`], [`RegisterError::Trashed`].
    pub fn complaint_edit(
        &mut self,
        id: ComplaintId,
        expected: Option<i64>,
        fields: &ComplaintFields,
        scope: CardScope,
    ) -> Result<()> {
        let subject = self.on(id, Precondition::Open)?;
        if let Some(expected) = expected.filter(|&expected| expected != subject.version) {
            return Err(RegisterError::Conflict {
                expected,
                found: subject.version,
            });
        }
        if self.update(Table::Complaint, id.0, complaint_columns(fields))? {
            self.reindexed.insert(subject.serial);
        }
        let card = self
            .tx
            .prepare_cached(include_str!("complainant.sql"))?
            .query_row([subject.serial], |row| row.get(0))?;
        let card = PersonId(Uuid::from_bytes(card));
        let said = &fields.matter.complainant;
        match scope {
            CardScope::EveryCase => self.person_edit_everywhere(card, said),
            CardScope::ThisCase => self.person_said(&subject, card, said),
        }
    }

    /// Writes what is said of the complainant in this case, and in no other.
    fn person_said(&mut self, subject: &Subject, card: PersonId, said: &Complainant) -> Result<()> {
        let shared = complaints_of_card(self.tx, card)?.len() > 1;
        if !shared || self.person(card)? == *said {
            return self.person_edit(card, said);
        }
        let own = self.insert(Table::Person, PersonId::new().0, card_columns(said))?;
        let column = vec![("person", Value::Integer(own))];
        self.update(Table::Complaint, subject.id.0, column)?;
        self.reindexed.insert(subject.serial);
        Ok(())
    }

    /// Notes that the receipt was confirmed otherwise than by a letter: a
    /// signed copy, a word on the telephone.
    ///
    /// # Errors
    /// As [`Change::complaint_edit`].
    pub fn complaint_acknowledge(&mut self, id: ComplaintId) -> Result<()> {
        self.on(id, Precondition::Open)?;
        self.update(
            Table::Complaint,
            id.0,
            vec![("acknowledged_at", text(time(self.by.now)))],
        )?;
        Ok(())
    }
}
