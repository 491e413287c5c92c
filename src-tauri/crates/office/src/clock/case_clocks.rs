//! The clocks of a case as the screens show them: the terms of its demands, what follows from other
//! facts, and what a person started.

use crate::case::values::ComplaintRef;
use crate::clock::values::{CaseClockView, ClockStep, DeliveryFact, DispatchFact, OwedClock};
use crate::error::Result;
use crate::office::Office;
use complaint::{
    CaseClock, ClockEnd, ClockFields, ClockKind, ClockPause, ClockStart, ClockState,
    ComplaintFields, DeliveryState, Demand, DemandId, Ending, Kind, Language, LetterState,
    LetterSummary, Proof, ProofKind, Status, state_of,
};
use deadline::law::{Circumstances, Rule};
use deadline::pause_ground;
use deadline::{CountError, Counted, Pause, in_english};
use register::{By, Case, NewClock, TermToCount};

/// The clocks of a case and the facts they may run from.
pub(crate) struct CaseClocks {
    pub clocks: Vec<CaseClockView>,
    pub owed: Vec<OwedClock>,
    pub dispatches: Vec<DispatchFact>,
}

/// Every clock of a case, the nearest open one first.
pub(crate) fn of(office: &Office, case: &Case) -> Result<CaseClocks> {
    let mut clocks: Vec<CaseClockView> = case
        .demands
        .iter()
        .filter_map(|demand| of_demand(office, case, demand))
        .collect();
    let own = case
        .clocks
        .iter()
        .filter(|c| c.fields.kind != ClockKind::Demand);
    clocks.extend(own.map(|clock| own_clock(office, case, clock)));
    let rank = |clock: &CaseClockView| match clock.state {
        ClockState::Open if clock.legal.is_some() => 0,
        ClockState::Open | ClockState::Paused => 1,
        ClockState::Met | ClockState::Late | ClockState::Void => 2,
    };
    complaint::order::by_key(&mut clocks, |clock| {
        let last = clock.fields.kind.is_promise();
        (rank(clock), clock.legal, last)
    });
    let closed = case.contents.complaint.status == Status::Closed;
    let binds = |clock: &CaseClockView| {
        rank(clock) == 0 && clock.fields.ours && (!closed || clock.fields.kind.is_obligation())
    };
    // What is granted leads once the answer that grants it has left.
    let awaited = case.contents.complaint.status.awaits_answer();
    let answers = |clock: &CaseClockView| !awaited || !clock.fields.kind.is_redress();
    let lead = clocks
        .iter()
        .position(|clock| binds(clock) && answers(clock));
    if let Some(lead) = lead.or_else(|| clocks.iter().position(binds)) {
        clocks[lead].leads = true;
    }
    Ok(CaseClocks {
        owed: owed(case, &clocks),
        clocks,
        dispatches: dispatches(office, case)?,
    })
}

/// What the office has still to do besides answering, in the order of the clocks.
fn owed(case: &Case, clocks: &[CaseClockView]) -> Vec<OwedClock> {
    let is_owed = |clock: &&CaseClockView| {
        clock.ended.is_none() && clock.fields.ours && clock.fields.kind.is_obligation()
    };
    let granted = |fields: &ClockFields| {
        let demand = case
            .demands
            .iter()
            .find(|d| Some(d.id.0) == fields.start_ref);
        let decision = demand?.decision.as_ref()?;
        decision
            .amount
            .filter(|_| fields.kind == ClockKind::Payment)
    };
    let view = |clock: &CaseClockView| {
        Some(OwedClock {
            clock: clock.clock?,
            kind: clock.fields.kind,
            title: clock.fields.title.clone(),
            amount: granted(&clock.fields),
            legal: clock.legal,
        })
    };
    clocks.iter().filter(is_owed).filter_map(view).collect()
}

pub(crate) fn dispatches(office: &Office, case: &Case) -> Result<Vec<DispatchFact>> {
    let mut out = Vec::new();
    for letter in case.contents.letters.iter().filter(|l| l.issued.is_some()) {
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
                way: dispatch.fields.way,
                on: dispatch.fields.sent_at.date_naive(),
                delivered: dispatch
                    .events
                    .iter()
                    .filter(|event| arrived(event.fields.state))
                    .map(|event| DeliveryFact {
                        event: event.id,
                        state: event.fields.state,
                        on: event.fields.on,
                    })
                    .collect(),
                papers: dispatch
                    .fields
                    .receipt
                    .into_iter()
                    .chain(dispatch.events.iter().filter_map(|e| e.fields.document))
                    .collect(),
                tracking: dispatch.fields.tracking,
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

/// The clocks of the office's own goals for a complaint that is taken in.
pub(crate) fn goals(
    office: &Office,
    new: &register::NewComplaint,
    language: Language,
) -> Vec<NewClock> {
    let goals = office.norms().goals;
    let clock = |kind, term| NewClock {
        fields: ClockFields {
            term: Some(term),
            ..ClockFields::of(kind, ClockStart::Received)
        },
        start_on: new.fields.received_at.date_naive(),
    };
    let acknowledge = goals
        .acknowledge
        .map(|term| clock(ClockKind::Acknowledgement, term));
    let answer = goals.answer.map(|term| clock(ClockKind::Goal, term));
    let mut clocks: Vec<NewClock> = acknowledge.into_iter().chain(answer).collect();
    clocks.extend(head_goal(office, &new.fields, language));
    clocks
}

/// What a rule calls its term, for who reads that language.
pub(crate) fn title(rule: &Rule, language: Language) -> &str {
    match language {
        Language::Ru => &rule.title_ru,
        Language::En => &rule.title_en,
    }
}

/// The day by which a state body's request is to lie before the head: a goal of the rules, which the answer
/// meets where nobody has said it before.
fn head_goal(office: &Office, fields: &ComplaintFields, language: Language) -> Option<NewClock> {
    let matter = &fields.matter;
    if matter.kind != Kind::Authority || !matter.regime.is_of_state_body() {
        return None;
    }
    let start_on = fields.received_at.date_naive();
    let norms = office.norms();
    let question = Circumstances::new(matter.regime, None, start_on);
    let rules = norms.law.deadlines(&question, &norms.calendar);
    let goal = rules
        .into_iter()
        .find(|one| one.binds_office() && !one.is_law())?;
    let rule = goal.rule;
    Some(NewClock {
        fields: ClockFields {
            term: Some(rule.term?),
            title: title(&rule, language).to_owned(),
            ..ClockFields::of(ClockKind::Goal, ClockStart::Received)
        },
        start_on,
    })
}

pub(crate) fn steps(counted: &Counted) -> Vec<ClockStep> {
    let step = |s: &deadline::Step| ClockStep {
        date: s.date,
        text_ru: s.text_ru.clone(),
        text_en: s.text_en.clone(),
    };
    counted.steps.iter().map(step).collect()
}

/// How the term of a demand ended: by somebody's word, by the answer that left the office, or with the case.
fn end_of_demand(case: &Case, demand: &Demand) -> Option<Ending> {
    let said = case
        .clocks
        .iter()
        .find(|c| c.fields.kind == ClockKind::Demand && c.source == Some(demand.id.0));
    if let Some(said) = said {
        return said.ended.clone();
    }
    let kind = case.contents.complaint.fields.matter.kind;
    let answers = |l: &&LetterSummary| l.state == LetterState::Issued && l.kind.answers(kind);
    let left = |l: &LetterSummary| Some((l.id, l.sent.as_ref()?.1));
    let answer = case.contents.letters.iter().filter(answers).find_map(left);
    if let Some((letter, on)) = answer {
        return Some(Ending {
            how: ClockEnd::Met,
            on: on.date_naive(),
            why: String::new(),
            proof: Some(Proof {
                kind: ProofKind::Letter,
                id: letter.0,
            }),
            of_facts: true,
        });
    }
    let closed = case.contents.complaint.closed_at?;
    Some(Ending {
        how: ClockEnd::Void,
        on: closed.date_naive(),
        why: String::new(),
        proof: None,
        of_facts: true,
    })
}

fn of_demand(office: &Office, case: &Case, demand: &Demand) -> Option<CaseClockView> {
    let complaint = &case.contents.complaint;
    let pauses: Vec<ClockPause> = case
        .pauses
        .iter()
        .filter(|p| p.demand == Some(demand.id))
        .cloned()
        .collect();
    let days: Vec<Pause> = pauses.iter().map(ClockPause::days).collect();
    let views = crate::clock::terms::of_demand(office, complaint, demand, &days);
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
    let open = complaint.closed_at.is_none();
    let may_pause = view.pause.as_deref().filter(|_| open);
    Some(CaseClockView {
        clock: None,
        demand: Some(demand.id),
        fields: ClockFields {
            title: demand.fields.detail.clone(),
            citation: view.citation.clone(),
            ..ClockFields::of(ClockKind::Demand, ClockStart::Received)
        },
        of_facts: true,
        start_on: view.start,
        citation_en: view.citation_en.clone(),
        legal: demand.due_legal,
        safe: demand.due_safe,
        until: view.until.filter(|_| agrees),
        steps: if agrees {
            view.steps.clone()
        } else {
            Vec::new()
        },
        last: view.last.clone().filter(|_| ended.is_none() && agrees),
        state: state_of(ended.as_ref(), demand.due_legal, paused),
        leads: false,
        ended,
        pauses,
        may_pause_en: may_pause.map(|norm| in_english(norm).into_owned()),
        may_pause: may_pause.map(str::to_owned),
    })
}

fn own_clock(office: &Office, case: &Case, clock: &CaseClock) -> CaseClockView {
    let pauses: Vec<ClockPause> = case
        .pauses
        .iter()
        .filter(|p| p.clock == Some(clock.id))
        .cloned()
        .collect();
    let days = pauses.iter().map(ClockPause::days).collect();
    let asked = TermToCount::of(&clock.fields, clock.start_on, days);
    let counted = count(office, &asked).ok().flatten().map(|counted| {
        if clock.fields.kind.is_met_by_writing() {
            counted
        } else {
            counted.of_performance()
        }
    });
    let paused = clock.due_legal.is_none() && pauses.iter().any(|p| p.to.is_none());
    let norms = office.norms();
    let last = clock
        .due_legal
        .filter(|_| clock.ended.is_none() && clock.fields.ours)
        .filter(|_| clock.fields.kind.is_met_by_writing());
    let may_pause = pause_ground(clock.fields.kind);
    CaseClockView {
        clock: Some(clock.id),
        demand: None,
        fields: clock.fields.clone(),
        of_facts: clock.of_facts,
        start_on: clock.start_on,
        citation_en: in_english(&clock.fields.citation).into_owned(),
        legal: clock.due_legal,
        safe: clock.due_safe,
        until: None,
        steps: counted.as_ref().map(steps).unwrap_or_default(),
        last: last.and_then(|last| deadline::cutoffs(last, &norms.places, &norms.calendar).ok()),
        state: clock.state(paused),
        leads: false,
        ended: clock.ended.clone(),
        pauses,
        may_pause: may_pause.map(str::to_owned),
        may_pause_en: may_pause.map(|norm| in_english(norm).into_owned()),
    }
}

pub(crate) fn count(office: &Office, asked: &TermToCount) -> Result<Option<Counted>, CountError> {
    let norms = office.norms();
    match (asked.day, asked.term) {
        (Some(day), _) => {
            deadline::named_day_paused(asked.start, day, &asked.pauses, &norms.calendar)
        }
        (None, Some(term)) => {
            deadline::count_paused(asked.start, term, &asked.pauses, &norms.calendar)
        }
        (None, None) => Ok(None),
    }
}

/// The clocks of a case alone, for hosts that show no card.
///
/// # Errors
/// Those of the register.
pub fn case_clocks(office: &Office, _by: &By, input: ComplaintRef) -> Result<Vec<CaseClockView>> {
    let case = office.register().case(input.complaint)?;
    Ok(of(office, &case)?.clocks)
}
