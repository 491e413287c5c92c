//! A text read into facts.

use super::envelope::Envelope;
use super::spelling::{flat, lower};
use super::whose::{self, Author};
use super::{amounts, dates, demands, kind, names, order, phones, regime};
use crate::draft::Facts;

/// Reads the facts out of a text. Quotations of earlier mail and the signature
/// block count for nothing but the telephone and the name.
pub fn facts_in(text: &str, envelope: &Envelope<'_>) -> Facts {
    read(text, envelope).0
}

/// As [`facts_in`], and who wrote the words, where that is not the sender.
pub(crate) fn read(text: &str, envelope: &Envelope<'_>) -> (Facts, Option<Author>) {
    let words = whose::words(text, envelope);
    let author = words.author.as_ref();
    let sent = author.and_then(|author| author.sent).or(envelope.sent);
    let own = Envelope {
        from_name: author.map_or(envelope.from_name, |author| author.name.as_deref()),
        from_address: author.map_or(envelope.from_address, |author| author.address.as_deref()),
        sent,
        ..*envelope
    };
    let facts = facts(&words.body, &words.signature, &own);
    (facts, words.author)
}

fn facts(body: &str, signature: &str, envelope: &Envelope<'_>) -> Facts {
    let subject = flat(envelope.subject);
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
    let phones = phones::phones_written(&format!("{body}\n{signature}"));
    let (phones, phones_written) = phones.into_iter().unzip();
    Facts {
        kind,
        regime: regime::for_kind(regime, kind, &demands),
        amounts: amounts::amounts(&low),
        dates: dates::dates(&low, envelope.sent),
        phones,
        phones_written,
        order: order::order(body).or_else(|| order::order(&subject)),
        name: names::name(body, signature, envelope.from_name),
        demands,
    }
}
