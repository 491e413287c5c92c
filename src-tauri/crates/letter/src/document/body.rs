//! The blocks of the body, ready to be set.

use super::exhibit_notes::Places;
use crate::text::{Block, Content, Line, Span, line_text, printed};
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
                columns: columns(rows, split),
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
/// write in. In any other, columns of sums and numbers stand flush right, so that their digits stand
/// below one another, and all take the widths their content asks for.
fn columns(rows: &[Vec<Line>], head: usize) -> Vec<press::Column> {
    let form = rows.iter().all(|row| row.len() == 2)
        && rows.iter().any(|row| row.iter().any(Vec::is_empty));
    if form {
        return [2.0, 3.0]
            .map(|share| press::Column {
                width: press::Width::Share(share),
                align: press::Align::default(),
            })
            .to_vec();
    }
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let of_numbers = |at: usize| {
        let cells = rows.iter().skip(head).filter_map(|row| row.get(at));
        let mut told = cells
            .map(|cell| line_text(cell))
            .filter(|text| !text.trim().is_empty());
        let mut any = false;
        told.all(|text| {
            any = true;
            is_number(&text)
        }) && any
    };
    let numbers: Vec<bool> = (0..count).map(|at| at > 0 && of_numbers(at)).collect();
    if !numbers.contains(&true) {
        return Vec::new();
    }
    let column = |number: bool| press::Column {
        width: press::Width::Auto,
        align: if number {
            press::Align::Right
        } else {
            press::Align::Left
        },
    };
    numbers.into_iter().map(column).collect()
}

/// Whether a cell holds a number or a sum and nothing else: «12 901,50», «4 590 руб.», «—».
fn is_number(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let mut rest = bare.as_str();
    for unit in ["RUB", "₽", "−", "-", "+"] {
        rest = rest.strip_prefix(unit).unwrap_or(rest);
    }
    for unit in ["коп.", "коп", "руб.", "руб", "₽", "%", "RUB"] {
        rest = rest.strip_suffix(unit).unwrap_or(rest);
    }
    let rest = rest.replace("руб.", "");
    matches!(bare.as_str(), "—" | "–" | "-")
        || rest.starts_with(|c: char| c.is_ascii_digit())
            && rest
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '\''))
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
