//! A letter as the typesetter takes it: the layout of ГОСТ Р 7.0.97-2025.

mod head;

use crate::exhibits::Places;
use crate::fingerprint::fingerprint;
use crate::names;
use crate::particulars::Inquiry;
use crate::phrases::{Phrases, phrases};
use crate::text::{Block, Content, EnclosureLine, LetterText, Line, Span, printed};
use crate::words::{clean, clean_line};
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{Complainant, Goes, Language, LetterKind, OfficeProfile};
use head::{letterhead, reference, signature, signers};
use russian::requisites::phone_readable;

/// Greatest width and height of a photograph in the text, mm: two of them share a
/// page with some words.
const FIGURE: (f32, f32) = (110.0, 80.0);
/// Space before the answer to a demand, pt.
const APART: f32 = 6.0;

/// What stands around the text: number, date, letterhead, images.
#[derive(Clone, Debug)]
pub struct Frame<'a> {
    /// Outgoing number; `None` leaves a blank to fill in.
    pub number: Option<String>,
    /// Date of the letter; `None` leaves a blank.
    pub date: Option<NaiveDate>,
    /// Who writes.
    pub office: &'a OfficeProfile,
    /// What is answered.
    pub case: CaseReference,
    /// Logo, stamp and signature.
    pub images: Images,
    /// Whether this is not the final letter; it says so at the foot.
    pub draft: bool,
    /// Creation time for the file; the same time gives the same bytes.
    pub created: DateTime<FixedOffset>,
    /// Enters the file's id: the letter's id will do.
    pub seed: String,
    /// The case for other programs, as JSON; used only when the letterhead says
    /// so, and makes the file a PDF/A-3a.
    pub summary: Option<Vec<u8>>,
}

/// What a letter answers.
#[derive(Clone, Debug, Default)]
pub struct CaseReference {
    /// Our incoming number.
    pub number: String,
    /// The day it reached us.
    pub received_on: Option<NaiveDate>,
    /// The number on their letter; empty when it has none.
    pub their_number: String,
    /// The date on their letter.
    pub their_date: Option<NaiveDate>,
}

impl CaseReference {
    /// What a letter of that kind answers: the complainant's message, the
    /// request of a body or platform, or nothing.
    pub fn of(kind: LetterKind, incoming: Self, inquiry: &Inquiry) -> Self {
        let request = |number: &String| Self {
            their_number: number.clone(),
            their_date: inquiry.on,
            ..Self::default()
        };
        match (kind, kind.goes()) {
            (_, Goes::ToComplainant) => incoming,
            (LetterKind::RegulatorReply, _) => request(&inquiry.number),
            (LetterKind::PlatformReply, _) => request(&inquiry.ticket),
            _ => Self::default(),
        }
    }
}

/// Image files, PNG or JPEG. A broken logo, stamp or signature is left out: the
/// letter is worth more than its logo.
#[derive(Clone, Debug, Default)]
pub struct Images {
    /// Logo for the letterhead.
    pub logo: Option<Vec<u8>>,
    /// Stamp; used only when the letterhead says so.
    pub stamp: Option<Vec<u8>>,
    /// Signature; used only when the letterhead says so.
    pub signature: Option<Vec<u8>>,
    /// Photographs shown in the text, by their numbers within the case. The place
    /// of one that is missing or broken says so.
    pub figures: Vec<(u32, Vec<u8>)>,
}

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
        .filter(|(_, bytes)| press::dimensions(bytes).is_ok())
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
    let mut document = press::Document {
        meta: press::Meta {
            title: title(letter, frame),
            author: clean_line(&frame.office.requisites.name),
            subject: heading.clone(),
            language: match language {
                Language::Ru => press::Language::Ru,
                Language::En => press::Language::En,
            },
            created: frame.created,
            seed: frame.seed.clone(),
        },
        page: page(language),
        letterhead: Some(letterhead(frame, language)),
        reference: Some(reference(frame, language)),
        addressee: letter
            .addressee
            .iter()
            .map(|l| clean_line(l))
            .filter(|l| !l.is_empty())
            .collect(),
        heading: (!heading.is_empty()).then_some(heading),
        body,
        enclosures: (!items.is_empty()).then_some(press::Enclosures { label: None, items }),
        signatures: if letter.signers.is_empty() {
            vec![signature(letter, frame)]
        } else {
            signers(letter)
        },
        executor,
        code: None,
        receipt: head.receipt,
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
    }
}

/// A Russian letter follows the standard; an English one has blocks flush left,
/// parted by space.
fn page(language: Language) -> press::PageSetup {
    let standard = press::PageSetup::default();
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
        Language::En => names::latin(&name),
    }
}

fn title(letter: &LetterText, frame: &Frame<'_>) -> String {
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

fn block(
    block: &Block,
    places: &Places<'_>,
    shown: &[(u32, &Vec<u8>)],
    language: Language,
) -> press::Block {
    let line = |spans: &Line| line(spans, places);
    let item = |spans: &Line| press::Block::spans(line(spans));
    match &block.content {
        Content::Figure { exhibit, caption } => {
            let caption = printed(caption).concat();
            let Some((_, bytes)) = shown.iter().find(|(e, _)| e == exhibit) else {
                let missing = phrases(language).frame("no_picture");
                return press::Block::text(format!("[{missing}{}]", clean_line(&caption)));
            };
            let picture = press::Picture::new((*bytes).clone(), clean_line(&caption));
            let under = format!("{}{}", places.figure_label(*exhibit), clean_line(&caption));
            let (wide, tall) = press::dimensions(bytes).unwrap_or((1, 1));
            let width = FIGURE.0.min(FIGURE.1 * wide as f32 / tall.max(1) as f32);
            press::Block::figure(picture.width_mm(width), under)
        }
        Content::Paragraph { spans } => press::Block::spans(line(spans)),
        Content::NumberedList { items } => press::Block::List {
            marker: press::Marker::Numbered { start: 1 },
            items: items.iter().map(|i| vec![item(i)]).collect(),
        },
        Content::DashedList { items } => press::Block::List {
            marker: press::Marker::Dashed,
            items: items.iter().map(|i| vec![item(i)]).collect(),
        },
        Content::Table { head, rows } => {
            let row = |cells: &Vec<Line>| -> Vec<press::Cell> {
                cells
                    .iter()
                    .map(|c| press::Cell { spans: line(c) })
                    .collect()
            };
            let split = usize::from(*head).min(rows.len());
            let (head, rest) = rows.split_at(split);
            press::Block::Table(press::Table {
                columns: columns(rows),
                head: head.iter().map(row).collect(),
                rows: rest.iter().map(row).collect(),
            })
        }
        Content::Quote { paragraphs } => press::Block::Quote {
            blocks: paragraphs.iter().map(item).collect(),
        },
    }
}

/// A table with a cell left blank is a form: its second column has room to
/// write in. Any other takes the widths its content asks for.
fn columns(rows: &[Vec<Line>]) -> Vec<press::Column> {
    let form = rows.iter().all(|row| row.len() == 2)
        && rows.iter().any(|row| row.iter().any(Vec::is_empty));
    if !form {
        return Vec::new();
    }
    let share = |share| press::Column {
        width: press::Width::Share(share),
        align: press::Align::default(),
    };
    vec![share(2.0), share(3.0)]
}

fn line(spans: &Line, places: &Places<'_>) -> Vec<press::Span> {
    let mut out: Vec<press::Span> = Vec::with_capacity(spans.len());
    let mut together: Vec<(u32, &str)> = Vec::new();
    for (span, text) in spans.iter().zip(printed(spans)) {
        let set = match span {
            Span::Reference { exhibit, name } => {
                together.push((*exhibit, name));
                continue;
            }
            Span::Text { bold, italic, .. } | Span::Field { bold, italic, .. } => press::Span {
                bold: *bold,
                italic: *italic,
                ..press::Span::plain(clean_run(&text))
            },
            Span::Break => press::Span::plain("\n"),
        };
        rest(&mut out, &mut together, places);
        out.push(set);
    }
    rest(&mut out, &mut together, places);
    out
}

/// Lets the words before them rest on the exhibits; side by side they share a mark.
fn rest(out: &mut Vec<press::Span>, together: &mut Vec<(u32, &str)>, places: &Places<'_>) {
    if together.is_empty() {
        return;
    }
    let note = places.notes(together);
    together.clear();
    match out.last_mut() {
        Some(words) if words.text != "\n" => words.note = Some(note),
        _ => out.push(press::Span::plain("").resting_on(note)),
    }
}

/// A run keeps the blanks at its ends: its neighbours rely on them.
fn clean_run(text: &str) -> String {
    let inner = clean(text);
    if inner.is_empty() {
        return if text.is_empty() { "" } else { " " }.to_owned();
    }
    let blank = |c: Option<char>| c.is_some_and(|c| c.is_whitespace());
    format!(
        "{}{inner}{}",
        if blank(text.chars().next()) { " " } else { "" },
        if blank(text.chars().next_back()) {
            " "
        } else {
            ""
        }
    )
}

/// A file name for the letter: «ИСХ-2026-0001 Ответ на ВХ-2026-0001 Соколова.pdf».
/// Holds no sign that a file system or a mail program refuses, and at most 120
/// characters before the ending.
pub fn file_name(
    kind: LetterKind,
    language: Language,
    number: Option<&str>,
    incoming: &str,
    complainant: &Complainant,
) -> String {
    let words = phrases(language);
    let what = words.frame(match kind {
        LetterKind::Acknowledgement => "file_acknowledgement",
        LetterKind::InformationRequest => "file_request",
        LetterKind::InspectionInvitation => "file_invitation",
        LetterKind::Interim => "file_interim",
        LetterKind::FinalSatisfied
        | LetterKind::FinalPartial
        | LetterKind::FinalGoodwill
        | LetterKind::FinalRefusal
        | LetterKind::PersonalDataReply
        | LetterKind::Thanks => "file_answer",
        LetterKind::SettlementOffer => "file_offer",
        LetterKind::SettlementAgreement => "file_agreement",
        LetterKind::Correction => "file_correction",
        LetterKind::Forwarding => "file_forwarding",
        LetterKind::ForwardingNotice => "file_forwarding_notice",
        LetterKind::RegulatorReply => "file_regulator",
        LetterKind::PlatformReply => "file_platform",
        LetterKind::OwnClaim => "file_claim",
        LetterKind::InspectionAct => "file_inspection_act",
        LetterKind::NoShowAct => "file_no_show_act",
        LetterKind::Statement => "file_statement",
    });
    let mut name = names::short(complainant);
    if language == Language::En {
        name = names::latin(&name);
    }
    let name: String = name.chars().take(40).collect();
    let parts = [
        number.unwrap_or(words.frame("file_draft")),
        what,
        incoming,
        &name,
    ];
    let joined: Vec<String> = parts
        .into_iter()
        .map(safe)
        .filter(|p| !p.is_empty())
        .collect();
    let stem: String = joined.join(" ").chars().take(120).collect();
    let stem = stem.trim_matches([' ', '.']);
    format!("{}.pdf", if stem.is_empty() { "letter" } else { stem })
}

fn safe(part: &str) -> String {
    let replaced: String = clean_line(part)
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' | '|' => '-',
            '<' | '>' | '"' | '?' | '*' | '«' | '»' | '%' => ' ',
            '\u{a0}' => ' ',
            c => c,
        })
        .collect();
    let words: Vec<&str> = replaced.split_whitespace().collect();
    words.join(" ").trim_matches(['.', ' ']).to_owned()
}
