//! What happened in a case, one after another.

use crate::error::Result;
use crate::office::Office;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use complaint::{Language, LetterState};
use letter::{Happening, paper_phrase, paper_word};
use register::{By, Case};

/// What came in, what was issued and sent, what became of it, what the diary says; no internal note.
/// Times are those of the zone the office keeps now.
///
/// # Errors
/// Those of the register.
pub(crate) fn course(
    office: &Office,
    by: &By,
    case: &Case,
    without: &[complaint::DocumentId],
    language: Language,
) -> Result<Vec<Happening>> {
    let phrase = |name: &str, values: &[(&str, &str)]| paper_phrase(language, name, values);
    let fields = &case.contents.complaint.fields;
    let subject = fields.matter.subject.as_str();
    let mut out = vec![Placed::at(
        fields.received_at,
        phrase("bundle_event_received", &[("text", subject)]),
    )];
    for entry in &case.contents.diary {
        let said = if entry.fields.source.trim().is_empty() {
            entry.fields.text.clone()
        } else {
            format!("{} ({})", entry.fields.text, entry.fields.source.trim())
        };
        out.push(Placed::at(entry.fields.at, said));
    }
    for document in case
        .contents
        .documents
        .iter()
        .filter(|d| !without.contains(&d.id))
    {
        let n = document.exhibit.to_string();
        let values = [("n", n.as_str()), ("text", document.fields.name.as_str())];
        out.push(Placed::at(
            document.added_at,
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
        out.push(Placed::at(
            issued.at,
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
            out.push(Placed::at(dispatch.fields.sent_at, phrase(name, &values)));
            for event in &dispatch.events {
                let state = paper_word(language, "state", event.fields.state.as_str());
                let values = [("number", number), ("state", state)];
                let said = phrase("bundle_event_arrived", &values);
                out.push(Placed {
                    order: within(event.fields.on, dispatch.fields.sent_at, event.recorded_at),
                    happening: Happening {
                        on: event.fields.on,
                        at: None,
                        what: said,
                    },
                });
            }
        }
    }
    if let Some(closed) = case.contents.complaint.closed_at {
        out.push(Placed::at(closed, phrase("bundle_event_closed", &[])));
    }
    complaint::order::by_key(&mut out, |placed| placed.order);
    let zone = by.now.timezone();
    Ok(out.into_iter().map(|placed| placed.told(zone)).collect())
}

/// Something that happened, and the instant that gives it its place.
struct Placed {
    order: DateTime<FixedOffset>,
    happening: Happening,
}

impl Placed {
    fn at(at: DateTime<FixedOffset>, what: String) -> Self {
        Self {
            order: at,
            happening: Happening {
                on: at.date_naive(),
                at: Some(at.time()),
                what,
            },
        }
    }

    fn told(mut self, zone: FixedOffset) -> Happening {
        if self.happening.at.is_some() {
            let there = self.order.with_timezone(&zone);
            self.happening.on = there.date_naive();
            self.happening.at = Some(there.time());
        }
        self.happening
    }
}

/// The instant that gives its place to what is known by its day alone: the end of that day, but no
/// later than it was written down and no earlier than the letter went off.
fn within(
    day: NaiveDate,
    sent: DateTime<FixedOffset>,
    recorded: DateTime<FixedOffset>,
) -> DateTime<FixedOffset> {
    let last = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default();
    let end = day.and_time(last).and_local_timezone(recorded.timezone());
    end.single().unwrap_or(recorded).min(recorded).max(sent)
}
