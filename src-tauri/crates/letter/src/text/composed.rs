//! What composing wrote, remembered in the letter, so that composing anew can
//! tell the program's words from the user's.

use super::block::{Block, Content, EnclosureLine, Span};
use complaint::{Executor, Signatory, TemplateId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

/// The composed state of a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Composed {
    /// The template's name: «final_refusal.ru», or what the office calls it.
    pub template: String,
    /// The version of the template the letter was made from.
    pub version: u32,
    /// SHA-256 of the template the letter was made from, by which its words are
    /// found again; empty in a letter from before templates were kept.
    pub source: String,
    /// The office's own template it was made from; none for a shipped one.
    pub own: Option<TemplateId>,
    /// As composed; so are the parts that follow.
    pub heading: String,
    /// With its closing sign.
    pub salutation: String,
    /// One string a line.
    pub addressee: Vec<String>,
    /// Words above the signature.
    pub closing: String,
    /// As chosen when it was composed.
    pub enclosures: Vec<EnclosureLine>,
    /// The office's signatory then.
    pub signatory: Signatory,
    /// The office's executor then.
    pub executor: Option<Executor>,
    pub blocks: Vec<ComposedBlock>,
}

/// A composed block: its id, and the digest of its wording.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComposedBlock {
    /// By which the block is found again in the letter.
    pub id: String,
    /// [`wording_digest`] of the block as composed.
    pub wording: String,
}

/// The digest of a block's wording: of its words, styles, structure and field
/// names, but not of the fields' values. Two contents that an editor may turn
/// into each other by splitting or joining runs of one style have one digest.
pub fn wording_digest(content: &Content) -> String {
    let mut hash = Sha256::new();
    hash.update(match content {
        Content::Paragraph { .. } => "p",
        Content::NumberedList { .. } => "n",
        Content::DashedList { .. } => "d",
        Content::Table { head: true, .. } => "T",
        Content::Table { head: false, .. } => "t",
        Content::Quote { .. } => "q",
        Content::Figure { .. } => "f",
    });
    if let Content::Figure { exhibit, .. } = content {
        hash.update(exhibit.to_le_bytes());
    }
    if let Content::Table { rows, .. } = content {
        for row in rows {
            hash.update(row.len().to_le_bytes());
        }
    }
    for line in content.lines() {
        hash.update([0]);
        let mut style = None;
        let mut field_before = false;
        for span in line {
            match span {
                Span::Text { text, .. } if text.is_empty() => {}
                Span::Text { text, bold, italic } => {
                    // A full stop behind a field comes and goes with its value.
                    let text = match text.strip_prefix('.') {
                        Some(rest) if field_before => rest,
                        _ => text,
                    };
                    field_before = false;
                    if text.is_empty() {
                        continue;
                    }
                    if style != Some((*bold, *italic)) {
                        hash.update([1, u8::from(*bold), u8::from(*italic)]);
                        style = Some((*bold, *italic));
                    }
                    hash.update(text.as_bytes());
                }
                Span::Field { name, .. } => {
                    hash.update([2]);
                    hash.update(name.as_bytes());
                    hash.update([3]);
                    style = None;
                    field_before = true;
                }
                Span::Reference { exhibit, .. } => {
                    hash.update([5]);
                    hash.update(exhibit.to_le_bytes());
                    style = None;
                }
                Span::Break => {
                    hash.update([4]);
                    style = None;
                    field_before = false;
                }
            }
        }
    }
    hash.finalize()[..8]
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect()
}

pub fn composed_blocks(blocks: &[Block]) -> Vec<ComposedBlock> {
    blocks
        .iter()
        .map(|b| ComposedBlock {
            id: b.id.clone(),
            wording: wording_digest(&b.content),
        })
        .collect()
}
