//! The statement that asks for the facts of a case, with what the domain says
//! of kinds written into it: SQL repeats no rule of the domain.

use complaint::{DeliveryState, Kind, LetterKind};
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
            .map(|message| message.word())
            .collect();
        if !messages.is_empty() {
            let messages = list(messages.into_iter());
            ways.push(format!(
                "l.kind = '{}' AND c.kind IN {messages}",
                kind.word()
            ));
        }
    }
    format!("({})", ways.join(" OR "))
}

fn letters(are: fn(LetterKind) -> bool) -> String {
    let kinds = LetterKind::ALL.iter().filter(|kind| are(**kind));
    list(kinds.map(|kind| kind.word()))
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
            .replace("{under_way}", &list(under_way.map(|state| state.word())))
    })
}
