//! What a person does to clocks: starts them, pauses them where a rule lets them, and ends them with
//! what proves it.

use crate::case::card::card;
use crate::case::doubt::law_asked;
use crate::case::values::Card;
use crate::clock::case_clocks::{count, dispatches, of, pauses_of, steps};
use crate::clock::values::{
    CaseClockView, ClockCounted, ClockEnding, ClockPauseRef, ClockRef, ClockResume, ClockSave,
    ClockStop, ClockValues,
};
use crate::error::{Failure, FieldProblem, OfficeError, Result, field, within};
use crate::office::Office;
use chrono::NaiveDate;
use complaint::{ClockEnd, ClockId, ClockPause, ClockPauseId, ClockStart, DemandId};
use deadline::{CountError, Pause, ProposedTerm};
use register::{By, Case, Due, NewClock, NewEnding, NewPause, Op, TermRef, TermToCount};
use uuid::Uuid;

/// Characters of a ground or a reason.
const WORDS: usize = 4_000;

/// The terms that are usual for clocks a person starts.
/// It can't fail, and answers as every use case does.
pub fn clocks_usual(_office: &Office, _by: &By) -> Result<Vec<ProposedTerm>> {
    Ok(deadline::proposed_terms().to_vec())
}

/// The day of the fact that a clock runs from.
fn start_on(office: &Office, by: &By, case: &Case, values: &ClockValues) -> Result<NaiveDate> {
    if let Some(day) = values.start_on {
        complaint::dated("start_on", day)?;
    }
    if let Some(day) = values.fields.day {
        complaint::dated("day", day)?;
    }
    let found = match values.fields.start {
        ClockStart::Received => return Ok(case.contents.complaint.fields.received_at.date_naive()),
        ClockStart::Day => return stated(values.start_on),
        ClockStart::Decided | ClockStart::HandedOver => {
            let on = stated(values.start_on)?;
            if on > by.now.date_naive() {
                return field("start_on", FieldProblem::Future);
            }
            return Ok(on);
        }
        ClockStart::Issued => {
            let id = fact(values.fields.start_ref)?;
            let letter = case.contents.letters.iter().find(|l| l.id.0 == id);
            letter.and_then(|l| Some(l.issued.as_ref()?.at.date_naive()))
        }
        ClockStart::Diary => {
            let id = fact(values.fields.start_ref)?;
            let entry = case.contents.diary.iter().find(|entry| entry.id.0 == id);
            entry.map(|entry| entry.fields.at.date_naive())
        }
        ClockStart::Dispatched => {
            let id = fact(values.fields.start_ref)?;
            let dispatches = dispatches(office, case)?;
            let sent = dispatches.iter().find(|sent| sent.dispatch.0 == id);
            sent.map(|sent| sent.on)
        }
        ClockStart::Delivered => {
            let id = fact(values.fields.start_ref)?;
            let dispatches = dispatches(office, case)?;
            let mut steps = dispatches.iter().flat_map(|sent| &sent.delivered);
            steps.find(|step| step.event.0 == id).map(|step| step.on)
        }
    };
    match found {
        Some(on) => Ok(on),
        None => field("start_ref", FieldProblem::Foreign),
    }
}

fn stated(day: Option<NaiveDate>) -> Result<NaiveDate> {
    match day {
        Some(day) => Ok(day),
        None => field("start_on", FieldProblem::Missing),
    }
}

fn fact(id: Option<Uuid>) -> Result<Uuid> {
    match id {
        Some(id) => Ok(id),
        None => field("start_ref", FieldProblem::Missing),
    }
}

/// The clock as the register takes it, every field looked at.
fn weighed(office: &Office, by: &By, case: &Case, values: &ClockValues) -> Result<NewClock> {
    let start_on = start_on(office, by, case, values)?;
    let fields = values.fields.clone().checked(start_on)?;
    Ok(NewClock { fields, start_on })
}

/// What a clock would be counted to, before it is started, or all that would refuse it.
///
/// # Errors
/// [`FieldProblem::Foreign`] for a clock of another case; those of the register.
pub fn clock_count(office: &Office, by: &By, input: ClockSave) -> Result<ClockCounted> {
    let case = office.register().case(input.complaint)?;
    its_clock(&case, input.clock)?;
    let (start_on, mut faults) = match start_on(office, by, &case, &input.values) {
        Ok(day) => (Some(day), Vec::new()),
        Err(error @ OfficeError::Field { .. }) => (None, vec![error]),
        Err(error) => return Err(error),
    };
    let own = input.values.fields.faults(start_on).into_iter();
    faults.extend(own.map(OfficeError::from));
    if !faults.is_empty() {
        return Ok(ClockCounted {
            faults: faults.into_iter().map(Failure::from).collect(),
            ..ClockCounted::default()
        });
    }
    let new = weighed(office, by, &case, &input.values)?;
    let own = |pause: &&ClockPause| input.clock.is_some() && pause.clock == input.clock;
    let days = case.pauses.iter().filter(own).map(ClockPause::days);
    let asked = TermToCount::of(&new.fields, new.start_on, days.collect());
    let (counted, missing_year) = match count(office, &asked) {
        Ok(counted) => (counted, None),
        Err(CountError::MissingYear { year }) => (None, Some(year)),
        Err(_) => (None, None),
    };
    Ok(ClockCounted {
        faults: Vec::new(),
        start_on: Some(asked.start),
        legal: counted.as_ref().map(|c| c.legal),
        safe: counted.as_ref().map(|c| c.safe),
        steps: counted.as_ref().map(steps).unwrap_or_default(),
        missing_year,
    })
}

/// Starts a clock, or puts one right.
///
/// # Errors
/// A field's problem; [`register::RegisterError::OfFacts`] for a clock that follows from facts.
pub fn clock_save(office: &Office, by: &By, input: ClockSave) -> Result<Card> {
    let op = match input.clock {
        None => Op::ClockAdd,
        Some(_) => Op::ClockEdit,
    };
    office.register().transact(by, op, |change| {
        let case = change.case(input.complaint)?;
        let new = weighed(office, by, &case, &input.values)?;
        its_clock(&case, input.clock)?;
        match input.clock {
            None => drop(change.clock_add(input.complaint, &new)?),
            Some(id) => change.clock_edit(id, &new)?,
        }
        Ok::<_, OfficeError>(())
    })?;
    card(office, by, input.complaint)
}

/// Refuses a clock of another case.
fn its_clock(case: &Case, id: Option<ClockId>) -> Result<()> {
    if id.is_none_or(|id| case.clocks.iter().any(|clock| clock.id == id)) {
        Ok(())
    } else {
        field("clock", FieldProblem::Foreign)
    }
}

/// The thing that a reference names, with where it stands.
fn named(office: &Office, case: &Case, which: ClockRef) -> Result<(TermRef, CaseClockView)> {
    let clocks = of(office, case)?.clocks;
    let found = clocks
        .into_iter()
        .find(|c| match (which.clock, which.demand) {
            (Some(id), _) => c.clock == Some(id),
            (None, Some(id)) => c.demand == Some(id),
            (None, None) => false,
        });
    match (found, which.clock, which.demand) {
        (Some(found), Some(id), _) => Ok((TermRef::Clock(id), found)),
        (Some(found), None, Some(id)) => Ok((TermRef::Demand(id), found)),
        _ => field("clock", FieldProblem::Foreign),
    }
}

/// Takes away a clock that a person started.
///
/// # Errors
/// [`register::RegisterError::OfFacts`]; those of the register.
pub fn clock_remove(office: &Office, by: &By, input: ClockRef) -> Result<Card> {
    office.register().transact(by, Op::ClockRemove, |change| {
        let case = change.case(input.complaint)?;
        match named(office, &case, input)?.0 {
            TermRef::Clock(id) => Ok::<_, OfficeError>(change.clock_remove(id)?),
            TermRef::Demand(_) => Err(register::RegisterError::OfFacts.into()),
        }
    })?;
    card(office, by, input.complaint)
}

/// Ends a clock: what was to be done is done, or need not be done any more.
///
/// # Errors
/// A field's problem: a day ahead of today or before the clock began, nothing that proves or explains
/// it; those of the register.
pub fn clock_end(office: &Office, by: &By, input: ClockEnding) -> Result<Card> {
    if input.on > by.now.date_naive() {
        return field("on", FieldProblem::Future);
    }
    let why = input.why.trim().to_owned();
    within("why", &why, WORDS)?;
    if why.is_empty() && (input.how == ClockEnd::Void || input.proof.is_none()) {
        return field("why", FieldProblem::Missing);
    }
    let end = NewEnding {
        how: input.how,
        on: input.on,
        why,
        proof: input.proof,
    };
    office.register().transact(by, Op::ClockEnd, |change| {
        let case = change.case(input.of.complaint)?;
        let (timed, clock) = named(office, &case, input.of)?;
        if clock.ended.is_some() {
            return Err(register::RegisterError::ClockEnded.into());
        }
        if end.on < clock.start_on {
            return field("on", FieldProblem::TooEarly);
        }
        Ok(change.clock_end(timed, &end)?)
    })?;
    card(office, by, input.of.complaint)
}

/// Lets a clock that somebody ended run again.
///
/// # Errors
/// [`register::RegisterError::OfFacts`] where the facts ended it.
pub fn clock_reopen(office: &Office, by: &By, input: ClockRef) -> Result<Card> {
    office.register().transact(by, Op::ClockReopen, |change| {
        let case = change.case(input.complaint)?;
        let (timed, clock) = named(office, &case, input)?;
        if clock.ended.is_some_and(|end| end.of_facts) {
            return Err(OfficeError::from(register::RegisterError::OfFacts));
        }
        Ok(change.clock_reopen(timed)?)
    })?;
    card(office, by, input.complaint)
}

/// The days of a demand with these pauses, for the register.
fn demand_due(office: &Office, case: &Case, demand: DemandId, pauses: &[Pause]) -> Option<Due> {
    let found = case.demands.iter().find(|d| d.id == demand)?;
    let about = &case.contents.complaint.fields;
    crate::clock::terms::leading(
        &office.norms(),
        about.matter.regime,
        law_asked(about, found.fields.kind),
        found.made_on,
        pauses,
    )
}

/// Makes a clock stand still, where a rule lets it.
///
/// # Errors
/// [`OfficeError::NoPause`] where no rule lets it; a field's problem; those of the register.
pub fn clock_pause(office: &Office, by: &By, input: ClockStop) -> Result<Card> {
    office.register().transact(by, Op::ClockPause, |change| {
        let case = change.case(input.of.complaint)?;
        let (timed, pause) = pause(office, by, &case, &input)?;
        let due = match timed {
            TermRef::Demand(id) => {
                let mut days = pauses_of(&case, id);
                days.push((pause.from, pause.to));
                demand_due(office, &case, id, &days)
            }
            TermRef::Clock(_) => None,
        };
        Ok::<_, OfficeError>(change.clock_pause(timed, &pause, due.as_ref())?)
    })?;
    card(office, by, input.of.complaint)
}

/// The stretch as the register takes it, every field looked at, and what stands still in it.
fn pause(office: &Office, by: &By, case: &Case, input: &ClockStop) -> Result<(TermRef, NewPause)> {
    let (timed, clock) = named(office, case, input.of)?;
    if clock.ended.is_some() {
        return Err(register::RegisterError::ClockEnded.into());
    }
    let Some(citation) = clock.may_pause else {
        return Err(OfficeError::NoPause);
    };
    let ground = input.ground.trim().to_owned();
    if ground.is_empty() {
        return field("ground", FieldProblem::Missing);
    }
    within("ground", &ground, WORDS)?;
    if let Some(day) = input.to {
        complaint::dated("to", day)?;
    }
    if input.from <= clock.start_on {
        return field("from", FieldProblem::TooEarly);
    }
    if input.from > by.now.date_naive() {
        return field("from", FieldProblem::Future);
    }
    if let Some(to) = input.to {
        if to < input.from {
            return field("to", FieldProblem::TooEarly);
        }
        complaint::no_later("to", to, by.now.date_naive(), complaint::LONGEST_STOP)?;
    }
    let pause = NewPause {
        from: input.from,
        to: input.to,
        ground,
        citation,
        proof: input.proof,
    };
    Ok((timed, pause))
}

/// Lets a clock run on.
///
/// # Errors
/// A field's problem; those of the register.
pub fn clock_resume(office: &Office, by: &By, input: ClockResume) -> Result<Card> {
    if input.to > by.now.date_naive() {
        return field("to", FieldProblem::Future);
    }
    office.register().transact(by, Op::ClockResume, |change| {
        let case = change.case(input.complaint)?;
        let pause = its(&case, input.pause)?;
        if input.to < pause.from {
            return field("to", FieldProblem::TooEarly);
        }
        let due = without(office, &case, pause, Some((pause.from, Some(input.to))));
        Ok(change.clock_resume(input.pause, input.to, due.as_ref())?)
    })?;
    card(office, by, input.complaint)
}

/// Takes a stretch away in which a clock stood still.
///
/// # Errors
/// Those of the register.
pub fn clock_pause_remove(office: &Office, by: &By, input: ClockPauseRef) -> Result<Card> {
    office
        .register()
        .transact(by, Op::ClockPauseRemove, |change| {
            let case = change.case(input.complaint)?;
            let due = without(office, &case, its(&case, input.pause)?, None);
            Ok::<_, OfficeError>(change.clock_pause_remove(input.pause, due.as_ref())?)
        })?;
    card(office, by, input.complaint)
}

/// The stretch, if it is this case's.
fn its(case: &Case, pause: ClockPauseId) -> Result<&ClockPause> {
    match case.pauses.iter().find(|p| p.id == pause) {
        Some(pause) => Ok(pause),
        None => field("pause", FieldProblem::Foreign),
    }
}

/// The days of a pause's demand with another stretch in its place.
fn without(office: &Office, case: &Case, pause: &ClockPause, other: Option<Pause>) -> Option<Due> {
    let demand = pause.demand?;
    let own = case.pauses.iter().filter(|p| p.demand == Some(demand));
    let mut days: Vec<Pause> = own
        .filter(|p| p.id != pause.id)
        .map(ClockPause::days)
        .collect();
    days.extend(other);
    demand_due(office, case, demand, &days)
}
