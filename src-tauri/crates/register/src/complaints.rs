//! Writing complaints into the register and leading them to their end.

use crate::clocks::{self, NewClock};
use crate::error::{RegisterError, Result};
use crate::image::{Columns, Table};
use crate::journal::{Op, hex};
use crate::listing;
use crate::number::{self, Pattern, Series};
use crate::person;
use crate::register::{Register, profile};
use crate::text::{day_opt, number_key, text, text_opt, time};
use crate::values::{
    Added, By, Closing, ComplaintFields, Done, NewComplaint, NewDemand, PersonRef, Recorded,
};
use crate::work::{Gate, Work};
use chrono::Datelike;
use complaint::{ComplaintId, Decision, DemandId, NoAnswerReason, PersonId};
use rusqlite::types::Value;
use sha2::{Digest, Sha256};

fn columns(fields: &ComplaintFields) -> Columns {
    vec![
        ("kind", text(fields.kind.word())),
        ("regime", text(fields.regime.word())),
        ("channel", text(fields.channel.word())),
        ("received_at", text(time(fields.received_at))),
        (
            "backdating_reason",
            text_opt(fields.backdating_reason.clone()),
        ),
        ("subject", text(fields.subject.clone())),
        ("body", text(fields.text.clone())),
        ("order_ref", text(fields.order.clone())),
        ("their_number", text(fields.their_number.clone())),
        ("their_date", day_opt(fields.their_date)),
        (
            "price",
            fields
                .price
                .map_or(Value::Null, |p| Value::Integer(p.kopecks())),
        ),
    ]
}

fn demand_columns(demand: &NewDemand) -> Columns {
    vec![
        ("kind", text(demand.kind.word())),
        ("detail", text(demand.detail.clone())),
        (
            "amount",
            demand
                .amount
                .map_or(Value::Null, |p| Value::Integer(p.kopecks())),
        ),
        ("made_on", text(demand.made_on.to_string())),
        ("rule", text_opt(demand.rule.clone())),
        ("due_legal", day_opt(demand.due_legal)),
        ("due_safe", day_opt(demand.due_safe)),
    ]
}

/// A complaint as it was just written.
pub(crate) struct Written {
    pub id: ComplaintId,
    pub serial: i64,
    pub number: String,
    pub person: PersonId,
    pub person_serial: i64,
}

/// What has happened on a complaint by the time it is written.
pub(crate) struct Since<'a> {
    /// More columns of it, the version among them.
    pub columns: Columns,
    /// Decisions on its demands, in their order.
    pub decisions: &'a [Option<Decision>],
}

/// Writes one complaint under its number.
pub(crate) fn record(
    work: &mut Work<'_>,
    new: &NewComplaint,
    (number, counted): (String, i64),
    since: Since<'_>,
) -> Result<Written> {
    let (person_serial, person) = person::settle(work, &new.person)?;
    let id = ComplaintId::new();
    let mut row = columns(&new.fields);
    row.extend([
        ("number", text(number.clone())),
        ("number_key", text(number_key(&number))),
        ("counted", Value::Integer(counted)),
        ("recorded_at", text(time(work.by.now))),
        ("person", Value::Integer(person_serial)),
    ]);
    row.extend(since.columns);
    let serial = work.insert(Table::Complaint, id.0, row)?;
    let mut decisions = since.decisions.iter();
    for (position, demand) in (0i64..).zip(&new.demands) {
        let decision = decisions.next().and_then(Option::as_ref);
        insert_demand(work, serial, position, demand, decision)?;
    }
    Ok(Written {
        id,
        serial,
        number,
        person,
        person_serial,
    })
}

fn insert_demand(
    work: &mut Work<'_>,
    serial: i64,
    position: i64,
    demand: &NewDemand,
    decision: Option<&Decision>,
) -> Result<DemandId> {
    let id = DemandId::new();
    let mut row = demand_columns(demand);
    row.push(("complaint", Value::Integer(serial)));
    row.push(("position", Value::Integer(position)));
    if let Some(decision) = decision {
        row.push(("decision", text(serde_json::to_string(decision)?)));
    }
    work.insert(Table::Demand, id.0, row)?;
    Ok(id)
}

impl Register {
    /// Writes a complaint into the register and gives it its incoming number,
    /// by the office's pattern and the year of `by.now`.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`] for an unknown card.
    pub fn complaint_add(&self, by: &By, new: &NewComplaint) -> Result<Recorded> {
        self.complaint_add_with(by, new, &[])
    }

    /// As [`Register::complaint_add`], with the clocks of the office's own
    /// goals, which follow the receipt, the acknowledgement and the answer.
    ///
    /// # Errors
    /// As [`Register::complaint_add`].
    pub fn complaint_add_with(
        &self,
        by: &By,
        new: &NewComplaint,
        goals: &[NewClock],
    ) -> Result<Recorded> {
        let (written, done) = self.change(by, Op::ComplaintAdd, |work| {
            let pattern = Pattern::parse(&profile(work.tx)?.numbering.incoming)?;
            let taken = number::take(work.tx, Series::Incoming, &pattern, by.now.year())?;
            // The version is raised once when the change is sealed.
            let nothing = Since {
                columns: vec![("version", Value::Integer(0))],
                decisions: &[],
            };
            let written = record(work, new, taken, nothing)?;
            work.on_serial(written.serial, Gate::Any, None)?;
            for goal in goals {
                clocks::insert(work, written.serial, None, true, goal, None)?;
            }
            work.reworded.push(written.serial);
            work.tell("number", written.number.clone());
            work.tell(
                "text_sha256",
                hex(&Sha256::digest(new.fields.text.as_bytes())),
            );
            Ok::<_, RegisterError>(written)
        })?;
        let Written {
            id, number, person, ..
        } = written;
        Ok(Recorded {
            id,
            number,
            person,
            done,
        })
    }

    /// Changes the fields of a complaint and, if `person` is given, whose it is.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Conflict`],
    /// [`RegisterError::Closed`], [`RegisterError::Trashed`].
    pub fn complaint_edit(
        &self,
        by: &By,
        id: ComplaintId,
        expected: Option<i64>,
        fields: &ComplaintFields,
        person: Option<&PersonRef>,
    ) -> Result<Done> {
        let done = self.change(by, Op::ComplaintEdit, |work| {
            let subject = work.on(id, Gate::Open, expected)?;
            let mut row = columns(fields);
            if let Some(who) = person {
                row.push(("person", Value::Integer(person::settle(work, who)?.0)));
            }
            if work.update(Table::Complaint, id.0, row)? {
                work.reworded.push(subject.serial);
            }
            Ok::<_, RegisterError>(())
        })?;
        Ok(done.1)
    }

    /// Notes that the receipt was confirmed otherwise than by a letter: a
    /// signed copy, a word on the telephone.
    ///
    /// # Errors
    /// As [`Register::complaint_edit`].
    pub fn complaint_acknowledge(&self, by: &By, id: ComplaintId) -> Result<Done> {
        let done = self.change(by, Op::ComplaintAcknowledge, |work| {
            work.on(id, Gate::Open, None)?;
            work.update(
                Table::Complaint,
                id.0,
                vec![("acknowledged_at", text(time(by.now)))],
            )
        })?;
        Ok(done.1)
    }

    /// Closes a case.
    ///
    /// # Errors
    /// [`RegisterError::NotAnswered`] unless a final letter is issued and every
    /// demand decided, or a reason is given why no answer is due;
    /// [`RegisterError::WordsNeeded`] for «other» without words; and as
    /// [`Register::complaint_edit`].
    pub fn complaint_close(
        &self,
        by: &By,
        id: ComplaintId,
        expected: Option<i64>,
        closing: &Closing,
    ) -> Result<Done> {
        let done = self.change(by, Op::ComplaintClose, |work| {
            let subject = work.on(id, Gate::Open, expected)?;
            let mut row = vec![("closed_at", text(time(by.now)))];
            match closing {
                Closing::Answered => {
                    let facts = listing::of(work.tx, subject.serial)?.facts;
                    if !facts.answered || facts.decided < facts.demands {
                        return Err(RegisterError::NotAnswered);
                    }
                    work.tell("closing", "answered");
                }
                Closing::NoAnswer(reason, words) => {
                    if *reason == NoAnswerReason::Other && words.trim().is_empty() {
                        return Err(RegisterError::WordsNeeded);
                    }
                    row.push(("no_answer", text(reason.word())));
                    row.push(("no_answer_words", text(words.trim())));
                    work.tell("closing", reason.word());
                }
            }
            work.update(Table::Complaint, id.0, row)
        })?;
        Ok(done.1)
    }

    /// Opens a closed case again.
    ///
    /// # Errors
    /// [`RegisterError::NotClosed`], [`RegisterError::Trashed`], [`RegisterError::NotFound`].
    pub fn complaint_reopen(&self, by: &By, id: ComplaintId) -> Result<Done> {
        let done = self.change(by, Op::ComplaintReopen, |work| {
            if !work.on(id, Gate::Kept, None)?.closed {
                return Err(RegisterError::NotClosed);
            }
            let row = ["closed_at", "no_answer", "no_answer_words"]
                .into_iter()
                .map(|column| (column, Value::Null))
                .collect();
            work.update(Table::Complaint, id.0, row)
        })?;
        Ok(done.1)
    }

    /// Adds a demand at the end.
    ///
    /// # Errors
    /// As [`Register::complaint_edit`].
    pub fn demand_add(
        &self,
        by: &By,
        complaint: ComplaintId,
        demand: &NewDemand,
    ) -> Result<Added<DemandId>> {
        let (id, done) = self.change(by, Op::DemandAdd, |work| {
            let serial = work.on(complaint, Gate::Open, None)?.serial;
            let position = work
                .tx
                .prepare_cached(include_str!("sql/demand_next.sql"))?
                .query_row([serial], |row| row.get(0))?;
            insert_demand(work, serial, position, demand, None)
        })?;
        Ok(Added { id, done })
    }

    /// Changes a demand.
    ///
    /// # Errors
    /// As [`Register::complaint_edit`].
    pub fn demand_edit(
        &self,
        by: &By,
        id: DemandId,
        expected: Option<i64>,
        demand: &NewDemand,
    ) -> Result<Done> {
        let done = self.change(by, Op::DemandEdit, |work| {
            work.on_owner_of(Table::Demand, id.0, Gate::Open, expected)?;
            work.update(Table::Demand, id.0, demand_columns(demand))
        })?;
        Ok(done.1)
    }

    /// Changes the terms of many demands at once, as when a rule or the
    /// calendar changed: rule, legal and safe last day of each.
    ///
    /// # Errors
    /// As [`Register::complaint_edit`].
    pub fn demand_terms(
        &self,
        by: &By,
        complaint: ComplaintId,
        terms: &[(DemandId, NewDemand)],
    ) -> Result<Done> {
        let done = self.change(by, Op::DemandEdit, |work| {
            let subject = work.on(complaint, Gate::Open, None)?;
            for (id, demand) in terms {
                let owner = work.on_owner_of(Table::Demand, id.0, Gate::Open, None)?;
                if owner.serial != subject.serial {
                    return Err(RegisterError::NotFound("demand"));
                }
                let row = demand_columns(demand)
                    .into_iter()
                    .filter(|(name, _)| {
                        matches!(*name, "rule" | "due_legal" | "due_safe" | "made_on")
                    })
                    .collect();
                work.update(Table::Demand, id.0, row)?;
            }
            Ok(())
        })?;
        Ok(done.1)
    }

    /// Takes a demand away.
    ///
    /// # Errors
    /// As [`Register::complaint_edit`].
    pub fn demand_remove(&self, by: &By, id: DemandId, expected: Option<i64>) -> Result<Done> {
        let done = self.change(by, Op::DemandRemove, |work| {
            work.on_owner_of(Table::Demand, id.0, Gate::Open, expected)?;
            work.delete(Table::Demand, id.0)
        })?;
        Ok(done.1)
    }

    /// Decides on a demand; `None` takes the decision back.
    ///
    /// # Errors
    /// As [`Register::complaint_edit`].
    pub fn decide(
        &self,
        by: &By,
        demand: DemandId,
        expected: Option<i64>,
        decision: Option<&Decision>,
    ) -> Result<Done> {
        let done = self.change(by, Op::DemandDecide, |work| {
            work.on_owner_of(Table::Demand, demand.0, Gate::Open, expected)?;
            let kept = decision.map(serde_json::to_string).transpose()?;
            if work.update(Table::Demand, demand.0, vec![("decision", text_opt(kept))])? {
                work.tell("decision", decision.map(|d| d.kind.word()));
            }
            Ok::<_, RegisterError>(())
        })?;
        Ok(done.1)
    }

    /// Puts a complaint into the trash; its number stays used.
    ///
    /// # Errors
    /// [`RegisterError::Trashed`], [`RegisterError::NotFound`], [`RegisterError::Conflict`].
    pub fn complaint_trash(&self, by: &By, id: ComplaintId, expected: Option<i64>) -> Result<Done> {
        let done = self.change(by, Op::ComplaintTrash, |work| {
            work.on(id, Gate::Kept, expected)?;
            work.update(
                Table::Complaint,
                id.0,
                vec![("trashed_at", text(time(by.now)))],
            )
        })?;
        Ok(done.1)
    }

    /// Takes a complaint out of the trash.
    ///
    /// # Errors
    /// [`RegisterError::NotTrashed`], [`RegisterError::NotFound`].
    pub fn complaint_restore(&self, by: &By, id: ComplaintId) -> Result<Done> {
        let done = self.change(by, Op::ComplaintRestore, |work| {
            if !work.on(id, Gate::Any, None)?.trashed {
                return Err(RegisterError::NotTrashed);
            }
            work.update(Table::Complaint, id.0, vec![("trashed_at", Value::Null)])
        })?;
        Ok(done.1)
    }
}
