//! The blocks of the body, ready to be set.

use super::exhibit_notes::Places;
use crate::text::{Block, Content, Line, Span, printed};
use crate::words::clean::{clean, clean_line};
use crate::words::phrases::phrases;
use complaint::Language;

/// Greatest width and height of a photograph in the text, mm: two of them share a
/// page with some words.
const FIGURE: (f32, f32) = (110.0, 80.0);
pub fn block(
    block: &Block,
    places: &Places<'_>,
    shown: &[(u32, &Vec<u8>)],
    language: Language,
) -> press::Block {
    let line = |spans: &Line| line(spans, places);
    let item = |spans: &Line| press::Block::spans(line(spans));
    match &block.content {
        Content::Figure { exhibit, caption } => {
            let caption = printed(caption).concat();
            let Some((_, bytes)) = shown.iter().find(|(e, _)| e == exhibit) else {
                let missing = phrases(language).frame("no_picture");
                return press::Block::text(format!("[{missing}{}]", clean_line(&caption)));
            };
            let picture = press::Picture::new((*bytes).clone(), clean_line(&caption));
            let under = format!("{}{}", places.figure_label(*exhibit), clean_line(&caption));
            let (wide, tall) = press::dimensions(bytes).unwrap_or((1, 1));
            let width = FIGURE.0.min(FIGURE.1 * wide as f32 / tall.max(1) as f32);
            press::Block::figure(picture.width_mm(width), under)
        }
        Content::Paragraph { spans } => press::Block::spans(line(spans)),
        Content::NumberedList { items } => press::Block::List {
            marker: press::Marker::Numbered { start: 1 },
            items: items.iter().map(|i| vec![item(i)]).collect(),
        },
        Content::DashedList { items } => press::Block::List {
            marker: press::Marker::Dashed,
            items: items.iter().map(|i| vec![item(i)]).collect(),
        },
        Content::Table { head, rows } => {
            let row = |cells: &Vec<Line>| -> Vec<press::Cell> {
                cells
                    .iter()
                    .map(|c| press::Cell { spans: line(c) })
                    .collect()
            };
            let split = usize::from(*head).min(rows.len());
            let (head, rest) = rows.split_at(split);
            press::Block::Table(press::Table {
                columns: columns(rows),
                head: head.iter().map(row).collect(),
                rows: rest.iter().map(row).collect(),
            })
        }
        Content::Quote { paragraphs } => press::Block::Quote {
            blocks: paragraphs.iter().map(item).collect(),
        },
    }
}

/// A table with a cell left blank is a form: its second column has room to
/// write in. Any other takes the widths its content asks for.
fn columns(rows: &[Vec<Line>]) -> Vec<press::Column> {
    let form = rows.iter().all(|row| row.len() == 2)
        && rows.iter().any(|row| row.iter().any(Vec::is_empty));
    if !form {
        return Vec::new();
    }
    let share = |share| press::Column {
        width: press::Width::Share(share),
        align: press::Align::default(),
    };
    vec![share(2.0), share(3.0)]
}

fn line(spans: &Line, places: &Places<'_>) -> Vec<press::Span> {
    let mut out: Vec<press::Span> = Vec::with_capacity(spans.len());
    let mut together: Vec<(u32, &str)> = Vec::new();
    for (span, text) in spans.iter().zip(printed(spans)) {
        let set = match span {
            Span::Reference { exhibit, name } => {
                together.push((*exhibit, name));
                continue;
            }
            Span::Text { bold, italic, .. } | Span::Field { bold, italic, .. } => press::Span {
                bold: *bold,
                italic: *italic,
                ..press::Span::plain(clean_run(&text))
            },
            Span::Break => press::Span::plain("\n"),
        };
        cite(&mut out, &mut together, places);
        out.push(set);
    }
    cite(&mut out, &mut together, places);
    out
}

/// Hangs a note on the words before it; references that stand side by side share one.
fn cite(out: &mut Vec<press::Span>, together: &mut Vec<(u32, &str)>, places: &Places<'_>) {
    if together.is_empty() {
        return;
    }
    let note = places.notes(together);
    together.clear();
    match out.last_mut() {
        Some(words) if words.text != "\n" => words.note = Some(note),
        _ => out.push(press::Span::plain("").resting_on(note)),
    }
}

/// A run keeps the blanks at its ends: its neighbours rely on them.
fn clean_run(text: &str) -> String {
    let inner = clean(text);
    if inner.is_empty() {
        return if text.is_empty() { "" } else { " " }.to_owned();
    }
    let blank = |c: Option<char>| c.is_some_and(|c| c.is_whitespace());
    format!(
        "{}{inner}{}",
        if blank(text.chars().next()) { " " } else { "" },
        if blank(text.chars().next_back()) {
            " "
        } else {
            ""
        }
    )
}
