//! Terms by which a case goes because the office says so: a special case of the rules, or the day that a
//! request names itself.

use crate::case::card::card;
use crate::case::doubt::law_asked;
use crate::case::values::Card;
use crate::clock::case_clocks::title;
use crate::clock::terms::moment;
use crate::clock::values::{ChosenTerm, TermChoice};
use crate::error::{FieldProblem, OfficeError, Result, field};
use crate::office::Office;
use crate::texts::texts;
use chrono::NaiveDate;
use complaint::{
    ClockEnd, ClockFields, ClockKind, ClockStart, Complaint, ComplaintId, Demand, DemandId,
    LONGEST_TERM, Language,
};
use deadline::law::{Binds, Circumstances, Deadline};
use register::{By, Case, Change, NewClock, NewEnding, Op, TermRef};

/// Says of a case by which term it goes. It stands in place of the usual one, and one undo takes it back.
///
/// # Errors
/// [`FieldProblem::OutOfPlace`] for a special case that no rule of the case knows or that gives no day; a
/// field's problem for a day before the receipt; those of the register.
pub fn term_choose(office: &Office, by: &By, input: TermChoice) -> Result<Card> {
    office.register().transact(by, Op::ClockAdd, |change| {
        choose(office, by, change, input.complaint, &input.term)
    })?;
    card(office, by, input.complaint)
}

/// The same as a step of a change.
pub(crate) fn choose(
    office: &Office,
    by: &By,
    change: &mut Change<'_>,
    complaint: ComplaintId,
    term: &ChosenTerm,
) -> Result<()> {
    let case = change.case(complaint)?;
    let language = change.profile()?.language;
    let all = || case.demands.iter().map(|demand| demand.id).collect();
    match term {
        ChosenTerm::Named { day } => {
            let received = case.contents.complaint.fields.received_at.date_naive();
            complaint::dated("day", *day)?;
            if *day < received {
                return field("day", FieldProblem::TooEarly);
            }
            complaint::no_later("day", *day, received, LONGEST_TERM)?;
            let fields = ClockFields {
                title: texts(language).named_in_request.to_owned(),
                day: Some(*day),
                ..ClockFields::of(ClockKind::Answer, ClockStart::Received)
            };
            let new = NewClock {
                fields,
                start_on: received,
            };
            take_place(by, change, &case, all(), &new.fields.title, language)?;
            change.answer_choose(complaint, &new)?;
        }
        ChosenTerm::Special { variant } => {
            let found = special(office, &case, variant);
            if found.is_empty() {
                return field("variant", FieldProblem::OutOfPlace);
            }
            // An earlier choice falls away once, not with each of these terms.
            if let Some((first, ..)) = found.iter().find(|(one, ..)| !by_the_clock(one)) {
                let of = found.iter().filter(|(one, ..)| !by_the_clock(one));
                let demands = of.filter_map(|(_, demand, _)| *demand).collect();
                take_place(
                    by,
                    change,
                    &case,
                    demands,
                    title(&first.rule, language),
                    language,
                )?;
            }
            let mut started: Vec<(String, NaiveDate)> = Vec::new();
            for (deadline, _, start_on) in &found {
                let same = (deadline.rule.id.clone(), *start_on);
                if started.contains(&same) {
                    continue;
                }
                started.push(same);
                if by_the_clock(deadline) {
                    change.clock_add(complaint, &of_hours(deadline, *start_on, language))?;
                } else {
                    let received = case.contents.complaint.fields.received_at.date_naive();
                    let new = of_days(deadline, *start_on, received, language);
                    change.answer_choose(complaint, &new)?;
                }
            }
        }
    }
    Ok(())
}

/// The terms of a special case that have a day, each with its demand and the day from which it runs.
fn special(
    office: &Office,
    case: &Case,
    variant: &str,
) -> Vec<(Deadline, Option<DemandId>, NaiveDate)> {
    let complaint = &case.contents.complaint;
    let norms = office.norms();
    let of = |demand: Option<&Demand>| -> Vec<(Deadline, Option<DemandId>, NaiveDate)> {
        let question = question(complaint, demand);
        let clocks = norms.law.deadlines(&question, &norms.calendar);
        let mine = clocks.into_iter().filter(|one| {
            one.rule.binds == Binds::Office
                && one.rule.variant.as_deref() == Some(variant)
                && one.counted.is_some()
        });
        mine.map(|one| {
            let start_on = one.start.unwrap_or(question.received);
            (one, demand.map(|demand| demand.id), start_on)
        })
        .collect()
    };
    if case.demands.is_empty() {
        return of(None);
    }
    case.demands
        .iter()
        .flat_map(|demand| of(Some(demand)))
        .collect()
}

fn question(complaint: &Complaint, demand: Option<&Demand>) -> Circumstances {
    let matter = &complaint.fields.matter;
    let received = complaint.fields.received_at.date_naive();
    let made_on = demand.map_or(received, |demand| demand.made_on);
    let kind = demand.map(|demand| law_asked(&complaint.fields, demand.fields.kind));
    let mut question = Circumstances::new(matter.regime, kind, made_on);
    question.received_time = moment(complaint, made_on).1;
    question.price = matter.price;
    question
}

/// Whether it is for something besides the answer, which is to be done by an hour.
fn by_the_clock(deadline: &Deadline) -> bool {
    deadline
        .rule
        .term
        .is_some_and(|term| term.unit.is_by_the_clock())
}

/// A clock of a case ends on a day, so the hour stands in its name.
fn of_hours(deadline: &Deadline, start_on: NaiveDate, language: Language) -> NewClock {
    let counted = deadline.counted.as_ref();
    let until = counted.and_then(|counted| counted.until);
    let until = until.map(texts(language).until_time).unwrap_or_default();
    NewClock {
        fields: ClockFields {
            title: format!("{}{until}", title(&deadline.rule, language)),
            day: counted.map(|counted| counted.legal),
            citation: deadline.rule.citation.clone(),
            ..ClockFields::of(ClockKind::Other, ClockStart::Received)
        },
        start_on,
    }
}

/// It follows the receipt where it runs from it; a later demand's has its day named.
fn of_days(
    deadline: &Deadline,
    start_on: NaiveDate,
    received: NaiveDate,
    language: Language,
) -> NewClock {
    let follows = start_on == received;
    let day = deadline.counted.as_ref().map(|counted| counted.legal);
    NewClock {
        fields: ClockFields {
            title: title(&deadline.rule, language).to_owned(),
            term: deadline.rule.term.filter(|_| follows),
            day: day.filter(|_| !follows),
            citation: deadline.rule.citation.clone(),
            ..ClockFields::of(ClockKind::Answer, ClockStart::Received)
        },
        start_on,
    }
}

/// Ends what stood before: the usual terms of these demands, and what was chosen earlier.
fn take_place(
    by: &By,
    change: &mut Change<'_>,
    case: &Case,
    demands: Vec<DemandId>,
    instead: &str,
    language: Language,
) -> Result<()> {
    let end = NewEnding {
        how: ClockEnd::Void,
        on: by.now.date_naive(),
        why: (texts(language).in_place_of)(instead),
        proof: None,
    };
    let mut gone: Vec<TermRef> = case
        .clocks
        .iter()
        .filter(|clock| clock.is_chosen_answer() && clock.ended.is_none())
        .map(|clock| TermRef::Clock(clock.id))
        .collect();
    let ended = |demand: &DemandId| {
        case.clocks
            .iter()
            .any(|clock| clock.fields.kind == ClockKind::Demand && clock.source == Some(demand.0))
    };
    let mut seen: Vec<DemandId> = Vec::new();
    for demand in demands {
        if !ended(&demand) && !seen.contains(&demand) {
            seen.push(demand);
            gone.push(TermRef::Demand(demand));
        }
    }
    for one in gone {
        change.clock_end(one, &end).map_err(OfficeError::from)?;
    }
    Ok(())
}
