//! A letter as plain text: for the body of a mail, and wherever type is not to be had.

use super::enclosure::enclosure;
use super::exhibit_notes::Places;
use crate::names::signatory::signed;
use crate::text::{Content, LetterText, Line, Span, printed};
use crate::words::phrases::phrases;
use russian::requisites::phone_readable;

/// The letter from salutation to executor, without the letterhead. Paragraphs
/// are parted by an empty line; the text ends with a line end.
pub fn plain_text(letter: &LetterText) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.push(letter.salutation.clone());
    let shown: Vec<u32> = letter
        .blocks
        .iter()
        .filter_map(|b| b.content.figure())
        .collect();
    let places = Places::of(letter, &shown);
    let mut notes: Vec<String> = Vec::new();
    let blocks = letter.blocks.iter();
    parts.extend(blocks.map(|b| content(&b.content, &mut notes, &places)));
    let numbered = notes.iter().enumerate();
    let numbered: Vec<String> = numbered
        .map(|(n, note)| format!("[{}] {note}", n + 1))
        .collect();
    parts.push(numbered.join("\n"));
    let items: Vec<String> = letter
        .enclosures
        .iter()
        .map(|e| enclosure(e, letter.language))
        .collect();
    let label = phrases(letter.language).frame("enclosures");
    match items.as_slice() {
        [] => {}
        [one] => parts.push(format!("{label}: {one}")),
        many => {
            let lines = many.iter().enumerate();
            let lines: Vec<String> = lines.map(|(n, i)| format!("{}. {i}", n + 1)).collect();
            parts.push(format!("{label}:\n{}", lines.join("\n")));
        }
    }
    for signer in &letter.signers {
        let signed_by = signed(&signer.name, letter.language);
        parts.push(not_empty(&[signer.role.trim(), &signed_by]).join("\n"));
    }
    let alone = letter.signers.is_empty();
    let signed_by = signed(&letter.signatory.name, letter.language);
    let signature = [
        letter.closing.trim(),
        letter.signatory.post.trim(),
        &signed_by,
    ];
    if alone {
        parts.push(not_empty(&signature).join("\n"));
    }
    if let Some(executor) = &letter.executor {
        parts.push(
            not_empty(&[
                executor.name.trim(),
                phone_readable(&executor.phone).as_str(),
            ])
            .join("\n"),
        );
    }
    parts.retain(|p| !p.trim().is_empty());
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

fn not_empty<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    lines.iter().copied().filter(|l| !l.is_empty()).collect()
}

/// The line with numbers in brackets where it refers to exhibits.
fn line_text(line: &Line, notes: &mut Vec<String>, places: &Places<'_>) -> String {
    let mut text = String::new();
    let mut together: Vec<(u32, &str)> = Vec::new();
    let words = printed(line);
    for (span, words) in line.iter().zip(&words) {
        if let Span::Reference { exhibit, name } = span {
            together.push((*exhibit, name));
            continue;
        }
        cite(&mut text, &mut together, notes, places);
        text.push_str(words);
    }
    cite(&mut text, &mut together, notes, places);
    text
}

/// Puts the number of a note behind the words that rest on it; references that
/// stand side by side share one.
fn cite(
    text: &mut String,
    together: &mut Vec<(u32, &str)>,
    notes: &mut Vec<String>,
    places: &Places<'_>,
) {
    if together.is_empty() {
        return;
    }
    let note = places.notes(together);
    together.clear();
    let number = notes.iter().position(|n| *n == note).unwrap_or_else(|| {
        notes.push(note);
        notes.len() - 1
    });
    let kept = text.trim_end().len();
    let tail = text.split_off(kept);
    text.push_str(&format!(" [{}]{tail}", number + 1));
}

fn content(content: &Content, notes: &mut Vec<String>, places: &Places<'_>) -> String {
    let mut line_text = |line: &Line| line_text(line, notes, places);
    let lines: Vec<String> = match content {
        // The picture itself stays in the letter's file.
        Content::Figure { exhibit, caption } => {
            vec![format!(
                "[{}{}]",
                places.figure_label(*exhibit),
                line_text(caption)
            )]
        }
        Content::Paragraph { spans } => vec![line_text(spans)],
        Content::NumberedList { items } => {
            let items = items.iter().enumerate();
            items
                .map(|(n, i)| format!("{}. {}", n + 1, line_text(i)))
                .collect()
        }
        Content::DashedList { items } => items
            .iter()
            .map(|i| format!("– {}", line_text(i)))
            .collect(),
        Content::Table { rows, .. } => rows
            .iter()
            .map(|row| {
                let cells: Vec<String> = row.iter().map(&mut line_text).collect();
                cells.join(" | ")
            })
            .collect(),
        Content::Quote { paragraphs } => paragraphs
            .iter()
            .map(|p| format!("> {}", line_text(p)))
            .collect(),
    };
    lines.join("\n")
}
