//! The blocks of a letter's body, written from those of its template.

use super::exhibits::refer;
use super::list::settlement_terms;
use super::parties::parties;
use super::persons::persons;
use super::points::points;
use super::spans::{add_words, first_line, lines};
use super::statement::{FEW, MANY, ruled_lines, statement_head};
use crate::case::TermBy;
use crate::facts::Facts;
use crate::template::{BlockShape, BlockTemplate, Template};
use crate::text::{Block, Content, Line, Span};
use crate::words::clean::clean_line;
use complaint::Language;

/// The blocks of the body, those about demands together, demand by demand.
pub fn blocks(template: &Template, facts: Facts<'_>) -> Vec<Block> {
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
    if block.shape == BlockShape::Points {
        out.extend(points(template, block, facts));
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
        BlockShape::Paragraph => {
            let lines = lines(template, &block.text, facts);
            for (at, spans) in lines.into_iter().enumerate() {
                let id = match at {
                    0 => id.clone(),
                    _ => format!("{id}/{}", at + 1),
                };
                push(id, Content::Paragraph { spans });
            }
        }
        BlockShape::DemandList => push(id, demand_list(template, block, facts)),
        BlockShape::QuestionList => push(id, question_list(facts)),
        BlockShape::OfficeTerms | BlockShape::TheirTerms => {
            let by = if block.shape == BlockShape::OfficeTerms {
                TermBy::Office
            } else {
                TermBy::Complainant
            };
            let item = |facts: Facts<'_>| first_line(template, &block.text, facts);
            push(id, settlement_terms(by, facts, item));
        }
        BlockShape::Points => {}
        BlockShape::Persons => push(id, persons(facts)),
        BlockShape::Parties => push(id, parties(facts)),
        BlockShape::StatementHead => push(id, statement_head(facts)),
        BlockShape::FewLines => push(id, ruled_lines(FEW)),
        BlockShape::ManyLines => push(id, ruled_lines(MANY)),
    }
}

/// A dashed list with an item for each demand.
fn demand_list(template: &Template, block: &BlockTemplate, facts: Facts<'_>) -> Content {
    let count = facts.case.demands.len();
    let demands = facts.case.demands.iter().enumerate();
    let items = demands
        .map(|(at, d)| {
            let mut item = first_line(template, &block.text, facts.about(at + 1, d));
            // Who is told the decision is told what it rests on.
            let decided = format!("demand:{}.decision", d.id);
            let tells = |s: &Span| matches!(s, Span::Field { name, .. } if *name == decided);
            if item.iter().any(tells) {
                refer(&mut item, &d.evidence, facts.language);
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
    Content::DashedList { items }
}

/// A numbered list with an item for each question.
fn question_list(facts: Facts<'_>) -> Content {
    let label = facts.label("question");
    let mut items: Vec<Line> = Vec::new();
    for question in &facts.case.writer_words.questions {
        let question = clean_line(question);
        if !question.is_empty() {
            items.push(vec![Span::text(question)]);
        }
    }
    if items.is_empty() {
        items.push(vec![Span::field("question", label, None)]);
    }
    Content::NumberedList { items }
}
