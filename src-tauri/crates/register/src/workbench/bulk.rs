//! Writing many complaints at once: the same records, numbers, journal rows
//! and search words as one by one, in transactions of many thousands.

use crate::clock::follow::clocks_reconcile;
use crate::complaint::demand::NewDemand;
use crate::complaint::fields::NewComplaint;
use crate::complaint::intake::{History, complaint_insert};
use crate::database::connection::usual_cache;
use crate::database::value::{blob, day_number, number_key, sort_key, text, text_opt, time};
use crate::diary::entry::diary_columns;
use crate::error::Result;
use crate::journal::chain::{Entry, append_after, journal_head, write_journal_head};
use crate::journal::change::Change;
use crate::journal::op::{By, Op};
use crate::journal::row_image::Table;
use crate::journal::transact::kept_of;
use crate::list::summary::{Summary, summary_of, summary_write};
use crate::number::counting::{Series, SeriesCounter};
use crate::number::pattern::Pattern;
use crate::office::profile::profile_of;
use crate::register::Register;
use crate::search::index::{Words, index_write, with_figures, with_own};
use crate::search::own_words::own_words;
use crate::workbench::stems::StemCache;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use complaint::{
    CaseFacts, ClockKind, ComplaintId, Decision, DecisionKind, DiaryFields, DiaryId, LetterKind,
    NoAnswerReason, next_step, status,
};
use rusqlite::TransactionBehavior;
use rusqlite::types::Value;
use russian::stem::search_form;
use serde_json::json;
use std::collections::HashSet;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc;

/// A complaint with what has happened on it since.
#[derive(Clone, Debug, PartialEq)]
pub struct BulkComplaint {
    pub complaint: NewComplaint,
    /// When it was written down; it gives the number's year.
    pub recorded_at: DateTime<FixedOffset>,
    /// When its receipt was confirmed.
    pub acknowledged_at: Option<DateTime<FixedOffset>>,
    /// Decisions on its demands, in their order; shorter when some are open.
    pub decisions: Vec<Option<Decision>>,
    pub diary: Vec<DiaryFields>,
    /// When, why and in what words it was closed without a letter.
    pub closed: Option<(DateTime<FixedOffset>, NoAnswerReason, String)>,
}

/// Rows to a transaction.
const BATCH: usize = 20_000;
/// Rows handed to the writer at a time.
const HANDED: usize = 500;
/// How much of a search index is gathered in memory before it is written,
/// while rows come by the thousand, and otherwise.
const GATHERED: i64 = 64 << 20;
const GATHERED_USUALLY: i64 = 1 << 20;

/// A complaint with all that can be told of it without the database.
struct Prepared {
    new: BulkComplaint,
    subject: String,
    /// The stems of the card, where it comes with the complaint.
    card: Option<String>,
    body: String,
}

/// What is searched of a card, as `words_of.sql` reads it from its row.
fn card_line(card: &complaint::Complainant) -> String {
    let said: [&str; 5] = [
        &card.name,
        &card.representative,
        &card.email,
        card.phone_as_written(),
        &card.address,
    ];
    said.join(" ")
}

fn prepare(new: BulkComplaint, stems: &mut StemCache) -> Prepared {
    let fields = &new.complaint.fields;
    let mut line = |text: &str| with_figures(stems.form(text), text);
    let of_card = new.complaint.person.is_none();
    Prepared {
        subject: line(&fields.matter.subject),
        card: of_card.then(|| line(&card_line(&fields.matter.complainant))),
        body: line(&fields.text),
        new,
    }
}

impl Register {
    /// Writes many complaints into the register, each under its own number and
    /// with its own journal row. `progress` gets how many are written for good
    /// and may stop it; what was handed over by then is still written. Gives
    /// how many were written.
    ///
    /// # Errors
    /// As [`Change::complaint_add`]; complaints of earlier transactions stay.
    pub fn bulk_add(
        &self,
        by: &By,
        complaints: impl IntoIterator<Item = BulkComplaint>,
        progress: &dyn Fn(u64) -> ControlFlow<()>,
    ) -> Result<u64> {
        let written = AtomicU64::new(0);
        // One thread cuts words to stems while the other writes.
        std::thread::scope(|scope| {
            let (hand, handed) = mpsc::sync_channel::<Vec<Prepared>>(16);
            let writer = scope.spawn(|| self.write_all(by, handed, &written));
            let mut stems = StemCache::default();
            let mut pile = Vec::with_capacity(HANDED);
            let mut complaints = complaints.into_iter();
            loop {
                let new = complaints.next();
                let last = new.is_none();
                pile.extend(new.map(|new| prepare(new, &mut stems)));
                if !last && pile.len() < HANDED {
                    continue;
                }
                let full = std::mem::replace(&mut pile, Vec::with_capacity(HANDED));
                // The writer no longer takes anything once it has failed.
                let taken = hand.send(full).is_ok();
                if last || !taken || progress(written.load(Ordering::Relaxed)).is_break() {
                    break;
                }
            }
            drop(hand);
            match writer.join() {
                Ok(done) => done,
                Err(panic) => std::panic::resume_unwind(panic),
            }
        })?;
        let written = written.into_inner();
        let _ = progress(written);
        Ok(written)
    }

    fn write_all(
        &self,
        by: &By,
        handed: mpsc::Receiver<Vec<Prepared>>,
        written: &AtomicU64,
    ) -> Result<()> {
        let mut conn = self.writer();
        let mut known = HashSet::new();
        let mut handed = handed.into_iter();
        let mut more = true;
        conn.pragma_update(None, "cache_size", -400_000)?;
        while more {
            let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for gather in GATHER {
                tx.execute(gather, [GATHERED])?;
            }
            let pattern = Pattern::parse(&profile_of(&tx)?.numbering.incoming)?;
            let mut counting = SeriesCounter::default();
            let mut head = journal_head(&tx)?;
            let mut words = Vec::with_capacity(BATCH);
            let mut rows = 0;
            while rows < BATCH {
                let Some(pile) = handed.next() else {
                    more = false;
                    break;
                };
                for prepared in pile {
                    let stamp = By {
                        actor: by.actor.clone(),
                        now: prepared.new.recorded_at,
                    };
                    let mut change = Change::new(self, &tx, &stamp, Op::ComplaintAdd);
                    let year = stamp.now.year();
                    let number = counting.next(&tx, Series::Incoming, &pattern, year)?;
                    let (id, payload, found_by) = write(&mut change, prepared, number)?;
                    let changes = kept_of(&change)?;
                    words.push(found_by);
                    let entry = Entry {
                        by: &stamp,
                        op: Op::ComplaintAdd,
                        complaint: Some(id),
                        payload: &payload,
                        changes: changes.as_deref(),
                    };
                    head = append_after(&tx, head, &entry)?;
                    rows += 1;
                }
            }
            // They are written together, for each statement on a table with
            // triggers makes the index write out what it has gathered.
            for (serial, found_by) in &words {
                index_write(&tx, *serial, found_by, &mut known)?;
            }
            counting.keep(&tx, Series::Incoming)?;
            write_journal_head(&tx, &head)?;
            for gather in GATHER {
                tx.execute(gather, [GATHERED_USUALLY])?;
            }
            tx.commit()?;
            self.log_bring_in(&conn);
            written.fetch_add(rows as u64, Ordering::Relaxed);
        }
        usual_cache(&conn)
    }
}

const GATHER: [&str; 2] = [
    "INSERT INTO words (words, rank) VALUES ('hashsize', ?1)",
    "INSERT INTO person_words (person_words, rank) VALUES ('hashsize', ?1)",
];

fn write(
    change: &mut Change<'_>,
    prepared: Prepared,
    (number, counted): (String, i64),
) -> Result<(ComplaintId, String, (i64, Words))> {
    let id = ComplaintId::new();
    let new = &prepared.new;
    let mut since = vec![
        ("version", Value::Integer(1)),
        ("acknowledged_at", text_opt(new.acknowledged_at.map(time))),
    ];
    if let Some((at, reason, words)) = &new.closed {
        since.extend([
            ("closed_at", text(time(*at))),
            ("no_answer", text(reason.as_str())),
            ("no_answer_words", text(words.clone())),
        ]);
    }
    let since = History {
        columns: since,
        decisions: &new.decisions,
    };
    let recorded = complaint_insert(change, id, &new.complaint, (number, counted), since)?;
    let serial = recorded.serial;
    for entry in &new.diary {
        let mut row = diary_columns(entry);
        row.push(("complaint", Value::Integer(serial)));
        change.insert(Table::Diary, DiaryId::new().0, row)?;
    }
    let name = match new.complaint.person {
        None => new.complaint.fields.matter.complainant.name.clone(),
        Some(_) => change
            .tx
            .prepare_cached("SELECT name FROM person WHERE id = ?1")?
            .query_row([blob(recorded.person.0)], |row| row.get(0))?,
    };
    let listed = if new.complaint.demands.is_empty() {
        clocks_reconcile(change, serial, None)?;
        summary_of(change.tx, serial)?
    } else {
        listed(new, &name)?
    };
    summary_write(change.tx, serial, &listed)?;
    let words = Words {
        number: format!("{} {counted}", number_key(&recorded.number)),
        complainant: match prepared.card {
            Some(card) => card,
            None => {
                let card: String = change
                    .tx
                    .prepare_cached(include_str!("../search/words_of.sql"))?
                    .query_row([serial], |row| row.get(3))?;
                with_figures(search_form(&card), &card)
            }
        },
        subject: prepared.subject,
        body: with_own(
            prepared.body,
            &own_words(change.tx, serial)?.joined(),
            search_form,
        ),
    };
    let payload = json!({ "number": recorded.number, "rows": change.outline() });
    Ok((id, payload.to_string(), (serial, words)))
}

/// Where a complaint stands that has no letters.
fn listed(new: &BulkComplaint, name: &str) -> Result<Summary> {
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
        asks_answer: !demands.is_empty() || fields.matter.kind.asks_answer(),
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
    Ok(Summary {
        trashed: false,
        received: fields.received_at.timestamp(),
        status: status(&facts),
        step: next_step(&facts),
        channel: fields.matter.channel,
        kind: fields.matter.kind,
        due: nearest(|demand| demand.due.legal),
        lead: nearest(|demand| demand.due.legal).map(|_| ClockKind::Demand),
        term: nearest(|demand| demand.due.legal),
        safe: nearest(|demand| demand.due.safe),
        promised: None,
        delivery: None,
        unsent: false,
        owed: None,
        drafted: false,
        outcome: (kinds.len() == demands.len())
            .then(|| LetterKind::final_for(&kinds))
            .flatten(),
        name: sort_key(name),
        subject: sort_key(&fields.matter.subject),
        facts,
    })
}
