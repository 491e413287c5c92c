//! The statement that asks for the facts of a case, with what the domain says
//! of kinds written into it: it repeats no rule of the domain. The words in it
//! say how a row is kept: in what state, from which side, and that a clock of
//! the kind `demand` is the end of a demand's term.

use crate::database::value::place;
use chrono::NaiveDate;
use complaint::{ClockKind, DeliveryState, Kind, LetterKind};
use std::sync::OnceLock;

/// `('one', 'two')`. The words are those of vocabularies: letters and underscores.
fn list<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = words.map(|word| format!("'{word}'")).collect();
    format!("({})", quoted.join(", "))
}

/// The letters `l` that answer the message `c` for good.
fn answers() -> String {
    let finals = letters(LetterKind::is_final);
    let mut ways = vec![format!("l.kind IN {finals}")];
    for kind in LetterKind::ALL.iter().filter(|kind| !kind.is_final()) {
        let messages: Vec<&str> = Kind::ALL
            .iter()
            .filter(|message| kind.answers(**message))
            .map(|message| message.as_str())
            .collect();
        if !messages.is_empty() {
            let messages = list(messages.into_iter());
            ways.push(format!(
                "l.kind = '{}' AND c.kind IN {messages}",
                kind.as_str()
            ));
        }
    }
    format!("({})", ways.join(" OR "))
}

fn letters(are: fn(LetterKind) -> bool) -> String {
    let kinds = LetterKind::ALL.iter().filter(|kind| are(**kind));
    list(kinds.map(|kind| kind.as_str()))
}

fn clocks(are: fn(ClockKind) -> bool) -> String {
    let kinds = ClockKind::ALL.iter().filter(|kind| are(**kind));
    list(kinds.map(|kind| kind.as_str()))
}

/// Whether such a clock leads by a row of its own, answered or not. The term of
/// a demand stands with the demand.
fn is_own(kind: ClockKind) -> bool {
    kind != ClockKind::Demand && !kind.is_promise() && !kind.is_redress()
}

/// The clocks that neither the answer nor the end of the case ends.
pub(crate) fn obligations() -> String {
    clocks(ClockKind::is_obligation)
}

/// A condition on a row of `listing` whose nearest day has passed by `today`: whether a term has, and not only a
/// goal that the office set itself.
pub(crate) fn more_than_a_goal(today: NaiveDate) -> String {
    let goal = place(ClockKind::ALL, &ClockKind::Goal);
    let terms = clocks(|kind| is_own(kind) && kind != ClockKind::Goal);
    format!(
        "(listing.lead IS NOT {goal}
          OR EXISTS (SELECT 1 FROM clock AS k WHERE k.complaint = listing.serial AND k.ended IS NULL AND k.ours = 1
            AND k.kind IN {terms} AND k.due_legal < '{today}')
          OR EXISTS (SELECT 1 FROM demand AS d WHERE d.complaint = listing.serial AND d.due_legal < '{today}'
            AND NOT EXISTS (SELECT 1 FROM clock AS k
                WHERE k.complaint = listing.serial AND k.kind = 'demand' AND k.source = d.id)))"
    )
}

/// Asks for the row of one complaint in lists, by rowid.
pub(crate) fn list_row_sql() -> &'static str {
    static SQL: OnceLock<String> = OnceLock::new();
    SQL.get_or_init(|| include_str!("list_row.sql").replace("{obligation}", &obligations()))
}

/// Whether a letter of this kind promises a day.
fn promises(kind: LetterKind) -> bool {
    kind.clock().is_some_and(ClockKind::is_promise)
}

/// Asks for the facts of one complaint, by rowid.
pub(crate) fn facts_sql() -> &'static str {
    static SQL: OnceLock<String> = OnceLock::new();
    SQL.get_or_init(|| {
        let under_way = DeliveryState::ALL
            .iter()
            .filter(|state| !state.is_settled());
        include_str!("facts.sql")
            .replace("{answers}", &answers())
            .replace("{final}", &letters(LetterKind::is_final))
            .replace("{papers}", &letters(LetterKind::is_paper))
            .replace("{receipt}", &letters(LetterKind::confirms_receipt))
            .replace("{of_forwarding}", &letters(LetterKind::is_of_forwarding))
            .replace("{forwarding}", LetterKind::Forwarding.as_str())
            .replace("{notice}", LetterKind::ForwardingNotice.as_str())
            .replace("{question}", &letters(LetterKind::awaits_answer))
            .replace("{promising}", &letters(promises))
            .replace("{promise}", &clocks(ClockKind::is_promise))
            .replace("{own}", &clocks(is_own))
            .replace("{redress}", &clocks(ClockKind::is_redress))
            .replace("{obligation}", &obligations())
            .replace("{under_way}", &list(under_way.map(|state| state.as_str())))
    })
}
