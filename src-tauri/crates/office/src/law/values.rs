//! What the office counts by, its changes, and the price of an answer.

use chrono::NaiveDate;
use complaint::{ClockKind, DemandKind, NamedCase, Regime};
use deadline::law::{Origin, Penalty, Validity};
use deadline::{
    CalendarYear, CourtAssumptions, Goals, OpeningHours, Retention, RetentionRule, Rule,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One version of one rule, and how it stands today.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RuleView {
    pub rule: Rule,
    /// Whether it is in force today.
    pub validity: Validity,
    pub origin: Origin,
    /// Nobody has compared it with the act or a good account of it.
    pub unverified: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RegimeNorms {
    pub regime: Regime,
    /// The regime that speaks where this one is silent.
    pub subsidiary: Option<Regime>,
    /// Whether the office has changed something of it.
    pub own: bool,
    /// Its rules with all their versions, by name and first day.
    pub rules: Vec<RuleView>,
    /// Why the office's own changes are not counted by, when they no longer fit what ships.
    pub fault: Option<NormFault>,
}

/// A year of the production calendar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct YearView {
    pub entry: CalendarYear,
    /// Whether the office has changed or added it.
    pub own: bool,
}

/// Everything the office counts by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct NormsView {
    /// The regimes in the order of the screens.
    pub regimes: Vec<RegimeNorms>,
    /// The penalties that rules refer to.
    pub penalties: Vec<Penalty>,
    /// The years of the calendar, oldest first.
    pub years: Vec<YearView>,
    /// The year behind the last of them, as it is to be added before its own act is known.
    pub next_year: CalendarYear,
    /// The hours of the places where papers are handed over.
    pub places: OpeningHours,
    /// What is assumed for the price of an answer.
    pub assumptions: CourtAssumptions,
    /// The terms that the office sets itself.
    pub goals: Goals,
    pub retention: RetentionView,
}

/// For how long the office keeps its records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RetentionView {
    /// What the office has set.
    pub chosen: Retention,
    /// What ships, one rule of each kind.
    pub shipped: Vec<RetentionRule>,
    /// When what ships was last compared with its sources.
    pub checked_on: NaiveDate,
}

/// Names one version of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RuleRef {
    pub regime: Regime,
    pub id: String,
    /// The case it is for.
    pub variant: Option<String>,
    /// First day the rule is in force; with the id it names one wording.
    pub valid_from: NaiveDate,
}

/// A change of what the office counts by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "what")]
#[allow(
    clippy::large_enum_variant,
    reason = "one at a time crosses the border"
)]
pub enum NormChange {
    Rule {
        rule: Rule,
        /// The version that was edited into it; none for a new rule.
        instead: Option<RuleRef>,
    },
    /// What the office changed of a rule is taken away.
    RuleReset { of: RuleRef },
    /// A law pack is imported; it takes the place of the office's own changes of that regime.
    Pack { text: String },
    /// All that the office changed of a regime is taken away.
    PackReset { regime: Regime },
    /// A year of the calendar is edited or added; its working days are counted from its lists.
    Year { year: CalendarYear },
    /// A calendar file is imported.
    Calendar { text: String },
    /// A year is set back to what ships, or taken away where nothing ships.
    YearReset { year: i32 },
    /// The hours of the places are set.
    Hours { places: OpeningHours },
    /// The office's own goals are set; complaints taken in from now on follow them.
    Goals { goals: Goals },
    /// The terms of keeping are set; nothing goes by it at once.
    Retention { retention: Retention },
    /// The assumptions are set.
    Assumptions { assumptions: CourtAssumptions },
}

/// Why a change is refused: where, and what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NormFault {
    /// The line of the file, from 1; 0 where there is none.
    pub line: u32,
    /// The rule or the year it is about.
    pub subject: Option<String>,
    /// What is wrong: `syntax`, `unknown_key`, `missing_key`, `bad_value`, `empty_text`, `too_long`,
    /// `ends_before_it_begins`, `not_one_outcome`, `covers_nothing`, `reference_covers`,
    /// `unknown_penalty`, `two_versions`, `circle`, `too_large`, `not_a_calendar`, `misplaced_day`,
    /// `wrong_total`, `hours`, `goal`, `trash_days`, `retention_years`,
    /// `retention_short`.
    pub problem: String,
    /// The name, the day or the number that the problem is about; for `syntax` what the reader says.
    pub detail: String,
}

/// The last day of a demand or of another clock of an open case that would move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MovedDate {
    #[serde(flatten)]
    pub case: NamedCase,
    /// What is demanded, where it is the term of a demand.
    pub demand: Option<DemandKind>,
    /// What the clock is for, where it is another one.
    pub clock: Option<ClockKind>,
    /// The last legal day as it was counted.
    pub was: Option<NaiveDate>,
    /// The last legal day as it would be.
    pub becomes: Option<NaiveDate>,
}

/// What a change would do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct NormPreview {
    /// Why it can't be made.
    pub fault: Option<NormFault>,
    /// The regime whose rules change.
    pub regime: Option<Regime>,
    /// The years of the calendar that change.
    pub years: Vec<i32>,
    /// How many versions of rules would be the office's own.
    #[ts(type = "number")]
    pub rules: u64,
    /// The dates that move, the nearest first, at most two hundred.
    pub moved: Vec<MovedDate>,
    #[ts(type = "number")]
    pub moved_total: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct NormsChanged {
    /// What the office counts by now.
    pub norms: NormsView,
    /// How many dates of open cases moved.
    #[ts(type = "number")]
    pub moved: u64,
    /// The change in the journal, to be undone by; none when nothing changed.
    #[ts(type = "number | null")]
    pub seq: Option<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegimeRef {
    pub regime: Regime,
}

/// A change of norms in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NormUndo {
    /// The number of the journal's row.
    #[ts(type = "number")]
    pub seq: i64,
}

/// A span of days, both ends in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DaysQuestion {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// The days of a span on which nobody works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DaysOff {
    /// The days, in order.
    pub off: Vec<NaiveDate>,
    /// Years of the span whose calendar isn't loaded; none of their days is named.
    pub missing: Vec<i32>,
}
