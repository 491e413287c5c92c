//! The properties of a paragraph (`w:pPr`).

use crate::xml::Xml;
use press::Align;
use std::io;

/// Which list an item belongs to; word processors reckon its number themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ListMarker {
    /// Which list, from 1.
    pub list: usize,
    /// How deep, from 0.
    pub level: usize,
}

/// A line beside or under a paragraph (`w:pBdr`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Border {
    /// A single line under it.
    Below,
    /// Under it, a thick and a thin line: the foot of a letterhead.
    LetterheadFoot,
    /// At its left: somebody else's words.
    QuotationLeft,
}

/// How a paragraph stands. Lengths are in twentieths of a point.
#[derive(Clone, Debug, Default)]
pub(crate) struct ParagraphProperties {
    /// Id of its style in `styles.xml`.
    pub style: Option<&'static str>,
    pub align: Align,
    pub left: i32,
    pub right: i32,
    /// The first line against the others; negative hangs out.
    pub first: i32,
    pub before: i32,
    pub after: i32,
    /// Distance of its base lines; `None` as its content asks.
    pub leading: Option<i32>,
    /// Stays with what follows.
    pub keep_next: bool,
    pub new_page: bool,
    pub mark: Option<ListMarker>,
    pub border: Option<Border>,
}

impl ParagraphProperties {
    /// Writes them, in the order that the format wants.
    pub fn write(&self, xml: &mut Xml) -> io::Result<()> {
        xml.open("w:pPr", &[])?;
        if let Some(style) = self.style {
            xml.val("w:pStyle", style)?;
        }
        if self.keep_next {
            xml.empty("w:keepNext", &[])?;
        }
        if self.new_page {
            xml.empty("w:pageBreakBefore", &[])?;
        }
        xml.empty("w:widowControl", &[])?;
        if let Some(mark) = self.mark {
            xml.open("w:numPr", &[])?;
            xml.val("w:ilvl", &mark.level.to_string())?;
            xml.val("w:numId", &mark.list.to_string())?;
            xml.close("w:numPr")?;
        }
        if let Some(border) = self.border {
            let (side, kind, thick, space) = match border {
                Border::Below => ("w:bottom", "single", "4", "1"),
                Border::LetterheadFoot => ("w:bottom", "thickThinSmallGap", "12", "4"),
                Border::QuotationLeft => ("w:left", "single", "6", "8"),
            };
            xml.open("w:pBdr", &[])?;
            xml.empty(
                side,
                &[
                    ("w:val", kind),
                    ("w:sz", thick),
                    ("w:space", space),
                    ("w:color", "808080"),
                ],
            )?;
            xml.close("w:pBdr")?;
        }
        let (before, after) = (
            self.before.max(0).to_string(),
            self.after.max(0).to_string(),
        );
        let leading = self.leading.map(|l| l.to_string());
        let mut spacing = vec![("w:before", before.as_str()), ("w:after", after.as_str())];
        match &leading {
            Some(leading) => {
                spacing.extend([("w:line", leading.as_str()), ("w:lineRule", "exact")]);
            }
            None => spacing.extend([("w:line", "240"), ("w:lineRule", "auto")]),
        }
        xml.empty("w:spacing", &spacing)?;
        let (left, right) = (self.left.to_string(), self.right.to_string());
        let first = self.first.unsigned_abs().to_string();
        let side = if self.first < 0 {
            "w:hanging"
        } else {
            "w:firstLine"
        };
        xml.empty(
            "w:ind",
            &[("w:left", &left), ("w:right", &right), (side, &first)],
        )?;
        xml.val(
            "w:jc",
            match self.align {
                Align::Justified => "both",
                Align::Left => "left",
                Align::Right => "right",
                Align::Centre => "center",
            },
        )?;
        xml.close("w:pPr")
    }
}
