//! Clocks that follow from facts, brought up to them in the transaction that
//! changes a fact: what an interim reply promised, the day of an inspection,
//! what a decision promised, a goal that was met. Undoing the change brings
//! them back, for their rows are among those it wrote.

use super::{
    Asked, NewClock, NewEnding, Undemanding, clocks, ending_columns, insert, pauses, remove,
};
use crate::error::Result;
use crate::image::Table;
use crate::text::{day_opt, read_day, read_time, text, word};
use crate::values::By;
use crate::work::Work;
use chrono::NaiveDate;
use complaint::{
    Actor, CaseClock, ClockEnd, ClockKind, ClockStart, Decision, DecisionKind, DemandKind, Kind,
    LetterKind, Proof, ProofKind, Regime,
};
use rusqlite::{Transaction, params};
use uuid::Uuid;

/// An issued letter as far as clocks go.
struct Issued {
    id: Uuid,
    kind: LetterKind,
    superseded: bool,
    promised: Option<NaiveDate>,
    issued: NaiveDate,
    sent: Option<NaiveDate>,
    answers: bool,
}

impl Issued {
    /// The day on which it did what it was for.
    fn done_on(&self) -> NaiveDate {
        self.sent.unwrap_or(self.issued)
    }

    fn proves(&self) -> Option<Proof> {
        Some(Proof {
            kind: ProofKind::Letter,
            id: self.id,
        })
    }

    fn met(&self) -> NewEnding {
        NewEnding {
            how: ClockEnd::Met,
            on: self.done_on(),
            why: String::new(),
            proof: self.proves(),
        }
    }

    /// Ended by a later letter that took its place.
    fn void(&self) -> NewEnding {
        NewEnding {
            how: ClockEnd::Void,
            ..self.met()
        }
    }
}

/// A clock as the facts want it.
struct Wanted {
    source: Uuid,
    new: NewClock,
    end: Option<NewEnding>,
}

fn issued(tx: &Transaction<'_>, serial: i64) -> Result<Vec<Issued>> {
    let mut statement = tx.prepare_cached(include_str!("../sql/clock_promises.sql"))?;
    let mut rows = statement.query([serial])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        let day = |column: &str| -> Result<Option<NaiveDate>> {
            row.get::<_, Option<String>>(column)?
                .map(|at| Ok(read_time(&at)?.date_naive()))
                .transpose()
        };
        let Some(issued) = day("issued_at")? else {
            continue;
        };
        out.push(Issued {
            id: Uuid::from_bytes(row.get("id")?),
            kind: word(
                LetterKind::from_word,
                row.get_ref("kind")?.as_str().unwrap_or_default(),
            )?,
            superseded: row.get_ref("state")?.as_str().unwrap_or_default() == "superseded",
            promised: crate::text::read_day_opt(row.get("promised")?)?,
            issued,
            sent: day("sent_at")?,
            answers: row.get("answers")?,
        });
    }
    Ok(out)
}

/// The facts of a complaint that clocks follow.
pub(super) struct Facts {
    pub(super) about: Undemanding,
    pub(super) closed: Option<NaiveDate>,
    acknowledged: Option<NaiveDate>,
    letters: Vec<Issued>,
    pub(super) demands: Vec<(Uuid, DemandKind, Option<Decision>)>,
}

fn facts(tx: &Transaction<'_>, serial: i64) -> Result<Option<Facts>> {
    let mut statement = tx.prepare_cached(include_str!("../sql/clock_facts.sql"))?;
    let mut rows = statement.query([serial])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let day = |column: &str| -> Result<Option<NaiveDate>> {
        row.get::<_, Option<String>>(column)?
            .map(|at| Ok(read_time(&at)?.date_naive()))
            .transpose()
    };
    let of =
        |column: &str| Ok::<_, rusqlite::Error>(row.get_ref(column)?.as_str().unwrap_or_default());
    let about = Undemanding {
        kind: word(Kind::from_word, of("kind")?)?,
        regime: word(Regime::from_word, of("regime")?)?,
        received: read_time(of("received_at")?)?.date_naive(),
    };
    let (acknowledged, closed) = (day("acknowledged_at")?, day("closed_at")?);
    let mut statement = tx.prepare_cached(include_str!("../sql/clock_decisions.sql"))?;
    let mut rows = statement.query([serial])?;
    let mut demands = Vec::new();
    while let Some(row) = rows.next()? {
        let decision: Option<String> = row.get("decision")?;
        demands.push((
            Uuid::from_bytes(row.get("id")?),
            word(
                DemandKind::from_word,
                row.get_ref("kind")?.as_str().unwrap_or_default(),
            )?,
            decision.map(|d| serde_json::from_str(&d)).transpose()?,
        ));
    }
    Ok(Some(Facts {
        about,
        closed,
        acknowledged,
        letters: issued(tx, serial)?,
        demands,
    }))
}

impl Facts {
    /// The letter that answers for good, if it stands.
    fn answer(&self) -> Option<&Issued> {
        self.letters.iter().find(|l| l.answers && !l.superseded)
    }

    /// The end that the answer gives to what asks for one.
    pub(super) fn answered(&self) -> Option<NewEnding> {
        self.answer().map(Issued::met)
    }

    fn receipt_confirmed(&self) -> Option<NewEnding> {
        let letter = self
            .letters
            .iter()
            .find(|l| l.kind == LetterKind::Acknowledgement);
        let by_letter = letter.map(Issued::met);
        let by_word = self.acknowledged.map(|on| NewEnding {
            how: ClockEnd::Met,
            on,
            why: String::new(),
            proof: None,
        });
        let by_answer = self.answer().map(Issued::met);
        [by_letter, by_word, by_answer]
            .into_iter()
            .flatten()
            .min_by_key(|end| end.on)
    }

    fn wanted(&self, today: NaiveDate) -> Vec<Wanted> {
        let mut out = Vec::new();
        for (at, letter) in self.letters.iter().enumerate() {
            let Some(day) = letter.promised else { continue };
            let later = &self.letters[at + 1..];
            let same = later.iter().find(|l| l.kind == letter.kind);
            let (kind, end) = match letter.kind {
                LetterKind::Interim => (
                    ClockKind::Interim,
                    same.map(Issued::void)
                        .or_else(|| self.answer().map(Issued::met)),
                ),
                LetterKind::InspectionInvitation => {
                    let act = later.iter().find(|l| {
                        matches!(l.kind, LetterKind::InspectionAct | LetterKind::NoShowAct)
                    });
                    let end = match (act, same) {
                        (Some(act), _) => Some(NewEnding {
                            // The act records the day itself, however late it is written down.
                            on: day.min(act.issued),
                            ..act.met()
                        }),
                        (None, Some(next)) => Some(next.void()),
                        (None, None) => self.answer().map(Issued::void),
                    };
                    (ClockKind::Inspection, end)
                }
                _ => continue,
            };
            out.push(Wanted {
                source: letter.id,
                new: named(
                    kind,
                    ClockStart::Issued,
                    Some(letter.id),
                    letter.issued,
                    day,
                ),
                end,
            });
        }
        for (id, kind, decision) in &self.demands {
            let Some(decision) = decision else { continue };
            let Some(day) = decision
                .due
                .filter(|_| decision.kind != DecisionKind::Refuse)
            else {
                continue;
            };
            let clock = if decision.amount.is_some() || kind.asks_money() {
                ClockKind::Payment
            } else if matches!(kind, DemandKind::Replacement | DemandKind::Exchange) {
                ClockKind::GoodsReturn
            } else {
                ClockKind::Commitment
            };
            out.push(Wanted {
                source: *id,
                new: named(clock, ClockStart::Decided, Some(*id), today.min(day), day),
                end: None,
            });
        }
        out
    }
}

fn named(
    kind: ClockKind,
    start: ClockStart,
    start_ref: Option<Uuid>,
    start_on: NaiveDate,
    day: NaiveDate,
) -> NewClock {
    NewClock {
        kind,
        title: String::new(),
        ours: true,
        start,
        start_ref,
        start_on,
        count: None,
        unit: None,
        day: Some(day),
        citation: String::new(),
        note: String::new(),
    }
}

/// Brings the clocks of the complaint that a change belongs to up to its facts.
pub(crate) fn follow(work: &mut Work<'_>) -> Result<()> {
    let Some(subject) = work.subject else {
        return Ok(());
    };
    settle(work, subject.serial)
}

pub(crate) fn settle(work: &mut Work<'_>, serial: i64) -> Result<()> {
    let Some(facts) = facts(work.tx, serial)? else {
        return Ok(());
    };
    let today = work.by.now.date_naive();
    let mut kept = clocks(work.tx, serial)?;
    let gone = |id: &Uuid| !facts.demands.iter().any(|(demand, ..)| demand == id);
    // What a person said of a demand's term goes with the demand.
    for pause in pauses(work.tx, serial)? {
        if pause.demand.is_some_and(|demand| gone(&demand.0)) {
            work.delete(Table::ClockPause, pause.id.0)?;
        }
    }
    for row in kept.extract_if(.., |row| {
        row.kind == ClockKind::Demand && row.source.is_none_or(|source| gone(&source))
    }) {
        work.delete(Table::Clock, row.id.0)?;
    }
    let answer = kept
        .extract_if(.., |row| row.kind == ClockKind::Answer)
        .next();
    super::answer::settle(work, serial, answer.as_ref(), &facts)?;
    let mut wanted = facts.wanted(today);
    for row in &kept {
        let goal = row.source.is_none();
        if row.of_facts && goal {
            goal_follows(work, row, &facts)?;
        } else if row.of_facts {
            match wanted
                .iter()
                .position(|w| Some(w.source) == row.source && w.new.start == row.start)
            {
                Some(at) => promise_follows(work, row, &wanted.swap_remove(at))?,
                None => remove(work, serial, row.id)?,
            }
        } else if row.kind != ClockKind::Demand {
            start_follows(work, row, &facts)?;
        }
    }
    for want in wanted {
        insert(
            work,
            serial,
            Some(want.source),
            true,
            &want.new,
            want.end.as_ref(),
        )?;
    }
    recount(work, serial)
}

/// A goal that runs from the receipt, met by the acknowledgement or the answer.
fn goal_follows(work: &mut Work<'_>, row: &CaseClock, facts: &Facts) -> Result<()> {
    let met = match row.kind {
        ClockKind::Acknowledgement => facts.receipt_confirmed(),
        _ => facts.answered(),
    };
    let mut columns = vec![("start_on", text(facts.about.received.to_string()))];
    columns.extend(end_columns(row, met.as_ref()));
    work.update(Table::Clock, row.id.0, columns)?;
    Ok(())
}

fn promise_follows(work: &mut Work<'_>, row: &CaseClock, want: &Wanted) -> Result<()> {
    let mut columns = vec![
        ("kind", text(want.new.kind.word())),
        ("day", day_opt(want.new.day)),
    ];
    columns.extend(end_columns(row, want.end.as_ref()));
    work.update(Table::Clock, row.id.0, columns)?;
    Ok(())
}

/// The end that the facts give, unless a person has given one.
pub(super) fn end_columns(row: &CaseClock, end: Option<&NewEnding>) -> crate::image::Columns {
    match &row.ended {
        Some(ended) if !ended.of_facts => Vec::new(),
        _ => ending_columns(end, true),
    }
}

/// The day of the fact that a person's clock runs from, while the fact stands.
fn start_follows(work: &mut Work<'_>, row: &CaseClock, facts: &Facts) -> Result<()> {
    let day = match (row.start, row.start_ref) {
        (ClockStart::Received, _) => Some(facts.about.received),
        (start, Some(id)) if start.follows() => {
            let found: Option<String> = work
                .tx
                .prepare_cached(include_str!("../sql/clock_starts.sql"))?
                .query_row(params![start.word(), id.as_bytes()], |row| row.get(0))?;
            match (found, start) {
                (Some(day), ClockStart::Delivered) => Some(read_day(&day)?),
                (Some(at), _) => Some(read_time(&at)?.date_naive()),
                (None, _) => None,
            }
        }
        _ => None,
    };
    if let Some(day) = day {
        let column = vec![("start_on", text(day.to_string()))];
        work.update(Table::Clock, row.id.0, column)?;
    }
    Ok(())
}

/// Counts the days of all clocks of the complaint.
fn recount(work: &mut Work<'_>, serial: i64) -> Result<()> {
    let pauses = pauses(work.tx, serial)?;
    for row in clocks(work.tx, serial)? {
        if row.kind == ClockKind::Demand {
            continue;
        }
        recount_one(work, &row, &pauses)?;
    }
    Ok(())
}

fn recount_one(
    work: &mut Work<'_>,
    row: &CaseClock,
    pauses: &[complaint::ClockPause],
) -> Result<()> {
    let asked = Asked {
        start: row.start_on,
        count: row.count,
        unit: row.unit.clone(),
        day: row.day,
        pauses: pauses
            .iter()
            .filter(|pause| pause.clock == Some(row.id))
            .map(complaint::ClockPause::days)
            .collect(),
    };
    let due = work.counted(&asked);
    let columns = vec![
        ("due_legal", day_opt(due.map(|(legal, _)| legal))),
        ("due_safe", day_opt(due.map(|(_, safe)| safe))),
    ];
    work.update(Table::Clock, row.id.0, columns)?;
    Ok(())
}

/// Gives the clocks that follow from facts to records of a program that did
/// not keep them.
pub(crate) fn settle_backlog(tx: &Transaction<'_>) -> Result<()> {
    let serials: Vec<i64> = tx
        .prepare_cached(include_str!("../sql/clocks_backlog.sql"))?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    // Nobody changes anything here, so the day of a decision that was never
    // written down is taken as the day it promises.
    let by = By {
        actor: Actor::named(""),
        now: chrono::DateTime::<chrono::Utc>::MAX_UTC.fixed_offset(),
    };
    for serial in serials {
        let mut work = Work::unremembered(tx, &by);
        settle(&mut work, serial)?;
    }
    Ok(())
}
