//! The paragraphs about the points of the complaint, one for each.

use super::exhibits::refer;
use super::spans::first_line;
use crate::case::{AllegationForLetter, CaseForLetter, Exhibit};
use crate::facts::Facts;
use crate::template::{BlockTemplate, Template};
use crate::text::{Block, Content};

/// A block for each point, in their order.
pub fn points(template: &Template, block: &BlockTemplate, facts: Facts<'_>) -> Vec<Block> {
    let all = facts.case.points.iter().enumerate();
    all.map(|(at, point)| {
        let about = Facts {
            point: Some((at + 1, point)),
            ..facts
        };
        let mut spans = first_line(template, &block.text, about);
        refer(&mut spans, &kept_here(facts.case, point), facts.language);
        Block {
            id: point.block(),
            lock: block.lock,
            role: point.block(),
            content: Content::Paragraph { spans },
        }
    })
    .collect()
}

/// What a point was established by and the reader is not sent.
fn kept_here(case: &CaseForLetter, point: &AllegationForLetter) -> Vec<Exhibit> {
    let sent = |e: &&Exhibit| case.enclosures.iter().any(|one| one.exhibit == e.exhibit);
    let kept = point.exhibits.iter().filter(|e| !sent(e));
    kept.cloned().collect()
}
