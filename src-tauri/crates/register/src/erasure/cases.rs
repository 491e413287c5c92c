//! The going of cases and documents, within one change: their rows, what is derived from them, what the
//! journal keeps of their words, and of complainants whose last case went the card and the forms of the name.

use crate::database::connection::fact_write;
use crate::database::row::serial_of;
use crate::database::value::{blob, time};
use crate::erasure::content::named_in_journal;
use crate::erasure::drafts::{Gone, HANDED_OVER, Named};
use crate::erasure::traces::{LEFT, Left};
use crate::erasure::undone::UndoneErasure;
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::{By, Op};
use crate::journal::row_image::Table;
use crate::journal::transact::Done;
use crate::office::profile::images_in_use;
use crate::register::Register;
use complaint::{ComplaintId, DocumentId, ErasureGround};
use rusqlite::{OptionalExtension, Transaction, params};
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use uuid::Uuid;

/// What is to go, and on what ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doomed {
    pub ground: ErasureGround,
    pub complaints: Vec<ComplaintId>,
    /// Documents in the trash; those of the cases go with them.
    pub documents: Vec<DocumentId>,
    /// Whether nobody looked through it before.
    pub by_itself: bool,
    /// The erasures that a backup undid and that are carried out again; documents need not lie in the trash then.
    pub repeats: Vec<UndoneErasure>,
}

/// What went for good.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wiped {
    /// Incoming numbers of the cases; they stay used.
    pub numbers: Vec<String>,
    /// Letters that were issued on them.
    pub letters: u64,
    /// Documents, those of the cases among them.
    pub documents: u64,
    /// Complainants of whom nothing is kept any more.
    pub persons: u64,
    /// Bytes of content that nothing names any more.
    pub bytes: u64,
}

/// A card that no case shows any more.
struct Card {
    id: [u8; 16],
    name: String,
    email: String,
    phone: String,
}

/// Words as they stand within JSON.
pub(crate) fn in_json(words: &str) -> String {
    let quoted = serde_json::to_string(words).unwrap_or_default();
    quoted.trim_matches('"').to_owned()
}

impl Change<'_> {
    /// Erases cases, and documents of others, for good. It marks in the records what is still to be
    /// removed beside them once the change stands.
    ///
    /// # Errors
    /// [`RegisterError::Held`] for a case that an order keeps, [`RegisterError::NotFound`].
    pub(crate) fn erase(&mut self, doomed: &Doomed) -> Result<Wiped> {
        self.for_good(self.op)?;
        self.tx.pragma_update(None, "defer_foreign_keys", true)?;

        let mut wiped = Wiped::default();
        let mut went = Gone::default();
        // Those under which its complainants were known.
        let mut names = BTreeSet::new();
        // While their cases are there to say whose they are.
        let single = self.documents_of_others(doomed)?;
        for id in &doomed.complaints {
            went.files.extend(self.file_names(*id)?);
            names.extend(self.case_erase(*id, &mut wiped, &mut went.ids)?);
        }
        let mut documents_of: BTreeMap<String, u64> = BTreeMap::new();
        let single_ids: Vec<String> = single.iter().map(ToString::to_string).collect();
        for id in single {
            let (number, name) = self.document_erase(id, !doomed.repeats.is_empty())?;
            *documents_of.entry(number).or_default() += 1;
            went.files.push(name);
            wiped.documents += 1;
        }
        let cards = self.cards_sweep()?;
        wiped.persons = cards.len() as u64;
        for card in &cards {
            went.ids.push(Uuid::from_bytes(card.id).to_string());
            names.insert(card.name.clone());
            if matches!(self.op, Op::PersonErase) {
                went.persons
                    .push(Named::new(&card.name, &card.email, &card.phone));
            }
        }
        for name in names {
            self.name_forms_forget(&name)?;
        }
        if !doomed.complaints.is_empty() {
            index_purge(self.tx)?;
        }
        let mut left = self.left_beside(&went, &mut wiped)?;
        if let Some(before) = Left::read(self.tx)? {
            left.extend(before);
        }
        fact_write(self.tx, LEFT, &serde_json::to_string(&left)?)?;
        let gone = wiped.documents + wiped.bytes > 0 || !doomed.complaints.is_empty();
        if gone {
            let ids: Vec<String> = doomed.complaints.iter().map(ToString::to_string).collect();
            if doomed.by_itself {
                self.note("by_itself", true);
            }
            if !doomed.repeats.is_empty() {
                let repeats: Vec<Json> = doomed.repeats.iter().map(UndoneErasure::said).collect();
                self.note("repeats", repeats);
            }
            self.detail(
                self.op,
                json!({
                    "ground": doomed.ground.as_str(),
                    "complaints": ids,
                    "numbers": wiped.numbers,
                    "letters": wiped.letters,
                    "documents": wiped.documents,
                    "documents_of": documents_of,
                    "document_ids": single_ids,
                    "persons": wiped.persons,
                    "bytes": wiped.bytes,
                }),
            );
        }
        Ok(wiped)
    }

    fn case_erase(
        &mut self,
        id: ComplaintId,
        wiped: &mut Wiped,
        named: &mut Vec<String>,
    ) -> Result<BTreeSet<String>> {
        let case = self.kept_case(id)?;
        if case.held(self.by.now.date_naive()).is_some() {
            return Err(RegisterError::Held(case.number));
        }
        let tx = self.tx;
        let serial = serial_of(tx, id)?;
        let now = time(self.by.now);
        let mut rows = vec![id.to_string()];
        for table in Table::ALL.into_iter().filter(|table| table.is_of_case()) {
            let sql = format!("SELECT id FROM {} WHERE complaint = ?1", table.as_str());
            let mut statement = tx.prepare_cached(&sql)?;
            let ids = statement.query_map([serial], |row| row.get::<_, [u8; 16]>(0))?;
            for id in ids {
                rows.push(Uuid::from_bytes(id?).to_string());
            }
        }
        // The number first: an issued letter goes only where its case is spent.
        tx.prepare_cached("INSERT INTO spent_number (number, at, complaint) VALUES (?1, ?2, ?3)")?
            .execute(params![case.number, now, &id.0.as_bytes()[..]])?;
        tx.prepare_cached(include_str!("outgoing_spend.sql"))?
            .execute(params![serial, now])?;
        for table in Table::ALL.into_iter().filter(|table| table.is_of_case()) {
            tx.prepare_cached(&format!(
                "DELETE FROM {} WHERE complaint = ?1",
                table.as_str()
            ))?
            .execute([serial])?;
        }
        for sql in [
            "DELETE FROM words WHERE rowid = ?1",
            "DELETE FROM listing WHERE serial = ?1",
            "DELETE FROM complaint WHERE serial = ?1",
        ] {
            tx.prepare_cached(sql)?.execute([serial])?;
        }
        let names = self.case_changes_forget(id, &rows)?;
        named.extend(rows);
        wiped.letters += case.letters;
        wiped.documents += case.documents;
        wiped.numbers.push(case.number);
        Ok(names)
    }

    /// The documents that don't go with the cases.
    fn documents_of_others(&self, doomed: &Doomed) -> Result<Vec<DocumentId>> {
        let mut of_others = Vec::new();
        for id in &doomed.documents {
            let (owner, _) = self.document_owner(*id, !doomed.repeats.is_empty())?;
            if !doomed.complaints.contains(&owner) {
                of_others.push(*id);
            }
        }
        Ok(of_others)
    }

    /// The case of a document in the trash, or of any, and what it is called.
    fn document_owner(&self, id: DocumentId, any: bool) -> Result<(ComplaintId, String)> {
        let found: Option<([u8; 16], String)> = self
            .tx
            .prepare_cached(include_str!("document_owner.sql"))?
            .query_row(params![blob(id.0), any], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        let (owner, name) = found.ok_or(RegisterError::NotFound("document"))?;
        Ok((ComplaintId(Uuid::from_bytes(owner)), name))
    }

    /// The names of its documents.
    fn file_names(&self, id: ComplaintId) -> Result<Vec<String>> {
        let mut statement = self.tx.prepare_cached(include_str!("file_names.sql"))?;
        let names = statement.query_map([&id.0.as_bytes()[..]], |row| row.get::<_, String>(0))?;
        Ok(names.collect::<rusqlite::Result<_>>()?)
    }

    /// Gives the number of its case, and what it was called.
    fn document_erase(&mut self, id: DocumentId, any: bool) -> Result<(String, String)> {
        let tx = self.tx;
        let (owner, name) = self.document_owner(id, any)?;
        let case = self.kept_case(owner)?;
        if case.held(self.by.now.date_naive()).is_some() {
            return Err(RegisterError::Held(case.number));
        }
        tx.prepare_cached("DELETE FROM document WHERE id = ?1")?
            .execute([blob(id.0)])?;
        tx.prepare_cached(include_str!("images_of_document.sql"))?
            .execute(params![blob(owner.0), id.to_string()])?;
        Ok((case.number, name))
    }

    /// Removes the cards that no case shows any more.
    fn cards_sweep(&mut self) -> Result<Vec<Card>> {
        let mut statement = self.tx.prepare_cached(include_str!("cards_unused.sql"))?;
        let cards = statement
            .query_map([], |row| {
                Ok(Card {
                    id: row.get(0)?,
                    name: row.get(1)?,
                    email: row.get(2)?,
                    phone: row.get(3)?,
                })
            })?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        for card in &cards {
            self.tx
                .prepare_cached("DELETE FROM person WHERE id = ?1")?
                .execute([&card.id[..]])?;
        }
        Ok(cards)
    }

    /// What has to go beside the database: content that neither a record nor a draft names any more nor
    /// undoing would bring back, drafts of what went, and what files handed over were called.
    fn left_beside(&mut self, went: &Gone, wiped: &mut Wiped) -> Result<Left> {
        let tx = self.tx;
        let mut drafts = Vec::new();
        let mut remaining = Vec::new();
        for (key, body) in self.register.drafts_written()? {
            if went.takes(tx, &key, &body)? {
                drafts.push(key);
            } else {
                remaining.push((key, body));
            }
        }
        let handed_over = remaining.iter().find(|(key, _)| key == HANDED_OVER);
        let files = handed_over.map(|(_, files)| went.tokens(files, &remaining));
        let used = images_in_use(tx)?;
        let unused: Vec<(String, i64)> = tx
            .prepare_cached(include_str!("content_unused.sql"))?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        let undoable = match unused.is_empty() {
            true => HashSet::new(),
            false => named_in_journal(tx, |_, _| false)?,
        };
        let mut contents = Vec::new();
        for (sha256, bytes) in unused {
            let wanted = remaining
                .iter()
                .any(|(key, body)| key != HANDED_OVER && body.contains(&sha256));
            if !used.contains(&sha256) && !undoable.contains(&sha256) && !wanted {
                tx.prepare_cached("DELETE FROM content WHERE sha256 = ?1")?
                    .execute([&sha256])?;
                wiped.bytes += u64::try_from(bytes).unwrap_or(0);
                contents.push(sha256);
            }
        }
        Ok(Left {
            contents,
            drafts,
            files: files.unwrap_or_default(),
        })
    }
}

/// The index and the vocabulary lose what no case holds any more: a deleted row of the index is marked
/// only, until its pieces are merged.
fn index_purge(tx: &Transaction<'_>) -> Result<()> {
    for sql in [
        "INSERT INTO words (words) VALUES ('optimize')",
        "INSERT INTO person_words (person_words) VALUES ('optimize')",
        include_str!("stems_unused.sql"),
    ] {
        tx.execute(sql, [])?;
    }
    Ok(())
}

impl Register {
    /// Erases for good what `choose` finds within the change, then removes what it leaves beside the
    /// records. Numbers stay used. It can't be undone.
    ///
    /// # Errors
    /// What `choose` gives; [`RegisterError::Held`] for a case that an order keeps; those of the database and the disk.
    pub fn erase<E: From<RegisterError>>(
        &self,
        by: &By,
        op: Op,
        choose: impl FnOnce(&mut Change<'_>) -> Result<Doomed, E>,
    ) -> Result<(Wiped, Done), E> {
        let erased = self.transact(by, op, |change| {
            let doomed = choose(change)?;
            Ok::<_, E>(change.erase(&doomed)?)
        })?;
        // The change stands. What can't go now goes when the office is opened next.
        let _ = self.traces_remove();
        Ok(erased)
    }
}
