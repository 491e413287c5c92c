//! Markdown-light: the few marks a letter's text knows, made into blocks.
//!
//! `**bold**`, `*italic*`, `# heading`, `1. item`, `- item`, `| cell |` rows
//! (the second row of dashes makes the first one a head), `> words of another`,
//! a line of dashes for a rule, `\` before a sign to mean the sign itself. A
//! blank line ends a paragraph; a line end within one is a line break when the
//! line ends with `\` or two blanks, else a blank. Whatever is not a mark is
//! text: nothing is refused.

use press::{Block, Cell, Marker, Paragraph, Span, Table};

/// How deep quotes in quotes are read as such.
const DEEPEST: usize = 6;

pub fn markdown_light(text: &str) -> Vec<Block> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.split('\n').collect();
    blocks(&lines, 0)
}

fn blocks(lines: &[&str], depth: usize) -> Vec<Block> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < lines.len() {
        let line = lines[i].trim_start();
        if line.trim().is_empty() {
            i += 1;
        } else if let Some((level, rest)) = heading(line) {
            out.push(Block::Heading {
                level,
                spans: inline(rest.trim()),
            });
            i += 1;
        } else if is_rule(line) {
            out.push(Block::Rule);
            i += 1;
        } else if line.starts_with('>') && depth < DEEPEST {
            let end = run(lines, i, |l| l.trim_start().starts_with('>'));
            let inner: Vec<&str> = lines[i..end]
                .iter()
                .map(|l| {
                    let l = l.trim_start();
                    let l = l.strip_prefix('>').unwrap_or(l);
                    l.strip_prefix(' ').unwrap_or(l)
                })
                .collect();
            out.push(Block::Quote {
                blocks: blocks(&inner, depth + 1),
            });
            i = end;
        } else if line.starts_with('|') && line.trim_end().len() > 1 {
            let end = run(lines, i, |l| l.trim_start().starts_with('|'));
            out.push(table(&lines[i..end]));
            i = end;
        } else if let Some((marker, _)) = item(line) {
            let (block, end) = list(lines, i, marker);
            out.push(block);
            i = end;
        } else {
            let end = i + 1 + run(&lines[i + 1..], 0, |l| !starts_block(l, depth));
            out.push(Block::Paragraph(Paragraph {
                spans: paragraph(&lines[i..end]),
                ..Paragraph::default()
            }));
            i = end;
        }
    }
    out
}

/// One past the last line from `i` on for which `holds`.
fn run(lines: &[&str], i: usize, holds: impl Fn(&str) -> bool) -> usize {
    lines[i..]
        .iter()
        .position(|l| !holds(l))
        .map_or(lines.len(), |n| i + n)
}

fn starts_block(line: &str, depth: usize) -> bool {
    let line = line.trim_start();
    line.trim().is_empty()
        || heading(line).is_some()
        || is_rule(line)
        || line.starts_with('>') && depth < DEEPEST
        || line.starts_with('|')
        || item(line).is_some()
}

fn heading(line: &str) -> Option<(u8, &str)> {
    let level = line.bytes().take_while(|&b| b == b'#').count();
    let rest = line.get(level..)?;
    ((1..=6).contains(&level) && rest.starts_with(' ')).then_some((level as u8, rest))
}

fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 3 && (line.bytes().all(|b| b == b'-') || line.bytes().all(|b| b == b'_'))
}

/// An item's marker and text.
fn item(line: &str) -> Option<(Marker, &str)> {
    for dash in ["- ", "– ", "— ", "* ", "• "] {
        if let Some(rest) = line.strip_prefix(dash) {
            return Some((Marker::Dashed, rest));
        }
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=4).contains(&digits) {
        return None;
    }
    let start = line[..digits].parse().ok()?;
    let rest = line[digits..].strip_prefix(['.', ')'])?.strip_prefix(' ')?;
    Some((Marker::Numbered { start }, rest))
}

fn list(lines: &[&str], from: usize, marker: Marker) -> (Block, usize) {
    let same = |m: Marker| {
        matches!(
            (m, marker),
            (Marker::Dashed, Marker::Dashed) | (Marker::Numbered { .. }, Marker::Numbered { .. })
        )
    };
    let mut items: Vec<Vec<Block>> = Vec::new();
    let mut current: Vec<&str> = Vec::new();
    let close = |current: &mut Vec<&str>, items: &mut Vec<Vec<Block>>| {
        if !current.is_empty() {
            items.push(vec![Block::Paragraph(Paragraph {
                spans: paragraph(current),
                ..Paragraph::default()
            })]);
            current.clear();
        }
    };
    let mut i = from;
    while i < lines.len() {
        let line = lines[i].trim_start();
        match item(line) {
            Some((m, rest)) if same(m) => {
                close(&mut current, &mut items);
                current.push(rest);
            }
            Some(_) => break,
            None if line.trim().is_empty() => {
                // Blank lines between items don't end the list.
                let next = run(lines, i, |l| l.trim().is_empty());
                let goes_on = lines.get(next).and_then(|l| item(l.trim_start()));
                if !goes_on.is_some_and(|(m, _)| same(m)) {
                    break;
                }
                i = next;
                continue;
            }
            None if starts_block(line, 0) => break,
            None => current.push(line),
        }
        i += 1;
    }
    close(&mut current, &mut items);
    (Block::List { marker, items }, i)
}

fn table(lines: &[&str]) -> Block {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut head = Vec::new();
    for (k, line) in lines.iter().enumerate() {
        let cells = cells(line);
        let dashes = !cells.is_empty()
            && cells.iter().all(|c| {
                !c.is_empty()
                    && c.bytes().all(|b| matches!(b, b'-' | b':' | b' '))
                    && c.contains('-')
            });
        if k == 1 && dashes {
            head = std::mem::take(&mut rows);
        } else {
            rows.push(cells.iter().map(|c| Cell { spans: inline(c) }).collect());
        }
    }
    Block::Table(Table {
        columns: Vec::new(),
        head,
        rows,
    })
}

fn cells(line: &str) -> Vec<String> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut out = vec![String::new()];
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' if chars.peek() == Some(&'|') => {
                chars.next();
                if let Some(l) = out.last_mut() {
                    l.push('|');
                }
            }
            '|' => out.push(String::new()),
            c => {
                if let Some(l) = out.last_mut() {
                    l.push(c);
                }
            }
        }
    }
    if out.len() > 1 && out.last().is_some_and(|l| l.trim().is_empty()) {
        out.pop();
    }
    out.iter().map(|c| c.trim().to_owned()).collect()
}

fn paragraph(lines: &[&str]) -> Vec<Span> {
    let mut text = String::new();
    for (k, line) in lines.iter().enumerate() {
        let broken = line.ends_with("  ") || line.ends_with('\\') && !line.ends_with("\\\\");
        let line = line.trim();
        let line = if broken {
            line.strip_suffix('\\').unwrap_or(line)
        } else {
            line
        };
        text.push_str(line.trim_end());
        if k + 1 < lines.len() {
            text.push(if broken { '\n' } else { ' ' });
        }
    }
    inline(&text)
}

/// Bold and italic in a line of text. A mark without its other half is text.
pub fn inline(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let (mut bold, mut italic) = (false, false);
    let mut rest = text;
    let mut before = ' ';
    let last = LastClosing::of(text);
    let push = |out: &mut Vec<Span>, c: &str, bold: bool, italic: bool| match out.last_mut() {
        Some(s) if s.bold == bold && s.italic == italic => s.text.push_str(c),
        _ => out.push(Span {
            text: c.to_owned(),
            bold,
            italic,
            ..Span::default()
        }),
    };
    while let Some(c) = rest.chars().next() {
        if c == '\\' && rest[1..].starts_with(['*', '\\', '|', '#', '>', '-', '_']) {
            push(&mut out, &rest[1..2], bold, italic);
            before = '\\';
            rest = &rest[2..];
            continue;
        }
        let mark = if rest.starts_with("**") {
            "**"
        } else if c == '*' {
            "*"
        } else {
            ""
        };
        if !mark.is_empty() {
            let after = rest[mark.len()..].chars().next().unwrap_or(' ');
            let on = if mark.len() == 2 {
                &mut bold
            } else {
                &mut italic
            };
            let closes = *on && !before.is_whitespace();
            let opens = !*on
                && !after.is_whitespace()
                && last.is_behind(text.len() - rest.len() + mark.len(), mark);
            if closes || opens {
                *on = opens;
                rest = &rest[mark.len()..];
                before = '*';
                continue;
            }
            push(&mut out, mark, bold, italic);
            rest = &rest[mark.len()..];
            before = '*';
            continue;
        }
        push(&mut out, &rest[..c.len_utf8()], bold, italic);
        before = c;
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// Where the last stars stand that can close a mark of one star, and of two.
struct LastClosing([usize; 2]);

impl LastClosing {
    fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut last = [0; 2];
        let mut i = 0;
        while i < bytes.len() {
            match bytes[i] {
                b'\\' => i += 2,
                b'*' => {
                    let stars = bytes[i..].iter().take_while(|&&b| b == b'*').count();
                    if i > 0 && !bytes[i - 1].is_ascii_whitespace() {
                        for (at, place) in last.iter_mut().enumerate() {
                            if stars == at + 1 || stars >= 3 {
                                *place = i;
                            }
                        }
                    }
                    i += stars;
                }
                _ => i += 1,
            }
        }
        Self(last)
    }

    /// Whether a mark that ends at `end` is closed by stars that begin behind it.
    fn is_behind(&self, end: usize, mark: &str) -> bool {
        self.0[mark.len() - 1] > end
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(blocks: &[Block]) -> String {
        let spans = |s: &[Span]| s.iter().map(|s| s.text.as_str()).collect::<String>();
        blocks
            .iter()
            .map(|b| match b {
                Block::Paragraph(p) => spans(&p.spans),
                Block::Heading { spans: s, .. } => spans(s),
                Block::List { items, .. } => {
                    items.iter().map(|i| words(i)).collect::<Vec<_>>().join(" ")
                }
                Block::Table(t) => t
                    .head
                    .iter()
                    .chain(&t.rows)
                    .flatten()
                    .map(|c| spans(&c.spans))
                    .collect::<Vec<_>>()
                    .join(" "),
                Block::Quote { blocks } => words(blocks),
                Block::Picture { .. }
                | Block::Together { .. }
                | Block::Space { .. }
                | Block::Rule
                | Block::PageBreak => String::new(),
            })
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn marks_become_blocks() {
        let b = markdown_light(
            "# О деле\n\nПервый **важный** и *тихий*\nконец.\n\n1. раз\n2. два\n   три\n\n- тире\n\n| а | б |\n|---|---|\n| 1 | 2 |\n\n> слова\n> ещё\n\n---\n",
        );
        assert!(matches!(&b[0], Block::Heading { level: 1, .. }));
        let Block::Paragraph(p) = &b[1] else {
            panic!("{b:?}")
        };
        assert_eq!(p.spans.len(), 5);
        assert!(p.spans[1].bold && p.spans[3].italic && p.spans[4].text == " конец.");
        assert!(
            matches!(&b[2], Block::List { marker: Marker::Numbered { start: 1 }, items } if items.len() == 2)
        );
        assert!(matches!(
            &b[3],
            Block::List {
                marker: Marker::Dashed,
                ..
            }
        ));
        assert!(matches!(&b[4], Block::Table(t) if t.head.len() == 1 && t.rows.len() == 1));
        assert!(matches!(&b[5], Block::Quote { .. }));
        assert!(matches!(&b[6], Block::Rule));
    }

    #[test]
    fn a_mark_without_its_other_half_is_text() {
        assert_eq!(inline("5 * 3 и **два"), vec![Span::plain("5 * 3 и **два")]);
        assert_eq!(inline("\\*не курсив\\*"), vec![Span::plain("*не курсив*")]);
    }

    #[test]
    fn marks_without_end_take_no_time_without_end() {
        let text = "**".repeat(300_000);
        let begun = std::time::Instant::now();
        assert_eq!(inline(&text), vec![Span::plain(&*text)]);
        for line in ["** а ", "*а ", "- а\n\n", "> ", "| "] {
            markdown_light(&line.repeat(600_000 / line.len()));
        }
        markdown_light(&format!("- а{}", "\n".repeat(600_000)));
        let taken = begun.elapsed();
        assert!(taken < std::time::Duration::from_secs(15), "{taken:?}");
    }

    proptest! {
        #[test]
        fn no_letter_is_lost(text in "[а-яa-z0-9*|>#.\\\\ \n-]{0,200}") {
            let keep = |s: &str| s.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            prop_assert_eq!(keep(&words(&markdown_light(&text))), keep(&text));
        }
    }
}
