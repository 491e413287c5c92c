//! Posting: what the screens show and ask of a letter's dispatches.

use chrono::NaiveDate;
use complaint::{
    ComplaintId, DeliveryFields, DeliveryState, Dispatch, DispatchEventId, DispatchFields,
    DispatchId, DispatchWay, Document, InventoryLine, LetterId,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is written down of a dispatch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DispatchValues {
    /// How it left; the address on the envelope is the letter's own when empty.
    #[serde(flatten)]
    pub fields: DispatchFields,
    /// The number is kept although its check digit or its shape is wrong.
    #[serde(default)]
    pub tracking_kept: bool,
}

/// Writes a dispatch down, or puts one right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DispatchSave {
    pub letter: LetterId,
    /// The dispatch to be put right; a new one when absent.
    #[serde(default)]
    pub dispatch: Option<DispatchId>,
    pub values: DispatchValues,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DispatchRef {
    pub dispatch: DispatchId,
}

/// Writes down what became of a dispatch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DeliverySave {
    pub dispatch: DispatchId,
    #[serde(flatten)]
    pub fields: DeliveryFields,
}

/// Names a step of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DeliveryRef {
    pub event: DispatchEventId,
}

/// A dispatch as the screen shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DispatchView {
    pub dispatch: Dispatch,
    /// How far it has come.
    pub state: DeliveryState,
    /// Days since it should have been delivered, while nothing is known; 0 in time.
    pub overdue: u32,
    /// What is wrong with its number.
    pub tracking: TrackingCheck,
    /// Whether it went to another address than the letter names.
    pub elsewhere: bool,
}

/// What a way of sending brings along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WayView {
    pub way: DispatchWay,
    /// In how many days it is usually delivered, where somebody tells of it.
    pub days: Option<u16>,
    /// Whether an envelope with an address is needed.
    pub envelope: bool,
    /// Whether it goes somewhere that can be named.
    pub destination: bool,
    /// Where it goes unless somebody says otherwise: the lines of an address, an e-mail, or nothing.
    pub to: Vec<String>,
    /// Whether whoever carries it gives a number.
    pub number: bool,
    /// Whether that number is the post's, which can be checked.
    pub tracking: bool,
    /// Whether it goes with an inventory.
    pub inventory: bool,
}

/// Asks about a dispatch as it is typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DispatchQuestion {
    pub letter: LetterId,
    pub way: DispatchWay,
    /// The day it leaves, as far as that is known.
    pub sent_on: Option<NaiveDate>,
    /// Line by line, name first.
    pub address: Vec<String>,
}

/// What is to be said of a dispatch; it warns and never stops anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DispatchCheck {
    /// Its envelope names another address than the letter.
    pub elsewhere: bool,
    /// The address of its envelope has no postal index.
    pub index_missing: bool,
    /// The day by which that way usually delivers.
    pub expected: Option<NaiveDate>,
}

/// All about the posting of one issued letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PostingCard {
    pub letter: LetterId,
    pub complaint: ComplaintId,
    /// Each time it left the office, the earliest first.
    pub dispatches: Vec<DispatchView>,
    /// The address as the letter has it, name first.
    pub address: Vec<String>,
    /// The address as the complainant's card has it now, where it differs.
    pub address_now: Option<Vec<String>>,
    /// The inventory as the letter's enclosures make it.
    pub inventory: Vec<InventoryLine>,
    /// The way that suggests itself.
    pub suggested: DispatchWay,
    /// What each way brings along.
    pub ways: Vec<WayView>,
    /// Whether the letter's own address would show in the window of a DL
    /// envelope when it is folded in three.
    pub window: letter::WindowFit,
    /// The documents of the case, for receipts.
    pub documents: Vec<Document>,
    /// The last legal day for the answer.
    pub due: Option<NaiveDate>,
    /// The change just made, for undo; none where the card was only read.
    #[ts(type = "number | null")]
    pub seq: Option<i64>,
}

/// Asks about a tracking number as it is typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrackingQuestion {
    pub number: String,
}

/// What is to be said of a tracking number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrackingCheck {
    /// The number without blanks, letters as capitals.
    pub number: String,
    /// Which numbering it follows, where it is right.
    pub numbering: Option<russian::requisites::Tracking>,
    pub problem: Option<russian::requisites::Problem>,
    /// The check digit that would belong to the other digits, where only it is wrong.
    pub digit: Option<u8>,
    /// The check digit that stands there.
    pub found: Option<u8>,
}
