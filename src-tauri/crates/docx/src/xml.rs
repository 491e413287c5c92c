//! Writing XML that is well formed whatever the words are.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::io;

/// An XML text being written. What is opened must be closed by whoever opened it.
pub(crate) struct Xml(Writer<Vec<u8>>);

/// Names of attributes, with the prefix, and their values.
pub(crate) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// A text with its declaration.
    pub fn document() -> io::Result<Self> {
        let mut xml = Self::fragment();
        xml.0.write_event(Event::Decl(BytesDecl::new(
            "1.0",
            Some("UTF-8"),
            Some("yes"),
        )))?;
        Ok(xml)
    }

    /// A text without a declaration, to be put into another.
    pub fn fragment() -> Self {
        Self(Writer::new(Vec::new()))
    }

    pub fn open(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        self.0.write_event(Event::Start(start(name, attributes)))
    }

    /// Closes the element that was opened last.
    pub fn close(&mut self, name: &str) -> io::Result<()> {
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        self.0.write_event(Event::Empty(start(name, attributes)))
    }

    /// An element with one value, as WordprocessingML writes most of them.
    pub fn val(&mut self, name: &str, value: &str) -> io::Result<()> {
        self.empty(name, &[("w:val", value)])
    }

    /// Words between the tags of an element.
    pub fn text(&mut self, text: &str) -> io::Result<()> {
        self.0
            .write_event(Event::Text(BytesText::new(&speakable(text))))
    }

    /// An element that holds words alone.
    pub fn words(&mut self, name: &str, attributes: Attributes<'_>, text: &str) -> io::Result<()> {
        self.open(name, attributes)?;
        self.text(text)?;
        self.close(name)
    }

    /// Puts in a piece written elsewhere.
    pub fn piece(&mut self, piece: &[u8]) {
        self.0.get_mut().extend_from_slice(piece);
    }

    /// What was written, as UTF-8.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_inner()
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'_>) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((*key, speakable(value).as_str()));
    }
    start
}

/// The text without the characters that XML 1.0 has no way to say.
fn speakable(text: &str) -> String {
    text.chars()
        .filter(|&c| {
            matches!(c, '\t' | '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
                && !('\u{7f}'..='\u{9f}').contains(&c)
        })
        .collect()
}
