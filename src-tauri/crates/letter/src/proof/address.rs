//! Whether letter, dispatch, envelope and card name one addressee.

use super::answer::{ProofDispatch, ProofFacts};
use super::finding::{ProofFinding, finding};
use super::line::{bare, filled, parted, same_name};
use crate::check::Severity;
use crate::words::clean::clean_line;

/// Names and addresses against each other.
pub fn addresses(facts: &ProofFacts, dispatch: &ProofDispatch, found: &mut Vec<ProofFinding>) {
    let (name, address) = parted(&facts.letter_address);
    if dispatch.way.needs_address() {
        if address.is_empty() {
            found.push(finding(
                "address.none",
                Severity::Must,
                "В письме нет почтового адреса, а отправлено оно почтой или курьером.",
                "The letter has no postal address, yet it went by post or courier.",
                "Проверьте, куда ушло письмо. Если адрес был на конверте, выпустите письмо взамен с адресом.",
                "See where it went. If the address was on the envelope, issue a letter with the address in its place.",
            ));
        }
        let written = parted(&dispatch.address);
        if !dispatch.address.is_empty() && !address.is_empty() && written.1 != address {
            found.push(finding(
                "address.dispatch",
                Severity::Must,
                format!(
                    "Адрес в записи об отправке не тот, что в письме: «{}» и «{}».",
                    clean_line(&dispatch.address.iter().skip(1).cloned().collect::<Vec<_>>().join(", ")),
                    clean_line(&facts.letter_address.iter().skip(1).cloned().collect::<Vec<_>>().join(", ")),
                ),
                format!(
                    "The address of the dispatch is not the letter’s: “{}” and “{}”.",
                    clean_line(&dispatch.address.iter().skip(1).cloned().collect::<Vec<_>>().join(", ")),
                    clean_line(&facts.letter_address.iter().skip(1).cloned().collect::<Vec<_>>().join(", ")),
                ),
                "Исправьте запись по квитанции. Если письмо ушло по другому адресу, отправьте его ещё раз.",
                "Put the record right by the receipt. If it went elsewhere, send it again.",
            ));
        }
        let named = filled(&facts.letter_address).next();
        if !dispatch.address.is_empty() && !same_name(filled(&dispatch.address).next(), named) {
            found.push(finding(
                "name.dispatch",
                Severity::Must,
                "Имя адресата в записи об отправке не то, что в письме.",
                "The addressee’s name in the dispatch is not the letter’s.",
                "Исправьте запись по квитанции.",
                "Put the record right by the receipt.",
            ));
        }
        if let Some(envelope) = &dispatch.envelope {
            let on = parted(envelope);
            if on.1 != written.1 && !dispatch.address.is_empty() || on.1 != address {
                found.push(finding(
                    "address.envelope",
                    Severity::Must,
                    "Адрес на конверте не тот, что в письме или в записи об отправке.",
                    "The address on the envelope is not that of the letter or of the dispatch.",
                    "Сверьте конверт с письмом и с квитанцией.",
                    "Compare the envelope with the letter and the receipt.",
                ));
            }
            if !same_name(filled(envelope).next(), named) {
                found.push(finding(
                    "name.envelope",
                    Severity::Must,
                    "Имя на конверте не то, что в письме.",
                    "The name on the envelope is not the letter’s.",
                    "Сверьте конверт с письмом.",
                    "Compare the envelope with the letter.",
                ));
            }
        }
        if !address.is_empty() && bare(&facts.card_address) != address {
            found.push(finding(
                "address.card",
                Severity::Should,
                "Адрес в карточке заявителя теперь другой, чем в письме.",
                "The address on the complainant’s card now differs from the letter’s.",
                "Если заявитель сообщил новый адрес до отправки, отправьте письмо и туда.",
                "If the complainant named a new address before it went, send it there too.",
            ));
        }
    }
    if !name.is_empty() && !facts.card_name.is_empty() && bare(&facts.card_name) != name {
        found.push(finding(
            "name.card",
            Severity::Should,
            "Имя в карточке заявителя теперь другое, чем в письме.",
            "The name on the complainant’s card now differs from the letter’s.",
            "Проверьте, как правильно: по обращению и по документам.",
            "See which is right by the complaint and the documents.",
        ));
    }
}
