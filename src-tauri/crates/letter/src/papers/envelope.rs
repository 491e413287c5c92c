//! Envelopes: a page of the envelope's very size, the sender upper left, the
//! addressee lower right with the index in boxes.

use super::frame::{PaperFrame, PaperLetter};
use super::vocabulary::words;
use crate::words::clean::clean_line;
use complaint::DispatchWay;
use press::{Align, BoxLine, FixedDocument, FixedPage, Rule, TextBox};
use regex::Regex;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;
use ts_rs::TS;

/// Envelopes as shops sell them, by the names of ISO 269.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EnvelopeSize {
    /// 114 × 162 mm: a sheet folded twice.
    C6,
    /// 110 × 220 mm: a sheet folded in three.
    #[default]
    Dl,
    /// The same with a window: only the sender is printed, the address shows through.
    DlWindow,
    /// 162 × 229 mm: a sheet folded once.
    C5,
    /// 229 × 324 mm: sheets laid flat.
    C4,
    /// 250 × 353 mm: many sheets laid flat.
    B4,
}

impl EnvelopeSize {
    /// Every size, the smallest first.
    pub const ALL: &'static [Self] = &[
        Self::C6,
        Self::Dl,
        Self::DlWindow,
        Self::C5,
        Self::C4,
        Self::B4,
    ];

    /// Width and height as it lies before the writer, mm.
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::C6 => (162.0, 114.0),
            Self::Dl | Self::DlWindow => (220.0, 110.0),
            Self::C5 => (229.0, 162.0),
            Self::C4 => (324.0, 229.0),
            Self::B4 => (353.0, 250.0),
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::C6 => "C6",
            Self::Dl => "DL",
            Self::DlWindow => "DL window",
            Self::C5 => "C5",
            Self::C4 => "C4",
            Self::B4 => "B4",
        }
    }

    /// Where sender and addressee stand.
    pub fn zones(self) -> Zones {
        let (width, height) = self.size();
        let sender = Rect {
            x: 8.0,
            y: 8.0,
            width: (width * 0.45).min(100.0),
            height: height * 0.34,
        };
        let (across, tall) = ((width * 0.46).clamp(74.0, 115.0), (height * 0.46).min(62.0));
        Zones {
            sender,
            addressee: Rect {
                x: width - 8.0 - across,
                y: height - 9.0 - tall,
                width: across,
                height: tall,
            },
        }
    }
}

/// A rectangle, mm from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// From the left edge of the paper, mm.
    pub x: f32,
    /// From the upper edge of the paper, mm.
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// Where things stand on an envelope.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zones {
    /// The room for the sender, at the upper left.
    pub sender: Rect,
    /// The room for the addressee, at the lower right.
    pub addressee: Rect,
}

/// The window of a DL envelope on its face: upper right, 95 × 55 mm, 5 mm from
/// both edges.
pub const DL_WINDOW: Rect = Rect {
    x: 220.0 - 5.0 - 95.0,
    y: 5.0,
    width: 95.0,
    height: 55.0,
};

#[derive(Clone, Debug, Default)]
pub struct Envelope {
    /// Which also says whether the address shows through a window.
    pub size: EnvelopeSize,
    /// To whom, name first, then the address.
    pub address: Vec<String>,
    pub letter: PaperLetter,
    /// How it goes; registered and valued letters are marked.
    pub way: Option<DispatchWay>,
}

/// The index in an address: six digits that stand by themselves.
pub(super) fn index(address: &[String]) -> Option<String> {
    static INDEX: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?:^|[^0-9])([1-9][0-9]{5})(?:[^0-9]|$)").ok());
    let found = INDEX.as_ref()?;
    // The name may hold a number too; the address stands below it.
    address
        .iter()
        .skip(usize::from(address.len() > 1))
        .find_map(|line| Some(found.captures(line)?.get(1)?.as_str().to_owned()))
}

/// The envelope, ready to be set.
pub fn envelope(envelope: &Envelope, frame: &PaperFrame<'_>) -> FixedDocument {
    let (width, height) = envelope.size.size();
    let zones = envelope.size.zones();
    // A larger envelope is read from farther off.
    let type_size = if width > 300.0 { 14.0 } else { 11.5 };
    let mut sheet = FixedPage {
        width,
        height,
        ..FixedPage::default()
    };
    sheet
        .boxes
        .push(sender(envelope, frame, zones.sender, type_size - 1.5));
    if envelope.size != EnvelopeSize::DlWindow {
        let mark = envelope
            .way
            .map(|way| words(frame.language).of("mark", way.as_str()))
            .unwrap_or_default();
        addressee(
            &mut sheet,
            &envelope.address,
            frame,
            zones.addressee,
            type_size,
            mark,
        );
    }
    let number = frame.number_of(&envelope.letter);
    FixedDocument {
        meta: frame.meta(
            frame.phrase("envelope_title", &[("number", &number)]),
            envelope.size.name(),
        ),
        family: press::Family::Sans,
        pages: vec![sheet],
    }
}

fn sender(envelope: &Envelope, frame: &PaperFrame<'_>, zone: Rect, size: f32) -> TextBox {
    let from = frame.sender();
    let mut lines = vec![BoxLine::plain(frame.word("from"), 8.0)];
    if let Some((name, rest)) = from.split_first() {
        lines.push(BoxLine::plain(name.clone(), size).bold());
        if !rest.is_empty() {
            lines.push(BoxLine::plain(frame.word("from_where"), 8.0).after(2.0));
            lines.extend(rest.iter().map(|l| BoxLine::plain(l.clone(), size)));
        }
    }
    if !envelope.letter.number.is_empty() {
        let reference = frame.phrase(
            "reference",
            &[
                ("number", &frame.number_of(&envelope.letter)),
                ("date", &frame.date_of(&envelope.letter)),
            ],
        );
        lines.push(BoxLine::plain(reference, 8.0).after(3.0));
    }
    TextBox {
        x: zone.x,
        y: zone.y,
        width: zone.width,
        height: zone.height,
        lines,
        bottom: false,
    }
}

/// A box of the index, mm.
const DIGIT: (f32, f32) = (7.0, 9.0);
/// Between two boxes, mm.
const BETWEEN: f32 = 1.6;

fn addressee(
    sheet: &mut FixedPage,
    address: &[String],
    frame: &PaperFrame<'_>,
    zone: Rect,
    size: f32,
    mark: &str,
) {
    let index = index(address);
    let below = if index.is_some() { DIGIT.1 + 2.0 } else { 0.0 };
    let mut lines = Vec::new();
    if !mark.is_empty() {
        lines.push(BoxLine::plain(mark.to_uppercase(), 9.0).bold());
    }
    lines.extend(address_lines(address, frame, size));
    sheet.boxes.push(TextBox {
        x: zone.x,
        y: zone.y,
        width: zone.width,
        height: zone.height - below,
        lines,
        bottom: false,
    });
    let Some(index) = index else { return };
    let top = zone.y + zone.height - DIGIT.1;
    for (at, digit) in index.chars().enumerate() {
        let x = zone.x + at as f32 * (DIGIT.0 + BETWEEN);
        sheet
            .rules
            .extend(Rule::border(x, top, DIGIT.0, DIGIT.1, 0.3, 0.0));
        sheet.boxes.push(TextBox {
            x,
            y: top + 1.4,
            width: DIGIT.0,
            height: DIGIT.1 - 1.4,
            lines: vec![
                BoxLine::plain(digit.to_string(), 16.0)
                    .bold()
                    .aligned(Align::Centre),
            ],
            bottom: false,
        });
    }
}

/// «Кому», name, «Куда», address.
pub(super) fn address_lines(address: &[String], frame: &PaperFrame<'_>, size: f32) -> Vec<BoxLine> {
    let cleaned: Vec<String> = address
        .iter()
        .map(|l| clean_line(l))
        .filter(|l| !l.is_empty())
        .collect();
    let mut lines = Vec::new();
    if let Some((name, rest)) = cleaned.split_first() {
        lines.push(BoxLine::plain(frame.word("to"), 8.0));
        lines.push(BoxLine::plain(name.clone(), size).bold());
        if !rest.is_empty() {
            lines.push(BoxLine::plain(frame.word("to_where"), 8.0).after(2.0));
            lines.extend(rest.iter().map(|l| BoxLine::plain(l.clone(), size)));
        }
    }
    lines
}
