//! Pages of the register. Every order has an index over the thin `listing`
//! that also holds what is filtered by, so that a page far down touches
//! nothing but that index; the few rows of the page are then read whole.

use crate::database::row::serial_of;
use crate::database::value::count_value;
use crate::error::{RegisterError, Result};
use crate::list::filter::Filter;
use crate::list::row::complaint_rows_on;
use crate::register::Register;
use crate::search::worded::matching;
use crate::search::worded::worded_page;
use chrono::NaiveDate;
use complaint::{
    ComplaintId, ComplaintRow, DueFilter, RegisterPage, RegisterQuery, SortColumn, Status,
};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

/// A stretch of a list: an index walked in one direction under one condition.
/// A list is one or more of them, one behind the other.
struct IndexScan {
    select: String,
    count: String,
    /// The statuses that it and the stretches before it hold together; all if
    /// empty.
    statuses: Vec<i64>,
    /// Whether it holds all of those statuses that the query's filters leave
    /// and that no stretch before it holds.
    whole: bool,
}

pub(crate) fn way(descending: bool) -> &'static str {
    if descending { "DESC" } else { "ASC" }
}

/// The list a query asks for, when it asks for no words.
fn index_scans(query: &RegisterQuery, filter: &Filter) -> Vec<IndexScan> {
    let statuses = filter.statuses().to_vec();
    let way = way(query.descending);
    let whole = filter.sql();
    let stretch = |condition: &str, index: &str, order: &str| IndexScan {
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
            let condition = filter.sql_of_any_status();
            let walks: Vec<String> = statuses
                .iter()
                .map(|status| {
                    format!(
                        "SELECT received, serial FROM listing INDEXED BY listing_status \
                         WHERE {condition} AND status = {status}"
                    )
                })
                .collect();
            vec![IndexScan {
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
            let condition = filter.sql_of_any_status();
            let mut asked: Vec<i64> = if statuses.is_empty() {
                (0..).take(Status::ALL.len()).collect()
            } else {
                statuses.clone()
            };
            if query.descending {
                asked.reverse();
            }
            (0..asked.len())
                .map(|at| IndexScan {
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
                list.push(IndexScan {
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

fn serials_of(conn: &Connection, sql: &str, values: &[Value]) -> Result<Vec<i64>> {
    conn.prepare_cached(sql)?
        .query_map(params_from_iter(values), |row| row.get(0))?
        .map(|serial| Ok(serial?))
        .collect()
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
            return worded_page(self, &tx, query, offset, limit, today);
        }
        let mut skip = offset;
        let mut left = u64::from(limit);
        let (mut total, mut found) = (0, Vec::new());
        let filter = Filter::of(query, today);
        for stretch in index_scans(query, &filter) {
            let count = self.count(&tx, &filter, &stretch, total)?;
            total += count;
            if skip >= count {
                skip -= count;
            } else if left > 0 {
                let sql = format!("{} LIMIT ?1 OFFSET ?2", stretch.select);
                let take = [count_value(left), count_value(skip)];
                let page = serials_of(&tx, &sql, &take)?;
                left = left.saturating_sub(page.len() as u64);
                skip = 0;
                found.extend(page);
            }
        }
        Ok(RegisterPage {
            rows: complaint_rows_on(&tx, &found, today)?,
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
        let condition = Filter::of(query, today).sql();
        let found = if query.text.trim().is_empty() {
            let sql = format!(
                "SELECT serial FROM listing NOT INDEXED WHERE serial < ?1 AND {} ORDER BY serial DESC LIMIT ?2",
                condition
            );
            serials_of(
                &tx,
                &sql,
                &[Value::Integer(before), Value::Integer(limit.into())],
            )?
        } else {
            matching(&tx, &query.text, before, limit, &condition)?
        };
        let next = (found.len() == limit as usize)
            .then(|| found.last().map(i64::to_string))
            .flatten();
        Ok((complaint_rows_on(&tx, &found, today)?, next))
    }

    /// How many rows a stretch of a list has, behind `before` of the stretches
    /// before it. What is filtered by status alone is counted already; what
    /// costs a walk is remembered until the records change.
    fn count(
        &self,
        conn: &Connection,
        filter: &Filter,
        stretch: &IndexScan,
        before: u64,
    ) -> Result<u64> {
        if !filter.goes_by_status() || !stretch.whole {
            return Ok(self.totals.count(conn, &stretch.count, &[])?.rows);
        }
        let mut tallies = conn.prepare_cached(include_str!("tally.sql"))?;
        let mut rows = tallies.query([filter.trashed()])?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::database::connection::plan;
    use crate::journal::op::By;
    use chrono::DateTime;
    use complaint::{Actor, Channel, Kind, OfficeProfile};

    #[test]
    fn every_order_walks_an_index_that_holds_all_it_asks() {
        let folder = tempfile::tempdir().unwrap();
        let profile: OfficeProfile = serde_json::from_value(serde_json::json!({
            "name": "Север", "requisites": {}, "language": "ru"
        }))
        .unwrap();
        let now = DateTime::parse_from_rfc3339("2026-11-22T10:00:00+03:00").unwrap();
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
                    for stretch in index_scans(&query, &Filter::of(&query, today)) {
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
            for stretch in index_scans(&query, &Filter::of(&query, today)) {
                let plan = plan(&conn, &stretch.count);
                assert!(plan.contains("SEARCH listing USING"), "{due:?}: {plan}");
            }
        }
        let open = plan(&conn, include_str!("../list/open.sql"));
        assert!(open.contains("COVERING INDEX listing_open"), "{open}");
    }
}
