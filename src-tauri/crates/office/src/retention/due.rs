//! What is due to be erased: what lay in the trash long enough, and closed cases whose term is over. It goes
//! when a person has looked through it, or by itself where the office chose that.

use crate::error::Result;
use crate::office::Office;
use crate::retention::copies::holding;
use crate::retention::person::may_be_thrown_away;
use crate::retention::values::{DueItem, Erasure, ErasureRow, RetentionDue, RetentionErase};
use chrono::{Datelike, NaiveDate, TimeDelta};
use complaint::{ComplaintId, DocumentId, ErasureGround, Kind};
use deadline::Retention;
use register::{By, Doomed, KeptCase, Op, RegisterError, TrashedDocument};

/// Cases of one kind that are listed at once.
const LISTED: u32 = 500;

/// When nothing was written for longer, nothing goes by itself: the clock may be set ahead.
const FARTHEST_AHEAD: TimeDelta = TimeDelta::days(31);

/// Rows of the log of deletions that are shown.
const LOGGED: u32 = 500;

/// On what ground a case may go, since when, and from which day; none where it is open.
fn term_of(
    retention: &Retention,
    case: &KeptCase,
) -> Option<(ErasureGround, NaiveDate, NaiveDate)> {
    let trashed = case.trashed_at.map(|at| at.date_naive());
    let closed = case.closed_at.map(|at| at.date_naive());
    match trashed {
        Some(since) if may_be_thrown_away(retention, case) => {
            Some((ErasureGround::Trash, since, retention.leaves_trash(since)))
        }
        // On a case that was answered or closed the trash is no short cut, nor on one that an act has kept.
        _ => {
            let since = closed.or(trashed)?;
            let goes_on = retention.goes_on(case.kind, since);
            Some((ErasureGround::TermOver, since, goes_on))
        }
    }
}

fn item(retention: &Retention, case: KeptCase, today: NaiveDate) -> Option<DueItem> {
    let (ground, since, goes_on) = term_of(retention, &case)?;
    Some(DueItem {
        hold: case.held(today).cloned(),
        trashed: case.trashed_at.is_some(),
        complaint: case.id,
        document: None,
        number: case.number,
        name: case.name,
        subject: case.subject,
        ground,
        since,
        goes_on,
        letters: case.letters,
        documents: case.documents,
    })
}

/// What is due today, for a person to look through, and what in the trash will be.
///
/// # Errors
/// Those of the register.
pub fn retention_due(office: &Office, by: &By) -> Result<RetentionDue> {
    let mut found = listed(office, by.now.date_naive())?;
    found.copies = holding(office)?;
    Ok(found)
}

/// What is due today, without the copies.
fn listed(office: &Office, today: NaiveDate) -> Result<RetentionDue> {
    let norms = office.norms();
    let retention = &norms.retention;
    let register = office.register();
    let mut found = RetentionDue::default();
    let trashed = register.cases_trashed()?;
    let in_trash: Vec<ComplaintId> = trashed.iter().map(|case| case.id).collect();
    let cases = trashed.into_iter();
    let mut items: Vec<DueItem> = cases
        .filter_map(|case| item(retention, case, today))
        .collect();
    for kind in Kind::ALL {
        let years = i32::try_from(retention.years(*kind)).unwrap_or(i32::MAX);
        let before = today.year().saturating_sub(years);
        let cases = register.cases_closed_before(*kind, before, LISTED)?;
        found.more |= cases.len() == LISTED as usize;
        let cases = cases.into_iter().filter(|case| !case.owes);
        items.extend(cases.filter_map(|case| item(retention, case, today)));
    }
    let free = |item: &&DueItem| item.goes_on <= today && item.hold.is_none();
    let going: Vec<ComplaintId> = items
        .iter()
        .filter(free)
        .map(|item| item.complaint)
        .collect();
    for document in register.documents_trashed(today)? {
        // With a case in the trash its documents go as well, and with one whose term is over.
        let with_case = [&in_trash, &going];
        if !with_case
            .iter()
            .any(|cases| cases.contains(&document.complaint))
        {
            items.push(of_document(office, retention, document, today)?);
        }
    }
    complaint::order::by(&mut items, |a, b| {
        (a.goes_on, &a.number, a.document).cmp(&(b.goes_on, &b.number, b.document))
    });
    (found.due, found.waiting) = items.into_iter().partition(|item| item.goes_on <= today);
    Ok(found)
}

fn of_document(
    office: &Office,
    retention: &Retention,
    document: TrashedDocument,
    today: NaiveDate,
) -> Result<DueItem> {
    let since = document.trashed_at.date_naive();
    let hold = match document.held {
        false => None,
        true => {
            let holds = office.register().case(document.complaint)?.holds;
            holds.into_iter().find(|hold| hold.binds(today))
        }
    };
    Ok(DueItem {
        complaint: document.complaint,
        document: Some(document.document),
        number: document.number,
        name: document.name,
        subject: String::new(),
        ground: ErasureGround::Trash,
        since,
        goes_on: retention.leaves_trash(since),
        letters: 0,
        documents: 1,
        trashed: true,
        hold,
    })
}

/// Erases what a person chose of what is due. What is no longer due, or kept by an order since, refuses all of it.
///
/// # Errors
/// [`RegisterError::NotDue`], [`RegisterError::Held`] and those of the disk.
pub fn retention_erase(office: &Office, by: &By, input: RetentionErase) -> Result<Erasure> {
    erase(office, by, input, false)
}

fn erase(office: &Office, by: &By, input: RetentionErase, by_itself: bool) -> Result<Erasure> {
    let today = by.now.date_naive();
    let norms = office.norms();
    let erased = office.register().erase(by, Op::RetentionErase, |change| {
        let mut ground = ErasureGround::Trash;
        for id in &input.complaints {
            let case = change.kept_case(*id)?;
            let due = term_of(&norms.retention, &case);
            let due = due.filter(|(_, _, goes_on)| *goes_on <= today);
            let owes = case.trashed_at.is_none() && case.owes;
            match due {
                Some((of, ..)) if !owes => {
                    if of == ErasureGround::TermOver {
                        ground = of;
                    }
                }
                _ => return Err(RegisterError::NotDue),
            }
        }
        for id in &input.documents {
            let trashed = change
                .document_trashed_at(*id)?
                .ok_or(RegisterError::NotDue)?;
            if norms.retention.leaves_trash(trashed.date_naive()) > today {
                return Err(RegisterError::NotDue);
            }
        }
        Ok(Doomed {
            ground,
            complaints: input.complaints,
            documents: input.documents,
            by_itself,
            repeats: Vec::new(),
        })
    })?;
    Ok(erased.0.into())
}

/// Erases what is due where the office chose that it goes unseen: not on the day on which it chose that, and
/// not while the clock is so far ahead of what was last written that it may be wrong. Says what went, where
/// anything did. To be called once a day.
///
/// # Errors
/// Those of the register.
pub fn retention_tend(office: &Office, by: &By) -> Result<Option<Erasure>> {
    if !office.norms().retention.by_itself {
        return Ok(None);
    }
    let today = by.now.date_naive();
    let register = office.register();
    let chosen_on = register.norms_changed_at()?.map(|at| at.date_naive());
    let written_at = register.journal_last_at()?;
    let is_doubtful = written_at.is_none_or(|at| by.now - at > FARTHEST_AHEAD);
    if chosen_on.is_some_and(|day| day >= today) || is_doubtful {
        return Ok(None);
    }
    let due = listed(office, today)?.due;
    let free = due.into_iter().filter(|item| item.hold.is_none());
    let (documents, cases): (Vec<DueItem>, Vec<DueItem>) =
        free.partition(|item| item.document.is_some());
    if documents.is_empty() && cases.is_empty() {
        return Ok(None);
    }
    let chosen = RetentionErase {
        complaints: cases.iter().map(|item| item.complaint).collect(),
        documents: documents
            .iter()
            .filter_map(|item| item.document)
            .collect::<Vec<DocumentId>>(),
    };
    erase(office, by, chosen, true).map(Some)
}

/// The log of deletions, the latest first.
///
/// # Errors
/// Those of the register.
pub fn erasures(office: &Office, _by: &By) -> Result<Vec<ErasureRow>> {
    let rows = office.register().erasures(LOGGED)?;
    let shown = |row: register::LoggedErasure| ErasureRow {
        seq: row.seq,
        at: row.at,
        actor: row.actor.0,
        ground: row.ground,
        erased: Erasure {
            numbers: row.numbers,
            letters: row.letters,
            documents: row.documents,
            persons: row.persons,
            bytes: row.bytes,
        },
    };
    Ok(rows.into_iter().map(shown).collect())
}
