//! What the use cases of templates take and give.

use chrono::{DateTime, FixedOffset};
use complaint::{Language, LetterKind, Regime, TemplateId, TemplateVersionId};
use letter::{StandaloneTemplate, TemplateFault};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Names a template: an office's own, or the program's of that kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateRef {
    pub kind: LetterKind,
    pub language: Language,
    /// The office's own; the program's when absent.
    #[serde(default)]
    pub template: Option<TemplateId>,
}

/// A template as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateHead {
    /// Its id; none for the program's own.
    pub template: Option<TemplateId>,
    /// What the office calls it; empty for the program's own.
    pub name: String,
    /// The bodies of rules it is meant for; for all when empty.
    pub regimes: Vec<Regime>,
    pub version: u32,
    /// Whether new letters are made from it without being asked.
    pub chosen: bool,
    /// When it was put aside.
    pub retired_at: Option<DateTime<FixedOffset>>,
    /// When that version was made; absent for the program's own.
    pub changed_at: Option<DateTime<FixedOffset>>,
    pub actor: String,
    pub note: String,
}

/// All templates of one kind of letter in one language, the program's own first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateGroup {
    pub kind: LetterKind,
    pub language: Language,
    pub templates: Vec<TemplateHead>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateVersionHead {
    pub id: TemplateVersionId,
    pub version: u32,
    /// What the template was called then.
    pub name: String,
    pub made_at: DateTime<FixedOffset>,
    pub actor: String,
    pub note: String,
    /// Whether it is the one in use.
    pub current: bool,
}

/// A template as its editor opens it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateCard {
    pub head: TemplateHead,
    pub standalone: StandaloneTemplate,
    /// The program's own template of that kind, to compare with and go back to.
    pub shipped: StandaloneTemplate,
    /// Its versions, the newest first; none for the program's own.
    pub versions: Vec<TemplateVersionHead>,
    pub faults: Vec<TemplateFault>,
    /// The change just made, to be undone by.
    #[ts(type = "number | null")]
    pub seq: Option<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateVersionRef {
    pub version: TemplateVersionId,
}

/// Saves a new version, or with its first one a new template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateSave {
    /// The template; a new one when absent.
    #[serde(default)]
    pub template: Option<TemplateId>,
    /// The version that was changed, so that nobody saves over another's work.
    #[serde(default)]
    pub expected: Option<u32>,
    /// Whether new letters shall be made from it without being asked.
    #[serde(default)]
    pub choose: bool,
    /// What was changed, in the office's words.
    #[serde(default)]
    pub note: String,
    pub standalone: StandaloneTemplate,
}

/// Puts a template aside or takes it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateRetire {
    pub template: TemplateId,
    /// `false` takes it back.
    pub retired: bool,
}

/// All templates after a change, and the change to be undone by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplatesChanged {
    pub groups: Vec<TemplateGroup>,
    /// The change just made; none when nothing differed.
    #[ts(type = "number | null")]
    pub seq: Option<i64>,
}

/// Undoes a change of templates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateUndo {
    /// From [`TemplatesChanged::seq`] or [`TemplateCard::seq`].
    #[ts(type = "number")]
    pub seq: i64,
}

/// What taking a template from a file would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportFate {
    /// A template of that name does not exist yet.
    New,
    /// The template of that name gets a new version.
    NewVersion,
    /// It says the same already.
    Same,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateImportItem {
    pub standalone: StandaloneTemplate,
    /// What taking it would do.
    pub fate: ImportFate,
    /// The template that would get a new version.
    pub template: Option<TemplateId>,
    /// What that template, or the program's own, says now.
    pub current: StandaloneTemplate,
    /// What is wrong with it. One with an error can't be taken.
    pub faults: Vec<TemplateFault>,
}

/// What a file of templates holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateImportPlan {
    /// Name of the file without its folder.
    pub file: String,
    /// Its templates; none when the file can't be read.
    pub items: Vec<TemplateImportItem>,
    /// What is wrong with the file itself.
    pub faults: Vec<TemplateFault>,
}

/// Takes templates from a file that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateImport {
    pub items: Vec<TemplateSave>,
}

/// Which templates to write to a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateExport {
    /// These; every one that the office made when empty.
    pub templates: Vec<TemplateRef>,
}

/// A template that a letter could be taken over to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateOffer {
    /// The office's own; the program's when absent.
    pub template: Option<TemplateId>,
    /// What the office calls it; empty for the program's own.
    pub name: String,
    pub version: u32,
}

/// The template a draft was made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterTemplate {
    pub made_from: TemplateOffer,
    /// What has taken its place since, if anything has.
    pub newer: Option<TemplateOffer>,
    /// Every template the letter could be taken over to.
    pub others: Vec<TemplateOffer>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateFileCheck {
    /// What is wrong with the file itself.
    pub faults: Vec<TemplateFault>,
    /// Its templates; none when the file can't be read.
    pub templates: Vec<TemplateFaults>,
}

/// What is wrong with one template of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateFaults {
    pub kind: LetterKind,
    pub language: Language,
    pub name: String,
    /// Errors and warnings; with an error it can't be taken.
    pub faults: Vec<TemplateFault>,
}
