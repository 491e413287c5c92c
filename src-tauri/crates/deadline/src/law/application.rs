//! Which clocks a demand starts, counted and explained.

use super::Law;
use super::rule::{Binds, Certainty, OpenTerm, Penalty, Rule, StartEvent, Sum};
use crate::calendar::Calendar;
use crate::count::{CountError, Counted, Step, count, count_from};
use chrono::{Datelike, NaiveDate, NaiveTime};
use complaint::{DemandKind, Money, Regime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is asked: a demand (or a complaint without one) and the days and sums that are known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Question {
    /// The regime of the complaint.
    pub regime: Regime,
    /// The demand; `None` asks until when a complaint without demands is to be answered.
    pub demand: Option<DemandKind>,
    /// The day the office got the demand.
    pub received: NaiveDate,
    /// The time of that day, when it is known: terms of hours need it.
    #[serde(default)]
    pub received_time: Option<NaiveTime>,
    /// The day it was sent.
    #[serde(default)]
    pub sent: Option<NaiveDate>,
    /// The day the item came back.
    #[serde(default)]
    pub item_returned: Option<NaiveDate>,
    /// The day of the purchase.
    #[serde(default)]
    pub item_purchased: Option<NaiveDate>,
    /// The day the item was handed over.
    #[serde(default)]
    pub item_delivered: Option<NaiveDate>,
    /// The day the contract ended.
    #[serde(default)]
    pub contract_ended: Option<NaiveDate>,
    /// The day the complainant named, where the law lets them name one.
    #[serde(default)]
    pub named_day: Option<NaiveDate>,
    /// The price of the goods or the service.
    #[serde(default)]
    pub price: Option<Money>,
    /// What was paid under the contract, or in advance, if that is not the price.
    #[serde(default)]
    pub paid: Option<Money>,
}

impl Question {
    /// A demand received on a day, nothing more known.
    #[must_use]
    pub fn new(regime: Regime, demand: Option<DemandKind>, received: NaiveDate) -> Self {
        Self {
            regime,
            demand,
            received,
            received_time: None,
            sent: None,
            item_returned: None,
            item_purchased: None,
            item_delivered: None,
            contract_ended: None,
            named_day: None,
            price: None,
            paid: None,
        }
    }

    fn day_of(&self, event: StartEvent) -> Option<NaiveDate> {
        match event {
            StartEvent::DemandReceived => Some(self.received),
            StartEvent::DemandSent => self.sent,
            StartEvent::ItemReturned => self.item_returned,
            StartEvent::ItemPurchased => self.item_purchased,
            StartEvent::ItemDelivered => self.item_delivered,
            StartEvent::ContractEnded => self.contract_ended,
        }
    }

    fn sum(&self, sum: Sum) -> Option<Money> {
        match sum {
            Sum::Price | Sum::ServicePrice => self.price,
            Sum::Prepayment | Sum::PaidUnderContract => self.paid.or(self.price),
        }
    }
}

/// Why a clock has no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum NotCounted {
    /// The law gives no number.
    Open {
        /// What it says instead.
        open: OpenTerm,
    },
    /// The day of the event is not known.
    NeedsEvent {
        /// Which event.
        event: StartEvent,
    },
    /// The calendar of that year isn't loaded.
    MissingYear {
        /// The year.
        year: i32,
    },
    /// A term of hours runs from a moment, and only the day is known.
    NeedsTime,
    /// The term ends beyond any date.
    TooFar,
}

/// What lateness costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PenaltyFigure {
    /// The rule of the penalty.
    pub penalty: Penalty,
    /// The sum for each day of lateness, rounded to a kopeck; `None` without a known price.
    pub per_day: Option<Money>,
    /// The most it can come to.
    pub cap: Option<Money>,
    /// The most it would come to if the later law covers this event as well.
    pub later_cap: Option<Money>,
}

impl PenaltyFigure {
    /// The penalty for so many days of lateness, within the cap. `None` without a known price.
    #[must_use]
    pub fn after_days(&self, days: u32) -> Option<Money> {
        let total = i128::from(self.per_day?.kopecks()) * i128::from(days);
        let capped = self
            .cap
            .map_or(total, |cap| total.min(i128::from(cap.kopecks())));
        Money::from_kopecks(i64::try_from(capped).ok()?).ok()
    }
}

/// One rule applied to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Clock {
    /// The rule, in the version of the day of the event.
    pub rule: Rule,
    /// The day from whose next day it runs, when known.
    pub start: Option<NaiveDate>,
    /// The day of sending isn't known, so it runs from the day of receipt.
    pub assumed_start: bool,
    /// The dates and the way to them.
    pub counted: Option<Counted>,
    /// Why there are none.
    pub not_counted: Option<NotCounted>,
    /// What lateness costs.
    pub penalty: Option<PenaltyFigure>,
}

impl Clock {
    /// Whether it binds the office without a special case to be confirmed first.
    #[must_use]
    pub fn binds_office(&self) -> bool {
        self.rule.binds == Binds::Office && self.rule.variant.is_none()
    }

    /// Whether it is a rule of law; an office goal isn't.
    #[must_use]
    pub fn is_law(&self) -> bool {
        self.rule.certainty != Certainty::OfficeGoal
    }
}

/// The clock a register shows: the earliest legal day among those that bind the office for sure,
/// else among the special cases. `None` when no clock has a date.
#[must_use]
pub fn principal(clocks: &[Clock]) -> Option<&Clock> {
    let earliest = |sure: bool| {
        clocks
            .iter()
            .filter(|clock| clock.rule.binds == Binds::Office && clock.binds_office() == sure)
            .filter_map(|clock| clock.counted.as_ref().map(|c| (c.legal, clock)))
            .min_by_key(|(legal, _)| *legal)
            .map(|(_, clock)| clock)
    };
    earliest(true).or_else(|| earliest(false))
}

pub(super) fn explain(law: &Law, question: &Question, calendar: &Calendar) -> Vec<Clock> {
    let levels = law.chain(question.regime).unwrap_or_default();
    let mut clocks: Vec<Clock> = Vec::new();
    let mut settled = false;
    for (depth, &level) in levels.iter().enumerate() {
        // The last level is civil law in general: it speaks only where nothing nearer names a day.
        let last_resort = depth > 0 && depth + 1 == levels.len();
        if if last_resort {
            clocks.iter().any(names_a_day)
        } else {
            settled
        } {
            continue;
        }
        let here = law
            .rules
            .iter()
            .filter(|rule| rule.regime == level && !rule.reference && rule.covers(question.demand))
            .filter_map(|rule| clock(law, rule, question, calendar));
        clocks.extend(here);
        // A rule that names the demand settles it; a general term for answering does not.
        settled = clocks
            .iter()
            .any(|c| c.binds_office() && !c.rule.every_demand);
    }
    clocks.sort_by_key(|clock| {
        (
            clock.rule.binds == Binds::Complainant,
            clock.rule.variant.is_some(),
            clock.counted.is_none(),
            clock.counted.as_ref().map(|c| c.legal),
        )
    });
    clocks
}

/// Whether the law gives the office a term in days here, be it that the calendar to count it over is missing.
fn names_a_day(clock: &Clock) -> bool {
    let countable = matches!(
        clock.not_counted,
        None | Some(NotCounted::MissingYear { .. } | NotCounted::TooFar | NotCounted::NeedsTime)
    );
    clock.binds_office() && countable
}

/// `None` when the rule was not in force on the day of its event.
fn clock(law: &Law, rule: &Rule, question: &Question, calendar: &Calendar) -> Option<Clock> {
    let known = question.day_of(rule.start);
    let assumed_start = known.is_none() && rule.start == StartEvent::DemandSent;
    let start = known.or(assumed_start.then_some(question.received));
    let event_day = start.unwrap_or(question.received);
    if !rule.in_force(event_day) {
        return None;
    }
    let outcome = match (rule.term, rule.open, start) {
        (None, Some(OpenTerm::NamedByComplainant), _) if question.named_day.is_some() => {
            named(question.named_day.unwrap_or(event_day), calendar).map_err(Into::into)
        }
        (None, Some(open), _) => Err(NotCounted::Open { open }),
        (Some(_), _, None) => Err(NotCounted::NeedsEvent { event: rule.start }),
        (Some(term), _, Some(start)) => {
            let time = question
                .received_time
                .filter(|_| rule.start == StartEvent::DemandReceived);
            match time.filter(|_| term.unit.is_by_the_clock()) {
                Some(time) => count_from(start.and_time(time), term, calendar),
                None => count(start, term, calendar),
            }
            .map_err(Into::into)
        }
        (None, None, _) => return None,
    };
    let (counted, not_counted) = match outcome {
        Ok(counted) => (Some(counted), None),
        Err(reason) => (None, Some(reason)),
    };
    let penalty = rule
        .penalty
        .as_deref()
        .and_then(|id| law.penalty_on(id, event_day))
        .map(|penalty| figure(penalty, question));
    Some(Clock {
        rule: rule.clone(),
        start,
        assumed_start,
        counted,
        not_counted,
        penalty,
    })
}

impl From<CountError> for NotCounted {
    fn from(error: CountError) -> Self {
        match error {
            CountError::MissingYear { year } => Self::MissingYear { year },
            CountError::NeedsTime => Self::NeedsTime,
            CountError::TooFar => Self::TooFar,
        }
    }
}

/// A day that somebody named is that day; only the safe one keeps clear of holidays.
fn named(day: NaiveDate, calendar: &Calendar) -> Result<Counted, CountError> {
    let safe = calendar.working_on_or_before(day)?;
    Ok(Counted {
        unmoved: day,
        legal: day,
        safe,
        until: None,
        steps: vec![Step {
            text_ru: format!(
                "срок назвал заявитель: {:02}.{:02}.{}; названный день не переносится",
                day.day(),
                day.month(),
                day.year()
            ),
            text_en: format!("the complainant named the day, {day}; a named day does not move"),
            date: day,
        }],
    })
}

fn figure(penalty: &Penalty, question: &Question) -> PenaltyFigure {
    let per_day = question.sum(penalty.of).and_then(|sum| {
        let thousandths = i128::from(sum.kopecks()) * i128::from(penalty.per_mille_per_day);
        Money::from_kopecks(i64::try_from((thousandths + 500) / 1000).ok()?).ok()
    });
    PenaltyFigure {
        per_day,
        cap: penalty.cap.and_then(|cap| question.sum(cap)),
        later_cap: penalty.later_cap.and_then(|cap| question.sum(cap)),
        penalty: penalty.clone(),
    }
}
