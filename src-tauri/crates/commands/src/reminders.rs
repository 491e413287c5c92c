//! Words from the program while it runs: what today holds, said once a day, and a last call before the
//! post closes on somebody's last day. They name counts, never a person or a case.

use crate::host::Host;
use crate::program::Program;
use crate::texts::{Texts, texts};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use office::LastCall;

/// Before this hour nobody is told of a new day.
const MORNING: u32 = 9;
/// How long before the branch closes the last call comes.
const AHEAD: TimeDelta = TimeDelta::hours(2);

/// What was said already in this run.
#[derive(Debug, Default)]
pub struct Reminders {
    digest: Option<NaiveDate>,
    call: Option<NaiveDate>,
}

/// What is to be said now.
#[derive(Debug, PartialEq, Eq)]
enum Reminder {
    Digest,
    LastCall(NaiveTime),
}

impl Reminders {
    /// Says what is due at this moment, if the person wants reminders and has seen the window. To be
    /// called about once a minute.
    pub fn say(&mut self, program: &Program, host: &dyn Host) {
        if !program.settings().reminders || !program.was_ready() {
            return;
        }
        let Ok(office) = program.office(host) else {
            return;
        };
        let by = program.by(host);
        let Ok(what) = office::last_call(&office, &by) else {
            return;
        };
        let Some(reminder) = self.next(by.now.naive_local(), &what) else {
            return;
        };
        let text = worded(&reminder, &what, texts(program.language()));
        match reminder {
            Reminder::Digest if host.is_watched() => {}
            Reminder::Digest | Reminder::LastCall(_) => host.notify(&text),
        }
    }

    /// The reminder of this moment; each is said once a day. The first look of a run says the digest
    /// whatever the hour, for somebody has just sat down.
    fn next(&mut self, now: NaiveDateTime, what: &LastCall) -> Option<Reminder> {
        let today = now.date();
        let new_day = self.digest.is_none() || now.hour() >= MORNING;
        if self.digest != Some(today) && new_day {
            self.digest = Some(today);
            if what.overdue + what.due_today + what.due_soon > 0 {
                return Some(Reminder::Digest);
            }
        }
        let closes = what.branch_closes.filter(|_| what.due_today > 0)?;
        let from = today.and_time(closes) - AHEAD;
        if self.call != Some(today) && (from..today.and_time(closes)).contains(&now) {
            self.call = Some(today);
            return Some(Reminder::LastCall(closes));
        }
        None
    }
}

fn worded(reminder: &Reminder, what: &LastCall, texts: &Texts) -> String {
    match reminder {
        Reminder::Digest => (texts.digest)(what.overdue, what.due_today, what.due_soon),
        Reminder::LastCall(closes) => (texts.last_call)(what.due_today, *closes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use complaint::Language;

    fn at(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 11, day)
            .and_then(|d| d.and_hms_opt(hour, minute, 0))
            .expect("a time")
    }

    fn holds(due_today: u64) -> LastCall {
        LastCall {
            overdue: 1,
            due_today,
            due_soon: 2,
            branch_closes: NaiveTime::from_hms_opt(20, 0, 0),
        }
    }

    #[test]
    fn each_word_is_said_once_a_day() {
        let mut said = Reminders::default();
        let what = holds(1);
        assert_eq!(said.next(at(20, 7, 0), &what), Some(Reminder::Digest));
        assert_eq!(said.next(at(20, 10, 0), &what), None);
        let closes = NaiveTime::from_hms_opt(20, 0, 0).expect("a time");
        assert_eq!(said.next(at(20, 17, 59), &what), None);
        assert_eq!(
            said.next(at(20, 18, 0), &what),
            Some(Reminder::LastCall(closes))
        );
        assert_eq!(said.next(at(20, 18, 1), &what), None);
        // The next day nobody is woken before nine.
        assert_eq!(said.next(at(21, 8, 59), &what), None);
        assert_eq!(said.next(at(21, 9, 0), &what), Some(Reminder::Digest));
        assert_eq!(
            said.next(at(21, 20, 0), &what),
            None,
            "the branch is closed"
        );
    }

    #[test]
    fn nothing_to_say_is_not_said() {
        let mut said = Reminders::default();
        let nothing = LastCall {
            overdue: 0,
            due_today: 0,
            due_soon: 0,
            branch_closes: NaiveTime::from_hms_opt(20, 0, 0),
        };
        assert_eq!(said.next(at(20, 9, 0), &nothing), None);
        assert_eq!(said.next(at(20, 19, 0), &nothing), None);
    }

    #[test]
    fn the_words_name_counts_alone() {
        let what = holds(3);
        let text = worded(&Reminder::Digest, &what, texts(Language::Ru));
        assert_eq!(
            text,
            "Просрочено: 1. Последний день сегодня: 3. В ближайшие дни: 2."
        );
    }
}
