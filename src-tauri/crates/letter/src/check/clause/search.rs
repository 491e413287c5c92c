//! The patterns over clauses, read once, and what they find.

use super::clues::{Clue, clues};
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
    pub rule: &'static str,
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
    pub hits: Vec<Hit>,
}

/// Below this likelihood of a fault a word alone tells none.
const UNLIKELY: f32 = 0.3;
/// Below this one not even a grave word does.
const IMPOSSIBLE: f32 = 0.05;
/// From here on a pattern's hit counts.
const LIKELY: f32 = 0.8;
/// From here on the clues tell a fault by themselves.
const SURE: f32 = 0.9;
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
    named: impl Fn(usize, usize) -> Vec<&'a str>,
) -> Vec<Judgement> {
    let Some(patterns) = patterns(language) else {
        return Vec::new();
    };
    let weights = weights(language);
    let sentences = read(text, &patterns.lexicon, &patterns.markers);
    sentences
        .iter()
        .filter_map(|sentence| {
            let (from, to) = sentence.place()?;
            let (mut hits, clues) = patterns.clues(sentence, text, &named(from, to));
            let verdict = weights.weigh(&clues);
            if verdict.fault < LIKELY {
                hits.clear();
            }
            let is_short = sentence.tokens.len() < SHORTEST;
            let likeliest = verdict.labels.first().map(|&l| weights.labels[l].as_str());
            for hit in &mut hits {
                hit.plain = verdict.fault >= SURE && likeliest == Some(hit.rule);
            }
            if verdict.fault >= SURE && !is_short {
                let (from, to) = heaviest_clause(sentence, &clues, weights);
                for &label in &verdict.labels {
                    let rule = weights.labels[label].as_str();
                    if !hits.iter().any(|h| h.rule == rule) {
                        hits.push(Hit {
                            rule,
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
                innocent: verdict.fault < UNLIKELY && !is_short,
                surely_innocent: verdict.fault < IMPOSSIBLE && !is_short,
                unmeant: sentence.unmeant(),
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
fn heaviest_clause(sentence: &Sentence, clues: &[Clue], weights: &Weights) -> (usize, usize) {
    let weight = |&(start, end): &(usize, usize)| -> f32 {
        let within = |at: &Option<usize>| at.is_some_and(|at| start <= at && at < end);
        let within = clues.iter().filter(|c| within(&c.1));
        within.map(|c| weights.of(&c.0)).sum()
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
    /// What the patterns find in a sentence, and its clues.
    fn clues(
        &'static self,
        sentence: &Sentence,
        text: &Normalised,
        named: &[&str],
    ) -> (Vec<Hit>, Vec<Clue>) {
        let mut found = named.to_vec();
        let mut hits = Vec::new();
        for (rule, said, pattern) in &self.list {
            if let Some((from, to)) = pattern.find(sentence) {
                found.push(rule);
                found.push(said);
                hits.push(Hit {
                    rule,
                    from: sentence.tokens[from].from,
                    to: sentence.tokens[to].to,
                    plain: true,
                });
            }
        }
        let (from, to) = sentence.place().unwrap_or_default();
        let signs = &text.bytes[from..text.bytes.len().min(to + 2)];
        let clues = clues(sentence, &self.lexicon, signs, &found);
        (hits, clues)
    }
}

/// The clues of each sentence, for learning what they weigh.
#[cfg(test)]
pub fn clues_of<'a>(
    text: &Normalised,
    language: Language,
    named: impl Fn(usize, usize) -> Vec<&'a str>,
) -> Vec<(usize, usize, Vec<String>)> {
    let patterns = patterns(language).expect("the patterns");
    read(text, &patterns.lexicon, &patterns.markers)
        .iter()
        .filter_map(|sentence| {
            let (from, to) = sentence.place()?;
            let (_, clues) = patterns.clues(sentence, text, &named(from, to));
            Some((from, to, clues.into_iter().map(|c| c.0).collect()))
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
