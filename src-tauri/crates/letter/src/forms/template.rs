//! The forms as data: lines with conditions and ranks.

use crate::shipped::shipped_text;
use crate::template::{Piece, parse};
use complaint::{FormKind, Language};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Debug, Default)]
pub struct FormTemplate {
    /// What decisions are called in a list.
    pub words: BTreeMap<String, String>,
    /// How to reach the office out of sight.
    pub reach: BTreeMap<String, Vec<Piece>>,
    pub parts: Vec<PartTemplate>,
}

#[derive(Debug)]
pub struct PartTemplate {
    pub id: String,
    pub title: String,
    pub lines: Vec<LineTemplate>,
}

/// A line: a sentence or two.
#[derive(Debug)]
pub struct LineTemplate {
    /// Conditions, all of which must hold.
    pub when: Vec<String>,
    /// The highest falls away first where the room is short; 0 stays.
    pub rank: u8,
    /// Whether it is written once for each demand.
    pub each_demand: bool,
    /// The text, taken apart.
    pub text: Vec<Piece>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawForm {
    #[serde(rename = "version")]
    _version: u32,
    words: BTreeMap<String, String>,
    reach: BTreeMap<String, String>,
    part: Vec<RawPart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPart {
    id: String,
    title: String,
    line: Vec<RawLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLine {
    #[serde(default)]
    when: Vec<String>,
    #[serde(default)]
    rank: u8,
    #[serde(default)]
    each: String,
    text: String,
}

fn read(text: &str) -> Result<FormTemplate, String> {
    let raw: RawForm = packed::table(text).map_err(|e| e.to_string())?;
    let parsed = |text: &str| parse(text).map_err(|_| format!("not a text: {text}"));
    let line = |raw: RawLine| -> Result<LineTemplate, String> {
        Ok(LineTemplate {
            text: parsed(&raw.text)?,
            when: raw.when,
            rank: raw.rank,
            each_demand: raw.each == "demand",
        })
    };
    let part = |raw: RawPart| -> Result<PartTemplate, String> {
        Ok(PartTemplate {
            id: raw.id,
            title: raw.title,
            lines: raw.line.into_iter().map(line).collect::<Result<_, _>>()?,
        })
    };
    Ok(FormTemplate {
        words: raw.words,
        reach: raw
            .reach
            .into_iter()
            .map(|(name, text)| Ok((name, parsed(&text)?)))
            .collect::<Result<_, String>>()?,
        parts: raw.part.into_iter().map(part).collect::<Result<_, _>>()?,
    })
}

macro_rules! source {
    ($name:literal) => {
        shipped_text!("templates/forms/", $name, ".toml")
    };
}

fn source(kind: FormKind, language: Language) -> &'static str {
    match (kind, language) {
        (FormKind::Public, Language::Ru) => source!("public.ru"),
        (FormKind::Public, Language::En) => source!("public.en"),
        (FormKind::Call, Language::Ru) => source!("call.ru"),
        (FormKind::Call, Language::En) => source!("call.en"),
        (FormKind::Sms, Language::Ru) => source!("sms.ru"),
        (FormKind::Sms, Language::En) => source!("sms.en"),
    }
}

/// The shipped template. A test reads every one of them, so that a broken file
/// can't be shipped.
pub fn shipped(kind: FormKind, language: Language) -> &'static FormTemplate {
    static ALL: LazyLock<BTreeMap<(FormKind, Language), FormTemplate>> = LazyLock::new(|| {
        let mut all = BTreeMap::new();
        for &kind in FormKind::ALL {
            for &language in Language::ALL {
                let template = read(source(kind, language)).unwrap_or_default();
                all.insert((kind, language), template);
            }
        }
        all
    });
    static BARE: LazyLock<FormTemplate> = LazyLock::new(FormTemplate::default);
    ALL.get(&(kind, language)).unwrap_or(&BARE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use complaint::DecisionKind;

    #[test]
    fn every_shipped_form_reads_and_both_languages_have_the_same_lines() {
        for &kind in FormKind::ALL {
            let [ru, en] = [Language::Ru, Language::En].map(|l| read(source(kind, l)).unwrap());
            for template in [&ru, &en] {
                for decision in DecisionKind::ALL {
                    assert!(!template.words[decision.as_str()].is_empty(), "{kind:?}");
                }
                assert!(!template.words["open"].is_empty());
            }
            type Outline = Vec<(String, Vec<(Vec<String>, u8)>)>;
            let outline = |t: &FormTemplate| -> Outline {
                let lines =
                    |p: &PartTemplate| p.lines.iter().map(|l| (l.when.clone(), l.rank)).collect();
                t.parts.iter().map(|p| (p.id.clone(), lines(p))).collect()
            };
            assert_eq!(outline(&ru), outline(&en), "{kind:?}");
        }
    }
}
