//! What a query on the register filters by.

use crate::database::value::{day_number, place};
use crate::error::Result;
use chrono::NaiveDate;
use complaint::{Channel, DueFilter, Kind, RegisterQuery, Status};
use rusqlite::Connection;

/// A condition on `listing`. Whatever goes into it is a number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filter {
    conditions: Vec<String>,
}

impl Filter {
    pub(crate) fn of(query: &RegisterQuery, today: NaiveDate) -> Self {
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

    pub(crate) fn one_of(&mut self, column: &str, places: impl Iterator<Item = i64>) {
        let places: Vec<String> = places.map(|p| p.to_string()).collect();
        if !places.is_empty() {
            self.conditions
                .push(format!("{column} IN ({})", places.join(", ")));
        }
    }

    pub(crate) fn sql(&self) -> String {
        self.conditions.join(" AND ")
    }
}

/// The whole condition of a query on `listing`, without its words.
pub(crate) fn condition(query: &RegisterQuery, today: NaiveDate) -> String {
    let mut filter = Filter::of(query, today);
    filter.one_of("status", status_places(query).into_iter());
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
        .prepare_cached(include_str!("tally_all.sql"))?
        .query_row([true], |row| row.get(0))?;
    Ok(plain && in_trash == 0)
}

pub(crate) fn status_places(query: &RegisterQuery) -> Vec<i64> {
    let mut places: Vec<i64> = query
        .statuses
        .iter()
        .map(|s| place(Status::ALL, s))
        .collect();
    places.sort_unstable();
    places.dedup();
    places
}
