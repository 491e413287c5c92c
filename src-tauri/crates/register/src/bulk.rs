//! Writing many complaints at once: the same records, numbers, journal rows
//! and search words as one by one, in transactions of many thousands.

use crate::complaints;
use crate::error::Result;
use crate::image::Table;
use crate::journal::{self, Entry, Op, hex};
use crate::listing::{self, Listed, Words};
use crate::number::{self, Pattern, Series};
use crate::register::{Register, profile};
use crate::text::{day_number, number_key, sort_key, text, text_opt, time};
use crate::values::{By, NewComplaint, NewDemand, NewDiaryEntry, PersonRef};
use crate::work::Work;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use complaint::{
    CaseFacts, ComplaintId, Decision, DecisionKind, DiaryId, LetterKind, NoAnswerReason, next_step,
    status,
};
use rusqlite::TransactionBehavior;
use rusqlite::types::Value;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::ops::ControlFlow;

/// A complaint with what has happened on it since.
#[derive(Clone, Debug, PartialEq)]
pub struct BulkComplaint {
    /// The complaint itself.
    pub complaint: NewComplaint,
    /// When it was written down; it gives the number's year.
    pub recorded_at: DateTime<FixedOffset>,
    /// When its receipt was confirmed.
    pub acknowledged_at: Option<DateTime<FixedOffset>>,
    /// Decisions on its demands, in their order; shorter when some are open.
    pub decisions: Vec<Option<Decision>>,
    /// Its incident diary.
    pub diary: Vec<NewDiaryEntry>,
    /// When, why and in what words it was closed without a letter.
    pub closed: Option<(DateTime<FixedOffset>, NoAnswerReason, String)>,
}

/// Rows to a transaction.
const BATCH: usize = 20_000;

impl Register {
    /// Writes many complaints into the register, each under its own number and
    /// with its own journal row. `progress` gets how many are written and may
    /// stop between transactions. Gives how many were written.
    ///
    /// # Errors
    /// As [`Register::complaint_add`]; complaints of earlier transactions stay.
    pub fn bulk_add(
        &self,
        by: &By,
        complaints: impl IntoIterator<Item = BulkComplaint>,
        progress: &dyn Fn(u64) -> ControlFlow<()>,
    ) -> Result<u64> {
        let mut complaints = complaints.into_iter().peekable();
        let mut written = 0;
        while complaints.peek().is_some() {
            let mut conn = self.writer();
            let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let pattern = Pattern::parse(&profile(&tx)?.numbering.incoming)?;
            let mut head = journal::head(&tx)?;
            for new in complaints.by_ref().take(BATCH) {
                let stamp = By {
                    actor: by.actor.clone(),
                    now: new.recorded_at,
                };
                let mut work = Work::unremembered(&tx, &stamp);
                let (id, payload) = write(&mut work, &new, &pattern)?;
                let entry = Entry {
                    by: &stamp,
                    op: Op::ComplaintAdd,
                    complaint: Some(id),
                    payload: &payload,
                    changes: None,
                };
                head = journal::append_after(&tx, head, &entry)?;
                written += 1;
            }
            journal::write_head(&tx, &head)?;
            tx.commit()?;
            drop(conn);
            if progress(written).is_break() {
                break;
            }
        }
        Ok(written)
    }
}

fn write(
    work: &mut Work<'_>,
    new: &BulkComplaint,
    pattern: &Pattern,
) -> Result<(ComplaintId, String)> {
    let year = new.recorded_at.year();
    let (number, counted) = number::take(work.tx, Series::Incoming, pattern, year)?;
    let recorded = complaints::record(work, &new.complaint, (number, counted))?;
    let serial = recorded.serial;
    let demands = recorded.demands;
    let mut row = vec![
        ("version", Value::Integer(1)),
        ("acknowledged_at", text_opt(new.acknowledged_at.map(time))),
    ];
    if let Some((at, reason, words)) = &new.closed {
        row.extend([
            ("closed_at", text(time(*at))),
            ("no_answer", text(reason.word())),
            ("no_answer_words", text(words.clone())),
        ]);
    }
    work.set(Table::Complaint, recorded.id.0, row)?;
    for (id, decision) in demands.iter().zip(&new.decisions) {
        let decision = decision.as_ref().map(serde_json::to_string).transpose()?;
        work.set(Table::Demand, id.0, vec![("decision", text_opt(decision))])?;
    }
    for entry in &new.diary {
        let mut row = crate::diary::columns(entry);
        row.push(("complaint", Value::Integer(serial)));
        work.insert(Table::Diary, DiaryId::new().0, row)?;
    }
    let fields = &new.complaint.fields;
    let name = match &new.complaint.person {
        PersonRef::Described(card) => card.name.clone(),
        PersonRef::Known(_) => work
            .tx
            .prepare_cached("SELECT name FROM person WHERE serial = ?1")?
            .query_row([recorded.person_serial], |row| row.get(0))?,
    };
    let listed = listed(new, &name)?;
    listing::write(work.tx, serial, &listed)?;
    let key = number_key(&recorded.number);
    let words = Words::of(&key, counted, &fields.subject, &name, &fields.text);
    listing::write_words(work.tx, serial, &words)?;
    let payload = json!({
        "number": recorded.number,
        "text_sha256": hex(&Sha256::digest(fields.text.as_bytes())),
    });
    Ok((recorded.id, payload.to_string()))
}

/// Where a complaint stands that has no letters.
fn listed(new: &BulkComplaint, name: &str) -> Result<Listed> {
    let fields = &new.complaint.fields;
    let demands = &new.complaint.demands;
    let kinds: Vec<DecisionKind> = new
        .decisions
        .iter()
        .take(demands.len())
        .flatten()
        .map(|d| d.kind)
        .collect();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let facts = CaseFacts {
        demands: count(demands.len()),
        decided: count(kinds.len()),
        acknowledged: new.acknowledged_at.is_some(),
        worked_on: !new.diary.is_empty() || !kinds.is_empty(),
        closed: new.closed.is_some(),
        asks_answer: !demands.is_empty() || listing::asks_answer(fields.kind),
        ..CaseFacts::default()
    };
    let nearest = |day: fn(&NewDemand) -> Option<NaiveDate>| {
        demands
            .iter()
            .filter_map(day)
            .min()
            .filter(|_| !facts.closed)
            .map(day_number)
    };
    Ok(Listed {
        trashed: false,
        received: fields.received_at.timestamp(),
        status: status(&facts),
        step: next_step(&facts),
        channel: fields.channel,
        kind: fields.kind,
        due: nearest(|demand| demand.due_legal),
        safe: nearest(|demand| demand.due_safe),
        promised: None,
        outcome: (kinds.len() == demands.len())
            .then(|| LetterKind::final_for(&kinds))
            .flatten(),
        name: sort_key(name),
        subject: sort_key(&fields.subject),
        facts,
    })
}
