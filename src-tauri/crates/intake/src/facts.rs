//! What a text seems to say: proposals by ordered rules over word beginnings.
//!
//! Each rule is general: it knows the forms in which people name a thing, not
//! the letters they wrote. Where two rules could apply, the order of the table
//! decides, and the table says why. What no rule is sure of stays empty, for a
//! person confirms the draft and an empty field asks better than a wrong one.

mod amounts;
mod dates;
mod demands;
mod kind;
mod names;
mod order;
mod own_words;
mod phones;
mod regime;

use crate::draft::Facts;
use chrono::NaiveDate;
use regex::Regex;

/// What stands on the envelope of a text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Envelope<'e> {
    /// The subject line.
    pub subject: &'e str,
    /// The display name of the sender.
    pub from_name: Option<&'e str>,
    /// The address of the sender.
    pub from_address: Option<&'e str>,
    /// The day the text was sent; days without a year are understood from it.
    pub sent: Option<NaiveDate>,
}

/// Reads the facts out of a text. Quotations of earlier mail and the signature
/// block count for nothing but the telephone and the name.
pub fn facts_in(text: &str, envelope: &Envelope<'_>) -> Facts {
    let words = own_words::split(text);
    let subject = own_words::flat(envelope.subject);
    let body = words.body.as_str();
    let low = own_words::lower(body);
    let low_subject = own_words::lower(&subject);

    let asked = demands::asked(&low, &low_subject);
    let regime = regime::regime(&low, &low_subject, envelope, &asked);
    let demands = demands::settled(&asked, regime, &low);
    let kind = kind::kind(&low, &low_subject, envelope, &asked, &demands);
    Facts {
        kind,
        regime: regime::for_kind(regime, kind, &demands),
        amounts: amounts::amounts(&low),
        dates: dates::dates(&low, envelope.sent),
        phones: phones::phones(&format!("{body}\n{}", words.signature)),
        order: order::order(body).or_else(|| order::order(&subject)),
        name: names::name(body, &words.signature, envelope.from_name),
        demands,
    }
}

/// A pattern of this room's own tables.
///
/// # Panics
/// On a slip in the table; every table is compiled by the tests.
fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a pattern of the tables compiles")
}
