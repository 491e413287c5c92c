//! Writing a file of templates.

use super::table::{BlockTable, FORMAT, SnippetTable, TemplateFile, TemplateTable, VariantTable};
use crate::template::model::{BlockTemplate, KindWords, StandaloneTemplate, Template, Variant};
use crate::template::piece::print;
use complaint::TemplateId;
use sha2::{Digest, Sha256};
use toml::Spanned;

/// What a file says of itself to whoever opens it in an editor.
const PREFACE: &str = "\
# Шаблоны писем программы «Ответ» · Letter templates of Otvet
# {name} — поле / a field, {=name} — его слова / its words, {>name} — вставка / a snippet,
# [[ … ]] — пропадает, если данных нет / falls away when something in it is unknown.
";

/// Writes templates to one file.
pub fn write_templates(templates: &[StandaloneTemplate]) -> String {
    let file = TemplateFile {
        format: FORMAT,
        template: templates.iter().map(table_of).collect(),
    };
    // Tables of strings, numbers and truths are always TOML.
    let body = toml::to_string(&file).unwrap_or_default();
    format!("{PREFACE}{body}")
}

/// A value that is written and has no place in a file yet.
fn unplaced(value: impl Into<String>) -> Spanned<String> {
    Spanned::new(0..0, value.into())
}

fn table_of(template: &StandaloneTemplate) -> TemplateTable {
    let text = &template.text;
    let block = |block: &BlockTemplate| BlockTable {
        id: block.id.clone(),
        role: Some(&block.role)
            .filter(|role| **role != block.id)
            .cloned()
            .unwrap_or_default(),
        lock: block.lock,
        when: block.when.clone(),
        each_demand: block.each_demand,
        shape: block.shape,
        text: unplaced(print(&block.text)),
    };
    let heading = |variant: &Variant| VariantTable {
        when: variant.when.clone(),
        text: unplaced(print(&variant.text)),
    };
    let snippets = text.snippets.iter().flat_map(|(name, variants)| {
        variants.iter().map(move |variant| SnippetTable {
            name: name.clone(),
            when: variant.when.clone(),
            text: unplaced(print(&variant.text)),
        })
    });
    TemplateTable {
        kind: unplaced(template.kind.as_str()),
        language: unplaced(template.language.as_str()),
        name: template.name.clone(),
        regimes: template
            .regimes
            .iter()
            .map(|r| unplaced(r.as_str()))
            .collect(),
        version: template.version,
        note: template.note.clone(),
        closing: text.closing.clone(),
        heading: text.heading.iter().map(heading).collect(),
        block: text.blocks.iter().map(block).collect(),
        snippet: snippets.collect(),
    }
}

/// The digest of what a template says, written out: version and note do not count.
pub fn source_digest(template: &StandaloneTemplate) -> String {
    let bare = StandaloneTemplate {
        version: 0,
        note: String::new(),
        ..template.clone()
    };
    Sha256::digest(write_templates(&[bare]))
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

impl Template {
    /// A template to compose from, made of one that is complete in itself.
    pub fn of(template: StandaloneTemplate, version: u32, own: Option<TemplateId>) -> Self {
        Self {
            source: source_digest(&template),
            name: template.name,
            version,
            own,
            kind: KindWords::default(),
            text: template.text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::file::parsing::{MOST_BYTES, read_templates};
    use crate::template::model::{BlockShape, TemplateText};
    use crate::template::piece::{Piece, made_up, normalised};
    use crate::template::program::shipped_standalone;
    use crate::text::Lock;
    use complaint::{Language, LetterKind, Regime};
    use proptest::prelude::*;

    #[test]
    fn every_shipped_template_is_the_same_after_a_way_through_a_file() {
        let mut all = Vec::new();
        for &kind in LetterKind::ALL {
            for &language in Language::ALL {
                all.push(shipped_standalone(kind, language));
            }
        }
        let file = write_templates(&all);
        assert!(file.len() < MOST_BYTES / 2, "{} bytes", file.len());
        let read = read_templates(&file).unwrap();
        assert_eq!(read, all);
        assert_eq!(write_templates(&read), file);
    }

    #[test]
    fn a_file_kept_by_an_earlier_program_is_written_the_same() {
        // The digest of this text stands in every letter made from the template;
        // one that came out otherwise would call them all outdated.
        let kept = include_str!("../../../tests/kept/templates.toml");
        let templates = read_templates(kept).unwrap();
        assert_eq!(write_templates(&templates), kept);
        let digests: Vec<String> = templates.iter().map(source_digest).collect();
        assert_eq!(
            digests,
            [
                "6d480e76807758e43ca89f301acac1958df8baa61444cb4215e8c9801d37f079",
                "7fda64bd1cc42ee16163a6616d9e9675d4a337e8d7192a23369a021ba48b4831",
            ]
        );
    }

    fn variant() -> impl Strategy<Value = Variant> {
        let when = prop::collection::vec("[a-z:|!\"\\\\]{0,12}", 0..3);
        (when, made_up::pieces()).prop_map(|(when, text)| Variant {
            when,
            text: normalised(&text),
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]
        #[test]
        fn any_template_is_the_same_after_a_way_through_a_file(
            name in "\\PC{0,20}",
            note in "[\\PC\n\t\u{7}\"\\\\]{0,20}",
            heading in prop::collection::vec(variant(), 0..3),
            blocks in prop::collection::vec((variant(), "[a-z_]{1,8}", 0..3u8, any::<bool>()), 0..5),
            snippets in prop::collection::btree_map("[a-z_]{1,6}", prop::collection::vec(variant(), 1..3), 0..3),
            regimes in prop::collection::vec(prop::sample::select(Regime::ALL.to_vec()), 0..3),
        ) {
            // A heading or block begins and ends with words, not with blanks.
            let framed = |mut v: Variant| {
                let end = |text: &str| Piece::Words { text: text.into(), bold: false, italic: false };
                v.text.insert(0, end("Да"));
                v.text.push(end("нет"));
                v.text = normalised(&v.text);
                v
            };
            let template = StandaloneTemplate {
                kind: LetterKind::Interim,
                language: Language::Ru,
                name,
                regimes,
                version: 3,
                note,
                text: TemplateText {
                    heading: heading.into_iter().map(framed).collect(),
                    closing: "С уважением,".into(),
                    blocks: blocks.into_iter().map(|(v, id, lock, each_demand)| {
                        let v = framed(v);
                        BlockTemplate {
                            role: id.clone(),
                            id,
                            lock: [Lock::Free, Lock::Guided, Lock::Locked][usize::from(lock)],
                            when: v.when,
                            each_demand,
                            shape: BlockShape::Paragraph,
                            text: v.text,
                        }
                    }).collect(),
                    snippets,
                },
            };
            let read = read_templates(&write_templates(std::slice::from_ref(&template))).unwrap();
            prop_assert_eq!(&read[0], &template);
            prop_assert_eq!(source_digest(&read[0]), source_digest(&template));
        }
    }
}
