//! What stands above and below the text of a paper that is no letter: an act, an agreement.

use super::frame::Frame;
use crate::names::signatory::signed;
use crate::text::{LetterText, Signer, Span};
use crate::words::clean::clean_line;
use crate::words::phrases::phrases;
use complaint::{LetterKind, SignedBy};

/// How an address calls a town or village before its name.
const TOWNS: [&str; 12] = [
    "г. ",
    "г.",
    "город ",
    "пгт ",
    "пос. ",
    "посёлок ",
    "с. ",
    "село ",
    "дер. ",
    "д. ",
    "деревня ",
    "ст-ца ",
];

/// The kind of paper with the place it was made at, and what it is about; none for a letter.
/// Papers are titled as ГОСТ Р 7.0.97-2025 has it: the kind in capitals, what it is about below.
pub fn title(letter: &LetterText, frame: &Frame<'_>) -> Option<(press::PaperTitle, String)> {
    let key = format!("paper_{}", letter.kind.as_str());
    let word = phrases(letter.language).frame(&key);
    if word.is_empty() {
        return None;
    }
    let heading = clean_line(&letter.heading);
    let rest = heading.strip_prefix(word);
    let rest = rest.filter(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace));
    let about = rest.unwrap_or(&heading).trim().to_owned();
    let place = made_at(letter)
        .or_else(|| town(&frame.office.requisites.address))
        .unwrap_or_default();
    let words = word.to_uppercase();
    Some((press::PaperTitle { words, place }, about))
}

/// Where an inspection took place, by the field of the text that says so.
fn made_at(letter: &LetterText) -> Option<String> {
    let spans = letter.blocks.iter().flat_map(|b| b.content.lines());
    let place = spans.flatten().find_map(|span| match span {
        Span::Field { name, value, .. } if name == "inspection_place" => value.as_deref(),
        Span::Field { .. } | Span::Text { .. } | Span::Reference { .. } | Span::Break => None,
    });
    town(place?)
}

/// The town or village of an address: «г. Тула».
fn town(address: &str) -> Option<String> {
    let parts = address.split([',', '\n']).map(clean_line);
    let mut parts = parts.filter(|part| !part.is_empty());
    let named = |part: &String| {
        let behind = TOWNS.iter().find_map(|town| part.strip_prefix(town));
        // «д. 5» is a house.
        behind.is_some_and(|name| name.trim_start().starts_with(char::is_uppercase))
    };
    parts.find(named)
}

/// Whether both parties sign a paper beneath their details.
pub fn signed_in_details(letter: &LetterText) -> bool {
    letter.kind.signed_by() == SignedBy::BothParties
        && letter.kind == LetterKind::SettlementAgreement
}

/// Puts the lines where the parties sign below their details, in the same table. Gives back whether there was
/// one: somebody may have taken the details out of the text.
pub fn sign_below_details(letter: &LetterText, body: &mut [press::Block]) -> bool {
    let signers = &letter.signers;
    let table = body.iter_mut().rev().find_map(|block| match block {
        press::Block::Table(table) if !table.head.is_empty() => Some(table),
        press::Block::Table(_)
        | press::Block::Paragraph(_)
        | press::Block::Heading { .. }
        | press::Block::List { .. }
        | press::Block::Quote { .. }
        | press::Block::Picture { .. }
        | press::Block::Together { .. }
        | press::Block::Space { .. }
        | press::Block::Rule
        | press::Block::PageBreak => None,
    });
    let Some(table) = table.filter(|table| {
        let columns = table.head.iter().map(Vec::len).max();
        !signers.is_empty() && columns == Some(signers.len())
    }) else {
        return false;
    };
    // The role and the line stand in rows of their own: text that is taken out of the file goes row by row.
    let role = |signer: &Signer| press::Cell::from(press::Span::name(clean_line(&signer.role)));
    let line = |signer: &Signer| {
        let name = signed(&signer.name, letter.language);
        let words = format!("\n{LINE} {name}");
        press::Cell::from(press::Span::name(words.trim_end_matches(' ')))
    };
    table.rows.push(signers.iter().map(role).collect());
    table.rows.push(signers.iter().map(line).collect());
    let half = press::Column {
        width: press::Width::Share(1.0),
        align: press::Align::Left,
    };
    table.columns = vec![half; signers.len()];
    true
}

/// Where one signs.
const LINE: &str = "__________________";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_is_found_in_an_address_and_a_house_is_none() {
        for (address, found) in [
            (
                "197022, г. Санкт-Петербург, ул. Лесная, д. 5",
                Some("г. Санкт-Петербург"),
            ),
            (
                "300000, Тульская обл., дер. Выселки, д. 5",
                Some("дер. Выселки"),
            ),
            ("г.Тула, ул. Мира, д. 1", Some("г.Тула")),
            ("ул. Лесная, д. 5, мастерская", None),
            ("", None),
        ] {
            assert_eq!(town(address).as_deref(), found, "{address}");
        }
    }
}
