//! Each question that lists, searches and cards are asked, on a register of
//! many words: the first answer, the median of the next nine, and what came.

use super::ground::{Ground, by};
use super::timing::{median, millis};
use crate::seeding::{profile, varied};
use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use complaint::{Channel, DueFilter, Kind, RegisterQuery, SortColumn, Status};
use office::OfficeError;
use otvet_cli::answer::Outcome;
use register::{Op, Register, RegisterError};
use serde_json::{Map, Value, json};
use std::ops::ControlFlow;
use std::time::Instant;

/// Rows of a page, as the screen asks for them.
const ROWS: u32 = 60;
/// The day of [`by`].
const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
/// Times that follow the first.
const THEN: usize = 9;

/// The answers so far.
struct Asked(Map<String, Value>);

impl Asked {
    /// Asks ten times; `ask` gives a figure that shows what came.
    fn ask(&mut self, what: &str, mut ask: impl FnMut() -> register::Result<u64>) -> Outcome {
        let begun = Instant::now();
        let came = ask().map_err(trouble)?;
        let first_ms = millis(begun);
        let then_ms = median(THEN, || ask().map(drop).map_err(trouble))?;
        let figures = json!({ "first_ms": first_ms, "then_ms": then_ms, "came": came });
        self.0.insert(what.to_owned(), figures);
        Ok(())
    }
}

fn trouble(error: RegisterError) -> otvet_cli::answer::Trouble {
    OfficeError::from(error).into()
}

/// The figures, for a register of this size.
pub fn measured(of: u64) -> Outcome<Value> {
    let ground = Ground::new("questions")?;
    let folder = ground.path("office");
    let start = first_day(by()?.now);
    let begun = Instant::now();
    let register = Register::create(&folder, &by()?, &profile()).map_err(trouble)?;
    let rows = (0..of).map(|nth| varied(nth, of, start));
    let on = |_| ControlFlow::Continue(());
    register.bulk_add(&by()?, rows, &on).map_err(trouble)?;
    drop(register);
    let write_seconds = begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    let register = Register::open(&folder, by()?.now).map_err(trouble)?;
    let open_ms = millis(begun);
    let mut asked = Asked(Map::new());
    lists(&register, of, &mut asked)?;
    searches(&register, &mut asked)?;
    cases(&register, of, &mut asked)?;
    let begun = Instant::now();
    let journal = register.journal_verify().map_err(trouble)?;
    Ok(json!({
        "bench": "questions",
        "complaints": of,
        "write_seconds": write_seconds,
        "open_ms": open_ms,
        "asked": asked.0,
        "journal_rows": journal.rows,
        "journal_verify_seconds": begun.elapsed().as_secs_f64(),
    }))
}

/// The first complaint came so long ago that the last came lately.
fn first_day(now: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    now.checked_sub_days(Days::new(2_515)).unwrap_or(now)
}

fn page(register: &Register, query: &RegisterQuery, offset: u64) -> register::Result<u64> {
    Ok(register.complaints_page(query, offset, ROWS, TODAY)?.total)
}

fn lists(register: &Register, of: u64, asked: &mut Asked) -> Outcome {
    let plain = RegisterQuery::default();
    let statuses = |statuses: &[Status]| RegisterQuery {
        statuses: statuses.to_vec(),
        ..plain.clone()
    };
    let open = statuses(&[
        Status::Fresh,
        Status::InWork,
        Status::Waiting,
        Status::Decided,
    ]);
    let phone = RegisterQuery {
        channels: vec![Channel::Phone],
        ..plain.clone()
    };
    let unused = RegisterQuery {
        kinds: vec![Kind::Gratitude],
        ..plain.clone()
    };
    let mut questions = vec![
        ("first page".to_owned(), plain.clone(), 0),
        ("page in the middle".to_owned(), plain.clone(), of / 2),
        (
            "last page".to_owned(),
            plain.clone(),
            of.saturating_sub(ROWS.into()),
        ),
        ("open only".to_owned(), open.clone(), 0),
        ("open only, far down".to_owned(), open.clone(), of / 25),
        (
            "closed only, middle".to_owned(),
            statuses(&[Status::Closed]),
            of / 2,
        ),
        ("one channel".to_owned(), phone.clone(), 0),
        ("one channel, middle".to_owned(), phone, of / 20),
        ("a kind nobody used".to_owned(), unused.clone(), 0),
    ];
    for sort in [
        SortColumn::Number,
        SortColumn::Due,
        SortColumn::Complainant,
        SortColumn::Subject,
        SortColumn::Status,
    ] {
        let query = RegisterQuery {
            sort,
            ..plain.clone()
        };
        questions.push((format!("first page by {sort:?}"), query.clone(), 0));
        questions.push((format!("middle page by {sort:?}"), query, of / 2));
    }
    for due in [DueFilter::Overdue, DueFilter::Week, DueFilter::None] {
        let query = RegisterQuery {
            due: Some(due),
            ..plain.clone()
        };
        questions.push((format!("due {due:?}"), query, 0));
    }
    for (what, query) in [("open only", open), ("a kind nobody used", unused)] {
        let text = "чайник".to_owned();
        let query = RegisterQuery { text, ..query };
        questions.push((format!("{what} with «чайник»"), query, 0));
    }
    for (what, query, offset) in &questions {
        asked.ask(what, || page(register, query, *offset))?;
    }
    Ok(())
}

/// Words in all their forms, parts of words, numbers, common and rare.
const SOUGHT: &[&str] = &[
    "чайники",
    "чайниками телефону",
    "номер4711",
    "ВХ-2026/0001",
    "вх 2026/1",
    "1",
    "ча",
    "чай",
    "не",
    "сосед",
    "Орловой",
    "нетакого",
];
/// What is typed while a card is looked for.
const TYPED: &[&str] = &[
    "о",
    "мар",
    "марин",
    "сергеевна",
    "волкова анна",
    "зайцев в",
    "client123",
    "0000",
];

fn searches(register: &Register, asked: &mut Asked) -> Outcome {
    for text in SOUGHT {
        let query = RegisterQuery {
            text: (*text).to_owned(),
            ..RegisterQuery::default()
        };
        asked.ask(&format!("page with «{text}»"), || {
            page(register, &query, 0)
        })?;
        asked.ask(&format!("search «{text}»"), || {
            Ok(register.search(text, 30)?.len() as u64)
        })?;
    }
    for typed in TYPED {
        asked.ask(&format!("cards of «{typed}»"), || {
            Ok(register.person_find(typed, 8)?.len() as u64)
        })?;
    }
    Ok(())
}

fn cases(register: &Register, of: u64, asked: &mut Asked) -> Outcome {
    let by = by()?;
    let plain = RegisterQuery::default();
    asked.ask("today", || Ok(register.today(TODAY, 3, 50)?.overdue.total))?;
    asked.ask("keyset page", || {
        let (rows, _) = register.complaints_after(&plain, None, ROWS, TODAY)?;
        Ok(rows.len() as u64)
    })?;
    let mut nth = 0;
    asked.ask("one case", || {
        nth += 7;
        match register.complaint_by_number(&format!("вх-2025/{nth:04}"))? {
            Some(id) => Ok(register.case(id)?.demands.len() as u64),
            None => Err(RegisterError::NotFound("complaint")),
        }
    })?;
    let new = varied(of, of, by.now).complaint;
    asked.ask("one complaint added", || {
        let (added, _) = register.transact(&by, Op::ComplaintAdd, |change| {
            change.complaint_add(None, &new, &[])
        })?;
        Ok(added.number.len() as u64)
    })?;
    asked.ask("first page after it", || page(register, &plain, 0))
}
