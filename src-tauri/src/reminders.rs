//! Words from the program while it runs: what today holds, said once a day, and a last call before the
//! post closes on somebody's last day. They name counts, never a person or a case.

use crate::desk::Desk;
use crate::outside;
use chrono::{Local, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use complaint::Language;
use office::wire::LastCall;
use std::thread;
use std::time::Duration;
use tauri::{AppHandle, Manager};

/// How often the clock is looked at.
const EVERY: Duration = Duration::from_secs(60);
/// Before this hour nobody is told of a new day.
const MORNING: u32 = 9;
/// How long before the branch closes the last call comes.
const AHEAD: TimeDelta = TimeDelta::hours(2);

/// What was said already.
#[derive(Debug, Default)]
struct Said {
    digest: Option<NaiveDate>,
    call: Option<NaiveDate>,
}

/// What is to be said now.
#[derive(Debug, PartialEq, Eq)]
enum Word {
    Digest,
    LastCall(NaiveTime),
}

impl Said {
    /// The word of this moment; each is said once a day. The first look of a run says the digest
    /// whatever the hour, for somebody has just sat down.
    fn next(&mut self, now: NaiveDateTime, what: &LastCall) -> Option<Word> {
        let today = now.date();
        let new_day = self.digest.is_none() || now.hour() >= MORNING;
        if self.digest != Some(today) && new_day {
            self.digest = Some(today);
            if what.overdue + what.due_today + what.due_soon > 0 {
                return Some(Word::Digest);
            }
        }
        let closes = what.branch_closes.filter(|_| what.due_today > 0)?;
        let from = today.and_time(closes) - AHEAD;
        if self.call != Some(today) && (from..today.and_time(closes)).contains(&now) {
            self.call = Some(today);
            return Some(Word::LastCall(closes));
        }
        None
    }
}

fn words(word: &Word, what: &LastCall, language: Language) -> String {
    let LastCall {
        overdue,
        due_today,
        due_soon,
        ..
    } = what;
    match (word, language) {
        (Word::Digest, Language::Ru) => format!(
            "Просрочено: {overdue}. Последний день сегодня: {due_today}. В ближайшие дни: {due_soon}."
        ),
        (Word::Digest, Language::En) => {
            format!(
                "Overdue: {overdue}. Last day today: {due_today}. In the next days: {due_soon}."
            )
        }
        (Word::LastCall(at), Language::Ru) => format!(
            "Сегодня последний день по делам: {due_today}. Отделение почты закроется в {}.",
            at.format("%H:%M")
        ),
        (Word::LastCall(at), Language::En) => format!(
            "Today is the last day of cases: {due_today}. The post branch closes at {}.",
            at.format("%H:%M")
        ),
    }
}

/// Starts looking at the clock.
pub fn watch(app: AppHandle) {
    thread::spawn(move || {
        let mut said = Said::default();
        loop {
            let desk = app.state::<Desk>();
            if desk.settings().reminders
                && desk.was_ready()
                && let Ok(office) = desk.office()
                && let Ok(what) = office::last_call(&office, &desk.by())
                && let Some(word) = said.next(Local::now().naive_local(), &what)
            {
                let text = words(&word, &what, desk.settings().language);
                match word {
                    Word::Digest => outside::tell_if_away(&app, &text),
                    Word::LastCall(_) => outside::tell(&app, &text),
                }
            }
            thread::sleep(EVERY);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let mut said = Said::default();
        let what = holds(1);
        assert_eq!(said.next(at(20, 7, 0), &what), Some(Word::Digest));
        assert_eq!(said.next(at(20, 10, 0), &what), None);
        let closes = NaiveTime::from_hms_opt(20, 0, 0).expect("a time");
        assert_eq!(said.next(at(20, 17, 59), &what), None);
        assert_eq!(
            said.next(at(20, 18, 0), &what),
            Some(Word::LastCall(closes))
        );
        assert_eq!(said.next(at(20, 18, 1), &what), None);
        // The next day nobody is woken before nine.
        assert_eq!(said.next(at(21, 8, 59), &what), None);
        assert_eq!(said.next(at(21, 9, 0), &what), Some(Word::Digest));
        assert_eq!(
            said.next(at(21, 20, 0), &what),
            None,
            "the branch is closed"
        );
    }

    #[test]
    fn nothing_to_say_is_not_said() {
        let mut said = Said::default();
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
        let text = words(&Word::Digest, &what, Language::Ru);
        assert_eq!(
            text,
            "Просрочено: 1. Последний день сегодня: 3. В ближайшие дни: 2."
        );
    }
}
