//! What a query on the register filters by.

use crate::database::value::{day_number, place};
use crate::error::Result;
use crate::list::facts::more_than_a_goal;
use chrono::NaiveDate;
use complaint::{Channel, DueFilter, Kind, RegisterQuery, Status};
use rusqlite::Connection;

/// What a query leaves of `listing`, its words apart. Whatever goes into a condition is a number.
#[derive(Clone, Debug)]
pub(crate) struct Filter {
    trashed: bool,
    /// Places of the statuses it keeps, in their order; all if empty.
    statuses: Vec<i64>,
    /// What it asks besides.
    conditions: Vec<String>,
}

impl Filter {
    pub(crate) fn of(query: &RegisterQuery, today: NaiveDate) -> Self {
        // Every field is named, so that none which is added goes by unseen.
        let RegisterQuery {
            statuses,
            channels,
            kinds,
            due,
            text: _,
            trashed,
            sort: _,
            descending: _,
        } = query;
        let mut places: Vec<i64> = statuses.iter().map(|s| place(Status::ALL, s)).collect();
        places.sort_unstable();
        places.dedup();
        let terms = more_than_a_goal(today);
        let today = day_number(today);
        let due = due.map(|due| match due {
            DueFilter::Overdue => format!("due < {today} AND {terms}"),
            DueFilter::Today => format!("due = {today}"),
            DueFilter::Week => format!("due BETWEEN {today} AND {}", today + 6),
            DueFilter::None => "due IS NULL".to_owned(),
        });
        let channels = channels.iter().map(|c| place(Channel::ALL, c));
        let kinds = kinds.iter().map(|k| place(Kind::ALL, k));
        let asked = [one_of("channel", channels), one_of("kind", kinds), due];
        Self {
            trashed: *trashed,
            statuses: places,
            conditions: asked.into_iter().flatten().collect(),
        }
    }

    pub(crate) fn trashed(&self) -> bool {
        self.trashed
    }

    pub(crate) fn statuses(&self) -> &[i64] {
        &self.statuses
    }

    /// The whole condition in SQL, to stand after `WHERE`.
    pub(crate) fn sql(&self) -> String {
        let statuses = one_of("status", self.statuses.iter().copied());
        let every = std::iter::once(self.sql_of_any_status()).chain(statuses);
        every.collect::<Vec<_>>().join(" AND ")
    }

    /// The condition without that on the status.
    pub(crate) fn sql_of_any_status(&self) -> String {
        let trashed = format!("trashed = {}", i64::from(self.trashed));
        let every = std::iter::once(&trashed).chain(&self.conditions);
        every.map(String::as_str).collect::<Vec<_>>().join(" AND ")
    }

    /// Whether it goes by nothing but the trash and the status.
    pub(crate) fn goes_by_status(&self) -> bool {
        self.conditions.is_empty()
    }

    /// Whether it keeps every complaint there is.
    pub(crate) fn is_bare(&self, conn: &Connection) -> Result<bool> {
        if self.trashed || !self.statuses.is_empty() || !self.goes_by_status() {
            return Ok(false);
        }
        let in_trash: i64 = conn
            .prepare_cached(include_str!("tally_all.sql"))?
            .query_row([true], |row| row.get(0))?;
        Ok(in_trash == 0)
    }
}

fn one_of(column: &str, places: impl Iterator<Item = i64>) -> Option<String> {
    let places: Vec<String> = places.map(|p| p.to_string()).collect();
    (!places.is_empty()).then(|| format!("{column} IN ({})", places.join(", ")))
}
