//! Templates as files: TOML that a person can read, one template or many, each
//! complete in itself. The register keeps single templates in the same form.

use super::fault::{FaultCode, TemplateFault, TemplatePart};
use super::pieces::{Broken, apart, put_together};
use super::{BlockTemplate, Shape, TemplateText, Variant};
use crate::Lock;
use complaint::{Language, LetterKind, Regime};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;
use toml::Spanned;
use ts_rs::TS;

/// Bytes a file of templates may have. All shipped ones take a third of it.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;
/// Templates a file may hold.
const MOST_SHEETS: usize = 500;
/// The format this program writes, and the newest it reads.
const FORMAT: u32 = 1;

/// One template, complete in itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "TemplateSheet")]
pub struct Sheet {
    /// What letter it makes.
    pub kind: LetterKind,
    /// The language of the letter.
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
    /// What it says.
    pub text: TemplateText,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    format: u32,
    #[serde(default)]
    template: Vec<RawSheet>,
}

/// Read first, so that a file of a newer program is told from a broken one.
#[derive(Deserialize)]
struct RawFormat {
    format: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSheet {
    kind: Spanned<String>,
    language: Spanned<String>,
    #[serde(default)]
    name: String,
    #[serde(default)]
    regimes: Vec<Spanned<String>>,
    #[serde(default)]
    version: u32,
    #[serde(default)]
    note: String,
    #[serde(default)]
    closing: String,
    #[serde(default)]
    heading: Vec<RawVariant>,
    #[serde(default)]
    block: Vec<RawBlock>,
    #[serde(default)]
    snippet: Vec<RawSnippet>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawVariant {
    #[serde(default)]
    when: Vec<String>,
    text: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSnippet {
    name: String,
    #[serde(default)]
    when: Vec<String>,
    text: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBlock {
    id: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    lock: Lock,
    #[serde(default)]
    when: Vec<String>,
    #[serde(default)]
    each_demand: bool,
    #[serde(default)]
    shape: Shape,
    text: Spanned<String>,
}

/// Reads a file of templates. Fields, conditions and what a letter must hold
/// are the business of [`super::faults`].
///
/// # Errors
/// Every fault of the file's form, with its line.
pub fn read_sheets(file: &str) -> Result<Vec<Sheet>, Vec<TemplateFault>> {
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
    let format: RawFormat = toml::from_str(file).map_err(|e| unreadable(&e))?;
    if format.format > FORMAT {
        return Err(whole(FaultCode::NewerFormat));
    }
    let raw: RawFile = toml::from_str(file).map_err(|e| unreadable(&e))?;
    if raw.format < 1 || raw.template.is_empty() {
        return Err(whole(FaultCode::NotReadable));
    }
    if raw.template.len() > MOST_SHEETS {
        return Err(whole(FaultCode::TooLarge));
    }
    let mut faults = Vec::new();
    let sheets: Vec<Option<Sheet>> = raw
        .template
        .into_iter()
        .map(|sheet| sheet_from(file, sheet, &mut faults))
        .collect();
    if faults.is_empty() {
        Ok(sheets.into_iter().flatten().collect())
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

fn sheet_from(file: &str, raw: RawSheet, faults: &mut Vec<TemplateFault>) -> Option<Sheet> {
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
    let kind = word(file, &raw.kind, LetterKind::from_word, faults);
    let language = word(file, &raw.language, Language::from_word, faults);
    let regimes: Vec<Option<Regime>> = raw
        .regimes
        .iter()
        .map(|regime| word(file, regime, Regime::from_word, faults))
        .collect();

    let mut apart_at = |part, at: usize, id: &str, text: &Spanned<String>, whole: bool| {
        // A snippet keeps its outer blanks: it is a part of a sentence.
        let words = text.get_ref();
        let words = if whole { words.trim() } else { words };
        apart(words).unwrap_or_else(|broken| {
            let code = match broken {
                Broken::Unclosed => FaultCode::Unclosed,
                Broken::TooDeep => FaultCode::TooDeep,
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
            text: apart_at(TemplatePart::Heading, at, "", &v.text, true),
            when: v.when,
        })
        .collect();
    let blocks = raw
        .block
        .into_iter()
        .enumerate()
        .map(|(at, b)| BlockTemplate {
            text: apart_at(TemplatePart::Block, at, &b.id, &b.text, true),
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
        let text = apart_at(
            TemplatePart::Snippet,
            variants.len(),
            &s.name,
            &s.text,
            false,
        );
        variants.push(Variant { when: s.when, text });
    }
    Some(Sheet {
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

/// Writes templates to one file.
pub fn print_sheets(sheets: &[Sheet]) -> String {
    let mut out = String::from(
        "# Шаблоны писем программы «Ответ» · Letter templates of Otvet\n\
         # {name} — поле / a field, {=name} — его слова / its words, {>name} — вставка / a snippet,\n\
         # [[ … ]] — пропадает, если данных нет / falls away when something in it is unknown.\n",
    );
    let _ = writeln!(out, "format = {FORMAT}");
    for sheet in sheets {
        print_sheet(sheet, &mut out);
    }
    out
}

fn print_sheet(sheet: &Sheet, out: &mut String) {
    out.push_str("\n[[template]]\n");
    pair(out, "kind", sheet.kind.word());
    pair(out, "language", sheet.language.word());
    pair(out, "name", &sheet.name);
    if !sheet.regimes.is_empty() {
        let regimes: Vec<String> = sheet.regimes.iter().map(|r| r.word().to_owned()).collect();
        list(out, "regimes", &regimes);
    }
    if sheet.version > 0 {
        let _ = writeln!(out, "version = {}", sheet.version);
    }
    if !sheet.note.is_empty() {
        pair(out, "note", &sheet.note);
    }
    pair(out, "closing", &sheet.text.closing);
    for variant in &sheet.text.heading {
        out.push_str("\n[[template.heading]]\n");
        list(out, "when", &variant.when);
        pair(out, "text", &put_together(&variant.text));
    }
    for block in &sheet.text.blocks {
        out.push_str("\n[[template.block]]\n");
        pair(out, "id", &block.id);
        if block.role != block.id {
            pair(out, "role", &block.role);
        }
        pair(
            out,
            "lock",
            match block.lock {
                Lock::Locked => "locked",
                Lock::Guided => "guided",
                Lock::Free => "free",
            },
        );
        list(out, "when", &block.when);
        if block.each_demand {
            out.push_str("each_demand = true\n");
        }
        match shape_word(block.shape) {
            "paragraph" => {}
            word => pair(out, "shape", word),
        }
        pair(out, "text", &put_together(&block.text));
    }
    for (name, variants) in &sheet.text.snippets {
        for variant in variants {
            out.push_str("\n[[template.snippet]]\n");
            pair(out, "name", name);
            list(out, "when", &variant.when);
            pair(out, "text", &put_together(&variant.text));
        }
    }
}

fn shape_word(shape: Shape) -> &'static str {
    match shape {
        Shape::Paragraph => "paragraph",
        Shape::DemandList => "demand_list",
        Shape::QuestionList => "question_list",
        Shape::OfficeTerms => "office_terms",
        Shape::TheirTerms => "their_terms",
        Shape::Persons => "persons",
        Shape::Parties => "parties",
        Shape::StatementHead => "statement_head",
        Shape::FewLines => "few_lines",
        Shape::ManyLines => "many_lines",
    }
}

fn pair(out: &mut String, key: &str, value: &str) {
    out.push_str(key);
    out.push_str(" = ");
    quoted(out, value);
    out.push('\n');
}

fn list(out: &mut String, key: &str, values: &[String]) {
    if values.is_empty() {
        return;
    }
    out.push_str(key);
    out.push_str(" = [");
    for (at, value) in values.iter().enumerate() {
        if at > 0 {
            out.push_str(", ");
        }
        quoted(out, value);
    }
    out.push_str("]\n");
}

/// A basic string of TOML.
fn quoted(out: &mut String, value: &str) {
    out.push('"');
    for c in value.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// The mark of what a template says: version and note do not count.
pub fn source_mark(sheet: &Sheet) -> String {
    let bare = Sheet {
        version: 0,
        note: String::new(),
        ..sheet.clone()
    };
    Sha256::digest(print_sheets(&[bare]))
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

#[cfg(test)]
mod tests {
    use super::super::pieces::{made_up, tidy};
    use super::super::shipped_sheet;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_shipped_template_is_the_same_after_a_way_through_a_file() {
        let mut all = Vec::new();
        for &kind in LetterKind::ALL {
            for &language in Language::ALL {
                all.push(shipped_sheet(kind, language));
            }
        }
        let file = print_sheets(&all);
        assert!(file.len() < MOST_BYTES / 2, "{} bytes", file.len());
        let read = read_sheets(&file).unwrap();
        assert_eq!(read, all);
        assert_eq!(print_sheets(&read), file);
    }

    #[test]
    fn a_broken_file_names_its_line() {
        let good = print_sheets(&[shipped_sheet(LetterKind::Interim, Language::Ru)]);
        let line = |wrong: &str| {
            let at = good.lines().position(|l| l.starts_with("text = ")).unwrap();
            let mut lines: Vec<&str> = good.lines().collect();
            lines[at] = wrong;
            let faults = read_sheets(&lines.join("\n")).unwrap_err();
            assert_eq!(faults[0].line, u32::try_from(at + 1).ok(), "{faults:?}");
            faults[0].code
        };
        assert_eq!(line("text = \"[[ {number}\""), FaultCode::Unclosed);
        assert_eq!(line("text = \"{number\""), FaultCode::Unclosed);
        assert_eq!(line("text = "), FaultCode::NotReadable);
        assert_eq!(line("script = \"rm\""), FaultCode::NotReadable);
        let deep = format!("text = \"{}\"", "[[".repeat(60_000));
        assert_eq!(line(&deep), FaultCode::TooDeep);

        let code = |file: &str| read_sheets(file).unwrap_err()[0].code;
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

    fn variant() -> impl Strategy<Value = Variant> {
        let when = prop::collection::vec("[a-z:|!\"\\\\]{0,12}", 0..3);
        (when, made_up::pieces()).prop_map(|(when, text)| Variant {
            when,
            text: tidy(&text),
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
                v.text = tidy(&v.text);
                v
            };
            use crate::template::Piece;
            let sheet = Sheet {
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
                            shape: Shape::Paragraph,
                            text: v.text,
                        }
                    }).collect(),
                    snippets,
                },
            };
            let read = read_sheets(&print_sheets(std::slice::from_ref(&sheet))).unwrap();
            prop_assert_eq!(&read[0], &sheet);
            prop_assert_eq!(source_mark(&read[0]), source_mark(&sheet));
        }

        #[test]
        fn no_file_panics(file in "(format = 1\n)?(\\[\\[template\\]\\]\n)?(kind = \"interim\"\nlanguage = \"ru\"\n)?\\PC{0,80}") {
            let _ = read_sheets(&file);
        }
    }
}
