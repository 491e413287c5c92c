//! Terms: asked of the law room, shown with the reason for each date.

use crate::case::doubt::{asked_as, is_firm, law_asked};
use crate::clock::values::{
    CaseClockView, ClockQuestion, ClockStep, DemandClocks, NoTermReason, TermView,
};
use crate::law::norms::Norms;
use crate::office::Office;
use crate::texts::{PenaltyRate, texts};
use chrono::{NaiveDate, NaiveTime};
use complaint::{
    ClockKind, Complaint, Demand, DemandKind, Kind, Language, Money, PartyKind, Regime,
};
use deadline::law::{
    Binds, Certainty, Circumstances, Deadline, IndefiniteTerm, NotCounted, PenaltyBase,
    PenaltyStart, ReckonedPenalty,
};
use deadline::{Pause, governing, in_english};
use register::{Case, Due};

/// The terms that demands would have, and the term of the answer as a whole
/// when nothing is demanded.
pub fn clocks(office: &Office, input: &ClockQuestion) -> Vec<DemandClocks> {
    let business = is_firm(input.party.unwrap_or(PartyKind::Person), &input.name);
    let views = |demand: Option<DemandKind>| {
        explained(
            office,
            input.regime,
            demand.map(|demand| asked_as(input.regime, business, demand)),
            (input.received, input.received_time),
            input.price,
            &[],
        )
    };
    if input.demands.is_empty() {
        let clocks = match termless(input.kind, input.regime) {
            None => views(None),
            Some(_) => Vec::new(),
        };
        return vec![DemandClocks {
            demand: None,
            clocks,
        }];
    }
    input
        .demands
        .iter()
        .map(|&demand| DemandClocks {
            demand: Some(demand),
            clocks: views(Some(demand)),
        })
        .collect()
}

/// Why no rule gives a term for the answer to a message of this kind that demands nothing: thanks
/// and reviews need none, a state body names its own unless its regime says more. None where rules may
/// give one.
fn termless(kind: Kind, regime: Regime) -> Option<NoTermReason> {
    match kind {
        Kind::Authority if regime.is_of_state_body() => None,
        Kind::Authority => Some(NoTermReason::NamedInRequest),
        Kind::Review | Kind::Gratitude => Some(NoTermReason::NothingAsked),
        Kind::Claim | Kind::Complaint | Kind::Request => None,
    }
}

/// Why nothing says by when a complaint that demands nothing must be answered, given the terms of
/// the answer as a whole; none where a day is known or asked for no more.
pub(crate) fn no_term(
    complaint: &Complaint,
    terms: &[TermView],
    clocks: &[CaseClockView],
) -> Option<NoTermReason> {
    let of_answer = |clock: &CaseClockView| clock.fields.kind == ClockKind::Answer;
    let known = !terms.is_empty() || clocks.iter().any(of_answer);
    if known || !complaint.status.awaits_answer() {
        return None;
    }
    let matter = &complaint.fields.matter;
    Some(termless(matter.kind, matter.regime).unwrap_or(NoTermReason::NoRule))
}

/// The terms of one demand of a case, with the days in which they stood still.
pub(crate) fn of_demand(
    office: &Office,
    complaint: &Complaint,
    demand: &Demand,
    pauses: &[Pause],
) -> Vec<TermView> {
    let kind = Some(law_asked(&complaint.fields, demand.fields.kind));
    let matter = &complaint.fields.matter;
    let made = moment(complaint, demand.made_on);
    explained(office, matter.regime, kind, made, matter.price, pauses)
}

/// A day with its time, where it is the one on which the complaint was received.
pub(crate) fn moment(complaint: &Complaint, day: NaiveDate) -> (NaiveDate, Option<NaiveTime>) {
    let received = complaint.fields.received_at;
    (day, (received.date_naive() == day).then(|| received.time()))
}

/// The terms that rules of law give for the answer to a complaint that demands nothing.
pub(crate) fn of_answer(office: &Office, complaint: &Complaint) -> Vec<TermView> {
    if termless(complaint.fields.matter.kind, complaint.fields.matter.regime).is_some() {
        return Vec::new();
    }
    explained(
        office,
        complaint.fields.matter.regime,
        None,
        moment(complaint, complaint.fields.received_at.date_naive()),
        complaint.fields.matter.price,
        &[],
    )
}

/// Rules that shipped as a caution and ship no more: what was counted by them is no day of law.
const WAS_CAUTION: [&str; 1] = ["prepaid_goods.delivery_answer"];

/// The last day by law of a demand; none where the register counts it to a goal of the office or, in
/// older records, to a caution.
pub(crate) fn legal_day(norms: &Norms, demand: &Demand) -> Option<NaiveDate> {
    let Some(rule) = demand.rule.as_deref() else {
        return demand.due_legal;
    };
    if WAS_CAUTION.contains(&rule) {
        return None;
    }
    let borrowed = norms.law.rules().iter().any(|one| {
        one.id == rule
            && one.valid_from <= demand.made_on
            && one.valid_to.is_none_or(|last| demand.made_on <= last)
            && (one.caution || one.certainty == Certainty::OfficeGoal)
    });
    demand.due_legal.filter(|_| !borrowed)
}

/// The last legal day for the answer to a case, answered or not.
pub(crate) fn answer_due(norms: &Norms, case: &Case) -> Option<NaiveDate> {
    let demanded = case
        .demands
        .iter()
        .filter_map(|demand| legal_day(norms, demand));
    let asked = case
        .clocks
        .iter()
        .filter(|c| c.fields.kind == ClockKind::Answer);
    if let Some(chosen) = case.clocks.iter().find(|clock| clock.governs_answer()) {
        return chosen.due_legal;
    }
    demanded
        .min()
        .or_else(|| asked.filter_map(|clock| clock.due_legal).min())
}

/// The term that leads: the one the register counts by. While it stands still it has no day.
pub(crate) fn leading(
    norms: &Norms,
    regime: Regime,
    demand: DemandKind,
    made_on: NaiveDate,
    pauses: &[Pause],
) -> Option<Due> {
    let question = Circumstances::new(regime, Some(demand), made_on);
    let unpaused = norms.law.deadlines(&question, &norms.calendar);
    let mut clocks = unpaused.clone();
    for clock in &mut clocks {
        stand_still(clock, Some(demand), pauses, norms);
    }
    let leads = governing(&clocks).or_else(|| {
        let paused = governing(&unpaused)?;
        let place = unpaused
            .iter()
            .position(|clock| std::ptr::eq(clock, paused))?;
        clocks.get(place)
    });
    leads.map(|clock| Due {
        rule: Some(clock.rule.id.clone()),
        legal: clock.counted.as_ref().map(|c| c.legal),
        safe: clock.counted.as_ref().map(|c| c.safe),
    })
}

/// Counts a term anew without the days in which it stood still, where its rule lets it.
fn stand_still(clock: &mut Deadline, demand: Option<DemandKind>, pauses: &[Pause], norms: &Norms) {
    let (Some(_), Some(term), Some(start)) = (&clock.rule.pause, clock.rule.term, clock.start)
    else {
        return;
    };
    if pauses.is_empty() || clock.counted.is_none() {
        return;
    }
    let counted = deadline::count_paused(start, term, pauses, &norms.calendar)
        .ok()
        .flatten();
    clock.counted = counted.map(|counted| {
        if clock.rule.is_met_by_writing(demand) {
            counted
        } else {
            counted.of_performance()
        }
    });
}

fn explained(
    office: &Office,
    regime: Regime,
    demand: Option<DemandKind>,
    (received, time): (NaiveDate, Option<NaiveTime>),
    price: Option<Money>,
    pauses: &[Pause],
) -> Vec<TermView> {
    let mut question = Circumstances::new(regime, demand, received);
    question.received_time = time;
    question.price = price;
    let norms = office.norms();
    let mut clocks = norms.law.deadlines(&question, &norms.calendar);
    if demand.is_none() {
        // Where the law names no term, a goal is the office's own affair.
        clocks.retain(Deadline::is_law);
    }
    for clock in &mut clocks {
        stand_still(clock, demand, pauses, &norms);
    }
    let moments = |clock: &Deadline| {
        let last = clock.counted.as_ref().map(|counted| counted.legal)?;
        let binds = clock.rule.binds == Binds::Office && clock.is_set_by_law();
        (binds && clock.rule.is_met_by_writing(demand))
            .then(|| deadline::cutoffs(last, &norms.places, &norms.calendar).ok())
            .flatten()
    };
    let mut views: Vec<TermView> = clocks
        .iter()
        .map(|clock| TermView {
            last: moments(clock),
            ..view(clock, received)
        })
        .collect();
    // The one the register counts by stands first, so that screen and register agree; but a goal of the
    // office never stands before what the law says.
    if let Some(leads) = governing(&clocks).filter(|leads| leads.is_set_by_law())
        && let Some(place) = clocks.iter().position(|clock| std::ptr::eq(clock, leads))
    {
        let first = views.remove(place);
        views.insert(0, first);
    }
    views
}

pub(crate) fn view(clock: &Deadline, received: NaiveDate) -> TermView {
    let rule = &clock.rule;
    let counted = clock.counted.as_ref();
    let partly = clock.partly.as_ref().filter(|_| counted.is_none());
    let step = |s: &deadline::Step| ClockStep {
        date: s.date,
        text_ru: s.text_ru.clone(),
        text_en: s.text_en.clone(),
    };
    let steps = counted
        .map(|counted| &counted.steps)
        .or(partly.map(|partly| &partly.steps))
        .map(|steps| steps.iter().map(step).collect())
        .unwrap_or_default();
    let (penalty_ru, penalty_en) = clock.penalty.as_ref().map(penalty).unwrap_or_default();
    TermView {
        rule: rule.id.clone(),
        title_ru: rule.title_ru.clone(),
        title_en: rule.title_en.clone(),
        citation: rule.citation.clone(),
        citation_en: in_english(&rule.citation).into_owned(),
        certainty: rule.certainty,
        sure: rule.certainty.is_sure(),
        checked_on: rule.checked_on,
        start: clock.start.unwrap_or(received),
        unmoved: counted
            .map(|c| c.unmoved)
            .or(partly.map(|partly| partly.unmoved)),
        legal: counted.map(|c| c.legal),
        safe: counted
            .map(|c| c.safe)
            .or(partly.and_then(|partly| partly.safe)),
        steps,
        penalty_ru,
        penalty_en,
        undated: match (&clock.not_counted, counted) {
            (Some(reason), _) => Some(undated(*reason).to_owned()),
            // It was counted and stands still now.
            (None, None) => Some("paused".to_owned()),
            (None, Some(_)) => None,
        },
        pause: rule.pause.clone(),
        variant: rule.variant.clone(),
        taken: false,
        caution: rule.caution,
        binds_complainant: rule.binds == Binds::Complainant,
        todo_ru: rule.todo_ru.clone(),
        todo_en: rule.todo_en.clone(),
        until: counted.and_then(|c| c.until),
        last: None,
    }
}

fn undated(reason: NotCounted) -> &'static str {
    match reason {
        NotCounted::Open {
            open: IndefiniteTerm::AtOnce,
        } => "at_once",
        NotCounted::Open {
            open: IndefiniteTerm::NamedByComplainant,
        } => "named_by_complainant",
        NotCounted::Open {
            open: IndefiniteTerm::ByContract,
        } => "by_contract",
        NotCounted::Open {
            open: IndefiniteTerm::NextDelivery,
        } => "next_delivery",
        NotCounted::Open {
            open: IndefiniteTerm::NamedInRequest,
        } => "named_in_request",
        NotCounted::NeedsEvent { .. } => "needs_event",
        NotCounted::MissingYear { .. } => "missing_year",
        NotCounted::NeedsTime => "needs_time",
        NotCounted::TooFar => "too_far",
    }
}

fn penalty(figure: &ReckonedPenalty) -> (String, String) {
    let rate = PenaltyRate {
        per_mille: figure.penalty.per_mille_per_day,
        citation: &figure.penalty.citation,
        per_day: figure.per_day,
        cap: figure.cap,
        later_cap: figure.penalty.valid_to.zip(figure.later_cap),
        cap_unconfirmed: [figure.penalty.cap, figure.penalty.later_cap]
            .contains(&Some(PenaltyBase::PaidUnderContract))
            && (figure.cap.is_some() || figure.later_cap.is_some()),
        from_contract_day: figure.penalty.runs_from == PenaltyStart::ContractDay,
    };
    let said = |language| (texts(language).penalty_rate)(&rate);
    (said(Language::Ru), said(Language::En))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_counted_to_a_caution_that_ships_no_more_is_none_of_law() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 16);
        let demand = |rule: Option<&str>| -> Demand {
            serde_json::from_value(serde_json::json!({
                "id": uuid::Uuid::nil(), "kind": "delivery", "detail": "", "amount": null,
                "made_on": "2026-11-09", "decision": null, "rule": rule,
                "due_legal": day, "due_safe": day,
            }))
            .unwrap()
        };
        let norms = Norms::of(&[]);
        let of = |rule| legal_day(&norms, &demand(rule));
        assert_eq!(of(Some("prepaid_goods.delivery_answer")), None);
        assert_eq!(of(Some("general.performance")), None);
        assert_eq!(of(Some("goods.refund")), day);
        assert_eq!(of(None), day);
    }
}
