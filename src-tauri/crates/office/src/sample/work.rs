//! How the shop of the sample works: its checklists, and the tasks on its cases.

use super::stories::{Sample, Staff, Story};
use crate::error::Result;
use crate::{By, ChecklistPut, ChecklistSave, Office, StepAdd, StepMark};
use chrono::{DateTime, FixedOffset, TimeDelta};
use complaint::{ComplaintId, StepStanding};

/// Writes the shop's checklists down.
pub(super) fn checklists(office: &Office, by: &By, sample: &Sample) -> Result<()> {
    for list in &sample.checklists {
        let save = ChecklistSave {
            checklist: None,
            expected: None,
            title: list.title.clone(),
            items: list.items.clone(),
            kinds: list.kinds.clone(),
            words: list.words.clone(),
        };
        crate::checklist_save(office, by, save)?;
    }
    Ok(())
}

/// Puts on a case what its story says: a checklist with its first item ticked, tasks with their days.
pub(super) fn lead(
    office: &Office,
    staff: &Staff,
    story: &Story,
    complaint: ComplaintId,
    received: DateTime<FixedOffset>,
    now: DateTime<FixedOffset>,
) -> Result<()> {
    let by = By {
        actor: staff.clerk(),
        now: (received + TimeDelta::hours(3)).min(now),
    };
    if let Some(title) = &story.checklist {
        let all = crate::routines(office, &by)?.checklists;
        if let Some(list) = all.iter().find(|list| list.title == *title) {
            let put = ChecklistPut {
                complaint,
                checklist: list.checklist,
            };
            let card = crate::checklist_put(office, &by, put)?;
            let items = card.procedure.lists.iter().flat_map(|list| &list.items);
            if let Some(first) = items.into_iter().next() {
                let done = StepMark {
                    complaint,
                    step: first.step.clone(),
                    state: StepStanding::Done,
                    remark: story.ticked.clone(),
                };
                crate::step_mark(office, &by, done)?;
            }
        }
    }
    for task in &story.tasks {
        let add = StepAdd {
            complaint,
            title: task.title.clone(),
            person: task.person.clone(),
            day: Some(now.date_naive() + TimeDelta::days(task.in_days)),
        };
        crate::step_add(office, &by, add)?;
    }
    Ok(())
}
