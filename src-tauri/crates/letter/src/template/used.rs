//! Which blocks of a template a case makes use of, for the editor to show.

use super::model::{BlockTemplate, TemplateText};
use crate::case::CaseForLetter;
use crate::facts::Facts;
use complaint::Language;

/// For each block, whether it stands in the letter that this case gives: its
/// conditions hold and no variant before it was taken.
pub fn used_blocks(text: &TemplateText, language: Language, case: &CaseForLetter) -> Vec<bool> {
    let facts = Facts::of(case, language);
    let taken = |facts: Facts<'_>, at: usize, block: &BlockTemplate| {
        let before = &text.blocks[..at];
        let same = |b: &&BlockTemplate| b.id == block.id && b.each_demand == block.each_demand;
        facts.hold(&block.when) && !before.iter().filter(same).any(|b| facts.hold(&b.when))
    };
    text.blocks
        .iter()
        .enumerate()
        .map(|(at, block)| {
            if block.each_demand {
                let mut demands = case.demands.iter().enumerate();
                demands.any(|(n, demand)| taken(facts.about(n + 1, demand), at, block))
            } else {
                taken(facts, at, block)
            }
        })
        .collect()
}
