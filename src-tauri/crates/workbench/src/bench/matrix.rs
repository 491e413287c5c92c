//! Opening a case of many points and documents, beside one that has none.

use super::attach::one_complaint;
use super::ground::{Ground, by, new_office};
use super::timing::{median, ratio};
use complaint::{
    AllegationFields, ComplaintId, DocumentFields, DocumentId, Provenance, Side, Verdict,
};
use office::{AllegationsTake, ComplaintRef, IncomingFile};
use otvet_cli::answer::Outcome;
use serde_json::{Value, json};
use std::io::Cursor;
use std::ops::ControlFlow;

const POINTS: usize = 60;
const EXHIBITS: usize = 200;
const TIMES: usize = 41;

pub fn measured() -> Outcome<Value> {
    let ground = Ground::new("matrix")?;
    let office = new_office(&ground.path("office"))?;
    let by = by()?;
    let empty = office::complaint_add(&office, &by, one_complaint()?)?.id;
    let full = office::complaint_add(&office, &by, one_complaint()?)?.id;
    let files = (0..EXHIBITS)
        .map(|n| IncomingFile {
            fields: DocumentFields {
                name: format!("Снимок {n}.txt"),
                file_time: None,
                provenance: Provenance {
                    side: Side::Office,
                    source: "склад".into(),
                },
            },
            content: Cursor::new(format!("снимок {n}").into_bytes()),
        })
        .collect();
    let on = |_, _| ControlFlow::Continue(());
    let stored = office::documents_add(&office, &by, full, files, &on)?;
    let ids: Vec<DocumentId> = stored.iter().map(|document| document.id).collect();
    let point = |n: usize| AllegationFields {
        text: format!("Шкаф № {n} привезли с царапиной на левой дверце."),
        check: "осмотр шкафа на складе".into(),
        checked_by: "мастер Орлов В. Н.".into(),
        verdict: Some(Verdict::Confirmed),
        found: "Царапина длиной три сантиметра.".into(),
        ground: "пункт 4.2 договора".into(),
        evidence: ids.iter().copied().skip(n * 3).take(3).collect(),
        ..AllegationFields::default()
    };
    let take = AllegationsTake {
        complaint: full,
        allegations: (0..POINTS).map(point).collect(),
    };
    office::allegations_take(&office, &by, take)?;
    let opened = |complaint: ComplaintId| {
        median(TIMES, || {
            office::complaint_card(&office, &by, ComplaintRef { complaint })?;
            Ok(())
        })
    };
    // Whoever asks first pays for what is read once.
    opened(empty)?;
    let (without, with) = (opened(empty)?, opened(full)?);
    Ok(json!({
        "bench": "matrix",
        "points": POINTS,
        "exhibits": EXHIBITS,
        "empty_case_ms": without,
        "case_ms": with,
        "to_empty": ratio(with, without),
    }))
}
