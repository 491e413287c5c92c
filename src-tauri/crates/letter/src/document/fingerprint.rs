//! The fingerprint of a letter's content, by which a printed letter can be told
//! from one that was changed.
//!
//! It is a SHA-256, and anybody can reckon it anew from the paper. Five lines
//! are hashed, each ended by a line feed, in UTF-8: the word `otvet-letter-1`,
//! the number, the date as `20261122`, the addressee, the text from the heading
//! to the name of who signs. Of a paper that is no letter the text begins with its
//! title, and the line of its place, date and number stands behind the heading. Of number, addressee and text only letters and
//! digits are taken, with nothing between them (Unicode's alphanumeric
//! characters), so blanks, hyphens, quotation marks and where lines end don't
//! matter. The text has the numbers of lists and the word before the enclosures
//! in it as they are printed; page numbers are not of it.

use chrono::NaiveDate;
use press::{Block, Document, Marker, Span, as_set, enclosure_word};
use sha2::{Digest, Sha256};

/// The five lines that are hashed.
pub fn canonical(number: &str, date: Option<NaiveDate>, document: &Document) -> String {
    let language = document.meta.language;
    let kept = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let plain = |text: &str| kept(&as_set(&[Span::plain(text)], language));
    let addressee: String = document.addressee.iter().map(|l| plain(l)).collect();
    let title = document.paper.as_ref().map(|paper| paper.words.as_str());
    let heading = title.into_iter().chain(document.heading.as_deref());
    let mut text: String = heading.map(plain).collect();
    if let Some(paper) = &document.paper {
        let reference = document.reference.as_ref();
        text.push_str(&plain(&paper.place));
        text.push_str(&plain(&press::words::reference_line(
            language,
            reference.and_then(|r| r.number.as_deref()),
            reference.and_then(|r| r.date.as_deref()),
        )));
    }
    blocks(&document.body, document, &mut text);
    if let Some(enclosures) = &document.enclosures {
        let word = enclosures
            .label
            .clone()
            .unwrap_or_else(|| enclosure_word(language, enclosures.items.len()).to_owned());
        text.push_str(&plain(&word));
        for (n, item) in enclosures.items.iter().enumerate() {
            if enclosures.items.len() > 1 {
                text.push_str(&(n + 1).to_string());
            }
            text.push_str(&plain(item));
        }
    }
    for signature in &document.signatures {
        text.extend(signature.closing.iter().map(|c| plain(c)));
        text.push_str(&plain(&signature.post));
        text.push_str(&plain(&signature.name));
    }
    let date = date.map(|d| d.format("%Y%m%d").to_string());
    format!(
        "otvet-letter-1\n{}\n{}\n{addressee}\n{}\n",
        kept(number),
        date.unwrap_or_default(),
        kept(&text)
    )
}

/// The SHA-256 of what [`canonical`] gives, in hexadecimal.
pub fn fingerprint(number: &str, date: Option<NaiveDate>, document: &Document) -> String {
    Sha256::digest(canonical(number, date, document))
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect()
}

fn blocks(all: &[Block], document: &Document, out: &mut String) {
    let language = document.meta.language;
    for block in all {
        match block {
            Block::Paragraph(p) => out.push_str(&as_set(&p.spans, language)),
            Block::Heading { spans, .. } => out.push_str(&as_set(spans, language)),
            Block::List { marker, items } => {
                for (n, item) in items.iter().enumerate() {
                    if let Marker::Numbered { start } = marker {
                        out.push_str(&(u64::from(*start) + n as u64).to_string());
                    }
                    blocks(item, document, out);
                }
            }
            Block::Table(table) => {
                for cell in table.head.iter().chain(&table.rows).flatten() {
                    out.push_str(&as_set(&cell.spans, language));
                }
            }
            Block::Quote { blocks: inner } | Block::Together { blocks: inner } => {
                blocks(inner, document, out);
            }
            Block::Picture { caption, .. } => {
                if let Some(caption) = caption {
                    out.push_str(&as_set(&caption.spans, language));
                }
            }
            Block::Space { .. } | Block::Rule | Block::PageBreak => {}
        }
    }
}
