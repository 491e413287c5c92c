//! What is held of one person, and its erasing on request.

use crate::error::Result;
use crate::office::Office;
use crate::retention::copies::holding;
use crate::retention::values::{
    CaseFate, Keeping, MentionedIn, PersonCase, PersonData, PersonErase, PersonErased, PersonRef,
};
use chrono::NaiveDate;
use complaint::{Complainant, ComplaintId};
use deadline::{Retention, retention_rules};
use register::{By, Doomed, KeptCase, Op, RegisterError};

/// Whether a case in the trash is no record: it was thrown away before anything went out, and either no act has its
/// kind kept or somebody said why it may go.
pub(crate) fn may_be_thrown_away(retention: &Retention, case: &KeptCase) -> bool {
    let is_kept = retention.fixed_years(case.kind).is_some();
    case.is_nobodys_record() && (!is_kept || case.trash_reason.is_some())
}

/// Whether an act still has a case kept that is not in the trash yet: an open one, or one whose term runs.
pub(crate) fn is_kept_by_law(retention: &Retention, case: &KeptCase, today: NaiveDate) -> bool {
    let closed = case.closed_at.map(|at| at.date_naive());
    match closed {
        None => retention.fixed_years(case.kind).is_some(),
        Some(day) => {
            let until = retention.fixed_until(case.kind, day);
            until.is_some_and(|until| until > today)
        }
    }
}

/// Why a case stays, if it does.
pub(crate) fn keeping(retention: &Retention, case: &KeptCase, today: NaiveDate) -> Option<Keeping> {
    if let Some(hold) = case.held(today) {
        return Some(Keeping::Hold { hold: hold.clone() });
    }
    // What was thrown away before any letter is nobody's record.
    if may_be_thrown_away(retention, case) {
        return None;
    }
    let ended = case.closed_at.or(case.trashed_at).map(|at| at.date_naive());
    let Some(ended) = ended.filter(|_| case.trashed_at.is_some() || !case.owes) else {
        return Some(Keeping::Open);
    };
    let until = retention.fixed_until(case.kind, ended)?;
    let rule = retention_rules()
        .iter()
        .find(|rule| rule.kind == case.kind)?;
    (until > today).then(|| Keeping::Term {
        until,
        citation: rule.citation.clone(),
    })
}

fn person_case(retention: &Retention, case: KeptCase, today: NaiveDate) -> PersonCase {
    let fate = match keeping(retention, &case, today) {
        None => CaseFate::Goes,
        Some(keeping) => CaseFate::Stays { keeping },
    };
    PersonCase {
        complaint: case.id,
        number: case.number,
        kind: case.kind,
        subject: case.subject,
        received_on: case.received_at.date_naive(),
        letters: case.letters,
        documents: case.documents,
        trashed: case.trashed_at.is_some(),
        fate,
    }
}

/// What is held of a person on every card of theirs, and what of it would go. It writes nothing.
///
/// # Errors
/// [`RegisterError::NotFound`].
pub fn person_data(office: &Office, by: &By, input: PersonRef) -> Result<PersonData> {
    let register = office.register();
    let today = by.now.date_naive();
    let norms = office.norms();
    let cases: Vec<PersonCase> = register
        .cases_of_person(input.person)?
        .into_iter()
        .map(|case| person_case(&norms.retention, case, today))
        .collect();
    let card = register.person(input.person)?;
    Ok(PersonData {
        person: input.person,
        whole: cases.iter().all(|case| case.fate == CaseFate::Goes),
        mentioned: mentioned(office, &card, &cases)?,
        sent: sent(office, &cases)?,
        name: card.name,
        cases,
        copies: holding(office)?,
    })
}

/// Cases of others that are looked through for each name, address and number.
const MOST_MENTIONS: u32 = 100;

/// The cases of others that tell of a person, as the search finds them: in their words, not in files.
fn mentioned(office: &Office, card: &Complainant, own: &[PersonCase]) -> Result<Vec<MentionedIn>> {
    let mut found: Vec<MentionedIn> = Vec::new();
    for asked in [&card.name, &card.email, &card.phone] {
        if asked.trim().is_empty() {
            continue;
        }
        for hit in office.register().search(asked, MOST_MENTIONS)? {
            let known = own.iter().any(|case| case.complaint == hit.row.id)
                || found.iter().any(|case| case.complaint == hit.row.id);
            if !known {
                found.push(MentionedIn {
                    complaint: hit.row.id,
                    number: hit.row.number,
                    subject: hit.row.subject,
                });
            }
        }
    }
    Ok(found)
}

/// Letters on cases that were sent or handed over.
fn sent(office: &Office, cases: &[PersonCase]) -> Result<u64> {
    let register = office.register();
    let mut sent = 0;
    for case in cases.iter().filter(|case| case.letters > 0) {
        for letter in register.case(case.complaint)?.contents.letters {
            sent += u64::from(!register.dispatches(letter.id)?.is_empty());
        }
    }
    Ok(sent)
}

/// Erases the cases of a person that nothing keeps, and with the last of them the card, the forms of the
/// name and the drafts that name the person. What must stay is given back with the reason.
///
/// # Errors
/// [`RegisterError::ErasureChanged`] where other cases would go than were shown, or none;
/// [`RegisterError::NotFound`] and those of the disk.
pub fn person_erase(office: &Office, by: &By, input: PersonErase) -> Result<PersonErased> {
    let today = by.now.date_naive();
    let norms = office.norms();
    let mut stay = Vec::new();
    let (wiped, _) = office.register().erase(by, Op::PersonErase, |change| {
        let cases = change.cases_of_person(input.person)?.into_iter();
        let cases = cases.map(|case| person_case(&norms.retention, case, today));
        let (goes, stays): (Vec<_>, Vec<_>) = cases.partition(|case| case.fate == CaseFate::Goes);
        let mut going: Vec<ComplaintId> = goes.iter().map(|case| case.complaint).collect();
        let mut seen = input.complaints.clone();
        complaint::order::ascending(&mut going);
        complaint::order::ascending(&mut seen);
        if going.is_empty() || going != seen {
            return Err(RegisterError::ErasureChanged);
        }
        stay = stays;
        Ok(Doomed {
            ground: input.ground,
            complaints: going,
            documents: Vec::new(),
            by_itself: false,
            repeats: Vec::new(),
        })
    })?;
    Ok(PersonErased {
        erased: wiped.into(),
        stay,
        copies: holding(office)?,
    })
}
