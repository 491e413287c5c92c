//! Reading a file of templates.

use super::table::{FORMAT, FormatOnly, TemplateFile, TemplateTable};
use crate::template::fault::{FaultCode, TemplateFault, TemplatePart};
use crate::template::model::{BlockTemplate, StandaloneTemplate, TemplateText, Variant};
use crate::template::piece::{ParseError, parse};
use complaint::{Language, LetterKind, Regime};
use std::collections::BTreeMap;
use toml::Spanned;

/// Bytes a file of templates may have. All shipped ones take a third of it.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;
/// Templates a file may hold.
const MOST_TEMPLATES: usize = 500;

/// Reads a file of templates. Fields, conditions and what a letter must hold
/// are the business of [`crate::faults`].
///
/// # Errors
/// Every fault of the file's form, with its line.
pub fn read_templates(file: &str) -> Result<Vec<StandaloneTemplate>, Vec<TemplateFault>> {
    let whole = |code| vec![TemplateFault::of(code, TemplatePart::File)];
    if file.len() > MOST_BYTES {
        return Err(whole(FaultCode::TooLarge));
    }
    let unreadable = |error: &toml::de::Error| {
        let mut fault = TemplateFault::of(FaultCode::NotReadable, TemplatePart::File);
        if let Some(span) = error.span() {
            fault = fault.line(line_of(file, span.start));
        }
        vec![fault.about(error.message())]
    };
    let format: FormatOnly = toml::from_str(file).map_err(|e| unreadable(&e))?;
    if format.format > FORMAT {
        return Err(whole(FaultCode::NewerFormat));
    }
    let raw: TemplateFile = toml::from_str(file).map_err(|e| unreadable(&e))?;
    if raw.format < 1 || raw.template.is_empty() {
        return Err(whole(FaultCode::NotReadable));
    }
    if raw.template.len() > MOST_TEMPLATES {
        return Err(whole(FaultCode::TooLarge));
    }
    let mut faults = Vec::new();
    let templates: Vec<Option<StandaloneTemplate>> = raw
        .template
        .into_iter()
        .map(|table| template_from(file, table, &mut faults))
        .collect();
    if faults.is_empty() {
        Ok(templates.into_iter().flatten().collect())
    } else {
        Err(faults)
    }
}

/// The line that a byte stands in, from 1.
fn line_of(file: &str, byte: usize) -> u32 {
    let before = file.as_bytes().iter().take(byte);
    let line = before.filter(|b| **b == b'\n').count() + 1;
    u32::try_from(line).unwrap_or(u32::MAX)
}

fn template_from(
    file: &str,
    raw: TemplateTable,
    faults: &mut Vec<TemplateFault>,
) -> Option<StandaloneTemplate> {
    fn word<T>(
        file: &str,
        word: &Spanned<String>,
        known: impl Fn(&str) -> Option<T>,
        faults: &mut Vec<TemplateFault>,
    ) -> Option<T> {
        let found = known(word.get_ref());
        if found.is_none() {
            faults.push(
                TemplateFault::of(FaultCode::UnknownWord, TemplatePart::File)
                    .about(word.get_ref())
                    .line(line_of(file, word.span().start)),
            );
        }
        found
    }
    let kind = word(file, &raw.kind, LetterKind::parse, faults);
    let language = word(file, &raw.language, Language::parse, faults);
    let regimes: Vec<Option<Regime>> = raw
        .regimes
        .iter()
        .map(|regime| word(file, regime, Regime::parse, faults))
        .collect();

    let mut parsed_at = |part, at: usize, id: &str, text: &Spanned<String>, whole: bool| {
        // A snippet keeps its outer blanks: it is a part of a sentence.
        let words = text.get_ref();
        let words = if whole { words.trim() } else { words };
        parse(words).unwrap_or_else(|broken| {
            let code = match broken {
                ParseError::Unclosed => FaultCode::Unclosed,
                ParseError::TooDeep => FaultCode::TooDeep,
            };
            let fault = TemplateFault::of(code, part).at(at, id);
            faults.push(fault.line(line_of(file, text.span().start)));
            Vec::new()
        })
    };
    let heading = raw
        .heading
        .into_iter()
        .enumerate()
        .map(|(at, v)| Variant {
            text: parsed_at(TemplatePart::Heading, at, "", &v.text, true),
            when: v.when,
        })
        .collect();
    let blocks = raw
        .block
        .into_iter()
        .enumerate()
        .map(|(at, b)| BlockTemplate {
            text: parsed_at(TemplatePart::Block, at, &b.id, &b.text, true),
            role: if b.role.is_empty() {
                b.id.clone()
            } else {
                b.role
            },
            id: b.id,
            lock: b.lock,
            when: b.when,
            each_demand: b.each_demand,
            shape: b.shape,
        })
        .collect();
    let mut snippets: BTreeMap<String, Vec<Variant>> = BTreeMap::new();
    for s in raw.snippet {
        let variants = snippets.entry(s.name.clone()).or_default();
        let text = parsed_at(
            TemplatePart::Snippet,
            variants.len(),
            &s.name,
            &s.text,
            false,
        );
        variants.push(Variant { when: s.when, text });
    }
    Some(StandaloneTemplate {
        kind: kind?,
        language: language?,
        name: raw.name,
        regimes: regimes.into_iter().flatten().collect(),
        version: raw.version,
        note: raw.note,
        text: TemplateText {
            heading,
            closing: raw.closing,
            blocks,
            snippets,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::file::writing::write_templates;
    use crate::template::program::shipped_standalone;
    use proptest::prelude::*;

    #[test]
    fn a_broken_file_names_its_line() {
        let good = write_templates(&[shipped_standalone(LetterKind::Interim, Language::Ru)]);
        let line = |wrong: &str| {
            let at = good.lines().position(|l| l.starts_with("text = ")).unwrap();
            let mut lines: Vec<&str> = good.lines().collect();
            lines[at] = wrong;
            let faults = read_templates(&lines.join("\n")).unwrap_err();
            assert_eq!(faults[0].line, u32::try_from(at + 1).ok(), "{faults:?}");
            faults[0].code
        };
        assert_eq!(line("text = \"[[ {number}\""), FaultCode::Unclosed);
        assert_eq!(line("text = \"{number\""), FaultCode::Unclosed);
        assert_eq!(line("text = "), FaultCode::NotReadable);
        assert_eq!(line("script = \"rm\""), FaultCode::NotReadable);
        let deep = format!("text = \"{}\"", "[[".repeat(60_000));
        assert_eq!(line(&deep), FaultCode::TooDeep);

        let code = |file: &str| read_templates(file).unwrap_err()[0].code;
        assert_eq!(
            code(&good.replace("\"interim\"", "\"poem\"")),
            FaultCode::UnknownWord
        );
        assert_eq!(
            code(&good.replace("format = 1", "format = 2")),
            FaultCode::NewerFormat
        );
        assert_eq!(code("format = 1"), FaultCode::NotReadable);
        assert_eq!(code(&"#".repeat(MOST_BYTES + 1)), FaultCode::TooLarge);
        assert_eq!(
            code(&format!("format = {}", "[".repeat(100_000))),
            FaultCode::NotReadable
        );
    }

    #[test]
    fn an_unknown_field_of_a_file_is_named_with_its_line() {
        let file =
            "format = 1\n\n[[template]]\nkind = \"interim\"\nlanguage = \"ru\"\ncolour = \"red\"\n";
        let faults = read_templates(file).unwrap_err();
        assert_eq!(faults[0].code, FaultCode::NotReadable);
        assert_eq!(faults[0].line, Some(6));
        assert!(faults[0].name.contains("`colour`"), "{faults:?}");
    }

    proptest! {
        #[test]
        fn no_file_panics(file in "(format = 1\n)?(\\[\\[template\\]\\]\n)?(kind = \"interim\"\nlanguage = \"ru\"\n)?\\PC{0,80}") {
            let _ = read_templates(&file);
        }
    }
}
