//! Cards found while a complainant is being typed: by any words of the name,
//! the beginning of an e-mail address, either end of a telephone number.

use crate::database::value::{email_key, name_key, phone_key, text};
use crate::error::Result;
use crate::person::card::read_card;
use crate::register::Register;
use complaint::{Complainant, PersonId};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use uuid::Uuid;

/// At least so many matches are looked at before the best are given.
const LOOKED_AT: u32 = 50;

/// So many digits say something about where a telephone number begins or ends.
const BEGINNING: usize = 3;

const ENDING: usize = 4;

/// Nobody types more words of a name.
const MOST_WORDS: usize = 8;

const BY_NAME: &str = include_str!("person_named.sql");

const BY_WORDS: &str = include_str!("person_worded.sql");

const BY_EMAIL: &str = include_str!("person_emailed.sql");

const BY_PHONE: &str = include_str!("person_phoned.sql");

const BY_PHONE_END: &str = include_str!("person_phone_ends.sql");

/// The words of a name as the triggers of `person` write them to the index.
fn name_words(key: &str) -> Vec<&str> {
    let parts = |c: char| match c {
        '«' | '»' | '“' | '”' | '„' | '’' | '–' | '—' | '№' => true,
        c => c.is_ascii() && !c.is_ascii_alphanumeric(),
    };
    key.split(parts).filter(|word| !word.is_empty()).collect()
}

/// All words of a query, the last of them perhaps only begun. No word holds a
/// quotation mark, so none can be an operator of the index.
pub(crate) fn expression(words: &[&str], begun: &str) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    format!("{}{begun}", quoted.join(" AND "))
}

/// A telephone number as it may begin in the records: with the trunk 8 or
/// without the code of the country.
fn phone_beginnings(digits: &str) -> Vec<String> {
    let mut all = vec![digits.to_owned()];
    match digits.strip_prefix('8') {
        Some(rest) => all.push(format!("7{rest}")),
        None if !digits.starts_with('7') => all.push(format!("7{digits}")),
        None => {}
    }
    all
}

/// Cards in the order they were found, each once.
pub(crate) struct Found {
    limit: usize,
    cards: Vec<(i64, String, PersonId, Complainant)>,
}

impl Found {
    fn full(&self) -> bool {
        self.cards.len() >= self.limit
    }

    fn ask(&mut self, conn: &Connection, sql: &str, values: Vec<Value>) -> Result<()> {
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            let serial: i64 = row.get("serial")?;
            if !self.cards.iter().any(|(known, ..)| *known == serial) {
                let id = PersonId(Uuid::from_bytes(row.get("id")?));
                self.cards
                    .push((serial, row.get("name_key")?, id, read_card(row)?));
            }
        }
        Ok(())
    }
}

/// The first key behind all that begin with this one.
pub(crate) fn after(key: &str) -> Value {
    text(format!("{key}\u{10ffff}"))
}

impl Register {
    /// Cards for suggestions while somebody types: names that begin with what
    /// is typed, then names with each typed word, the last perhaps only begun,
    /// then e-mail addresses that begin so, and telephone numbers that begin
    /// or end so. Case, ё, quotation marks and the order of words don't matter.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn person_find(&self, typed: &str, limit: u32) -> Result<Vec<(PersonId, Complainant)>> {
        let key = name_key(typed);
        if key.is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        let mut words = name_words(&key);
        words.truncate(MOST_WORDS);
        let look = limit.max(LOOKED_AT);
        let mut conn = self.reader();
        let tx = conn.transaction()?;
        let mut found = Found {
            limit: look as usize,
            cards: Vec::new(),
        };
        found.ask(&tx, BY_NAME, vec![text(&*key), after(&key), look.into()])?;
        for begun in ["", "*"] {
            if !found.full() && !words.is_empty() {
                let sought = expression(&words, begun);
                found.ask(&tx, BY_WORDS, vec![text(sought), look.into()])?;
            }
        }
        let sequence = words.join(" ");
        found.cards.sort_by_cached_key(|(serial, key, ..)| {
            let name = name_words(key);
            let starts = !name.join(" ").starts_with(&sequence);
            let whole = !words.iter().all(|word| name.contains(word));
            (starts, whole, key.clone(), *serial)
        });
        let email = email_key(typed);
        if !found.full() {
            let values = vec![text(&*email), after(&email), look.into()];
            found.ask(&tx, BY_EMAIL, values)?;
        }
        let digits = phone_key(typed);
        if digits.len() >= BEGINNING && !typed.contains(char::is_alphabetic) {
            for beginning in phone_beginnings(&digits) {
                let values = vec![text(&*beginning), after(&beginning), look.into()];
                found.ask(&tx, BY_PHONE, values)?;
            }
            if let Some(at) = digits.len().checked_sub(ENDING) {
                let values = vec![text(&digits[at..]), text(&*digits), look.into()];
                found.ask(&tx, BY_PHONE_END, values)?;
            }
        }
        found.cards.truncate(limit as usize);
        let cards = found.cards.into_iter();
        Ok(cards.map(|(_, _, id, card)| (id, card)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::database::connection::plan;
    use crate::journal::op::By;
    use chrono::DateTime;
    use complaint::{Actor, OfficeProfile};

    #[test]
    fn names_fall_into_words_whatever_stands_between_them() {
        let words = |name: &str| name_words(&name_key(name)).join("|");
        assert_eq!(words("ООО «Вектор»"), "ооо|вектор");
        assert_eq!(words("Салтыков-Щедрин  М. Е."), "салтыков|щедрин|м|е");
        assert_eq!(words("О’Нил \"Ёлка\" №5"), "о|нил|елка|5");
        assert_eq!(words("— «» . *"), "");
    }

    #[test]
    fn each_way_to_a_card_goes_by_an_index() {
        let folder = tempfile::tempdir().unwrap();
        let profile: OfficeProfile = serde_json::from_value(serde_json::json!({
            "name": "Север", "requisites": {}, "language": "ru"
        }))
        .unwrap();
        let now = DateTime::parse_from_rfc3339("2026-11-22T10:00:00+03:00").unwrap();
        let actor = Actor::named("Анна");
        let office = Register::create(folder.path(), &By { actor, now }, &profile).unwrap();
        let conn = office.reader();
        for (sql, way) in [
            (BY_NAME, "INDEX person_by_name (name_key>? AND name_key<?)"),
            (BY_WORDS, "SCAN person_words VIRTUAL TABLE INDEX"),
            (
                BY_EMAIL,
                "INDEX person_by_email (email_key>? AND email_key<?)",
            ),
            (
                BY_PHONE,
                "INDEX person_by_phone (phone_key>? AND phone_key<?)",
            ),
            (BY_PHONE_END, "INDEX person_by_phone_end (<expr>=?)"),
        ] {
            let plan = plan(&conn, sql);
            assert!(plan.contains(way), "{plan}");
            assert!(!plan.contains("TEMP B-TREE"), "{plan}");
            assert!(
                !plan.split("; ").any(|step| step == "SCAN person"),
                "{plan}"
            );
        }
    }
}
