//! The circumstances of a demand, as far as they are known: what the law is asked about.

use super::penalty::PenaltyBase;
use super::rule::StartEvent;
use chrono::{NaiveDate, NaiveTime};
use complaint::{DemandKind, Money, Regime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A demand (or a complaint without one), with the days and sums that are known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Circumstances {
    /// Whose rules are asked first.
    pub regime: Regime,
    /// `None` asks until when a complaint without demands is to be answered.
    pub demand: Option<DemandKind>,
    /// The day the demand reached the office.
    pub received: NaiveDate,
    /// The time of that day, when it is known: terms of hours need it.
    #[serde(default)]
    pub received_time: Option<NaiveTime>,
    /// The day of the postmark, or on which it was sent otherwise.
    #[serde(default)]
    pub sent: Option<NaiveDate>,
    /// The day the item came back.
    #[serde(default)]
    pub item_returned: Option<NaiveDate>,
    #[serde(default)]
    pub item_purchased: Option<NaiveDate>,
    /// The day the item was handed over.
    #[serde(default)]
    pub item_delivered: Option<NaiveDate>,
    /// The last day of the contract.
    #[serde(default)]
    pub contract_ended: Option<NaiveDate>,
    /// The day the complainant named, where the law lets them name one.
    #[serde(default)]
    pub named_day: Option<NaiveDate>,
    /// Of the goods or the service: the base of most penalties.
    #[serde(default)]
    pub price: Option<Money>,
    /// What was paid under the contract, or in advance, if that is not the price.
    #[serde(default)]
    pub paid: Option<Money>,
}

impl Circumstances {
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

    pub(super) fn day_of(&self, event: StartEvent) -> Option<NaiveDate> {
        match event {
            StartEvent::DemandReceived => Some(self.received),
            StartEvent::DemandSent => self.sent,
            StartEvent::ItemReturned => self.item_returned,
            StartEvent::ItemPurchased => self.item_purchased,
            StartEvent::ItemDelivered => self.item_delivered,
            StartEvent::ContractEnded => self.contract_ended,
        }
    }

    pub(super) fn sum(&self, base: PenaltyBase) -> Option<Money> {
        match base {
            PenaltyBase::Price | PenaltyBase::ServicePrice => self.price,
            PenaltyBase::Prepayment | PenaltyBase::PaidUnderContract => self.paid.or(self.price),
        }
    }
}
