//! Following a changed case without touching the user's words.

use super::letter::compose_from;
use super::order;
use crate::case::{CaseForLetter, is_of_point};
use crate::template::{Template, shipped};
use crate::text::{Block, EnclosureLine, LetterText, Lock, Span, composed_blocks, wording_digest};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// A letter composed anew, and what changed in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Recomposed {
    /// The letter as it now is.
    pub letter: LetterText,
    /// What changed, in reading order; empty when nothing did.
    pub changes: Vec<Change>,
}

/// What happened to one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// A field has the case's new value.
    Field,
    /// An untouched or locked block, or a part of the frame, was written anew.
    Rewritten,
    Added,
    /// A block was taken out; nobody had changed it.
    Removed,
    /// The case asks for other words, but the user has changed these: they
    /// stay, and `after` holds what composing would write now.
    Stale,
    /// The user typed a value that the case now contradicts: the typed one
    /// stays, and `after` holds the case's.
    Conflict,
}

/// What happened to one field, block or part of the frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Change {
    /// A block's id or a part of the frame («heading», «salutation» …).
    pub place: String,
    pub field: Option<String>,
    /// Whether it was written anew, or only told.
    pub kind: ChangeKind,
    pub before: String,
    /// How it reads now, or would.
    pub after: String,
}

/// Brings a letter up to its case. Fields follow the case unless typed by
/// hand; locked blocks and guided blocks that nobody changed are written anew;
/// changed ones and free ones keep their words. The words are those of the
/// program's present template; see [`recompose_from`].
pub fn recompose(letter: &LetterText, case: &CaseForLetter) -> Recomposed {
    recompose_from(shipped(letter.kind, letter.language), letter, case)
}

/// The same by a given template: the one the letter was made from.
pub fn recompose_from(
    template: &Template,
    letter: &LetterText,
    case: &CaseForLetter,
) -> Recomposed {
    let fresh = compose_from(template, letter.kind, letter.language, case);
    bring_up(letter, fresh)
}

/// Takes a letter over to another template or another version of its own. What
/// the user wrote stays; blocks nobody moved take the new template's order.
pub fn take_over(template: &Template, letter: &LetterText, case: &CaseForLetter) -> Recomposed {
    recompose_from(template, letter, case)
}

/// The blocks of a letter that are older than what they were written from, with how they would read now: nothing
/// where they would be taken out.
pub fn behind(template: &Template, letter: &LetterText, case: &CaseForLetter) -> Vec<Change> {
    let stands = |change: &Change| letter.blocks.iter().any(|b| b.id == change.place);
    let mut changes = recompose_from(template, letter, case).changes;
    changes.retain(|change| match change.kind {
        ChangeKind::Rewritten | ChangeKind::Stale | ChangeKind::Removed => stands(change),
        ChangeKind::Field | ChangeKind::Added | ChangeKind::Conflict => false,
    });
    changes
}

/// Settles a block that is older than its source: writes it anew, or keeps it as the user's own from now on.
pub fn settle_block(
    template: &Template,
    letter: &LetterText,
    case: &CaseForLetter,
    block: &str,
    take: bool,
) -> LetterText {
    let fresh = compose_from(template, letter.kind, letter.language, case);
    let new = fresh.blocks.iter().find(|b| b.id == block);
    let mut next = letter.clone();
    if take {
        match new {
            None => next.blocks.retain(|b| b.id != block),
            Some(new) => {
                for old in next.blocks.iter_mut().filter(|b| b.id == block) {
                    *old = rewritten(old, new, true, &mut Vec::new());
                }
            }
        }
    }
    let now = new.map(|new| wording_digest(&new.content));
    let known = &mut next.composed.blocks;
    match (known.iter_mut().find(|m| m.id == block), now) {
        (Some(known), Some(now)) => known.wording = now,
        (Some(_), None) => known.retain(|m| m.id != block),
        (None, _) => {}
    }
    if take && new.is_some() {
        let order = order::ids(&fresh.blocks);
        next.blocks = order::followed(letter, next.blocks, &order);
        next.composed.blocks = order::by_id(next.composed.blocks, |m| &m.id, &order);
    }
    next
}

fn bring_up(letter: &LetterText, fresh: LetterText) -> Recomposed {
    let mut changes = Vec::new();
    let mut next = letter.clone();
    frame(&mut next, &fresh, &mut changes);

    let known: BTreeMap<&str, &str> = letter
        .composed
        .blocks
        .iter()
        .map(|m| (m.id.as_str(), m.wording.as_str()))
        .collect();
    let fresh_by_id: BTreeMap<&str, &Block> =
        fresh.blocks.iter().map(|b| (b.id.as_str(), b)).collect();
    let values = field_values(&fresh.blocks);

    let mut blocks: Vec<Block> = Vec::new();
    for block in &letter.blocks {
        let touched = known
            .get(block.id.as_str())
            .is_none_or(|&digest| digest != wording_digest(&block.content));
        let composed = known.contains_key(block.id.as_str());
        match fresh_by_id.get(block.id.as_str()) {
            Some(&new) if composed && may_rewrite(new.lock, touched) => {
                blocks.push(rewritten(block, new, touched, &mut changes));
            }
            Some(&new) if composed => {
                let mut kept = block.clone();
                fill(&mut kept, &values, &mut changes);
                if new.lock != Lock::Free
                    && known.get(block.id.as_str()) != Some(&wording_digest(&new.content).as_str())
                {
                    note(
                        &mut changes,
                        &block.id,
                        ChangeKind::Stale,
                        block.reads(),
                        new.reads(),
                    );
                }
                blocks.push(kept);
            }
            // A photograph is taken out where it was chosen; its caption goes with it.
            None if composed && (!touched || block.content.figure().is_some()) => {
                note(
                    &mut changes,
                    &block.id,
                    ChangeKind::Removed,
                    block.reads(),
                    String::new(),
                );
            }
            None if composed => {
                let mut kept = block.clone();
                fill(&mut kept, &values, &mut changes);
                note(
                    &mut changes,
                    &block.id,
                    ChangeKind::Stale,
                    block.reads(),
                    String::new(),
                );
                blocks.push(kept);
            }
            _ => {
                let mut kept = block.clone();
                fill(&mut kept, &values, &mut changes);
                blocks.push(kept);
            }
        }
    }
    add_new(&fresh.blocks, &known, &mut blocks, &mut changes);
    next.blocks = order::followed(letter, blocks, &order::ids(&fresh.blocks));

    // What the user has changed stays changed. What is said of a point is older than its source until that is settled.
    let present: BTreeSet<String> = changes
        .iter()
        .filter(|c| c.kind == ChangeKind::Stale)
        .map(|c| c.place.clone())
        .collect();
    let mut remembered = composed_blocks(&fresh.blocks);
    for old in &letter.composed.blocks {
        if !present.contains(&old.id) {
            continue;
        }
        match remembered.iter_mut().find(|m| m.id == old.id) {
            Some(known) if is_of_point(&old.id) => known.wording.clone_from(&old.wording),
            Some(_) => {}
            None => remembered.push(old.clone()),
        }
    }
    next.composed.blocks = remembered;
    // Who signs a paper is chosen, not written.
    next.signers = fresh.signers;
    next.composed.template = fresh.composed.template;
    next.composed.version = fresh.composed.version;
    next.composed.source = fresh.composed.source;
    next.composed.own = fresh.composed.own;
    Recomposed {
        letter: next,
        changes,
    }
}

fn may_rewrite(lock: Lock, touched: bool) -> bool {
    match lock {
        Lock::Locked => true,
        Lock::Guided => !touched,
        Lock::Free => false,
    }
}

fn note(changes: &mut Vec<Change>, place: &str, kind: ChangeKind, before: String, after: String) {
    changes.push(Change {
        place: place.to_owned(),
        field: None,
        kind,
        before,
        after,
    });
}

/// Takes the parts of the frame that the user left as they were composed.
fn frame(next: &mut LetterText, fresh: &LetterText, changes: &mut Vec<Change>) {
    let known = next.composed.clone();
    macro_rules! part {
        ($part:ident, $say:expr) => {
            if fresh.composed.$part != known.$part {
                let (before, after) = ($say(&next.$part), $say(&fresh.$part));
                let untouched = next.$part == known.$part;
                if untouched {
                    next.$part = fresh.$part.clone();
                }
                next.composed.$part = fresh.composed.$part.clone();
                if before != after {
                    let kind = if untouched {
                        ChangeKind::Rewritten
                    } else {
                        ChangeKind::Stale
                    };
                    note(changes, stringify!($part), kind, before, after);
                }
            }
        };
    }
    part!(heading, String::clone);
    part!(salutation, String::clone);
    part!(addressee, |lines: &Vec<String>| lines.join("\n"));
    part!(closing, String::clone);
    part!(enclosures, |list: &Vec<EnclosureLine>| {
        let names: Vec<&str> = list.iter().map(|e| e.name.as_str()).collect();
        names.join("\n")
    });
    part!(signatory, |s: &complaint::Signatory| format!(
        "{} {}",
        s.post, s.name
    ));
    part!(executor, |e: &Option<complaint::Executor>| {
        e.as_ref()
            .map_or_else(String::new, |e| format!("{} {}", e.name, e.phone))
    });
    if next.expected != fresh.expected && fresh.expected.is_some() {
        next.expected = fresh.expected;
    }
}

/// Every known value of the composed letter, by field name.
fn field_values(blocks: &[Block]) -> BTreeMap<String, Option<String>> {
    let mut values = BTreeMap::new();
    for span in blocks.iter().flat_map(|b| b.content.lines()).flatten() {
        if let Span::Field { name, value, .. } = span {
            values.entry(name.clone()).or_insert_with(|| value.clone());
        }
    }
    values
}

/// Gives the fields of a kept block the case's values.
fn fill(block: &mut Block, values: &BTreeMap<String, Option<String>>, changes: &mut Vec<Change>) {
    let id = block.id.clone();
    for span in block.content.lines_mut().into_iter().flatten() {
        if let Span::Field {
            name,
            value,
            by_hand,
            ..
        } = span
            && let Some(known) = values.get(name)
            && let Some(change) = follow(&id, name, value, *by_hand, known)
        {
            changes.push(change);
        }
    }
}

fn follow(
    place: &str,
    name: &str,
    value: &mut Option<String>,
    by_hand: bool,
    known: &Option<String>,
) -> Option<Change> {
    if value == known {
        return None;
    }
    let kind = match (by_hand && value.is_some(), known) {
        (true, None) => return None,
        (true, Some(_)) => ChangeKind::Conflict,
        (false, _) => ChangeKind::Field,
    };
    let change = Change {
        place: place.to_owned(),
        field: Some(name.to_owned()),
        kind,
        before: value.clone().unwrap_or_default(),
        after: known.clone().unwrap_or_default(),
    };
    if kind == ChangeKind::Field {
        value.clone_from(known);
    }
    Some(change)
}

/// The new block, with the values the user typed into the old one.
fn rewritten(old: &Block, new: &Block, touched: bool, changes: &mut Vec<Change>) -> Block {
    let mut typed: BTreeMap<String, String> = BTreeMap::new();
    for span in old.content.lines().into_iter().flatten() {
        if let Span::Field {
            name,
            value: Some(value),
            by_hand: true,
            ..
        } = span
        {
            typed.insert(name.clone(), value.clone());
        }
    }
    let mut block = new.clone();
    for span in block.content.lines_mut().into_iter().flatten() {
        if let Span::Field {
            name,
            value,
            by_hand,
            ..
        } = span
            && let Some(own) = typed.get(name)
        {
            if let Some(known) = value.as_ref().filter(|known| *known != own) {
                changes.push(Change {
                    place: new.id.clone(),
                    field: Some(name.clone()),
                    kind: ChangeKind::Conflict,
                    before: own.clone(),
                    after: known.clone(),
                });
            }
            *value = Some(own.clone());
            *by_hand = true;
        }
    }
    let (before, after) = (old.reads(), block.reads());
    if touched || wording_digest(&old.content) != wording_digest(&block.content) {
        if before != after {
            note(changes, &new.id, ChangeKind::Rewritten, before, after);
        }
    } else {
        let old_values = field_values(std::slice::from_ref(old));
        for (name, value) in field_values(std::slice::from_ref(&block)) {
            let was = old_values.get(&name).cloned().flatten();
            if was != value {
                changes.push(Change {
                    place: new.id.clone(),
                    field: Some(name),
                    kind: ChangeKind::Field,
                    before: was.unwrap_or_default(),
                    after: value.unwrap_or_default(),
                });
            }
        }
    }
    block
}

/// Puts in what the case newly asks for. A block that was composed before and
/// is gone was taken out by the user and stays out, unless it is locked.
fn add_new(
    fresh: &[Block],
    known: &BTreeMap<&str, &str>,
    blocks: &mut Vec<Block>,
    changes: &mut Vec<Change>,
) {
    for (at, new) in fresh.iter().enumerate() {
        let present = blocks.iter().any(|b| b.id == new.id);
        let taken_out = known.contains_key(new.id.as_str()) && new.lock != Lock::Locked;
        if present || taken_out {
            continue;
        }
        let before = fresh[..at].iter().rev();
        let place = before
            .filter_map(|b| blocks.iter().position(|x| x.id == b.id))
            .next()
            .map_or(0, |p| p + 1);
        note(
            changes,
            &new.id,
            ChangeKind::Added,
            String::new(),
            new.reads(),
        );
        blocks.insert(place, new.clone());
    }
}
