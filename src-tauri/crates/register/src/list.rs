//! Pages of the register. Every order has an index over the thin `listing`
//! that also holds what is filtered by, so that a page far down touches
//! nothing but that index; the few rows of the page are then read whole.

use crate::error::{RegisterError, Result};
use crate::read::serial_of;
use crate::register::Register;
use crate::search;
use crate::text::{at_place, day_number, place, read_day_number, read_time};
use chrono::NaiveDate;
use complaint::{
    Channel, ClockKind, ComplaintId, ComplaintRow, DemandKind, DueFilter, Kind, NextStep, Regime,
    RegisterPage, RegisterQuery, SortColumn, Status,
};
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};
use uuid::Uuid;

/// A condition on `listing`. Whatever goes into it is a number.
#[derive(Clone, Debug, Default)]
struct Filter {
    conditions: Vec<String>,
}

impl Filter {
    fn of(query: &RegisterQuery, today: NaiveDate) -> Self {
        let mut filter = Self::default();
        filter
            .conditions
            .push(format!("trashed = {}", i64::from(query.trashed)));
        filter.one_of(
            "channel",
            query.channels.iter().map(|c| place(Channel::ALL, c)),
        );
        filter.one_of("kind", query.kinds.iter().map(|k| place(Kind::ALL, k)));
        let today = day_number(today);
        match query.due {
            None => {}
            Some(DueFilter::Overdue) => filter.conditions.push(format!("due < {today}")),
            Some(DueFilter::Today) => filter.conditions.push(format!("due = {today}")),
            Some(DueFilter::Week) => {
                filter
                    .conditions
                    .push(format!("due BETWEEN {today} AND {}", today + 6));
            }
            Some(DueFilter::None) => filter.conditions.push("due IS NULL".to_owned()),
        }
        filter
    }

    fn one_of(&mut self, column: &str, places: impl Iterator<Item = i64>) {
        let places: Vec<String> = places.map(|p| p.to_string()).collect();
        if !places.is_empty() {
            self.conditions
                .push(format!("{column} IN ({})", places.join(", ")));
        }
    }

    fn sql(&self) -> String {
        self.conditions.join(" AND ")
    }
}

/// The whole condition of a query on `listing`, without its words.
pub(crate) fn condition(query: &RegisterQuery, today: NaiveDate) -> String {
    let mut filter = Filter::of(query, today);
    filter.one_of("status", statuses(query).into_iter());
    filter.sql()
}

/// Whether a query keeps every complaint there is, its words apart.
pub(crate) fn is_bare(conn: &Connection, query: &RegisterQuery) -> Result<bool> {
    let plain = query.statuses.is_empty()
        && query.channels.is_empty()
        && query.kinds.is_empty()
        && query.due.is_none()
        && !query.trashed;
    let in_trash: i64 = conn
        .prepare_cached(include_str!("sql/tally_all.sql"))?
        .query_row([true], |row| row.get(0))?;
    Ok(plain && in_trash == 0)
}

fn statuses(query: &RegisterQuery) -> Vec<i64> {
    let mut places: Vec<i64> = query
        .statuses
        .iter()
        .map(|s| place(Status::ALL, s))
        .collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// A stretch of a list: an index walked in one direction under one condition.
/// A list is one or more of them, one behind the other.
struct Stretch {
    select: String,
    count: String,
    /// The statuses that it and the stretches before it hold together; all if
    /// empty.
    statuses: Vec<i64>,
    /// Whether it holds all of those statuses that the query's filters leave
    /// and that no stretch before it holds.
    whole: bool,
}

fn way(descending: bool) -> &'static str {
    if descending { "DESC" } else { "ASC" }
}

/// The list a query asks for, when it asks for no words.
fn stretches(query: &RegisterQuery, today: NaiveDate) -> Vec<Stretch> {
    let filter = Filter::of(query, today);
    let statuses = statuses(query);
    let way = way(query.descending);
    let with_statuses = |filter: &Filter| {
        let mut filter = filter.clone();
        filter.one_of("status", statuses.iter().copied());
        filter.sql()
    };
    let whole = with_statuses(&filter);
    let stretch = |condition: &str, index: &str, order: &str| Stretch {
        select: format!("SELECT serial FROM listing {index} WHERE {condition} ORDER BY {order}"),
        count: format!("SELECT count(*), NULL, NULL FROM listing WHERE {condition}"),
        statuses: statuses.clone(),
        whole: true,
    };
    let dated = matches!(
        query.due,
        Some(DueFilter::Overdue | DueFilter::Today | DueFilter::Week)
    );
    match query.sort {
        SortColumn::Received if dated => {
            // What runs out soon is few; it is found by its date and then put in order.
            vec![stretch(
                &whole,
                "INDEXED BY listing_due",
                &format!("received {way}, serial {way}"),
            )]
        }
        SortColumn::Received if !statuses.is_empty() => {
            // One ordered walk for each status, merged.
            let condition = filter.sql();
            let walks: Vec<String> = statuses
                .iter()
                .map(|status| {
                    format!(
                        "SELECT received, serial FROM listing INDEXED BY listing_status \
                         WHERE {condition} AND status = {status}"
                    )
                })
                .collect();
            vec![Stretch {
                select: format!(
                    "SELECT serial FROM ({} ORDER BY received {way}, serial {way} LIMIT -1)",
                    walks.join(" UNION ALL ")
                ),
                count: format!("SELECT count(*), NULL, NULL FROM listing WHERE {whole}"),
                statuses: statuses.clone(),
                whole: true,
            }]
        }
        SortColumn::Received => vec![stretch(
            &whole,
            "INDEXED BY listing_received",
            &format!("received {way}, serial {way}"),
        )],
        SortColumn::Number => vec![stretch(&whole, "NOT INDEXED", &format!("serial {way}"))],
        SortColumn::Complainant => vec![stretch(
            &whole,
            "INDEXED BY listing_name",
            &format!("name {way}, serial {way}"),
        )],
        SortColumn::Subject => vec![stretch(
            &whole,
            "INDEXED BY listing_subject",
            &format!("subject {way}, serial {way}"),
        )],
        SortColumn::Status => {
            let condition = filter.sql();
            let mut asked: Vec<i64> = if statuses.is_empty() {
                (0..).take(Status::ALL.len()).collect()
            } else {
                statuses.clone()
            };
            if query.descending {
                asked.reverse();
            }
            (0..asked.len())
                .map(|at| Stretch {
                    statuses: asked[..=at].to_vec(),
                    ..stretch(
                        &format!("{condition} AND status = {}", asked[at]),
                        "INDEXED BY listing_status",
                        "received DESC, serial DESC",
                    )
                })
                .collect()
        }
        SortColumn::Due => {
            let mut list = Vec::new();
            if query.due != Some(DueFilter::None) {
                list.push(Stretch {
                    whole: false,
                    ..stretch(
                        &format!("{whole} AND due IS NOT NULL"),
                        "INDEXED BY listing_due",
                        &format!("due {way}, serial {way}"),
                    )
                });
            }
            if !dated {
                list.push(stretch(
                    &format!("{whole} AND due IS NULL"),
                    "INDEXED BY listing_received",
                    "received DESC, serial DESC",
                ));
            }
            list
        }
    }
}

fn serials(conn: &Connection, sql: &str, values: &[Value]) -> Result<Vec<i64>> {
    conn.prepare_cached(sql)?
        .query_map(params_from_iter(values), |row| row.get(0))?
        .map(|serial| Ok(serial?))
        .collect()
}

fn row(row: &Row<'_>) -> Result<ComplaintRow> {
    let word = |column: &str| {
        row.get_ref(column)
            .map(|value| value.as_str().unwrap_or_default())
    };
    let demands: Option<String> = row.get("demands")?;
    Ok(ComplaintRow {
        id: ComplaintId(Uuid::from_bytes(row.get("id")?)),
        number: row.get("number")?,
        received_at: read_time(word("received_at")?)?,
        kind: crate::text::word(Kind::from_word, word("kind")?)?,
        channel: crate::text::word(Channel::from_word, word("channel")?)?,
        regime: crate::text::word(Regime::from_word, word("regime")?)?,
        complainant: row.get("name")?,
        subject: row.get("subject")?,
        demands: demands
            .unwrap_or_default()
            .split(' ')
            .filter(|word| !word.is_empty())
            .map(|word| crate::text::word(DemandKind::from_word, word))
            .collect::<Result<_>>()?,
        status: at_place(Status::ALL, row.get("status")?)?,
        next_step: at_place(NextStep::ALL, row.get("step")?)?,
        next_due: read_day_number(row.get("due")?),
        next_due_safe: read_day_number(row.get("safe")?),
        next_due_kind: row
            .get::<_, Option<i64>>("lead")?
            .map(|lead| at_place(ClockKind::ALL, lead))
            .transpose()?,
        promised: read_day_number(row.get("promised")?),
        delivery: read_day_number(row.get("delivery")?),
        trashed: row.get("trashed")?,
    })
}

/// The rows of some complaints, in the order asked.
pub(crate) fn rows(conn: &Connection, serials: &[i64]) -> Result<Vec<ComplaintRow>> {
    let mut statement = conn.prepare_cached(include_str!("sql/list_row.sql"))?;
    let mut out = Vec::with_capacity(serials.len());
    for serial in serials {
        let mut found = statement.query([serial])?;
        if let Some(found) = found.next()? {
            out.push(row(found)?);
        }
    }
    Ok(out)
}

impl Register {
    /// A page of the register: rows from `offset` on, at most `limit`, and how
    /// many the whole list has. Deadlines are seen from `today`.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn complaints_page(
        &self,
        query: &RegisterQuery,
        offset: u64,
        limit: u32,
        today: NaiveDate,
    ) -> Result<RegisterPage> {
        let mut conn = self.reader();
        let tx = conn.transaction()?;
        if !query.text.trim().is_empty() {
            return search::page(self, &tx, query, offset, limit, today);
        }
        let mut skip = offset;
        let mut left = u64::from(limit);
        let (mut total, mut found) = (0, Vec::new());
        for stretch in stretches(query, today) {
            let count = self.count(&tx, query, &stretch, total)?;
            total += count;
            if skip >= count {
                skip -= count;
            } else if left > 0 {
                let sql = format!("{} LIMIT ?1 OFFSET ?2", stretch.select);
                let take = [number(left), number(skip)];
                let page = serials(&tx, &sql, &take)?;
                left = left.saturating_sub(page.len() as u64);
                skip = 0;
                found.extend(page);
            }
        }
        Ok(RegisterPage {
            rows: rows(&tx, &found)?,
            total,
            offset,
        })
    }

    /// Rows in the order of numbers, newest first, behind the one that a
    /// cursor names; with the cursor of the last row, if more may follow. The
    /// id of a complaint is a cursor as well.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`] for a cursor that is none.
    pub fn complaints_after(
        &self,
        query: &RegisterQuery,
        cursor: Option<&str>,
        limit: u32,
        today: NaiveDate,
    ) -> Result<(Vec<ComplaintRow>, Option<String>)> {
        let mut conn = self.reader();
        let tx = conn.transaction()?;
        let before: i64 = match cursor {
            None => i64::MAX,
            Some(cursor) => match (cursor.parse::<i64>(), cursor.parse::<ComplaintId>()) {
                (Ok(serial), _) => serial,
                (_, Ok(id)) => serial_of(&tx, id)?,
                _ => return Err(RegisterError::NotFound("cursor")),
            },
        };
        let condition = condition(query, today);
        let found = if query.text.trim().is_empty() {
            let sql = format!(
                "SELECT serial FROM listing NOT INDEXED WHERE serial < ?1 AND {} ORDER BY serial DESC LIMIT ?2",
                condition
            );
            serials(
                &tx,
                &sql,
                &[Value::Integer(before), Value::Integer(limit.into())],
            )?
        } else {
            search::matching(&tx, &query.text, before, limit, &condition)?
        };
        let next = (found.len() == limit as usize)
            .then(|| found.last().map(i64::to_string))
            .flatten();
        Ok((rows(&tx, &found)?, next))
    }

    /// How many rows a stretch of a list has, behind `before` of the stretches
    /// before it. What is filtered by status alone is counted already; what
    /// costs a walk is remembered until the records change.
    fn count(
        &self,
        conn: &Connection,
        query: &RegisterQuery,
        stretch: &Stretch,
        before: u64,
    ) -> Result<u64> {
        let plain = query.channels.is_empty() && query.kinds.is_empty() && query.due.is_none();
        if !plain || !stretch.whole {
            return Ok(self.remembered(conn, &stretch.count, &[])?.rows);
        }
        let mut tallies = conn.prepare_cached(include_str!("sql/tally.sql"))?;
        let mut rows = tallies.query([query.trashed])?;
        let mut total = 0u64;
        while let Some(row) = rows.next()? {
            let status: i64 = row.get(0)?;
            if stretch.statuses.is_empty() || stretch.statuses.contains(&status) {
                total += u64::try_from(row.get::<_, i64>(1)?).unwrap_or(0);
            }
        }
        Ok(total.saturating_sub(before))
    }
}

pub(crate) fn number(value: u64) -> Value {
    Value::Integer(i64::try_from(value).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::database::plan;
    use crate::values::By;
    use complaint::{Actor, OfficeProfile};

    #[test]
    fn every_order_walks_an_index_that_holds_all_it_asks() {
        let folder = tempfile::tempdir().unwrap();
        let profile: OfficeProfile = serde_json::from_value(serde_json::json!({
            "name": "Север", "requisites": {}, "language": "ru"
        }))
        .unwrap();
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-22T10:00:00+03:00").unwrap();
        let by = By {
            actor: Actor::named("Анна"),
            now,
        };
        let office = Register::create(folder.path(), &by, &profile).unwrap();
        let conn = office.reader();
        let today = now.date_naive();
        let filters = [
            RegisterQuery::default(),
            RegisterQuery {
                statuses: vec![Status::Fresh, Status::Closed],
                ..RegisterQuery::default()
            },
            RegisterQuery {
                channels: vec![Channel::Phone],
                kinds: vec![Kind::Claim],
                ..RegisterQuery::default()
            },
            RegisterQuery {
                due: Some(DueFilter::None),
                trashed: true,
                ..RegisterQuery::default()
            },
        ];
        let sorts = [
            SortColumn::Received,
            SortColumn::Number,
            SortColumn::Due,
            SortColumn::Complainant,
            SortColumn::Subject,
            SortColumn::Status,
        ];
        for filter in &filters {
            for sort in sorts {
                for descending in [false, true] {
                    let query = RegisterQuery {
                        sort,
                        descending,
                        ..filter.clone()
                    };
                    for stretch in stretches(&query, today) {
                        let plan = plan(&conn, &format!("{} LIMIT 60 OFFSET 1000", stretch.select));
                        assert!(!plan.contains("TEMP B-TREE"), "{query:?}: {plan}");
                        let thin = sort == SortColumn::Number || plan.contains("COVERING INDEX");
                        assert!(thin, "{query:?}: {plan}");
                    }
                }
            }
        }
        for due in [DueFilter::Overdue, DueFilter::Today, DueFilter::Week] {
            let query = RegisterQuery {
                due: Some(due),
                ..RegisterQuery::default()
            };
            for stretch in stretches(&query, today) {
                let plan = plan(&conn, &stretch.count);
                assert!(plan.contains("SEARCH listing USING"), "{due:?}: {plan}");
            }
        }
        let open = plan(&conn, include_str!("sql/open.sql"));
        assert!(open.contains("COVERING INDEX listing_open"), "{open}");
    }
}
