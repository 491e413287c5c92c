//! The rules about words, kept as data in `rules.*.toml` and read once.
//!
//! A file declares parts of patterns (`[endings]` of declensions and
//! conjugations, `[words]` of one meaning) that patterns name in braces; the
//! excuses (negated, attributed, conditional …) that take the blame off a
//! place; and the rules themselves.

use crate::check::finding::{Group, Severity};
use crate::check::normalised::one_byte;
use complaint::Language;
use regex::bytes::{Regex, RegexBuilder};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a language's file holds, ready to use.
#[derive(Default)]
pub struct WordRules {
    /// The rules, in the order of the file.
    pub list: Vec<WordRule>,
    /// Stem → rules that look for the word in any form.
    pub stems: BTreeMap<String, Vec<usize>>,
}

/// One rule, ready to use.
pub struct WordRule {
    pub id: String,
    /// How much its findings weigh.
    pub severity: Severity,
    pub group: Group,
    pub patterns: Vec<Pattern>,
    /// Something in the sentence that makes it innocent.
    pub unless: Option<Regex>,
    /// Something before the place, within the sentence, that does.
    pub unless_before: Option<Regex>,
    /// Something that must be in the sentence as well.
    pub needs: Option<Regex>,
    /// The excuses that count.
    pub excuses: Vec<Excuse>,
    /// Where its words count though the weights of the sentence name another fault, or none.
    pub stands: Option<Stands>,
    /// Whether words in quotation marks count.
    pub quoted: bool,
    /// Whether the better wording stands for the sentence, not for the place.
    pub whole: bool,
    pub message_ru: String,
    pub message_en: String,
    pub suggestion: Option<String>,
}

/// Where words count against the weights of their sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stands {
    /// In every sentence, unless they are denied or another's.
    Always,
    /// In a sentence that holds a fault, where none of its clauses tells one.
    Beside,
}

/// One thing that a rule looks for.
pub struct Pattern {
    pub find: Regex,
    /// Its own better wording.
    pub say: Option<String>,
    /// Something in the sentence that makes this one innocent.
    pub unless: Option<Regex>,
    /// Something that must be in the sentence for this one.
    pub needs: Option<Regex>,
    /// The excuses that count for it, if other ones than for its rule.
    pub excuses: Option<Vec<Excuse>>,
}

/// What takes the blame off a place.
#[derive(Clone)]
pub struct Excuse {
    /// What stands before the place.
    before: Option<Regex>,
    after: Option<Regex>,
    /// What stands before the place and turns the excuse round: «не можем не».
    never: Option<Regex>,
    /// Whether it may also stand within the place, before its last word: «вы
    /// пишете, что … виноваты» found as one.
    inside: bool,
}

impl Excuse {
    /// Whether it holds for the place `from..to` of a sentence.
    pub fn holds(&self, sentence: &[u8], from: usize, to: usize) -> bool {
        let is = |p: &Option<Regex>, text: &[u8]| p.as_ref().is_some_and(|p| p.is_match(text));
        let holds = |before: &[u8]| is(&self.before, before) && !is(&self.never, before);
        let last = sentence[from..to]
            .iter()
            .rposition(|b| !b.is_ascii_alphanumeric())
            .map_or(from, |at| from + at + 1);
        holds(&sentence[..from])
            || self.inside && holds(&sentence[..last])
            || is(&self.after, &sentence[to..]) && !is(&self.never, &sentence[..from])
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    #[serde(default)]
    endings: BTreeMap<String, String>,
    #[serde(default)]
    words: BTreeMap<String, String>,
    #[serde(default)]
    excuse: BTreeMap<String, RawExcuse>,
    rule: Vec<RawRule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawExcuse {
    #[serde(default)]
    before: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
    #[serde(default)]
    never: Vec<String>,
    #[serde(default)]
    inside: bool,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RawPattern {
    Bare(String),
    Own(RawOwn),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOwn {
    find: String,
    say: Option<String>,
    unless: Option<String>,
    needs: Option<String>,
    excuses: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    id: String,
    severity: Severity,
    group: Group,
    #[serde(default)]
    patterns: Vec<RawPattern>,
    #[serde(default)]
    stems: Vec<String>,
    unless: Option<String>,
    unless_before: Option<String>,
    needs: Option<String>,
    #[serde(default)]
    excuses: Vec<String>,
    stands: Option<Stands>,
    #[serde(default)]
    quoted: bool,
    #[serde(default)]
    whole: bool,
    message_ru: String,
    message_en: String,
    suggestion: Option<String>,
}

/// The rules of a language. A test reads both files, so that a broken one
/// can't be shipped.
pub fn rules(language: Language) -> &'static WordRules {
    static RU: LazyLock<WordRules> = LazyLock::new(|| read(RU_FILE).unwrap_or_default());
    static EN: LazyLock<WordRules> = LazyLock::new(|| read(EN_FILE).unwrap_or_default());
    match language {
        Language::Ru => &RU,
        Language::En => &EN,
    }
}

// The files, packed by the build.
const RU_FILE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.ru.toml.zz"));
const EN_FILE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.en.toml.zz"));

fn read(file: &[u8]) -> Result<WordRules, String> {
    let text = packed::unpacked(file).map_err(|e| e.to_string())?;
    let text = String::from_utf8(text).map_err(|e| e.to_string())?;
    let raw: RawFile = packed::table(&text).map_err(|e| e.to_string())?;
    let mut parts = raw.endings;
    parts.extend(raw.words);
    let pattern = |p: &str| compiled(&expanded(p, &parts)?);
    let optional = |p: Option<String>| p.map(|p| pattern(&p)).transpose();
    let mut excuses = BTreeMap::new();
    for (name, raw) in raw.excuse {
        let any = |list: &[String], form: fn(&str) -> String| match list {
            [] => Ok(None),
            list => pattern(&form(&format!("(?:{})", list.join("|")))).map(Some),
        };
        let excuse = Excuse {
            before: any(&raw.before, |p| format!("{p}$"))?,
            after: any(&raw.after, |p| format!("^{p}"))?,
            never: any(&raw.never, |p| format!("{p}$"))?,
            inside: raw.inside,
        };
        excuses.insert(name, excuse);
    }
    let mut rules = WordRules::default();
    for r in raw.rule {
        for word in &r.stems {
            let stem = russian::stem::stem_word(word);
            rules.stems.entry(stem).or_default().push(rules.list.len());
        }
        let named = |name: &String| {
            let excuse = excuses.get(name).cloned();
            excuse.ok_or_else(|| format!("{}: no excuse is called {name}", r.id))
        };
        let one = |raw: RawPattern| {
            let own = match raw {
                RawPattern::Own(own) => own,
                RawPattern::Bare(find) => RawOwn {
                    find,
                    say: None,
                    unless: None,
                    needs: None,
                    excuses: None,
                },
            };
            let excuses = own.excuses.map(|names| names.iter().map(named).collect());
            Ok::<_, String>(Pattern {
                find: pattern(&own.find)?,
                say: own.say,
                unless: optional(own.unless)?,
                needs: optional(own.needs)?,
                excuses: excuses.transpose()?,
            })
        };
        rules.list.push(WordRule {
            patterns: r
                .patterns
                .into_iter()
                .map(one)
                .collect::<Result<_, String>>()?,
            unless: optional(r.unless)?,
            unless_before: optional(r.unless_before)?,
            needs: optional(r.needs)?,
            excuses: r.excuses.iter().map(named).collect::<Result<_, _>>()?,
            id: r.id,
            severity: r.severity,
            group: r.group,
            stands: r.stands,
            quoted: r.quoted,
            whole: r.whole,
            message_ru: r.message_ru,
            message_en: r.message_en,
            suggestion: r.suggestion,
        });
    }
    Ok(rules)
}

/// The pattern with the parts it names put in.
fn expanded(pattern: &str, parts: &BTreeMap<String, String>) -> Result<String, String> {
    let mut out = pattern.to_owned();
    // Parts may name parts; more turns than this would be a circle.
    for _ in 0..8 {
        let mut next = String::with_capacity(out.len());
        let mut rest = out.as_str();
        let mut changed = false;
        while let Some(open) = rest.find('{') {
            let (head, tail) = rest.split_at(open);
            next.push_str(head);
            let close = tail.find('}').ok_or_else(|| pattern.to_owned())?;
            let name = &tail[1..close];
            if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
                let part = parts
                    .get(name)
                    .ok_or_else(|| format!("{name} in {pattern}"))?;
                next.push_str("(?:");
                next.push_str(part);
                next.push(')');
                changed = true;
            } else {
                next.push_str(&tail[..=close]);
            }
            rest = &tail[close + 1..];
        }
        next.push_str(rest);
        out = next;
        if !changed {
            return Ok(out);
        }
    }
    Err(format!("a circle in {pattern}"))
}

fn compiled(pattern: &str) -> Result<Regex, String> {
    let bytes: String = pattern.chars().map(one_byte).collect();
    let regex = RegexBuilder::new(&bytes)
        .unicode(false)
        .size_limit(64 << 20)
        .dfa_size_limit(8 << 20)
        .build();
    regex.map_err(|e| format!("{pattern}: {e}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn ids(language: Language) -> BTreeSet<&'static str> {
        rules(language).list.iter().map(|r| r.id.as_str()).collect()
    }

    #[test]
    fn both_rule_files_read_and_know_the_same_rules() {
        assert!(read(RU_FILE).map(|r| r.list.len()).unwrap() >= 15);
        assert!(read(EN_FILE).map(|r| r.list.len()).unwrap() >= 15);
        assert_eq!(ids(Language::Ru), ids(Language::En));
    }

    #[test]
    fn a_part_that_is_not_there_or_names_itself_is_refused() {
        let parts = BTreeMap::from([("a".to_owned(), "x{a}".to_owned())]);
        assert!(expanded("{a}", &parts).is_err());
        assert!(expanded("{b}", &parts).is_err());
        assert_eq!(expanded("x{0,3}", &parts).unwrap(), "x{0,3}");
    }
}
