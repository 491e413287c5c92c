//! What the three look for, as data.

use super::reading::Reader;
use crate::shipped::shipped_text;
use regex::Regex;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPoints {
    point: Vec<RawPoint>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPoint {
    pub id: String,
    pub reader: Reader,
    pub when: Vec<String>,
    pub look: Look,
    #[serde(default)]
    pub text_ru: String,
    #[serde(default)]
    pub text_en: String,
    #[serde(default)]
    pub spoilt_by: Vec<String>,
    pub title_ru: String,
    pub title_en: String,
    pub why_ru: String,
    pub why_en: String,
    pub cure_ru: String,
    pub cure_en: String,
}

/// How a thing is looked for.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// A pattern in the body.
    Text,
    /// No finding of the check whose rule begins so.
    Clean,
    /// A salutation that is not anonymous.
    Name,
    /// Every demand is told again.
    Demands,
    /// Subject, number or order of the case.
    Subject,
    /// A decision can be read for every demand.
    Decided,
    /// A day stands behind what is promised.
    Promised,
    /// The letter's day is not after the last legal one.
    InTime,
    /// Number or date of the message.
    Reference,
    /// Every demand has an answer of its own.
    EachDemand,
    /// Name and post of who signs.
    Signatory,
    /// A name and an address.
    Addressee,
    /// A block that tells a fact and a date.
    DatedFacts,
    /// An enclosure, or a document named.
    Evidence,
    /// A ground for every refusal.
    Grounds,
    /// Order or contract of the case.
    Order,
    /// The day of receipt.
    Received,
}

/// A point, its patterns built.
pub struct Known {
    /// As the data has it.
    pub raw: RawPoint,
    /// What is looked for in Russian.
    pub ru: Option<Regex>,
    /// What is looked for in English.
    pub en: Option<Regex>,
}

/// A test reads the file, so that a broken one can't be shipped.
pub static POINTS: LazyLock<Vec<Known>> =
    LazyLock::new(|| read(shipped_text!("src/readings/points.toml")).unwrap_or_default());

fn read(text: &str) -> Result<Vec<Known>, String> {
    let raw: RawPoints = packed::table(text).map_err(|e| e.to_string())?;
    let pattern = |text: &str| {
        let given = Some(text).filter(|t| !t.is_empty());
        given.map(Regex::new).transpose().map_err(|e| e.to_string())
    };
    raw.point
        .into_iter()
        .map(|raw| {
            Ok(Known {
                ru: pattern(&raw.text_ru)?,
                en: pattern(&raw.text_en)?,
                raw,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONDITIONS: &[&str] = &[
        "letter",
        "to_other",
        "paper",
        "final",
        "not_final",
        "acknowledgement",
        "holding",
        "demands",
        "no_demands",
        "decided",
        "refuses",
        "goodwill",
        "promises",
        "money",
        "due",
        "order",
        "consumer",
        "quality_goods",
    ];

    #[test]
    fn the_data_reads_and_names_known_conditions() {
        let points = read(shipped_text!("src/readings/points.toml")).unwrap();
        assert!(points.len() >= 25);
        let mut ids: Vec<&str> = points.iter().map(|p| p.raw.id.as_str()).collect();
        complaint::order::ascending(&mut ids);
        ids.dedup();
        assert_eq!(ids.len(), points.len());
        for point in &points {
            let raw = &point.raw;
            for one in raw.when.iter().flat_map(|either| either.split('|')) {
                assert!(CONDITIONS.contains(&one), "{}: {one}", raw.id);
            }
            let is_pattern = matches!(raw.look, Look::Text);
            assert_eq!(
                point.ru.is_some() && point.en.is_some(),
                is_pattern,
                "{}",
                raw.id
            );
            let is_clean = matches!(raw.look, Look::Clean);
            assert_eq!(!raw.spoilt_by.is_empty(), is_clean, "{}", raw.id);
            for words in [
                &raw.title_ru,
                &raw.title_en,
                &raw.why_ru,
                &raw.why_en,
                &raw.cure_ru,
                &raw.cure_en,
            ] {
                assert!(!words.trim().is_empty(), "{}", raw.id);
            }
        }
    }
}
