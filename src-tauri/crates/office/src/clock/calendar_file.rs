//! The last days of open cases and of their other clocks as a calendar file (iCalendar, RFC 5545) that other programs show and
//! remind of. It names numbers and rules, no person and no word of a complaint: calendars travel far.

use crate::error::Result;
use crate::office::Office;
use crate::texts::texts;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Utc};
use complaint::{ComplaintId, Language};
use register::{By, OpenTerm};
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use ts_rs::TS;
use uuid::Uuid;

/// Asks for the last days of open cases as a calendar file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarFile {
    /// Of one case only.
    pub complaint: Option<ComplaintId>,
    pub language: Language,
}

/// What today holds, in counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LastCall {
    /// Cases whose legal last day has passed.
    pub overdue: u64,
    /// Cases whose legal last day is today; counted up to fifty.
    pub due_today: u64,
    /// Cases whose last day, or a promised one, is near, today's among them.
    pub due_soon: u64,
    /// When the post branch closes today, if it is open.
    pub branch_closes: Option<NaiveTime>,
}

/// Octets of a line before it is folded (RFC 5545, 3.1).
const LINE: usize = 75;

/// The last day of each demand and of every other running clock of the open cases, or of one case; what
/// stands still or can't be counted has none. Gives the file's text.
///
/// # Errors
/// Those of the register.
pub fn calendar_file(office: &Office, by: &By, input: CalendarFile) -> Result<String> {
    let mut terms = office.register().open_terms()?;
    terms.retain(|term| term.runs);
    if let Some(complaint) = input.complaint {
        terms.retain(|term| term.case.complaint == complaint);
    }
    let norms = office.norms();
    let title = |term: &OpenTerm| {
        let rule = term.due.rule.as_deref()?;
        let rules = norms.law.rules();
        let rule = rules
            .iter()
            .find(|r| r.id == rule && r.in_force(term.made_on))?;
        Some(match input.language {
            Language::Ru => (rule.title_ru.clone(), rule.citation.clone()),
            Language::En => (rule.title_en.clone(), rule.citation.clone()),
        })
    };
    let mut out = Lines(String::new());
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line("PRODID:-//Otvet//Otvet//RU");
    out.line("CALSCALE:GREGORIAN");
    for term in &terms {
        let Some(legal) = term.due.legal else {
            continue;
        };
        let (title, citation) = title(term).unwrap_or_default();
        let event = Event {
            id: term.demand.0,
            number: &term.case.number,
            legal,
            safe: term.due.safe,
            title: &title,
            citation: &citation,
        };
        event.write(&mut out, by.now, input.language);
    }
    let mut clocks = office.register().open_clocks()?;
    clocks.retain(|open| input.complaint.is_none_or(|id| id == open.case.complaint));
    for open in &clocks {
        let Some(legal) = open.clock.due_legal else {
            continue;
        };
        let kind = letter::paper_word(input.language, "clock", open.clock.fields.kind.as_str());
        let theirs = letter::paper_phrase(input.language, "clock_theirs", &[]);
        let title = if open.clock.fields.ours {
            kind.to_owned()
        } else {
            format!("{kind} ({theirs})")
        };
        let event = Event {
            id: open.clock.id.0,
            number: &open.case.number,
            legal,
            safe: open.clock.due_safe,
            title: &title,
            citation: &open.clock.fields.citation,
        };
        event.write(&mut out, by.now, input.language);
    }
    out.line("END:VCALENDAR");
    Ok(out.0)
}

/// What today holds, for a word to somebody who is not looking at the window.
///
/// # Errors
/// Those of the register.
pub fn last_call(office: &Office, by: &By) -> Result<LastCall> {
    let day = by.now.date_naive();
    let today = crate::case::list::today(office, by)?;
    let due_today = today
        .due_soon
        .rows
        .iter()
        .chain(&today.promised.rows)
        .filter(|row| row.next_due == Some(day));
    let norms = office.norms();
    let branch = deadline::cutoffs(day, &norms.places, &norms.calendar)
        .ok()
        .and_then(|last| last.branch)
        .filter(|branch| branch.day == day);
    Ok(LastCall {
        overdue: today.overdue.total,
        due_today: due_today.count() as u64,
        due_soon: today.due_soon.total + today.promised.total,
        branch_closes: branch.map(|branch| branch.time),
    })
}

/// One day of the calendar. The office's own words for a clock stay out of it: they may name somebody.
struct Event<'a> {
    id: Uuid,
    number: &'a str,
    legal: NaiveDate,
    safe: Option<NaiveDate>,
    title: &'a str,
    citation: &'a str,
}

impl Event<'_> {
    fn write(&self, out: &mut Lines, now: DateTime<FixedOffset>, language: Language) {
        let day = |date: NaiveDate| date.format("%Y%m%d").to_string();
        let legal = self.legal;
        let citation = match language {
            Language::Ru => self.citation.into(),
            Language::En => deadline::in_english(self.citation),
        };
        let safe = self.safe.filter(|safe| *safe != legal);
        let note = match safe {
            Some(safe) => format!("{} {citation}", (texts(language).safer_by)(safe)),
            None => citation.into_owned(),
        };
        out.line("BEGIN:VEVENT");
        out.line(&format!("UID:{}@otvet", self.id));
        out.line(&format!(
            "DTSTAMP:{}",
            now.with_timezone(&Utc).format("%Y%m%dT%H%M%SZ")
        ));
        out.line(&format!("DTSTART;VALUE=DATE:{}", day(legal)));
        out.line(&format!(
            "DTEND;VALUE=DATE:{}",
            day(legal.succ_opt().unwrap_or(legal))
        ));
        out.text("SUMMARY", &format!("{}. {}", self.number, self.title));
        out.text("DESCRIPTION", note.trim());
        out.line("TRANSP:TRANSPARENT");
        out.line("BEGIN:VALARM");
        out.line("ACTION:DISPLAY");
        out.text("DESCRIPTION", self.number);
        // At nine in the morning of the day before.
        out.line("TRIGGER:-PT15H");
        out.line("END:VALARM");
        out.line("END:VEVENT");
    }
}

/// The lines of the file, folded, each ended by CR LF.
struct Lines(String);

impl Lines {
    fn line(&mut self, line: &str) {
        let mut room = LINE;
        for letter in line.chars() {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            room -= letter.len_utf8();
            self.0.push(letter);
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value is text, with what means something in it escaped.
    fn text(&mut self, name: &str, value: &str) {
        let mut line = String::new();
        let _ = write!(line, "{name}:");
        for letter in value.chars() {
            match letter {
                '\\' | ';' | ',' => {
                    line.push('\\');
                    line.push(letter);
                }
                '\n' => line.push_str("\\n"),
                other if other.is_control() => {}
                other => line.push(other),
            }
        }
        self.line(&line);
    }
}
