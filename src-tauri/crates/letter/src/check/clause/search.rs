//! The patterns over clauses, read once, and what they find.

use super::clues::clues;
use super::features::{Feature, features, values};
use super::lexicon::Lexicon;
use super::pattern::Pattern;
use super::reading::{Markers, Sentence, read};
use super::weighing::{Weights, weights};
use crate::check::normalised::Normalised;
use complaint::Language;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A place, in bytes of the normalised text, and the rule that found it.
#[derive(Debug)]
pub struct Hit {
    pub rule: String,
    pub from: usize,
    pub to: usize,
    /// Whether a pattern told it and the clues bear it out; what is told by
    /// one of them alone is less sure.
    pub plain: bool,
}

/// What is thought of a sentence as a whole.
#[derive(Debug)]
pub struct Judgement {
    /// Where it stands, in bytes of the normalised text.
    pub from: usize,
    pub to: usize,
    /// Whether the sentence, read as a whole, speaks against a fault, so that a
    /// word of it tells none.
    pub innocent: bool,
    /// Whether it does so strongly.
    pub surely_innocent: bool,
    /// The words that are denied or another's.
    pub unmeant: Vec<(usize, usize)>,
    /// The rules that it may break, the likeliest first; nothing where it is too short to tell.
    pub labels: Vec<String>,
    pub hits: Vec<Hit>,
}

impl Judgement {
    /// What the patterns find, and nothing against it.
    fn of_patterns(sentence: &Sentence, (from, to): (usize, usize), hits: Vec<Hit>) -> Self {
        Self {
            from,
            to,
            innocent: false,
            surely_innocent: false,
            unmeant: sentence.unmeant(),
            labels: Vec::new(),
            hits,
        }
    }
}

/// Below this not even a grave word tells a fault.
const IMPOSSIBLE: f32 = -0.3;
/// From here on a sentence holds a fault; below, neither a word nor a pattern tells one.
const SURE: f32 = 0.0;
/// Fewer words are a greeting, a heading or a name, or speak for themselves.
const SHORTEST: usize = 4;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    small: BTreeMap<String, String>,
    words: BTreeMap<String, String>,
    patterns: BTreeMap<String, String>,
}

struct Patterns {
    lexicon: Lexicon,
    markers: Markers,
    list: Vec<(String, String, Pattern)>,
}

fn patterns(language: Language) -> Option<&'static Patterns> {
    static RU: LazyLock<Option<Patterns>> = LazyLock::new(|| load(RU_FILE, Language::Ru).ok());
    static EN: LazyLock<Option<Patterns>> = LazyLock::new(|| load(EN_FILE, Language::En).ok());
    match language {
        Language::Ru => RU.as_ref(),
        Language::En => EN.as_ref(),
    }
}

// The files, packed by the build.
const RU_FILE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/clauses.ru.toml.zz"));
const EN_FILE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/clauses.en.toml.zz"));

fn load(file: &[u8], language: Language) -> Result<Patterns, String> {
    let text = packed::unpacked(file).map_err(|e| e.to_string())?;
    let text = String::from_utf8(text).map_err(|e| e.to_string())?;
    let raw: RawFile = packed::table(&text).map_err(|e| e.to_string())?;
    let mut lexicon = Lexicon::new(language, &raw.words, &raw.small)?;
    let mut list = Vec::new();
    for (rule, said) in raw.patterns {
        for line in said.lines().map(str::trim) {
            if !line.is_empty() && !line.starts_with('#') {
                let pattern = Pattern::read(line, &mut lexicon)?;
                list.push((rule.clone(), line.to_owned(), pattern));
            }
        }
    }
    Ok(Patterns {
        markers: Markers::of(&lexicon),
        lexicon,
        list,
    })
}

/// Reads the sentences of a text one by one. `named` gives the rules whose
/// words were found between two places.
pub fn judge<'a>(
    text: &Normalised,
    language: Language,
    weights: &Weights,
    named: impl Fn(usize, usize) -> Vec<&'a str>,
) -> Vec<Judgement> {
    let Some(patterns) = patterns(language) else {
        return Vec::new();
    };
    let sentences = read(text, &patterns.lexicon, &patterns.markers);
    sentences
        .iter()
        .filter_map(|sentence| {
            let (from, to) = sentence.place()?;
            let (mut hits, features) = patterns.features(sentence, text, &named(from, to));
            if weights.is_empty() {
                // Nothing was learnt: the patterns speak for themselves.
                return Some(Judgement::of_patterns(sentence, (from, to), hits));
            }
            let verdict = weights.weigh(&features);
            if verdict.fault < SURE {
                hits.clear();
            }
            let is_short = sentence.tokens.len() < SHORTEST;
            let mut labels: Vec<String> = Vec::new();
            if !is_short {
                labels.extend(verdict.labels.iter().map(|&l| weights.labels[l].clone()));
                hits.retain(|hit| labels.contains(&hit.rule));
            }
            let likeliest = verdict.labels.first().map(|&l| weights.labels[l].as_str());
            for hit in &mut hits {
                hit.plain = likeliest == Some(hit.rule.as_str());
            }
            if verdict.fault >= SURE && !is_short {
                let (from, to) = heaviest_clause(sentence, &features, weights);
                for rule in &labels {
                    if !hits.iter().any(|h| h.rule == *rule) {
                        hits.push(Hit {
                            rule: rule.clone(),
                            from,
                            to,
                            plain: false,
                        });
                    }
                }
            }
            Some(Judgement {
                from,
                to,
                innocent: verdict.fault < SURE && !is_short,
                surely_innocent: verdict.fault < IMPOSSIBLE && !is_short,
                unmeant: sentence.unmeant(),
                labels,
                hits,
            })
        })
        .collect()
}

/// Whether sentences have taught what speaks for that rule and against it.
pub fn is_weighed(rule: &str, language: Language) -> bool {
    weights(language).labels.iter().any(|label| label == rule)
}

/// The clause whose clues speak most for a fault.
fn heaviest_clause(sentence: &Sentence, features: &[Feature], weights: &Weights) -> (usize, usize) {
    let values = values(features);
    let weight = |&(start, end): &(usize, usize)| -> f32 {
        let within = |at: &Option<usize>| at.is_some_and(|at| start <= at && at < end);
        let within = features.iter().filter(|f| within(&f.at));
        within
            .map(|f| values[f.kind as usize] * weights.of(f))
            .sum()
    };
    let heaviest = sentence
        .clauses
        .iter()
        .max_by(|a, b| weight(a).total_cmp(&weight(b)));
    let (start, end) = heaviest.copied().unwrap_or((0, sentence.tokens.len()));
    let last = end.max(start + 1).min(sentence.tokens.len()) - 1;
    (sentence.tokens[start].from, sentence.tokens[last].to)
}

impl Patterns {
    /// What the patterns find in a sentence, and its features.
    fn features(
        &'static self,
        sentence: &Sentence,
        text: &Normalised,
        named: &[&str],
    ) -> (Vec<Hit>, Vec<Feature>) {
        let mut found = named.to_vec();
        let mut hits = Vec::new();
        for (rule, said, pattern) in &self.list {
            if let Some((from, to)) = pattern.find(sentence) {
                found.push(rule);
                found.push(said);
                hits.push(Hit {
                    rule: rule.clone(),
                    from: sentence.tokens[from].from,
                    to: sentence.tokens[to].to,
                    plain: true,
                });
            }
        }
        let (from, to) = sentence.place().unwrap_or_default();
        let signs = &text.bytes[from..text.bytes.len().min(to + 2)];
        let clues = clues(sentence, &self.lexicon, signs, &found);
        let features = features(sentence, &clues, &self.lexicon, text.bytes.as_bytes());
        (hits, features)
    }
}

/// The features of each sentence, for learning what they weigh.
#[cfg(test)]
pub fn features_of<'a>(
    text: &Normalised,
    language: Language,
    named: impl Fn(usize, usize) -> Vec<&'a str>,
) -> Vec<(usize, usize, Vec<Feature>)> {
    let patterns = patterns(language).expect("the patterns");
    read(text, &patterns.lexicon, &patterns.markers)
        .iter()
        .filter_map(|sentence| {
            let (from, to) = sentence.place()?;
            let (_, features) = patterns.features(sentence, text, &named(from, to));
            Some((from, to, features))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_files_read() {
        for (file, language) in [(RU_FILE, Language::Ru), (EN_FILE, Language::En)] {
            let patterns = load(file, language).map(|p| p.list.len());
            assert!(patterns.as_ref().is_ok_and(|&n| n > 20), "{patterns:?}");
        }
    }
}
