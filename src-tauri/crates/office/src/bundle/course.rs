//! What happened in a case, by day.

use crate::error::Result;
use crate::office::Office;
use chrono::NaiveDate;
use complaint::{Language, LetterState};
use letter::{paper_phrase, paper_word};
use register::Case;

/// What came in, what was issued and sent, what became of it, what the diary says; no internal note.
///
/// # Errors
/// Those of the register.
pub(crate) fn course(
    office: &Office,
    case: &Case,
    without: &[complaint::DocumentId],
    language: Language,
) -> Result<Vec<(NaiveDate, String)>> {
    let phrase = |name: &str, values: &[(&str, &str)]| paper_phrase(language, name, values);
    let fields = &case.contents.complaint.fields;
    let subject = fields.matter.subject.as_str();
    let mut out = vec![(
        fields.received_at.date_naive(),
        phrase("bundle_event_received", &[("text", subject)]),
    )];
    for entry in &case.contents.diary {
        let said = if entry.fields.source.trim().is_empty() {
            entry.fields.text.clone()
        } else {
            format!("{} ({})", entry.fields.text, entry.fields.source.trim())
        };
        out.push((entry.fields.at.date_naive(), said));
    }
    for document in case
        .contents
        .documents
        .iter()
        .filter(|d| !without.contains(&d.id))
    {
        let n = document.exhibit.to_string();
        let values = [("n", n.as_str()), ("text", document.fields.name.as_str())];
        out.push((
            document.added_at.date_naive(),
            phrase("bundle_event_document", &values),
        ));
    }
    for letter in &case.contents.letters {
        let Some(issued) = letter
            .issued
            .as_ref()
            .filter(|_| letter.state != LetterState::Draft)
        else {
            continue;
        };
        let number = issued.number.as_str();
        out.push((
            issued.at.date_naive(),
            phrase(
                "bundle_event_letter",
                &[("number", number), ("text", &letter.heading)],
            ),
        ));
        for dispatch in office.register().dispatches(letter.id)? {
            let way = paper_word(language, "way", dispatch.fields.way.as_str());
            let tracking = dispatch.fields.tracking.as_str();
            let name = if tracking.is_empty() {
                "bundle_event_sent"
            } else {
                "bundle_event_tracked"
            };
            let values = [("number", number), ("way", way), ("tracking", tracking)];
            out.push((dispatch.fields.sent_at.date_naive(), phrase(name, &values)));
            for event in &dispatch.events {
                let state = paper_word(language, "state", event.fields.state.as_str());
                let values = [("number", number), ("state", state)];
                out.push((event.fields.on, phrase("bundle_event_arrived", &values)));
            }
        }
    }
    if let Some(closed) = case.contents.complaint.closed_at {
        out.push((closed.date_naive(), phrase("bundle_event_closed", &[])));
    }
    out.sort_by_key(|(day, _)| *day);
    Ok(out)
}
