//! The sample office as its file tells it: the shop, its staff, the stories of its complaints.

use crate::error::{OfficeError, Result};
use chrono::NaiveTime;
use complaint::{
    Actor, Channel, ClockKind, ClockStart, DecisionKind, DemandFields, GroundKind, Kind, Money,
    NoAnswerReason, OfficeProfile, Regime,
};
use deadline::Term;
use serde::Deserialize;

/// The sample office as its file holds it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sample {
    /// What the shop says of itself.
    pub(super) shop: OfficeProfile,
    pub(super) staff: Staff,
    /// What the shop always checks.
    #[serde(rename = "checklist")]
    pub(super) checklists: Vec<OwnList>,
    /// The complaints, the oldest first.
    #[serde(rename = "case")]
    pub(super) stories: Vec<Story>,
}

/// Who works in the shop, and what they write where a story says nothing of its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Staff {
    director: String,
    clerk: String,
    /// A note on a case that is being looked into.
    pub(super) note: String,
    /// What a complainant is asked.
    pub(super) questions: Vec<String>,
    /// Why letters are issued in spite of what the check finds.
    pub(super) override_reason: String,
    /// What stands in a field of a letter that nothing fills.
    pub(super) unsettled: String,
}

impl Staff {
    pub(super) fn director(&self) -> Actor {
        Actor::named(&self.director)
    }

    pub(super) fn clerk(&self) -> Actor {
        Actor::named(&self.clerk)
    }
}

/// One complaint of the sample and how far it got.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Story {
    pub(super) days_ago: i64,
    pub(super) time: NaiveTime,
    pub(super) channel: Channel,
    pub(super) kind: Kind,
    pub(super) regime: Regime,
    pub(super) name: String,
    #[serde(default)]
    pub(super) organisation: bool,
    #[serde(default)]
    pub(super) email: String,
    #[serde(default)]
    pub(super) phone: String,
    #[serde(default)]
    pub(super) address: String,
    #[serde(default)]
    pub(super) order: String,
    pub(super) price: Option<Money>,
    #[serde(default)]
    pub(super) their_number: String,
    pub(super) their_days_ago: Option<u64>,
    pub(super) subject: String,
    pub(super) text: String,
    #[serde(default)]
    pub(super) demands: Vec<DemandFields>,
    pub(super) stage: Stage,
    /// What the text states, point by point.
    #[serde(default)]
    pub(super) points: Vec<Point>,
    #[serde(default)]
    pub(super) decisions: Vec<Verdict>,
    #[serde(default)]
    pub(super) diary: Vec<Event>,
    #[serde(default)]
    pub(super) notes: Vec<String>,
    pub(super) reason: Option<NoAnswerReason>,
    #[serde(default)]
    pub(super) reason_words: String,
    pub(super) expected_in: Option<u64>,
    #[serde(default)]
    pub(super) holding: String,
    /// The answer went out by registered mail, under this number.
    pub(super) registered: Option<Registered>,
    /// The complainant is asked to a check of quality.
    pub(super) invitation: Option<Invitation>,
    /// Terms that the office runs besides those of the demands.
    #[serde(default)]
    pub(super) clocks: Vec<OwnClock>,
    /// What the head is told of a letter that waits for approval.
    #[serde(default)]
    pub(super) for_the_head: String,
    /// Where a public reply was posted.
    pub(super) posted_on: Option<String>,
    /// The shop's checklist that was put on the case, by title.
    pub(super) checklist: Option<String>,
    /// What was said when its first item was ticked.
    #[serde(default)]
    pub(super) ticked: String,
    /// Steps that somebody was given.
    #[serde(default)]
    pub(super) tasks: Vec<Task>,
}

/// A checklist of the shop.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnList {
    pub(super) title: String,
    pub(super) items: Vec<String>,
    #[serde(default)]
    pub(super) kinds: Vec<Kind>,
    #[serde(default)]
    pub(super) words: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Task {
    pub(super) title: String,
    pub(super) person: String,
    /// Days from the day the sample is made; before it where less than nothing.
    pub(super) in_days: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Registered {
    pub(super) tracking: String,
    pub(super) cost: Money,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Invitation {
    pub(super) sent_days_ago: i64,
    pub(super) in_days: u64,
    pub(super) at: String,
    pub(super) object: String,
    pub(super) by: String,
    pub(super) place: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnClock {
    pub(super) kind: ClockKind,
    pub(super) start: ClockStart,
    pub(super) days_ago: u64,
    pub(super) term: Term,
    pub(super) title: String,
    pub(super) ours: bool,
    pub(super) citation: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Verdict {
    pub(super) kind: DecisionKind,
    #[serde(default)]
    pub(super) reasons: String,
    #[serde(default)]
    pub(super) ground: String,
    pub(super) amount: Option<Money>,
    #[serde(default)]
    pub(super) action: String,
    pub(super) due_in: Option<u64>,
}

/// A point of the text, in its own words, and what was established of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Point {
    pub(super) words: String,
    #[serde(default)]
    pub(super) check: String,
    #[serde(default)]
    pub(super) by: String,
    pub(super) checked_days_ago: Option<u64>,
    pub(super) verdict: Option<complaint::Verdict>,
    #[serde(default)]
    pub(super) found: String,
    pub(super) ground_kind: Option<GroundKind>,
    #[serde(default)]
    pub(super) ground: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Event {
    pub(super) days_ago: i64,
    pub(super) time: NaiveTime,
    pub(super) text: String,
    pub(super) source: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Stage {
    Fresh,
    Acknowledged,
    InWork,
    Overdue,
    Waiting,
    Interim,
    Decided,
    Drafted,
    Submitted,
    Issued,
    Sent,
    Closed,
    NoAnswer,
}

/// Reads the sample office that ships.
///
/// # Errors
/// [`OfficeError::OwnData`] should its file be damaged.
pub(super) fn read() -> Result<Sample> {
    let damaged = |error: &dyn std::fmt::Display| OfficeError::OwnData(error.to_string());
    let bytes = packed::unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/cases.toml.zz")))
        .map_err(|error| damaged(&error))?;
    let text = str::from_utf8(&bytes).map_err(|error| damaged(&error))?;
    let mut sample: Sample = packed::table(text).map_err(|error| damaged(&error))?;
    let oldest_first = |story: &Story| (std::cmp::Reverse(story.days_ago), story.time);
    complaint::order::by_key(&mut sample.stories, oldest_first);
    Ok(sample)
}
