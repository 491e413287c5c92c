//! A text read into facts.

use super::envelope::Envelope;
use super::spelling::{flat, lower};
use super::{amounts, dates, demands, kind, names, order, phones, quotation, regime};
use crate::draft::Facts;

/// Reads the facts out of a text. Quotations of earlier mail and the signature
/// block count for nothing but the telephone and the name.
pub fn facts_in(text: &str, envelope: &Envelope<'_>) -> Facts {
    let words = quotation::split(text);
    let subject = flat(envelope.subject);
    let body = words.body.as_str();
    let low = lower(body);
    let low_subject = lower(&subject);

    let asked = demands::asked(&low, &low_subject);
    let regime = regime::regime(
        &low,
        &low_subject,
        envelope,
        &asked,
        kind::is_authority(&low, envelope),
    );
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
