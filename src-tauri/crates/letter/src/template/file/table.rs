//! The tables of a file of templates, written and read alike.

use crate::template::model::BlockShape;
use crate::text::Lock;
use serde::{Deserialize, Serialize};
use toml::Spanned;

/// The format this program writes, and the newest it reads.
pub const FORMAT: u32 = 1;

/// The file, as it is written and read.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateFile {
    pub format: u32,
    #[serde(default)]
    pub template: Vec<TemplateTable>,
}

/// Read first, so that a file of a newer program is told from a broken one.
#[derive(Deserialize)]
pub struct FormatOnly {
    pub format: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateTable {
    pub kind: Spanned<String>,
    pub language: Spanned<String>,
    #[serde(default)]
    pub name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regimes: Vec<Spanned<String>>,
    #[serde(default, skip_serializing_if = "is_zero")]
    pub version: u32,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    #[serde(default)]
    pub closing: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub heading: Vec<VariantTable>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub block: Vec<BlockTable>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub snippet: Vec<SnippetTable>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VariantTable {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<String>,
    pub text: Spanned<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SnippetTable {
    pub name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<String>,
    pub text: Spanned<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlockTable {
    pub id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    #[serde(default)]
    pub lock: Lock,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<String>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub each_demand: bool,
    #[serde(default, skip_serializing_if = "is_paragraph")]
    pub shape: BlockShape,
    pub text: Spanned<String>,
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_false(yes: &bool) -> bool {
    !yes
}

fn is_paragraph(shape: &BlockShape) -> bool {
    *shape == BlockShape::Paragraph
}
