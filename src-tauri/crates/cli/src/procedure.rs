//! `step …`, `procedure …` and `checklist …`.

use crate::answer::{Answers, Outcome};
use crate::arguments::{ChecklistCommand, ChecklistName, ProcedureCommand, StepCommand, StepName};
use crate::complaints::named;
use crate::input;
use crate::places::Invocation;
use complaint::{RoutineId, StepStanding};
use office::{
    Card, ChecklistPut, ChecklistRef, ChecklistRetire, Failure, ListRef, Office, ProcedureChoose,
    ProcedureReset, StepAdd, StepAssign, StepMark, StepRef,
};

pub fn step(invocation: &Invocation, what: &StepCommand, answers: &mut Answers) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    let mark = |step: &StepName, state: StepStanding, remark: &str| -> Outcome<Card> {
        let mark = StepMark {
            complaint: named(&office, &step.case)?.complaint,
            step: step.step.clone(),
            state,
            remark: remark.to_owned(),
        };
        Ok(office::step_mark(&office, &by, mark)?)
    };
    let card = match what {
        StepCommand::List(case) => office::complaint_card(&office, &by, named(&office, case)?)?,
        StepCommand::Branch { case, branch } => {
            let choose = ProcedureChoose {
                complaint: named(&office, case)?.complaint,
                branch: *branch,
            };
            office::procedure_choose(&office, &by, choose)?
        }
        StepCommand::Done { step, remark } => mark(step, StepStanding::Done, remark)?,
        StepCommand::Skip { step, reason } => mark(step, StepStanding::Skipped, reason)?,
        StepCommand::Reopen(step) => mark(step, StepStanding::Open, "")?,
        StepCommand::Assign { step, task } => {
            let assign = StepAssign {
                complaint: named(&office, &step.case)?.complaint,
                step: step.step.clone(),
                person: task.person.clone(),
                day: task.day,
            };
            office::step_assign(&office, &by, assign)?
        }
        StepCommand::Add { case, title, task } => {
            let add = StepAdd {
                complaint: named(&office, case)?.complaint,
                title: title.clone(),
                person: task.person.clone(),
                day: task.day,
            };
            office::step_add(&office, &by, add)?
        }
        StepCommand::Remove(step) => {
            let gone = StepRef {
                complaint: named(&office, &step.case)?.complaint,
                step: step.step.clone(),
            };
            office::step_remove(&office, &by, gone)?
        }
    };
    answers.give(&card.procedure)
}

pub fn procedure(
    invocation: &Invocation,
    what: &ProcedureCommand,
    answers: &mut Answers,
) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    let (all, only) = match what {
        ProcedureCommand::List { branch } => (office::routines(&office, &by)?, *branch),
        ProcedureCommand::Save { json } => {
            let save: office::ProcedureSave = input::json(json)?;
            let branch = save.branch;
            let done = office::procedure_save(&office, &by, save)?;
            (done.routines, Some(branch))
        }
        ProcedureCommand::Reset { branch } => {
            let reset = ProcedureReset { branch: *branch };
            let done = office::procedure_reset(&office, &by, reset)?;
            (done.routines, Some(*branch))
        }
    };
    let wanted = |one: &office::ProcedureRule| only.is_none_or(|branch| branch == one.branch);
    answers.each(all.procedures.into_iter().filter(wanted))
}

pub fn checklist(
    invocation: &Invocation,
    what: &ChecklistCommand,
    answers: &mut Answers,
) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    let retire = |name: &ChecklistName, retired: bool| -> Outcome<office::Routines> {
        let retire = ChecklistRetire {
            checklist: checklist_named(invocation, &office, name)?,
            retired,
        };
        Ok(office::checklist_retire(&office, &by, retire)?.routines)
    };
    let all = match what {
        ChecklistCommand::List => office::routines(&office, &by)?,
        ChecklistCommand::Save { json } => {
            office::checklist_save(&office, &by, input::json(json)?)?.routines
        }
        ChecklistCommand::Retire(name) => retire(name, true)?,
        ChecklistCommand::Restore(name) => retire(name, false)?,
        ChecklistCommand::Versions(name) => {
            let checklist = checklist_named(invocation, &office, name)?;
            let versions = office::checklist_versions(&office, &by, ChecklistRef { checklist })?;
            return answers.each(versions);
        }
        ChecklistCommand::Put { case, name } => {
            let put = ChecklistPut {
                complaint: named(&office, case)?.complaint,
                checklist: checklist_named(invocation, &office, name)?,
            };
            let card = office::checklist_put(&office, &by, put)?;
            return answers.give(&card.procedure);
        }
        ChecklistCommand::Remove { case, name } => {
            let case = named(&office, case)?;
            let checklist = checklist_named(invocation, &office, name)?;
            let lists = office::complaint_card(&office, &by, case)?.procedure.lists;
            let on_case = lists.into_iter().find(|list| list.checklist == checklist);
            let on_case = on_case.ok_or_else(|| Failure::of("not_found").with("case_list"))?;
            let gone = ListRef {
                complaint: case.complaint,
                list: on_case.list,
            };
            let card = office::checklist_remove(&office, &by, gone)?;
            return answers.give(&card.procedure);
        }
    };
    answers.each(all.checklists)
}

/// The checklist of that title or id.
fn checklist_named(
    invocation: &Invocation,
    office: &Office,
    name: &ChecklistName,
) -> Result<RoutineId, Failure> {
    let all = office::routines(office, &invocation.by())?.checklists;
    let called = name.checklist.trim().to_lowercase();
    let meant = |one: &&office::ChecklistHead| {
        one.checklist.to_string() == called || one.title.to_lowercase() == called
    };
    let found = all.iter().find(meant).map(|one| one.checklist);
    found.ok_or_else(|| Failure::of("not_found").with("checklist"))
}
