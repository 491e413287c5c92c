//! Documents of the case in the text: references to what a finding rests on,
//! and photographs shown among the words.

use crate::case::{CaseForLetter, Exhibit};
use crate::text::{Block, Content, Line, Lock, Span};
use crate::words::clean::clean_line;
use crate::words::sentence::fragment;
use complaint::Language;

/// Blocks that say what was found, where no demand says it.
const FINDINGS: [&str; 2] = ["findings", "answer"];

/// Puts references behind the words that the documents prove, and photographs
/// behind the answers they belong to.
pub fn place(blocks: &mut Vec<Block>, case: &CaseForLetter, language: Language) {
    for demand in &case.demands {
        let named = |part: &str| format!("demand:{}/{part}", demand.id);
        let place = last_of(blocks, &named("reasons"))
            .or_else(|| last_of(blocks, &named("decision")))
            .and_then(|at| blocks[at].content.lines_mut().pop());
        if let Some(line) = place {
            refer(line, &demand.evidence, language);
        }
    }
    let found = FINDINGS.iter().find_map(|id| last_of(blocks, id));
    if let Some(line) = found.and_then(|at| blocks[at].content.lines_mut().pop()) {
        refer(line, &case.findings_evidence, language);
    }
    for figure in &case.figures {
        show(blocks, figure, case);
    }
}

/// The last block made from the template's block of that id: a value of several
/// paragraphs makes several.
fn last_of(blocks: &[Block], id: &str) -> Option<usize> {
    blocks.iter().rposition(|b| {
        let rest = b.id.strip_prefix(id);
        rest.is_some_and(|r| r.is_empty() || r.starts_with('/'))
    })
}

/// Adds references at the end of a line. In Russian the mark stands before the
/// full stop, unless that is an abbreviation's; in English behind it.
pub fn refer(line: &mut Line, exhibits: &[Exhibit], language: Language) {
    if exhibits.is_empty() {
        return;
    }
    let stop = match line.last_mut() {
        Some(Span::Text { text, bold, italic })
            if language == Language::Ru
                && text.ends_with('.')
                && (text.len() == 1 || fragment(text).len() < text.trim().len()) =>
        {
            text.pop();
            Some(Span::Text {
                text: ".".to_owned(),
                bold: *bold,
                italic: *italic,
            })
        }
        _ => None,
    };
    if matches!(line.last(), Some(Span::Text { text, .. }) if text.is_empty()) {
        line.pop();
    }
    line.extend(exhibits.iter().map(|e| Span::Reference {
        exhibit: e.exhibit,
        name: clean_line(&e.name),
    }));
    line.extend(stop);
}

/// Puts a photograph behind the answer that rests on it, else behind what was
/// found, else behind the last answer or at the end of the text.
fn show(blocks: &mut Vec<Block>, figure: &Exhibit, case: &CaseForLetter) {
    let proves = |evidence: &[Exhibit]| evidence.iter().any(|e| e.exhibit == figure.exhibit);
    let figures = |role: &str| format!("{role}/figure:{}", figure.exhibit);
    let mut role = String::new();
    let mut after = None;
    if let Some(demand) = case.demands.iter().find(|d| proves(&d.evidence)) {
        role = format!("demand:{}", demand.id);
        after = blocks.iter().rposition(|b| {
            let ours = b.id.strip_prefix(&format!("{role}/"));
            ours.is_some_and(|part| part.starts_with("reasons") || part.starts_with("figure"))
        });
        after = after.or_else(|| blocks.iter().rposition(|b| b.role == role));
    }
    if after.is_none()
        && let Some(point) = case.points.iter().find(|p| proves(&p.exhibits))
    {
        role = point.block();
        after = blocks.iter().rposition(|b| b.role == role);
    }
    if after.is_none() {
        role.clear();
        after = FINDINGS.iter().find_map(|id| last_of(blocks, id));
    }
    if after.is_none() {
        after = blocks.iter().rposition(|b| b.role.starts_with("demand:"));
    }
    // Several photographs of one place keep the order they were chosen in.
    let mut at = after.map_or(blocks.len(), |at| at + 1);
    while blocks
        .get(at)
        .is_some_and(|b| matches!(b.content, Content::Figure { .. }))
    {
        at += 1;
    }
    let id = if role.is_empty() {
        format!("figure:{}", figure.exhibit)
    } else {
        figures(&role)
    };
    if blocks.iter().any(|b| b.id == id) {
        return;
    }
    blocks.insert(
        at,
        Block {
            id,
            lock: Lock::Guided,
            role,
            content: Content::Figure {
                exhibit: figure.exhibit,
                caption: vec![Span::text(clean_line(&figure.name))],
            },
        },
    );
}
