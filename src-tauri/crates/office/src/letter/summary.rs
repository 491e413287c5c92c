//! The case as other programs read it: what goes into a letter's PDF when the
//! office wants that. It says nothing that the letter's reader doesn't know:
//! what was asked, what was decided, by when.

use chrono::{DateTime, FixedOffset};
use register::{Case, Letter};
use serde_json::{Value, json};

/// What a letter gets when it is issued.
#[derive(Clone, Copy)]
pub(crate) struct Issuing<'a> {
    pub number: &'a str,
    pub at: DateTime<FixedOffset>,
    /// Place and hash of the newest row of the journal before the issue, by which the letter in somebody else's
    /// hands proves later that no row up to it was altered.
    pub journal: Option<(i64, &'a str)>,
}

/// The JSON, in the form `otvet-case-1`.
pub(crate) fn summary(letter: &Letter, case: &Case, issued: Option<Issuing<'_>>) -> Vec<u8> {
    let complaint = &case.contents.complaint;
    // What the complainant wrote is not for others.
    let own = !letter.summary.kind.is_read_by_others();
    let demands: Vec<Value> = case
        .demands
        .iter()
        .map(|demand| {
            let decision = demand.decision.as_ref().map(|decision| {
                json!({
                    "kind": decision.kind,
                    "ground": decision.ground,
                    "amount": decision.amount,
                    "due": decision.due,
                })
            });
            json!({
                "kind": demand.fields.kind,
                "detail": own.then_some(&demand.fields.detail),
                "amount": demand.fields.amount,
                "made_on": demand.made_on,
                "decision": decision,
            })
        })
        .collect();
    let all = json!({
        "format": "otvet-case-1",
        "letter": {
            "number": issued.map(|issued| issued.number),
            "date": issued.map(|issued| issued.at.date_naive()),
            "kind": letter.summary.kind,
            "language": letter.summary.language,
        },
        "case": {
            "number": complaint.number,
            "received_on": complaint.fields.received_at.date_naive(),
            "their_number": own.then_some(&complaint.fields.matter.their_number),
            "their_date": complaint.fields.matter.their_date.filter(|_| own),
            "demands": demands,
        },
        "journal": issued
            .and_then(|issued| issued.journal)
            .map(|(row, hash)| json!({ "row": row, "hash": hash })),
    });
    let mut out = serde_json::to_vec_pretty(&all).unwrap_or_default();
    out.push(b'\n');
    out
}
