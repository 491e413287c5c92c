//! What a rule of law is, as data.

use crate::count::Term;
use chrono::NaiveDate;
use complaint::{DemandKind, Regime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How sure we are of a rule. None of them is a lawyer's opinion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Read in a copy of the act itself.
    Act,
    /// Read in a secondary source.
    Secondary,
    /// Named by other public software of the field.
    OtherSoftware,
    /// From memory, not verified, or verified only in part.
    Memory,
    /// No rule of law at all: a goal that offices of good manners set themselves.
    OfficeGoal,
}

/// The event from whose next day a term runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StartEvent {
    /// The office got the demand.
    DemandReceived,
    /// The complainant sent the demand.
    DemandSent,
    /// The complainant gave the item back.
    ItemReturned,
    /// The item was bought.
    ItemPurchased,
    /// The item was handed over.
    ItemDelivered,
    /// The contract ended.
    ContractEnded,
}

/// Whom a term binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Binds {
    /// The office must act in time.
    Office,
    /// The complainant must ask in time.
    Complainant,
}

/// A term that the law leaves without a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OpenTerm {
    /// At once, in the least time the matter needs.
    AtOnce,
    /// The complainant names the day.
    NamedByComplainant,
    /// As long as the contract gave for the work itself.
    ByContract,
    /// With the next delivery to the place.
    NextDelivery,
}

/// What a penalty is reckoned from, or can't exceed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Sum {
    /// The price of the goods.
    Price,
    /// What was paid in advance.
    Prepayment,
    /// The price of the service or work.
    ServicePrice,
    /// All that was paid under the contract.
    PaidUnderContract,
}

/// A penalty for each day of lateness, in force for certain days of the event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Penalty {
    /// The name by which rules refer to it; several versions may share one.
    pub id: String,
    /// Thousandths of the sum for each day: 10 is one per cent.
    pub per_mille_per_day: u32,
    /// The sum it is reckoned from.
    pub of: Sum,
    /// The sum it can't exceed.
    #[serde(default)]
    pub cap: Option<Sum>,
    /// A later law may cap it; whether for earlier events too is not settled, so both figures are shown.
    #[serde(default)]
    pub later_cap: Option<Sum>,
    /// Act and article.
    pub citation: String,
    /// Where it was read, when that isn't where its rules were.
    #[serde(default)]
    pub source: String,
    /// How sure we are.
    pub certainty: Certainty,
    /// First day of the event for which this version is vouched for.
    pub valid_from: NaiveDate,
    /// Last day of the event, if it has one.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    /// What to know about it, in Russian.
    pub note_ru: String,
    /// The same in English.
    pub note_en: String,
}

/// One version of one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its name, stable over versions: «goods.replacement».
    pub id: String,
    /// The regime whose file it stands in.
    #[serde(default = "no_regime")]
    pub regime: Regime,
    /// The demands it answers.
    #[serde(default)]
    pub demands: Vec<DemandKind>,
    /// It is a term for answering any demand, and a complaint without one.
    #[serde(default)]
    pub every_demand: bool,
    /// It is the term for answering a complaint that demands nothing.
    #[serde(default)]
    pub answer: bool,
    /// A reference for letters, with no term of its own.
    #[serde(default)]
    pub reference: bool,
    /// The term.
    #[serde(default)]
    pub term: Option<Term>,
    /// What stands instead of a term with a number.
    #[serde(default)]
    pub open: Option<OpenTerm>,
    /// From which event it runs.
    #[serde(default = "received")]
    pub start: StartEvent,
    /// Whom it binds.
    #[serde(default = "office")]
    pub binds: Binds,
    /// When set, the rule applies only in this case, which the office must confirm: «extra_check».
    #[serde(default)]
    pub variant: Option<String>,
    /// The law names no term here; the number is borrowed and shown as a caution.
    #[serde(default)]
    pub caution: bool,
    /// The penalty for lateness, by its id.
    #[serde(default)]
    pub penalty: Option<String>,
    /// The norm that lets the term stand still, for example while the complainant keeps the thing from
    /// an inspection; without one it never does.
    #[serde(default)]
    pub pause: Option<String>,
    /// Act and article.
    pub citation: String,
    /// Where it was read.
    pub source: String,
    /// How sure we are.
    pub certainty: Certainty,
    /// First day of the event for which the rule is vouched for; the norm itself may be older.
    pub valid_from: NaiveDate,
    /// Last day of the event for which it may be used, if it has one.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    /// When it was last compared with the source.
    #[serde(default)]
    pub checked_on: NaiveDate,
    /// Switched off by the office: it is shown, and never counted by.
    #[serde(default)]
    pub off: bool,
    /// What it is, in Russian.
    pub title_ru: String,
    /// What it is, in English.
    pub title_en: String,
    /// What to do, in Russian.
    pub todo_ru: String,
    /// What to do, in English.
    pub todo_en: String,
}

fn no_regime() -> Regime {
    Regime::None
}
fn received() -> StartEvent {
    StartEvent::DemandReceived
}
fn office() -> Binds {
    Binds::Office
}

impl Rule {
    /// Whether the rule may be used for an event of that day.
    #[must_use]
    pub fn in_force(&self, day: NaiveDate) -> bool {
        !self.off && within(day, self.valid_from, self.valid_to)
    }

    /// Whether both are versions of one rule for one case with a day in common.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.same_rule(other)
            && super::pack::meet(
                (self.valid_from, self.valid_to),
                (other.valid_from, other.valid_to),
            )
    }

    /// Whether both are versions of one rule for one case.
    #[must_use]
    pub fn same_rule(&self, other: &Self) -> bool {
        self.id == other.id && self.variant == other.variant
    }

    /// Whether the rule speaks of this demand, or of a complaint without one.
    #[must_use]
    pub fn covers(&self, demand: Option<DemandKind>) -> bool {
        self.every_demand
            || match demand {
                Some(demand) => self.demands.contains(&demand),
                None => self.answer,
            }
    }
}

impl Penalty {
    /// Whether this version is the one for an event of that day.
    #[must_use]
    pub fn in_force(&self, day: NaiveDate) -> bool {
        within(day, self.valid_from, self.valid_to)
    }
}

fn within(day: NaiveDate, from: NaiveDate, to: Option<NaiveDate>) -> bool {
    from <= day && to.is_none_or(|to| day <= to)
}
