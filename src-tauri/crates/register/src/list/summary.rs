//! What follows from the facts of a case, kept beside them so that lists of a
//! million complaints come at once: status, next step, dates and sort keys.

use crate::complaint::decided::{Decided, decided_now, differ};
use crate::database::value::{
    day_number, place, read_day, read_day_opt, read_time, sort_key, variant,
};
use crate::error::{RegisterError, Result};
use crate::list::facts::facts_sql;
use complaint::{
    CaseFacts, Channel, ClockKind, Decision, DecisionKind, DeliveryState, Kind, LetterKind,
    NextStep, Regime, Status, next_step, status,
};
use rusqlite::{Connection, Transaction, named_params};

/// A row of `listing`.
pub(crate) struct Summary {
    pub trashed: bool,
    pub received: i64,
    pub status: Status,
    pub step: NextStep,
    pub channel: Channel,
    pub kind: Kind,
    /// The nearest day of all open clocks.
    pub due: Option<i64>,
    pub lead: Option<ClockKind>,
    /// The nearest day of those that aren't a promise alone.
    pub term: Option<i64>,
    pub safe: Option<i64>,
    pub promised: Option<i64>,
    /// By when a posted letter should have arrived of which nothing is known.
    pub delivery: Option<i64>,
    /// Whether an issued letter never left the office.
    pub unsent: bool,
    /// The nearest day of what a decision grants, while the day of the answer leads.
    pub owed: Option<i64>,
    /// Whether a letter lies half written.
    pub drafted: bool,
    pub outcome: Option<LetterKind>,
    pub name: String,
    pub subject: String,
    pub facts: CaseFacts,
}

/// Tells from the facts in the database where a case stands.
pub(crate) fn summary_of(conn: &Connection, serial: i64) -> Result<Summary> {
    let mut statement = conn.prepare_cached(facts_sql())?;
    let mut rows = statement.query([serial])?;
    let row = rows.next()?.ok_or(RegisterError::NotFound("complaint"))?;
    let kind = variant(
        Kind::parse,
        row.get_ref("kind")?.as_str().unwrap_or_default(),
    )?;
    let regime = variant(
        Regime::parse,
        row.get_ref("regime")?.as_str().unwrap_or_default(),
    )?;
    let demands = row.get("demands")?;
    let gone: Option<DeliveryState> = row
        .get::<_, Option<String>>("gone")?
        .map(|state| variant(DeliveryState::parse, &state))
        .transpose()?;
    let gone_by: Option<String> = row.get("gone_by")?;
    let told: Option<String> = row.get("told")?;
    let outdated = match told {
        Some(told) => differ(
            &serde_json::from_str::<Vec<Decided>>(&told)?,
            &decided_now(conn, serial)?,
        ),
        None => false,
    };
    let facts = CaseFacts {
        outdated,
        demands,
        decided: row.get("decided")?,
        acknowledged: row.get("acknowledged")?,
        worked_on: row.get::<_, bool>("worked_on")? || row.get::<_, i64>("decided")? > 0,
        unestablished: row.get("unestablished")?,
        question_open: row.get("question_open")?,
        issued: row.get("issued")?,
        sent: row.get("sent")?,
        lost: gone == Some(DeliveryState::Lost),
        on_its_way: gone_by.is_some() && gone.is_some_and(|state| !state.is_settled()),
        question_unsent: row.get("question_unsent")?,
        forwarded: row.get("forwarded")?,
        forwarding_unsent: row.get("forwarding_unsent")?,
        forwarding_told: row.get("forwarding_told")?,
        owes_answer: demands > 0 && regime.is_consumer(),
        final_draft: row.get("final_draft")?,
        approval_waits: row.get("approval_waits")?,
        returned: row.get("returned")?,
        owed: row.get("owed")?,
        closed: row.get("closed")?,
        asks_answer: demands > 0 || kind.asks_answer(),
    };
    let runs = !facts.answered() && !facts.closed;
    let day = |name: &str| -> Result<Option<i64>> {
        Ok(read_day_opt(row.get(name)?)?
            .filter(|_| runs)
            .map(day_number))
    };
    let kept = |name: &str| -> Result<Option<i64>> {
        Ok(read_day_opt(row.get(name)?)?
            .filter(|_| !facts.closed)
            .map(day_number))
    };
    let clock = |name: &str| -> Result<Option<(i64, ClockKind)>> {
        let found: Option<String> = row.get(name)?;
        let read = |found: String| {
            let (on, kind) = found.split_once(' ').unwrap_or((&found, ""));
            let on = day_number(read_day(on)?);
            Ok::<_, RegisterError>((on, variant(ClockKind::parse, kind)?))
        };
        found.map(read).transpose()
    };
    let safe_of =
        |name: &str| -> Result<Option<i64>> { Ok(read_day_opt(row.get(name)?)?.map(day_number)) };
    let demand = day("due")?.map(|on| (on, ClockKind::Demand));
    let promise = kept("interim_due")?.map(|on| (on, ClockKind::Interim));
    let nearest =
        |all: &[Option<(i64, ClockKind)>]| all.iter().flatten().copied().min_by_key(|(on, _)| *on);
    let redress = clock("redress_due")?;
    let (own, own_safe) = if facts.closed {
        (clock("owed_due")?, safe_of("owed_safe")?)
    } else if runs {
        (clock("clock_due")?, safe_of("clock_safe")?)
    } else {
        let safe = [safe_of("clock_safe")?, safe_of("redress_safe")?];
        let own = nearest(&[clock("clock_due")?, redress]);
        (own, safe.into_iter().flatten().min())
    };
    // Where no day of an answer is known, what is granted is all that can lead.
    let lead = nearest(&[demand, own, promise]).or(redress.filter(|_| runs));
    let term = nearest(&[demand, own]).or(redress.filter(|_| runs));
    let safe = [day("safe")?, own_safe];
    Ok(Summary {
        trashed: row.get("trashed")?,
        received: read_time(&row.get::<_, String>("received_at")?)?.timestamp(),
        status: status(&facts),
        step: next_step(&facts),
        channel: variant(
            Channel::parse,
            row.get_ref("channel")?.as_str().unwrap_or_default(),
        )?,
        kind,
        due: lead.map(|(on, _)| on),
        lead: lead.map(|(_, kind)| kind),
        term: term.map(|(on, _)| on),
        safe: safe.into_iter().flatten().min(),
        promised: day("promised")?,
        delivery: read_day_opt(row.get("delivery")?)?
            .filter(|_| !facts.closed)
            .map(day_number),
        unsent: row.get::<_, bool>("unsent")? && !facts.closed,
        owed: redress.filter(|_| runs).map(|(on, _)| on),
        drafted: row.get::<_, bool>("drafted")? && !facts.closed,
        outcome: outcome(conn, serial)?,
        name: sort_key(&row.get::<_, String>("name")?),
        subject: sort_key(&row.get::<_, String>("subject")?),
        facts,
    })
}

/// The final letter that the decisions lead to, once every demand is decided.
fn outcome(conn: &Connection, serial: i64) -> Result<Option<LetterKind>> {
    let mut statement = conn.prepare_cached(include_str!("../complaint/decisions.sql"))?;
    let mut rows = statement.query([serial])?;
    let mut kinds: Vec<DecisionKind> = Vec::new();
    while let Some(row) = rows.next()? {
        match row.get::<_, Option<String>>(0)? {
            Some(decision) => kinds.push(serde_json::from_str::<Decision>(&decision)?.kind),
            None => return Ok(None),
        }
    }
    Ok(LetterKind::final_for(&kinds))
}

pub(crate) fn summary_write(tx: &Transaction<'_>, serial: i64, listed: &Summary) -> Result<()> {
    let Summary {
        trashed,
        received,
        status,
        step,
        channel,
        kind,
        due,
        lead,
        term,
        safe,
        promised,
        delivery,
        unsent,
        owed,
        drafted,
        outcome,
        name,
        subject,
        facts: _,
    } = listed;
    tx.prepare_cached(include_str!("listing_write.sql"))?
        .execute(named_params! {
            ":serial": serial,
            ":trashed": trashed,
            ":received": received,
            ":status": place(Status::ALL, status),
            ":step": place(NextStep::ALL, step),
            ":channel": place(Channel::ALL, channel),
            ":kind": place(Kind::ALL, kind),
            ":due": due,
            ":lead": lead.map(|kind| place(ClockKind::ALL, &kind)),
            ":term": term,
            ":safe": safe,
            ":promised": promised,
            ":delivery": delivery,
            ":unsent": unsent,
            ":owed": owed,
            ":drafted": drafted,
            ":outcome": outcome.map(|kind| place(LetterKind::ALL, &kind)),
            ":name": name,
            ":subject": subject,
        })?;
    Ok(())
}

/// Brings the listing of one complaint up to date.
pub(crate) fn summary_refresh(tx: &Transaction<'_>, serial: i64) -> Result<()> {
    let listed = summary_of(tx, serial)?;
    summary_write(tx, serial, &listed)
}
