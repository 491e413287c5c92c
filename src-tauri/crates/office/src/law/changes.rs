//! Changing what the office counts by: law packs, the calendar, hours, assumptions. Each change is
//! first shown with the dates of open cases that it moves, and moves them when it is made.

use crate::case::doubt::asked_as;
use crate::error::{OfficeError, Result};
use crate::law::norms::Norms;
use crate::law::texts::{pack_fault, wanted};
use crate::law::values::{
    DaysOff, DaysQuestion, MovedDate, NormChange, NormFault, NormPreview, NormUndo, NormsChanged,
    NormsView, RegimeNorms, RegimeRef, RetentionView, RuleView, YearView,
};
use crate::office::Office;
use crate::records::undo::undo_of;
use chrono::{Datelike, NaiveDate};
use complaint::{ClockId, ClockKind, ComplaintId, DemandId, Regime};
use deadline::{Calendar, CalendarYear, retention_checked_on, retention_rules};
use register::{
    AnswerTerm, By, Due, Norm, NormKind, Op, OpenAnswer, OpenClock, OpenTerm, TermToCount,
};

/// Moved dates that a preview lists.
const LISTED: usize = 200;

/// Days of a span that are looked at.
const SPAN: usize = 732;

/// Everything the office counts by, and how it stands today.
/// It can't fail, and answers as every use case does.
pub fn norms(office: &Office, by: &By) -> Result<NormsView> {
    Ok(view(&office.norms(), by.now.date_naive()))
}

fn view(norms: &Norms, today: NaiveDate) -> NormsView {
    let regime = |regime: Regime| {
        let mut rules: Vec<RuleView> = norms
            .law
            .rules()
            .iter()
            .filter(|rule| rule.regime == regime)
            .map(|rule| RuleView {
                validity: norms.law.validity(rule, today),
                origin: norms.law.origin(rule),
                unverified: !rule.certainty.is_verified(),
                rule: rule.clone(),
            })
            .collect();
        let key = |v: &RuleView| (v.rule.id.clone(), v.rule.variant.clone(), v.rule.valid_from);
        complaint::order::by_key(&mut rules, key);
        RegimeNorms {
            regime,
            subsidiary: norms.law.subsidiary(regime),
            own: norms.own_packs.contains_key(&regime),
            rules,
            fault: norms.faults.get(&regime).map(pack_fault),
        }
    };
    NormsView {
        regimes: Regime::ALL.iter().map(|&r| regime(r)).collect(),
        penalties: norms.law.penalties().to_vec(),
        years: norms
            .calendar
            .entries()
            .map(|entry| YearView {
                own: norms.own_years.contains(&entry.year),
                entry: entry.clone(),
            })
            .collect(),
        next_year: {
            let last = norms.calendar.entries().map(|entry| entry.year).max();
            let next = last.unwrap_or(today.year()).saturating_add(1);
            Calendar::unmoved(next, today)
        },
        places: norms.places,
        assumptions: norms.assumptions,
        goals: norms.goals,
        retention: RetentionView {
            chosen: norms.retention.clone(),
            shipped: retention_rules().to_vec(),
            checked_on: retention_checked_on(),
        },
    }
}

/// What a change would do; nothing is changed.
///
/// # Errors
/// Those of the register.
pub fn norm_preview(office: &Office, _by: &By, input: NormChange) -> Result<NormPreview> {
    let mut preview = NormPreview {
        fault: None,
        regime: None,
        years: Vec::new(),
        rules: 0,
        moved: Vec::new(),
        moved_total: 0,
    };
    let planned = match plan(office, &input)? {
        Ok(planned) => planned,
        Err(fault) => {
            preview.fault = Some(fault);
            return Ok(preview);
        }
    };
    for norm in &planned.norms {
        match norm.kind {
            NormKind::Law => preview.regime = Regime::parse(&norm.name),
            NormKind::Calendar => preview.years.extend(norm.name.parse::<i32>()),
            NormKind::Hours | NormKind::Assumptions | NormKind::Goals | NormKind::Retention => {}
        }
    }
    if let Some(pack) = preview.regime.and_then(|r| planned.next.own_packs.get(&r)) {
        preview.rules = pack.rules.len() as u64;
    }
    let next = &planned.next;
    let counted = planned.moved.len() + planned.clocks.len() + planned.answers.len();
    preview.moved_total = counted as u64;
    let answers = planned.answers.iter().map(|open| MovedDate {
        case: open.case.clone(),
        demand: None,
        clock: Some(ClockKind::Answer),
        was: open.clock.as_ref().and_then(|clock| clock.due_legal),
        becomes: answer_day(open, next),
    });
    let clocks = planned.clocks.into_iter().map(|(open, due)| MovedDate {
        case: open.case,
        demand: None,
        clock: Some(open.clock.fields.kind),
        was: open.clock.due_legal,
        becomes: due.legal,
    });
    let mut moved: Vec<MovedDate> = planned
        .moved
        .into_iter()
        .map(|(term, due)| MovedDate {
            case: term.case,
            demand: Some(term.kind),
            clock: None,
            was: term.due.legal,
            becomes: due.legal,
        })
        .chain(clocks)
        .chain(answers)
        .collect();
    complaint::order::by_key(&mut moved, |date| date.becomes.or(date.was));
    moved.truncate(LISTED);
    preview.moved = moved;
    Ok(preview)
}

/// Makes a change, and counts the open cases anew.
///
/// # Errors
/// [`OfficeError::Norm`] with what [`norm_preview`] would tell; those of the register.
pub fn norm_apply(office: &Office, by: &By, input: NormChange) -> Result<NormsChanged> {
    let op = Norm::op(&wanted(&office.norms(), &input).map_err(OfficeError::Norm)?);
    let (moved, done) = office.register().transact(by, op, |change| {
        // What is open is read while nobody else writes, so that no term is left at its old day.
        let planned = plan(office, &input)?.map_err(OfficeError::Norm)?;
        let recounted: Vec<(DemandId, Due)> = planned
            .moved
            .into_iter()
            .map(|(term, due)| (term.demand, due))
            .collect();
        let clocks: Vec<(ClockId, Due)> = planned
            .clocks
            .into_iter()
            .map(|(open, due)| (open.clock.id, due))
            .collect();
        let answers: Vec<(ComplaintId, Option<AnswerTerm>)> = planned
            .answers
            .iter()
            .map(|open| (open.case.complaint, answer_of(open, &planned.next)))
            .collect();
        change.norms_save(&planned.norms, &recounted, &clocks, &answers)?;
        Ok::<_, OfficeError>(recounted.len() + clocks.len() + answers.len())
    })?;
    Ok(NormsChanged {
        norms: norms(office, by)?,
        moved: moved as u64,
        seq: done.seq,
    })
}

/// Takes a change of norms back, with the dates it moved.
///
/// # Errors
/// [`register::RegisterError::UndoConflict`] when later changes touched the same,
/// [`register::RegisterError::NothingToUndo`] for a change of anything but norms.
pub fn norm_undo(office: &Office, by: &By, input: NormUndo) -> Result<NormsView> {
    undo_of(office, by, input.seq, |op| {
        matches!(op, Op::NormSave | Op::NormReset)
    })?;
    norms(office, by)
}

/// The days of a span on which nobody works, at most two years of them.
/// It can't fail, and answers as every use case does.
pub fn days_off(office: &Office, _by: &By, input: DaysQuestion) -> Result<DaysOff> {
    let norms = office.norms();
    let mut found = DaysOff {
        off: Vec::new(),
        missing: Vec::new(),
    };
    for day in input
        .from
        .iter_days()
        .take(SPAN)
        .take_while(|day| *day <= input.to)
    {
        match norms.calendar.is_working(day) {
            Ok(true) => {}
            Ok(false) => found.off.push(day),
            Err(_) if found.missing.last() == Some(&day.year()) => {}
            Err(_) => found.missing.push(day.year()),
        }
    }
    Ok(found)
}

/// A year of the calendar as its lists make it, with its working days counted anew.
/// It can't fail, and answers as every use case does.
pub fn calendar_year_counted(_: &Office, _by: &By, input: CalendarYear) -> Result<CalendarYear> {
    Ok(Calendar::tallied(input))
}

/// The rules of a regime as they stand, as a law pack to be passed on.
/// It can't fail, and answers as every use case does.
pub fn law_pack_text(office: &Office, _by: &By, input: RegimeRef) -> Result<String> {
    Ok(office.norms().law.pack(input.regime).write())
}

/// The loaded years as a calendar file.
/// It can't fail, and answers as every use case does.
pub fn calendar_text(office: &Office, _by: &By) -> Result<String> {
    Ok(office.norms().calendar.to_json())
}

/// A change that is sound.
struct Planned {
    norms: Vec<Norm>,
    next: Norms,
    moved: Vec<(OpenTerm, Due)>,
    clocks: Vec<(OpenClock, Due)>,
    /// Cases without demands whose answer the law asks for otherwise now.
    answers: Vec<OpenAnswer>,
}

fn plan(office: &Office, change: &NormChange) -> Result<std::result::Result<Planned, NormFault>> {
    let now = office.norms();
    let norms = match wanted(&now, change) {
        Ok(norms) => norms,
        Err(fault) => return Ok(Err(fault)),
    };
    let mut texts = office.register().norms()?;
    for norm in &norms {
        texts.retain(|old| (old.kind, &old.name) != (norm.kind, &norm.name));
        if norm.body.is_some() {
            texts.push(norm.clone());
        }
    }
    let next = Norms::of(&texts);
    let regime = norms.iter().find_map(|norm| {
        let law = norm.kind == NormKind::Law;
        law.then(|| Regime::parse(&norm.name)).flatten()
    });
    if let Some(fault) = regime.and_then(|regime| next.faults.get(&regime)) {
        return Ok(Err(pack_fault(fault)));
    }
    let counts = |norm: &Norm| matches!(norm.kind, NormKind::Law | NormKind::Calendar);
    let moved = if norms.iter().any(counts) {
        moved(office.register().open_terms()?, &next)
    } else {
        Vec::new()
    };
    let answers = if regime.is_some() {
        let mut open = office.register().open_answers()?;
        open.retain(|open| differs(open, &next));
        open
    } else {
        Vec::new()
    };
    let calendar = norms.iter().any(|norm| norm.kind == NormKind::Calendar);
    let clocks = if calendar {
        clocks_moved(office.register().counted_clocks()?, &next)
    } else {
        Vec::new()
    };
    Ok(Ok(Planned {
        norms,
        next,
        moved,
        clocks,
        answers,
    }))
}

/// Whether the law asks for another answer than the clock of the case says.
fn differs(open: &OpenAnswer, next: &Norms) -> bool {
    let kept = open.clock.as_ref().and_then(|clock| {
        Some(AnswerTerm {
            term: clock.fields.term?,
            citation: clock.fields.citation.clone(),
        })
    });
    kept != answer_of(open, next)
}

fn answer_of(open: &OpenAnswer, next: &Norms) -> Option<AnswerTerm> {
    let asks = open.about.kind.asks_answer();
    asks.then(|| next.answer_term(&open.about)).flatten()
}

/// The last day that the answer to a case without demands will have.
fn answer_day(open: &OpenAnswer, next: &Norms) -> Option<NaiveDate> {
    let term = answer_of(open, next)?;
    let asked = TermToCount {
        start: open.about.received,
        term: Some(term.term),
        day: None,
        pauses: Vec::new(),
    };
    next.counted(&asked).map(|(legal, _)| legal)
}

fn moved(terms: Vec<OpenTerm>, next: &Norms) -> Vec<(OpenTerm, Due)> {
    terms
        .into_iter()
        .filter_map(|term| {
            let (regime, on) = (term.regime, term.made_on);
            // What was counted as a seller's stays one.
            let of_seller = term.due.rule.as_deref() == Some("platform.complaint");
            let kind = asked_as(regime, of_seller, term.kind);
            let due = crate::clock::terms::leading(next, regime, kind, on, &term.pauses);
            let due = due.unwrap_or_default();
            (due != term.due).then_some((term, due))
        })
        .collect()
}

fn clocks_moved(clocks: Vec<OpenClock>, next: &Norms) -> Vec<(OpenClock, Due)> {
    clocks
        .into_iter()
        .filter_map(|open| {
            let pauses = open.pauses.clone();
            let asked = TermToCount::of(&open.clock.fields, open.clock.start_on, pauses);
            let counted = next.counted(&asked);
            let due = Due {
                rule: None,
                legal: counted.map(|(legal, _)| legal),
                safe: counted.map(|(_, safe)| safe),
            };
            let same = due.legal == open.clock.due_legal && due.safe == open.clock.due_safe;
            (!same).then_some((open, due))
        })
        .collect()
}
