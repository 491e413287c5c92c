//! Why a law pack is refused: where, and in words that say what to write instead.

use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// A file longer than this is no law pack.
pub const LONGEST_FILE: usize = 1 << 20;
/// A text longer than this is no citation and no advice.
pub const LONGEST_TEXT: usize = 4000;

/// What is wrong with a law pack. The screens word each kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "problem")]
pub enum PackProblem {
    /// The text is no TOML.
    Syntax {
        /// What the reader of TOML says, in English.
        detail: String,
    },
    /// A name that no table has, mostly a slip of the pen.
    UnknownKey {
        /// As it stands in the file.
        key: String,
    },
    /// A name that must be there.
    MissingKey {
        /// As it would stand in the file.
        key: String,
    },
    /// A value of another sort, or a word that isn't one of the known.
    BadValue {
        /// The name it stands under.
        key: String,
    },
    /// A text without a letter.
    EmptyText {
        /// The name it stands under.
        key: String,
    },
    /// A text of more than [`LONGEST_TEXT`] characters.
    TooLong {
        /// The name it stands under.
        key: String,
    },
    /// The last day lies before the first.
    EndsBeforeItBegins,
    /// A rule has exactly one of `term`, `open` and `reference`.
    NotOneOutcome,
    /// A rule that is no reference says which demands it covers.
    CoversNothing,
    /// A reference covers no demand.
    ReferenceCovers,
    /// The rule names a penalty that no pack has.
    UnknownPenalty {
        /// As the rule has it.
        id: String,
    },
    /// Two versions of one rule are in force on the same day.
    TwoVersions,
    /// Regimes are subsidiary to each other in a circle, so that none would have the last word.
    Circle,
    /// The file is larger than [`LONGEST_FILE`].
    TooLarge,
}

/// Why a law pack is refused: where, and what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PackFault {
    /// The line of the file, from 1; 0 where there is no file.
    pub line: u32,
    /// The rule or penalty it is about.
    pub subject: Option<String>,
    /// Its tag and its key stand beside the line in JSON.
    #[serde(flatten)]
    pub problem: PackProblem,
}

impl PackFault {
    pub(super) fn about(id: &str, line: u32, problem: PackProblem) -> Self {
        Self {
            line,
            subject: Some(id.chars().take(80).collect()).filter(|s: &String| !s.is_empty()),
            problem,
        }
    }
}

impl std::error::Error for PackFault {}

impl fmt::Display for PackFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "line {}: ", self.line)?;
        }
        if let Some(subject) = &self.subject {
            write!(f, "{subject}: ")?;
        }
        match &self.problem {
            PackProblem::Syntax { detail } => write!(f, "not TOML ({detail})"),
            PackProblem::UnknownKey { key } => {
                write!(f, "nothing is called \"{key}\" here; correct or remove it")
            }
            PackProblem::MissingKey { key } => write!(f, "\"{key}\" is missing; add it"),
            PackProblem::BadValue { key } => {
                let form = expected(key).unwrap_or("see the shipped packs");
                write!(f, "the value of \"{key}\" can't be used; write {form}")
            }
            PackProblem::EmptyText { key } => write!(f, "\"{key}\" is empty; write its text"),
            PackProblem::TooLong { key } => {
                write!(
                    f,
                    "\"{key}\" is too long; keep it under {LONGEST_TEXT} characters"
                )
            }
            PackProblem::EndsBeforeItBegins => {
                f.write_str("valid_to lies before valid_from; swap or correct them")
            }
            PackProblem::NotOneOutcome => {
                f.write_str("needs exactly one of term, open and reference; leave one")
            }
            PackProblem::CoversNothing => {
                f.write_str("covers no demand; add demands, every_demand or answer")
            }
            PackProblem::ReferenceCovers => {
                f.write_str("a reference covers no demand; remove demands, every_demand, answer")
            }
            PackProblem::UnknownPenalty { id } => {
                write!(
                    f,
                    "no pack has the penalty \"{id}\"; add it or correct the name"
                )
            }
            PackProblem::TwoVersions => {
                f.write_str("two versions are in force on one day; end one before the other begins")
            }
            PackProblem::Circle => f.write_str(
                "the regimes are subsidiary to each other in a circle; change subsidiary",
            ),
            PackProblem::TooLarge => f.write_str("the file is too large for a law pack"),
        }
    }
}

/// The form that a value has to have, for whoever mends the file.
#[must_use]
pub fn expected(key: &str) -> Option<&'static str> {
    Some(match key {
        "term" => "{ count = 10, unit = \"calendar_days\" }",
        "count" => "a whole number, for example 10",
        "unit" => "one of minutes hours calendar_days working_days weeks half_months months years",
        "valid_from" | "valid_to" | "checked_on" => "a day in quotes, for example \"2026-03-01\"",
        "open" => "one of at_once named_by_complainant by_contract next_delivery named_in_request",
        "start" => {
            "one of demand_received demand_sent item_returned item_purchased item_delivered contract_ended"
        }
        "binds" => "office or complainant",
        "certainty" => "one of act secondary other_software memory office_goal",
        "of" | "cap" | "later_cap" => "one of price prepayment service_price paid_under_contract",
        "runs_from" => "legal_day or contract_day",
        "per_mille_per_day" => "thousandths a day as a whole number: 10 is one per cent",
        "every_demand" | "answer" | "reference" | "caution" | "off" => "true or false",
        "demands" => "words of demands in brackets, for example [\"refund\", \"repair\"]",
        "regime" | "subsidiary" => "the word of a regime, for example \"goods\"",
        "rule" => "[[rule]] on a line of its own",
        "penalty" => "the id of a penalty in quotes",
        "pause" => "act and article in quotes",
        _ => return None,
    })
}
