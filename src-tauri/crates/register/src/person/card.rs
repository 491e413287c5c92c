//! Complainants' cards.

use crate::database::row::{read_id, read_variant};
use crate::database::value::{blob, email_key, name_key, phone_key, text, text_opt};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::row_image::{Columns, Table};
use crate::register::Register;
use complaint::{Complainant, Gender, PartyKind, PersonId};
use rusqlite::{Connection, Row};
use russian::requisites::{phone, phone_as_written};

fn kind_str(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::Person => "person",
        PartyKind::Organisation => "organisation",
    }
}

pub(crate) fn gender_str(gender: Gender) -> &'static str {
    match gender {
        Gender::Auto => "auto",
        Gender::M => "m",
        Gender::F => "f",
    }
}

fn party_kind(word: &str) -> Option<PartyKind> {
    [PartyKind::Person, PartyKind::Organisation]
        .into_iter()
        .find(|kind| kind_str(*kind) == word)
}

pub(crate) fn gender(word: &str) -> Option<Gender> {
    [Gender::Auto, Gender::M, Gender::F]
        .into_iter()
        .find(|gender| gender_str(*gender) == word)
}

/// What a person writes down of a complainant.
pub(crate) fn card_fields(card: &Complainant) -> Columns {
    let Complainant {
        kind,
        name,
        gender,
        name_dative,
        salutation,
        address,
        email,
        phone,
        phone_written,
        representative,
    } = card;
    // One column holds the number and its groups: without these it is the number.
    let phone = if !phone_written.is_empty() && phone_key(phone_written) == phone_key(phone) {
        phone_written
    } else {
        phone
    };
    vec![
        ("kind", text(kind_str(*kind))),
        ("name", text(name.clone())),
        ("gender", text(gender_str(*gender))),
        ("name_dative", text_opt(name_dative.clone())),
        ("salutation", text_opt(salutation.clone())),
        ("address", text(address.clone())),
        ("email", text(email.clone())),
        ("phone", text(phone.clone())),
        ("representative", text(representative.clone())),
    ]
}

/// The same with the keys by which cards are found again.
pub(crate) fn card_columns(card: &Complainant) -> Columns {
    let mut columns = card_fields(card);
    columns.extend([
        ("name_key", text(name_key(&card.name))),
        ("email_key", text(email_key(&card.email))),
        ("phone_key", text(phone_key(&card.phone))),
    ]);
    columns
}

/// Reads a card from a row that has the columns of `person`.
pub(crate) fn read_card(row: &Row<'_>) -> Result<Complainant> {
    read_card_of(row, "kind")
}

/// The same where its kind has another name, for a complaint has a kind too.
pub(crate) fn read_card_of(row: &Row<'_>, kind: &str) -> Result<Complainant> {
    let kept: String = row.get("phone")?;
    let (phone, phone_written) = match phone(&kept) {
        Ok(number) if number != kept && phone_as_written(&kept).as_deref() == Ok(&kept) => {
            (number, kept)
        }
        _ => (kept, String::new()),
    };
    Ok(Complainant {
        kind: read_variant(row, kind, party_kind)?,
        name: row.get("name")?,
        gender: read_variant(row, "gender", gender)?,
        name_dative: row.get("name_dative")?,
        salutation: row.get("salutation")?,
        address: row.get("address")?,
        email: row.get("email")?,
        phone,
        phone_written,
        representative: row.get("representative")?,
    })
}

impl Register {
    /// One complainant's card.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn person(&self, id: PersonId) -> Result<Complainant> {
        card_of(&self.reader(), id)
    }
}

fn card_of(conn: &Connection, id: PersonId) -> Result<Complainant> {
    conn.prepare_cached(include_str!("person_by_id.sql"))?
        .query([blob(id.0)])?
        .next()?
        .map(read_card)
        .transpose()?
        .ok_or(RegisterError::NotFound("person"))
}

/// The complaints that show a card, by rowid.
pub(crate) fn complaints_of_card(conn: &Connection, id: PersonId) -> Result<Vec<i64>> {
    Ok(conn
        .prepare_cached(include_str!("person_complaints.sql"))?
        .query_map([blob(id.0)], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?)
}

/// The other cards of the same complainant: of the same name, and with an e-mail or a telephone in common. Of one
/// name at one address are father and son as well.
fn cards_alike(conn: &Connection, id: PersonId) -> Result<Vec<PersonId>> {
    let mut statement = conn.prepare_cached(include_str!("person_alike.sql"))?;
    let mut rows = statement.query([blob(id.0)])?;
    let mut alike = Vec::new();
    while let Some(row) = rows.next()? {
        alike.push(PersonId(read_id(row, "id")?));
    }
    Ok(alike)
}

/// A card and the others of the same complainant.
///
/// # Errors
/// [`RegisterError::NotFound`].
pub(crate) fn cards_with_alike(conn: &Connection, id: PersonId) -> Result<Vec<PersonId>> {
    card_of(conn, id)?;
    let mut cards = cards_alike(conn, id)?;
    cards.insert(0, id);
    Ok(cards)
}

/// Another card of the same complainant with what was changed on one of them.
fn carried_over(before: &Complainant, card: &Complainant, theirs: Complainant) -> Complainant {
    fn changed<T: Clone + PartialEq>(before: &T, now: &T, theirs: T) -> T {
        if before == now { theirs } else { now.clone() }
    }
    let (phone, phone_written) = changed(
        &(before.phone.clone(), before.phone_written.clone()),
        &(card.phone.clone(), card.phone_written.clone()),
        (theirs.phone, theirs.phone_written),
    );
    Complainant {
        kind: changed(&before.kind, &card.kind, theirs.kind),
        name: changed(&before.name, &card.name, theirs.name),
        gender: changed(&before.gender, &card.gender, theirs.gender),
        name_dative: changed(&before.name_dative, &card.name_dative, theirs.name_dative),
        salutation: changed(&before.salutation, &card.salutation, theirs.salutation),
        address: changed(&before.address, &card.address, theirs.address),
        email: changed(&before.email, &card.email, theirs.email),
        phone,
        phone_written,
        representative: changed(
            &before.representative,
            &card.representative,
            theirs.representative,
        ),
    }
}

impl Change<'_> {
    /// One complainant's card, with what this change wrote on it.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn person(&self, id: PersonId) -> Result<Complainant> {
        card_of(self.tx, id)
    }

    /// Changes a complainant's card, and what of it is changed on those of the same complainant in other cases:
    /// what else these say stays theirs.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub(crate) fn person_edit_everywhere(
        &mut self,
        id: PersonId,
        card: &Complainant,
    ) -> Result<()> {
        let before = card_of(self.tx, id)?;
        for alike in cards_alike(self.tx, id)? {
            let theirs = card_of(self.tx, alike)?;
            self.person_edit(alike, &carried_over(&before, card, theirs))?;
        }
        self.person_edit(id, card)
    }

    /// Changes a complainant's card, on every complaint that shows it.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn person_edit(&mut self, id: PersonId, card: &Complainant) -> Result<()> {
        if self.update(Table::Person, id.0, card_columns(card))? {
            self.cards.insert(id);
        }
        Ok(())
    }
}
