//! The words a template draws on: what messages, demands and decisions are
//! called, in the forms the sentences need.

use crate::shipped::shipped_text;
use complaint::{DecisionKind, DemandKind, GroundKind, Language, Regime, Verdict};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    /// Kind of message → form → words.
    pub message: BTreeMap<String, BTreeMap<String, String>>,
    /// Demand, or «demand@regime» where a regime has its own → form → words.
    pub demand: BTreeMap<String, BTreeMap<String, String>>,
    /// Regime, or «usual» → case → what the complainant is called there.
    pub who: BTreeMap<String, BTreeMap<String, String>>,
    /// Regime, or «usual», or «trader» for a sole one → case → what the office is called there.
    pub we: BTreeMap<String, BTreeMap<String, String>>,
    /// Decision → what it is called in a list.
    pub decision: BTreeMap<String, String>,
    /// What was established of a point, as a part of a sentence.
    pub verdict: BTreeMap<String, String>,
    /// Words put before a rule that does not say whose it is.
    pub ground_lead: BTreeMap<String, String>,
    /// Words put before what was typed as a part of a sentence.
    pub lead: BTreeMap<String, String>,
    /// Value → what it is called on the screen.
    pub labels: BTreeMap<String, String>,
    /// Words of the frame around the text.
    pub frame: BTreeMap<String, String>,
}

impl Phrases {
    /// A form of a demand's phrase, the regime's own before the general one.
    pub fn demand(&self, kind: DemandKind, regime: Regime, form: &str) -> Option<String> {
        let own = format!("{}@{}", kind.as_str(), regime.as_str());
        [own.as_str(), kind.as_str()]
            .iter()
            .find_map(|key| self.demand.get(*key)?.get(form))
            .cloned()
    }

    /// What a decision is called in a table or a list.
    pub fn decision(&self, kind: DecisionKind) -> String {
        self.decision
            .get(kind.as_str())
            .cloned()
            .unwrap_or_default()
    }

    /// What was established of a point.
    pub fn verdict(&self, verdict: Verdict) -> String {
        self.verdict
            .get(verdict.as_str())
            .cloned()
            .unwrap_or_default()
    }

    /// Words put before a rule; none where it says whose it is.
    pub fn ground_lead(&self, kind: GroundKind) -> &str {
        self.ground_lead
            .get(kind.as_str())
            .map_or("", String::as_str)
    }

    /// Words put before what was typed as a part of a sentence.
    pub fn lead(&self, name: &str) -> &str {
        self.lead.get(name).map_or("", String::as_str)
    }

    /// A word of the frame.
    pub fn frame(&self, name: &str) -> &str {
        self.frame.get(name).map_or("", String::as_str)
    }
}

/// The phrases of a language. A test reads both files, so that a broken one
/// can't be shipped.
pub fn phrases(language: Language) -> &'static Phrases {
    static RU: LazyLock<Phrases> = LazyLock::new(|| read(Language::Ru).unwrap_or_default());
    static EN: LazyLock<Phrases> = LazyLock::new(|| read(Language::En).unwrap_or_default());
    match language {
        Language::Ru => &RU,
        Language::En => &EN,
    }
}

fn read(language: Language) -> Result<Phrases, toml::de::Error> {
    packed::table(match language {
        Language::Ru => shipped_text!("templates/phrases.ru.toml"),
        Language::En => shipped_text!("templates/phrases.en.toml"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use complaint::Kind;

    #[test]
    fn both_languages_have_every_word() {
        let [ru, en] = [Language::Ru, Language::En].map(|language| read(language).unwrap());
        for phrases in [&ru, &en] {
            for kind in Kind::ALL {
                assert!(phrases.message.contains_key(kind.as_str()), "{kind:?}");
            }
            for &kind in DemandKind::ALL {
                for form in ["asks", "title", "promise"] {
                    let words = phrases.demand(kind, Regime::Goods, form);
                    let general = kind == DemandKind::Other && form == "asks";
                    assert!(general || words.is_some(), "{kind:?} {form}");
                }
            }
            for &verdict in Verdict::ALL {
                assert!(!phrases.verdict(verdict).is_empty(), "{verdict:?}");
            }
            for &kind in GroundKind::ALL {
                assert!(phrases.ground_lead.contains_key(kind.as_str()), "{kind:?}");
            }
            for &kind in DecisionKind::ALL {
                assert!(!phrases.decision(kind).is_empty(), "{kind:?}");
            }
        }
        assert_eq!(
            ru.labels.keys().collect::<Vec<_>>(),
            en.labels.keys().collect::<Vec<_>>()
        );
        assert_eq!(
            ru.frame.keys().collect::<Vec<_>>(),
            en.frame.keys().collect::<Vec<_>>()
        );
    }
}
