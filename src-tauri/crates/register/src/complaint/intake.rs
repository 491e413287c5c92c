//! Writing a complaint into the register.

use crate::clock::fields::NewClock;
use crate::clock::write::clock_insert;
use crate::complaint::demand::demand_insert;
use crate::complaint::fields::{NewComplaint, complaint_columns};
use crate::database::value::{blob, number_key, text, time};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::Op;
use crate::journal::op::Precondition;
use crate::journal::row_image::{Columns, Table};
use crate::number::counting::{Series, number_take};
use crate::number::pattern::Pattern;
use crate::number::year::counting_year;
use crate::office::profile::profile_of;
use crate::person::matching::match_or_add;
use crate::register::Register;
use complaint::{ComplaintId, Decision, PersonId};
use rusqlite::OptionalExtension;
use rusqlite::types::Value;
use serde_json::json;

/// A complaint as it was just written.
pub(crate) struct InsertedComplaint {
    pub serial: i64,
    pub number: String,
    pub person: PersonId,
}

/// What has happened on a complaint by the time it is written.
pub(crate) struct History<'a> {
    /// More columns of it, the version among them.
    pub columns: Columns,
    /// Decisions on its demands, in their order.
    pub decisions: &'a [Option<Decision>],
}

/// Writes one complaint under its number.
pub(crate) fn complaint_insert(
    change: &mut Change<'_>,
    id: ComplaintId,
    new: &NewComplaint,
    (number, counted): (String, i64),
    since: History<'_>,
) -> Result<InsertedComplaint> {
    let (person_serial, person) = match_or_add(change, new.person, &new.fields.matter.complainant)?;
    let mut row = complaint_columns(&new.fields);
    row.extend([
        ("number", text(number.clone())),
        ("number_key", text(number_key(&number))),
        ("counted", Value::Integer(counted)),
        ("recorded_at", text(time(change.by.now))),
        ("person", Value::Integer(person_serial)),
    ]);
    row.extend(since.columns);
    let serial = change.insert(Table::Complaint, id.0, row)?;
    let mut decisions = since.decisions.iter();
    for (position, demand) in (0i64..).zip(&new.demands) {
        let decision = decisions.next().and_then(Option::as_ref);
        demand_insert(change, serial, position, demand, decision)?;
    }
    Ok(InsertedComplaint {
        serial,
        number,
        person,
    })
}

/// A complaint that was written into the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The caller's, or a new one.
    pub id: ComplaintId,
    /// The incoming number, given for good.
    pub number: String,
    /// The card of the complainant, new or found again.
    pub person: PersonId,
}

impl Register {
    /// The digest that was [noted](Change::handed_in) when the complaint was taken in.
    ///
    /// # Errors
    /// Those of reading the journal.
    pub fn handed_in(&self, id: ComplaintId) -> Result<Option<HandedIn>> {
        let Some(first) = self.journal_of(id, u32::MAX)?.pop() else {
            return Ok(None);
        };
        let noted = |key: &str| first.payload.get(key)?.as_str().map(str::to_owned);
        let in_first_order = || noted(IN_FIRST_ORDER).map(HandedIn::InFirstOrder);
        Ok(noted(CANONICAL)
            .map(HandedIn::Canonical)
            .or_else(in_first_order))
    }
}

/// The digest of what was handed in, lower-case hexadecimal, by what it was taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandedIn {
    /// The fields in the order in which the first programs wrote them.
    InFirstOrder(String),
    /// The fields by name, those that say nothing left out.
    Canonical(String),
}

/// What the journal's row calls a digest over the fields in the order of the first programs.
const IN_FIRST_ORDER: &str = "handed_in";
/// What it calls one over the fields by name.
const CANONICAL: &str = "handed_in_canonical";

impl Change<'_> {
    /// Notes the digest of what was handed in, so that the same handed in again is
    /// told from something else under the same id.
    pub fn handed_in(&mut self, digest: &HandedIn) {
        match digest {
            HandedIn::InFirstOrder(digest) => self.note(IN_FIRST_ORDER, digest.as_str()),
            HandedIn::Canonical(digest) => self.note(CANONICAL, digest.as_str()),
        }
    }

    /// Writes a complaint into the register and gives it its incoming number,
    /// by the office's pattern and the year of the change. `goals` are the
    /// clocks of the office's own terms, which follow the receipt, the
    /// acknowledgement and the answer.
    ///
    /// With an `id` of the caller's the complaint can be handed in twice, as
    /// after an answer that was lost: it is written down once.
    ///
    /// # Errors
    /// [`RegisterError::AlreadyRecorded`] with the number of the complaint that
    /// has the id already; [`RegisterError::NotFound`] for an unknown card;
    /// [`RegisterError::NotReversible`] within a change that can be undone.
    pub fn complaint_add(
        &mut self,
        id: Option<ComplaintId>,
        new: &NewComplaint,
        goals: &[NewClock],
    ) -> Result<Recorded> {
        self.for_good(Op::ComplaintAdd)?;
        if let Some(known) = id.map(|id| self.number_of(id)).transpose()?.flatten() {
            return Err(RegisterError::AlreadyRecorded(known));
        }
        let pattern = Pattern::parse(&profile_of(self.tx)?.numbering.incoming)?;
        let year = counting_year(self.tx, self.by.now)?;
        let taken = number_take(self.tx, Series::Incoming, &pattern, year)?;
        // The version is raised once, when all steps are made.
        let nothing = History {
            columns: vec![("version", Value::Integer(0))],
            decisions: &[],
        };
        let id = id.unwrap_or_else(ComplaintId::new);
        let written = complaint_insert(self, id, new, taken, nothing)?;
        self.on_serial(written.serial, Precondition::Any)?;
        for goal in goals {
            clock_insert(self, written.serial, None, true, goal, None)?;
        }
        self.reindexed.insert(written.serial);
        self.detail(Op::ComplaintAdd, json!({ "number": written.number }));
        Ok(Recorded {
            id,
            number: written.number,
            person: written.person,
        })
    }

    fn number_of(&self, id: ComplaintId) -> Result<Option<String>> {
        Ok(self
            .tx
            .prepare_cached("SELECT number FROM complaint WHERE id = ?1")?
            .query_row([blob(id.0)], |row| row.get(0))
            .optional()?)
    }
}
