//! The folders that are the program's own.

use crate::texts::{RECORDS_FOLDERS, texts};
use complaint::Language;
use std::path::PathBuf;

/// Them, and the person's documents.
#[derive(Clone, Debug)]
pub struct Folders {
    /// Holds the program's settings, not an office's.
    pub config: PathBuf,
    /// Offices that are kept nowhere else.
    pub data: PathBuf,
    /// The person's own documents, where they look for what is theirs; none where the system knows no such folder.
    pub documents: Option<PathBuf>,
}

impl Folders {
    /// Where a new office is kept unless another folder is chosen: among the person's documents, under a name in
    /// their language.
    pub fn default_office(&self, language: Language) -> PathBuf {
        self.documents.as_ref().map_or_else(
            || self.hidden_office(),
            |documents| documents.join(texts(language).records_folder),
        )
    }

    /// Where earlier programs kept an office, and this one where there are no documents.
    fn hidden_office(&self) -> PathBuf {
        self.data.join("office")
    }

    /// All places where an office lies that was never told where to lie.
    pub(super) fn usual_offices(&self) -> Vec<PathBuf> {
        let named = RECORDS_FOLDERS.map(|name| Some(self.documents.as_ref()?.join(name)));
        let mut usual: Vec<PathBuf> = named.into_iter().flatten().collect();
        usual.push(self.hidden_office());
        usual
    }

    /// Where the sample office is kept.
    pub fn sample(&self) -> PathBuf {
        self.data.join("sample")
    }
}
