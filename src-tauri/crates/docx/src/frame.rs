//! The frame of a letter: letterhead, reference, addressee and heading above
//! the text; enclosures, signatures and executor below it.

use crate::blocks::{Place, Writer, table_properties};
use crate::pictures::{Sized, sized};
use crate::props::{Props, Ruled, Type, mm, pt};
use press::{
    Align, Block, Document, Enclosures, Language, Letterhead, LetterheadForm, LogoPlace, Marker,
    Reference, Signature, Span,
};
use std::io;

/// Points in a millimetre.
const PT_MM: f32 = 72.0 / 25.4;
/// Lines of the executor that are shown, as in print.
const EXECUTOR_LINES: usize = 12;

impl Writer<'_> {
    /// All that stands above the text.
    pub fn opening(&mut self, document: &Document) -> io::Result<()> {
        let whole = pt(self.width());
        let right = mm(85.0).min(whole * 48 / 100);
        let left = mm(80.0).min(whole - right - mm(4.0));
        let corner = document
            .letterhead
            .as_ref()
            .filter(|h| h.form == LetterheadForm::Corner);
        if let Some(head) = &document.letterhead
            && corner.is_none()
        {
            self.longitudinal(head)?;
        }
        let addressee: Vec<&str> = filled(&document.addressee);
        if corner.is_some() || document.reference.is_some() || !addressee.is_empty() {
            let widths = [left, whole - left - right, right];
            self.xml.open("w:tbl", &[])?;
            table_properties(&mut self.xml, 0, false, &widths)?;
            self.xml.open("w:tr", &[])?;
            self.open_cell(widths[0])?;
            if let Some(head) = corner {
                self.corner(head, left)?;
            }
            if let Some(reference) = &document.reference {
                self.reference(reference, corner.is_some())?;
            }
            if corner.is_none() && document.reference.is_none() {
                self.spacer(1.0)?;
            }
            self.xml.close("w:tc")?;
            self.open_cell(widths[1])?;
            self.spacer(1.0)?;
            self.xml.close("w:tc")?;
            self.open_cell(widths[2])?;
            for line in &addressee {
                let props = self.small(1.0, Align::Left);
                self.line(props, line, Type::BODY)?;
            }
            if addressee.is_empty() {
                self.spacer(1.0)?;
            }
            self.xml.close("w:tc")?;
            self.xml.close("w:tr")?;
            self.xml.close("w:tbl")?;
        }
        if let Some(heading) = document.heading.as_deref().map(str::trim)
            && !heading.is_empty()
        {
            let props = Props {
                style: Some("Heading1"),
                align: Align::Left,
                right: (whole - mm(88.0)).max(0),
                before: pt(self.page.leading * 1.6),
                after: pt(self.page.leading * 1.2),
                leading: Some(pt(self.page.size * 1.2)),
                keep_next: true,
                ..Props::default()
            };
            self.line(props, heading, Type::BODY.bold())
        } else {
            self.spacer(1.2)
        }
    }

    /// A line of the frame, set closer than the text.
    fn small(&self, scale: f32, align: Align) -> Props {
        Props {
            align,
            leading: Some(pt(self.page.size * scale * 1.18)),
            ..Props::default()
        }
    }

    fn longitudinal(&mut self, head: &Letterhead) -> io::Result<()> {
        let whole = pt(self.width());
        let centred = head.logo_place == LogoPlace::Centre;
        let share = if centred { 0.4 } else { 0.22 };
        let logo = head
            .logo
            .as_ref()
            .and_then(|logo| sized(logo, self.width() * share, 24.0 * PT_MM));
        match logo {
            Some(logo) if !centred => {
                let beside = pt(logo.width) + mm(6.0);
                let middle = whole - 2 * beside;
                let widths = if middle < whole / 2 {
                    vec![beside, whole - beside]
                } else {
                    vec![beside, middle, beside]
                };
                self.xml.open("w:tbl", &[])?;
                table_properties(&mut self.xml, 0, false, &widths)?;
                self.xml.open("w:tr", &[])?;
                self.open_cell(widths[0])?;
                self.logo(&logo, Align::Left)?;
                self.xml.close("w:tc")?;
                self.open_cell(widths[1])?;
                self.sender(head, 1.25)?;
                self.xml.close("w:tc")?;
                if let Some(third) = widths.get(2) {
                    self.open_cell(*third)?;
                    self.spacer(1.0)?;
                    self.xml.close("w:tc")?;
                }
                self.xml.close("w:tr")?;
                self.xml.close("w:tbl")?;
            }
            Some(logo) => {
                self.logo(&logo, Align::Centre)?;
                self.sender(head, 1.25)?;
            }
            None => self.sender(head, 1.25)?,
        }
        let foot = Props {
            ruled: Some(Ruled::LetterheadFoot),
            leading: Some(pt(4.0)),
            after: pt(self.page.leading * 0.6),
            ..Props::default()
        };
        self.paragraph(foot, &[], Type::BODY)
    }

    fn logo(&mut self, logo: &Sized<'_>, align: Align) -> io::Result<()> {
        self.begin(Props {
            align,
            after: pt(4.0),
            ..Props::default()
        })?;
        let alt = self.word("Логотип", "Logo");
        self.pictures.show(&mut self.xml, logo, alt)?;
        self.xml.close("w:p")
    }

    fn corner(&mut self, head: &Letterhead, width: i32) -> io::Result<()> {
        let room = width as f32 / 20.0 * 0.6;
        if let Some(logo) = head
            .logo
            .as_ref()
            .and_then(|logo| sized(logo, room, 20.0 * PT_MM))
        {
            self.logo(&logo, Align::Centre)?;
        }
        self.sender(head, 1.08)
    }

    /// Name, tagline and details.
    fn sender(&mut self, head: &Letterhead, scale: f32) -> io::Result<()> {
        let props = self.small(scale, Align::Centre);
        self.line(props, &head.name, Type::scaled(scale).bold())?;
        if let Some(tagline) = head.tagline.as_deref().filter(|t| !t.trim().is_empty()) {
            let props = self.small(0.92, Align::Centre);
            self.line(props, tagline, Type::scaled(0.92))?;
        }
        for (at, detail) in filled(&head.details).into_iter().enumerate() {
            let props = Props {
                before: if at == 0 { pt(3.0) } else { 0 },
                ..self.small(0.75, Align::Centre)
            };
            self.line(props, detail, Type::scaled(0.75))?;
        }
        Ok(())
    }

    fn reference(&mut self, reference: &Reference, under_head: bool) -> io::Result<()> {
        let blank =
            |text: &Option<String>, blank: &str| text.clone().unwrap_or_else(|| blank.to_owned());
        let date = blank(&reference.date, "______________");
        let number = blank(&reference.number, "__________");
        let sign = self.word("№", "No.");
        let props = Props {
            before: if under_head {
                pt(self.page.leading * 0.6)
            } else {
                0
            },
            ..self.small(0.92, Align::Left)
        };
        self.line(
            props,
            &format!("{date}  {sign}\u{a0}{number}"),
            Type::scaled(0.92),
        )?;
        if reference.reply_number.is_none() && reference.reply_date.is_none() {
            return Ok(());
        }
        let number = blank(&reference.reply_number, "__________");
        let from = blank(&reference.reply_date, "__________");
        let line = match self.language {
            Language::Ru => format!("На №\u{a0}{number} от {from}"),
            Language::En => format!("Your ref. {number} of {from}"),
        };
        let props = Props {
            before: pt(2.0),
            ..self.small(0.92, Align::Left)
        };
        self.line(props, &line, Type::scaled(0.92))
    }

    /// All that stands below the text.
    pub fn closing(&mut self, document: &Document) -> io::Result<()> {
        self.list_notes()?;
        if let Some(enclosures) = &document.enclosures {
            self.enclosures(enclosures)?;
        }
        for signature in &document.signatures {
            self.signature(signature)?;
        }
        if document.receipt {
            self.receipt()?;
        }
        let lines = filled(&document.executor);
        for (at, line) in lines.into_iter().take(EXECUTOR_LINES).enumerate() {
            let props = Props {
                before: if at == 0 { pt(self.page.leading) } else { 0 },
                ..self.small(0.75, Align::Left)
            };
            self.line(props, line, Type::scaled(0.75))?;
        }
        Ok(())
    }

    fn enclosures(&mut self, enclosures: &Enclosures) -> io::Result<()> {
        let many = enclosures.items.len() > 1;
        let label = enclosures.label.clone().unwrap_or_else(|| {
            self.word("Приложение", if many { "Enclosures" } else { "Enclosure" })
                .to_owned()
        });
        let props = Props {
            align: Align::Left,
            before: pt(self.page.leading),
            ..self.body(Place::END, None)
        };
        match enclosures.items.as_slice() {
            [] => Ok(()),
            [one] => self.line(props, &format!("{label}: {one}"), Type::BODY),
            items => {
                self.line(props, &format!("{label}:"), Type::BODY)?;
                let items = items
                    .iter()
                    .map(|i| vec![Block::aligned(Align::Left, vec![Span::plain(i.as_str())])])
                    .collect();
                let list = Block::List {
                    marker: Marker::Numbered { start: 1 },
                    items,
                };
                self.blocks(&[list], Place::END)
            }
        }
    }

    fn signature(&mut self, signature: &Signature) -> io::Result<()> {
        let closing = signature.closing.as_deref().map(str::trim).unwrap_or("");
        let props = Props {
            align: Align::Left,
            before: pt(self.page.leading),
            keep_next: true,
            ..self.body(Place::TOP, None)
        };
        if closing.is_empty() {
            self.spacer(1.0)?;
        } else {
            self.line(props, closing, Type::BODY)?;
        }
        let whole = pt(self.width());
        let post = mm(75.0).min(whole * 45 / 100);
        let name = whole * 30 / 100;
        let widths = [post, whole - post - name, name];
        let signed = signature
            .picture
            .as_ref()
            .and_then(|p| sized(p, 48.0 * PT_MM, 18.0 * PT_MM));
        let stamp = signature
            .stamp
            .as_ref()
            .and_then(|p| sized(p, 42.0 * PT_MM, 42.0 * PT_MM));
        let pictured = signed.is_some() || stamp.is_some();
        self.xml.open("w:tbl", &[])?;
        table_properties(&mut self.xml, 0, false, &widths)?;
        self.xml.open("w:tr", &[])?;
        self.xml.open("w:trPr", &[])?;
        self.xml.empty("w:cantSplit", &[])?;
        self.xml.close("w:trPr")?;
        // Room to sign by hand stays where there is no picture.
        let room = if pictured { 0 } else { mm(9.0) };
        self.open_cell(widths[0])?;
        let props = Props {
            before: room,
            ..self.small(1.0, Align::Left)
        };
        self.line(props, &signature.post, Type::BODY)?;
        self.xml.close("w:tc")?;
        self.open_cell(widths[1])?;
        if pictured {
            self.begin(Props {
                align: Align::Centre,
                ..Props::default()
            })?;
            let words = [
                (stamp, self.word("Оттиск печати", "Stamp")),
                (signed, self.word("Подпись", "Signature")),
            ];
            for (picture, alt) in words {
                if let Some(picture) = picture {
                    self.pictures.show(&mut self.xml, &picture, alt)?;
                }
            }
            self.xml.close("w:p")?;
        } else {
            self.spacer(1.0)?;
        }
        self.xml.close("w:tc")?;
        self.open_cell(widths[2])?;
        let props = Props {
            before: room,
            ..self.small(1.0, Align::Right)
        };
        self.paragraph(props, &[Span::name(signature.name.as_str())], Type::BODY)?;
        self.xml.close("w:tc")?;
        self.xml.close("w:tr")?;
        self.xml.close("w:tbl")?;
        if signature.stamp.is_none() && signature.stamp_place {
            let props = Props {
                before: mm(5.0),
                ..self.small(0.85, Align::Left)
            };
            let mark = self.word("М. П.", "L. S.");
            self.line(props, mark, Type::scaled(0.85))?;
        }
        Ok(())
    }
}

/// The line of one who receives the letter by hand: widths in hundredths of the
/// text's, and what is written under each part.
const RECEIPT: [(i32, &str, &str); 6] = [
    (16, "", ""),
    (38, "фамилия, инициалы", "name"),
    (4, "", ""),
    (16, "дата", "date"),
    (4, "", ""),
    (22, "подпись", "signature"),
];

impl Writer<'_> {
    fn receipt(&mut self) -> io::Result<()> {
        let whole = pt(self.width());
        let widths: Vec<i32> = RECEIPT.iter().map(|part| whole * part.0 / 100).collect();
        let gap = Props {
            leading: Some(mm(9.0)),
            ..Props::default()
        };
        self.paragraph(gap, &[], Type::BODY)?;
        self.xml.open("w:tbl", &[])?;
        table_properties(&mut self.xml, 0, false, &widths)?;
        for captions in [false, true] {
            self.xml.open("w:tr", &[])?;
            self.xml.open("w:trPr", &[])?;
            self.xml.empty("w:cantSplit", &[])?;
            self.xml.close("w:trPr")?;
            for (at, (part, width)) in RECEIPT.iter().zip(&widths).enumerate() {
                let words = match (captions, at) {
                    (false, 0) => self.word("Получил:", "Received:"),
                    (false, _) => "",
                    (true, _) => self.word(part.1, part.2),
                };
                self.open_cell(*width)?;
                let scale = if captions { 0.7 } else { 1.0 };
                let align = if captions { Align::Centre } else { Align::Left };
                let props = Props {
                    ruled: (!captions && !part.1.is_empty()).then_some(Ruled::Below),
                    keep_next: !captions,
                    ..self.small(scale, align)
                };
                self.line(props, words, Type::scaled(scale))?;
                self.xml.close("w:tc")?;
            }
            self.xml.close("w:tr")?;
        }
        self.xml.close("w:tbl")?;
        self.spacer(0.4)
    }
}

fn filled(lines: &[String]) -> Vec<&str> {
    lines
        .iter()
        .map(String::as_str)
        .filter(|line| !line.trim().is_empty())
        .collect()
}
