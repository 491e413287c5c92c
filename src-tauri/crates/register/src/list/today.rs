//! What to do today.

use crate::database::value::{at_place, day_number};
use crate::error::Result;
use crate::list::facts::more_than_a_goal;
use crate::list::row::complaint_rows_on;
use crate::register::Register;
use chrono::NaiveDate;
use complaint::{NextStep, Status, Today, TodaySection};
use std::collections::BTreeSet;

/// The sections of [`Today`], in their order. A complaint stands in the first
/// it fits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Overdue,
    DueSoon,
    Promised,
    Delivery,
    Fresh,
    ToAnswer,
    ToSend,
    ToFulfil,
    Unfinished,
    Waiting,
    InWork,
}

/// A complaint that is open or owes something, as far as its section goes.
pub(crate) struct Open {
    status: Status,
    step: NextStep,
    /// The nearest last day but for promises, which have a section of their own.
    term: Option<i64>,
    due: Option<i64>,
    safe: Option<i64>,
    promised: Option<i64>,
    delivery: Option<i64>,
    unsent: bool,
    /// What a decision grants, while the day of the answer leads.
    owed: Option<i64>,
    /// Whether a letter lies half written.
    drafted: bool,
}

impl Open {
    fn section(&self, today: i64, horizon: i64) -> Option<Section> {
        let by = |day: Option<i64>, limit: i64| day.is_some_and(|day| day <= limit);
        Some(if self.term.is_some_and(|term| term < today) {
            Section::Overdue
        } else if by(self.term, horizon) || by(self.safe, horizon) {
            Section::DueSoon
        } else if by(self.promised, horizon) || by(self.owed, horizon) {
            Section::Promised
        } else if self.delivery.is_some_and(|day| day < today) {
            Section::Delivery
        } else if self.status == Status::Fresh {
            Section::Fresh
        } else if matches!(
            self.status,
            Status::Issued | Status::Answered | Status::Closed
        ) {
            match self.step {
                NextStep::Send => Section::ToSend,
                NextStep::Fulfil => Section::ToFulfil,
                // Something else is decided by now than the answer says.
                NextStep::Replace | NextStep::Approve | NextStep::Revise | NextStep::IssueFinal => {
                    Section::ToAnswer
                }
                NextStep::Establish | NextStep::Decide => Section::InWork,
                NextStep::NameDemands
                | NextStep::Acknowledge
                | NextStep::TellForwarded
                | NextStep::AwaitComplainant
                | NextStep::DraftFinal
                | NextStep::ConfirmDelivery
                | NextStep::Close
                | NextStep::Nothing => {
                    return self.drafted.then_some(Section::Unfinished);
                }
            }
        } else if self.step == NextStep::Send {
            Section::ToSend
        } else if self.status == Status::Decided {
            Section::ToAnswer
        } else if self.unsent {
            Section::ToSend
        } else if self.status == Status::Waiting {
            Section::Waiting
        } else {
            Section::InWork
        })
    }

    /// What comes first within a section: the nearest date, then the oldest.
    fn pressing(&self, section: Section) -> i64 {
        let date = match section {
            Section::Promised => [self.promised, self.owed].into_iter().flatten().min(),
            Section::Delivery => self.delivery,
            Section::Overdue | Section::DueSoon | Section::ToFulfil => self.term,
            Section::Fresh
            | Section::ToAnswer
            | Section::ToSend
            | Section::Unfinished
            | Section::Waiting
            | Section::InWork => self.due,
        };
        date.unwrap_or(i64::MAX)
    }
}

/// The most pressing rows of a section.
#[derive(Default)]
struct Pile {
    total: u64,
    first: BTreeSet<(i64, i64, i64)>,
}

impl Pile {
    fn put(&mut self, key: (i64, i64, i64), limit: usize) {
        self.total += 1;
        if self.first.len() < limit {
            self.first.insert(key);
        } else if self.first.last().is_some_and(|last| key < *last) {
            self.first.insert(key);
            self.first.pop_last();
        }
    }
}

impl Register {
    /// What there is to do on `today`: each section's count and its most
    /// pressing rows, at most `limit`. «Soon» is at most `soon` days off.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn today(&self, today: NaiveDate, soon: u16, limit: u32) -> Result<Today> {
        let day = day_number(today);
        let horizon = day + i64::from(soon);
        let mut conn = self.reader();
        let tx = conn.transaction()?;
        let mut piles: [Pile; 11] = Default::default();
        {
            let mut statement = tx.prepare_cached(include_str!("open.sql"))?;
            // Found by their names once, for there may be many rows.
            let column = |name: &str| statement.column_index(name);
            let (status, step) = (column("status")?, column("step")?);
            let (term, due, safe) = (column("term")?, column("due")?, column("safe")?);
            let (promised, delivery) = (column("promised")?, column("delivery")?);
            let (owed, drafted) = (column("owed")?, column("drafted")?);
            let (unsent, received) = (column("unsent")?, column("received")?);
            let serial = column("serial")?;
            let mut is_late = tx.prepare(&format!(
                "SELECT {} FROM listing WHERE serial = ?1",
                more_than_a_goal(today)
            ))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let open = Open {
                    status: at_place(Status::ALL, row.get(status)?)?,
                    step: at_place(NextStep::ALL, row.get(step)?)?,
                    term: row.get(term)?,
                    due: row.get(due)?,
                    safe: row.get(safe)?,
                    promised: row.get(promised)?,
                    delivery: row.get(delivery)?,
                    unsent: row.get(unsent)?,
                    owed: row.get(owed)?,
                    drafted: row.get(drafted)?,
                };
                let section = match open.section(day, horizon) {
                    // A goal that passed presses, and is no term that anybody is late with.
                    Some(Section::Overdue)
                        if !is_late
                            .query_row([row.get::<_, i64>(serial)?], |found| found.get(0))? =>
                    {
                        Some(Section::DueSoon)
                    }
                    other => other,
                };
                if let Some(section) = section {
                    let key = (open.pressing(section), row.get(received)?, row.get(serial)?);
                    piles[section as usize].put(key, limit as usize);
                }
            }
        }
        let section = |section: Section| -> Result<TodaySection> {
            let pile = &piles[section as usize];
            let serials: Vec<i64> = pile.first.iter().map(|(_, _, serial)| *serial).collect();
            Ok(TodaySection {
                total: pile.total,
                rows: complaint_rows_on(&tx, &serials, today)?,
            })
        };
        Ok(Today {
            overdue: section(Section::Overdue)?,
            due_soon: section(Section::DueSoon)?,
            promised: section(Section::Promised)?,
            delivery: section(Section::Delivery)?,
            fresh: section(Section::Fresh)?,
            to_answer: section(Section::ToAnswer)?,
            to_send: section(Section::ToSend)?,
            to_fulfil: section(Section::ToFulfil)?,
            unfinished: section(Section::Unfinished)?,
            waiting: section(Section::Waiting)?,
            in_work: section(Section::InWork)?,
            ..Today::default()
        })
    }
}
