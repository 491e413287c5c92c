//! Whether what happened to the letter happened in its order and in time.

use super::answer::{ProofDispatch, ProofFacts};
use super::finding::{ProofFinding, finding};
use crate::check::Severity;
use crate::papers::vocabulary::paper_word;
use complaint::Language;

/// Days against each other and against the term.
pub fn dates(facts: &ProofFacts, dispatch: &ProofDispatch, found: &mut Vec<ProofFinding>) {
    let sent = dispatch.sent_at.date_naive();
    // A minute is typed without its seconds.
    if dispatch.sent_at < facts.issued - chrono::TimeDelta::minutes(1) {
        found.push(finding(
            "date.sent_before_issue",
            Severity::Must,
            "По записям письмо отправлено раньше, чем выпущено.",
            "By the records the letter was sent before it was issued.",
            "Исправьте время отправки по квитанции.",
            "Put the time of dispatch right by the receipt.",
        ));
    }
    for event in &dispatch.events {
        if event.fields.on < sent {
            let (ru, en) = (
                paper_word(Language::Ru, "state", event.fields.state.as_str()),
                paper_word(Language::En, "state", event.fields.state.as_str()),
            );
            found.push(finding(
                "date.event_before_sent",
                Severity::Must,
                format!(
                    "Отметка «{ru}» стоит {}, раньше отправки.",
                    russian::date::short(event.fields.on)
                ),
                format!(
                    "The note “{en}” has the day {}, before the dispatch.",
                    russian::date::english(event.fields.on)
                ),
                "Исправьте день отметки или отправки.",
                "Put the day of the note or of the dispatch right.",
            ));
        }
    }
    let settled = dispatch
        .events
        .iter()
        .position(|e| e.fields.state.is_settled());
    if let Some(at) = settled
        && at + 1 < dispatch.events.len()
    {
        found.push(finding(
            "delivery.after_end",
            Severity::Should,
            "После вручения или возврата есть ещё отметки: история доставки противоречива.",
            "There are notes after the delivery or return: the history contradicts itself.",
            "Уберите лишние отметки.",
            "Take the wrong notes off.",
        ));
    }
    if let Some(due) = facts.due
        && sent > due
    {
        let days = (sent - due).num_days();
        found.push(finding(
            "term.late",
            Severity::Should,
            format!(
                "Ответ отправлен с опозданием на {days} дн.: срок был {}.",
                russian::date::short(due)
            ),
            format!(
                "The answer went {days} days late: the term ended on {}.",
                russian::date::english(due)
            ),
            "Исправить это нельзя. Приложите промежуточный ответ или объяснение, если они есть.",
            "This can’t be mended. Add an interim reply or an explanation if there is one.",
        ));
    }
}
