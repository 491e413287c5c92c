//! A law pack: the rules of one regime as a TOML file that people can read, change and pass on.
//!
//! A file is refused whole, with the line and what would cure it.

use super::rule::{Binds, Certainty, OpenTerm, Penalty, Rule, StartEvent, Sum};
use chrono::NaiveDate;
use complaint::{DemandKind, Regime};
use serde::{Deserialize, Serialize};
use std::fmt;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use ts_rs::TS;

/// A file longer than this is no law pack.
pub const LONGEST_FILE: usize = 1 << 20;
/// A text longer than this is no citation and no advice.
pub const LONGEST_TEXT: usize = 4000;

/// The rules and penalties of one regime.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// The regime.
    pub regime: Regime,
    /// The regime that speaks where this one is silent.
    #[serde(default)]
    pub leans_on: Option<Regime>,
    /// When its rules were last compared with their sources, unless a rule says otherwise.
    pub checked_on: NaiveDate,
    /// Penalties for lateness.
    #[serde(default, rename = "penalty")]
    pub penalties: Vec<Penalty>,
    /// Rules.
    #[serde(default, rename = "rule")]
    pub rules: Vec<Rule>,
}

/// What is wrong with a law pack.
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
        /// The name.
        key: String,
    },
    /// A name that must be there.
    MissingKey {
        /// The name.
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
        /// The name.
        id: String,
    },
    /// Two versions of one rule are in force on the same day.
    TwoVersions,
    /// The regimes lean on each other in a circle.
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
    /// What is wrong.
    #[serde(flatten)]
    pub problem: PackProblem,
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
                let cure = cure(key).unwrap_or("see the shipped packs");
                write!(f, "the value of \"{key}\" can't be used; write {cure}")
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
            PackProblem::Circle => {
                f.write_str("the regimes lean on each other in a circle; change leans_on")
            }
            PackProblem::TooLarge => f.write_str("the file is too large for a law pack"),
        }
    }
}

/// What a value has to look like, for whoever mends the file.
#[must_use]
pub fn cure(key: &str) -> Option<&'static str> {
    Some(match key {
        "term" => "{ count = 10, unit = \"calendar_days\" }",
        "count" => "a whole number, for example 10",
        "unit" => "one of minutes hours calendar_days working_days weeks half_months months years",
        "valid_from" | "valid_to" | "checked_on" => "a day in quotes, for example \"2026-03-01\"",
        "open" => "one of at_once named_by_complainant by_contract next_delivery",
        "start" => {
            "one of demand_received demand_sent item_returned item_purchased item_delivered contract_ended"
        }
        "binds" => "office or complainant",
        "certainty" => "one of act secondary other_software memory office_goal",
        "of" | "cap" | "later_cap" => "one of price prepayment service_price paid_under_contract",
        "per_mille_per_day" => "thousandths a day as a whole number: 10 is one per cent",
        "every_demand" | "answer" | "reference" | "caution" | "off" => "true or false",
        "demands" => "words of demands in brackets, for example [\"refund\", \"repair\"]",
        "regime" | "leans_on" => "the word of a regime, for example \"goods\"",
        "rule" => "[[rule]] on a line of its own",
        "penalty" => "the id of a penalty in quotes",
        "pause" => "act and article in quotes",
        _ => return None,
    })
}

const TOP: [(&str, bool); 5] = [
    ("regime", true),
    ("leans_on", false),
    ("checked_on", true),
    ("penalty", false),
    ("rule", false),
];
const RULE: [(&str, bool); 25] = [
    ("id", true),
    ("variant", false),
    ("demands", false),
    ("every_demand", false),
    ("answer", false),
    ("reference", false),
    ("term", false),
    ("open", false),
    ("start", false),
    ("binds", false),
    ("caution", false),
    ("penalty", false),
    ("pause", false),
    ("citation", true),
    ("source", true),
    ("certainty", true),
    ("valid_from", true),
    ("valid_to", false),
    ("checked_on", false),
    ("off", false),
    ("title_ru", true),
    ("title_en", true),
    ("todo_ru", true),
    ("todo_en", true),
    ("regime", false),
];
const PENALTY: [(&str, bool); 12] = [
    ("id", true),
    ("per_mille_per_day", true),
    ("of", true),
    ("cap", false),
    ("later_cap", false),
    ("citation", true),
    ("source", false),
    ("certainty", true),
    ("valid_from", true),
    ("valid_to", false),
    ("note_ru", true),
    ("note_en", true),
];
const TERM: [(&str, bool); 2] = [("count", true), ("unit", true)];

/// A pack with the lines of its rules.
pub(super) struct Read {
    pub pack: Pack,
    pub rule_lines: Vec<u32>,
}

impl Pack {
    /// Reads a law pack.
    ///
    /// # Errors
    /// [`PackFault`] for the first thing that is wrong. Penalties of other packs are looked up only
    /// when the pack joins a [`super::Law`].
    pub fn read(text: &str) -> Result<Self, PackFault> {
        Ok(read(text)?.pack)
    }

    /// The pack as a file, which [`Pack::read`] reads back.
    #[must_use]
    pub fn write(&self) -> String {
        super::pack_writing::write(self)
    }

    /// Sees that every rule says enough and none contradicts itself.
    ///
    /// # Errors
    /// [`PackFault`] with line 0.
    pub fn check(&self) -> Result<(), PackFault> {
        check(self, &[], &[])
    }
}

pub(super) fn read(text: &str) -> Result<Read, PackFault> {
    let fault = |at: usize, subject: Option<String>, problem| PackFault {
        line: line_of(text, at),
        subject,
        problem,
    };
    if text.len() > LONGEST_FILE {
        return Err(fault(0, None, PackProblem::TooLarge));
    }
    // A mark at the beginning is what some editors leave; it is no part of the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let tree = DeTable::parse(text).map_err(|error| {
        let detail = error
            .message()
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned();
        let at = error.span().map_or(0, |span| span.start);
        fault(at, None, PackProblem::Syntax { detail })
    })?;
    keys(text, tree.get_ref(), &TOP, 0, None)?;
    let (rules, penalties) = (tables(&tree, "rule"), tables(&tree, "penalty"));
    for (names, tables) in [(&RULE[..], &rules), (&PENALTY[..], &penalties)] {
        for (at, table) in tables {
            let subject = id_of(table);
            keys(text, table, names, *at, subject.clone())?;
            if let Some(term) = table.get("term").filter(|_| names.len() == RULE.len()) {
                let Some(inner) = term.get_ref().as_table() else {
                    let key = "term".to_owned();
                    return Err(fault(
                        term.span().start,
                        subject,
                        PackProblem::BadValue { key },
                    ));
                };
                keys(text, inner, &TERM, term.span().start, subject)?;
            }
        }
    }
    let mut pack: Pack = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let (subject, key) = place(&tree, &rules, &penalties, at);
        fault(at, subject, PackProblem::BadValue { key })
    })?;
    for rule in &mut pack.rules {
        rule.regime = pack.regime;
        if rule.checked_on == NaiveDate::default() {
            rule.checked_on = pack.checked_on;
        }
    }
    let lines = |tables: &[(usize, &DeTable<'_>)]| -> Vec<u32> {
        tables.iter().map(|(at, _)| line_of(text, *at)).collect()
    };
    let (rule_lines, penalty_lines) = (lines(&rules), lines(&penalties));
    check(&pack, &rule_lines, &penalty_lines)?;
    Ok(Read { pack, rule_lines })
}

fn line_of(text: &str, at: usize) -> u32 {
    let before = text.as_bytes().iter().take(at).filter(|&&b| b == b'\n');
    u32::try_from(before.count() + 1).unwrap_or(u32::MAX)
}

fn id_of(table: &DeTable<'_>) -> Option<String> {
    let id = table.get("id")?.get_ref().as_str()?;
    Some(id.chars().take(80).collect())
}

/// The tables of an array of tables, each with the place where its first line stands.
fn tables<'t, 'i>(tree: &'t Spanned<DeTable<'i>>, name: &str) -> Vec<(usize, &'t DeTable<'i>)> {
    let Some(DeValue::Array(array)) = tree.get_ref().get(name).map(Spanned::get_ref) else {
        return Vec::new();
    };
    array
        .iter()
        .filter_map(|value| {
            let table = value.get_ref().as_table()?;
            let first = table.keys().map(|key| key.span().start).min();
            Some((first.unwrap_or(value.span().start), table))
        })
        .collect()
}

fn keys(
    text: &str,
    table: &DeTable<'_>,
    names: &[(&str, bool)],
    at: usize,
    subject: Option<String>,
) -> Result<(), PackFault> {
    for key in table.keys() {
        if !names
            .iter()
            .any(|(name, _)| *name == key.get_ref().as_ref())
        {
            return Err(PackFault {
                line: line_of(text, key.span().start),
                subject,
                problem: PackProblem::UnknownKey {
                    key: key.get_ref().chars().take(80).collect(),
                },
            });
        }
    }
    for (name, needed) in names {
        if *needed && !table.contains_key(*name) {
            return Err(PackFault {
                line: line_of(text, at),
                subject,
                problem: PackProblem::MissingKey {
                    key: (*name).to_owned(),
                },
            });
        }
    }
    Ok(())
}

/// The rule and the name under which a place of the file stands.
fn place(
    tree: &Spanned<DeTable<'_>>,
    rules: &[(usize, &DeTable<'_>)],
    penalties: &[(usize, &DeTable<'_>)],
    at: usize,
) -> (Option<String>, String) {
    let within = |table: &DeTable<'_>| -> Option<String> {
        let (key, value) = table.iter().find(|(_, value)| value.span().contains(&at))?;
        if let Some(inner) = value.get_ref().as_table() {
            let deeper = inner.iter().find(|(_, value)| value.span().contains(&at));
            if let Some((name, _)) = deeper {
                return Some(name.get_ref().to_string());
            }
        }
        Some(key.get_ref().to_string())
    };
    for (_, table) in rules.iter().chain(penalties) {
        if let Some(key) = within(table) {
            return (id_of(table), key);
        }
    }
    (
        None,
        within(tree.get_ref()).unwrap_or_else(|| "rule".to_owned()),
    )
}

fn check(pack: &Pack, rule_lines: &[u32], penalty_lines: &[u32]) -> Result<(), PackFault> {
    for (at, penalty) in pack.penalties.iter().enumerate() {
        let line = penalty_lines.get(at).copied().unwrap_or(0);
        let texts = [
            ("id", &penalty.id),
            ("citation", &penalty.citation),
            ("note_ru", &penalty.note_ru),
            ("note_en", &penalty.note_en),
        ];
        check_texts(&penalty.id, line, &texts)?;
        check_days(&penalty.id, line, penalty.valid_from, penalty.valid_to)?;
        let twice = pack.penalties[..at].iter().any(|other| {
            other.id == penalty.id
                && meet(
                    (other.valid_from, other.valid_to),
                    (penalty.valid_from, penalty.valid_to),
                )
        });
        if twice {
            return Err(about(&penalty.id, line, PackProblem::TwoVersions));
        }
    }
    for (at, rule) in pack.rules.iter().enumerate() {
        let line = rule_lines.get(at).copied().unwrap_or(0);
        check_rule(rule, line)?;
        if pack.rules[..at].iter().any(|other| rule.overlaps(other)) {
            return Err(about(&rule.id, line, PackProblem::TwoVersions));
        }
    }
    Ok(())
}

fn check_rule(rule: &Rule, line: u32) -> Result<(), PackFault> {
    let texts = [
        ("id", &rule.id),
        ("citation", &rule.citation),
        ("source", &rule.source),
        ("title_ru", &rule.title_ru),
        ("title_en", &rule.title_en),
        ("todo_ru", &rule.todo_ru),
        ("todo_en", &rule.todo_en),
    ];
    check_texts(&rule.id, line, &texts)?;
    if let Some(pause) = &rule.pause {
        check_texts(&rule.id, line, &[("pause", pause)])?;
    }
    check_days(&rule.id, line, rule.valid_from, rule.valid_to)?;
    let outcomes = [rule.term.is_some(), rule.open.is_some(), rule.reference];
    if outcomes.iter().filter(|&&there| there).count() != 1 {
        return Err(about(&rule.id, line, PackProblem::NotOneOutcome));
    }
    let speaks = !rule.demands.is_empty() || rule.every_demand || rule.answer;
    match (speaks, rule.reference) {
        (false, false) => Err(about(&rule.id, line, PackProblem::CoversNothing)),
        (true, true) => Err(about(&rule.id, line, PackProblem::ReferenceCovers)),
        _ => Ok(()),
    }
}

pub(super) fn about(id: &str, line: u32, problem: PackProblem) -> PackFault {
    PackFault {
        line,
        subject: Some(id.chars().take(80).collect()).filter(|s: &String| !s.is_empty()),
        problem,
    }
}

fn check_texts(id: &str, line: u32, texts: &[(&str, &String)]) -> Result<(), PackFault> {
    for (key, text) in texts {
        let key = (*key).to_owned();
        if text.trim().is_empty() {
            return Err(about(id, line, PackProblem::EmptyText { key }));
        }
        if text.chars().count() > LONGEST_TEXT {
            return Err(about(id, line, PackProblem::TooLong { key }));
        }
    }
    Ok(())
}

fn check_days(
    id: &str,
    line: u32,
    from: NaiveDate,
    to: Option<NaiveDate>,
) -> Result<(), PackFault> {
    if to.is_some_and(|to| to < from) {
        return Err(about(id, line, PackProblem::EndsBeforeItBegins));
    }
    Ok(())
}

/// Whether two spans of days have a day in common; an open end never ends.
pub(super) fn meet(a: (NaiveDate, Option<NaiveDate>), b: (NaiveDate, Option<NaiveDate>)) -> bool {
    b.1.is_none_or(|to| a.0 <= to) && a.1.is_none_or(|to| b.0 <= to)
}

/// The words of the closed vocabularies, as they stand in a file.
pub(super) trait Word {
    /// The word.
    fn word(&self) -> &'static str;
}

macro_rules! words {
    ($($of:ident { $($variant:ident = $word:literal),+ })+) => {$(
        impl Word for $of {
            fn word(&self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    )+};
}

words! {
    Certainty {
        Act = "act", Secondary = "secondary", OtherSoftware = "other_software", Memory = "memory",
        OfficeGoal = "office_goal"
    }
    StartEvent {
        DemandReceived = "demand_received", DemandSent = "demand_sent", ItemReturned = "item_returned",
        ItemPurchased = "item_purchased", ItemDelivered = "item_delivered", ContractEnded = "contract_ended"
    }
    OpenTerm {
        AtOnce = "at_once", NamedByComplainant = "named_by_complainant", ByContract = "by_contract",
        NextDelivery = "next_delivery"
    }
    Sum {
        Price = "price", Prepayment = "prepayment", ServicePrice = "service_price",
        PaidUnderContract = "paid_under_contract"
    }
    Binds { Office = "office", Complainant = "complainant" }
}

impl Word for DemandKind {
    fn word(&self) -> &'static str {
        Self::word(*self)
    }
}
