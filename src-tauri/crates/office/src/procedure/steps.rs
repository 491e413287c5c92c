//! Steps of a case: the way chosen, a step marked, assigned, added; documents looked at.

use crate::case::card::card;
use crate::case::values::Card;
use crate::error::{FieldProblem, OfficeError, Result, field, within};
use crate::office::Office;
use crate::procedure::values::{
    CaseStepView, DocumentsSeen, InBoth, ProcedureChoose, StepAdd, StepAssign, StepMark, StepRef,
};
use crate::procedure::view;
use chrono::Days;
use complaint::{
    CaseStepId, ComplaintId, LONGEST_LINE, Language, StepFact, StepStanding, StepToday, dated,
};
use register::{By, Change, Op, StepWriting};

/// Characters of what is said to a step.
const LONGEST_REMARK: usize = 2_000;

/// Steps with a day that Today shows.
const STEPS_TODAY: u32 = 50;

/// Chooses the way a case goes, or leaves it to what the facts suggest.
///
/// # Errors
/// Those of the register.
pub fn procedure_choose(office: &Office, by: &By, input: ProcedureChoose) -> Result<Card> {
    office.register().transact(by, Op::BranchChoose, |change| {
        change.branch_choose(input.complaint, input.branch)
    })?;
    card(office, by, input.complaint)
}

/// The step of a case that goes by this name.
fn named(
    office: &Office,
    change: &Change<'_>,
    complaint: ComplaintId,
    name: &str,
) -> Result<CaseStepView> {
    let case = change.case(complaint)?;
    let shown = view::of_case(office, change.by(), &case)?;
    let items = shown.lists.into_iter().flat_map(|list| list.items);
    let found = shown
        .steps
        .into_iter()
        .chain(items)
        .find(|step| step.step == name);
    match found {
        Some(step) => Ok(step),
        None => field("step", FieldProblem::Foreign),
    }
}

/// What a step is called in the office's own language.
fn called(office: &Office, title: InBoth) -> Result<String> {
    Ok(match office.register().profile()?.language {
        Language::Ru => title.ru,
        Language::En => title.en,
    })
}

fn write(
    office: &Office,
    change: &mut Change<'_>,
    complaint: ComplaintId,
    step: CaseStepView,
    writing: &StepWriting,
) -> Result<()> {
    if step.own {
        let id: CaseStepId = match step.step.parse() {
            Ok(id) => id,
            Err(_) => return field("step", FieldProblem::Foreign),
        };
        return Ok(change.own_step_write(complaint, id, writing)?);
    }
    let title = called(office, step.title)?;
    Ok(change.step_write(complaint, &step.step, &title, writing)?)
}

/// Marks a step done, skipped or open again, with what is said to it.
///
/// # Errors
/// The field `step`: foreign where the case has none of that name, out of place where a fact alone says that it is
/// done or where it may not be skipped; the field `remark` where a skipped one has no reason, or is too long.
pub fn step_mark(office: &Office, by: &By, input: StepMark) -> Result<Card> {
    let remark = input.remark.trim();
    within("remark", remark, LONGEST_REMARK)?;
    let op = match input.state {
        StepStanding::Open => Op::StepReopen,
        StepStanding::Done => Op::StepDone,
        StepStanding::Skipped => Op::StepSkip,
    };
    office.register().transact(by, op, |change| {
        let step = named(office, change, input.complaint, &input.step)?;
        let by_person = step.done == StepFact::Person;
        match input.state {
            StepStanding::Open => {}
            StepStanding::Done if !by_person => return field("step", FieldProblem::OutOfPlace),
            StepStanding::Done => {}
            StepStanding::Skipped if !step.skippable || step.by_fact => {
                return field("step", FieldProblem::OutOfPlace);
            }
            StepStanding::Skipped if remark.is_empty() => {
                return field("remark", FieldProblem::Missing);
            }
            StepStanding::Skipped => {}
        }
        let writing = StepWriting::Mark(input.state, remark.to_owned());
        write(office, change, input.complaint, step, &writing)
    })?;
    card(office, by, input.complaint)
}

/// Makes a step a person's task, with a day of its own; without both it is nobody's again.
///
/// # Errors
/// The fields `step`, `person` and `day`.
pub fn step_assign(office: &Office, by: &By, input: StepAssign) -> Result<Card> {
    let person = input.person.trim();
    within("person", person, LONGEST_LINE)?;
    if let Some(day) = input.day {
        dated("day", day)?;
    }
    office.register().transact(by, Op::StepAssign, |change| {
        let step = named(office, change, input.complaint, &input.step)?;
        if step.step.contains('/') {
            return field("step", FieldProblem::OutOfPlace);
        }
        let writing = StepWriting::Assign(person.to_owned(), input.day);
        write(office, change, input.complaint, step, &writing)
    })?;
    card(office, by, input.complaint)
}

/// Adds a step by hand.
///
/// # Errors
/// The fields `title`, `person` and `day`.
pub fn step_add(office: &Office, by: &By, input: StepAdd) -> Result<Card> {
    let (title, person) = (input.title.trim(), input.person.trim());
    if title.is_empty() {
        return field("title", FieldProblem::Missing);
    }
    within("title", title, LONGEST_LINE)?;
    within("person", person, LONGEST_LINE)?;
    if let Some(day) = input.day {
        dated("day", day)?;
    }
    office.register().transact(by, Op::StepAdd, |change| {
        change.own_step_add(input.complaint, title, person, input.day)
    })?;
    card(office, by, input.complaint)
}

/// Takes a step away that was added by hand.
///
/// # Errors
/// The field `step` for any other.
pub fn step_remove(office: &Office, by: &By, input: StepRef) -> Result<Card> {
    let Ok(id) = input.step.parse::<CaseStepId>() else {
        return field("step", FieldProblem::OutOfPlace);
    };
    office.register().transact(by, Op::StepRemove, |change| {
        change.own_step_remove(input.complaint, id)
    })?;
    card(office, by, input.complaint)
}

/// Records that documents of a case were looked at.
///
/// # Errors
/// The field `documents` for one of another case.
pub fn documents_seen(office: &Office, by: &By, input: DocumentsSeen) -> Result<Card> {
    office.register().transact(by, Op::DocumentSeen, |change| {
        let case = change.case(input.complaint)?;
        let known = &case.contents.documents;
        if !input
            .documents
            .iter()
            .all(|id| known.iter().any(|d| d.id == *id))
        {
            return field("documents", FieldProblem::Foreign);
        }
        Ok::<_, OfficeError>(change.documents_seen(input.complaint, &input.documents)?)
    })?;
    card(office, by, input.complaint)
}

/// The steps whose day has come or is near, the earliest first. What a fact says by now is done.
pub(crate) fn today(office: &Office, by: &By, soon: u16) -> Result<Vec<StepToday>> {
    let today = by.now.date_naive();
    let until = today + Days::new(soon.into());
    let register = office.register();
    let mut out = Vec::new();
    for (row, step) in register.steps_due(today, until, STEPS_TODAY)? {
        let Some(day) = step.on_day else { continue };
        if !step.name.is_empty() {
            let case = register.case(row.id)?;
            let shown = view::of_case(office, by, &case)?.steps;
            let open =
                |one: &CaseStepView| one.step == step.name && one.state == StepStanding::Open;
            if !shown.iter().any(open) {
                continue;
            }
        }
        out.push(StepToday {
            row,
            title: step.title,
            person: step.person,
            day,
            late: day < today,
        });
    }
    Ok(out)
}
