//! The order of a letter's blocks when its case gets another one.

use crate::case::is_of_point;
use crate::text::{Block, LetterText};

/// The ids of composed blocks in their order.
pub fn ids(blocks: &[Block]) -> Vec<String> {
    blocks.iter().map(|b| b.id.clone()).collect()
}

/// The blocks in the order that composing gives them now, where the writer of this letter moved none of them. Who
/// moved others, but not the points, still gets the points in the order of the case.
pub fn followed(letter: &LetterText, blocks: Vec<Block>, order: &[String]) -> Vec<Block> {
    if stand_as_composed(letter, |_| true) {
        return by_id(blocks, |b| &b.id, order);
    }
    let is_point = |b: &Block| is_of_point(&b.id);
    let (Some(first), Some(last)) = (
        blocks.iter().position(is_point),
        blocks.iter().rposition(is_point),
    ) else {
        return blocks;
    };
    // Between the points stand the writer's own paragraphs at most, which stay behind the point they follow.
    let apart = blocks[first..=last]
        .iter()
        .any(|b| !is_of_point(&b.id) && order.contains(&b.id));
    if apart || !stand_as_composed(letter, is_of_point) {
        return blocks;
    }
    let mut before = blocks;
    let mut points = before.split_off(first);
    let behind = points.split_off(last - first + 1);
    before.extend(by_id(points, |b| &b.id, order));
    before.extend(behind);
    before
}

/// Whether the composed blocks of these ids stand in the order they were composed in.
fn stand_as_composed(letter: &LetterText, of: impl Fn(&str) -> bool) -> bool {
    let known = &letter.composed.blocks;
    let own = letter.blocks.iter().filter(|b| of(&b.id));
    let places = own.filter_map(|b| known.iter().position(|m| m.id == b.id));
    places.is_sorted()
}

/// Puts what has an id in this order into it; the rest stays behind what it stood behind.
pub fn by_id<T>(all: Vec<T>, id: impl Fn(&T) -> &String, order: &[String]) -> Vec<T> {
    let mut groups: Vec<(usize, Vec<T>)> = Vec::new();
    for one in all {
        let place = order.iter().position(|named| named == id(&one));
        match (place, groups.last_mut()) {
            (None, Some((_, group))) => group.push(one),
            (None, None) => groups.push((0, vec![one])),
            (Some(place), _) => groups.push((place + 1, vec![one])),
        }
    }
    complaint::order::by_key(&mut groups, |(place, _)| *place);
    groups.into_iter().flat_map(|(_, group)| group).collect()
}
