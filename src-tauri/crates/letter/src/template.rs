//! Templates: letters as data.
//!
//! A template is a TOML file of blocks. A block has an id, a lock, conditions
//! over the case and a text. Blocks of one id are variants: the first whose
//! conditions hold is taken. In a text
//!
//! - `{name}` is a field, an atom in the editor, unresolved while the case
//!   does not know it; `{=name}` puts the value in as words;
//! - `{>name}` puts in the first snippet of that name whose conditions hold;
//! - `[[ … ]]` falls away when anything within it is unknown;
//! - `**…**` is bold, `*…*` italic;
//! - a backslash takes the meaning off the sign behind it.
//!
//! Values are put in after a text is taken apart, so nothing a stranger wrote
//! is ever read as template language.

mod example;
mod fault;
mod file;
mod pieces;
mod rules;
mod used;

pub use example::example_case;
pub use fault::{FaultCode, TemplateFault, TemplatePart, Weight};
pub use file::{MOST_BYTES, Sheet, print_sheets, read_sheets};
pub use pieces::{Piece, take_apart};
pub use rules::faults;
pub use used::used_blocks;

use complaint::{Language, LetterKind, TemplateId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::LazyLock;
use thiserror::Error;
use ts_rs::TS;

/// Why a template can't be used.
#[derive(Debug, Error)]
pub enum TemplateError {
    /// Not TOML of the right shape.
    #[error("template {name}: {detail}")]
    Shape {
        /// The template.
        name: String,
        /// What is wrong, in the parser's words.
        detail: String,
    },
    /// A text does not come apart: an unclosed bracket or brace.
    #[error("template {name}: text of {block} is broken: {text}")]
    Text {
        /// The template.
        name: String,
        /// The block or snippet.
        block: String,
        /// The text.
        text: String,
    },
    /// A block takes its content from a group or snippet that does not exist.
    #[error("template {name}: no {wanted}")]
    Missing {
        /// The template.
        name: String,
        /// What is wanted.
        wanted: String,
    },
}

/// A template, ready to compose from.
#[derive(Clone, Debug)]
pub struct Template {
    /// «final_refusal.ru», or what the office called it.
    pub name: String,
    /// Grows whenever the wording changes.
    pub version: u32,
    /// SHA-256 of the template written out, lower-case hexadecimal: the same
    /// wording has the same mark.
    pub source: String,
    /// The office's own template it is a version of; none for a shipped one.
    pub own: Option<TemplateId>,
    /// What it says.
    pub text: TemplateText,
}

impl Deref for Template {
    type Target = TemplateText;

    fn deref(&self) -> &TemplateText {
        &self.text
    }
}

/// What a template says, with all that it draws on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateText {
    /// Variants of the heading.
    pub heading: Vec<Variant>,
    /// Closing words.
    pub closing: String,
    /// Blocks, groups already put in.
    pub blocks: Vec<BlockTemplate>,
    /// Snippets by name, variants in order.
    pub snippets: BTreeMap<String, Vec<Variant>>,
}

/// A text with its conditions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Variant {
    /// Conditions, all of which must hold.
    pub when: Vec<String>,
    /// The text, taken apart.
    pub text: Vec<Piece>,
}

/// One block of a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BlockTemplate {
    /// Its id.
    pub id: String,
    /// Its role; the id when not said.
    pub role: String,
    /// Its lock.
    pub lock: crate::Lock,
    /// Conditions, all of which must hold.
    pub when: Vec<String>,
    /// Whether it is written once for each demand.
    pub each_demand: bool,
    /// What it becomes.
    pub shape: Shape,
    /// The text of a paragraph or of one list item, taken apart.
    pub text: Vec<Piece>,
}

/// What a block becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "BlockShape")]
pub enum Shape {
    /// A paragraph; further paragraphs of a value become blocks of their own.
    #[default]
    Paragraph,
    /// A dashed list with an item for each demand.
    DemandList,
    /// A numbered list with an item for each question.
    QuestionList,
    /// A dashed list with an item for each term that the office keeps.
    OfficeTerms,
    /// A dashed list with an item for each term that the complainant keeps.
    TheirTerms,
    /// A dashed list of those who were present.
    Persons,
    /// A table of both parties' details.
    Parties,
    /// A table that names who gives a statement, with blanks for what is unknown.
    StatementHead,
    /// Ruled lines to write on by hand, a few.
    FewLines,
    /// Ruled lines to write on by hand, most of a page.
    ManyLines,
}

impl Shape {
    /// Whether the block's text goes into it; else the shape says it all.
    pub fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Paragraph | Self::DemandList | Self::OfficeTerms | Self::TheirTerms
        )
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTemplate {
    version: u32,
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
    lock: crate::Lock,
    #[serde(default)]
    when: Vec<String>,
    #[serde(default)]
    each: String,
    #[serde(default)]
    shape: Shape,
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
        let raw: RawTemplate = toml::from_str(own).map_err(shape)?;
        let shared: RawShared = toml::from_str(shared).map_err(shape)?;
        let apart =
            |block: &str, text: &str| take_apart(text.trim()).ok_or_else(|| broken(block, text));

        let mut snippets: BTreeMap<String, Vec<Variant>> = BTreeMap::new();
        for s in shared.snippet {
            // A snippet keeps its outer blanks: it is a part of a sentence.
            let text = take_apart(&s.text).ok_or_else(|| broken(&s.name, &s.text))?;
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
                    text: apart(&b.id, &b.text)?,
                });
            }
        }
        let heading = raw
            .heading
            .into_iter()
            .map(|v| {
                Ok(Variant {
                    text: apart("heading", &v.text)?,
                    when: v.when,
                })
            })
            .collect::<Result<_, TemplateError>>()?;
        let mut template = Self {
            name: name.to_owned(),
            version: raw.version,
            source: String::new(),
            own: None,
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

    /// An office's own template.
    pub fn of_sheet(sheet: Sheet, version: u32, own: Option<TemplateId>) -> Self {
        Self {
            source: file::source_mark(&sheet),
            name: sheet.name,
            version,
            own,
            text: sheet.text,
        }
    }
}

impl TemplateText {
    /// Drops the snippets that nothing reaches; a shipped template would
    /// otherwise carry those of all its neighbours.
    pub fn keep_what_is_used(&mut self) {
        let mut reached: Vec<String> = Vec::new();
        let own = self.blocks.iter().map(|b| &b.text);
        for text in own.chain(self.heading.iter().map(|v| &v.text)) {
            pieces::snippets_in(text, &mut reached);
        }
        let mut at = 0;
        while let Some(name) = reached.get(at).cloned() {
            for variant in self.snippets.get(&name).into_iter().flatten() {
                pieces::snippets_in(&variant.text, &mut reached);
            }
            at += 1;
        }
        self.snippets.retain(|name, _| reached.contains(name));
    }

    /// Calls `see` with every piece of every text, snippets included.
    pub fn each_piece(&self, see: &mut impl FnMut(&Piece)) {
        for block in &self.blocks {
            pieces::walk(&block.text, see);
        }
        for variant in self.heading.iter().chain(self.snippets.values().flatten()) {
            pieces::walk(&variant.text, see);
        }
    }

    /// Every condition used, for the test that knows them all.
    #[cfg(test)]
    pub fn conditions(&self) -> Vec<String> {
        let blocks = self.blocks.iter().flat_map(|b| &b.when);
        let variants = self.heading.iter().chain(self.snippets.values().flatten());
        blocks
            .chain(variants.flat_map(|v| &v.when))
            .cloned()
            .collect()
    }
}

macro_rules! shipped {
    ($($kind:ident = $file:literal),+ $(,)?) => {
        fn source(kind: LetterKind, language: Language) -> (&'static str, &'static str) {
            match (kind, language) {
                $(
                    (LetterKind::$kind, Language::Ru) => (
                        concat!($file, ".ru"),
                        include_str!(concat!("../templates/", $file, ".ru.toml")),
                    ),
                    (LetterKind::$kind, Language::En) => (
                        concat!($file, ".en"),
                        include_str!(concat!("../templates/", $file, ".en.toml")),
                    ),
                )+
            }
        }
    };
}

shipped! {
    Acknowledgement = "acknowledgement",
    InformationRequest = "information_request",
    Interim = "interim",
    FinalSatisfied = "final_satisfied",
    FinalPartial = "final_partial",
    FinalGoodwill = "final_goodwill",
    FinalRefusal = "final_refusal",
    InspectionInvitation = "inspection_invitation",
    PersonalDataReply = "personal_data_reply",
    Thanks = "thanks",
    SettlementOffer = "settlement_offer",
    SettlementAgreement = "settlement_agreement",
    Correction = "correction",
    Forwarding = "forwarding",
    ForwardingNotice = "forwarding_notice",
    RegulatorReply = "regulator_reply",
    PlatformReply = "platform_reply",
    OwnClaim = "own_claim",
    InspectionAct = "inspection_act",
    NoShowAct = "no_show_act",
    Statement = "statement",
}

const SHARED_RU: &str = include_str!("../templates/shared.ru.toml");
const SHARED_EN: &str = include_str!("../templates/shared.en.toml");

/// A shipped template, read anew.
fn read_shipped(kind: LetterKind, language: Language) -> Result<Template, TemplateError> {
    let (name, own) = source(kind, language);
    let shared = match language {
        Language::Ru => SHARED_RU,
        Language::En => SHARED_EN,
    };
    let mut template = Template::read(name, own, shared)?;
    template.source = file::source_mark(&sheet_of(&template, kind, language));
    Ok(template)
}

fn sheet_of(template: &Template, kind: LetterKind, language: Language) -> Sheet {
    Sheet {
        kind,
        language,
        name: String::new(),
        regimes: Vec::new(),
        version: template.version,
        note: String::new(),
        text: template.text.clone(),
    }
}

/// A shipped template written out in full: a copy of it needs no other file.
pub fn shipped_sheet(kind: LetterKind, language: Language) -> Sheet {
    sheet_of(shipped(kind, language), kind, language)
}

/// The shipped template of that kind. A test reads every one of them, so that
/// a broken file can't be shipped; the bare letter that stands in for one here
/// only spares the program a way to panic.
pub fn shipped(kind: LetterKind, language: Language) -> &'static Template {
    static ALL: LazyLock<BTreeMap<(LetterKind, Language), Template>> = LazyLock::new(|| {
        let mut all = BTreeMap::new();
        for &kind in LetterKind::ALL {
            for &language in Language::ALL {
                let template = read_shipped(kind, language).unwrap_or_else(|_| bare());
                all.insert((kind, language), template);
            }
        }
        all
    });
    static BARE: LazyLock<Template> = LazyLock::new(bare);
    ALL.get(&(kind, language)).unwrap_or(&BARE)
}

fn bare() -> Template {
    Template {
        name: "bare".into(),
        version: 0,
        source: String::new(),
        own: None,
        text: TemplateText::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary;

    #[test]
    fn every_shipped_template_reads_and_uses_only_what_exists() {
        for &kind in LetterKind::ALL {
            for &language in Language::ALL {
                let template = read_shipped(kind, language).unwrap();
                assert!(template.version >= 1, "{}", template.name);
                assert!(!template.blocks.is_empty(), "{}", template.name);
                for condition in template.conditions() {
                    for atom in condition.split('|') {
                        let atom = atom.trim_start_matches('!');
                        assert!(
                            vocabulary::condition(atom).is_some(),
                            "{}: {atom}",
                            template.name
                        );
                    }
                }
                template.each_piece(&mut |piece| {
                    if let Piece::Value { name, .. } = piece {
                        assert!(
                            vocabulary::is_field_in(name, language),
                            "{}: {name}",
                            template.name
                        );
                    }
                });
            }
        }
    }
}
