//! Complaints found: in the register, by words, by number, by likeness, and what is to be done today.

use crate::case::registration::normal_phone;
use crate::error::Result;
use crate::office::Office;
use complaint::{
    Complainant, ComplaintId, ComplaintRow, RegisterPage, RegisterQuery, SearchHit, Today,
};
use register::{By, Candidate, RegisterError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for a window onto the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PageQuery {
    /// Which rows, in what order.
    pub query: complaint::RegisterQuery,
    #[ts(type = "number")]
    pub offset: u64,
    /// At most so many rows.
    pub limit: u32,
}

/// Asks for words anywhere in the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SearchQuery {
    pub text: String,
    /// At most so many hits.
    pub limit: u32,
}

/// Asks whether a complaint like this is in the register already.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DuplicateQuestion {
    pub name: String,
    pub email: String,
    /// In any spelling: only the digits count.
    pub phone: String,
    /// Order or contract as typed.
    pub order: String,
    pub subject: String,
}

/// Rows a section of Today shows before it points to the register.
const TODAY_ROWS: u32 = 50;

/// Days before its last one from which a term is soon due.
pub const SOON_DAYS: u16 = 3;

/// A window onto the register.
///
/// # Errors
/// Those of the register.
pub fn register_page(office: &Office, by: &By, input: PageQuery) -> Result<RegisterPage> {
    let limit = input.limit.clamp(1, 1_000);
    Ok(office
        .register()
        .complaints_page(&input.query, input.offset, limit, by.now.date_naive())?)
}

/// Words in any Russian form, anywhere in subject, text, complainant, number.
///
/// # Errors
/// Those of the register.
pub fn search(office: &Office, _by: &By, input: SearchQuery) -> Result<Vec<SearchHit>> {
    Ok(office
        .register()
        .search(&input.text, input.limit.clamp(1, 500))?)
}

/// What to do today.
///
/// # Errors
/// Those of the register.
pub fn today(office: &Office, by: &By) -> Result<Today> {
    let register = office.register();
    let mut today = register.today(by.now.date_naive(), SOON_DAYS, TODAY_ROWS)?;
    today.to_approve = register.letters_to_approve(TODAY_ROWS)?;
    today.steps = crate::procedure::steps::today(office, by, SOON_DAYS)?;
    today.open = today.to_act_on();
    each_once(&mut today);
    today.rules_ending = {
        let usual = register.profile()?.usual_regime;
        office.norms().law.ending_soon(usual, by.now.date_naive())
    };
    Ok(today)
}

/// Shows each case once: what waits for the head stands with that. One whose day is near or past stands there too,
/// for the letter waits for another person than the day does.
fn each_once(today: &mut Today) {
    let waits: Vec<ComplaintId> = today.to_approve.iter().map(|one| one.row.id).collect();
    for section in [
        &mut today.delivery,
        &mut today.fresh,
        &mut today.to_answer,
        &mut today.to_send,
        &mut today.to_fulfil,
        &mut today.unfinished,
        &mut today.waiting,
        &mut today.in_work,
    ] {
        let shown = section.rows.len();
        section.rows.retain(|row| !waits.contains(&row.id));
        section.total -= (shown - section.rows.len()) as u64;
    }
}

/// Complaints that look like this one.
///
/// # Errors
/// Those of the register.
pub fn duplicates(office: &Office, by: &By, input: DuplicateQuestion) -> Result<Vec<ComplaintRow>> {
    let candidate = Candidate {
        person: Complainant {
            name: input.name,
            email: input.email.trim().to_owned(),
            phone: normal_phone(&input.phone),
            ..Complainant::default()
        },
        order: input.order,
        subject: input.subject,
        their_number: String::new(),
        received_at: by.now,
    };
    let found = office.register().duplicates_of(&candidate)?;
    Ok(found.into_iter().map(|(row, _)| row).collect())
}

/// The complaint of that id or incoming number.
///
/// # Errors
/// [`RegisterError::NotFound`].
pub fn complaint_named(office: &Office, name: &str) -> Result<ComplaintId> {
    if let Ok(id) = name.trim().parse() {
        return Ok(id);
    }
    let found = office.register().complaint_by_number(name.trim())?;
    Ok(found.ok_or(RegisterError::NotFound("complaint"))?)
}

/// Complaints in the order of their numbers, the newest first: those behind
/// the one named, or from the newest on.
///
/// # Errors
/// [`RegisterError::NotFound`] for a cursor that names no complaint.
pub fn complaints_after(
    office: &Office,
    by: &By,
    query: &RegisterQuery,
    after: Option<&str>,
    limit: u32,
) -> Result<Vec<ComplaintRow>> {
    let cursor = after
        .map(|name| complaint_named(office, name))
        .transpose()?
        .map(|id| id.to_string());
    let day = by.now.date_naive();
    let (rows, _) = office.register().complaints_after(
        query,
        cursor.as_deref(),
        limit.clamp(1, 10_000),
        day,
    )?;
    Ok(rows)
}
