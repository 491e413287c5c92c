//! Search in Russian word forms. Texts were cut to stems when they were
//! written; a query is cut the same way, so «чайники» finds «чайником».

use crate::database::value::count_value;
use crate::error::{RegisterError, Result};
use crate::list::filter::Filter;
use crate::list::row::{complaint_rows, complaint_rows_on};
use crate::register::Register;
use crate::search::own_words::own_words;
use crate::search::query::Query;
use crate::search::snippet::hit;
use chrono::NaiveDate;
use complaint::{RegisterPage, RegisterQuery, SearchHit, SortColumn, Span};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

/// Matches beyond this many are listed newest first, whatever the order asked.
const SORTED: u64 = 20_000;

/// Serials below `before` that match, newest first.
pub(crate) fn matching(
    conn: &Connection,
    text: &str,
    before: i64,
    limit: u32,
    filter: &str,
) -> Result<Vec<i64>> {
    let asked = Query::of(text);
    let mut found = asked.numbered(conn, filter)?.serials;
    found.retain(|serial| *serial < before);
    let expression = asked.expression(conn)?;
    if !expression.is_empty() {
        found.extend(worded(
            conn,
            &expression,
            filter,
            (i64::MIN, before),
            &[],
            limit.into(),
            0,
        )?);
    }
    found.sort_unstable_by(|a, b| b.cmp(a));
    found.dedup();
    found.truncate(limit as usize);
    Ok(found)
}

/// Serials that match an expression, newest first, without those of `but`.
fn worded(
    conn: &Connection,
    expression: &str,
    filter: &str,
    (from, before): (i64, i64),
    but: &[i64],
    limit: u64,
    offset: u64,
) -> Result<Vec<i64>> {
    let sql = format!(
        "SELECT words.rowid FROM words CROSS JOIN listing ON listing.serial = words.rowid
         WHERE words MATCH ?1 AND words.rowid >= ?5 AND words.rowid < ?2 AND {filter} {}
         ORDER BY words.rowid DESC LIMIT ?3 OFFSET ?4",
        except(but)
    );
    let values = [
        Value::Text(expression.to_owned()),
        Value::Integer(before),
        count_value(limit),
        count_value(offset),
        Value::Integer(from),
    ];
    conn.prepare_cached(&sql)?
        .query_map(params_from_iter(values), |row| row.get(0))?
        .map(|serial| Ok(serial?))
        .collect()
}

pub(crate) fn except(serials: &[i64]) -> String {
    if serials.is_empty() {
        return String::new();
    }
    let list: Vec<String> = serials.iter().map(i64::to_string).collect();
    format!("AND words.rowid NOT IN ({})", list.join(", "))
}

/// A page of the register that asks for words.
pub(crate) fn worded_page(
    register: &Register,
    conn: &Connection,
    query: &RegisterQuery,
    offset: u64,
    limit: u32,
    today: NaiveDate,
) -> Result<RegisterPage> {
    let filter = Filter::of(query, today);
    let condition = filter.sql();
    let asked = Query::of(&query.text);
    let first = asked.numbered(conn, &condition)?.serials;
    let expression = asked.expression(conn)?;
    let mut total = first.len() as u64;
    let mut within = (i64::MIN, i64::MAX);
    if !expression.is_empty() {
        let matched = Value::Text(expression.clone());
        let worded = if filter.is_bare(conn)? && first.is_empty() {
            // Without a trash and other conditions the index alone can count.
            let sql = "SELECT count(*), NULL, NULL FROM words WHERE words MATCH ?1";
            register.totals.count(conn, sql, &[matched])?
        } else {
            // What is filtered often lies close together: open cases are the
            // newest. The index need not be walked outside of that.
            let sql =
                format!("SELECT count(*), min(serial), max(serial) FROM listing WHERE {condition}");
            let kept = register.totals.count(conn, &sql, &[])?;
            let sql = format!(
                "SELECT count(*), min(listing.serial), max(listing.serial)
                 FROM words CROSS JOIN listing ON listing.serial = words.rowid
                 WHERE words MATCH ?1 AND words.rowid BETWEEN ?2 AND ?3 AND {condition} {}",
                except(&first)
            );
            let values = [
                matched,
                Value::Integer(kept.first),
                Value::Integer(kept.last),
            ];
            let found = register.totals.count(conn, &sql, &values)?;
            within = (found.first, found.last.saturating_add(1));
            found
        };
        total += worded.rows;
    }
    let newest_first = query.descending && query.sort == SortColumn::Number;
    let serials = if total <= SORTED && !newest_first {
        let mut all = first;
        if !expression.is_empty() {
            all.extend(worded(
                conn,
                &expression,
                &condition,
                within,
                &all,
                SORTED,
                0,
            )?);
        }
        let from = usize::try_from(offset).unwrap_or(usize::MAX);
        sorted(conn, all, query)?
            .into_iter()
            .skip(from)
            .take(limit as usize)
            .collect()
    } else {
        let numbers = first.len() as u64;
        let mut page: Vec<i64> = first
            .iter()
            .copied()
            .skip(usize::try_from(offset).unwrap_or(usize::MAX))
            .take(limit as usize)
            .collect();
        let left = u64::from(limit) - page.len() as u64;
        if left > 0 && !expression.is_empty() {
            let skip = offset.saturating_sub(numbers);
            page.extend(worded(
                conn,
                &expression,
                &condition,
                within,
                &first,
                left,
                skip,
            )?);
        }
        page
    };
    Ok(RegisterPage {
        rows: complaint_rows_on(conn, &serials, today)?,
        total,
        offset,
    })
}

fn sorted(conn: &Connection, serials: Vec<i64>, query: &RegisterQuery) -> Result<Vec<i64>> {
    let column = match query.sort {
        SortColumn::Received => "received",
        SortColumn::Number => "serial",
        SortColumn::Due => "due",
        SortColumn::Complainant => "name",
        SortColumn::Subject => "subject",
        SortColumn::Status => "status",
    };
    let way = if query.descending { "DESC" } else { "ASC" };
    let list = serde_json::to_string(&serials)?;
    let sql = format!(
        "SELECT serial FROM json_each(?1) AS asked CROSS JOIN listing ON serial = asked.value
         ORDER BY {column} IS NULL, {column} {way}, serial {way}"
    );
    conn.prepare_cached(&sql)?
        .query_map([list], |row| row.get(0))?
        .map(|serial| Ok(serial?))
        .collect()
}

impl Register {
    /// Complaints that hold every word of `text` in some form, the last word
    /// perhaps only begun; those whose number it is come first, then the
    /// newest. The trash is left out.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn search(&self, text: &str, limit: u32) -> Result<Vec<SearchHit>> {
        let mut conn = self.reader();
        let tx = conn.transaction()?;
        let asked = Query::of(text);
        let filter = "trashed = 0";
        let numbered = asked.numbered(&tx, filter)?;
        let mut serials = numbered.serials.clone();
        serials.truncate(limit as usize);
        let expression = asked.expression(&tx)?;
        let left = u64::from(limit) - serials.len() as u64;
        if left > 0 && !expression.is_empty() {
            serials.extend(worded(
                &tx,
                &expression,
                filter,
                (i64::MIN, i64::MAX),
                &numbered.serials,
                left,
                0,
            )?);
        }
        let rows = complaint_rows(&tx, &serials)?;
        serials
            .into_iter()
            .zip(rows)
            .map(|(serial, row)| {
                if numbered.serials.contains(&serial) {
                    let (field, snippet) = match numbered.letters.get(&serial) {
                        Some(number) => ("letter", number),
                        None => ("number", &row.number),
                    };
                    let end = snippet.chars().count().try_into().unwrap_or(u32::MAX);
                    return Ok(SearchHit {
                        field: field.to_owned(),
                        snippet: snippet.clone(),
                        spans: vec![Span { start: 0, end }],
                        row,
                    });
                }
                let (card, text): (String, String) = tx
                    .prepare_cached(include_str!("words_of.sql"))?
                    .query_row([serial], |found| Ok((found.get(3)?, found.get(4)?)))?;
                let own = own_words(&tx, serial)?;
                Ok(hit(&asked, row, &card, &text, &own))
            })
            .collect::<Result<_, RegisterError>>()
    }
}
