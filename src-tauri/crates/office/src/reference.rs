//! What can be asked without an office: terms and rules, endings and sums,
//! requisites, a message, a text, a line of type. Each is a plain function of
//! its arguments; a host opens no folder for them.

use crate::clock::terms::view;
use crate::clock::values::TermView;
use crate::error::Failure;
use crate::office::Office;
use chrono::{NaiveDate, NaiveTime};
use complaint::{DemandKind, LetterKind, Money, Regime};
use deadline::law::Circumstances;
use deadline::{Calendar, CountError, Law};
use letter::LetterText;
use russian::name::{Case, Gender, Part};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

pub use deadline::Unit;

static CALENDAR: LazyLock<Calendar> = LazyLock::new(Calendar::builtin);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counting {
    /// The day of the event; the term runs from the next one.
    pub start: NaiveDate,
    pub count: u32,
    /// `calendar_days`, `working_days`, `months` and the others of [`deadline::Unit`].
    pub unit: deadline::Unit,
    /// The time of the event, which terms of hours and minutes need.
    #[serde(default)]
    pub at: Option<NaiveTime>,
}

/// Counts a term by ГК 191–193 over the calendar that ships.
///
/// # Errors
/// `missing_year` with the year no calendar covers; `needs_time`; `too_far`.
pub fn counted(asked: &Counting) -> Result<deadline::Counted, Failure> {
    let term = deadline::Term {
        count: asked.count,
        unit: asked.unit,
    };
    match asked.at {
        Some(at) => deadline::count_from(asked.start.and_time(at), term, &CALENDAR),
        None => deadline::count(asked.start, term, &CALENDAR),
    }
    .map_err(not_counted)
}

fn not_counted(error: CountError) -> Failure {
    match error {
        CountError::MissingYear { year } => Failure::of("missing_year").with(year),
        CountError::NeedsTime => Failure::of("needs_time").at("at"),
        CountError::TooFar => Failure::of("too_far").at("count"),
    }
}

/// Until when a paper whose last day this is can be posted, handed in at the branch, and handed over,
/// with the usual hours of both places.
///
/// # Errors
/// `missing_year` with the year no calendar covers.
pub fn last_moments(last: NaiveDate) -> Result<deadline::Cutoffs, Failure> {
    deadline::cutoffs(last, &deadline::OpeningHours::default(), &CALENDAR).map_err(not_counted)
}

/// The rules of a regime that ship, as a law pack: the file that can be changed and imported.
pub fn law_pack(regime: Regime) -> String {
    Law::builtin().pack(regime).write()
}

/// What a law pack holds, when it is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PackRead {
    pub regime: Regime,
    /// How many rules, in all their versions.
    pub rules: usize,
    pub penalties: usize,
}

/// Reads a law pack and sees that it fits over the rules that ship.
///
/// # Errors
/// `law_pack` at the line, with what is wrong and its cure.
pub fn law_pack_read(text: &str) -> Result<PackRead, Failure> {
    let refused = |fault: deadline::PackFault| {
        Failure::of("law_pack")
            .at(format!("line {}", fault.line))
            .with(fault)
    };
    let mut law = Law::builtin().clone();
    law.add_toml(text).map_err(refused)?;
    let pack = deadline::Pack::read(text).map_err(refused)?;
    Ok(PackRead {
        regime: pack.regime,
        rules: pack.rules.len(),
        penalties: pack.penalties.len(),
    })
}

/// The rules in force on a day: of one regime with those that apply subsidiarily, or all. With an office, as it
/// has changed them.
pub fn rules_in_force(
    office: Option<&Office>,
    on: NaiveDate,
    regime: Option<Regime>,
) -> Vec<deadline::Rule> {
    let norms = office.map(Office::norms);
    let law = norms.as_ref().map_or(Law::builtin(), |norms| &norms.law);
    law.rules_on(on, regime).into_iter().cloned().collect()
}

/// One term with its reason, and the figures of its penalty.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExplainedClock {
    /// The term as the case shows it.
    #[serde(flatten)]
    pub clock: TermView,
    /// What the law sets for the demand, and the penalty with it, is taken from this one.
    pub principal: bool,
    /// What each day of lateness costs; absent without a price or a penalty.
    pub penalty_per_day: Option<Money>,
    /// The most the penalty can come to.
    pub penalty_cap: Option<Money>,
    /// The most that lateness after a change of the law comes to, where earlier lateness has no cap.
    pub penalty_later_cap: Option<Money>,
    /// From when it runs: after the legal day, or after the day of the contract.
    pub penalty_from: Option<deadline::law::PenaltyStart>,
    /// Act and article of the penalty.
    pub penalty_citation: Option<String>,
}

/// The terms that a demand received on a day starts, those of the office first. With an office, by its
/// own rules and calendar.
pub fn explained(
    office: Option<&Office>,
    regime: Regime,
    demand: Option<DemandKind>,
    received: NaiveDate,
    price: Option<Money>,
) -> Vec<ExplainedClock> {
    let mut question = Circumstances::new(regime, demand, received);
    question.price = price;
    let clocks = match office.map(Office::norms) {
        Some(norms) => norms.law.deadlines(&question, &norms.calendar),
        None => Law::builtin().deadlines(&question, &CALENDAR),
    };
    let leads = deadline::principal(&clocks);
    clocks
        .iter()
        .map(|clock| ExplainedClock {
            clock: view(clock, received),
            penalty_per_day: clock.penalty.as_ref().and_then(|p| p.per_day),
            principal: leads.is_some_and(|leads| std::ptr::eq(leads, clock)),
            penalty_cap: clock.penalty.as_ref().and_then(|p| p.cap),
            penalty_later_cap: clock.penalty.as_ref().and_then(|p| p.later_cap),
            penalty_from: clock.penalty.as_ref().map(|p| p.penalty.runs_from),
            penalty_citation: clock.penalty.as_ref().map(|p| p.penalty.citation.clone()),
        })
        .collect()
}

/// A name or a part of one in a case: `part` is `first`, `middle`, `last` or
/// `full`, `gender` is `m`, `f` or `auto`, `case` is `nom gen dat acc ins pre`.
///
/// # Errors
/// `word` naming the field whose word is none of these.
pub fn name_inflected(part: &str, gender: &str, case: &str, text: &str) -> Result<String, Failure> {
    let wrong = |field: &str, word: &str| Failure::of("word").at(field).with(word);
    let case: Case = case.parse().map_err(|_| wrong("case", case))?;
    let gender: Option<Gender> = match gender {
        "auto" => None,
        word => Some(word.parse().map_err(|_| wrong("gender", word))?),
    };
    if part == "full" {
        return Ok(russian::name::decline_full(text, gender, case));
    }
    let part: Part = part.parse().map_err(|_| wrong("part", part))?;
    Ok(russian::name::decline_part(part, text, gender, case))
}

/// A sum in words, roubles and kopecks.
///
/// # Errors
/// `sum` when it is none.
pub fn sum_in_words(text: &str) -> Result<String, Failure> {
    let kopecks = russian::amount::parse(text).map_err(|error| Failure::of("sum").with(error))?;
    Ok(russian::amount::words(kopecks))
}

/// The form under which a word is searched.
pub fn stem(word: &str) -> String {
    russian::stem::stem_word(word)
}

/// Whether a requisite can be right: its length, its parts, its check digits.
///
/// # Errors
/// `word` when the kind is unknown.
pub fn requisite_holds(kind: &str, value: &str) -> Result<bool, Failure> {
    let known = kind
        .parse()
        .map_err(|_| Failure::of("word").at("kind").with(kind))?;
    Ok(russian::requisites::check(known, value).is_ok())
}

/// Reads a message into what it seems to say. Nothing is kept or fetched.
///
/// # Errors
/// `mail` with the reason when the bytes are no message.
pub fn mail_read(bytes: &[u8]) -> Result<intake::MailDraft, Failure> {
    intake::read_mail(bytes).map_err(|error| Failure::of("mail").with(error.code()))
}

/// As [`mail_read`], of each message of a mailbox.
///
/// # Errors
/// `mail` with the reason when the bytes are no message.
pub fn mailbox_read(bytes: &[u8]) -> Result<Vec<intake::MailDraft>, Failure> {
    let (messages, _) = intake::one_message(bytes, 0);
    let read = |message| {
        let (_, own) = intake::one_message(bytes, message);
        mail_read(&own)
    };
    (0..messages.max(1)).map(read).collect()
}

/// Checks a text that belongs to no case, by those words of an office's own beside the dictionary's. A letter in
/// JSON is read as it would be printed.
pub fn text_check(
    text: &str,
    kind: Option<LetterKind>,
    own_words: &[String],
) -> Vec<letter::Finding> {
    let read = |text: &str, kind| {
        let mut found = letter::check_text(text, kind);
        found.extend(letter::check_spelling(text, own_words, None));
        complaint::order::by_key(&mut found, |f| (f.start, f.severity));
        found
    };
    match serde_json::from_str::<LetterText>(text) {
        Ok(letter) => {
            let kind = kind.or(Some(letter.kind));
            read(&letter::plain_text(&letter), kind)
        }
        Err(_) => read(text, kind),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_counted_without_an_office_and_an_unknown_year_is_named() {
        let asked: Counting =
            serde_json::from_str(r#"{"start":"2026-11-09","count":10,"unit":"calendar_days"}"#)
                .unwrap();
        let counted = counted(&asked).unwrap();
        assert_eq!(counted.legal.to_string(), "2026-11-19");
        let far = Counting {
            start: NaiveDate::from_ymd_opt(2090, 1, 1).unwrap(),
            ..asked
        };
        let failure = super::counted(&far).unwrap_err();
        assert_eq!(failure.code, "missing_year");
        assert_eq!(failure.detail.as_deref(), Some("2090"));
    }

    #[test]
    fn words_that_are_none_name_their_field() {
        let field = |part: &str, gender: &str, case: &str| {
            name_inflected(part, gender, case, "Ге").unwrap_err().field
        };
        assert_eq!(field("tail", "m", "dat").as_deref(), Some("part"));
        assert_eq!(field("last", "x", "dat").as_deref(), Some("gender"));
        assert_eq!(field("last", "m", "voc").as_deref(), Some("case"));
        assert_eq!(
            name_inflected("full", "auto", "dat", "Соколова Марина Львовна").as_deref(),
            Ok("Соколовой Марине Львовне")
        );
        assert_eq!(requisite_holds("inn", "7800000002"), Ok(true));
        assert!(requisite_holds("snils", "1").is_err());
    }
}
