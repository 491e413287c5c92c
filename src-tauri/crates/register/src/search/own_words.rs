//! What the office itself wrote on a case: what it established, its decisions, and the letters that were issued.

use crate::error::Result;
use rusqlite::Connection;
use serde_json::Value;

/// Words of the office on a case.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct OwnWords {
    /// Reasons, grounds and what is to happen, of every decision.
    pub decisions: String,
    /// What was stated, checked and found, and on what ground.
    pub findings: String,
    /// Heading and body of every letter that was issued, as they were issued.
    pub letters: String,
}

impl OwnWords {
    pub(crate) fn joined(&self) -> String {
        [self.decisions.as_str(), &self.findings, &self.letters].join("\n")
    }
}

/// Reads them; a draft is not searched, for nobody has said it yet.
pub(crate) fn own_words(conn: &Connection, serial: i64) -> Result<OwnWords> {
    let mut own = OwnWords::default();
    let mut kept = conn.prepare_cached(include_str!("own_words.sql"))?;
    let mut rows = kept.query([serial])?;
    while let Some(row) = rows.next()? {
        let kept: String = row.get(1)?;
        match row.get(0)? {
            0 => decision(&kept, &mut own.decisions),
            1 => letter(&kept, &mut own.letters),
            _ => {
                own.findings.push_str(&kept);
                own.findings.push('\n');
            }
        }
    }
    Ok(own)
}

fn decision(kept: &str, into: &mut String) {
    let decision: Value = serde_json::from_str(kept).unwrap_or_default();
    for name in ["reasons", "ground", "action"] {
        if let Some(words) = decision.get(name).and_then(Value::as_str) {
            into.push_str(words);
            into.push('\n');
        }
    }
}

fn letter(kept: &str, into: &mut String) {
    let content: Value = serde_json::from_str(kept).unwrap_or_default();
    // What the writer chose stands beside the text.
    let text = content.get("text").unwrap_or(&content);
    if let Some(heading) = text.get("heading").and_then(Value::as_str) {
        into.push_str(heading);
        into.push('\n');
    }
    if let Some(blocks) = text.get("blocks") {
        lines(blocks, into);
    }
}

/// The words of a letter's blocks, a line for each of theirs: spans of one line stand together without a gap.
fn lines(value: &Value, into: &mut String) {
    match value {
        Value::Array(parts) => {
            let spans = parts.iter().all(|part| span(part).is_some()) && !parts.is_empty();
            if spans {
                parts
                    .iter()
                    .filter_map(span)
                    .for_each(|words| into.push_str(words));
                into.push('\n');
            } else {
                parts.iter().for_each(|part| lines(part, into));
            }
        }
        Value::Object(fields) => fields.values().for_each(|part| lines(part, into)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The words of a span; none of what is no span.
fn span(value: &Value) -> Option<&str> {
    let words = match value.get("type")?.as_str()? {
        "text" => value.get("text"),
        "field" => value.get("value"),
        "reference" | "break" => None,
        _ => return None,
    };
    Some(words.and_then(Value::as_str).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::lines;
    use serde_json::json;

    #[test]
    fn a_line_is_read_across_its_spans_and_lines_stand_apart() {
        let blocks = json!([
            { "id": "a", "content": { "type": "paragraph", "spans": [
                { "type": "text", "text": "по Вашим мер" }, { "type": "text", "text": "кам", "bold": true },
                { "type": "reference", "exhibit": 2 },
                { "type": "field", "name": "due", "label": "срок", "value": "5 декабря" }] } },
            { "id": "b", "content": { "type": "table", "rows": [[[{ "type": "text", "text": "насос" }], []]] } }
        ]);
        let mut read = String::new();
        lines(&blocks, &mut read);
        assert_eq!(read, "по Вашим меркам5 декабря\nнасос\n");
    }
}
