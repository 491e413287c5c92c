//! How an issued letter left the office and what became of it on the way.

use crate::field::{FieldFault, FieldProblem, dated, no_longer};
use crate::words::vocabulary;
use crate::{Channel, DispatchEventId, DispatchId, DocumentId, LetterId, Money};
use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

vocabulary! {
    /// The way a letter goes.
    DispatchWay {
        /// A plain letter; the post gives no number for it.
        PostSimple = "post_simple",
        PostRegistered = "post_registered",
        /// A letter with a declared value, with an inventory of its contents.
        PostValued = "post_valued",
        Courier = "courier",
        /// Handed over against a receipt mark.
        ByHand = "by_hand",
        Email = "email",
        Messenger = "messenger",
        /// A marketplace, aggregator or review platform.
        Platform = "platform",
        /// The customer's account on a site, a state portal.
        Website = "website",
        Other = "other",
    }
}

impl DispatchWay {
    /// The channel that lists show for it.
    pub fn channel(self) -> Channel {
        match self {
            Self::PostSimple | Self::PostRegistered | Self::PostValued | Self::Courier => {
                Channel::Post
            }
            Self::ByHand => Channel::InPerson,
            Self::Email => Channel::Email,
            Self::Messenger => Channel::Messenger,
            Self::Platform => Channel::Platform,
            Self::Website => Channel::Website,
            Self::Other => Channel::Other,
        }
    }

    /// The plainest way that a channel stands for.
    pub fn of_channel(channel: Channel) -> Self {
        match channel {
            Channel::Post => Self::PostSimple,
            Channel::InPerson => Self::ByHand,
            Channel::Email => Self::Email,
            Channel::Messenger => Self::Messenger,
            Channel::Platform => Self::Platform,
            Channel::Website => Self::Website,
            Channel::Phone | Channel::Authority | Channel::ComplaintBook | Channel::Other => {
                Self::Other
            }
        }
    }

    /// In how many days it is usually delivered, where somebody tells of the
    /// delivery at all. The office's own habit, not a rule of law.
    pub fn usual_days(self) -> Option<u16> {
        match self {
            Self::PostRegistered | Self::PostValued => Some(14),
            Self::Courier => Some(3),
            Self::PostSimple
            | Self::ByHand
            | Self::Email
            | Self::Messenger
            | Self::Platform
            | Self::Website
            | Self::Other => None,
        }
    }

    /// Whether it goes in an envelope with an address on it.
    pub fn needs_address(self) -> bool {
        match self {
            Self::PostSimple | Self::PostRegistered | Self::PostValued | Self::Courier => true,
            Self::ByHand
            | Self::Email
            | Self::Messenger
            | Self::Platform
            | Self::Website
            | Self::Other => false,
        }
    }

    /// Whether it goes somewhere that can be named, be it an address, a mailbox or an account; not what passes from hand
    /// to hand.
    pub fn has_destination(self) -> bool {
        match self {
            Self::PostSimple
            | Self::PostRegistered
            | Self::PostValued
            | Self::Courier
            | Self::Email
            | Self::Messenger
            | Self::Platform
            | Self::Website
            | Self::Other => true,
            Self::ByHand => false,
        }
    }

    /// Whether whoever carries it gives a number: the post, whose numbers can be checked, or a courier.
    pub fn has_number(self) -> bool {
        match self {
            Self::PostRegistered | Self::PostValued | Self::Courier => true,
            Self::PostSimple
            | Self::ByHand
            | Self::Email
            | Self::Messenger
            | Self::Platform
            | Self::Website
            | Self::Other => false,
        }
    }

    /// Whether an inventory belongs to it: the post takes it only with one.
    pub fn has_inventory(self) -> bool {
        match self {
            Self::PostValued => true,
            Self::PostSimple
            | Self::PostRegistered
            | Self::Courier
            | Self::ByHand
            | Self::Email
            | Self::Messenger
            | Self::Platform
            | Self::Website
            | Self::Other => false,
        }
    }

    /// Whether the post gives a number by which it can be followed.
    pub fn has_tracking(self) -> bool {
        match self {
            Self::PostRegistered | Self::PostValued => true,
            Self::PostSimple
            | Self::Courier
            | Self::ByHand
            | Self::Email
            | Self::Messenger
            | Self::Platform
            | Self::Website
            | Self::Other => false,
        }
    }
}

vocabulary! {
    /// How far a dispatch has come.
    DeliveryState {
        /// Handed over to the carrier, or sent.
        HandedOver = "handed_over",
        InTransit = "in_transit",
        /// Waits for the addressee at the post office.
        KeptInOffice = "kept_in_office",
        /// Delivered to the addressee.
        Delivered = "delivered",
        /// Came back to the sender.
        Returned = "returned",
        /// The addressee would not take it.
        Refused = "refused",
        /// Lost, or nobody knows where it is.
        Lost = "lost",
    }
}

impl DeliveryState {
    /// Whether nothing more is to be expected.
    pub fn is_settled(self) -> bool {
        match self {
            Self::Delivered | Self::Returned | Self::Refused | Self::Lost => true,
            Self::HandedOver | Self::InTransit | Self::KeptInOffice => false,
        }
    }

    /// Whether it waits until a last day, which may be known.
    pub fn has_last_day(self) -> bool {
        match self {
            Self::KeptInOffice => true,
            Self::HandedOver
            | Self::InTransit
            | Self::Delivered
            | Self::Returned
            | Self::Refused
            | Self::Lost => false,
        }
    }

    /// Whether a reason belongs to it.
    pub fn wants_reason(self) -> bool {
        match self {
            Self::Returned | Self::Refused => true,
            Self::HandedOver
            | Self::InTransit
            | Self::KeptInOffice
            | Self::Delivered
            | Self::Lost => false,
        }
    }
}

/// One line of an inventory of contents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct InventoryLine {
    /// What lies in the envelope.
    pub name: String,
    /// Sheets of one copy, where known.
    pub sheets: Option<u32>,
    /// Copies; 0 counts as 1.
    pub copies: u32,
    /// The value declared for it.
    pub value: Option<Money>,
}

/// What is written down of a dispatch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DispatchFields {
    pub way: DispatchWay,
    /// When it was handed over to the carrier, to the addressee, or sent.
    pub sent_at: DateTime<FixedOffset>,
    /// The carrier's number, as on the receipt; empty where there is none.
    #[serde(default)]
    pub tracking: String,
    /// The address on the envelope, one string a line: name, then address; for
    /// other ways where it was sent to.
    #[serde(default)]
    pub address: Vec<String>,
    #[serde(default)]
    pub cost: Option<Money>,
    /// The day by which it should be delivered.
    #[serde(default)]
    pub expected: Option<NaiveDate>,
    /// What lay in the envelope, if an inventory was made.
    #[serde(default)]
    pub inventory: Vec<InventoryLine>,
    /// Anything else worth knowing.
    #[serde(default)]
    pub note: String,
    /// The carrier's receipt, or the copy with the receipt mark: a document of the same complaint.
    #[serde(default)]
    pub receipt: Option<DocumentId>,
}

impl DispatchFields {
    /// A letter sent that way at that moment, of which nothing else is known.
    pub fn sent(way: DispatchWay, sent_at: DateTime<FixedOffset>) -> Self {
        Self {
            way,
            sent_at,
            tracking: String::new(),
            address: Vec::new(),
            cost: None,
            expected: None,
            inventory: Vec::new(),
            note: String::new(),
            receipt: None,
        }
    }

    /// The fields as they are kept: trimmed, with a copy at least of all that lay in the
    /// envelope. `issued_at` is when the letter was issued that goes.
    ///
    /// # Errors
    /// The first field that can't be kept: a time that is to come or lies before the letter's
    /// own, an address of one line where the way needs one, a nameless line of the inventory,
    /// more words than fit.
    pub fn checked(
        self,
        now: DateTime<FixedOffset>,
        issued_at: DateTime<FixedOffset>,
    ) -> Result<Self, FieldFault> {
        let fault = |field: &str, problem| Err(FieldFault::of(field, problem));
        dated("sent_at", self.sent_at)?;
        self.expected.map_or(Ok(()), |day| dated("expected", day))?;
        if self.sent_at > now + A_MINUTE {
            return fault("sent_at", FieldProblem::Future);
        }
        if self.sent_at < issued_at - A_MINUTE {
            return fault("sent_at", FieldProblem::TooEarly);
        }
        no_longer("tracking", &self.tracking, LONGEST_TRACKING)?;
        no_longer("note", &self.note, LONGEST_WORDS)?;
        let lines = self.address.iter().map(|line| line.trim().to_owned());
        let address: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        no_longer("address", &address.join("\n"), LONGEST_WORDS)?;
        if self.way.needs_address() && address.len() < 2 {
            return fault("address", FieldProblem::Missing);
        }
        let sent_on = self.sent_at.date_naive();
        if self.expected.is_some_and(|day| day < sent_on) {
            return fault("expected", FieldProblem::TooEarly);
        }
        let mut inventory = self.inventory;
        if inventory.len() > LINES {
            return fault("inventory", FieldProblem::TooLong);
        }
        for (at, line) in inventory.iter_mut().enumerate() {
            let name = format!("inventory.{at}.name");
            line.name = line.name.trim().to_owned();
            line.copies = line.copies.max(1);
            no_longer(&name, &line.name, LONGEST_WORDS)?;
            if line.name.is_empty() {
                return fault(&name, FieldProblem::Missing);
            }
        }
        summed(&inventory)?;
        Ok(Self {
            // A letter never leaves before its issue for want of seconds.
            sent_at: self.sent_at.max(issued_at),
            tracking: self.tracking.trim().to_owned(),
            address,
            inventory,
            note: self.note.trim().to_owned(),
            ..self
        })
    }
}

/// Sees that the sums at the foot of an inventory can be told.
///
/// # Errors
/// [`FieldProblem::TooLarge`] at the first line with which a sum can't be.
fn summed(inventory: &[InventoryLine]) -> Result<(), FieldFault> {
    let (mut copies, mut sheets, mut value) = (0u32, 0u32, 0i64);
    for (at, line) in inventory.iter().enumerate() {
        let fault =
            |field: &str| FieldFault::of(format!("inventory.{at}.{field}"), FieldProblem::TooLarge);
        copies = copies
            .checked_add(line.copies)
            .ok_or_else(|| fault("copies"))?;
        sheets = line
            .sheets
            .unwrap_or(0)
            .checked_mul(line.copies)
            .and_then(|all| sheets.checked_add(all))
            .ok_or_else(|| fault("sheets"))?;
        value = line
            .value
            .map_or(0, Money::kopecks)
            .checked_mul(i64::from(line.copies))
            .and_then(|all| value.checked_add(all))
            .filter(|all| Money::from_kopecks(*all).is_ok())
            .ok_or_else(|| fault("value"))?;
    }
    Ok(())
}

/// The most characters of an address, a note, a line of an inventory, a reason.
pub const LONGEST_WORDS: usize = 2_000;
/// The most characters of a carrier's number.
pub const LONGEST_TRACKING: usize = 60;
/// Lines of an inventory.
const LINES: usize = 200;
/// A minute is typed without its seconds.
const A_MINUTE: TimeDelta = TimeDelta::minutes(1);

/// What is written down of a step in the delivery of a dispatch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DeliveryFields {
    /// How far it had come.
    pub state: DeliveryState,
    pub on: NaiveDate,
    /// The last day it is kept for the addressee, where it waits at an office.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// Why it came back or was refused.
    #[serde(default)]
    pub reason: String,
    /// How that is known: the carrier's site, the return receipt.
    #[serde(default)]
    pub source: String,
    /// The paper that shows it, a document of the same complaint.
    #[serde(default)]
    pub document: Option<DocumentId>,
}

impl DeliveryFields {
    /// The fields as they are kept: trimmed, without what this state has no room for.
    /// `sent_on` is the day on which the letter left.
    ///
    /// # Errors
    /// The first field that can't be kept: a day to come or before the letter left, a return or a
    /// refusal without its reason, more words than fit.
    pub fn checked(self, today: NaiveDate, sent_on: NaiveDate) -> Result<Self, FieldFault> {
        let fault = |field, problem| Err(FieldFault::of(field, problem));
        dated("on", self.on)?;
        self.until.map_or(Ok(()), |day| dated("until", day))?;
        if self.on > today {
            return fault("on", FieldProblem::Future);
        }
        if self.on < sent_on {
            return fault("on", FieldProblem::TooEarly);
        }
        if self.until.is_some_and(|day| day < self.on) {
            return fault("until", FieldProblem::TooEarly);
        }
        no_longer("reason", &self.reason, LONGEST_WORDS)?;
        no_longer("source", &self.source, LONGEST_WORDS)?;
        let reason = match self.state.wants_reason() {
            true => self.reason.trim().to_owned(),
            false => String::new(),
        };
        if self.state.wants_reason() && reason.is_empty() {
            return fault("reason", FieldProblem::Missing);
        }
        let has_last_day = self.state.has_last_day();
        Ok(Self {
            until: self.until.filter(|_| has_last_day),
            reason,
            source: self.source.trim().to_owned(),
            ..self
        })
    }
}

/// A letter on its way: one time it left the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Dispatch {
    pub id: DispatchId,
    pub letter: LetterId,
    #[serde(flatten)]
    pub fields: DispatchFields,
    /// What became of it, by day.
    pub events: Vec<DispatchEvent>,
}

/// One step in the delivery of a dispatch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DispatchEvent {
    pub id: DispatchEventId,
    #[serde(flatten)]
    pub fields: DeliveryFields,
    /// When it was written down.
    pub recorded_at: DateTime<FixedOffset>,
}

impl Dispatch {
    /// How far it has come.
    pub fn state(&self) -> DeliveryState {
        delivery_state(
            self.fields.way,
            self.events.last().map(|event| event.fields.state),
        )
    }

    /// The step that settled it, if one did.
    pub fn settled(&self) -> Option<&DispatchEvent> {
        self.events
            .last()
            .filter(|event| event.fields.state.is_settled())
    }
}

/// How far a dispatch has come whose last known step is `last`: what was handed
/// over in person has arrived by that.
pub fn delivery_state(way: DispatchWay, last: Option<DeliveryState>) -> DeliveryState {
    last.unwrap_or(if way == DispatchWay::ByHand {
        DeliveryState::Delivered
    } else {
        DeliveryState::HandedOver
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_has_a_channel_and_what_is_handed_over_has_arrived() {
        for &way in DispatchWay::ALL {
            assert_eq!(serde_json::to_value(way).unwrap(), way.as_str());
            let back = DispatchWay::of_channel(way.channel());
            assert_eq!(back.channel(), way.channel(), "{way:?}");
            assert!(!way.has_tracking() || way.needs_address());
        }
        assert_eq!(
            delivery_state(DispatchWay::ByHand, None),
            DeliveryState::Delivered
        );
        assert_eq!(
            delivery_state(DispatchWay::Email, None),
            DeliveryState::HandedOver
        );
        let back = delivery_state(DispatchWay::ByHand, Some(DeliveryState::Refused));
        assert_eq!(back, DeliveryState::Refused);
    }
}
