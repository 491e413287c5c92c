//! Lists and search of seeded registers, beside the plainest statement that
//! could answer: a walk of the same index, a look into the bare full-text table.

use super::ground::{Ground, by, new_office};
use super::timing::{median, millis, ratio};
use crate::seeding;
use complaint::RegisterQuery;
use office::workbench::records;
use office::{Office, PageQuery, SearchQuery};
use otvet_cli::answer::Outcome;
use serde_json::{Value, json};
use std::time::Instant;

/// How often each question is asked.
const TIMES: usize = 15;
/// Rows of a page, as the screen asks for them.
const ROWS: u32 = 60;
const HITS: u32 = 30;
/// A word that many made-up complaints have, one that some have, one that few have.
const WORDS: &[(&str, &str)] = &[
    ("common", "чайниками"),
    ("surname", "комарову"),
    ("rare", "12345"),
];

/// The figures, for each size of the register.
pub fn measured(sizes: &[u64]) -> Outcome<Value> {
    let mut figures = Vec::new();
    for &size in sizes {
        figures.push(of_size(size)?);
    }
    Ok(json!({ "bench": "register", "registers": figures }))
}

fn of_size(size: u64) -> Outcome<Value> {
    let ground = Ground::new(&format!("register-{size}"))?;
    let folder = ground.path("office");
    let begun = Instant::now();
    seeding::seed(&new_office(&folder)?, &by()?, size, 1)?;
    let seed_seconds = begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    let office = Office::open(&folder, by()?.now)?;
    let open_ms = millis(begun);
    let first = page(&office, 0)?;
    let deep = page(&office, size / 2)?;
    let mut words = serde_json::Map::new();
    for &(name, word) in WORDS {
        words.insert(name.to_owned(), sought(&office, word)?);
    }
    Ok(json!({
        "complaints": size,
        "seed_seconds": seed_seconds,
        "open_ms": open_ms,
        "first_page": first,
        "deep_page": deep,
        "search": words,
    }))
}

fn page(office: &Office, offset: u64) -> Outcome<Value> {
    let by = by()?;
    let ours = median(TIMES, || {
        let asked = PageQuery {
            query: RegisterQuery::default(),
            offset,
            limit: ROWS,
        };
        office::register_page(office, &by, asked)?;
        Ok(())
    })?;
    let bare = median(TIMES, || {
        records(office)
            .bare_page(offset, ROWS)
            .map_err(office::OfficeError::from)?;
        Ok(())
    })?;
    Ok(json!({ "ms": ours, "bare_ms": bare, "to_bare": ratio(ours, bare) }))
}

fn sought(office: &Office, word: &str) -> Outcome<Value> {
    let by = by()?;
    let mut hits = 0;
    let ours = median(TIMES, || {
        let asked = SearchQuery {
            text: word.to_owned(),
            limit: HITS,
        };
        hits = office::search(office, &by, asked)?.len();
        Ok(())
    })?;
    let bare = median(TIMES, || {
        records(office)
            .bare_search(&russian::stem::stem_word(word), HITS)
            .map_err(office::OfficeError::from)?;
        Ok(())
    })?;
    Ok(json!({ "hits": hits, "ms": ours, "bare_ms": bare, "to_bare": ratio(ours, bare) }))
}
