//! Copies made by themselves while the program runs.

use crate::host::Host;
use crate::program::Program;
use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use office::{Failure, OfficeError, RegisterError};
use std::ops::ControlFlow;
use uuid::Uuid;

/// After an attempt that failed the next one waits so long.
const REST: TimeDelta = TimeDelta::minutes(30);

/// Copies by themselves, in one run of the program.
#[derive(Debug, Default)]
pub struct Copying {
    failed: Option<DateTime<FixedOffset>>,
    /// The day on which what is due was last erased by itself.
    erased_on: Option<NaiveDate>,
}

impl Copying {
    /// Makes the copy that is due at this moment, and what goes with it. To be
    /// called about once a minute, from a thread that may take its time. A
    /// medium that was plugged in since is so caught up within a minute.
    pub fn tend(&mut self, program: &Program, host: &dyn Host) {
        let now = host.now();
        let rests = |failed| (TimeDelta::zero()..REST).contains(&(now - failed));
        if !program.was_ready() || self.failed.is_some_and(rests) {
            return;
        }
        let Ok(office) = program.office(host) else {
            return;
        };
        if !program.is_own(&office) {
            return;
        }
        let plan = program.copy_plan(office.folder());
        // It is stopped, and waited for, when the window closes.
        let _busy = program.begin_command();
        if self.erased_on != Some(now.date_naive()) {
            self.erased_on = Some(now.date_naive());
            match office::retention_tend(&office, &program.by(host)) {
                Ok(None) => {}
                Ok(Some(gone)) => {
                    program.forget_files(now, &office);
                    log::info!("{} cases were due and are erased", gone.numbers.len());
                }
                Err(error) => log::warn!("what is due could not be erased: {error}"),
            }
        }
        let task = program.tasks.begin(Uuid::now_v7());
        let on = |_: u64, _: u64| {
            if task.is_cancelled() {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        match office::copies_tend(&office, &plan, &program.by(host), &on) {
            Ok(tended) => {
                self.failed = None;
                if let Some(made) = &tended.made {
                    log::info!("a copy was made, {} documents", made.documents);
                    program.set_copying_failed(None);
                }
                if let Some(found) = &tended.rehearsed {
                    log::info!("restoring was rehearsed, well: {}", found.good);
                }
                if let Some(failure) = &tended.untried {
                    log::warn!("restoring could not be rehearsed: {failure:?}");
                    self.failed = Some(now);
                }
            }
            Err(OfficeError::Register(RegisterError::Cancelled)) => {}
            Err(error) => {
                log::warn!("no copy could be made: {error}");
                self.failed = Some(now);
                program.set_copying_failed(Some(Failure::from(error)));
            }
        }
    }
}
