//! How each language speaks of demands and decisions.

use crate::case::DemandForLetter;
use crate::shipped::shipped_text;
use complaint::{DemandKind, Language};
use regex::Regex;
use serde::Deserialize;
use std::sync::LazyLock;

/// How a language speaks of demands and decisions.
#[derive(Debug)]
pub struct Lexicon {
    pub yes: Regex,
    pub no: Regex,
    /// Words for the whole.
    pub full: Regex,
    pub part: Regex,
    /// Words for all that is asked.
    pub everything: Regex,
    /// Words for a demand, whatever it is.
    pub general: Regex,
    /// Words of sending money.
    pub paying: Regex,
    pub asked: Regex,
    /// What stands before a date that is promised.
    pub promise_by: Regex,
    /// Words that invite to talk out of sight.
    pub private: Regex,
    pub letter: Regex,
    /// Words of somebody's health.
    pub health: Regex,
    /// Numbers of orders, contracts, cases.
    pub reference: Regex,
    pub address: Regex,
    demands: Vec<(Vec<DemandKind>, Regex, Regex)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    deciding_yes: String,
    deciding_no: String,
    in_full: String,
    in_part: String,
    everything: String,
    general: String,
    paying: String,
    asked: String,
    promise_by: String,
    private: String,
    letter_word: String,
    health: String,
    reference: String,
    address: String,
    demand: Vec<RawDemand>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDemand {
    kinds: Vec<DemandKind>,
    names: String,
    grants: String,
}

fn read(text: &str) -> Result<Lexicon, String> {
    let raw: Raw = packed::table(text).map_err(|e| e.to_string())?;
    let regex = |p: &str| Regex::new(p).map_err(|e| e.to_string());
    Ok(Lexicon {
        yes: regex(&raw.deciding_yes)?,
        no: regex(&raw.deciding_no)?,
        full: regex(&raw.in_full)?,
        part: regex(&raw.in_part)?,
        everything: regex(&raw.everything)?,
        general: regex(&raw.general)?,
        paying: regex(&raw.paying)?,
        asked: regex(&raw.asked)?,
        promise_by: regex(&raw.promise_by)?,
        private: regex(&raw.private)?,
        letter: regex(&raw.letter_word)?,
        health: regex(&raw.health)?,
        reference: regex(&raw.reference)?,
        address: regex(&raw.address)?,
        demands: raw
            .demand
            .into_iter()
            .map(|d| Ok((d.kinds, regex(&d.names)?, regex(&d.grants)?)))
            .collect::<Result<_, String>>()?,
    })
}

/// The lexicon of a language; a test reads both files.
pub fn lexicon(language: Language) -> Option<&'static Lexicon> {
    static RU: LazyLock<Option<Lexicon>> = LazyLock::new(|| read(text(Language::Ru)).ok());
    static EN: LazyLock<Option<Lexicon>> = LazyLock::new(|| read(text(Language::En)).ok());
    match language {
        Language::Ru => RU.as_ref(),
        Language::En => EN.as_ref(),
    }
}

fn text(language: Language) -> &'static str {
    match language {
        Language::Ru => shipped_text!("src/forms/lexicon.ru.toml"),
        Language::En => shipped_text!("src/forms/lexicon.en.toml"),
    }
}

impl Lexicon {
    fn of(&self, kind: DemandKind) -> Option<(&Regex, &Regex)> {
        let entry = self
            .demands
            .iter()
            .find(|(kinds, ..)| kinds.contains(&kind))?;
        Some((&entry.1, &entry.2))
    }

    pub fn speaks_of(&self, demand: &DemandForLetter, clause: &str, title: &str) -> bool {
        !title.is_empty() && clause.contains(title)
            || self
                .of(demand.fields.kind)
                .is_some_and(|(names, grants)| names.is_match(clause) || grants.is_match(clause))
    }

    /// Where a clause promises to do what this demand asks, in words of its own.
    pub fn promises(&self, demand: &DemandForLetter, clause: &str) -> Option<(usize, usize)> {
        let (_, grants) = self.of(demand.fields.kind)?;
        grants
            .find_iter(clause)
            .find(|hit| !clause[..hit.start()].trim_end().ends_with(" не"))
            .map(|hit| (hit.start(), hit.end()))
    }
}

/// Whether a folded text says yes or no to anything.
pub fn decides(language: Language, low: &str) -> bool {
    lexicon(language).is_some_and(|words| words.yes.is_match(low) || words.everything.is_match(low))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_lexicons_read_and_know_every_demand() {
        for &language in Language::ALL {
            let words = read(text(language)).unwrap();
            for &kind in DemandKind::ALL {
                assert!(words.of(kind).is_some(), "{kind:?}");
            }
        }
    }
}
