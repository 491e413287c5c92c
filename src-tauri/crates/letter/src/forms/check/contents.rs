//! What each form must hold of itself, and how long it may be.

use super::place::folded;
use crate::case::CaseForLetter;
use crate::check::{Findings, Place, Rule};
use crate::forms::form::Form;
use crate::forms::lexicon::{decides, lexicon};
use complaint::{FormKind, Kind};

/// Notes a form that is too long, or empty.
pub fn length(form: &Form, found: &mut Findings) {
    let length = form.length();
    if let Some(limit) = form.limit.filter(|limit| length.chars > *limit) {
        let over = length.chars - limit;
        found.note(
            Rule::must("form.too_long"),
            Place::whole(),
            format!("Длиннее, чем можно, на {over} зн."),
            format!("Too long by {over} characters."),
        );
    }
    if form.kind == FormKind::Sms && length.messages > 4 {
        found.note(
            Rule::hint("form.many_messages"),
            Place::whole(),
            format!(
                "Это {} SMS подряд: лучше короче или в мессенджере.",
                length.messages
            ),
            format!(
                "That is {} text messages: shorten it, or use a messenger.",
                length.messages
            ),
        );
    }
    if form.parts.iter().all(|p| p.text.trim().is_empty()) {
        found.note(
            Rule::must("text.missing"),
            Place::whole(),
            "Текста нет.",
            "There is no text.",
        );
    }
}

/// Notes what a form of its kind lacks, or must not say.
pub fn contents(form: &Form, case: &CaseForLetter, found: &mut Findings) {
    let Some(words) = lexicon(form.language) else {
        return;
    };
    let low = folded(&form.text());
    let mut note = |rule: Rule, ru: &str, en: &str| found.note(rule, Place::whole(), ru, en);
    if low.contains('[') && low.contains(']') || low.contains("{{") {
        note(
            Rule::must("field.unresolved"),
            "В тексте осталось незаполненное место.",
            "A place in the text is not filled in.",
        );
    }
    match form.kind {
        FormKind::Public => {
            let thanks = case.matter.kind == Kind::Gratitude;
            if !thanks && !words.private.is_match(&low) {
                note(
                    Rule::should("form.no_channel"),
                    "Не сказано, как продолжить разговор лично.",
                    "Nothing says how to go on in private.",
                );
            }
            // Even a plain yes or no shows that the person is a patient.
            let told = case.demands.iter().any(|d| d.decision.is_some());
            let decides = decides(form.language, &low);
            if case.matter.regime.is_confidential() && told && decides {
                note(
                    Rule::must("data.secret"),
                    "Решение, сказанное публично, подтверждает, что человек к Вам обращался; здесь это тайна.",
                    "A decision told in public confirms that the person turned to you, which is confidential here.",
                );
            }
        }
        FormKind::Sms => {
            if !low.contains(&folded(&case.number)) {
                note(
                    Rule::should("form.number_missing"),
                    "Не назван номер обращения: человек не поймёт, о чём сообщение.",
                    "The number of the case is missing: the message can’t be placed.",
                );
            }
            if !words.letter.is_match(&low) {
                note(
                    Rule::hint("form.letter_missing"),
                    "Не сказано, где само письмо.",
                    "Nothing says where the letter is.",
                );
            }
        }
        FormKind::Call => {}
    }
}
