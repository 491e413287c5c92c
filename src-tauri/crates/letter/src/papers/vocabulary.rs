//! The words of the papers, read from the templates.

use crate::shipped::shipped_text;
use complaint::Language;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A table of words: a phrase by itself, or a vocabulary of the domain.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Entry {
    Phrase(String),
    Vocabulary(BTreeMap<String, String>),
}

/// The words of one language.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub(super) struct Words(BTreeMap<String, Entry>);

impl Words {
    /// A phrase by its name; empty where there is none.
    pub fn word(&self, name: &str) -> &str {
        match self.0.get(name) {
            Some(Entry::Phrase(text)) => text,
            _ => "",
        }
    }

    /// A word of a vocabulary; empty where it has none.
    pub fn of(&self, vocabulary: &str, word: &str) -> &str {
        match self.0.get(vocabulary) {
            Some(Entry::Vocabulary(words)) => words.get(word).map_or("", String::as_str),
            _ => "",
        }
    }
}

fn read(language: Language) -> Result<Words, toml::de::Error> {
    packed::table(match language {
        Language::Ru => shipped_text!("templates/papers.ru.toml"),
        Language::En => shipped_text!("templates/papers.en.toml"),
    })
}

/// The words of a language. A test reads both files, so that a broken one
/// can't be shipped.
pub(super) fn words(language: Language) -> &'static Words {
    static RUSSIAN: LazyLock<Words> = LazyLock::new(|| read(Language::Ru).unwrap_or_default());
    static ENGLISH: LazyLock<Words> = LazyLock::new(|| read(Language::En).unwrap_or_default());
    match language {
        Language::Ru => &RUSSIAN,
        Language::En => &ENGLISH,
    }
}

/// What a word of one of the domain's vocabularies is called on paper:
/// `paper_word(Language::Ru, "state", "delivered")` is «вручено». Empty for
/// what has no word.
pub fn paper_word(language: Language, vocabulary: &str, word: &str) -> &'static str {
    words(language).of(vocabulary, word)
}

/// A phrase of the papers with its places filled in: `{number}` by the value beside `number`.
pub fn paper_phrase(language: Language, name: &str, values: &[(&str, &str)]) -> String {
    let mut text = words(language).word(name).to_owned();
    for (place, value) in values {
        text = text.replace(&format!("{{{place}}}"), value);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use complaint::{
        Channel, ClockKind, DeliveryState, DispatchWay, ErasureGround, NoAnswerReason, Side, Status,
    };

    #[test]
    fn both_languages_have_every_word_and_every_place() {
        let [ru, en] = [Language::Ru, Language::En].map(|language| read(language).unwrap());
        let keys = |w: &Words| w.0.keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&ru), keys(&en));
        let places = regex::Regex::new(r"\{[a-z]+\}").unwrap();
        for (name, entry) in &ru.0 {
            match (entry, &en.0[name]) {
                (Entry::Phrase(a), Entry::Phrase(b)) => {
                    let found = |t: &str| {
                        let mut all: Vec<String> =
                            places.find_iter(t).map(|m| m.as_str().to_owned()).collect();
                        complaint::order::ascending(&mut all);
                        all
                    };
                    assert!(!a.is_empty() && !b.is_empty(), "{name}");
                    assert_eq!(found(a), found(b), "{name}");
                }
                (Entry::Vocabulary(a), Entry::Vocabulary(b)) => {
                    assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>());
                }
                _ => panic!("{name} differs"),
            }
        }
        for w in [&ru, &en] {
            for ground in ErasureGround::ALL {
                assert!(!w.of("erasure_ground", ground.as_str()).is_empty());
            }
            for way in DispatchWay::ALL {
                assert!(!w.of("way", way.as_str()).is_empty(), "{way:?}");
            }
            for state in DeliveryState::ALL {
                assert!(!w.of("state", state.as_str()).is_empty(), "{state:?}");
            }
            for channel in Channel::ALL {
                assert!(!w.of("channel", channel.as_str()).is_empty(), "{channel:?}");
            }
            for status in Status::ALL {
                assert!(!w.of("status", status.as_str()).is_empty(), "{status:?}");
            }
            for kind in ClockKind::ALL {
                assert!(!w.of("clock", kind.as_str()).is_empty(), "{kind:?}");
            }
            for side in Side::ALL {
                assert!(!w.of("side", side.as_str()).is_empty(), "{side:?}");
            }
            for reason in NoAnswerReason::ALL {
                assert!(!w.of("no_answer", reason.as_str()).is_empty(), "{reason:?}");
            }
        }
    }
}
