//! What is decided on the demands of a case, as a letter that tells it keeps it.

use crate::database::value::variant;
use crate::error::Result;
use complaint::{Decision, DemandKind};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A demand and the decision on it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Decided {
    pub demand: Uuid,
    pub kind: DemandKind,
    pub decision: Option<Decision>,
}

impl Decided {
    /// Whether a letter that tells the one tells the other: what is granted, by when, and on what ground.
    fn tells_the_same(&self, other: &Self) -> bool {
        let told = |of: &Self| {
            let decision = of.decision.as_ref();
            decision.map(|d| (d.kind, d.amount, d.due, d.ground.trim().to_owned()))
        };
        self.demand == other.demand && self.kind == other.kind && told(self) == told(other)
    }
}

/// What is decided now, in the order of the demands.
pub(crate) fn decided_now(conn: &Connection, serial: i64) -> Result<Vec<Decided>> {
    let mut statement = conn.prepare_cached(include_str!("decided_now.sql"))?;
    let mut rows = statement.query([serial])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        let decision: Option<String> = row.get("decision")?;
        out.push(Decided {
            demand: Uuid::from_bytes(row.get("id")?),
            kind: variant(
                DemandKind::parse,
                row.get_ref("kind")?.as_str().unwrap_or_default(),
            )?,
            decision: decision.map(|d| serde_json::from_str(&d)).transpose()?,
        });
    }
    Ok(out)
}

/// Whether something else is decided now than a letter told, in whatever order.
pub(crate) fn differ(told: &[Decided], now: &[Decided]) -> bool {
    let known = |one: &Decided, others: &[Decided]| others.iter().any(|o| one.tells_the_same(o));
    told.len() != now.len() || !told.iter().all(|one| known(one, now))
}
