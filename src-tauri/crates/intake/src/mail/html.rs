//! HTML into plain text: what a reader would see, and nothing that acts.
//!
//! This is a scanner of tags, not a browser: no style is applied, no address is
//! fetched, no script is looked at. Scripts and styles are dropped, a link is
//! shown as its text with its address behind it, a quotation gets `> ` before
//! its lines, a picture is shown by its alternative text.

use super::hidden::{self, raw_attribute};

/// How deep quotations are shown.
const DEEPEST_QUOTE: usize = 9;

/// The plain text of an HTML document. What the page hides is left out, unless it hides all it has.
pub(crate) fn to_text(html: &str) -> String {
    let classes = hidden::classes(html);
    let shown = text(html, Some(&classes));
    if shown.trim().is_empty() {
        text(html, None)
    } else {
        shown
    }
}

fn text(html: &str, hidden_classes: Option<&[String]>) -> String {
    read(html, hidden_classes).0.finish()
}

/// Names of elements that are known never to end in what is left; without this
/// memory, many unfinished scripts would each be searched to the end.
#[derive(Default)]
struct Endless(Vec<String>);

impl Endless {
    /// More of them than any mail has. Elements may be called anything, and each
    /// name costs a search to the end: beyond this nothing counts as hidden.
    const MOST: usize = 24;

    fn may_end(&self, name: &str) -> bool {
        self.0.len() < Self::MOST && !self.0.iter().any(|known| known == name)
    }
}

fn read(html: &str, hidden_classes: Option<&[String]>) -> (Page, Endless) {
    let mut page = Page::default();
    let mut endless = Endless::default();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        page.words(&rest[..open]);
        rest = &rest[open..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            rest = rest.find('>').map_or("", |end| &rest[end + 1..]);
        } else if let Some((tag, after)) = tag(rest) {
            rest = after;
            if !tag.closes && is_unread(&tag.name) {
                if endless.may_end(&tag.name) {
                    match after_element(rest, &tag.name) {
                        Some(after) => rest = after,
                        // An element that never ends would hide the whole
                        // letter; its content is shown as text instead.
                        None => endless.0.push(tag.name),
                    }
                }
            } else if let Some(classes) = hidden_classes
                && !tag.closes
                && endless.may_end(&tag.name)
                && hidden::is_hidden(&tag.name, tag.attributes, classes)
            {
                match hidden::after_balanced(rest, &tag.name) {
                    Some(after) => rest = after,
                    None => endless.0.push(tag.name),
                }
            } else {
                page.tag(&tag);
            }
        } else {
            page.words("<");
            rest = &rest[1..];
        }
    }
    page.words(rest);
    (page, endless)
}

struct Tag<'h> {
    name: String,
    closes: bool,
    attributes: &'h str,
}

/// Reads the tag at the start; `None` when a sign `<` stands for itself.
fn tag(text: &str) -> Option<(Tag<'_>, &str)> {
    let inner = &text[1..];
    let (closes, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let name_end = inner
        .find(|c: char| c.is_whitespace() || c == '>' || c == '/')
        .unwrap_or(inner.len());
    // A quoted attribute may hold the sign that would end the tag.
    let mut quote = None;
    let mut end = inner.len();
    for (at, byte) in inner.bytes().enumerate().skip(name_end) {
        match (quote, byte) {
            (None, b'>') => {
                end = at;
                break;
            }
            (None, b'"' | b'\'') if inner[..at].trim_end().ends_with('=') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    if end == inner.len() && quote.is_some() {
        // The quotation never ends: the first sign ends the tag after all.
        end = inner.find('>').unwrap_or(inner.len());
    }
    let tag = Tag {
        name: inner[..name_end.min(end)]
            .chars()
            .take(20)
            .collect::<String>()
            .to_ascii_lowercase(),
        closes,
        attributes: inner.get(name_end..end).unwrap_or_default(),
    };
    Some((tag, inner.get(end + 1..).unwrap_or_default()))
}

fn is_unread(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "title"
            | "template"
            | "svg"
            | "math"
            | "object"
            | "iframe"
            | "noframes"
    )
}

fn after_element<'h>(rest: &'h str, name: &str) -> Option<&'h str> {
    let mut at = 0;
    while let Some(found) = rest[at..].find("</") {
        let after = at + found + 2;
        let tail = &rest[after..];
        if tail
            .get(..name.len())
            .is_some_and(|n| n.eq_ignore_ascii_case(name))
        {
            return Some(tail.find('>').map_or("", |end| &tail[end + 1..]));
        }
        at = after;
    }
    None
}

fn attribute(attributes: &str, wanted: &str) -> Option<String> {
    raw_attribute(attributes, wanted).map(|value| entities(value).trim().to_owned())
}

#[derive(Default)]
struct Page {
    out: String,
    /// Text of the line being written.
    line: String,
    blank_lines: usize,
    quotes: usize,
    verbatim: usize,
    /// The address of the open link, with the place in the text where it began.
    /// Links don't nest.
    open_link: Option<(String, usize)>,
}

impl Page {
    fn words(&mut self, text: &str) {
        let text = entities(text);
        for c in text.chars() {
            match c {
                '\n' if self.verbatim > 0 => self.end_line(),
                c if c.is_whitespace() && c != '\u{a0}' && self.verbatim == 0 => {
                    if !self.line.is_empty() && !self.line.ends_with(' ') {
                        self.line.push(' ');
                    }
                }
                '\r' => {}
                // A no-break space at the start of a line is an indent of the page.
                '\u{a0}' if self.line.is_empty() => {}
                c => self.line.push(c),
            }
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let line = line.trim_end();
        if line.is_empty() {
            self.blank_lines += 1;
            return;
        }
        if !self.out.is_empty() {
            for _ in 0..self.blank_lines.min(1) {
                self.out.push('\n');
            }
        }
        self.blank_lines = 0;
        for _ in 0..self.quotes.min(DEEPEST_QUOTE) {
            self.out.push_str("> ");
        }
        self.out.push_str(line);
        self.out.push('\n');
    }

    /// Ends the line that is being written, if any.
    fn block(&mut self) {
        if !self.line.trim().is_empty() {
            self.end_line();
        } else {
            self.line.clear();
        }
    }

    fn gap(&mut self) {
        self.block();
        self.blank_lines += 1;
    }

    fn tag(&mut self, tag: &Tag<'_>) {
        match tag.name.as_str() {
            "br" => self.end_line(),
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "table" | "ul" | "ol" | "dl" => {
                self.gap()
            }
            "hr" => {
                self.block();
                self.line.push_str("———");
                self.block();
            }
            "div" | "section" | "article" | "header" | "footer" | "main" | "center" | "address"
            | "tr" | "dt" | "dd" | "form" | "fieldset" | "body" | "html" | "head" | "caption"
            | "figure" | "option" => self.block(),
            "li" => {
                self.block();
                if !tag.closes {
                    self.line.push_str("• ");
                }
            }
            "td" | "th" if tag.closes && !self.line.trim().is_empty() => self.line.push(' '),
            "blockquote" => {
                self.block();
                self.quotes = if tag.closes {
                    self.quotes.saturating_sub(1)
                } else {
                    self.quotes + 1
                };
            }
            "pre" => {
                self.block();
                self.verbatim = if tag.closes {
                    self.verbatim.saturating_sub(1)
                } else {
                    self.verbatim + 1
                };
            }
            "img" if !tag.closes => {
                if let Some(alt) = attribute(tag.attributes, "alt").filter(|alt| !alt.is_empty()) {
                    self.words("[");
                    self.words(&alt.chars().take(200).collect::<String>());
                    self.words("]");
                }
            }
            "a" => self.link(tag),
            _ => {}
        }
    }

    fn link(&mut self, tag: &Tag<'_>) {
        if !tag.closes {
            let address = attribute(tag.attributes, "href").unwrap_or_default();
            self.open_link = Some((address, self.out.len() + self.line.len()));
            return;
        }
        let Some((address, start)) = self.open_link.take() else {
            return;
        };
        let lower = address.to_ascii_lowercase();
        // A script is no place to go, and an anchor or a picture of this very
        // message has no address worth showing.
        if address.is_empty()
            || ["javascript:", "vbscript:", "data:", "cid:", "#"]
                .iter()
                .any(|s| lower.starts_with(s))
        {
            return;
        }
        let bare = |s: &str| {
            let s = s.trim().trim_end_matches('/');
            let s = s
                .strip_prefix("https://")
                .or_else(|| s.strip_prefix("http://"))
                .unwrap_or(s);
            s.strip_prefix("mailto:")
                .or_else(|| s.strip_prefix("tel:"))
                .unwrap_or(s)
                .to_owned()
        };
        let shown = match start.checked_sub(self.out.len()) {
            Some(within) => self.line.get(within..).unwrap_or_default(),
            None => "",
        };
        if bare(shown) == bare(&address) {
            return;
        }
        if !self.line.is_empty() && !self.line.ends_with(' ') {
            self.line.push(' ');
        }
        self.line
            .push_str(&format!("({})", address.replace(char::is_whitespace, "")));
    }

    fn finish(mut self) -> String {
        self.block();
        self.out.truncate(self.out.trim_end().len());
        self.out
    }
}

/// Replaces character references; an unknown one stays as it is written.
fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let name_end = rest[1..]
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '#')
            .map_or(rest.len(), |end| end + 1);
        match reference(&rest[1..name_end.min(34)]) {
            Some(c) if name_end <= 34 => {
                out.push(c);
                rest = &rest[name_end..];
                rest = rest.strip_prefix(';').unwrap_or(rest);
            }
            _ => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn reference(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        // Windows codes are written where Unicode was meant.
        let code = match code {
            0x85 => 0x2026,
            0x91 => 0x2018,
            0x92 => 0x2019,
            0x93 => 0x201C,
            0x94 => 0x201D,
            0x95 => 0x2022,
            0x96 => 0x2013,
            0x97 => 0x2014,
            code => code,
        };
        return char::from_u32(code).filter(|c| !c.is_control() || c.is_whitespace());
    }
    Some(match name {
        "amp" | "AMP" => '&',
        "lt" | "LT" => '<',
        "gt" | "GT" => '>',
        "quot" | "QUOT" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "ensp" | "emsp" | "thinsp" => ' ',
        "shy" | "zwnj" | "zwj" | "lrm" | "rlm" => '\u{ad}',
        "laquo" => '«',
        "raquo" => '»',
        "bdquo" => '„',
        "ldquo" => '“',
        "rdquo" => '”',
        "lsquo" => '‘',
        "rsquo" => '’',
        "mdash" => '—',
        "ndash" => '–',
        "minus" => '−',
        "hellip" => '…',
        "bull" => '•',
        "middot" => '·',
        "copy" => '©',
        "reg" => '®',
        "trade" => '™',
        "deg" => '°',
        "sect" => '§',
        "para" => '¶',
        "plusmn" => '±',
        "times" => '×',
        "frac12" => '½',
        "euro" => '€',
        "pound" => '£',
        "cent" => '¢',
        "yen" => '¥',
        "auml" => 'ä',
        "ouml" => 'ö',
        "uuml" => 'ü',
        "Auml" => 'Ä',
        "Ouml" => 'Ö',
        "Uuml" => 'Ü',
        "szlig" => 'ß',
        "eacute" => 'é',
        "egrave" => 'è',
        "agrave" => 'à',
        "ccedil" => 'ç',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Endless, read, to_text};
    use proptest::prelude::*;

    #[test]
    fn shows_what_a_reader_sees_and_nothing_that_acts() {
        let html = "<html><head><title>T</title><style>p{color:red}</style></head><body onload=x()>\
            <p>Здравствуйте,&nbsp;это&#32;<b>я</b>!</p><script>alert('<p>no</p>')</script>\
            <img src=http://t.example/x.gif onerror='alert(1)' alt='чек'>\
            <p>Смотрите <a href=\"https://shop.example/o/1\">заказ</a> и <a href='https://a.example/'>a.example</a>,\
            <a href='javascript:alert(1)'>кнопка</a>.</p><ul><li>один<li>два</ul>\
            <blockquote>старое<br>письмо</blockquote>конец 1 < 2 &unknown; &amp;lt;</body>";
        assert_eq!(
            to_text(html),
            "Здравствуйте,\u{a0}это я!\n\n[чек]\n\nСмотрите заказ (https://shop.example/o/1) и a.example,кнопка.\n\n\
             • один\n• два\n\n> старое\n> письмо\nконец 1 < 2 &unknown; &lt;"
        );
    }

    #[test]
    fn unfinished_markup_hides_nothing() {
        assert_eq!(to_text("<p>да<script>x"), "даx");
        assert_eq!(to_text("<a href=\"x>слово"), "слово");
        assert_eq!(to_text("<!-- тайна"), "");
        assert_eq!(to_text("<pre>a  b\n c</pre>"), "a  b\n c");
    }

    #[test]
    fn hidden_elements_of_any_name_cost_no_more_searches_than_a_few() {
        let html: String = (0..50_000)
            .map(|n| format!("<a{n} hidden>"))
            .chain(["Верните".to_owned()])
            .collect();
        // Each name kept is one search to the end.
        let (page, endless) = read(&html, Some(&[]));
        assert!(endless.0.len() <= Endless::MOST, "{}", endless.0.len());
        assert_eq!(page.finish(), "Верните");
    }

    proptest! {
        #[test]
        fn any_markup_is_read(html in "([<>/&;#\"'= a-zа-я!-]|<a href=|</a>|<script>|<blockquote>|<pre>|<li>|&#x1;|<!--){0,80}") {
            let _ = to_text(&html);
        }
    }
}
