//! The interim reply: when it is worth writing, and what a promised day costs
//! that lies behind the legal one.

use crate::case::doubt::law_asked;
use crate::clock::terms::legal_day;
use crate::clock::values::{InterimAdvice, InterimQuestion, LatePromise};
use crate::error::Result;
use crate::office::Office;
use crate::texts::{Promise, texts};
use chrono::NaiveDate;
use complaint::{ClockKind, Demand, Language, LetterKind, LetterState, LetterSummary};
use deadline::law::{Circumstances, Deadline, PenaltyStart};
use deadline::principal;
use register::{By, Case};

/// A last day that is so many days off, or past, is near.
const NEAR: i64 = 5;

/// Says whether an interim reply is worth writing: a last day is near, its demand undecided, no answer
/// waits to be sent, and nothing was promised that still lies ahead.
pub(crate) fn advice(office: &Office, case: &Case, today: NaiveDate) -> Option<InterimAdvice> {
    if !case.contents.complaint.status.awaits_answer() {
        return None;
    }
    let promised = case.contents.letters.iter().any(|l| {
        l.kind == LetterKind::Interim
            && l.state != LetterState::Superseded
            && (l.state == LetterState::Draft || l.promised.is_some_and(|day| day >= today))
    });
    let kind = case.contents.complaint.fields.matter.kind;
    let issued = |l: &LetterSummary| l.state == LetterState::Issued && l.kind.answers(kind);
    if promised || case.contents.letters.iter().any(issued) {
        return None;
    }
    let norms = office.norms();
    let undecided = case.demands.iter().filter(|d| d.decision.is_none());
    let nearest = undecided
        .filter_map(|d| Some((legal_day(&norms, d)?, Some(d.fields.kind))))
        .chain(asked(case).map(|(legal, _)| (legal, None)))
        .min();
    let (legal, demand) = nearest.filter(|(legal, _)| (*legal - today).num_days() <= NEAR)?;
    Some(InterimAdvice { demand, legal })
}

/// The clock of an answer to a complaint that demands nothing, while it runs: its last day, and
/// what it rests on.
fn asked(case: &Case) -> Option<(NaiveDate, &str)> {
    let clock = case
        .clocks
        .iter()
        .find(|c| c.fields.kind == ClockKind::Answer)?;
    let legal = clock.due_legal.filter(|_| clock.ended.is_none())?;
    Some((legal, &clock.fields.citation))
}

/// What a promised day leads to, for each demand whose legal day lies before it; nothing when it
/// lies in time.
///
/// # Errors
/// Those of the register.
pub fn interim_check(
    office: &Office,
    _by: &By,
    input: InterimQuestion,
) -> Result<Vec<LatePromise>> {
    let case = office.register().case(input.complaint)?;
    let answer = asked(&case).filter(|(legal, _)| *legal < input.promised);
    let answer = answer.map(|(legal, citation)| {
        worded(
            LatePromise {
                demand: None,
                legal,
                citation: citation.to_owned(),
                late_days: late_days(legal, input.promised),
                penalty_citation: None,
                basis: None,
                per_day: None,
                total: None,
                text_ru: String::new(),
                text_en: String::new(),
            },
            input.promised,
        )
    });
    let norms = office.norms();
    let late = case
        .demands
        .iter()
        .filter_map(|demand| {
            let legal = legal_day(&norms, demand).filter(|legal| *legal < input.promised)?;
            Some(consequence(office, &case, demand, legal, input.promised))
        })
        .chain(answer)
        .collect();
    Ok(late)
}

fn consequence(
    office: &Office,
    case: &Case,
    demand: &Demand,
    legal: NaiveDate,
    promised: NaiveDate,
) -> LatePromise {
    let norms = office.norms();
    let mut question = Circumstances::new(
        case.contents.complaint.fields.matter.regime,
        Some(law_asked(
            &case.contents.complaint.fields,
            demand.fields.kind,
        )),
        demand.made_on,
    );
    let basis = case
        .contents
        .complaint
        .fields
        .matter
        .price
        .or(demand.fields.amount);
    question.price = basis;
    let clocks = norms.law.deadlines(&question, &norms.calendar);
    let by_rule = |clock: &&Deadline| Some(&clock.rule.id) == demand.rule.as_ref();
    let clock = clocks.iter().find(by_rule).or_else(|| principal(&clocks));
    let figure = clock.and_then(|clock| clock.penalty.as_ref());
    let late_days = late_days(legal, promised);
    let found = LatePromise {
        demand: Some(demand.fields.kind),
        legal,
        citation: clock.map(|c| c.rule.citation.clone()).unwrap_or_default(),
        late_days,
        penalty_citation: figure.map(|f| f.penalty.citation.clone()),
        basis: basis.filter(|_| figure.is_some()),
        per_day: figure.and_then(|f| f.per_day),
        // From which day a penalty by the contract runs, nobody has said here.
        total: figure
            .filter(|f| f.penalty.runs_from == PenaltyStart::LegalDay)
            .and_then(|f| f.accrued(legal, promised)),
        text_ru: String::new(),
        text_en: String::new(),
    };
    worded(found, promised)
}

fn late_days(legal: NaiveDate, promised: NaiveDate) -> u32 {
    u32::try_from((promised - legal).num_days()).unwrap_or(0)
}

fn worded(mut late: LatePromise, promised: NaiveDate) -> LatePromise {
    let promise = Promise {
        legal: late.legal,
        citation: &late.citation,
        promised,
        late_days: late.late_days,
        penalty: late.penalty_citation.as_deref(),
        sums: late
            .basis
            .zip(late.per_day)
            .zip(late.total)
            .map(|((basis, per_day), total)| (basis, per_day, total)),
    };
    let said = |language| (texts(language).late_promise)(&promise);
    let (text_ru, text_en) = (said(Language::Ru), said(Language::En));
    late.text_ru = text_ru;
    late.text_en = text_en;
    late
}
