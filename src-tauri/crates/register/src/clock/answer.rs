//! The term of an answer to a complaint that demands nothing. While a demand
//! is named, its own term takes the place of this one.

use crate::clock::facts::Facts;
use crate::clock::fields::{NewClock, NewEnding};
use crate::clock::term::AnswerTerm;
use crate::clock::write::{clock_delete, clock_insert, end_by_facts, term_columns};
use crate::database::value::text;
use crate::error::Result;
use crate::journal::change::Change;
use crate::journal::row_image::Table;
use complaint::{CaseClock, ClockEnd, ClockFields, ClockKind, ClockStart};

/// What the facts want of the clock.
enum AnswerClock {
    /// Nobody said what the law asks, so what is there stays.
    Unknown,
    Nothing,
    Term(AnswerTerm),
}

fn answer_clock(
    change: &Change<'_>,
    facts: &Facts,
    ruled: Option<Option<&AnswerTerm>>,
    chosen: bool,
) -> AnswerClock {
    if chosen || !facts.demands.is_empty() || !facts.about.kind.asks_answer() {
        return AnswerClock::Nothing;
    }
    let ruled = ruled.map(Option::<&AnswerTerm>::cloned);
    match ruled.or_else(|| change.answer_law().map(|law| law(&facts.about))) {
        None => AnswerClock::Unknown,
        Some(None) => AnswerClock::Nothing,
        Some(Some(term)) => AnswerClock::Term(term),
    }
}

/// The answer ends it, or the end of the case without one.
fn answer_ending(facts: &Facts) -> Option<NewEnding> {
    facts.answered().or_else(|| {
        facts.closed.map(|on| NewEnding {
            how: ClockEnd::Void,
            on,
            why: String::new(),
            proof: None,
        })
    })
}

/// Brings the clock up to the facts. While the office goes by a term it has `chosen`, there is none of the
/// usual rule.
pub(crate) fn answer_reconcile(
    change: &mut Change<'_>,
    serial: i64,
    kept: Option<&CaseClock>,
    facts: &Facts,
    ruled: Option<Option<&AnswerTerm>>,
    chosen: bool,
) -> Result<()> {
    let end = answer_ending(facts);
    match (answer_clock(change, facts, ruled, chosen), kept) {
        (AnswerClock::Nothing, Some(row)) => clock_delete(change, serial, row.id),
        (AnswerClock::Nothing | AnswerClock::Unknown, None) => Ok(()),
        (AnswerClock::Unknown, Some(row)) => {
            change.update(Table::Clock, row.id.0, end_by_facts(row, end.as_ref()))?;
            Ok(())
        }
        (AnswerClock::Term(term), Some(row)) => {
            let mut columns = vec![
                ("start_on", text(facts.about.received.to_string())),
                ("citation", text(term.citation)),
            ];
            columns.extend(term_columns(Some(term.term)));
            columns.extend(end_by_facts(row, end.as_ref()));
            change.update(Table::Clock, row.id.0, columns)?;
            Ok(())
        }
        (AnswerClock::Term(term), None) => {
            let new = NewClock {
                fields: ClockFields {
                    term: Some(term.term),
                    citation: term.citation,
                    ..ClockFields::of(ClockKind::Answer, ClockStart::Received)
                },
                start_on: facts.about.received,
            };
            clock_insert(change, serial, None, true, &new, end.as_ref())?;
            Ok(())
        }
    }
}
