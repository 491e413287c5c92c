//! What a password costs: the same office in plain text and locked, asked the
//! same in the same run.

use super::attach::{attach, one_complaint};
use super::files::noise;
use super::ground::{Ground, by, new_office};
use super::timing::{median, millis, ratio};
use crate::seeding;
use complaint::RegisterQuery;
use office::{By, Locking, Office, OfficeError, PageQuery, SearchQuery, WayIn};
use otvet_cli::answer::Outcome;
use serde_json::{Value, json};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

/// How often each question is asked.
const TIMES: usize = 25;
/// How often an office is opened, and a large file attached.
const STARTS: usize = 7;
/// Words that many, some and few made-up complaints have.
const WORDS: [&str; 3] = ["чайниками", "комарову", "12345"];

/// Milliseconds.
struct Figures {
    start: f64,
    page: f64,
    /// The first after a start, when nothing is in memory yet.
    first_search: f64,
    search: f64,
    attach: f64,
    small: f64,
}

/// The figures of a register of this size and a file of this size.
pub fn measured(size: u64, mebibytes: u64) -> Outcome<Value> {
    let ground = Ground::new("lock")?;
    let folder = ground.path("office");
    seeding::seed(&new_office(&folder)?, &by()?, size, 1)?;
    let large = ground.path("large.bin");
    noise(&large, mebibytes)?;
    let small = ground.path("small.bin");
    noise(&small, 1)?;
    let plain = figures(&folder, &[&large, &small])?;

    let locking = Locking::new("сом пеньку не указ 41").map_err(OfficeError::from)?;
    let begun = Instant::now();
    office::lock(&folder, &locking, &|_, _| ControlFlow::Continue(()))?;
    let lock_ms = millis(begun);
    let password = WayIn::password("сом пеньку не указ 41").map_err(OfficeError::from)?;
    let begun = Instant::now();
    drop(Office::admit(&folder, &password)?);
    let password_ms = millis(begun);
    let way_in = WayIn::recovery_key(&locking.recovery_key()).map_err(OfficeError::from)?;
    let _admitted = Office::admit(&folder, &way_in)?;
    let locked = figures(&folder, &[&large, &small])?;

    let both = |of: fn(&Figures) -> f64| json!({ "plain_ms": of(&plain), "locked_ms": of(&locked), "locked_to_plain": ratio(of(&locked), of(&plain)) });
    Ok(json!({
        "bench": "lock",
        "complaints": size,
        "mebibytes": mebibytes,
        "lock_ms": lock_ms,
        "password_ms": password_ms,
        "start": both(|f| f.start),
        "first_page": both(|f| f.page),
        "first_search": both(|f| f.first_search),
        "search": both(|f| f.search),
        "attach": both(|f| f.attach),
        "attach_small": both(|f| f.small),
    }))
}

fn figures(folder: &Path, [large, small]: &[&Path; 2]) -> Outcome<Figures> {
    let start = median(STARTS, || {
        drop(Office::open(folder, by()?.now)?);
        Ok(())
    })?;
    let by = by()?;
    let mut first = Vec::with_capacity(STARTS);
    for _ in 0..STARTS {
        let office = Office::open(folder, by.now)?;
        let begun = Instant::now();
        search_all(&office, &by)?;
        first.push(millis(begun));
    }
    first.sort_by(f64::total_cmp);
    let office = Office::open(folder, by.now)?;
    let page = median(TIMES, || {
        let asked = PageQuery {
            query: RegisterQuery::default(),
            offset: 0,
            limit: 60,
        };
        office::register_page(&office, &by, asked)?;
        Ok(())
    })?;
    let search = median(TIMES, || search_all(&office, &by))?;
    let complaint = office::complaint_add(&office, &by, one_complaint()?)?.id;
    let attach_ms = median(STARTS, || attach(&office, complaint, large))?;
    let small = median(TIMES, || attach(&office, complaint, small))?;
    Ok(Figures {
        start,
        page,
        first_search: first[STARTS / 2],
        search,
        attach: attach_ms,
        small,
    })
}

fn search_all(office: &Office, by: &By) -> Outcome {
    for word in WORDS {
        let asked = SearchQuery {
            text: word.to_owned(),
            limit: 30,
        };
        office::search(office, by, asked)?;
    }
    Ok(())
}
