//! A letter as the typesetter takes it: the layout of ГОСТ Р 7.0.97-2025.

use super::body::block;
use super::enclosure::enclosure;
use super::exhibit_notes::Places;
use super::fingerprint::fingerprint;
use super::frame::Frame;
use super::head::{letterhead, reference, signature, signers};
use super::paper::{sign_below_details, signed_in_details, title};
use crate::names::latin_name::in_english;
use crate::text::{Block, LetterText};
use crate::words::clean::clean_line;
use crate::words::phrases::{Phrases, phrases};
use complaint::{Language, Margins};
use russian::requisites::phone_readable;

/// Space before the answer to a demand, pt.
const APART: f32 = 6.0;

/// Makes what `press` sets.
pub fn document(letter: &LetterText, frame: &Frame<'_>) -> press::Document {
    let language = letter.language;
    let words = phrases(language);
    let mut body: Vec<press::Block> = Vec::new();
    let salutation = clean_line(&letter.salutation);
    if !salutation.is_empty() {
        body.push(greeting(salutation, language));
    }
    let shown: Vec<(u32, &Vec<u8>)> = frame
        .images
        .figures
        .iter()
        .filter(|(_, bytes)| press::shared().shows(bytes))
        .map(|(exhibit, bytes)| (*exhibit, bytes))
        .collect();
    let known: Vec<u32> = shown.iter().map(|(exhibit, _)| *exhibit).collect();
    let places = Places::of(letter, &known);
    for (at, one) in letter.blocks.iter().enumerate() {
        let mut set = block(one, &places, &shown, language);
        // Each demand's answer, and what follows the last one, stands a little
        // apart.
        let before = at.checked_sub(1).and_then(|at| letter.blocks.get(at));
        let about_demand = |b: &Block| b.role.starts_with("demand:");
        // What a demand's answer begins with is its heading.
        if let press::Block::Paragraph(paragraph) = &mut set
            && about_demand(one)
            && before.is_none_or(|before| before.role != one.role)
        {
            paragraph.run_in = Some(2);
        }
        if let (press::Block::Paragraph(paragraph), Some(before)) = (&mut set, before)
            && one.role != before.role
            && (about_demand(one) || about_demand(before))
        {
            paragraph.before = APART;
        }
        body.push(set);
    }

    let executor: Vec<String> = letter
        .executor
        .iter()
        .flat_map(|e| {
            [
                named(&e.name, language),
                phone_readable(&clean_line(&e.phone)),
            ]
        })
        .filter(|l| !l.is_empty())
        .collect();
    let items: Vec<String> = letter
        .enclosures
        .iter()
        .map(|e| enclosure(e, language))
        .filter(|i| !i.is_empty())
        .collect();
    let heading = clean_line(&letter.heading);
    let head = &frame.office.letterhead;
    let (paper, about) = title(letter, frame).unzip();
    // An agreement is both sides' paper: neither's letterhead stands above it.
    let of_both = signed_in_details(letter);
    let signatures = if of_both && sign_below_details(letter, &mut body) {
        Vec::new()
    } else if letter.signers.is_empty() {
        vec![signature(letter, frame)]
    } else {
        signers(letter)
    };
    let heading_shown = about.unwrap_or_else(|| heading.clone());
    let mut document = press::Document {
        meta: press::Meta {
            title: file_title(letter, frame),
            author: clean_line(&frame.office.requisites.name),
            subject: heading,
            language: match language {
                Language::Ru => press::Language::Ru,
                Language::En => press::Language::En,
            },
            created: frame.created,
            seed: frame.seed.clone(),
        },
        page: page(language, head.margins),
        letterhead: (!of_both).then(|| letterhead(frame, language)),
        reference: Some(reference(frame, language)),
        addressee: letter
            .addressee
            .iter()
            .map(|l| clean_line(l))
            .filter(|l| !l.is_empty())
            .collect(),
        paper,
        heading: (!heading_shown.is_empty()).then_some(heading_shown),
        body,
        enclosed_notes: places.enclosed_notes(),
        enclosures: (!items.is_empty()).then_some(press::Enclosures { label: None, items }),
        signatures,
        executor,
        code: None,
        receipt: head.receipt && !of_both,
        head: None,
        foot: frame.draft.then(|| words.frame("draft").to_owned()),
        attachments: Vec::new(),
    };
    if head.summary
        && let Some(bytes) = &frame.summary
    {
        document.attachments.push(press::Attachment {
            name: "case.json".to_owned(),
            mime: "application/json".to_owned(),
            description: words.frame("summary").to_owned(),
            relationship: press::Relationship::Data,
            modified: frame.created,
            bytes: bytes.clone(),
        });
    }
    if head.code {
        document.code = Some(code(frame, &document, words));
    }
    document
}

/// Number, date and fingerprint, one a line. A draft has neither number nor date
/// yet; words of their length stand in, so that its code takes the room that the
/// issued letter's will.
fn code(frame: &Frame<'_>, document: &press::Document, words: &Phrases) -> press::Code {
    let number = frame.number.as_deref().map(clean_line).unwrap_or_default();
    let print = fingerprint(&number, frame.date, document);
    let number: String = match number.is_empty() {
        true => words.frame("file_draft").to_owned(),
        false => number.chars().take(100).collect(),
    };
    let date = frame
        .date
        .map_or_else(|| "0000-00-00".to_owned(), |date| date.to_string());
    press::Code {
        text: format!("{number}\n{date}\nSHA-256 {print}"),
        alt: words.frame("code").to_owned(),
        caption: words.frame("code_caption").to_owned(),
    }
}

/// A Russian letter follows the standard; an English one has blocks flush left,
/// parted by space.
fn page(language: Language, margins: Margins) -> press::PageSetup {
    let (left, right) = match margins {
        Margins::Least => (20.0, 10.0),
        Margins::Wide => (25.0, 15.0),
        Margins::Bound => (30.0, 10.0),
    };
    let standard = press::PageSetup {
        left,
        right,
        ..press::PageSetup::default()
    };
    match language {
        Language::Ru => standard,
        Language::En => press::PageSetup {
            indent: 0.0,
            paragraph_gap: APART,
            ..standard
        },
    }
}

fn greeting(salutation: String, language: Language) -> press::Block {
    let centred = press::Block::salutation(salutation);
    match (language, centred) {
        (Language::En, press::Block::Paragraph(paragraph)) => {
            press::Block::Paragraph(press::Paragraph {
                align: press::Align::Left,
                after: 0.0,
                ..paragraph
            })
        }
        (_, centred) => centred,
    }
}

/// A name in the letters of the letter's language.
fn named(name: &str, language: Language) -> String {
    let name = clean_line(name);
    match language {
        Language::Ru => name,
        Language::En => in_english(&name),
    }
}

fn file_title(letter: &LetterText, frame: &Frame<'_>) -> String {
    let heading = clean_line(&letter.heading);
    let draft = if frame.draft {
        phrases(letter.language).frame("draft_title")
    } else {
        ""
    };
    match &frame.number {
        Some(number) => format!("{draft}{} — {heading}", clean_line(number)),
        None => format!("{draft}{heading}"),
    }
}
