//! Commands that need no office, and the reading of the office's own words.

use chrono::{NaiveDate, NaiveTime};
use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser;
use clap::{Args, Subcommand};
use complaint::{
    Branch, Channel, DecisionKind, DeliveryState, DemandKind, DispatchWay, DueFilter,
    ErasureGround, FormKind, GroundKind, Kind, Language, LetterKind, Money, NoAnswerReason, Regime,
    Side, SortColumn, Status, Verdict,
};
use office::BundleForm;
use office::reference::Unit;
use std::path::PathBuf;

macro_rules! read_by_word {
    ($($name:ident: $of:ident),+ $(,)?) => {$(
        /// Reads one of the words of this vocabulary.
        pub fn $name() -> impl TypedValueParser<Value = $of> {
            let words: Vec<&'static str> = $of::ALL.iter().map(|value| value.as_str()).collect();
            PossibleValuesParser::new(words).try_map(|word| $of::parse(&word).ok_or("unknown word"))
        }
    )+};
}

read_by_word! {
    branch: Branch,
    bundle_form: BundleForm,
    channel: Channel,
    delivery_state: DeliveryState,
    erasure_ground: ErasureGround,
    dispatch_way: DispatchWay,
    decision: DecisionKind,
    demand: DemandKind,
    due: DueFilter,
    form: FormKind,
    ground_kind: GroundKind,
    kind: Kind,
    language: Language,
    letter_kind: LetterKind,
    no_answer: NoAnswerReason,
    regime: Regime,
    side: Side,
    sort: SortColumn,
    status: Status,
    verdict: Verdict,
}

/// Reads the word of a unit of time.
pub fn unit() -> impl TypedValueParser<Value = Unit> {
    let words: Vec<&'static str> = Unit::ALL.iter().map(|unit| unit.as_str()).collect();
    PossibleValuesParser::new(words).try_map(|word| word.parse::<Unit>())
}

/// A sum such as `4590.00`.
pub fn money(text: &str) -> Result<Money, String> {
    text.parse()
        .map_err(|error: complaint::MoneyError| error.to_string())
}

#[derive(Debug, Subcommand)]
pub enum Deadline {
    /// Counts a term: its unmoved, legal and safe last days, step by step.
    Count(Count),
    /// The rules in force on a day.
    Rules {
        /// The day; today when absent.
        #[arg(long)]
        on: Option<NaiveDate>,
        /// Only what applies under this regime.
        #[arg(long, value_parser = regime())]
        regime: Option<Regime>,
    },
    /// The terms that a demand starts, each with its reason.
    Explain {
        /// The body of rules.
        #[arg(long, value_parser = regime())]
        regime: Regime,
        /// What is demanded; the answer as a whole when absent.
        #[arg(long, value_parser = demand())]
        demand: Option<DemandKind>,
        /// The day of receipt.
        #[arg(long)]
        received: NaiveDate,
        /// The price in dispute, for the penalty.
        #[arg(long, value_parser = money)]
        price: Option<Money>,
    },
    /// Until when a paper can be posted and handed over, by its last day.
    Last {
        /// The last day of a term.
        #[arg(long)]
        day: NaiveDate,
    },
    /// The rules of a regime as a law pack (TOML), to be changed and imported.
    Pack {
        /// The body of rules the pack is of.
        #[arg(long, value_parser = regime())]
        regime: Regime,
    },
    /// Reads a law pack: what it holds, or the line that is wrong and its cure.
    Check {
        /// The file; `-` for standard input.
        file: PathBuf,
    },
}

/// A term to be counted, or a batch of them.
#[derive(Args, Debug)]
pub struct Count {
    /// The day of the event.
    #[arg(long, required_unless_present = "batch", conflicts_with = "batch")]
    pub start: Option<NaiveDate>,
    /// How many of the unit the term is.
    #[arg(long, required_unless_present = "batch", conflicts_with = "batch")]
    pub count: Option<u32>,
    /// What the term is counted in.
    #[arg(long, value_parser = unit(), required_unless_present = "batch", conflicts_with = "batch")]
    pub unit: Option<Unit>,
    /// The time of the event, for hours and minutes: `17:30`.
    #[arg(long, value_name = "HH:MM", conflicts_with = "batch")]
    pub at: Option<NaiveTime>,
    /// JSON lines `{start, count, unit, at?}`; `-` for standard input.
    #[arg(long, value_name = "F")]
    pub batch: Option<PathBuf>,
}

/// Names, sums and words in Russian.
#[derive(Debug, Subcommand)]
pub enum Russian {
    /// Inflects names: TSV `part gender case text` in, one form a line out.
    Name(Batch),
    /// Sums in words, from roubles and kopecks in figures.
    Amount(Batch),
    /// Words as they are searched.
    Stem(Batch),
}

/// A batch: a line in, a line out.
#[derive(Args, Debug)]
pub struct Batch {
    /// The file; `-` for standard input.
    #[arg(long, value_name = "F")]
    pub batch: PathBuf,
}

#[derive(Debug, Subcommand)]
pub enum RequisitesCommand {
    /// TSV `kind value` in, `1` or `0` a line out.
    Check(Batch),
}
