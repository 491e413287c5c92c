//! Reading a form before it goes out.

use super::claims::claims;
use super::compose::is_secret;
use super::lexicon::{decides, lexicon};
use super::personal::{Personal, Place, folded, personal};
use super::{Form, LetterBeside};
use crate::{CaseForLetter, Finding, Group, Severity, check_plain};
use complaint::FormKind;

/// Reads a form against the case and its decisions. A finding's block is the
/// id of the part, its place counts the `char`s of the part's text.
pub fn check_form(form: &Form, case: &CaseForLetter, letter: &LetterBeside) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for claim in claims(form, case, letter) {
        found.push(Finding {
            suggestion: claim.suggestion,
            ..finding(
                form,
                claim.rule,
                claim.severity,
                Group::Complete,
                claim.place,
                &claim.ru,
                &claim.en,
            )
        });
    }
    if form.kind == FormKind::Public {
        for (what, place) in personal(form, case) {
            let (ru, en) = said(what);
            let public = finding(
                form,
                rule(what),
                Severity::Must,
                Group::Safe,
                Some(place),
                ru,
                en,
            );
            found.push(Finding {
                suggestion: strikes(what).then(String::new),
                ..public
            });
        }
    }
    for part in &form.parts {
        if part.id == "dont" {
            continue;
        }
        // The wording is judged as that of a letter; what a letter must have is not asked.
        for one in check_plain(&part.text, None) {
            let said_already = found.iter().any(|f| {
                f.block.as_ref() == Some(&part.id) && f.start < one.end && one.start < f.end
            });
            if one.group != Group::Complete && !said_already {
                found.push(Finding {
                    block: Some(part.id.clone()),
                    ..one
                });
            }
        }
    }
    length(form, &mut found);
    contents(form, case, &mut found);
    let place = |f: &Finding| {
        form.parts
            .iter()
            .position(|p| Some(&p.id) == f.block.as_ref())
    };
    found.sort_by_key(|f| (place(f), f.start, f.severity));
    found
}

fn finding(
    form: &Form,
    rule: &str,
    severity: Severity,
    group: Group,
    place: Option<Place>,
    ru: &str,
    en: &str,
) -> Finding {
    Finding {
        rule: rule.to_owned(),
        severity,
        group,
        block: place.and_then(|p| form.parts.get(p.part).map(|part| part.id.clone())),
        start: place.map_or(0, |p| p.start),
        end: place.map_or(0, |p| p.end),
        message_ru: ru.to_owned(),
        message_en: en.to_owned(),
        suggestion: None,
        mend: None,
    }
}

fn rule(what: Personal) -> &'static str {
    match what {
        Personal::Name => "data.name",
        Personal::Phone => "data.phone",
        Personal::Email => "data.email",
        Personal::Address => "data.address",
        Personal::Number => "data.number",
        Personal::Sum => "data.sum",
        Personal::Health => "data.health",
    }
}

fn said(what: Personal) -> (&'static str, &'static str) {
    match what {
        Personal::Name => (
            "Имя в публичном ответе — персональные данные (152-ФЗ): обратитесь без имени.",
            "A name in a public reply is personal data: write without it.",
        ),
        Personal::Phone => (
            "Чужой номер телефона в публичном ответе — персональные данные.",
            "Somebody’s telephone number in a public reply is personal data.",
        ),
        Personal::Email => (
            "Чужой адрес почты в публичном ответе — персональные данные.",
            "Somebody’s e-mail address in a public reply is personal data.",
        ),
        Personal::Address => (
            "Адрес в публичном ответе — персональные данные.",
            "An address in a public reply is personal data.",
        ),
        Personal::Number => (
            "По номеру заказа, договора или обращения человека можно узнать: публично его не называют.",
            "The number of an order, a contract or a case tells who it is about: it is not for the public.",
        ),
        Personal::Sum => (
            "Сумма помогает узнать человека и его покупку: публично её не называют.",
            "A sum helps to tell the person and the purchase: it is not for the public.",
        ),
        Personal::Health => (
            "Сведения о здоровье и лечении публично не обсуждают (323-ФЗ, ст. 13).",
            "Health and treatment are never discussed in public (323-FZ, article 13).",
        ),
    }
}

/// Whether striking the place out mends it.
fn strikes(what: Personal) -> bool {
    matches!(
        what,
        Personal::Phone | Personal::Email | Personal::Number | Personal::Address
    )
}

fn length(form: &Form, found: &mut Vec<Finding>) {
    let length = form.length();
    if let Some(limit) = form.limit.filter(|limit| length.chars > *limit) {
        let over = length.chars - limit;
        found.push(finding(
            form,
            "form.too_long",
            Severity::Must,
            Group::Complete,
            None,
            &format!("Длиннее, чем можно, на {over} зн."),
            &format!("Too long by {over} characters."),
        ));
    }
    if form.kind == FormKind::Sms && length.messages > 4 {
        found.push(finding(
            form,
            "form.many_messages",
            Severity::Hint,
            Group::Complete,
            None,
            &format!(
                "Это {} SMS подряд: лучше короче или в мессенджере.",
                length.messages
            ),
            &format!(
                "That is {} text messages: shorten it, or use a messenger.",
                length.messages
            ),
        ));
    }
    if form.parts.iter().all(|p| p.text.trim().is_empty()) {
        found.push(finding(
            form,
            "text.missing",
            Severity::Must,
            Group::Complete,
            None,
            "Текста нет.",
            "There is no text.",
        ));
    }
}

/// What each form must hold of itself.
fn contents(form: &Form, case: &CaseForLetter, found: &mut Vec<Finding>) {
    let Some(words) = lexicon(form.language) else {
        return;
    };
    let low = folded(&form.text());
    let mut note = |rule, severity, ru: &str, en: &str| {
        found.push(finding(form, rule, severity, Group::Complete, None, ru, en));
    };
    if low.contains('[') && low.contains(']') || low.contains("{{") {
        note(
            "field.unresolved",
            Severity::Must,
            "В тексте осталось незаполненное место.",
            "A place in the text is not filled in.",
        );
    }
    match form.kind {
        FormKind::Public => {
            let thanks = case.kind == complaint::Kind::Gratitude;
            if !thanks && !words.private.is_match(&low) {
                note(
                    "form.no_channel",
                    Severity::Should,
                    "Не сказано, как продолжить разговор лично.",
                    "Nothing says how to go on in private.",
                );
            }
            // Even a plain yes or no shows that the person is a patient.
            let told = case.demands.iter().any(|d| d.decision.is_some());
            let decides = lexicon_decides(form);
            if is_secret(case.regime) && told && decides {
                note(
                    "data.secret",
                    Severity::Must,
                    "Решение, сказанное публично, подтверждает, что человек к Вам обращался; здесь это тайна.",
                    "A decision told in public confirms that the person turned to you, which is confidential here.",
                );
            }
        }
        FormKind::Sms => {
            if !low.contains(&folded(&case.number)) {
                note(
                    "form.number_missing",
                    Severity::Should,
                    "Не назван номер обращения: человек не поймёт, о чём сообщение.",
                    "The number of the case is missing: the message can’t be placed.",
                );
            }
            if !words.letter.is_match(&low) {
                note(
                    "form.letter_missing",
                    Severity::Hint,
                    "Не сказано, где само письмо.",
                    "Nothing says where the letter is.",
                );
            }
        }
        FormKind::Call => {}
    }
}

fn lexicon_decides(form: &Form) -> bool {
    let low = folded(&form.text());
    decides(form.language, &low)
}
