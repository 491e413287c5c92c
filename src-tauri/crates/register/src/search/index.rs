//! The words a complaint is found by: cut to stems, written to the index, and
//! each stem of letters to the vocabulary that begun words are completed from.

use crate::error::{RegisterError, Result};
use crate::search::figures::figures_line;
use crate::search::own_words::own_words;
use rusqlite::{OptionalExtension, Transaction, params};
use russian::stem::search_form;
use std::collections::HashSet;

/// The version of what is written to the index. One that was written otherwise must be rebuilt.
pub(crate) const INDEX_VERSION: u32 = 3;

/// The searched words of a complaint, by field, each a line of stems and of bare figures.
pub(crate) struct Words {
    pub number: String,
    pub subject: String,
    pub complainant: String,
    pub body: String,
}

impl Words {
    /// `form` cuts a text to its stems. Of the complainant's card all is searched that tells who it is; `own` are the
    /// office's words on the case.
    pub(crate) fn of(
        (number_key, counted): (&str, i64),
        subject: &str,
        card: &str,
        (text, own): (&str, &str),
        mut form: impl FnMut(&str) -> String,
    ) -> Self {
        Self {
            number: format!("{number_key} {counted}"),
            subject: with_figures(form(subject), subject),
            complainant: with_figures(form(card), card),
            body: with_own(with_figures(form(text), text), own, form),
        }
    }

    fn stems(&self) -> impl Iterator<Item = &str> {
        [&self.subject, &self.complainant, &self.body]
            .into_iter()
            .flat_map(|line| line.split(' '))
    }
}

/// What both sides wrote, as one line of stems and figures.
pub(crate) fn with_own(theirs: String, own: &str, mut form: impl FnMut(&str) -> String) -> String {
    if own.trim().is_empty() {
        return theirs;
    }
    format!("{theirs} {}", with_figures(form(own), own))
}

/// A line of stems with the numbers of its text behind them.
pub(crate) fn with_figures(mut stems: String, text: &str) -> String {
    let figures = figures_line(text);
    if !figures.is_empty() {
        stems.push(' ');
        stems.push_str(&figures);
    }
    stems
}

/// Whether a stem is one that a begun word may be completed to.
fn is_completed(stem: &str) -> bool {
    (4..=64).contains(&stem.len()) && stem.chars().all(char::is_alphabetic)
}

/// Writes the words of one complaint. Stems in `known` are in the vocabulary
/// already; those written join them.
pub(crate) fn index_write(
    tx: &Transaction<'_>,
    serial: i64,
    words: &Words,
    known: &mut HashSet<String>,
) -> Result<()> {
    tx.prepare_cached(include_str!("words_write.sql"))?
        .execute(params![
            serial,
            words.number,
            words.subject,
            words.complainant,
            words.body
        ])?;
    let mut vocabulary = tx.prepare_cached(include_str!("stem_add.sql"))?;
    for stem in words.stems() {
        if !known.contains(stem) && is_completed(stem) {
            vocabulary.execute([stem])?;
            known.insert(stem.to_owned());
        }
    }
    Ok(())
}

/// Brings the searched words of one complaint up to date.
pub(crate) fn reindex(tx: &Transaction<'_>, serial: i64) -> Result<()> {
    let own = own_words(tx, serial)?.joined();
    let words = tx
        .prepare_cached(include_str!("words_of.sql"))?
        .query_row([serial], |row| {
            Ok(Words::of(
                (row.get_ref(0)?.as_str()?, row.get(1)?),
                row.get_ref(2)?.as_str()?,
                row.get_ref(3)?.as_str()?,
                (row.get_ref(4)?.as_str()?, &own),
                search_form,
            ))
        })
        .optional()?
        .ok_or(RegisterError::NotFound("complaint"))?;
    index_write(tx, serial, &words, &mut HashSet::new())
}
