//! Enclosures as a letter names them.

use crate::text::EnclosureLine;
use crate::words::clean::clean_line;
use complaint::Language;

/// An enclosure as the letter names it: «Акт осмотра на 2 л. в 1 экз.».
pub fn enclosure(line: &EnclosureLine, language: Language) -> String {
    let name = clean_line(&line.name);
    if name.is_empty() {
        return name;
    }
    let copies = line.copies.max(1);
    match (language, line.pages) {
        (Language::Ru, Some(pages)) => format!("{name} на {pages} л. в {copies} экз."),
        (Language::Ru, None) => format!("{name} в {copies} экз."),
        (Language::En, Some(pages)) => {
            let sheets = if pages == 1 { "sheet" } else { "sheets" };
            format!("{name}, {pages} {sheets}, {}", copies_en(copies))
        }
        (Language::En, None) => format!("{name}, {}", copies_en(copies)),
    }
}

fn copies_en(copies: u32) -> String {
    if copies == 1 {
        "1 copy".to_owned()
    } else {
        format!("{copies} copies")
    }
}
