//! What a template must keep to before letters are made from it.

use super::fault::{FaultCode, TemplateFault, TemplatePart};
use super::model::{BlockShape, BlockTemplate, StandaloneTemplate, TemplateText, Variant};
use super::piece::{Piece, parse, print, snippets_in, walk};
use super::program::shipped;
use super::scope::DemandScope;
use crate::facts::vocabulary::condition::condition;
use crate::facts::vocabulary::field::is_field_in;
use crate::text::Lock;
use complaint::Language;
use std::collections::{BTreeMap, BTreeSet};

/// The most characters of a template's name.
pub const LONGEST_TEMPLATE_NAME: usize = 80;
/// Signs the text of one block may have.
const TEXT: usize = 8_000;
/// Blocks a template may have.
const BLOCKS: usize = 200;
/// Variants of snippets it may have.
const SNIPPETS: usize = 600;
/// Variants of the heading, and conditions of one text.
const FEW: usize = 40;
/// Signs one condition may have.
const CONDITION: usize = 600;

/// Every fault of a template, errors and warnings, in reading order.
pub fn faults(template: &StandaloneTemplate) -> Vec<TemplateFault> {
    let text = &template.text;
    let mut found = Vec::new();
    let name = template.name.trim();
    if name.is_empty()
        || name.chars().count() > LONGEST_TEMPLATE_NAME
        || name.chars().any(char::is_control)
    {
        found.push(TemplateFault::of(FaultCode::NoName, TemplatePart::Name));
    }
    if too_large(text) {
        found.push(TemplateFault::of(FaultCode::TooLarge, TemplatePart::File));
        return found;
    }
    let mut faults = Faults {
        text,
        language: template.language,
        found,
    };
    faults.headings();
    faults.blocks();
    faults.snippets();
    required(template, &mut faults.found);
    legal(template, &mut faults.found);
    faults.found
}

fn too_large(text: &TemplateText) -> bool {
    let variants = || text.heading.iter().chain(text.snippets.values().flatten());
    let texts = || {
        let blocks = text.blocks.iter().map(|b| &b.text);
        blocks.chain(variants().map(|v| &v.text))
    };
    let whens = || {
        let blocks = text.blocks.iter().map(|b| &b.when);
        blocks.chain(variants().map(|v| &v.when))
    };
    text.blocks.len() > BLOCKS
        || text.heading.len() > FEW
        || text.snippets.values().map(Vec::len).sum::<usize>() > SNIPPETS
        || text.closing.chars().count() > TEXT
        || texts().any(|t| print(t).chars().count() > TEXT)
        || whens().any(|w| w.len() > FEW || w.iter().any(|c| c.chars().count() > CONDITION))
}

/// The faults found so far, and the text they are looked for in.
struct Faults<'a> {
    text: &'a TemplateText,
    language: Language,
    found: Vec<TemplateFault>,
}

impl Faults<'_> {
    fn note(&mut self, code: FaultCode, part: TemplatePart, at: usize, id: &str, name: &str) {
        let fault = TemplateFault::of(code, part).at(at, id).about(name);
        if !self.found.contains(&fault) {
            self.found.push(fault);
        }
    }

    fn headings(&mut self) {
        let text = self.text;
        for (at, variant) in text.heading.iter().enumerate() {
            let scope = DemandScope::HEADING;
            self.words(TemplatePart::Heading, at, "", &variant.text, scope);
            self.conditions(TemplatePart::Heading, at, "", &variant.when, scope);
            if is_empty(&variant.text) {
                self.note(FaultCode::Empty, TemplatePart::Heading, at, "", "");
            }
            let before = text.heading[..at].iter().map(|v| &v.when);
            if hidden(&variant.when, before) {
                self.note(FaultCode::NeverTaken, TemplatePart::Heading, at, "", "");
            }
        }
    }

    fn blocks(&mut self) {
        let text = self.text;
        for (at, block) in text.blocks.iter().enumerate() {
            let BlockTemplate { id, when, .. } = block;
            let scope = DemandScope::of_block(block);
            if !is_id(id) || !is_id(&block.role) {
                self.note(FaultCode::OddId, TemplatePart::Block, at, id, "");
            }
            self.words(TemplatePart::Block, at, id, &block.text, scope);
            self.conditions(TemplatePart::Block, at, id, when, scope);
            if is_empty(&block.text) && block.shape.takes_text() {
                self.note(FaultCode::Empty, TemplatePart::Block, at, id, "");
            }
            let same = |b: &&BlockTemplate| b.id == *id && b.each_demand == block.each_demand;
            let before = text.blocks[..at].iter().filter(same).map(|b| &b.when);
            if hidden(when, before) {
                self.note(FaultCode::NeverTaken, TemplatePart::Block, at, id, "");
            }
            let mut reached = Vec::new();
            snippets_in(&block.text, &mut reached);
            if !scope.words {
                self.outside(at, id, reached);
            }
        }
    }

    /// Names what of a demand a block would say through its snippets though it
    /// speaks of none. A variant that holds only for a demand is never taken there.
    fn outside(&mut self, at: usize, id: &str, mut reached: Vec<String>) {
        let mut next = 0;
        while let Some(name) = reached.get(next).cloned() {
            next += 1;
            for variant in self.text.snippets.get(&name).into_iter().flatten() {
                let guarded = variant
                    .when
                    .iter()
                    .any(|c| c.split('|').all(|a| !a.starts_with('!') && is_of_demand(a)));
                if guarded {
                    continue;
                }
                let mut names = Vec::new();
                walk(&variant.text, &mut |piece| {
                    if let Piece::Value { name, .. } = piece
                        && name.starts_with("demand.")
                    {
                        names.push(name.clone());
                    }
                });
                for name in names {
                    self.note(FaultCode::DemandOutside, TemplatePart::Block, at, id, &name);
                }
                snippets_in(&variant.text, &mut reached);
            }
        }
    }

    fn snippets(&mut self) {
        let text = self.text;
        for (name, variants) in &text.snippets {
            if !is_id(name) {
                self.note(FaultCode::OddId, TemplatePart::Snippet, 0, name, "");
            }
            for (at, variant) in variants.iter().enumerate() {
                let scope = DemandScope::SNIPPET;
                self.words(TemplatePart::Snippet, at, name, &variant.text, scope);
                self.conditions(TemplatePart::Snippet, at, name, &variant.when, scope);
                if hidden(&variant.when, variants[..at].iter().map(|v| &v.when)) {
                    self.note(FaultCode::NeverTaken, TemplatePart::Snippet, at, name, "");
                }
            }
            if comes_back(name, &text.snippets) {
                self.note(FaultCode::SnippetLoop, TemplatePart::Snippet, 0, name, name);
            }
        }
    }

    fn words(
        &mut self,
        part: TemplatePart,
        at: usize,
        id: &str,
        pieces: &[Piece],
        scope: DemandScope,
    ) {
        let language = self.language;
        let snippets = &self.text.snippets;
        let mut notes = Vec::new();
        let mut depth = 0;
        walk(pieces, &mut |piece| match piece {
            Piece::Value { name, .. } if !is_field_in(name, language) => {
                notes.push((FaultCode::UnknownField, name.clone()));
            }
            Piece::Value { name, .. } if name.starts_with("demand.") && !scope.words => {
                notes.push((FaultCode::DemandOutside, name.clone()));
            }
            Piece::Snippet(name) if !snippets.contains_key(name) => {
                notes.push((FaultCode::UnknownSnippet, name.clone()));
            }
            Piece::Optional(_) => depth += 1,
            Piece::Words { .. } | Piece::Value { .. } | Piece::Snippet(_) => {}
        });
        // Pieces from a screen never went through the reader, which counts this.
        if depth > 0 && parse(&print(pieces)).is_err() {
            notes.push((FaultCode::TooDeep, String::new()));
        }
        for (code, name) in notes {
            self.note(code, part, at, id, &name);
        }
    }

    fn conditions(
        &mut self,
        part: TemplatePart,
        at: usize,
        id: &str,
        when: &[String],
        scope: DemandScope,
    ) {
        for atom in when.iter().flat_map(|c| c.split('|')) {
            let bare = atom.strip_prefix('!').unwrap_or(atom);
            match condition(bare) {
                None => self.note(FaultCode::UnknownCondition, part, at, id, bare),
                Some(_) if is_of_demand(bare) && !scope.conditions => {
                    self.note(FaultCode::DemandOutside, part, at, id, bare);
                }
                Some(_) => {}
            }
        }
    }
}

fn is_of_demand(atom: &str) -> bool {
    condition(atom).is_some_and(|c| c.of_demand) || atom.starts_with("has:demand.")
}

fn is_id(id: &str) -> bool {
    (1..=64).contains(&id.len())
        && id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-')
}

fn is_empty(pieces: &[Piece]) -> bool {
    pieces.iter().all(|p| match p {
        Piece::Words { text, .. } => text.trim().is_empty(),
        Piece::Optional(inner) => is_empty(inner),
        Piece::Value { .. } | Piece::Snippet(_) => false,
    })
}

/// Whether a variant before this one holds whenever this one does.
fn hidden<'a>(when: &[String], mut before: impl Iterator<Item = &'a Vec<String>>) -> bool {
    before.any(|earlier| earlier.iter().all(|c| when.contains(c)))
}

/// Whether a snippet reaches itself.
fn comes_back(name: &str, snippets: &BTreeMap<String, Vec<Variant>>) -> bool {
    let mut reached = Vec::new();
    let texts = |name: &str| snippets.get(name).into_iter().flatten();
    for variant in texts(name) {
        snippets_in(&variant.text, &mut reached);
    }
    let mut at = 0;
    while let Some(next) = reached.get(at).cloned() {
        if next == name {
            return true;
        }
        for variant in texts(&next) {
            snippets_in(&variant.text, &mut reached);
        }
        at += 1;
    }
    false
}

/// What a letter of this kind can't be without.
fn required(template: &StandaloneTemplate, found: &mut Vec<TemplateFault>) {
    let text = &template.text;
    let program = &shipped(template.kind, template.language).text;
    let mut lacks = |code, part| found.push(TemplateFault::of(code, part));
    if text.heading.is_empty() && !program.heading.is_empty() {
        lacks(FaultCode::NoHeading, TemplatePart::Heading);
    }
    if text.closing.trim().is_empty() && !program.closing.trim().is_empty() {
        lacks(FaultCode::NoClosing, TemplatePart::Closing);
    }
    if text.blocks.is_empty() {
        lacks(FaultCode::Empty, TemplatePart::File);
    }
    let answers = |t: &TemplateText| t.blocks.iter().any(|b| b.each_demand);
    if template.kind.is_final() && answers(program) && !answers(text) {
        lacks(FaultCode::NoDemands, TemplatePart::File);
    }
    let asks = |t: &TemplateText| t.blocks.iter().any(|b| b.shape == BlockShape::QuestionList);
    if asks(program) && !asks(text) {
        lacks(FaultCode::NoQuestions, TemplatePart::File);
    }
    let mut named = BTreeSet::new();
    text.each_piece(&mut |piece| {
        if let Piece::Value { name, .. } = piece {
            named.insert(name.clone());
        }
    });
    for name in &shipped(template.kind, template.language).kind.must_name {
        if !named.contains(name) {
            let fault = TemplateFault::of(FaultCode::NoFact, TemplatePart::File);
            found.push(fault.about(name));
        }
    }
}

/// Compares legal wording with the program's own.
fn legal(template: &StandaloneTemplate, found: &mut Vec<TemplateFault>) {
    let text = &template.text;
    let program = &shipped(template.kind, template.language).text;
    let mut seen = BTreeSet::new();
    let mut drawn_on = Vec::new();
    for legal in program.blocks.iter().filter(|b| b.lock == Lock::Locked) {
        snippets_in(&legal.text, &mut drawn_on);
        let here = || {
            let all = text.blocks.iter().enumerate();
            all.filter(|(_, b)| b.id == legal.id)
        };
        let Some((first, _)) = here().next() else {
            if seen.insert(legal.id.as_str()) {
                let mut fault = TemplateFault::of(FaultCode::NoLegalBlock, TemplatePart::File);
                fault.id.clone_from(&legal.id);
                found.push(fault.about(&beginning(&legal.text)));
            }
            continue;
        };
        let kept = here().any(|(_, b)| b.text == legal.text && b.when == legal.when);
        if !kept && seen.insert(legal.id.as_str()) {
            found.push(
                TemplateFault::of(FaultCode::LegalChanged, TemplatePart::Block)
                    .at(first, &legal.id),
            );
        }
        for (at, _) in here().filter(|(_, b)| b.lock != Lock::Locked) {
            let fault =
                TemplateFault::of(FaultCode::LegalUnlocked, TemplatePart::Block).at(at, &legal.id);
            if !found.contains(&fault) {
                found.push(fault);
            }
        }
    }
    for name in drawn_on {
        if let Some(own) = text.snippets.get(&name)
            && Some(own) != program.snippets.get(&name)
        {
            found.push(
                TemplateFault::of(FaultCode::LegalChanged, TemplatePart::Snippet)
                    .at(0, &name)
                    .about(&name),
            );
        }
    }
}

/// The first words of a text, to name it by.
fn beginning(pieces: &[Piece]) -> String {
    let mut words = String::new();
    walk(pieces, &mut |piece| {
        if let Piece::Words { text, .. } = piece
            && words.chars().count() < 60
        {
            words.push_str(text);
        }
    });
    let mut short: String = words.chars().take(60).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    short
}
