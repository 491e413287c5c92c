//! What the office counts by: what ships, with what the office has changed of it laid over.

use chrono::NaiveDate;
use complaint::{Kind, Regime};
use deadline::law::Circumstances;
use deadline::{
    Calendar, CalendarYear, CourtAssumptions, Goals, Law, OpeningHours, Pack, PackFault, Retention,
    governing,
};
use register::{AnswerTerm, Norm, NormKind, Register, TermToCount, WithoutDemands};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The rules, the calendar and the assumptions at one moment.
#[derive(Clone, Debug)]
pub(crate) struct Norms {
    pub law: Law,
    pub calendar: Calendar,
    /// The hours of the places where papers are handed over.
    pub places: OpeningHours,
    /// What is assumed for the price of an answer.
    pub assumptions: CourtAssumptions,
    /// The terms that the office sets itself.
    pub goals: Goals,
    /// For how long the office keeps its records.
    pub retention: Retention,
    /// The office's own edits of each regime.
    pub own_packs: BTreeMap<Regime, Pack>,
    /// Edits that no longer fit what ships; they are kept and not counted by.
    pub faults: BTreeMap<Regime, PackFault>,
    /// Years of the calendar that the office has changed or added.
    pub own_years: Vec<i32>,
}

impl Norms {
    /// What ships, changed by these.
    pub(crate) fn of(changes: &[Norm]) -> Self {
        let mut norms = Self {
            law: Law::builtin().clone(),
            calendar: Calendar::builtin(),
            places: OpeningHours::default(),
            assumptions: CourtAssumptions::default(),
            goals: Goals::default(),
            retention: Retention::default(),
            own_packs: BTreeMap::new(),
            faults: BTreeMap::new(),
            own_years: Vec::new(),
        };
        for change in changes {
            if let Some(body) = &change.body {
                norms.lay(change.kind, &change.name, body);
            }
        }
        norms
    }

    fn lay(&mut self, kind: NormKind, name: &str, body: &str) {
        match kind {
            NormKind::Law => match Pack::read(body) {
                Ok(pack) => self.lay_pack(pack),
                Err(fault) => {
                    if let Some(regime) = Regime::parse(name) {
                        self.faults.insert(regime, fault);
                    }
                }
            },
            NormKind::Calendar => {
                let year = serde_json::from_str::<CalendarYear>(body).ok();
                if let Some(year) = year
                    && let number = year.year
                    && self.calendar.load(year).is_ok()
                {
                    self.own_years.push(number);
                }
            }
            NormKind::Hours => self.places = serde_json::from_str(body).unwrap_or_default(),
            NormKind::Assumptions => {
                self.assumptions = serde_json::from_str(body).unwrap_or_default()
            }
            NormKind::Goals => self.goals = serde_json::from_str(body).unwrap_or_default(),
            NormKind::Retention => self.retention = serde_json::from_str(body).unwrap_or_default(),
        }
    }

    /// The legal and the safe last day of a clock, or none while it stands still or can't be counted.
    pub(crate) fn counted(&self, asked: &TermToCount) -> Option<(NaiveDate, NaiveDate)> {
        let counted = match (asked.day, asked.term) {
            (Some(day), _) => {
                deadline::named_day_paused(asked.start, day, &asked.pauses, &self.calendar)
            }
            (None, Some(term)) => {
                deadline::count_paused(asked.start, term, &asked.pauses, &self.calendar)
            }
            (None, None) => return None,
        };
        match (counted, asked.day) {
            (Ok(counted), _) => counted.map(|counted| (counted.legal, counted.safe)),
            // A day that somebody named stands in a year whose calendar isn't loaded as well.
            (Err(_), Some(day)) if asked.pauses.is_empty() => Some((day, day)),
            (Err(_), _) => None,
        }
    }

    /// The term that a rule gives for answering a complaint that demands nothing. A goal of good
    /// manners, a borrowed number and a special case are none. A state body names its own term where
    /// its regime has no rule.
    pub(crate) fn answer_term(&self, about: &WithoutDemands) -> Option<AnswerTerm> {
        if about.kind == Kind::Authority && !about.regime.is_of_state_body() {
            return None;
        }
        let question = Circumstances::new(about.regime, None, about.received);
        let mut clocks = self.law.deadlines(&question, &self.calendar);
        clocks.retain(|clock| {
            clock.is_law()
                && clock.binds_office()
                && !clock.rule.caution
                && clock.start == Some(about.received)
        });
        let leads = governing(&clocks).or(clocks.first())?;
        Some(AnswerTerm {
            term: leads.rule.term?,
            citation: leads.rule.citation.clone(),
        })
    }

    fn lay_pack(&mut self, pack: Pack) {
        if let Err(fault) = self.law.add(&pack) {
            self.faults.insert(pack.regime, fault);
        }
        self.own_packs.insert(pack.regime, pack);
    }
}

/// The norms read last, with the texts they were made from: reading the texts is cheap, laying them is not.
#[derive(Default)]
pub(crate) struct NormCache {
    last: Mutex<Option<(Vec<Norm>, Arc<Norms>)>>,
}

impl NormCache {
    /// The norms read last.
    pub(crate) fn latest(&self) -> Arc<Norms> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        match last.as_ref() {
            Some((_, norms)) => Arc::clone(norms),
            None => Arc::new(Norms::of(&[])),
        }
    }

    /// The norms as the register has them now. Should the register not answer, the ones read last
    /// serve: the use case that asks reads the register as well and says what is wrong with it.
    pub(crate) fn read(&self, register: &Register) -> Arc<Norms> {
        let found = register.norms();
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        match (found, last.as_ref()) {
            (Ok(found), Some((texts, norms))) if found == *texts => Arc::clone(norms),
            (Err(_), Some((_, norms))) => Arc::clone(norms),
            (found, _) => {
                let texts = found.unwrap_or_default();
                let norms = Arc::new(Norms::of(&texts));
                *last = Some((texts, Arc::clone(&norms)));
                norms
            }
        }
    }
}
