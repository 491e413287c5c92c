//! What each answer to a demand may cost: an estimate from the case's facts and the office's assumptions.

use crate::case::doubt::law_asked;
use crate::error::{FieldProblem, Result, field};
use crate::office::Office;
use chrono::NaiveDate;
use complaint::{ComplaintId, DemandId, Money};
use deadline::law::{Circumstances, PenaltyStart};
use deadline::{ContractPenalty, CourtAssumptions, Dispute, Exposure, principal};
use register::By;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Days until a judgment that anybody would assume.
pub const LONGEST_COURT: u32 = 3660;

/// A rate of a hundred per cent, in hundredths of one: above it stands a mistake of typing.
pub const HIGHEST_RATE: u32 = 10_000;

/// The most that a contract's penalty may come to, in per cent of the sum.
pub const HIGHEST_CAP: u32 = 1_000;

/// Asks what each answer to a demand may cost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PriceQuestion {
    pub complaint: ComplaintId,
    pub demand: DemandId,
    /// The sum that is disputed, where the demand names none.
    pub asked: Option<Money>,
    /// The part of it that the office would pay; half when absent.
    pub offered: Option<Money>,
    /// What was paid under the contract, where that is not the price.
    pub paid: Option<Money>,
    /// An exception from the fine applies.
    pub excused: bool,
    /// The day by the contract, or the new one that the consumer set, from which some penalties run.
    #[serde(default)]
    pub contract_day: Option<NaiveDate>,
    /// The penalty that the contract names for each day of lateness.
    #[serde(default)]
    pub contract: Option<ContractPenalty>,
    /// Assumptions other than the office's.
    pub assumptions: Option<CourtAssumptions>,
}

/// What each answer may cost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PriceView {
    /// The sum that is disputed; none when the demand names none and no price is recorded.
    pub asked: Option<Money>,
    /// The part that was reckoned with.
    pub offered: Money,
    /// The day of the demand.
    pub event: NaiveDate,
    /// Its last legal day.
    pub due: Option<NaiveDate>,
    /// Its penalty runs from the day by the contract, which the question may name.
    pub from_contract_day: bool,
    /// The price was not recorded, so the penalty is reckoned from the sum demanded.
    pub price_assumed: bool,
    pub assumptions: CourtAssumptions,
    /// The answers; empty without a sum.
    pub answers: Vec<Exposure>,
}

/// Reckons the price of each answer to one demand.
///
/// # Errors
/// [`FieldProblem::Foreign`] for a demand of another case, [`FieldProblem::TooMuch`] for a court that
/// would take more than ten years and for rates above any, [`FieldProblem::MoreThanAsked`]; those of the register.
pub fn answer_prices(office: &Office, by: &By, input: PriceQuestion) -> Result<PriceView> {
    let case = office.register().case(input.complaint)?;
    let Some(demand) = case.demands.iter().find(|d| d.id == input.demand) else {
        return field("demand", FieldProblem::Foreign);
    };
    let norms = office.norms();
    let assumptions = input.assumptions.unwrap_or(norms.assumptions);
    if assumptions.days_to_judgment > LONGEST_COURT {
        return field("assumptions.days_to_judgment", FieldProblem::TooMuch);
    }
    if assumptions.key_rate > HIGHEST_RATE {
        return field("assumptions.key_rate", FieldProblem::TooMuch);
    }
    if let Some(contract) = input.contract {
        if contract.basis_points_per_day > HIGHEST_RATE {
            return field("contract.basis_points_per_day", FieldProblem::TooMuch);
        }
        if contract.cap_percent > Some(HIGHEST_CAP) {
            return field("contract.cap_percent", FieldProblem::TooMuch);
        }
    }
    let price = case.contents.complaint.fields.matter.price;
    let asked = input.asked.or(demand.fields.amount).or(price);
    let due = crate::clock::terms::legal_day(&norms, demand);
    let mut view = PriceView {
        asked,
        offered: input.offered.unwrap_or(half(asked)),
        event: demand.made_on,
        due,
        from_contract_day: false,
        price_assumed: price.is_none(),
        assumptions,
        answers: Vec::new(),
    };
    let Some(asked) = asked else {
        return Ok(view);
    };
    if view.offered > asked {
        return field("offered", FieldProblem::MoreThanAsked);
    }
    let mut question = Circumstances::new(
        case.contents.complaint.fields.matter.regime,
        Some(law_asked(
            &case.contents.complaint.fields,
            demand.fields.kind,
        )),
        demand.made_on,
    );
    question.price = price.or(Some(asked));
    question.paid = input.paid;
    let clocks = norms.law.deadlines(&question, &norms.calendar);
    // The same that leads in `explained`.
    let penalty = principal(&clocks).and_then(|clock| clock.penalty.clone());
    view.from_contract_day = penalty
        .as_ref()
        .is_some_and(|figure| figure.penalty.runs_from == PenaltyStart::ContractDay);
    let dispute = Dispute {
        regime: case.contents.complaint.fields.matter.regime,
        event: demand.made_on,
        today: by.now.date_naive(),
        due,
        contract_day: input.contract_day,
        asked,
        offered: view.offered,
        penalty,
        money: demand.fields.kind.asks_money(),
        contract: input.contract,
        excused: input.excused,
    };
    view.answers = deadline::estimate(&norms.law, &dispute, &assumptions);
    Ok(view)
}

fn half(sum: Option<Money>) -> Money {
    sum.and_then(|sum| Money::from_kopecks(sum.kopecks() / 2).ok())
        .unwrap_or_default()
}
