//! What courts and the post ask of files that are handed in electronically, as dated data.

use crate::law::Certainty;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;
use ts_rs::TS;

/// Who takes the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Filing {
    /// A court, over the state's system for it.
    Court,
    /// The post, as electronic registered letters.
    RegisteredMail,
}

/// One thing that is asked of the files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FilingRule {
    pub id: String,
    pub filing: Filing,
    /// No file is larger, in bytes.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub most_bytes: Option<u64>,
    /// The least dots per inch of a picture.
    #[serde(default)]
    pub least_dpi: Option<u32>,
    #[serde(default)]
    pub most_dpi: Option<u32>,
    /// Whether sheets stand upright.
    #[serde(default)]
    pub portrait: bool,
    /// The act, or whose rules they are.
    pub citation: String,
    /// Where it was read.
    pub source: String,
    pub certainty: Certainty,
    pub valid_from: NaiveDate,
    /// The rule in one line of Russian.
    pub title_ru: String,
    /// [`Self::title_ru`] for a reader of English.
    pub title_en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    checked_on: NaiveDate,
    rule: Vec<FilingRule>,
}

static FILE: LazyLock<File> = LazyLock::new(|| {
    toml::from_str(include_str!("../data/filing.toml"))
        .expect("the file that ships is well-formed: a test reads it")
});

/// What is asked of files on a day.
#[must_use]
pub fn filing_rules(filing: Filing, on: NaiveDate) -> Vec<&'static FilingRule> {
    let asked = |rule: &&FilingRule| rule.filing == filing && rule.valid_from <= on;
    FILE.rule.iter().filter(asked).collect()
}

/// When the rules were last compared with their sources.
#[must_use]
pub fn filing_checked_on() -> NaiveDate {
    FILE.checked_on
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_says_where_it_comes_from_and_from_when() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
        assert_eq!(filing_checked_on(), day);
        for filing in [Filing::Court, Filing::RegisteredMail] {
            let rules = filing_rules(filing, day);
            assert_eq!(rules.iter().filter_map(|r| r.most_bytes).count(), 1);
            for rule in rules {
                assert!(
                    !rule.citation.is_empty() && !rule.source.is_empty(),
                    "{}",
                    rule.id
                );
                assert!(!rule.title_ru.is_empty() && !rule.title_en.is_empty());
                // Nobody has read the acts themselves.
                assert_ne!(rule.certainty, Certainty::Act, "{}", rule.id);
            }
        }
        let before = NaiveDate::from_ymd_opt(2016, 1, 1).unwrap();
        assert!(filing_rules(Filing::Court, before).is_empty());
    }
}
