//! Reading one of the program's own templates, which shares snippets and groups
//! of blocks with the others of its language.

use super::model::{BlockShape, BlockTemplate, KindWords, Template, TemplateText, Variant};
use super::piece::{Piece, parse};
use crate::text::Lock;
use serde::Deserialize;
use std::collections::BTreeMap;
use thiserror::Error;

/// Why a template can't be used.
#[derive(Debug, Error)]
pub enum TemplateError {
    /// Not TOML of the right shape.
    #[error("template {name}: {detail}")]
    Shape {
        name: String,
        /// What is wrong, in the parser's words.
        detail: String,
    },
    /// A text does not come apart: an unclosed bracket or brace.
    #[error("template {name}: text of {block} is broken: {text}")]
    Text {
        name: String,
        /// The block or snippet.
        block: String,
        text: String,
    },
    /// A block takes its content from a group or snippet that does not exist.
    #[error("template {name}: no {wanted}")]
    Missing { name: String, wanted: String },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTemplate {
    version: u32,
    name: String,
    purpose: String,
    file_name: String,
    #[serde(default)]
    must_name: Vec<String>,
    heading: Vec<RawVariant>,
    closing: String,
    block: Vec<RawBlock>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawShared {
    #[serde(default)]
    snippet: Vec<RawSnippet>,
    #[serde(default)]
    group: BTreeMap<String, Vec<RawBlock>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawVariant {
    #[serde(default)]
    when: Vec<String>,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSnippet {
    name: String,
    #[serde(default)]
    when: Vec<String>,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBlock {
    #[serde(default)]
    id: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    lock: Lock,
    #[serde(default)]
    when: Vec<String>,
    #[serde(default)]
    each: String,
    #[serde(default)]
    shape: BlockShape,
    #[serde(default)]
    text: String,
    /// Puts in the blocks of a shared group instead.
    #[serde(default, rename = "use")]
    group: String,
}

impl Template {
    /// Reads a template and the shared part of its language.
    ///
    /// # Errors
    /// [`TemplateError`] tells the block and what is wrong with it.
    pub fn read(name: &str, own: &str, shared: &str) -> Result<Self, TemplateError> {
        let shape = |e: toml::de::Error| TemplateError::Shape {
            name: name.to_owned(),
            detail: e.to_string(),
        };
        let broken = |block: &str, text: &str| TemplateError::Text {
            name: name.to_owned(),
            block: block.to_owned(),
            text: text.to_owned(),
        };
        let raw: RawTemplate = packed::table(own).map_err(shape)?;
        let shared: RawShared = packed::table(shared).map_err(shape)?;
        let parsed = |block: &str, text: &str| parse(text.trim()).map_err(|_| broken(block, text));

        let mut snippets: BTreeMap<String, Vec<Variant>> = BTreeMap::new();
        for s in shared.snippet {
            // A snippet keeps its outer blanks: it is a part of a sentence.
            let text = parse(&s.text).map_err(|_| broken(&s.name, &s.text))?;
            snippets
                .entry(s.name)
                .or_default()
                .push(Variant { when: s.when, text });
        }
        let mut blocks = Vec::new();
        for block in raw.block {
            let list = if block.group.is_empty() {
                vec![&block]
            } else {
                let group = shared.group.get(&block.group);
                let group = group.ok_or_else(|| TemplateError::Missing {
                    name: name.to_owned(),
                    wanted: block.group.clone(),
                })?;
                group.iter().collect()
            };
            for b in list {
                let mut when = b.when.clone();
                if !block.group.is_empty() {
                    when.extend(block.when.iter().cloned());
                }
                blocks.push(BlockTemplate {
                    id: b.id.clone(),
                    role: if b.role.is_empty() { &b.id } else { &b.role }.clone(),
                    lock: b.lock,
                    when,
                    each_demand: b.each == "demand",
                    shape: b.shape,
                    text: parsed(&b.id, &b.text)?,
                });
            }
        }
        let heading = raw
            .heading
            .into_iter()
            .map(|v| {
                Ok(Variant {
                    text: parsed("heading", &v.text)?,
                    when: v.when,
                })
            })
            .collect::<Result<_, TemplateError>>()?;
        let mut template = Self {
            name: name.to_owned(),
            version: raw.version,
            source: String::new(),
            own: None,
            kind: KindWords {
                name: raw.name,
                purpose: raw.purpose,
                file_name: raw.file_name,
                must_name: raw.must_name,
            },
            text: TemplateText {
                heading,
                closing: raw.closing,
                blocks,
                snippets,
            },
        };
        template.check_snippets()?;
        template.text.keep_what_is_used();
        Ok(template)
    }

    fn check_snippets(&self) -> Result<(), TemplateError> {
        let mut wanted = None;
        self.each_piece(&mut |piece| {
            if let Piece::Snippet(name) = piece
                && !self.snippets.contains_key(name)
            {
                wanted = Some(name.clone());
            }
        });
        wanted.map_or(Ok(()), |wanted| {
            Err(TemplateError::Missing {
                name: self.name.clone(),
                wanted,
            })
        })
    }
}
