//! Writing a letter from a case.

use crate::facts::Facts;
use crate::made::{Made, marks};
use crate::phrases::phrases;
use crate::template::{BlockTemplate, Piece, Shape, Template, shipped};
use crate::text::{Block, Content, EnclosureLine, LetterText, Line, Span, after_stop, line_text};
use crate::words::clean_line;
use crate::{CaseForLetter, exhibits, names, shapes};
use complaint::{Goes, Language, LetterKind};

/// How deep snippets may stand within snippets.
const DEPTH: u8 = 4;
/// Paragraphs that one value may become; what is more stays in the last one.
const PARAGRAPHS: usize = 40;

/// Writes the letter of that kind from the case. What the case does not hold
/// becomes a field without a value, never an invented fact.
pub fn compose(kind: LetterKind, language: Language, case: &CaseForLetter) -> LetterText {
    compose_from(shipped(kind, language), kind, language, case)
}

/// The same from a given template.
pub fn compose_from(
    template: &Template,
    kind: LetterKind,
    language: Language,
    case: &CaseForLetter,
) -> LetterText {
    let facts = Facts::of(case, language);
    let mut blocks = blocks(template, facts);
    exhibits::place(&mut blocks, case, language);
    let heading = template
        .heading
        .iter()
        .find(|v| facts.hold(&v.when))
        .map(|v| line_text(&first_line(template, &v.text, facts)))
        .unwrap_or_default();
    let requisites = &case.office.requisites;
    let promises = matches!(kind, LetterKind::Interim | LetterKind::Acknowledgement);
    let mut letter = LetterText {
        kind,
        language,
        heading,
        salutation: salutation(kind, case, language),
        addressee: addressee(kind, case, language),
        blocks,
        closing: template.closing.clone(),
        enclosures: enclosures(case),
        signatory: names::signatory(&requisites.signatory, language),
        signers: shapes::signers(kind, case, language),
        executor: requisites.executor.clone().filter(|_| !kind.is_paper()),
        expected: case.expected.filter(|_| promises),
        made: Made::default(),
    };
    letter.made = Made {
        template: template.name.clone(),
        version: template.version,
        source: template.source.clone(),
        own: template.own,
        heading: letter.heading.clone(),
        salutation: letter.salutation.clone(),
        addressee: letter.addressee.clone(),
        closing: letter.closing.clone(),
        enclosures: letter.enclosures.clone(),
        signatory: letter.signatory.clone(),
        executor: letter.executor.clone(),
        blocks: marks(&letter.blocks),
    };
    letter
}

fn salutation(kind: LetterKind, case: &CaseForLetter, language: Language) -> String {
    match kind.goes() {
        Goes::ToComplainant => names::salutation(
            &names::with_kept(&case.complainant, case, language),
            language,
        ),
        Goes::ToOther => names::recipient_salutation(&case.particulars.recipient, case, language),
        Goes::Nowhere => String::new(),
    }
}

fn addressee(kind: LetterKind, case: &CaseForLetter, language: Language) -> Vec<String> {
    let (mut lines, address, email) = match kind.goes() {
        Goes::ToComplainant => {
            let who = &case.complainant;
            (
                vec![names::addressee(
                    &names::with_kept(who, case, language),
                    language,
                )],
                &who.address,
                &who.email,
            )
        }
        Goes::ToOther => {
            let who = &case.particulars.recipient;
            (
                names::recipient_addressee(who, case, language),
                &who.address,
                &who.email,
            )
        }
        Goes::Nowhere => return Vec::new(),
    };
    lines.extend(address.lines().map(clean_line));
    if address.trim().is_empty() {
        let email = clean_line(email);
        if !email.is_empty() {
            lines.push(format!("{}{email}", phrases(language).frame("email")));
        }
    }
    lines.retain(|l| !l.is_empty());
    lines
}

fn enclosures(case: &CaseForLetter) -> Vec<EnclosureLine> {
    case.enclosures
        .iter()
        .map(|e| EnclosureLine {
            exhibit: Some(e.exhibit),
            name: clean_line(&e.name),
            pages: e.pages,
            copies: e.copies.max(1),
        })
        .collect()
}

fn blocks(template: &Template, facts: Facts<'_>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    let mut rest = template.blocks.as_slice();
    while let Some(first) = rest.first() {
        if !first.each_demand {
            rest = &rest[1..];
            write_block(template, first, facts, &mut out);
            continue;
        }
        // All blocks about a demand stand together, demand by demand.
        let run = rest.iter().take_while(|b| b.each_demand).count();
        let (each, after) = rest.split_at(run);
        rest = after;
        for (at, demand) in facts.case.demands.iter().enumerate() {
            for block in each {
                write_block(template, block, facts.about(at + 1, demand), &mut out);
            }
        }
    }
    out
}

fn write_block(template: &Template, block: &BlockTemplate, facts: Facts<'_>, out: &mut Vec<Block>) {
    let (id, role) = match facts.demand {
        Some((_, d)) => (
            format!("demand:{}/{}", d.id, block.id),
            format!("demand:{}", d.id),
        ),
        None => (block.id.clone(), block.role.clone()),
    };
    if out.iter().any(|b| b.id == id) || !facts.hold(&block.when) {
        return;
    }
    let mut push = |id: String, content: Content| {
        out.push(Block {
            id,
            lock: block.lock,
            role: role.clone(),
            content,
        });
    };
    match block.shape {
        Shape::Paragraph => {
            let lines = lines(template, &block.text, facts);
            for (at, spans) in lines.into_iter().enumerate() {
                let id = match at {
                    0 => id.clone(),
                    _ => format!("{id}/{}", at + 1),
                };
                push(id, Content::Paragraph { spans });
            }
        }
        Shape::DemandList => {
            let count = facts.case.demands.len();
            let demands = facts.case.demands.iter().enumerate();
            let items = demands
                .map(|(at, d)| {
                    let mut item = first_line(template, &block.text, facts.about(at + 1, d));
                    // Who is told the decision is told what it rests on.
                    let decided = format!("demand:{}.decision", d.id);
                    let tells =
                        |s: &Span| matches!(s, Span::Field { name, .. } if *name == decided);
                    if item.iter().any(tells) {
                        exhibits::refer(&mut item, &d.evidence, facts.language);
                    }
                    let last = at + 1 == count;
                    match (facts.language, last) {
                        (Language::Ru, false) => add_words(&mut item, ";", false, false),
                        (_, true) => add_words(&mut item, ".", false, false),
                        (Language::En, false) => {}
                    }
                    item
                })
                .collect();
            push(id, Content::DashedList { items });
        }
        Shape::QuestionList => {
            let label = facts.label("question");
            let mut items: Vec<Line> = Vec::new();
            for question in &facts.case.questions {
                let question = clean_line(question);
                if !question.is_empty() {
                    items.push(vec![Span::text(question)]);
                }
            }
            if items.is_empty() {
                items.push(vec![Span::field("question", label, None)]);
            }
            push(id, Content::NumberedList { items });
        }
        shape => {
            let item = |facts: Facts<'_>| first_line(template, &block.text, facts);
            if let Some(content) = shapes::content(shape, facts, item) {
                push(id, content);
            }
        }
    }
}

/// The text written out as one line; further paragraphs of a value follow
/// after a break.
fn first_line(template: &Template, text: &[Piece], facts: Facts<'_>) -> Line {
    let mut joined = Line::new();
    for (at, mut line) in lines(template, text, facts).into_iter().enumerate() {
        if at > 0 {
            joined.push(Span::Break);
        }
        joined.append(&mut line);
    }
    joined
}

/// The text written out; a `\n` in a value starts a new line.
fn lines(template: &Template, text: &[Piece], facts: Facts<'_>) -> Vec<Line> {
    let mut flat = Line::new();
    write(template, text, facts, &mut flat, DEPTH);
    let mut lines = vec![Line::new()];
    for span in flat {
        match span {
            Span::Break if lines.len() < PARAGRAPHS => lines.push(Line::new()),
            span => {
                if let Some(line) = lines.last_mut() {
                    line.push(span);
                }
            }
        }
    }
    for line in &mut lines {
        trim(line);
    }
    lines.retain(|l| !l.is_empty());
    lines
}

fn write(template: &Template, pieces: &[Piece], facts: Facts<'_>, out: &mut Line, depth: u8) {
    for piece in pieces {
        match piece {
            Piece::Words { text, bold, italic } => add_words(out, text, *bold, *italic),
            Piece::Value {
                name,
                inline,
                bold,
                italic,
            } => match (facts.value(name), inline) {
                (Some(value), true) => {
                    for (at, line) in value.split('\n').enumerate() {
                        if at > 0 {
                            out.push(Span::Break);
                        }
                        add_words(out, line, *bold, *italic);
                    }
                }
                (value, _) => out.push(Span::Field {
                    name: facts.field_name(name),
                    label: facts.label(name),
                    value: value.map(|v| v.replace('\n', " ")),
                    by_hand: false,
                    bold: *bold,
                    italic: *italic,
                }),
            },
            Piece::Snippet(name) => {
                let variants = template.snippets.get(name).into_iter().flatten();
                let fitting = variants.into_iter().find(|v| facts.hold(&v.when));
                if let Some(variant) = fitting.filter(|_| depth > 0) {
                    write(template, &variant.text, facts, out, depth - 1);
                }
            }
            Piece::Optional(inner) => {
                if all_known(inner, facts) {
                    write(template, inner, facts, out, depth);
                }
            }
        }
    }
}

fn all_known(pieces: &[Piece], facts: Facts<'_>) -> bool {
    pieces.iter().all(|p| match p {
        Piece::Value { name, .. } => facts.value(name).is_some(),
        Piece::Words { .. } | Piece::Snippet(_) | Piece::Optional(_) => true,
    })
}

/// Adds words, joined to the last run when it has the same style.
fn add_words(out: &mut Line, words: &str, is_bold: bool, is_italic: bool) {
    // «… 2026 г.» closes the sentence with its own full stop.
    let words = match out.last() {
        Some(Span::Field {
            value: Some(value), ..
        }) => after_stop(value, words),
        _ => words,
    };
    if words.is_empty() {
        return;
    }
    if let Some(Span::Text { text, bold, italic }) = out.last_mut()
        && *bold == is_bold
        && *italic == is_italic
    {
        text.push_str(words);
    } else {
        out.push(Span::Text {
            text: words.to_owned(),
            bold: is_bold,
            italic: is_italic,
        });
    }
}

/// Takes blanks off both ends of a line.
fn trim(line: &mut Line) {
    while let Some(Span::Text { text, .. }) = line.first_mut() {
        *text = text.trim_start().to_owned();
        if !text.is_empty() {
            break;
        }
        line.remove(0);
    }
    while let Some(Span::Text { text, .. }) = line.last_mut() {
        *text = text.trim_end().to_owned();
        if !text.is_empty() {
            break;
        }
        line.pop();
    }
}
