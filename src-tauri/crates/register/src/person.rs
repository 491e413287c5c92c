//! Complainants' cards.

use crate::error::{RegisterError, Result};
use crate::image::{Columns, Table};
use crate::journal::Op;
use crate::register::Register;
use crate::text::{blob, email_key, name_key, phone_key, text, text_opt};
use crate::values::{By, Done, PersonRef};
use crate::work::Work;
use complaint::{Complainant, Gender, PartyKind, PersonId};
use rusqlite::{OptionalExtension, Row};
use uuid::Uuid;

fn kind_word(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::Person => "person",
        PartyKind::Organisation => "organisation",
    }
}

fn gender_word(gender: Gender) -> &'static str {
    match gender {
        Gender::Auto => "auto",
        Gender::M => "m",
        Gender::F => "f",
    }
}

fn columns(card: &Complainant) -> Columns {
    vec![
        ("kind", text(kind_word(card.kind))),
        ("name", text(card.name.clone())),
        ("gender", text(gender_word(card.gender))),
        ("name_dative", text_opt(card.name_dative.clone())),
        ("salutation", text_opt(card.salutation.clone())),
        ("address", text(card.address.clone())),
        ("email", text(card.email.clone())),
        ("phone", text(card.phone.clone())),
        ("representative", text(card.representative.clone())),
        ("name_key", text(name_key(&card.name))),
        ("email_key", text(email_key(&card.email))),
        ("phone_key", text(phone_key(&card.phone))),
    ]
}

/// Reads a card from a row that has the columns of `person`.
pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<Complainant> {
    read_of(row, "kind")
}

/// The same where its kind has another name, for a complaint has a kind too.
pub(crate) fn read_of(row: &Row<'_>, kind: &str) -> rusqlite::Result<Complainant> {
    Ok(Complainant {
        kind: match row.get_ref(kind)?.as_str()? {
            "organisation" => PartyKind::Organisation,
            _ => PartyKind::Person,
        },
        name: row.get("name")?,
        gender: match row.get_ref("gender")?.as_str()? {
            "m" => Gender::M,
            "f" => Gender::F,
            _ => Gender::Auto,
        },
        name_dative: row.get("name_dative")?,
        salutation: row.get("salutation")?,
        address: row.get("address")?,
        email: row.get("email")?,
        phone: row.get("phone")?,
        representative: row.get("representative")?,
    })
}

/// What both cards say together, if they don't contradict each other. The name
/// must be the same and the e-mail or the telephone too: a stranger who knows
/// only a name must not get at somebody's card.
fn together(kept: &Complainant, new: &Complainant) -> Option<Complainant> {
    let same = |a: &str, b: &str| !a.is_empty() && a == b;
    let named = same(&name_key(&kept.name), &name_key(&new.name));
    let reached = same(&email_key(&kept.email), &email_key(&new.email))
        || same(&phone_key(&kept.phone), &phone_key(&new.phone));
    if !named || !reached || kept.kind != new.kind {
        return None;
    }
    let agree = |kept: &str, new: &str, key: fn(&str) -> String| match (kept.trim(), new.trim()) {
        (_, "") => Some(kept.to_owned()),
        ("", _) => Some(new.to_owned()),
        (a, b) => (key(a) == key(b)).then(|| kept.to_owned()),
    };
    let agree_opt = |kept: &Option<String>, new: &Option<String>| match (kept, new) {
        (Some(a), Some(b)) if a != b => None,
        (Some(a), _) => Some(Some(a.clone())),
        (None, new) => Some(new.clone()),
    };
    Some(Complainant {
        kind: kept.kind,
        name: kept.name.clone(),
        gender: match (kept.gender, new.gender) {
            (a, Gender::Auto) => a,
            (Gender::Auto, b) => b,
            (a, b) if a == b => a,
            _ => return None,
        },
        name_dative: agree_opt(&kept.name_dative, &new.name_dative)?,
        salutation: agree_opt(&kept.salutation, &new.salutation)?,
        address: agree(&kept.address, &new.address, name_key)?,
        email: agree(&kept.email, &new.email, email_key)?,
        phone: agree(&kept.phone, &new.phone, phone_key)?,
        representative: agree(&kept.representative, &new.representative, name_key)?,
    })
}

/// The card for a complainant, found again or new: its serial and id.
pub(crate) fn settle(work: &mut Work<'_>, who: &PersonRef) -> Result<(i64, PersonId)> {
    let new = match who {
        PersonRef::Known(id) => {
            let serial = work
                .tx
                .prepare_cached(include_str!("sql/person_serial.sql"))?
                .query_row([blob(id.0)], |row| row.get(0))
                .optional()?
                .ok_or(RegisterError::NotFound("person"))?;
            return Ok((serial, *id));
        }
        PersonRef::Described(new) => new,
    };
    let (email, phone) = (email_key(&new.email), phone_key(&new.phone));
    let reached = !email.is_empty() || !phone.is_empty();
    if reached && !new.is_anonymous() {
        let name = name_key(&new.name);
        let mut found = Vec::new();
        for (sql, key) in [
            (include_str!("sql/person_of_email.sql"), &email),
            (include_str!("sql/person_of_phone.sql"), &phone),
        ] {
            if key.is_empty() {
                continue;
            }
            let mut statement = work.tx.prepare_cached(sql)?;
            let mut rows = statement.query([key, &name])?;
            while let Some(row) = rows.next()? {
                let id = PersonId(Uuid::from_bytes(row.get("id")?));
                found.push((row.get::<_, i64>("serial")?, id, read(row)?));
            }
        }
        for (serial, id, kept) in found {
            if let Some(both) = together(&kept, new) {
                work.update(Table::Person, id.0, columns(&both))?;
                return Ok((serial, id));
            }
        }
    }
    let id = PersonId::new();
    let serial = work.insert(Table::Person, id.0, columns(new))?;
    Ok((serial, id))
}

impl Register {
    /// One complainant's card.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn person(&self, id: PersonId) -> Result<Complainant> {
        self.reader()
            .prepare_cached(include_str!("sql/person_by_id.sql"))?
            .query_row([blob(id.0)], read)
            .optional()?
            .ok_or(RegisterError::NotFound("person"))
    }

    /// Changes a complainant's card, on every complaint that shows it.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn person_edit(&self, by: &By, id: PersonId, card: &Complainant) -> Result<Done> {
        let done = self.change(by, Op::PersonEdit, |work| {
            work.update(Table::Person, id.0, columns(card))?;
            follow(work, id)
        })?;
        Ok(done.1)
    }
}

/// Sees that the complaints of a card are listed and found by what it says now.
pub(crate) fn follow(work: &mut Work<'_>, id: PersonId) -> Result<()> {
    let serials: Vec<i64> = work
        .tx
        .prepare_cached(include_str!("sql/person_complaints.sql"))?
        .query_map([blob(id.0)], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    work.tx
        .prepare_cached(include_str!("sql/person_version_up.sql"))?
        .execute([blob(id.0)])?;
    work.moved.extend(&serials);
    work.reworded.extend(&serials);
    Ok(())
}
