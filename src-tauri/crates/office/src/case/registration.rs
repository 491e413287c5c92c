//! Complaints taken into the register: every field looked at, every demand with its term.

use crate::case::values::{Added, NewComplaint, NewDemand};
use crate::error::{FieldProblem, Result, field, within};
use crate::office::Office;
use chrono::{NaiveDate, TimeDelta};
use complaint::Complainant;
use deadline::Pause;
use register::{By, ComplaintFields, Op, PersonRef};

/// Characters of one-line fields; more is a paste into the wrong field.
const LINE_LIMIT: usize = 1_000;

/// Characters of the complainant's words; a long letter has some ten thousand.
pub(crate) const TEXT_LIMIT: usize = 2_000_000;

/// Clocks of two machines may differ by this much before a time is «in the future».
pub(crate) const CLOCK_SLACK: TimeDelta = TimeDelta::minutes(5);

/// Takes a complaint in and gives its number.
///
/// # Errors
/// A field's problem, with the field named as on the wire; those of the register.
pub fn complaint_add(office: &Office, by: &By, input: NewComplaint) -> Result<Added> {
    let new = checked(office, by, input)?;
    let goals = crate::clock::running::goals(office, &new);
    let (recorded, _) = office.register().transact(by, Op::ComplaintAdd, |change| {
        change.complaint_add(None, &new, &goals)
    })?;
    if let PersonRef::Described(who) = &new.person {
        crate::person::names::keep_of_card(office, by, None, who)?;
    }
    Ok(Added {
        id: recorded.id,
        number: recorded.number,
    })
}

/// The complaint as the register takes it, every field looked at.
pub(crate) fn checked(
    office: &Office,
    by: &By,
    input: NewComplaint,
) -> Result<register::NewComplaint> {
    let received_on = input.received_at.date_naive();
    if input.received_at > by.now + CLOCK_SLACK {
        return field("received_at", FieldProblem::Future);
    }
    let backdating_reason = filled(input.backdating_reason);
    if received_on < by.now.date_naive() && backdating_reason.is_none() {
        return field("backdating_reason", FieldProblem::Missing);
    }
    if input
        .their_date
        .is_some_and(|day| day > by.now.date_naive())
    {
        return field("their_date", FieldProblem::Future);
    }
    within("text", &input.text, TEXT_LIMIT)?;
    for (name, value) in [
        ("subject", &input.subject),
        ("order", &input.order),
        ("their_number", &input.their_number),
    ] {
        within(name, value, LINE_LIMIT)?;
    }
    let subject = subject_of(&input.subject, &input.text);
    if subject.is_empty() {
        return field("text", FieldProblem::Missing);
    }
    let complainant = tidy(input.complainant)?;
    let mut demands = Vec::with_capacity(input.demands.len());
    for (place, demand) in input.demands.into_iter().enumerate() {
        demands.push(demand_for(
            office,
            &format!("demands.{place}"),
            demand,
            input.regime,
            received_on,
            &[],
        )?);
    }
    Ok(register::NewComplaint {
        fields: ComplaintFields {
            kind: input.kind,
            regime: input.regime,
            channel: input.channel,
            received_at: input.received_at,
            backdating_reason,
            subject,
            text: input.text.trim().to_owned(),
            order: one_line(&input.order),
            their_number: one_line(&input.their_number),
            their_date: input.their_date,
            price: input.price,
        },
        person: input
            .person_id
            .map_or(PersonRef::Described(complainant), PersonRef::Known),
        demands,
    })
}

/// A demand as the register takes it, with the term that leads.
pub(crate) fn demand_for(
    office: &Office,
    place: &str,
    demand: NewDemand,
    regime: complaint::Regime,
    received_on: NaiveDate,
    pauses: &[Pause],
) -> Result<register::NewDemand> {
    let detail = demand.detail.trim().to_owned();
    if demand.kind == complaint::DemandKind::Other && detail.is_empty() {
        return field(format!("{place}.detail"), FieldProblem::Missing);
    }
    within(&format!("{place}.detail"), &detail, LINE_LIMIT)?;
    let made_on = demand.made_on.unwrap_or(received_on);
    if made_on < received_on {
        return field(format!("{place}.made_on"), FieldProblem::TooEarly);
    }
    let leading =
        crate::clock::terms::leading(&office.norms(), regime, demand.kind, made_on, pauses);
    Ok(register::NewDemand {
        kind: demand.kind,
        detail,
        amount: demand.amount,
        made_on,
        rule: leading.as_ref().and_then(|due| due.rule.clone()),
        due_legal: leading.as_ref().and_then(|due| due.legal),
        due_safe: leading.as_ref().and_then(|due| due.safe),
    })
}

/// The complainant with every field trimmed and the phone in E.164 where it can be read so.
pub(crate) fn tidy(complainant: Complainant) -> Result<Complainant> {
    for (name, value) in [
        ("complainant.name", &complainant.name),
        ("complainant.email", &complainant.email),
        ("complainant.phone", &complainant.phone),
        ("complainant.address", &complainant.address),
        ("complainant.representative", &complainant.representative),
    ] {
        within(name, value, LINE_LIMIT)?;
    }
    Ok(Complainant {
        name: one_line(&complainant.name),
        email: one_line(&complainant.email),
        phone: normal_phone(&complainant.phone),
        address: complainant.address.trim().to_owned(),
        representative: complainant.representative.trim().to_owned(),
        name_dative: filled(complainant.name_dative),
        salutation: filled(complainant.salutation),
        ..complainant
    })
}

pub(crate) fn normal_phone(typed: &str) -> String {
    russian::requisites::phone(typed).unwrap_or_else(|_| one_line(typed))
}

pub(crate) fn filled(text: Option<String>) -> Option<String> {
    text.map(|t| t.trim().to_owned()).filter(|t| !t.is_empty())
}

pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The subject as typed, or the first words of the text.
pub(crate) fn subject_of(subject: &str, text: &str) -> String {
    let subject = one_line(subject);
    if !subject.is_empty() {
        return subject;
    }
    let greeting = |line: &str| {
        let line = line.to_lowercase();
        line.chars().count() < 40
            && [
                "здравствуйте",
                "добрый день",
                "добрый вечер",
                "доброе утро",
                "hello",
                "dear",
            ]
            .iter()
            .any(|word| line.starts_with(word))
    };
    let lines = text.lines().map(one_line).filter(|line| !line.is_empty());
    let mut lines = lines.peekable();
    let first = lines.next().unwrap_or_default();
    let line = if greeting(&first) {
        lines.next().unwrap_or(first)
    } else {
        first
    };
    let mut short = String::new();
    for word in line.split(' ') {
        if short.chars().count() + word.chars().count() > 80 {
            short.push('…');
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_comes_from_the_first_words_that_say_something() {
        assert_eq!(subject_of(" Чайник  течёт ", "…"), "Чайник течёт");
        assert_eq!(
            subject_of("", "Здравствуйте!\n\nЧайник течёт."),
            "Чайник течёт."
        );
        assert_eq!(subject_of("", "\n \n"), "");
        let long = subject_of("", &"слово ".repeat(60));
        assert!(long.chars().count() <= 82 && long.ends_with('…'), "{long}");
    }
}
