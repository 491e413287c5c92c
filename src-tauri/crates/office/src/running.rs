//! The clocks of a case: what follows from its facts and what a person starts,
//! pauses where a rule lets them, and ends with what proves it.

use crate::case::card;
use crate::complaints::within;
use crate::error::{FieldProblem, OfficeError, Result, field};
use crate::wire::{
    Card, ClockCounted, ClockEnding, ClockPauseRef, ClockRef, ClockResume, ClockSave, ClockStep,
    ClockStop, ClockValues, ComplaintRef, DeliveryFact, DispatchFact, RunningClock,
};
use crate::{By, Office};
use chrono::NaiveDate;
use complaint::{
    CaseClock, ClockEnd, ClockKind, ClockPause, ClockStart, ClockState, DeliveryState, Demand,
    DemandId, Ending, LetterState, LetterSummary, Proof, ProofKind, state_of,
};
use deadline::usual::pause_norm;
use deadline::{CountError, Counted, Pause, Term, Usual};
use register::{Asked, Case, Due, NewClock, NewEnding, NewPause, Timed};

/// Characters of a title or a citation.
const LINE: usize = 300;
/// Characters of a ground, a reason or a note.
const WORDS: usize = 4_000;
/// The longest term that is no mistake of typing: ten years in days.
const LONGEST: u32 = 3_660;

/// The clocks of a case and the facts they may run from.
pub(crate) struct Running {
    pub clocks: Vec<RunningClock>,
    pub dispatches: Vec<DispatchFact>,
}

/// Every clock of a case, the nearest open one first.
pub(crate) fn of(office: &Office, case: &Case) -> Result<Running> {
    let mut clocks: Vec<RunningClock> = case
        .demands
        .iter()
        .filter_map(|demand| of_demand(office, case, demand))
        .collect();
    let own = case.clocks.iter().filter(|c| c.kind != ClockKind::Demand);
    clocks.extend(own.map(|clock| own_clock(office, case, clock)));
    let rank = |clock: &RunningClock| match clock.state {
        ClockState::Open if clock.legal.is_some() => 0,
        ClockState::Open | ClockState::Paused => 1,
        _ => 2,
    };
    clocks.sort_by_key(|clock| (rank(clock), clock.legal, clock.kind == ClockKind::Interim));
    Ok(Running {
        clocks,
        dispatches: dispatches(office, case)?,
    })
}

fn dispatches(office: &Office, case: &Case) -> Result<Vec<DispatchFact>> {
    let mut out = Vec::new();
    for letter in case.letters.iter().filter(|l| l.issued.is_some()) {
        for dispatch in office.register().dispatches(letter.id)? {
            let arrived = |state: DeliveryState| {
                matches!(
                    state,
                    DeliveryState::Delivered | DeliveryState::Refused | DeliveryState::Returned
                )
            };
            out.push(DispatchFact {
                dispatch: dispatch.id,
                letter: letter.id,
                way: dispatch.way,
                on: dispatch.sent_at.date_naive(),
                delivered: dispatch
                    .events
                    .iter()
                    .filter(|event| arrived(event.state))
                    .map(|event| DeliveryFact {
                        event: event.id,
                        state: event.state,
                        on: event.on,
                    })
                    .collect(),
                tracking: dispatch.tracking,
            });
        }
    }
    Ok(out)
}

/// The stretches in which the term of a demand stood still.
pub(crate) fn pauses_of(case: &Case, demand: DemandId) -> Vec<Pause> {
    let own = case.pauses.iter().filter(|p| p.demand == Some(demand));
    own.map(ClockPause::days).collect()
}

/// What the counting needs to know of a clock.
pub(crate) fn asked(clock: &CaseClock, pauses: &[Pause]) -> Asked {
    Asked {
        start: clock.start_on,
        count: clock.count,
        unit: clock.unit.clone(),
        day: clock.day,
        pauses: pauses.to_vec(),
    }
}

/// The clocks of the office's own goals for a complaint that is taken in.
pub(crate) fn goals(office: &Office, new: &register::NewComplaint) -> Vec<NewClock> {
    let goals = office.norms().goals;
    let clock = |kind, term: Term| NewClock {
        kind,
        title: String::new(),
        ours: true,
        start: ClockStart::Received,
        start_ref: None,
        start_on: new.fields.received_at.date_naive(),
        count: Some(term.count),
        unit: Some(term.unit.word().to_owned()),
        day: None,
        citation: String::new(),
        note: String::new(),
    };
    let acknowledge = goals
        .acknowledge
        .map(|term| clock(ClockKind::Acknowledgement, term));
    let answer = goals.answer.map(|term| clock(ClockKind::Goal, term));
    acknowledge.into_iter().chain(answer).collect()
}

fn steps(counted: &Counted) -> Vec<ClockStep> {
    let step = |s: &deadline::Step| ClockStep {
        date: s.date,
        text_ru: s.text_ru.clone(),
        text_en: s.text_en.clone(),
    };
    counted.steps.iter().map(step).collect()
}

/// How the term of a demand ended: by somebody's word, by the answer, or with the case.
fn end_of_demand(case: &Case, demand: &Demand) -> Option<Ending> {
    let said = case
        .clocks
        .iter()
        .find(|c| c.kind == ClockKind::Demand && c.source == Some(demand.id.0));
    if let Some(said) = said {
        return said.ended.clone();
    }
    let kind = case.complaint.kind;
    let answers = |l: &&LetterSummary| l.state == LetterState::Issued && l.kind.answers(kind);
    if let Some(letter) = case.letters.iter().find(answers) {
        let issued = letter.issued.as_ref()?;
        let on = letter.sent.as_ref().map_or(issued.at, |(_, at)| *at);
        return Some(Ending {
            how: ClockEnd::Met,
            on: on.date_naive(),
            why: String::new(),
            proof: Some(Proof {
                kind: ProofKind::Letter,
                id: letter.id.0,
            }),
            of_facts: true,
        });
    }
    let closed = case.complaint.closed_at?;
    Some(Ending {
        how: ClockEnd::Void,
        on: closed.date_naive(),
        why: String::new(),
        proof: None,
        of_facts: true,
    })
}

fn of_demand(office: &Office, case: &Case, demand: &Demand) -> Option<RunningClock> {
    let complaint = &case.complaint;
    let pauses: Vec<ClockPause> = case
        .pauses
        .iter()
        .filter(|p| p.demand == Some(demand.id))
        .cloned()
        .collect();
    let days: Vec<Pause> = pauses.iter().map(ClockPause::days).collect();
    let views = crate::clocks::of_demand(office, complaint.regime, demand, complaint.price, &days);
    let named = |rule: &str| views.iter().find(|view| view.rule == rule);
    let view = demand
        .rule
        .as_deref()
        .and_then(named)
        .or_else(|| views.first().filter(|v| !v.binds_complainant))?;
    let ended = end_of_demand(case, demand);
    let paused = pauses.iter().any(|p| p.to.is_none()) && demand.due_legal.is_none();
    // What the register counts by is shown, be it older than a rule that changed since.
    let agrees = view.legal == demand.due_legal;
    Some(RunningClock {
        clock: None,
        demand: Some(demand.id),
        kind: ClockKind::Demand,
        title: demand.detail.clone(),
        ours: true,
        of_facts: true,
        start: ClockStart::Received,
        start_ref: None,
        start_on: view.start,
        term: None,
        day: None,
        citation: view.citation.clone(),
        legal: demand.due_legal,
        safe: demand.due_safe,
        steps: if agrees {
            view.steps.clone()
        } else {
            Vec::new()
        },
        last: view.last.clone().filter(|_| ended.is_none() && agrees),
        state: state_of(ended.as_ref(), demand.due_legal, paused),
        ended,
        pauses,
        may_pause: view.pause.clone().filter(|_| complaint.closed_at.is_none()),
        note: String::new(),
    })
}

fn own_clock(office: &Office, case: &Case, clock: &CaseClock) -> RunningClock {
    let pauses: Vec<ClockPause> = case
        .pauses
        .iter()
        .filter(|p| p.clock == Some(clock.id))
        .cloned()
        .collect();
    let days: Vec<Pause> = pauses.iter().map(ClockPause::days).collect();
    let asked = asked(clock, &days);
    let counted = count(office, &asked).ok().flatten();
    let paused = clock.due_legal.is_none() && pauses.iter().any(|p| p.to.is_none());
    let norms = office.norms();
    let last = clock
        .due_legal
        .filter(|_| clock.ended.is_none() && clock.ours);
    RunningClock {
        clock: Some(clock.id),
        demand: None,
        kind: clock.kind,
        title: clock.title.clone(),
        ours: clock.ours,
        of_facts: clock.of_facts,
        start: clock.start,
        start_ref: clock.start_ref,
        start_on: clock.start_on,
        term: term_of(&asked),
        day: clock.day,
        citation: clock.citation.clone(),
        legal: clock.due_legal,
        safe: clock.due_safe,
        steps: counted.as_ref().map(steps).unwrap_or_default(),
        last: last
            .and_then(|last| deadline::last_moments(last, &norms.places, &norms.calendar).ok()),
        state: clock.state(paused),
        ended: clock.ended.clone(),
        pauses,
        may_pause: pause_norm(clock.kind).map(str::to_owned),
        note: clock.note.clone(),
    }
}

fn term_of(asked: &Asked) -> Option<Term> {
    Some(Term {
        count: asked.count?,
        unit: asked.unit.as_deref()?.parse().ok()?,
    })
}

fn count(office: &Office, asked: &Asked) -> Result<Option<Counted>, CountError> {
    let norms = office.norms();
    match (asked.day, term_of(asked)) {
        (Some(day), _) => deadline::named_paused(asked.start, day, &asked.pauses, &norms.calendar),
        (None, Some(term)) => {
            deadline::count_paused(asked.start, term, &asked.pauses, &norms.calendar)
        }
        (None, None) => Ok(None),
    }
}

/// The terms that are usual for clocks a person starts.
///
/// # Errors
/// None of its own.
pub fn clocks_usual(_office: &Office, _by: &By) -> Result<Vec<Usual>> {
    Ok(deadline::usual().to_vec())
}

/// The day of the fact that a clock runs from.
fn start_on(office: &Office, by: &By, case: &Case, values: &ClockValues) -> Result<NaiveDate> {
    let foreign = || field("start_ref", FieldProblem::Foreign);
    if values.start == ClockStart::Received {
        return Ok(case.complaint.received_at.date_naive());
    }
    if !values.start.follows() {
        return match values.start_on {
            None => field("start_on", FieldProblem::Missing),
            Some(on) if values.start != ClockStart::Day && on > by.now.date_naive() => {
                field("start_on", FieldProblem::Future)
            }
            Some(on) => Ok(on),
        };
    }
    let Some(id) = values.start_ref else {
        return field("start_ref", FieldProblem::Missing);
    };
    let found = match values.start {
        ClockStart::Issued => case
            .letters
            .iter()
            .find(|l| l.id.0 == id)
            .and_then(|l| Some(l.issued.as_ref()?.at.date_naive())),
        ClockStart::Diary => case
            .diary
            .iter()
            .find(|entry| entry.id.0 == id)
            .map(|entry| entry.at.date_naive()),
        _ => dispatches(office, case)?.iter().find_map(|fact| {
            if values.start == ClockStart::Dispatched {
                return (fact.dispatch.0 == id).then_some(fact.on);
            }
            let step = fact.delivered.iter().find(|step| step.event.0 == id);
            step.map(|step| step.on)
        }),
    };
    match found {
        Some(on) => Ok(on),
        None => foreign(),
    }
}

/// The clock as the register takes it, every field looked at.
fn weighed(office: &Office, by: &By, case: &Case, values: &ClockValues) -> Result<NewClock> {
    if !values.kind.is_free() {
        return field("kind", FieldProblem::Foreign);
    }
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (title, citation) = (line(&values.title), line(&values.citation));
    within("title", &title, LINE)?;
    within("citation", &citation, LINE)?;
    within("note", &values.note, WORDS)?;
    if values.kind == ClockKind::Other && title.is_empty() {
        return field("title", FieldProblem::Missing);
    }
    let start_on = start_on(office, by, case, values)?;
    match (values.term, values.day) {
        (None, None) => return field("term", FieldProblem::Missing),
        (Some(term), None) if term.count == 0 => return field("term", FieldProblem::Missing),
        (Some(term), None) if term.count > LONGEST || term.unit.is_by_the_clock() => {
            return field("term", FieldProblem::TooLong);
        }
        (None, Some(day)) if day < start_on => return field("day", FieldProblem::TooEarly),
        (Some(_), Some(_)) => return field("day", FieldProblem::Foreign),
        _ => {}
    }
    Ok(NewClock {
        kind: values.kind,
        title,
        ours: values.ours,
        start: values.start,
        start_ref: values
            .start_ref
            .filter(|_| values.start != ClockStart::Received && values.start != ClockStart::Day),
        start_on,
        count: values.term.map(|term| term.count),
        unit: values.term.map(|term| term.unit.word().to_owned()),
        day: values.day,
        citation,
        note: values.note.trim().to_owned(),
    })
}

/// What a clock would be counted to, before it is started.
///
/// # Errors
/// As [`clock_save`].
pub fn clock_count(office: &Office, by: &By, input: ClockSave) -> Result<ClockCounted> {
    let case = office.register().case(input.complaint)?;
    let new = weighed(office, by, &case, &input.values)?;
    let own = |pause: &&ClockPause| input.clock.is_some() && pause.clock == input.clock;
    let asked = Asked {
        start: new.start_on,
        count: new.count,
        unit: new.unit,
        day: new.day,
        pauses: case
            .pauses
            .iter()
            .filter(own)
            .map(ClockPause::days)
            .collect(),
    };
    let (counted, missing_year) = match count(office, &asked) {
        Ok(counted) => (counted, None),
        Err(CountError::MissingYear { year }) => (None, Some(year)),
        Err(_) => (None, None),
    };
    Ok(ClockCounted {
        start_on: asked.start,
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
    let case = office.register().case(input.complaint)?;
    let new = weighed(office, by, &case, &input.values)?;
    match input.clock {
        None => drop(office.register().clock_add(by, input.complaint, &new)?),
        Some(id) if case.clocks.iter().any(|c| c.id == id) => {
            office.register().clock_edit(by, id, &new)?;
        }
        Some(_) => return field("clock", FieldProblem::Foreign),
    }
    card(office, by, input.complaint)
}

/// The thing that a reference names, with where it stands.
fn named(office: &Office, case: &Case, of: ClockRef) -> Result<(Timed, RunningClock)> {
    let clocks = self::of(office, case)?.clocks;
    let found = clocks.into_iter().find(|c| match (of.clock, of.demand) {
        (Some(id), _) => c.clock == Some(id),
        (None, Some(id)) => c.demand == Some(id),
        (None, None) => false,
    });
    match (found, of.clock, of.demand) {
        (Some(found), Some(id), _) => Ok((Timed::Clock(id), found)),
        (Some(found), None, Some(id)) => Ok((Timed::Demand(id), found)),
        _ => field("clock", FieldProblem::Foreign),
    }
}

/// Takes away a clock that a person started.
///
/// # Errors
/// [`register::RegisterError::OfFacts`]; those of the register.
pub fn clock_remove(office: &Office, by: &By, input: ClockRef) -> Result<Card> {
    let case = office.register().case(input.complaint)?;
    match named(office, &case, input)?.0 {
        Timed::Clock(id) => drop(office.register().clock_remove(by, id)?),
        Timed::Demand(_) => return Err(register::RegisterError::OfFacts.into()),
    }
    card(office, by, input.complaint)
}

/// Ends a clock: what was to be done is done, or need not be done any more.
///
/// # Errors
/// A field's problem: a day ahead of today or before the clock began, nothing that proves or explains
/// it; those of the register.
pub fn clock_end(office: &Office, by: &By, input: ClockEnding) -> Result<Card> {
    let case = office.register().case(input.of.complaint)?;
    let (timed, clock) = named(office, &case, input.of)?;
    if clock.ended.is_some() {
        return Err(register::RegisterError::ClockEnded.into());
    }
    if input.on > by.now.date_naive() {
        return field("on", FieldProblem::Future);
    }
    if input.on < clock.start_on {
        return field("on", FieldProblem::TooEarly);
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
    office.register().clock_end(by, timed, &end)?;
    card(office, by, input.of.complaint)
}

/// Lets a clock that somebody ended run again.
///
/// # Errors
/// [`register::RegisterError::OfFacts`] where the facts ended it.
pub fn clock_reopen(office: &Office, by: &By, input: ClockRef) -> Result<Card> {
    let case = office.register().case(input.complaint)?;
    let (timed, clock) = named(office, &case, input)?;
    if clock.ended.is_some_and(|end| end.of_facts) {
        return Err(register::RegisterError::OfFacts.into());
    }
    office.register().clock_reopen(by, timed)?;
    card(office, by, input.complaint)
}

/// The days of a demand with these pauses, for the register.
fn demand_due(office: &Office, case: &Case, demand: DemandId, pauses: &[Pause]) -> Option<Due> {
    let found = case.demands.iter().find(|d| d.id == demand)?;
    let regime = case.complaint.regime;
    crate::clocks::leading(&office.norms(), regime, found.kind, found.made_on, pauses)
}

/// Makes a clock stand still, where a rule lets it.
///
/// # Errors
/// [`OfficeError::NoPause`] where no rule lets it; a field's problem; those of the register.
pub fn clock_pause(office: &Office, by: &By, input: ClockStop) -> Result<Card> {
    let case = office.register().case(input.of.complaint)?;
    let (timed, clock) = named(office, &case, input.of)?;
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
    if input.from <= clock.start_on {
        return field("from", FieldProblem::TooEarly);
    }
    if input.from > by.now.date_naive() {
        return field("from", FieldProblem::Future);
    }
    if input.to.is_some_and(|to| to < input.from) {
        return field("to", FieldProblem::TooEarly);
    }
    let due = match timed {
        Timed::Demand(id) => {
            let mut days = pauses_of(&case, id);
            days.push((input.from, input.to));
            demand_due(office, &case, id, &days)
        }
        Timed::Clock(_) => None,
    };
    let pause = NewPause {
        from: input.from,
        to: input.to,
        ground,
        citation,
        proof: input.proof,
    };
    office
        .register()
        .clock_pause(by, timed, &pause, due.as_ref())?;
    card(office, by, input.of.complaint)
}

/// Lets a clock run on.
///
/// # Errors
/// A field's problem; those of the register.
pub fn clock_resume(office: &Office, by: &By, input: ClockResume) -> Result<Card> {
    let case = office.register().case(input.complaint)?;
    let Some(pause) = case.pauses.iter().find(|p| p.id == input.pause) else {
        return field("pause", FieldProblem::Foreign);
    };
    if input.to < pause.from {
        return field("to", FieldProblem::TooEarly);
    }
    if input.to > by.now.date_naive() {
        return field("to", FieldProblem::Future);
    }
    let due = without(office, &case, pause, Some((pause.from, Some(input.to))));
    office
        .register()
        .clock_resume(by, input.pause, input.to, due.as_ref())?;
    card(office, by, input.complaint)
}

/// Takes a stretch away in which a clock stood still.
///
/// # Errors
/// Those of the register.
pub fn clock_pause_remove(office: &Office, by: &By, input: ClockPauseRef) -> Result<Card> {
    let case = office.register().case(input.complaint)?;
    let Some(pause) = case.pauses.iter().find(|p| p.id == input.pause) else {
        return field("pause", FieldProblem::Foreign);
    };
    let due = without(office, &case, pause, None);
    office
        .register()
        .clock_pause_remove(by, input.pause, due.as_ref())?;
    card(office, by, input.complaint)
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

/// The clocks of a case alone, for hosts that show no card.
///
/// # Errors
/// Those of the register.
pub fn case_clocks(office: &Office, _by: &By, input: ComplaintRef) -> Result<Vec<RunningClock>> {
    let case = office.register().case(input.complaint)?;
    Ok(of(office, &case)?.clocks)
}
