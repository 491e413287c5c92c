//! What a bundle of a case is asked for, and what came of it.

use chrono::NaiveDate;
use complaint::{ComplaintId, DocumentId, Language, LetterId};
use deadline::FilingRule;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the papers of a case are put together as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BundleForm {
    /// One archival PDF with contents, and the originals attached to it.
    OneFile,
    /// A folder that any browser reads: a page, the originals, their hashes, the one PDF.
    Folder,
    /// A file for each paper, as courts take them.
    Court,
    /// A file for each paper, as electronic registered letters take them.
    RegisteredMail,
}

impl BundleForm {
    pub const ALL: [Self; 4] = [
        Self::OneFile,
        Self::Folder,
        Self::Court,
        Self::RegisteredMail,
    ];

    /// Its word on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OneFile => "one_file",
            Self::Folder => "folder",
            Self::Court => "court",
            Self::RegisteredMail => "registered_mail",
        }
    }

    /// None for what is no word of this vocabulary.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.as_str() == word)
    }
}

/// Asks for a bundle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct BundleMake {
    pub complaint: ComplaintId,
    pub form: BundleForm,
    /// What is blacked out; nothing is when absent.
    #[serde(default)]
    pub redaction: Option<Redaction>,
    /// Documents that stay out of it.
    #[serde(default)]
    pub without: Vec<DocumentId>,
    /// The language of its own words; the office's when absent.
    #[serde(default)]
    pub language: Option<Language>,
}

/// What is blacked out of a bundle.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Redaction {
    /// The complainant's name in all its forms, address, telephone, e-mail, representative.
    pub complainant: bool,
    /// Other words, wherever they stand in text.
    #[serde(default)]
    pub words: Vec<String>,
    /// What of exhibits is closed. A picture or a PDF that is not named here is closed as a whole,
    /// for no words can be found in it.
    #[serde(default)]
    pub exhibits: Vec<ExhibitRedaction>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExhibitRedaction {
    pub document: DocumentId,
    /// Whether all of it is closed.
    #[serde(default)]
    pub whole: bool,
    /// The regions that are closed, where it is shown.
    #[serde(default)]
    pub areas: Vec<SheetArea>,
}

/// A region of a sheet, in parts of the sheet's width and height from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SheetArea {
    /// From 0.
    pub sheet: u32,
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// How an exhibit can be shown in a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExhibitShown {
    /// As pictures of its sheets, in which no words can be found.
    Pictures,
    /// As text that the program sets itself, so that words can be found in it.
    Words,
    /// Not as pages: its file goes along.
    File,
}

/// A paper that a bundle would hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BundlePaper {
    pub document: Option<DocumentId>,
    pub letter: Option<LetterId>,
    /// The exhibit's number, the letter's number.
    pub number: String,
    pub name: String,
    pub shown: ExhibitShown,
    /// Its sheets, where they can be told.
    pub sheets: Option<u32>,
    #[ts(type = "number")]
    pub bytes: u64,
}

/// What a bundle would hold, and what those who take it ask for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BundleView {
    pub papers: Vec<BundlePaper>,
    pub rules: Vec<FilingRule>,
    /// When the rules were last compared with their sources.
    pub checked_on: NaiveDate,
}

/// What there is to say of one paper of a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BundleNote {
    /// It can't be shown as pages, and is attached or lies beside as a file.
    AsFile,
    /// It can't be shown as pages and goes along separately.
    Separate,
    /// It is closed as a whole.
    Withheld,
    /// It was larger than one file may be and is in several.
    Split,
    /// It is larger than one file may be, and can't be made smaller.
    TooLarge,
    /// A signature that was made elsewhere lies beside it.
    Signed,
}

/// One file of a bundle, or a paper that is in none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BundleLine {
    /// «Приложение 3».
    pub label: String,
    /// What it is called; empty in a redacted bundle.
    pub title: String,
    /// The file's path below the bundle's folder; empty for what goes along separately.
    pub file: String,
    pub sheets: Option<u32>,
    #[ts(type = "number")]
    pub bytes: u64,
    pub notes: Vec<BundleNote>,
}

/// A file of a bundle that lies nowhere yet.
#[derive(Clone, Debug)]
pub struct BundleFile {
    /// Its path below the bundle's folder, with `/` between folders.
    pub path: String,
    pub content: BundleContent,
}

#[derive(Clone, Debug)]
pub enum BundleContent {
    /// What the program made.
    Made(Vec<u8>),
    /// A document as it is kept, by its SHA-256.
    Kept(String),
}

/// A bundle that lies nowhere yet.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// The name of its file or folder.
    pub name: String,
    pub files: Vec<BundleFile>,
    pub lines: Vec<BundleLine>,
}
