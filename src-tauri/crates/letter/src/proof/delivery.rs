//! Whether sending and delivery can be shown.

use super::answer::ProofDispatch;
use super::finding::{ProofFinding, finding};
use crate::check::Severity;
use complaint::{DeliveryState, DispatchWay};

/// The number that the carrier gave.
pub fn tracking(dispatch: &ProofDispatch, found: &mut Vec<ProofFinding>) {
    if !dispatch.way.has_tracking() {
        return;
    }
    if dispatch.tracking.trim().is_empty() {
        found.push(finding(
            "tracking.none",
            Severity::Should,
            "У заказного или ценного письма не записан номер отправления.",
            "The registered or insured letter has no tracking number.",
            "Перепишите его с квитанции.",
            "Copy it from the receipt.",
        ));
    } else if dispatch.tracking_problem.is_some() {
        found.push(finding(
            "tracking.wrong",
            Severity::Must,
            "Номер отправления записан с ошибкой: контрольная цифра или длина не сходятся.",
            "The tracking number is wrong: its check digit or length does not agree.",
            "Сверьте номер с квитанцией.",
            "Compare it with the receipt.",
        ));
    }
}

/// Whether whoever takes the letter gives a paper for it.
fn gives_receipt(way: DispatchWay) -> bool {
    match way {
        DispatchWay::PostRegistered
        | DispatchWay::PostValued
        | DispatchWay::Courier
        | DispatchWay::ByHand => true,
        DispatchWay::PostSimple
        | DispatchWay::Email
        | DispatchWay::Messenger
        | DispatchWay::Platform
        | DispatchWay::Website
        | DispatchWay::Other => false,
    }
}

/// Receipts, and what became of the letter.
pub fn receipts(dispatch: &ProofDispatch, found: &mut Vec<ProofFinding>) {
    if gives_receipt(dispatch.way) && !dispatch.papers {
        let (ru, en) = if dispatch.way == DispatchWay::ByHand {
            (
                "Нет расписки в получении.",
                "There is no receipt signed by the addressee.",
            )
        } else {
            (
                "Нет фотографии квитанции об отправке.",
                "There is no photograph of the carrier’s receipt.",
            )
        };
        found.push(finding(
            "receipt.none",
            Severity::Should,
            ru,
            en,
            "Сфотографируйте её и приложите к отправке.",
            "Photograph it and add it to the dispatch.",
        ));
    }
    match dispatch.events.last().map(|e| e.fields.state) {
        Some(DeliveryState::Returned | DeliveryState::Refused) => found.push(finding(
            "delivery.not_taken",
            Severity::Hint,
            "Письмо не получено адресатом. Если адрес верен, оно всё же считается доставленным (ГК РФ, ст. 165.1).",
            "The addressee did not take the letter. If the address is right, it still counts as delivered (Civil Code, art. 165.1).",
            "Сохраните вернувшийся конверт нераспечатанным.",
            "Keep the returned envelope unopened.",
        )),
        Some(DeliveryState::Lost) => found.push(finding(
            "delivery.lost",
            Severity::Should,
            "Отправление утрачено: вручение не доказать.",
            "The letter was lost on the way: delivery can’t be proved.",
            "Отправьте письмо ещё раз и соберите доказательства по новой отправке.",
            "Send it again and make the proof by the new dispatch.",
        )),
        Some(DeliveryState::Delivered) => {}
        None if dispatch.way == DispatchWay::ByHand => {}
        None
        | Some(
            DeliveryState::HandedOver | DeliveryState::InTransit | DeliveryState::KeptInOffice,
        ) => found.push(finding(
            "delivery.unknown",
            Severity::Hint,
            "Пока не записано, что письмо вручено.",
            "Nothing says yet that the letter was delivered.",
            "Когда узнаете о вручении, запишите и соберите доказательства ещё раз.",
            "When you learn of it, write it down and make the proof again.",
        )),
    }
}
