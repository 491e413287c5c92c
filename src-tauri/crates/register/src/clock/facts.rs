//! The facts of a case that clocks follow, and the clocks they want.

use crate::clock::fields::{NewClock, NewEnding};
use crate::clock::term::WithoutDemands;
use crate::complaint::decided::{Decided, decided_now};
use crate::database::row::read_variant;
use crate::database::value::{read_day_opt, read_time, variant};
use crate::error::Result;
use chrono::NaiveDate;
use complaint::{
    ClockEnd, ClockFields, ClockKind, ClockStart, DecisionKind, DemandKind, Kind, LetterKind,
    Proof, ProofKind, Regime,
};
use rusqlite::Transaction;
use uuid::Uuid;

/// An issued letter as far as clocks go.
struct IssuedLetter {
    id: Uuid,
    kind: LetterKind,
    superseded: bool,
    promised: Option<NaiveDate>,
    issued: NaiveDate,
    sent: Option<NaiveDate>,
    answers: bool,
    /// As far as a letter keeps it: those issued by earlier programs say nothing.
    decided: Option<Vec<Decided>>,
}

impl IssuedLetter {
    fn proves(&self) -> Option<Proof> {
        Some(Proof {
            kind: ProofKind::Letter,
            id: self.id,
        })
    }

    fn ends(&self, how: ClockEnd, on: NaiveDate) -> NewEnding {
        NewEnding {
            how,
            on,
            why: String::new(),
            proof: self.proves(),
        }
    }

    /// The end it gives to what waits for the complainant to get it: on the day it was sent or handed over.
    fn met(&self) -> Option<NewEnding> {
        self.sent.map(|on| self.ends(ClockEnd::Met, on))
    }

    /// The end it gives to what it took the place of.
    fn void(&self) -> NewEnding {
        self.ends(ClockEnd::Void, self.sent.unwrap_or(self.issued))
    }
}

/// A clock as the facts want it.
pub(crate) struct ExpectedClock {
    pub source: Uuid,
    pub new: NewClock,
    pub end: Option<NewEnding>,
}

fn issued_letters(tx: &Transaction<'_>, serial: i64, message: Kind) -> Result<Vec<IssuedLetter>> {
    let mut statement = tx.prepare_cached(include_str!("clock_promises.sql"))?;
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
        let kind = read_variant(row, "kind", LetterKind::parse)?;
        out.push(IssuedLetter {
            id: Uuid::from_bytes(row.get("id")?),
            kind,
            superseded: row.get_ref("state")?.as_str().unwrap_or_default() == "superseded",
            promised: read_day_opt(row.get("promised")?)?,
            issued,
            sent: day("sent_at")?,
            answers: kind.answers(message),
            decided: row
                .get::<_, Option<String>>("decided")?
                .map(|told| serde_json::from_str(&told))
                .transpose()?,
        });
    }
    Ok(out)
}

/// The facts of a complaint that clocks follow.
pub(crate) struct Facts {
    pub(crate) about: WithoutDemands,
    pub(crate) closed: Option<NaiveDate>,
    acknowledged: Option<NaiveDate>,
    letters: Vec<IssuedLetter>,
    pub(crate) demands: Vec<Decided>,
}

pub(crate) fn facts_of(tx: &Transaction<'_>, serial: i64) -> Result<Option<Facts>> {
    let mut statement = tx.prepare_cached(include_str!("clock_facts.sql"))?;
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
    let about = WithoutDemands {
        kind: variant(Kind::parse, of("kind")?)?,
        regime: variant(Regime::parse, of("regime")?)?,
        received: read_time(of("received_at")?)?.date_naive(),
    };
    let (acknowledged, closed) = (day("acknowledged_at")?, day("closed_at")?);
    Ok(Some(Facts {
        about,
        closed,
        acknowledged,
        letters: issued_letters(tx, serial, about.kind)?,
        demands: decided_now(tx, serial)?,
    }))
}

impl Facts {
    /// The letter that answers for good, if it stands: the first that left the office, or else the first.
    fn answer(&self) -> Option<&IssuedLetter> {
        let mut answering = self.letters.iter().filter(|l| l.answers && !l.superseded);
        let first = answering.clone().next();
        answering.find(|l| l.sent.is_some()).or(first)
    }

    /// What is promised: by the answer that left the office, until another takes its place, or else by the decisions.
    fn promised(&self) -> impl Iterator<Item = &Decided> {
        let mut sent =
            (self.letters.iter().rev()).filter(|l| l.answers && !l.superseded && l.sent.is_some());
        let told = sent.next().and_then(|l| l.decided.as_deref());
        self.demands.iter().map(move |now| {
            let mut told = told.into_iter().flatten();
            told.find(|one| one.demand == now.demand && one.decision.is_some())
                .unwrap_or(now)
        })
    }

    /// The end that the answer gives to what asks for one.
    pub(crate) fn answered(&self) -> Option<NewEnding> {
        self.answer().and_then(IssuedLetter::met)
    }

    pub(crate) fn receipt_confirmed(&self) -> Option<NewEnding> {
        let receipts = self.letters.iter().filter(|l| l.kind.confirms_receipt());
        let by_letter = receipts
            .filter_map(IssuedLetter::met)
            .min_by_key(|end| end.on);
        let by_word = self.acknowledged.map(|on| NewEnding {
            how: ClockEnd::Met,
            on,
            why: String::new(),
            proof: None,
        });
        let by_answer = self.answered();
        [by_letter, by_word, by_answer]
            .into_iter()
            .flatten()
            .min_by_key(|end| end.on)
    }

    /// The act ends the day of an inspection, or a later invitation, or the answer.
    fn inspection_end(
        &self,
        day: NaiveDate,
        later: &[IssuedLetter],
        same: Option<&IssuedLetter>,
    ) -> Option<NewEnding> {
        let act = later
            .iter()
            .find(|l| l.kind == LetterKind::InspectionAct || l.kind == LetterKind::NoShowAct);
        match (act, same) {
            // The act records the day itself, however late it is written down.
            (Some(act), _) => Some(act.ends(ClockEnd::Met, day.min(act.issued))),
            (None, Some(next)) => Some(next.void()),
            (None, None) => self.answer().map(IssuedLetter::void),
        }
    }

    pub(crate) fn expected(&self, today: NaiveDate) -> Vec<ExpectedClock> {
        let mut out = Vec::new();
        for (at, letter) in self.letters.iter().enumerate() {
            let Some(day) = letter.promised else { continue };
            let later = &self.letters[at + 1..];
            let same = later.iter().find(|l| l.kind == letter.kind);
            let Some(kind) = letter.kind.clock() else {
                continue;
            };
            let end = if kind == ClockKind::Inspection {
                self.inspection_end(day, later, same)
            } else {
                same.map(IssuedLetter::void).or_else(|| self.answered())
            };
            out.push(ExpectedClock {
                source: letter.id,
                new: dated_clock(
                    kind,
                    ClockStart::Issued,
                    Some(letter.id),
                    letter.issued,
                    day,
                ),
                end,
            });
        }
        for Decided {
            demand,
            kind,
            decision,
        } in self.promised()
        {
            let Some(decision) = decision else { continue };
            let Some(day) = decision
                .due
                .filter(|_| decision.kind != DecisionKind::Refuse)
            else {
                continue;
            };
            let clock = if decision.amount.is_some() || kind.asks_money() {
                ClockKind::Payment
            } else {
                performance_clock(*kind)
            };
            out.push(ExpectedClock {
                source: *demand,
                new: dated_clock(
                    clock,
                    ClockStart::Decided,
                    Some(*demand),
                    today.min(day),
                    day,
                ),
                end: None,
            });
        }
        out
    }
}

/// The clock of what a decision promised on such a demand, where no sum was granted.
fn performance_clock(kind: DemandKind) -> ClockKind {
    match kind {
        DemandKind::Replacement | DemandKind::Exchange => ClockKind::GoodsReturn,
        DemandKind::Refund
        | DemandKind::Repair
        | DemandKind::FixDefects
        | DemandKind::PriceReduction
        | DemandKind::Expenses
        | DemandKind::Damages
        | DemandKind::Penalty
        | DemandKind::MoralDamages
        | DemandKind::Delivery
        | DemandKind::LoanItem
        | DemandKind::ContractRefusal
        | DemandKind::Recalculation
        | DemandKind::Information
        | DemandKind::Erasure
        | DemandKind::Apology
        | DemandKind::StopNuisance
        | DemandKind::StopCharging
        | DemandKind::Payment
        | DemandKind::Other => ClockKind::Commitment,
    }
}

fn dated_clock(
    kind: ClockKind,
    start: ClockStart,
    start_ref: Option<Uuid>,
    start_on: NaiveDate,
    day: NaiveDate,
) -> NewClock {
    NewClock {
        fields: ClockFields {
            start_ref,
            day: Some(day),
            ..ClockFields::of(kind, start)
        },
        start_on,
    }
}
