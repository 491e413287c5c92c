//! Steps of clocks, each as a change of its own.

use super::steps::{Added, SingleSteps};
use chrono::NaiveDate;
use complaint::*;
use register::*;

pub trait ClockSteps: SingleSteps {
    fn clock_add(&self, by: &By, complaint: ComplaintId, new: &NewClock) -> Result<Added<ClockId>> {
        let (id, done) = self
            .register()
            .transact(by, Op::ClockAdd, |change| change.clock_add(complaint, new))?;
        Ok(Added { id, done })
    }

    fn clock_edit(&self, by: &By, id: ClockId, new: &NewClock) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::ClockEdit, |change| change.clock_edit(id, new))?
            .1)
    }

    fn clock_remove(&self, by: &By, id: ClockId) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::ClockRemove, |change| change.clock_remove(id))?
            .1)
    }

    fn clock_end(&self, by: &By, what: TermRef, end: &NewEnding) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::ClockEnd, |change| change.clock_end(what, end))?
            .1)
    }

    fn clock_reopen(&self, by: &By, what: TermRef) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::ClockReopen, |change| change.clock_reopen(what))?
            .1)
    }

    fn clock_pause(
        &self,
        by: &By,
        what: TermRef,
        pause: &NewPause,
        due: Option<&Due>,
    ) -> Result<Added<ClockPauseId>> {
        let (id, done) = self.register().transact(by, Op::ClockPause, |change| {
            change.clock_pause(what, pause, due)
        })?;
        Ok(Added { id, done })
    }

    fn clock_resume(
        &self,
        by: &By,
        id: ClockPauseId,
        to: NaiveDate,
        due: Option<&Due>,
    ) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::ClockResume, |change| {
                change.clock_resume(id, to, due)
            })?
            .1)
    }

    fn clock_pause_remove(&self, by: &By, id: ClockPauseId, due: Option<&Due>) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::ClockPauseRemove, |change| {
                change.clock_pause_remove(id, due)
            })?
            .1)
    }
}

impl ClockSteps for Register {}
