//! Knowing a complainant again: a card that is kept already, or a new one.

use crate::database::value::{blob, email_key, name_key, phone_key};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::row_image::Table;
use crate::person::card::{card_columns, read_card};
use complaint::{Complainant, Gender, PersonId};
use rusqlite::OptionalExtension;
use uuid::Uuid;

/// What both cards say together, where they can be reached the same way: a stranger who knows only a name must not
/// get at somebody's card.
fn merged(kept: &Complainant, new: &Complainant) -> Option<Complainant> {
    let same = |a: &str, b: &str| !a.is_empty() && a == b;
    let reached = same(&email_key(&kept.email), &email_key(&new.email))
        || same(&phone_key(&kept.phone), &phone_key(&new.phone));
    together(kept, new).filter(|_| reached)
}

/// Whether new words about a complainant can be added to a card without changing what it says.
pub fn agree(kept: &Complainant, new: &Complainant) -> bool {
    together(kept, new).is_some()
}

/// What a card and new words say together, if they name the same and don't contradict each other. What the new words
/// leave out stays as it is kept.
fn together(kept: &Complainant, new: &Complainant) -> Option<Complainant> {
    if name_key(&kept.name) != name_key(&new.name) || kept.kind != new.kind {
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
    // The number may have been written in groups now or before; who writes others says where the area code ends.
    let phone = agree(&kept.phone, &new.phone, phone_key)?;
    let phone_written = [new, kept]
        .into_iter()
        .map(|card| &card.phone_written)
        .find(|written| {
            !written.is_empty() && **written != phone && phone_key(written) == phone_key(&phone)
        });
    let phone_written = phone_written.cloned().unwrap_or_default();
    Some(Complainant {
        kind: kept.kind,
        name: kept.name.clone(),
        gender: match (kept.gender, new.gender) {
            (a, Gender::Auto) => a,
            (Gender::Auto, b) => b,
            (a, b) if a == b => a,
            (Gender::M | Gender::F, Gender::M | Gender::F) => return None,
        },
        name_dative: agree_opt(&kept.name_dative, &new.name_dative)?,
        salutation: agree_opt(&kept.salutation, &new.salutation)?,
        address: agree(&kept.address, &new.address, name_key)?,
        email: agree(&kept.email, &new.email, email_key)?,
        phone,
        phone_written,
        representative: agree(&kept.representative, &new.representative, name_key)?,
    })
}

/// Adds to a card what it did not say yet.
fn supplement(change: &mut Change<'_>, id: PersonId, both: &Complainant) -> Result<()> {
    // Where thousands are written at once nobody watches their histories.
    if change.keeps_images {
        change.person_edit(id, both)
    } else {
        change.update(Table::Person, id.0, card_columns(both))?;
        Ok(())
    }
}

/// The card for a complainant, known, found again or new: its serial and id. A known card that says otherwise is
/// left as it is, and the complaint gets another.
pub(crate) fn match_or_add(
    change: &mut Change<'_>,
    known: Option<PersonId>,
    new: &Complainant,
) -> Result<(i64, PersonId)> {
    if let Some(id) = known {
        let serial = change
            .tx
            .prepare_cached(include_str!("person_serial.sql"))?
            .query_row([blob(id.0)], |row| row.get(0))
            .optional()?
            .ok_or(RegisterError::NotFound("person"))?;
        if new.is_anonymous() {
            return Ok((serial, id));
        }
        if let Some(both) = together(&change.person(id)?, new) {
            supplement(change, id, &both)?;
            return Ok((serial, id));
        }
    }
    let (email, phone) = (email_key(&new.email), phone_key(&new.phone));
    let reached = !email.is_empty() || !phone.is_empty();
    if reached && !new.is_anonymous() {
        let name = name_key(&new.name);
        let mut found = Vec::new();
        for (sql, key) in [
            (include_str!("person_of_email.sql"), &email),
            (include_str!("person_of_phone.sql"), &phone),
        ] {
            if key.is_empty() {
                continue;
            }
            let mut statement = change.tx.prepare_cached(sql)?;
            let mut rows = statement.query([key, &name])?;
            while let Some(row) = rows.next()? {
                let id = PersonId(Uuid::from_bytes(row.get("id")?));
                found.push((row.get::<_, i64>("serial")?, id, read_card(row)?));
            }
        }
        for (serial, id, kept) in found {
            if let Some(both) = merged(&kept, new) {
                supplement(change, id, &both)?;
                return Ok((serial, id));
            }
        }
    }
    let id = PersonId::new();
    let serial = change.insert(Table::Person, id.0, card_columns(new))?;
    Ok((serial, id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_writes_a_number_in_other_groups_says_where_its_area_code_ends() {
        let card = |written: &str| Complainant {
            name: "Тимофеев Олег".into(),
            phone: "+74822345678".into(),
            phone_written: written.into(),
            ..Complainant::default()
        };
        let both = |kept: &str, new: &str| {
            together(&card(kept), &card(new)).map(|card| card.phone_written)
        };
        let (wrong, right) = ("+7 482 234-56-78", "+7 4822 34-56-78");
        assert_eq!(both(wrong, right).as_deref(), Some(right));
        assert_eq!(both(right, wrong).as_deref(), Some(wrong));
        // A row of digits says nothing of groups.
        assert_eq!(both(right, "").as_deref(), Some(right));
        assert_eq!(both(right, "+74822345678").as_deref(), Some(right));
        assert_eq!(both("", right).as_deref(), Some(right));
    }
}
