//! Complaints as a whole: taken in, listed, searched, changed, closed.

use crate::case::card;
use crate::error::{FieldProblem, Result, field};
use crate::wire::{
    Added, Card, CloseCase, ComplaintEdit, ComplaintRef, DuplicateQuestion, NewComplaint,
    NewDemand, PageQuery, PersonHit, PersonQuestion, SearchQuery,
};
use crate::{By, Office};
use chrono::{NaiveDate, TimeDelta};
use complaint::{Complainant, ComplaintRow, DemandId, RegisterPage, SearchHit, Today};
use deadline::Pause;
use register::{Candidate, Closing, ComplaintFields, PersonRef};

/// Characters of one-line fields; more is a paste into the wrong field.
const LINE_LIMIT: usize = 1_000;
/// Characters of the complainant's words; a long letter has some ten thousand.
const TEXT_LIMIT: usize = 2_000_000;
/// Clocks of two machines may differ by this much before a time is «in the future».
const CLOCK_SLACK: TimeDelta = TimeDelta::minutes(5);

/// Takes a complaint in and gives its number.
///
/// # Errors
/// A field's problem, with the field named as on the wire; those of the register.
pub fn complaint_add(office: &Office, by: &By, input: NewComplaint) -> Result<Added> {
    let new = checked(office, by, input)?;
    let goals = crate::running::goals(office, &new);
    let recorded = office.register().complaint_add_with(by, &new, &goals)?;
    if let PersonRef::Described(who) = &new.person {
        crate::names::keep_of_card(office, by, None, who)?;
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
    let leading = crate::clocks::leading(&office.norms(), regime, demand.kind, made_on, pauses);
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

/// Changes the fields of a complaint. When the regime or the day of receipt
/// changes, the demands' terms are counted anew.
///
/// # Errors
/// As [`complaint_add`]; [`register::RegisterError::Conflict`] when somebody changed it since.
pub fn complaint_edit(office: &Office, by: &By, input: ComplaintEdit) -> Result<Card> {
    let kept = office.register().case(input.id)?;
    let received_on = input.received_at.date_naive();
    if input.received_at > kept.complaint.recorded_at + CLOCK_SLACK {
        return field("received_at", FieldProblem::Future);
    }
    let backdating_reason = filled(input.backdating_reason);
    if received_on < kept.complaint.recorded_at.date_naive() && backdating_reason.is_none() {
        return field("backdating_reason", FieldProblem::Missing);
    }
    within("text", &input.text, TEXT_LIMIT)?;
    let subject = subject_of(&input.subject, &input.text);
    if subject.is_empty() {
        return field("text", FieldProblem::Missing);
    }
    let fields = ComplaintFields {
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
    };
    let complainant = tidy(input.complainant)?;
    if complainant != kept.complaint.complainant {
        office
            .register()
            .person_edit(by, kept.complaint.person_id, &complainant)?;
        crate::names::keep_of_card(office, by, Some(&kept.complaint.complainant), &complainant)?;
    }
    let version = office.register().case(input.id)?.complaint.version;
    let expected = if input.version == kept.complaint.version {
        version
    } else {
        input.version
    };
    office
        .register()
        .complaint_edit(by, input.id, Some(expected), &fields, None)?;
    let old_day = kept.complaint.received_at.date_naive();
    if kept.complaint.regime != input.regime || old_day != received_on {
        let mut terms: Vec<(DemandId, register::NewDemand)> = Vec::new();
        for demand in &kept.demands {
            let made_on = if demand.made_on == old_day {
                received_on
            } else {
                demand.made_on.max(received_on)
            };
            let values = NewDemand {
                kind: demand.kind,
                detail: demand.detail.clone(),
                amount: demand.amount,
                made_on: Some(made_on),
            };
            let pauses = crate::running::pauses_of(&kept, demand.id);
            terms.push((
                demand.id,
                demand_for(office, "demand", values, input.regime, received_on, &pauses)?,
            ));
        }
        office.register().demand_terms(by, input.id, &terms)?;
    }
    card(office, by, input.id)
}

/// The whole case.
///
/// # Errors
/// Those of the register.
pub fn complaint_card(office: &Office, by: &By, input: ComplaintRef) -> Result<Card> {
    card(office, by, input.complaint)
}

/// Closes a case: answered, or with a recorded reason why no answer is due.
///
/// # Errors
/// [`register::RegisterError::NotAnswered`] while neither holds.
pub fn complaint_close(office: &Office, by: &By, input: CloseCase) -> Result<Card> {
    let closing = match input.reason {
        None => Closing::Answered,
        Some((reason, words)) => Closing::NoAnswer(reason, words.trim().to_owned()),
    };
    office
        .register()
        .complaint_close(by, input.complaint, None, &closing)?;
    card(office, by, input.complaint)
}

/// Opens a closed case again.
///
/// # Errors
/// [`register::RegisterError::NotClosed`].
pub fn complaint_reopen(office: &Office, by: &By, input: ComplaintRef) -> Result<Card> {
    office.register().complaint_reopen(by, input.complaint)?;
    card(office, by, input.complaint)
}

/// Puts a complaint into the trash; its number stays used.
///
/// # Errors
/// Those of the register.
pub fn complaint_trash(office: &Office, by: &By, input: ComplaintRef) -> Result<Card> {
    office
        .register()
        .complaint_trash(by, input.complaint, None)?;
    card(office, by, input.complaint)
}

/// Takes a complaint out of the trash.
///
/// # Errors
/// [`register::RegisterError::NotTrashed`].
pub fn complaint_restore(office: &Office, by: &By, input: ComplaintRef) -> Result<Card> {
    office.register().complaint_restore(by, input.complaint)?;
    card(office, by, input.complaint)
}

/// Records that the complainant answered an open request for information.
///
/// # Errors
/// [`register::RegisterError::NoQuestion`].
pub fn question_answered(office: &Office, by: &By, input: ComplaintRef) -> Result<Card> {
    office.register().question_answered(by, input.complaint)?;
    card(office, by, input.complaint)
}

/// A window onto the register.
///
/// # Errors
/// Those of the register.
pub fn register_page(office: &Office, by: &By, input: PageQuery) -> Result<RegisterPage> {
    let limit = input.limit.clamp(1, 1_000);
    Ok(office
        .register()
        .complaints_page(&input.query, input.offset, limit, by.now.date_naive())?)
}

/// Words in any Russian form, anywhere in subject, text, complainant, number.
///
/// # Errors
/// Those of the register.
pub fn search(office: &Office, _by: &By, input: SearchQuery) -> Result<Vec<SearchHit>> {
    Ok(office
        .register()
        .search(&input.text, input.limit.clamp(1, 500))?)
}

/// What to do today.
///
/// # Errors
/// Those of the register.
pub fn today(office: &Office, by: &By) -> Result<Today> {
    let register = office.register();
    let mut today = register.today(by.now.date_naive(), SOON_DAYS, TODAY_ROWS)?;
    today.to_approve = register.letters_to_approve(TODAY_ROWS)?;
    Ok(today)
}

/// Rows a section of Today shows before it points to the register.
const TODAY_ROWS: u32 = 50;
/// A term this near is «soon».
const SOON_DAYS: u16 = 3;

/// Cards with these words in the name, or an e-mail or telephone number like it.
///
/// # Errors
/// Those of the register.
pub fn persons_find(office: &Office, _by: &By, input: PersonQuestion) -> Result<Vec<PersonHit>> {
    let mut hits = Vec::new();
    for (id, complainant) in office.register().person_find(&input.text, 8)? {
        let complaints = office.register().complaints_of(id, None, 0)?.0;
        hits.push(PersonHit {
            id,
            complainant,
            complaints,
        });
    }
    Ok(hits)
}

/// Complaints that look like this one.
///
/// # Errors
/// Those of the register.
pub fn duplicates(office: &Office, by: &By, input: DuplicateQuestion) -> Result<Vec<ComplaintRow>> {
    let candidate = Candidate {
        person: Complainant {
            name: input.name,
            email: input.email.trim().to_owned(),
            phone: normal_phone(&input.phone),
            ..Complainant::default()
        },
        order: input.order,
        subject: input.subject,
        their_number: String::new(),
        received_at: by.now,
    };
    let found = office.register().duplicates_of(&candidate)?;
    Ok(found.into_iter().map(|(row, _)| row).collect())
}

/// The complainant with every field trimmed and the phone in E.164 where it can be read so.
fn tidy(complainant: Complainant) -> Result<Complainant> {
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

fn normal_phone(typed: &str) -> String {
    russian::requisites::phone(typed).unwrap_or_else(|_| one_line(typed))
}

fn filled(text: Option<String>) -> Option<String> {
    text.map(|t| t.trim().to_owned()).filter(|t| !t.is_empty())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn within(name: &str, value: &str, limit: usize) -> Result<()> {
    if value.chars().nth(limit).is_some() {
        return field(name, FieldProblem::TooLong);
    }
    Ok(())
}

/// The subject as typed, or the first words of the text.
fn subject_of(subject: &str, text: &str) -> String {
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
