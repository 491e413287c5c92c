//! What a template is.

use super::piece::{self, Piece};
use crate::text::Lock;
use complaint::{Language, LetterKind, Regime, TemplateId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::Deref;
use ts_rs::TS;

/// A template, ready to compose from.
#[derive(Clone, Debug)]
pub struct Template {
    /// «final_refusal.ru», or what the office called it.
    pub name: String,
    /// Grows whenever the wording changes.
    pub version: u32,
    /// SHA-256 of the template written out, lower-case hexadecimal: the same
    /// wording has the same one.
    pub source: String,
    /// The office's own template it is a version of; none for a shipped one.
    pub own: Option<TemplateId>,
    /// What is said of the kind of letter; nothing in an office's own template,
    /// which goes by what the program's says.
    pub kind: KindWords,
    pub text: TemplateText,
}

/// What one of the program's own templates says of its kind of letter, in the
/// language of the template.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KindWords {
    /// What the screens call the kind.
    pub name: String,
    /// What such a letter is for, in a sentence or two.
    pub purpose: String,
    /// What the file of such a letter is called, behind its number.
    pub file_name: String,
    /// Fields that a letter of the kind must name, whatever its template.
    pub must_name: Vec<String>,
}

impl Deref for Template {
    type Target = TemplateText;

    fn deref(&self) -> &TemplateText {
        &self.text
    }
}

/// One template, complete in itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StandaloneTemplate {
    pub kind: LetterKind,
    pub language: Language,
    /// What the office calls it; empty for a shipped one.
    pub name: String,
    /// The bodies of rules it is meant for; for all when empty.
    #[serde(default)]
    pub regimes: Vec<Regime>,
    /// Its version where it came from; 0 when not told.
    #[serde(default)]
    pub version: u32,
    /// What was changed in that version.
    #[serde(default)]
    pub note: String,
    pub text: TemplateText,
}

/// What a template says, with all that it draws on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateText {
    pub heading: Vec<Variant>,
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

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BlockTemplate {
    pub id: String,
    /// Its role; the id when not said.
    pub role: String,
    pub lock: Lock,
    /// Conditions, all of which must hold.
    pub when: Vec<String>,
    /// Whether it is written once for each demand.
    pub each_demand: bool,
    pub shape: BlockShape,
    /// The text of a paragraph or of one list item, taken apart.
    pub text: Vec<Piece>,
}

/// What a block becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BlockShape {
    /// A paragraph; further paragraphs of a value become blocks of their own.
    #[default]
    Paragraph,
    /// A dashed list with an item for each demand.
    DemandList,
    /// A numbered list with an item for each question.
    QuestionList,
    /// A paragraph for each point of the complaint.
    Points,
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

impl BlockShape {
    /// All of them, in the order in which they are declared.
    pub const ALL: &[Self] = &[
        Self::Paragraph,
        Self::DemandList,
        Self::QuestionList,
        Self::Points,
        Self::OfficeTerms,
        Self::TheirTerms,
        Self::Persons,
        Self::Parties,
        Self::StatementHead,
        Self::FewLines,
        Self::ManyLines,
    ];

    /// Whether it goes through the demands, so that its text may say what is known of one.
    pub fn lists_demands(self) -> bool {
        match self {
            Self::DemandList => true,
            Self::Paragraph
            | Self::QuestionList
            | Self::Points
            | Self::OfficeTerms
            | Self::TheirTerms
            | Self::Persons
            | Self::Parties
            | Self::StatementHead
            | Self::FewLines
            | Self::ManyLines => false,
        }
    }

    /// Whether the block's text goes into it; else the shape says it all.
    pub fn takes_text(self) -> bool {
        match self {
            Self::Paragraph
            | Self::DemandList
            | Self::Points
            | Self::OfficeTerms
            | Self::TheirTerms => true,
            Self::QuestionList
            | Self::Persons
            | Self::Parties
            | Self::StatementHead
            | Self::FewLines
            | Self::ManyLines => false,
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
            piece::snippets_in(text, &mut reached);
        }
        let mut at = 0;
        while let Some(name) = reached.get(at).cloned() {
            for variant in self.snippets.get(&name).into_iter().flatten() {
                piece::snippets_in(&variant.text, &mut reached);
            }
            at += 1;
        }
        self.snippets.retain(|name, _| reached.contains(name));
    }

    /// Calls `see` with every piece of every text, snippets included.
    pub fn each_piece(&self, see: &mut impl FnMut(&Piece)) {
        for block in &self.blocks {
            piece::walk(&block.text, see);
        }
        for variant in self.heading.iter().chain(self.snippets.values().flatten()) {
            piece::walk(&variant.text, see);
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
