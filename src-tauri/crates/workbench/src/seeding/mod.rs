//! Made-up offices, for measuring and for trying things out: plausible Russian
//! complaints, the same ones for the same seed.

mod complaints;
mod varied;
mod words;

use chrono::{DateTime, FixedOffset};
use complaint::{Actor, Language, OfficeProfile, Regime, Requisites, Signatory};
use complaints::{complaints, with_fate};
use office::workbench::{complaint_checked, records};
use office::{By, Office, Result};
use std::ops::ControlFlow;
use std::path::Path;

pub(crate) use varied::varied;

/// What the made-up office says of itself.
pub fn profile() -> OfficeProfile {
    OfficeProfile {
        name: "ООО «Мера»".into(),
        requisites: Requisites {
            name: "ООО «Мера»".into(),
            inn: "7800000002".into(),
            address: "190000, Санкт-Петербург, ул. Примерная, д. 7".into(),
            signatory: Signatory {
                post: "Директор".into(),
                post_en: "Director".into(),
                name: "Ветрова Ирина Александровна".into(),
                authority: None,
            },
            ..Requisites::default()
        },
        letterhead: Default::default(),
        numbering: Default::default(),
        language: Language::Ru,
        sample: false,
        usual_regime: Regime::Goods,
        own_words: Vec::new(),
        approval: Default::default(),
    }
}

/// The person who stands in the journal of a made-up office.
pub fn by(now: DateTime<FixedOffset>) -> By {
    By {
        actor: Actor::named("workbench"),
        now,
    }
}

/// Founds the made-up office in a folder that holds none.
///
/// # Errors
/// Those of [`Office::create`].
pub fn found(folder: &Path, now: DateTime<FixedOffset>) -> Result<Office> {
    Office::create(folder, &by(now), &profile())
}

/// Opens the office in a folder and fills its register; gives how many were written.
///
/// # Errors
/// Those of [`Office::open`] and [`seed`].
pub fn fill(folder: &Path, count: u64, seed_of: u64, now: DateTime<FixedOffset>) -> Result<u64> {
    seed(&Office::open(folder, now)?, &by(now), count, seed_of)
}

/// Complaints that are written in one transaction.
const BATCH: usize = 20_000;

/// Writes `count` made-up complaints into the register, received in the three
/// years before the time of `by`; gives how many were written.
///
/// # Errors
/// Those of the register.
pub fn seed(office: &Office, by: &By, count: u64, seed: u64) -> Result<u64> {
    let register = records(office);
    let on = |_| ControlFlow::Continue(());
    let mut written = 0;
    let mut batch = Vec::with_capacity(BATCH);
    for (complaint, place) in complaints(count, seed, by.now).zip(0..) {
        batch.push(with_fate(
            complaint_checked(office, by, complaint)?,
            place,
            by,
        ));
        if batch.len() == BATCH {
            written += register.bulk_add(by, batch.drain(..), &on)?;
        }
    }
    written += register.bulk_add(by, batch.drain(..), &on)?;
    Ok(written)
}
