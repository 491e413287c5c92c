//! Personal data in a text that strangers will read: names in any case of
//! declension, telephones, addresses, numbers of orders.

use super::Form;
use super::claims::{sum_places, word_places};
use super::lexicon::lexicon;
use crate::CaseForLetter;
use crate::names;
use regex::Regex;
use russian::name::{Case, FullName, Gender};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A place in a part of a form, in `char`s.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which part.
    pub part: usize,
    /// Its first character.
    pub start: u32,
    /// One past its last.
    pub end: u32,
}

impl Place {
    /// A place given in `char`s.
    pub fn chars(part: usize, from: usize, to: usize) -> Self {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            part,
            start: count(from),
            end: count(to),
        }
    }

    /// A place given in bytes of `text`.
    pub fn of(part: usize, text: &str, from: usize, to: usize) -> Self {
        let chars = |bytes: usize| {
            let head = text.get(..bytes).unwrap_or(text);
            u32::try_from(head.chars().count()).unwrap_or(u32::MAX)
        };
        Self {
            part,
            start: chars(from),
            end: chars(to),
        }
    }
}

/// What sort of personal data a place holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Personal {
    /// A name.
    Name,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A postal address.
    Address,
    /// A number of an order, a contract, a case.
    Number,
    /// A sum, which tells one customer from another.
    Sum,
    /// Something about somebody's health.
    Health,
}

/// Lower case, ё as е, blanks as spaces: one `char` for each `char`.
pub fn folded(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            'ё' | 'Ё' => 'е',
            '–' => '—',
            c if c.is_whitespace() && c != '\n' => ' ',
            c => {
                let mut lower = c.to_lowercase();
                match (lower.next(), lower.next()) {
                    (Some(one), None) => one,
                    _ => c,
                }
            }
        })
        .collect()
}

/// Places where a pattern over the folded text fits.
pub fn places(part: usize, text: &str, pattern: &Regex) -> Vec<Place> {
    let low = folded(text);
    pattern
        .find_iter(&low)
        .map(|hit| Place::of(part, &low, hit.start(), hit.end()))
        .collect()
}

/// Every form in which the complainant's name can stand, folded.
fn name_forms(case: &CaseForLetter) -> BTreeSet<String> {
    let who = &case.complainant;
    let gender = match who.gender {
        complaint::Gender::M => Some(Gender::Male),
        complaint::Gender::F => Some(Gender::Female),
        complaint::Gender::Auto => None,
    };
    let mut forms = BTreeSet::new();
    for name in [who.name.as_str(), who.representative.as_str()] {
        let name: String = name.chars().take(200).collect();
        let full = FullName::parse(&name);
        let mut add = |text: &str| {
            for word in words(text) {
                if word.1.chars().count() >= 3 && word.1.chars().any(char::is_alphabetic) {
                    forms.insert(folded(word.1));
                    forms.insert(folded(&names::latin(word.1)));
                }
            }
        };
        add(&name);
        let genders = match gender {
            Some(one) => vec![Some(one)],
            None => vec![None, Some(Gender::Male), Some(Gender::Female)],
        };
        for gender in genders {
            for case in [
                Case::Nominative,
                Case::Genitive,
                Case::Dative,
                Case::Accusative,
                Case::Instrumental,
                Case::Prepositional,
            ] {
                let declined = full.decline(gender, case);
                for part in [&declined.last, &declined.first, &declined.middle] {
                    add(part);
                }
            }
        }
    }
    // What stands in the office's own name gives nobody away, and neither do
    // the words of a firm's form.
    let own = &case.office.requisites.name;
    for (_, word) in words(own) {
        forms.remove(&folded(word));
    }
    for word in ["ооо", "зао", "пао", "ип", "общество", "компания", "магазин"]
    {
        forms.remove(word);
    }
    forms
}

/// Words of a text with their places in bytes.
fn words(text: &str) -> Vec<(usize, &str)> {
    static WORD: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*").ok());
    WORD.as_ref()
        .map(|w| w.find_iter(text).map(|m| (m.start(), m.as_str())).collect())
        .unwrap_or_default()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The last ten digits of a telephone number, whatever stands before them.
fn phone_key(text: &str) -> String {
    let all = digits(text);
    let from = all.len().saturating_sub(10);
    all[from..].to_owned()
}

/// All personal data in the form.
pub fn personal(form: &Form, case: &CaseForLetter) -> Vec<(Personal, Place)> {
    let mut found = Vec::new();
    let forms = name_forms(case);
    for (part, one) in form.parts.iter().enumerate() {
        let text = one.text.as_str();
        let mut see = |what: Personal, places: Vec<Place>| {
            found.extend(places.into_iter().map(|place| (what, place)));
        };
        let at = |from: usize, len: usize| Place::of(part, text, from, from + len);
        see(
            Personal::Name,
            named(text, &forms)
                .into_iter()
                .map(|(f, l)| at(f, l))
                .collect(),
        );
        see(
            Personal::Email,
            emails(text, case)
                .into_iter()
                .map(|(f, l)| at(f, l))
                .collect(),
        );
        see(
            Personal::Phone,
            phones(text, case)
                .into_iter()
                .map(|(f, l)| at(f, l))
                .collect(),
        );
        see(
            Personal::Number,
            numbers(text, case)
                .into_iter()
                .map(|(f, l)| at(f, l))
                .collect(),
        );
        see(Personal::Sum, sum_places(part, text));
        if let Some(lexicon) = lexicon(form.language) {
            see(
                Personal::Number,
                word_places(part, text, &lexicon.reference),
            );
            see(Personal::Address, word_places(part, text, &lexicon.address));
            see(Personal::Health, word_places(part, text, &lexicon.health));
        }
    }
    // One place is one finding, the first that was seen.
    let mut kept: Vec<(Personal, Place)> = Vec::new();
    for (what, place) in found {
        let overlaps = kept
            .iter()
            .any(|(_, k)| k.part == place.part && k.start < place.end && place.start < k.end);
        if !overlaps {
            kept.push((what, place));
        }
    }
    kept
}

/// Names of the complainant, and any patronymic, which no ordinary word is.
fn named(text: &str, forms: &BTreeSet<String>) -> Vec<(usize, usize)> {
    static PATRONYMIC: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^\p{Lu}\p{Ll}{2,}(?:ович|евич|ьич|овн|евн|иничн)(?:[ауеойыиям]{0,3})$").ok()
    });
    words(text)
        .into_iter()
        .filter(|(_, word)| {
            forms.contains(&folded(word)) && word.chars().next().is_some_and(char::is_uppercase)
                || PATRONYMIC.as_ref().is_some_and(|p| p.is_match(word))
        })
        .map(|(from, word)| (from, word.len()))
        .collect()
}

fn emails(text: &str, case: &CaseForLetter) -> Vec<(usize, usize)> {
    static EMAIL: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+").ok());
    let own = case.office.requisites.email.as_deref().unwrap_or_default();
    let Some(pattern) = EMAIL.as_ref() else {
        return Vec::new();
    };
    pattern
        .find_iter(text)
        .filter(|m| !m.as_str().eq_ignore_ascii_case(own.trim()))
        .map(|m| (m.start(), m.len()))
        .collect()
}

fn phones(text: &str, case: &CaseForLetter) -> Vec<(usize, usize)> {
    static PHONE: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"\+?\d(?:[\s\u{a0}().-]{0,2}\d){6,18}").ok());
    let own = phone_key(case.office.requisites.phone.as_deref().unwrap_or_default());
    let theirs = phone_key(&case.complainant.phone);
    let Some(pattern) = PHONE.as_ref() else {
        return Vec::new();
    };
    pattern
        .find_iter(text)
        .filter(|m| {
            let key = phone_key(m.as_str());
            // What has more digits is a card or an account.
            if digits(m.as_str()).len() > 12 {
                return false;
            }
            if !own.is_empty() && own.ends_with(&key) {
                return false;
            }
            key.len() == 10 || theirs.len() == 10 && theirs.ends_with(&key)
        })
        .map(|m| (m.start(), m.len()))
        .collect()
}

/// Numbers of the order, the case and the letters, wherever they stand.
fn numbers(text: &str, case: &CaseForLetter) -> Vec<(usize, usize)> {
    static TOKEN: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"[\p{L}\d]+(?:[-/][\p{L}\d]+)*").ok());
    let Some(pattern) = TOKEN.as_ref() else {
        return Vec::new();
    };
    let own = phone_key(case.office.requisites.phone.as_deref().unwrap_or_default());
    let mut known: BTreeSet<String> = BTreeSet::new();
    for source in [&case.order, &case.number, &case.their_number] {
        for token in pattern.find_iter(source) {
            let folded = folded(token.as_str());
            if digits(&folded).len() >= 3 && folded.parse::<u32>() != Ok(2026) {
                known.insert(folded);
            }
        }
    }
    pattern
        .find_iter(text)
        .filter(|m| known.contains(&folded(m.as_str())) && !own.ends_with(m.as_str()))
        .map(|m| (m.start(), m.len()))
        .collect()
}
