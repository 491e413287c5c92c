//! What papers are put together from: paragraphs, titles, cells, columns.

use complaint::Language;

/// A paragraph flush left without an indent.
pub fn plain(text: impl Into<String>) -> press::Block {
    press::Block::aligned(press::Align::Left, vec![press::Span::plain(text)])
}

/// The same in smaller type.
pub fn small(text: impl Into<String>) -> press::Block {
    press::Block::Paragraph(press::Paragraph {
        spans: vec![press::Span::plain(text)],
        align: press::Align::Left,
        indent: Some(0.0),
        scale: Some(0.8),
        ..press::Paragraph::default()
    })
}

/// A title: centred, bold.
pub fn title(text: impl Into<String>) -> press::Block {
    press::Block::Heading {
        level: 1,
        spans: vec![press::Span::plain(text)],
    }
}

/// A cell of words.
pub fn cell(text: impl Into<String>) -> press::Cell {
    press::Cell {
        spans: vec![press::Span::plain(text)],
    }
}

/// A cell that holds a number or a hash, kept as it is.
pub fn code(text: impl Into<String>) -> press::Cell {
    press::Cell {
        spans: vec![press::Span::name(text)],
    }
}

/// A column of that many millimetres.
pub fn column(mm: f32, align: press::Align) -> press::Column {
    press::Column {
        width: press::Width::Mm(mm),
        align,
    }
}

/// A column that takes its part of what the others leave.
pub fn flexible(part: f32) -> press::Column {
    press::Column {
        width: press::Width::Share(part),
        align: press::Align::Left,
    }
}

/// A hash on two lines of thirty-two signs.
pub fn split_hash(hash: &str) -> String {
    let signs: Vec<char> = hash.chars().collect();
    let lines: Vec<String> = signs.chunks(32).map(|c| c.iter().collect()).collect();
    lines.join("\n")
}

/// «2 л.», "2 sheets".
pub fn sheets(count: u32, language: Language) -> String {
    match language {
        Language::Ru => format!("{count}\u{a0}л."),
        Language::En if count == 1 => "1 sheet".to_owned(),
        Language::En => format!("{count} sheets"),
    }
}
