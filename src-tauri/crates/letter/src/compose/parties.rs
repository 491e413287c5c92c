//! The table of both parties' details.

use super::spelling::in_letters_of;
use crate::facts::Facts;
use crate::text::{Content, Line, Span};
use crate::words::clean::clean_line;
use crate::words::phrases::phrases;
use russian::requisites::phone_readable;

/// The office's details beside the complainant's.
pub fn parties(facts: Facts<'_>) -> Content {
    let phrases = phrases(facts.language);
    let ours = &facts.case.office.requisites;
    let them = &facts.case.matter.complainant;
    let with = |label: &str, value: Option<&str>| {
        let value = clean_line(value.unwrap_or_default());
        if value.is_empty() {
            value
        } else {
            format!("{}{value}", phrases.frame(label))
        }
    };
    let bank = ours.bank.as_ref();
    let office = cell(vec![
        clean_line(&ours.name),
        clean_line(&ours.address),
        with("inn", Some(&ours.inn)),
        with("ogrn", ours.ogrn.as_deref()),
        with("account", bank.map(|b| b.account.as_str())),
        with("bank", bank.map(|b| b.name.as_str())),
        with("bic", bank.map(|b| b.bic.as_str())),
        with(
            "phone",
            ours.phone.as_deref().map(phone_readable).as_deref(),
        ),
        with("email", ours.email.as_deref()),
    ]);
    let theirs = cell(vec![
        in_letters_of(&them.name, facts.language),
        clean_line(&them.address),
        with("phone", Some(&phone_readable(them.phone_as_written()))),
        with("email", Some(&them.email)),
        with("representative", Some(&them.representative)),
    ]);
    let head = |name: &str| vec![Span::text(facts.value(name).unwrap_or_default())];
    Content::Table {
        head: true,
        rows: vec![
            vec![head("we.cap_nom"), head("who.cap_nom")],
            vec![office, theirs],
        ],
    }
}

/// Lines of one party, each a line of its own within the cell.
fn cell(lines: Vec<String>) -> Line {
    let mut cell = Line::new();
    for (at, line) in lines.into_iter().filter(|l| !l.is_empty()).enumerate() {
        if at > 0 {
            cell.push(Span::Break);
        }
        cell.push(Span::text(line));
    }
    cell
}
