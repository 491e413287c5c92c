//! What a rule of law is, as data.

use super::certainty::Certainty;
use super::span;
use crate::counting::Term;
use chrono::NaiveDate;
use complaint::{DemandKind, Regime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The event from whose next day a term runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StartEvent {
    /// The demand reached the office.
    DemandReceived,
    /// The complainant sent the demand off, by the postmark where there is one.
    DemandSent,
    /// The complainant gave the item back.
    ItemReturned,
    ItemPurchased,
    /// The item was handed over to the complainant.
    ItemDelivered,
    /// The contract came to its end.
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

/// A term that the law leaves without a number (неопределённый срок, ГК 314 п. 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IndefiniteTerm {
    /// In the least time that the matter needs (незамедлительно).
    AtOnce,
    /// Until the day that the complainant names.
    NamedByComplainant,
    /// As long as the contract gave for the work itself.
    ByContract,
    /// With the next delivery to the place.
    NextDelivery,
    /// As the request of a state body itself says.
    NamedInRequest,
}

/// One version of one rule. Its fields stand in the order in which a law pack's file has them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its name, stable over versions: «goods.replacement».
    pub id: String,
    /// The regime whose file it stands in; the file says it once, at its head.
    #[serde(default = "no_regime")]
    pub regime: Regime,
    /// When set, the rule applies only in this case, which the office must confirm: «extra_check».
    #[serde(default)]
    pub variant: Option<String>,
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
    /// The law names no term here; the number is borrowed, shown as a caution, and never governs.
    #[serde(default)]
    pub caution: bool,
    /// Switched off by the office: it is shown, and never counted by.
    #[serde(default)]
    pub off: bool,
    /// How long it gives; exactly one of this, [`Self::open`] and [`Self::reference`] is set.
    #[serde(default)]
    pub term: Option<Term>,
    /// What stands instead of a term with a number.
    #[serde(default)]
    pub open: Option<IndefiniteTerm>,
    /// The event from whose next day the term runs.
    #[serde(default = "received")]
    pub start: StartEvent,
    /// Whose time runs out.
    #[serde(default = "office")]
    pub binds: Binds,
    /// The penalty for lateness, by its id.
    #[serde(default)]
    pub penalty: Option<String>,
    /// The norm that lets the term stand still, for example while the complainant keeps the thing from
    /// an inspection; without one it never does.
    #[serde(default)]
    pub pause: Option<String>,
    /// Act and article the rule is taken from.
    pub citation: String,
    pub source: String,
    /// How sure we are that the act says so.
    pub certainty: Certainty,
    /// First day of the event for which the rule is vouched for; the norm itself may be older.
    pub valid_from: NaiveDate,
    /// Last day of the event for which it may be used, if it has one.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    /// When it was last compared with the source; the head of the file says it for rules that don't.
    #[serde(default)]
    pub checked_on: NaiveDate,
    /// The rule in one line of Russian.
    pub title_ru: String,
    /// [`Self::title_ru`] for a reader of English.
    pub title_en: String,
    /// What the office does to keep it, in Russian.
    pub todo_ru: String,
    /// [`Self::todo_ru`] for a reader of English.
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
        !self.off && span::holds(self.span(), day)
    }

    /// Whether both are versions of one rule for one case with a day in common.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.same_rule(other) && span::meet(self.span(), other.span())
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

    /// Whether a writing meets it, so that what is handed to the post on the last day is in time: an
    /// answer is one, paying and doing are not (ГК 194).
    #[must_use]
    pub fn is_met_by_writing(&self, demand: Option<DemandKind>) -> bool {
        self.every_demand
            || demand.is_none_or(|demand| {
                matches!(
                    demand,
                    DemandKind::Information | DemandKind::Apology | DemandKind::Other
                )
            })
    }

    /// Whether it is one of the consumer law (ЗоЗПП), which protects no firm.
    #[must_use]
    pub fn is_of_consumer_law(&self) -> bool {
        self.citation.starts_with("ЗоЗПП")
    }

    fn span(&self) -> span::Span {
        (self.valid_from, self.valid_to)
    }
}
