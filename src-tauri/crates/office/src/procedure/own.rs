//! The office's own wording and days of procedures, and the way back to the program's.

use crate::error::{FieldProblem, OfficeError, Result, field, within};
use crate::office::Office;
use crate::procedure::lists;
use crate::procedure::shipped;
use crate::procedure::values::{
    InBoth, ProcedureReset, ProcedureRule, ProcedureSave, Routines, RoutinesChanged, StepChange,
    StepSpec,
};
use complaint::{Branch, LONGEST_LINE, RoutineKind, StepDay};
use register::{By, Op, RegisterError, StoredRoutine};

/// Characters of what is said to why a step matters.
const LONGEST_WHY: usize = 1_000;

/// Days beyond which nobody counts a step.
const MOST_DAYS: u16 = 366;

/// The procedure of a branch as the office has it.
pub(crate) fn procedure(stored: &[StoredRoutine], branch: Branch) -> Result<ProcedureRule> {
    let shipped = shipped::procedure(branch);
    let own = own(stored, branch).filter(|own| own.retired_at.is_none());
    let Some(own) = own else {
        return Ok(ProcedureRule {
            branch,
            why: shipped.why,
            steps: shipped.steps,
            version: shipped::version(),
            own: false,
            changed_at: None,
            actor: String::new(),
        });
    };
    let changes: Vec<StepChange> =
        serde_json::from_str(&own.current.content).map_err(RegisterError::from)?;
    // A newer program may have brought a step that the office has not seen; it stands as it came.
    let steps = shipped.steps.into_iter().map(|step| worded(step, &changes));
    Ok(ProcedureRule {
        branch,
        why: shipped.why,
        steps: steps.collect(),
        version: own.current.number,
        own: true,
        changed_at: Some(own.current.made_at),
        actor: own.current.actor.0.clone(),
    })
}

fn own(stored: &[StoredRoutine], branch: Branch) -> Option<&StoredRoutine> {
    stored
        .iter()
        .find(|one| one.kind == RoutineKind::Procedure && one.name == branch.as_str())
}

fn worded(step: StepSpec, changes: &[StepChange]) -> StepSpec {
    match changes.iter().find(|change| change.key == step.key) {
        None => step,
        Some(change) => StepSpec {
            title: change.title.clone(),
            why: change.why.clone(),
            role: change.role,
            day: change.day,
            asked: change.asked || step.must,
            ..step
        },
    }
}

/// How the office works: its procedures, and its checklists.
///
/// # Errors
/// Those of the register.
pub fn routines(office: &Office, _: &By) -> Result<Routines> {
    let stored = office.register().routines()?;
    let procedures = Branch::ALL.iter().map(|&branch| procedure(&stored, branch));
    Ok(Routines {
        procedures: procedures.collect::<Result<_>>()?,
        checklists: lists::heads(&stored)?,
    })
}

pub(crate) fn changed(office: &Office, by: &By, seq: Option<i64>) -> Result<RoutinesChanged> {
    Ok(RoutinesChanged {
        routines: routines(office, by)?,
        seq,
    })
}

/// Saves the office's own wording, days and persons of a procedure, as a new version.
///
/// # Errors
/// The field of a step that can't be so; [`RegisterError::Conflict`] when somebody saved meanwhile.
pub fn procedure_save(office: &Office, by: &By, input: ProcedureSave) -> Result<RoutinesChanged> {
    let shipped = shipped::procedure(input.branch);
    let mut steps = Vec::with_capacity(input.steps.len());
    for (at, change) in input.steps.into_iter().enumerate() {
        let Some(step) = shipped.steps.iter().find(|step| step.key == change.key) else {
            return field(format!("steps.{at}.key"), FieldProblem::Foreign);
        };
        if steps
            .iter()
            .any(|known: &StepChange| known.key == change.key)
        {
            return field(format!("steps.{at}.key"), FieldProblem::Taken);
        }
        if step.must && !change.asked {
            return field(format!("steps.{at}.asked"), FieldProblem::OutOfPlace);
        }
        steps.push(checked(at, change)?);
    }
    let content = serde_json::to_string(&steps).map_err(RegisterError::from)?;
    let (_, done) = office
        .register()
        .transact(by, Op::ProcedureSave, |change| {
            let stored = change.routines()?;
            let own = own(&stored, input.branch);
            // Where the program's own stands, the version that was read is the program's.
            let standing = own.filter(|own| own.retired_at.is_none());
            let expected = input.expected.filter(|_| standing.is_some());
            change.routine_save(
                own.map(|own| own.id),
                expected,
                RoutineKind::Procedure,
                input.branch.as_str(),
                &content,
            )?;
            Ok::<_, OfficeError>(())
        })?;
    changed(office, by, done.seq)
}

fn checked(at: usize, change: StepChange) -> Result<StepChange> {
    let both = |name: &str, words: InBoth, limit: usize, needed: bool| -> Result<InBoth> {
        let trimmed = InBoth {
            ru: words.ru.trim().to_owned(),
            en: words.en.trim().to_owned(),
        };
        for (language, words) in [("ru", &trimmed.ru), ("en", &trimmed.en)] {
            let name = format!("steps.{at}.{name}.{language}");
            if needed && words.is_empty() {
                return field(&name, FieldProblem::Missing);
            }
            within(&name, words, limit)?;
        }
        Ok(trimmed)
    };
    if let Some(StepDay::AfterReceipt(days) | StepDay::BeforeDue(days)) = change.day
        && days > MOST_DAYS
    {
        return field(format!("steps.{at}.day"), FieldProblem::TooMuch);
    }
    Ok(StepChange {
        title: both("title", change.title, LONGEST_LINE, true)?,
        why: both("why", change.why, LONGEST_WHY, false)?,
        ..change
    })
}

/// Lets the program's own procedure stand again; the office's versions stay kept.
///
/// # Errors
/// [`RegisterError::NotFound`] where the office has none of its own.
pub fn procedure_reset(office: &Office, by: &By, input: ProcedureReset) -> Result<RoutinesChanged> {
    let (_, done) = office
        .register()
        .transact(by, Op::ProcedureReset, |change| {
            let stored = change.routines()?;
            let own = own(&stored, input.branch).ok_or(RegisterError::NotFound("routine"))?;
            Ok::<_, OfficeError>(change.routine_retire(own.id, true)?)
        })?;
    changed(office, by, done.seq)
}
