//! `clock …` and `inspection …`.

use crate::answer::{Answers, Outcome};
use crate::arguments::{CaseName, ClockCommand, ClockNamed, InspectionCommand};
use crate::complaints::named;
use crate::input;
use crate::places::Invocation;
use chrono::NaiveDate;
use complaint::{ClockEnd, ClockId, ComplaintId, DemandId, Language, Proof};
use office::{
    CalendarFile, Card, CaseClockView, ClockEnding, ClockRef, ClockResume, ClockSave, ClockStop,
    ClockValues, ComplaintRef, Failure, InspectionMake, InterimQuestion, Office,
};
use serde::Deserialize;
use serde_json::json;

/// A clock as a script hands it in.
#[derive(Debug, Deserialize)]
struct GivenClock {
    #[serde(default)]
    clock: Option<ClockId>,
    #[serde(flatten)]
    values: ClockValues,
}

/// The end of a clock as a script hands it in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenEnd {
    #[serde(default)]
    clock: Option<ClockId>,
    #[serde(default)]
    demand: Option<DemandId>,
    how: ClockEnd,
    on: NaiveDate,
    #[serde(default)]
    why: String,
    #[serde(default)]
    proof: Option<Proof>,
}

/// A pause as a script hands it in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenPause {
    #[serde(default)]
    clock: Option<ClockId>,
    #[serde(default)]
    demand: Option<DemandId>,
    from: NaiveDate,
    #[serde(default)]
    to: Option<NaiveDate>,
    ground: String,
    #[serde(default)]
    proof: Option<Proof>,
}

pub fn clock(invocation: &Invocation, what: &ClockCommand, answers: &mut Answers) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    let of = |case: &CaseName| -> Outcome<ComplaintId> { Ok(named(&office, case)?.complaint) };
    let all = |card: Card| card.running;
    let clocks: Vec<CaseClockView> = match what {
        ClockCommand::List(case) => office::case_clocks(&office, &by, named(&office, case)?)?,
        ClockCommand::Save { case, json } => {
            let given: GivenClock = input::json(json)?;
            let save = ClockSave {
                complaint: of(case)?,
                clock: given.clock,
                values: given.values,
            };
            all(office::clock_save(&office, &by, save)?)
        }
        ClockCommand::Remove(which) => all(office::clock_remove(
            &office,
            &by,
            which_of(invocation, &office, which)?,
        )?),
        ClockCommand::End { case, json } => {
            let given: GivenEnd = input::json(json)?;
            let ending = ClockEnding {
                of: ClockRef {
                    complaint: of(case)?,
                    clock: given.clock,
                    demand: given.demand,
                },
                how: given.how,
                on: given.on,
                why: given.why,
                proof: given.proof,
            };
            all(office::clock_end(&office, &by, ending)?)
        }
        ClockCommand::Reopen(which) => all(office::clock_reopen(
            &office,
            &by,
            which_of(invocation, &office, which)?,
        )?),
        ClockCommand::Pause { case, json } => {
            let given: GivenPause = input::json(json)?;
            let stop = ClockStop {
                of: ClockRef {
                    complaint: of(case)?,
                    clock: given.clock,
                    demand: given.demand,
                },
                from: given.from,
                to: given.to,
                ground: given.ground,
                proof: given.proof,
            };
            all(office::clock_pause(&office, &by, stop)?)
        }
        ClockCommand::Resume { case, pause, to } => {
            let wrong = |_| Failure::of("not_found").with("clock_pause");
            let resume = ClockResume {
                complaint: of(case)?,
                pause: pause.parse().map_err(wrong)?,
                to: *to,
            };
            all(office::clock_resume(&office, &by, resume)?)
        }
        ClockCommand::Promise { case, day } => {
            let question = InterimQuestion {
                complaint: of(case)?,
                promised: *day,
            };
            return answers.each(office::interim_check(&office, &by, question)?);
        }
        ClockCommand::Calendar { complaint } => {
            let file = CalendarFile {
                complaint: complaint
                    .as_deref()
                    .map(|name| office::complaint_named(&office, name))
                    .transpose()?,
                language: Language::Ru,
            };
            return answers.line(office::calendar_file(&office, &by, file)?.trim_end());
        }
    };
    answers.each(clocks)
}

/// The clock or the demand of that id.
fn which_of(invocation: &Invocation, office: &Office, which: &ClockNamed) -> Outcome<ClockRef> {
    let complaint = named(office, &which.case)?.complaint;
    let case = office::case_clocks(office, &invocation.by(), ComplaintRef { complaint })?;
    let of_clock = |id: ClockId| case.iter().any(|c| c.clock == Some(id));
    let clock = which.clock.parse().ok().filter(|id| of_clock(*id));
    Ok(ClockRef {
        complaint,
        clock,
        demand: if clock.is_none() {
            which.clock.parse().ok()
        } else {
            None
        },
    })
}

pub fn inspection(
    invocation: &Invocation,
    what: &InspectionCommand,
    answers: &mut Answers,
) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    let of = named(&office, &what.case)?;
    let Some(out) = &what.out else {
        return answers.give(&office::inspection_papers(&office, &by, of)?);
    };
    let wrong = |_| Failure::of("not_found").with("document");
    let documents = what.document.iter().map(|id| id.parse().map_err(wrong));
    let make = InspectionMake {
        complaint: of.complaint,
        documents: documents.collect::<Result<_, _>>()?,
        language: None,
    };
    let file = office::inspection_make(&office, &by, &make)?;
    input::write(out, &file.bytes)?;
    office::inspection_made(&office, &by, &make, &file.bytes)?;
    answers.give(&json!({ "out": out.display().to_string(), "bytes": file.bytes.len() }))
}
