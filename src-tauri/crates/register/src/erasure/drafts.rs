//! Drafts of what went: those of its forms, and those that name a person of whom nothing is kept. Words are
//! compared as whole values of a form, for a short name stands within many a longer word.

use crate::database::value::{email_key, name_key, phone_key};
use crate::error::Result;
use crate::register::Register;
use complaint::safe_file_name;
use rusqlite::Transaction;
use serde_json::Value as Json;
use uuid::Uuid;

/// The draft in which the host keeps which files were handed over: their paths by their tokens.
pub(crate) const HANDED_OVER: &str = "program/files";

/// A telephone of fewer digits may be any number.
const FEWEST_DIGITS: usize = 6;

/// A person as a form may name them, each in the way in which it is compared; empty where it is unknown.
#[derive(Debug)]
pub(crate) struct Named {
    name: String,
    email: String,
    phone: String,
}

impl Named {
    pub(crate) fn new(name: &str, email: &str, phone: &str) -> Self {
        Self {
            name: name_key(name),
            email: email_key(email),
            phone: phone_key(phone),
        }
    }

    fn is(&self, value: &str) -> bool {
        let same = |known: &str, found: String| !known.is_empty() && *known == found;
        let dialled = value
            .chars()
            .all(|c| c.is_ascii_digit() || " +-()".contains(c));
        same(&self.name, name_key(value))
            || same(&self.email, email_key(value))
            || (dialled && self.phone.len() >= FEWEST_DIGITS && same(&self.phone, phone_key(value)))
    }
}

/// By what drafts are known to be of what went.
#[derive(Debug, Default)]
pub(crate) struct Gone {
    /// Of cases, of rows on them and of cards.
    pub ids: Vec<String>,
    pub persons: Vec<Named>,
    /// Names of documents.
    pub files: Vec<String>,
}

impl Gone {
    fn is_named_in(&self, words: &str) -> bool {
        self.ids.iter().any(|id| words.contains(id.as_str()))
    }

    fn is_told_in(&self, value: &Json) -> bool {
        match value {
            Json::String(text) => self.persons.iter().any(|person| person.is(text)),
            Json::Array(values) => values.iter().any(|value| self.is_told_in(value)),
            Json::Object(values) => values.values().any(|value| self.is_told_in(value)),
            Json::Null | Json::Bool(_) | Json::Number(_) => false,
        }
    }

    /// Whether a draft goes with it; never one of a form on a case that stays.
    pub(crate) fn takes(&self, tx: &Transaction<'_>, key: &str, body: &str) -> Result<bool> {
        if key == HANDED_OVER {
            return Ok(false);
        }
        if self.is_named_in(key) {
            return Ok(true);
        }
        if stays(tx, key)? {
            return Ok(false);
        }
        let told = || serde_json::from_str(body).is_ok_and(|value| self.is_told_in(&value));
        Ok(self.is_named_in(body) || told())
    }

    /// The tokens of the files among those handed over that are called as its documents are, and that no
    /// draft that remains names.
    pub(crate) fn tokens(&self, handed_over: &str, remaining: &[(String, String)]) -> Vec<String> {
        let Ok(Json::Object(files)) = serde_json::from_str(handed_over) else {
            return Vec::new();
        };
        let is_of_gone = |path: &Json| {
            let name = path
                .as_str()
                .and_then(|path| path.rsplit(['/', '\\']).next());
            let safe = name.map(safe_file_name);
            let mut of_gone = self.files.iter();
            of_gone.any(|file| Some(file.as_str()) == name || Some(file) == safe.as_ref())
        };
        let wanted = |token: &str| {
            let mut others = remaining.iter().filter(|(key, _)| key != HANDED_OVER);
            others.any(|(_, body)| body.contains(token))
        };
        let found = files.into_iter();
        let found = found.filter(|(token, path)| is_of_gone(path) && !wanted(token));
        found.map(|(token, _)| token).collect()
    }
}

/// Whether a key names something that is there yet.
fn stays(tx: &Transaction<'_>, key: &str) -> Result<bool> {
    let mut there = tx.prepare_cached(include_str!("draft_stays.sql"))?;
    for part in key.split('/') {
        let Ok(id) = Uuid::try_parse(part) else {
            continue;
        };
        if there.query_row([&id.as_bytes()[..]], |row| row.get(0))? {
            return Ok(true);
        }
    }
    Ok(false)
}

impl Register {
    /// Forgets files that were handed over, by their tokens.
    pub(crate) fn handed_over_forget(&self, tokens: &[String]) -> Result<()> {
        if tokens.is_empty() {
            return Ok(());
        }
        let Some(mut draft) = self.draft_get(HANDED_OVER)? else {
            return Ok(());
        };
        if let Json::Object(files) = &mut draft.body {
            files.retain(|token, _| !tokens.contains(token));
        }
        self.draft_put(HANDED_OVER, &draft.body, draft.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, email: &str, phone: &str) -> Gone {
        Gone {
            persons: vec![Named::new(name, email, phone)],
            ..Gone::default()
        }
    }

    #[test]
    fn a_person_is_found_as_a_whole_value_however_it_is_written_and_not_within_other_words() {
        let gone = of("Ян", "yan@mail.example", "+7 903 555-77-13");
        let told = |value: Json| gone.is_told_in(&value);
        assert!(told(serde_json::json!({ "a": [{ "name": " ян " }] })));
        assert!(told(serde_json::json!(["YAN@mail.example"])));
        assert!(told(serde_json::json!({ "phone": "8 (903) 555-77-13" })));
        assert!(!told(
            serde_json::json!({ "text": "Январь", "n": 79035557713_i64 })
        ));
        assert!(!of("", "", "1").is_told_in(&serde_json::json!({ "count": "1", "none": "" })));
    }

    #[test]
    fn of_the_files_handed_over_those_of_the_same_name_go_that_no_draft_wants() {
        let mut gone = Gone::default();
        gone.files.push("чек.txt".into());
        let handed = r#"{"a1":"/home/o/чек.txt","b2":"C:\\Стол\\чек.txt","c3":"/home/o/счёт.txt"}"#;
        let remaining = [
            (HANDED_OVER.to_owned(), handed.to_owned()),
            (
                "complaint/new".to_owned(),
                r#"{"tokens":["b2"]}"#.to_owned(),
            ),
        ];
        assert_eq!(gone.tokens(handed, &remaining), ["a1"]);
    }
}
