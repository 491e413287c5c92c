//! The texts in which the register holds what an office counts by instead of what ships: those that a change comes to.

use crate::law::norms::Norms;
use crate::law::values::{NormChange, NormFault, RuleRef};
use chrono::NaiveDate;
use complaint::Regime;
use deadline::calendar::CalendarError;
use deadline::{Calendar, CalendarYear, Law, Pack, PackFault, RetentionFlaw, Rule};
use register::{Norm, NormKind};
use serde::Serialize;

/// The texts that a change comes to.
pub(super) fn wanted(
    now: &Norms,
    change: &NormChange,
) -> std::result::Result<Vec<Norm>, NormFault> {
    match change {
        NormChange::Rule { rule, instead } => {
            let mut own = own_pack(now, rule.regime, rule.checked_on);
            own.rules.retain(|old| {
                let edited = instead.as_ref().is_some_and(|of| is(old, of));
                let same = old.same_rule(rule) && old.valid_from == rule.valid_from;
                !(edited || same)
            });
            own.rules.push(rule.clone());
            fitting(own)
        }
        NormChange::RuleReset { of } => {
            let mut own = own_pack(now, of.regime, NaiveDate::default());
            own.rules.retain(|old| !is(old, of));
            fitting(own)
        }
        NormChange::Pack { text } => {
            let pack = Pack::read(text).map_err(|fault| pack_fault(&fault))?;
            let mut law = Law::builtin().clone();
            law.add_toml(text).map_err(|fault| pack_fault(&fault))?;
            fitting(pack)
        }
        NormChange::PackReset { regime } => Ok(vec![law_norm(*regime, None)]),
        NormChange::Year { year } => {
            let year = Calendar::tallied(year.clone());
            Ok(vec![year_norm(year)?])
        }
        NormChange::Calendar { text } => {
            let years = Calendar::read_json(text).map_err(|e| calendar_fault(&e, None))?;
            let norms = years.into_iter().map(year_norm).collect::<Result<_, _>>()?;
            Ok(norms)
        }
        NormChange::YearReset { year } => Ok(vec![Norm {
            kind: NormKind::Calendar,
            name: year.to_string(),
            body: None,
        }]),
        NormChange::Hours { places } => {
            for (name, week) in [("post", &places.post), ("office", &places.office)] {
                if let Some(day) = week.first_flaw() {
                    return Err(NormFault {
                        subject: Some(name.to_owned()),
                        problem: "hours".to_owned(),
                        detail: day.to_string(),
                        ..NormFault::default()
                    });
                }
            }
            Ok(vec![stored(
                NormKind::Hours,
                places,
                *places == Default::default(),
            )])
        }
        NormChange::Goals { goals } => match goals.first_flaw() {
            Some(goal) => Err(NormFault {
                subject: Some(goal.to_owned()),
                problem: "goal".to_owned(),
                ..NormFault::default()
            }),
            None => Ok(vec![stored(
                NormKind::Goals,
                goals,
                *goals == Default::default(),
            )]),
        },
        NormChange::Retention { retention } => match retention.first_flaw() {
            Some(flaw) => Err(retention_fault(flaw)),
            None => {
                let own = retention.clone().own();
                let as_shipped = own == Default::default();
                Ok(vec![stored(NormKind::Retention, &own, as_shipped)])
            }
        },
        NormChange::Assumptions { assumptions } => Ok(vec![stored(
            NormKind::Assumptions,
            assumptions,
            *assumptions == Default::default(),
        )]),
    }
}

fn retention_fault(flaw: RetentionFlaw) -> NormFault {
    let (problem, kind) = match flaw {
        RetentionFlaw::Trash => ("trash_days", None),
        RetentionFlaw::Years(kind) => ("retention_years", Some(kind)),
        RetentionFlaw::Short(kind) => ("retention_short", Some(kind)),
    };
    NormFault {
        subject: kind.map(|kind| kind.as_str().to_owned()),
        problem: problem.to_owned(),
        ..NormFault::default()
    }
}

fn stored<T: Serialize>(kind: NormKind, value: &T, as_shipped: bool) -> Norm {
    let body = serde_json::to_string(value).ok();
    Norm {
        kind,
        name: String::new(),
        body: body.filter(|_| !as_shipped),
    }
}

fn is(rule: &Rule, of: &RuleRef) -> bool {
    rule.id == of.id && rule.variant == of.variant && rule.valid_from == of.valid_from
}

fn own_pack(now: &Norms, regime: Regime, checked_on: NaiveDate) -> Pack {
    now.own_packs.get(&regime).cloned().unwrap_or(Pack {
        regime,
        subsidiary: None,
        checked_on,
        penalties: Vec::new(),
        rules: Vec::new(),
    })
}

/// The pack without what ships anyway, if it fits over what ships.
fn fitting(mut pack: Pack) -> std::result::Result<Vec<Norm>, NormFault> {
    let shipped = Law::builtin();
    pack.rules.retain(|rule| !shipped.rules().contains(rule));
    pack.penalties
        .retain(|penalty| !shipped.penalties().contains(penalty));
    pack.subsidiary = pack
        .subsidiary
        .filter(|other| Some(*other) != shipped.subsidiary(pack.regime));
    let nothing = pack.rules.is_empty() && pack.penalties.is_empty() && pack.subsidiary.is_none();
    if nothing {
        return Ok(vec![law_norm(pack.regime, None)]);
    }
    let mut law = shipped.clone();
    law.add(&pack).map_err(|fault| pack_fault(&fault))?;
    Ok(vec![law_norm(pack.regime, Some(pack.write()))])
}

fn law_norm(regime: Regime, body: Option<String>) -> Norm {
    Norm {
        kind: NormKind::Law,
        name: regime.as_str().to_owned(),
        body,
    }
}

fn year_norm(year: CalendarYear) -> std::result::Result<Norm, NormFault> {
    let number = year.year;
    let shipped = Calendar::builtin();
    let as_shipped = shipped.entries().any(|entry| *entry == year);
    Calendar::empty()
        .load(year.clone())
        .map_err(|error| calendar_fault(&error, Some(number)))?;
    Ok(Norm {
        kind: NormKind::Calendar,
        name: number.to_string(),
        body: serde_json::to_string(&year).ok().filter(|_| !as_shipped),
    })
}

pub(super) fn pack_fault(fault: &PackFault) -> NormFault {
    // The problem is told apart by its own tag, which is what the wire calls it too.
    let tagged = serde_json::to_value(&fault.problem).unwrap_or_default();
    let word = |name: &str| tagged[name].as_str().unwrap_or_default().to_owned();
    let detail = ["key", "id", "detail"].map(word).concat();
    NormFault {
        line: fault.line,
        subject: fault.subject.clone(),
        problem: word("problem"),
        detail,
    }
}

fn calendar_fault(error: &CalendarError, year: Option<i32>) -> NormFault {
    let (problem, detail) = match error {
        CalendarError::NotACalendar(detail) => ("not_a_calendar", detail.clone()),
        CalendarError::MisplacedDay(day) => ("misplaced_day", day.to_string()),
        CalendarError::WrongTotal {
            year,
            counted,
            said,
        } => ("wrong_total", format!("{year}: {counted} ≠ {said}")),
        CalendarError::MissingYear { year } => ("not_a_calendar", year.to_string()),
    };
    NormFault {
        line: 0,
        subject: year.map(|year| year.to_string()),
        problem: problem.to_owned(),
        detail,
    }
}
