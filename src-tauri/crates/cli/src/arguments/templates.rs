//! Templates of letters.

use super::{language, letter_kind};
use clap::{Args, Subcommand};
use complaint::{Language, LetterKind};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum TemplateCommand {
    /// Every kind of letter with its templates, one a line.
    List {
        /// Only of this kind.
        #[arg(long, value_parser = letter_kind())]
        kind: Option<LetterKind>,
        /// Only in this language.
        #[arg(long, value_parser = language())]
        language: Option<Language>,
    },
    /// Writes templates to a file.
    Export(TemplateToFile),
    /// Takes the templates of a file in, each as a new version or a new template.
    Import {
        /// Templates as TOML, one or many.
        file: PathBuf,
        /// Only say what it would do.
        #[arg(long)]
        dry_run: bool,
        /// Make new letters from them.
        #[arg(long)]
        choose: bool,
        /// What is said of the new versions.
        #[arg(long, value_name = "TEXT", default_value = "")]
        note: String,
    },
    /// Checks the templates of a file. Needs no office.
    Check {
        /// Templates as TOML, one or many.
        file: PathBuf,
    },
}

/// Which templates to write, and where.
#[derive(Args, Debug)]
pub struct TemplateToFile {
    /// The file to write.
    #[arg(long, value_name = "F")]
    pub out: PathBuf,
    /// Only of this kind; the office's own of every kind when absent.
    #[arg(long, value_parser = letter_kind())]
    pub kind: Option<LetterKind>,
    /// Only in this language.
    #[arg(long, value_parser = language())]
    pub language: Option<Language>,
    /// Only the one of this name.
    #[arg(long, conflicts_with = "shipped")]
    pub name: Option<String>,
    /// The program's own in place of the office's.
    #[arg(long)]
    pub shipped: bool,
}
