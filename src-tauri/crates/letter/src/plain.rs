//! A letter as plain text: for the body of a mail, and wherever type is not to be had.

use crate::document::enclosure;
use crate::names;
use crate::phrases::phrases;
use crate::text::{Content, LetterText, Line, printed};
use russian::requisites::phone_readable;

/// The letter from salutation to executor, without the letterhead. Paragraphs
/// are parted by an empty line; the text ends with a line end.
pub fn plain_text(letter: &LetterText) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.push(letter.salutation.clone());
    parts.extend(letter.blocks.iter().map(|b| content(&b.content)));
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
        let signed = names::signed(&signer.name, letter.language);
        parts.push(not_empty(&[signer.role.trim(), &signed]).join("\n"));
    }
    let alone = letter.signers.is_empty();
    let signed = names::signed(&letter.signatory.name, letter.language);
    let signature = [letter.closing.trim(), letter.signatory.post.trim(), &signed];
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

fn line_text(line: &Line) -> String {
    printed(line).concat()
}

fn content(content: &Content) -> String {
    let lines: Vec<String> = match content {
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
                let cells: Vec<String> = row.iter().map(line_text).collect();
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
