//! The program's own templates.

use super::file::writing::source_digest;
use super::model::{KindWords, StandaloneTemplate, Template, TemplateText};
use super::parsing::TemplateError;
use crate::shipped::shipped_text;
use complaint::{Language, LetterKind};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use ts_rs::TS;

macro_rules! sources {
    ($($kind:ident = $file:literal),+) => {
        /// Name and text of a template; its file has the word of the kind.
        fn source(kind: LetterKind, language: Language) -> (&'static str, &'static str) {
            match (kind, language) {
                $(
                    (LetterKind::$kind, Language::Ru) => (
                        concat!($file, ".ru"),
                        shipped_text!("templates/", $file, ".ru.toml"),
                    ),
                    (LetterKind::$kind, Language::En) => (
                        concat!($file, ".en"),
                        shipped_text!("templates/", $file, ".en.toml"),
                    ),
                )+
            }
        }
    };
}

complaint::each_letter_kind!(sources);

/// A shipped template, read anew.
fn read_shipped(kind: LetterKind, language: Language) -> Result<Template, TemplateError> {
    let (name, own) = source(kind, language);
    let shared = match language {
        Language::Ru => shipped_text!("templates/shared.ru.toml"),
        Language::En => shipped_text!("templates/shared.en.toml"),
    };
    let mut template = Template::read(name, own, shared)?;
    template.source = source_digest(&standalone(&template, kind, language));
    Ok(template)
}

fn standalone(template: &Template, kind: LetterKind, language: Language) -> StandaloneTemplate {
    StandaloneTemplate {
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
pub fn shipped_standalone(kind: LetterKind, language: Language) -> StandaloneTemplate {
    standalone(shipped(kind, language), kind, language)
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

/// What the screens say of a kind of letter in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct KindLabel {
    pub name: String,
    /// What it is for, in a sentence or two.
    pub purpose: String,
}

/// What the screens say of a kind of letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct KindLabels {
    /// What Russian screens call the kind.
    pub ru: KindLabel,
    /// What English screens call the kind.
    pub en: KindLabel,
}

/// What the screens say of every kind of letter, as its templates have it.
pub fn kind_labels() -> Vec<(LetterKind, KindLabels)> {
    let label = |kind, language| {
        let words = &shipped(kind, language).kind;
        KindLabel {
            name: words.name.clone(),
            purpose: words.purpose.clone(),
        }
    };
    let labels = |&kind| {
        let (ru, en) = (label(kind, Language::Ru), label(kind, Language::En));
        (kind, KindLabels { ru, en })
    };
    LetterKind::ALL.iter().map(labels).collect()
}

fn bare() -> Template {
    Template {
        name: "bare".into(),
        version: 0,
        source: String::new(),
        own: None,
        kind: KindWords::default(),
        text: TemplateText::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::vocabulary::condition::condition;
    use crate::facts::vocabulary::field::is_field_in;
    use crate::template::piece::Piece;
    use std::collections::BTreeSet;

    #[test]
    fn every_shipped_template_reads_and_uses_only_what_exists() {
        for &kind in LetterKind::ALL {
            for &language in Language::ALL {
                let template = read_shipped(kind, language).unwrap();
                assert!(template.version >= 1, "{}", template.name);
                assert!(!template.blocks.is_empty(), "{}", template.name);
                for written in template.conditions() {
                    for atom in written.split('|') {
                        let atom = atom.trim_start_matches('!');
                        assert!(condition(atom).is_some(), "{}: {atom}", template.name);
                    }
                }
                template.each_piece(&mut |piece| {
                    if let Piece::Value { name, .. } = piece {
                        assert!(is_field_in(name, language), "{}: {name}", template.name);
                    }
                });
            }
        }
    }

    #[test]
    fn every_kind_has_words_of_its_own_in_both_languages() {
        for &language in Language::ALL {
            let mut names = BTreeSet::new();
            for &kind in LetterKind::ALL {
                let words = &shipped(kind, language).kind;
                assert!(names.insert(&words.name), "{} stands twice", words.name);
                for said in [&words.name, &words.purpose, &words.file_name] {
                    assert!(!said.trim().is_empty(), "{kind:?} {language:?}");
                }
                for field in &words.must_name {
                    assert!(is_field_in(field, language), "{field}");
                }
            }
        }
    }
}
