//! The page of a bundle's folder. Everything on it is escaped; it runs nothing and fetches nothing.

use crate::bundle::gathered::Gathered;
use crate::bundle::piece::Piece;
use complaint::Language;
use std::fmt::Write;

/// A paper, and where it lies in the folder.
pub(crate) struct PagePaper<'p> {
    pub piece: &'p Piece,
    /// The original, and whether the page leads to it.
    pub original: Option<(String, bool)>,
    /// The stamped copy.
    pub copy: Option<String>,
}

const STYLE: &str = "body{font:16px/1.5 'PT Serif',Georgia,serif;color:#1c1c1a;background:#fbfaf7;\
margin:0 auto;max-width:62rem;padding:2rem 1.25rem}h1{font-size:1.6rem;margin:0 0 .5rem}\
h2{font-size:1.15rem;margin:2rem 0 .5rem}table{border-collapse:collapse;width:100%}\
th,td{text-align:start;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #d9d5cb}\
th{font-size:.85rem;font-weight:600;color:#55524a}a{color:#1f4e79}p{margin:.3rem 0}\
.soft{color:#55524a;font-size:.9rem}code{font:.75rem/1.3 monospace;overflow-wrap:anywhere}\
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;background:#fff;\
border:1px solid #d9d5cb;padding:1rem;margin:.5rem 0}img{max-width:100%;max-height:30rem;\
border:1px solid #d9d5cb}bdi{overflow-wrap:anywhere}";

/// The page; `whole` is the one PDF.
pub(crate) fn page(gathered: &Gathered<'_>, papers: &[PagePaper<'_>], whole: &str) -> String {
    let lang = match gathered.frame.language {
        Language::Ru => "ru",
        Language::En => "en",
    };
    let phrase = |name: &str| escaped(&gathered.phrase(name, &[]));
    let said = |name: &str, text: &str| {
        let text = gathered.shown(text);
        escaped(&gathered.phrase(name, &[("text", &text)]))
    };
    let matter = &gathered.case.contents.complaint.fields.matter;
    let title = escaped(&gathered.phrase("bundle_title", &[("number", gathered.number())]));
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n",
        lang
    );
    let mut add = |text: String| out.push_str(&text);
    let name = matter.complainant.name.trim();
    let who = if name.is_empty() {
        letter::paper_phrase(gathered.frame.language, "anonymous", &[])
    } else {
        name.to_owned()
    };
    add(format!("<p>{}</p>\n", said("bundle_who", &who)));
    add(format!(
        "<p>{}</p>\n",
        said("bundle_subject", &matter.subject)
    ));
    add(format!(
        "<p class=\"soft\">{}</p>\n",
        escaped(&gathered.phrase("bundle_made", &[("date", &day(gathered, gathered.today))]))
    ));
    if gathered.closing.is_some() {
        add(format!(
            "<p class=\"soft\">{}</p>\n",
            phrase("bundle_closed")
        ));
    }
    add(format!(
        "<p><a href=\"{}\">{}</a></p>\n",
        link(whole),
        phrase("bundle_page_whole")
    ));
    add(format!(
        "<h2>{}</h2>\n<table>\n<tr><th>{}<th>{}<th>{}<th>{}<th>SHA-256</tr>\n",
        phrase("bundle_contents"),
        phrase("bundle_name"),
        phrase("index_date"),
        phrase("bundle_sheets"),
        phrase("bundle_where"),
    ));
    for paper in papers {
        add(row(gathered, paper));
    }
    add("</table>\n".to_owned());
    add(format!(
        "<p class=\"soft\">{}</p>\n",
        phrase("bundle_page_sums")
    ));
    add(format!("<h2>{}</h2>\n<table>\n", phrase("bundle_course")));
    for happening in &gathered.course {
        let what = escaped(&gathered.shown(&happening.what));
        let at = happening.at.map(|at| at.format(" %H:%M").to_string());
        add(format!(
            "<tr><td>{}{}<td><bdi>{what}</bdi></tr>\n",
            day(gathered, happening.on),
            at.unwrap_or_default()
        ));
    }
    add("</table>\n".to_owned());
    let text = &gathered.case.contents.complaint.fields.text;
    if !text.trim().is_empty() {
        let text = escaped(&gathered.shown(text));
        add(format!(
            "<h2>{}</h2>\n<pre dir=\"auto\">{text}</pre>\n",
            phrase("bundle_page_text")
        ));
    }
    let pictures: Vec<_> = papers.iter().filter(|paper| is_picture(paper)).collect();
    if !pictures.is_empty() {
        add(format!("<h2>{}</h2>\n", phrase("bundle_page_pictures")));
    }
    for paper in pictures {
        if let Some((path, _)) = &paper.original {
            let label = escaped(&gathered.named(paper.piece));
            add(format!(
                "<p><bdi>{label}</bdi></p>\n<p><img loading=\"lazy\" alt=\"{label}\" src=\"{}\"></p>\n",
                link(path)
            ));
        }
    }
    add("</body>\n</html>\n".to_owned());
    out
}

fn is_picture(paper: &PagePaper<'_>) -> bool {
    let shown = matches!(paper.piece.media_type.as_str(), "image/png" | "image/jpeg");
    shown && paper.original.as_ref().is_some_and(|(_, leads)| *leads)
}

fn row(gathered: &Gathered<'_>, paper: &PagePaper<'_>) -> String {
    let piece = paper.piece;
    let phrase = |name: &str| escaped(&gathered.phrase(name, &[]));
    let mut places = Vec::new();
    match &paper.original {
        Some((path, true)) => {
            places.push(format!(
                "<a href=\"{}\">{}</a>",
                link(path),
                phrase("bundle_page_original")
            ));
        }
        Some((path, false)) => places.push(format!(
            "<bdi>{}</bdi>, {}",
            escaped(path),
            phrase("bundle_page_kept")
        )),
        None => {}
    }
    if let Some(path) = &paper.copy {
        places.push(format!(
            "<a href=\"{}\">{}</a>",
            link(path),
            phrase("bundle_page_sheets")
        ));
    }
    let count = piece.count();
    let of = match gathered.closing {
        Some(_) if !piece.sha256.is_empty() => format!("{}: ", phrase("bundle_sum_original")),
        Some(_) | None => String::new(),
    };
    let mut out = String::new();
    // Writing to a string doesn't fail.
    let _ = writeln!(
        out,
        "<tr><td><bdi>{}</bdi><td>{}<td>{}<td>{}<td>{of}<code>{}</code></tr>",
        escaped(&gathered.named(piece)),
        day(gathered, piece.date),
        if count > 0 {
            count.to_string()
        } else {
            String::new()
        },
        places.join("<br>"),
        escaped(&piece.sha256),
    );
    out
}

fn day(gathered: &Gathered<'_>, day: chrono::NaiveDate) -> String {
    match gathered.frame.language {
        Language::Ru => russian::date::short(day),
        Language::En => russian::date::english(day),
    }
}

/// A text within a page or within quotes: nothing in it is a mark, turns the writing around or is
/// invisible.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            _ if complaint::is_visible(c) => out.push(c),
            _ => {}
        }
    }
    out
}

/// A path as a link: what is no plain letter or digit goes by its bytes, so that it names a file
/// below the folder and nothing else.
fn link(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{escaped, link};

    #[test]
    fn nothing_of_a_stranger_is_a_mark_or_leads_out() {
        assert_eq!(
            escaped("\"><img src=x onerror='a()'>&\u{202e}"),
            "&quot;&gt;&lt;img src=x onerror=&#39;a()&#39;&gt;&amp;"
        );
        assert_eq!(
            link("originals/01 javascript:a?b#c"),
            "originals/01%20javascript%3Aa%3Fb%23c"
        );
    }
}
