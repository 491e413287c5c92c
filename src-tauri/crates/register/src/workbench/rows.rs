//! Everything the database holds, for tests that compare what stood before a
//! change with what stands after.

use crate::cipher::way_in::cipher_of;
use crate::database::connection::open_reader;
use crate::error::Result;
use crate::journal::row_image::to_json;
use crate::register::DATABASE;
use std::collections::BTreeMap;
use std::path::Path;

/// The rows of each table, each with its columns by name.
pub type TableRows = BTreeMap<String, Vec<serde_json::Value>>;

/// Every row of every table of an office, tables and rows in no order of
/// meaning. The tables in which the full-text index keeps itself are left out.
///
/// # Errors
/// Those of reading the database.
pub fn all_rows(office: &Path) -> Result<TableRows> {
    let conn = open_reader(&office.join(DATABASE), &cipher_of(office)?)?;
    let tables: Vec<String> = conn
        .prepare(
            "SELECT name FROM pragma_table_list \
             WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
        )?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut all = TableRows::new();
    for table in tables {
        let mut statement = conn.prepare(&format!("SELECT * FROM {table}"))?;
        let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut rows = statement.query([])?;
        let mut read = Vec::new();
        while let Some(row) = rows.next()? {
            let mut shown = serde_json::Map::new();
            for (at, column) in columns.iter().enumerate() {
                shown.insert(column.clone(), to_json(row.get_ref(at)?)?);
            }
            read.push(shown.into());
        }
        read.sort_by_key(serde_json::Value::to_string);
        all.insert(table, read);
    }
    Ok(all)
}
