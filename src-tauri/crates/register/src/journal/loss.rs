//! Records that have gone back to an earlier state: told before anything else,
//! and taken as they are only when somebody says so.

use crate::cipher::keys::Cipher;
use crate::database::value::{hex, time};
use crate::error::{RegisterError, Result};
use crate::journal::anchor::{Anchor, anchor_add_in, heads_at_backups};
use crate::journal::chain::journal_head;
use crate::journal::head::{JournalHead, LastNumber, StoredHead, read_head};
use crate::journal::op::{By, Op};
use crate::register::Register;
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::{Value as Json, json};
use std::path::{Path, PathBuf};
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

/// The heads that were seen, in `journal.head` and at the backups.
pub(crate) struct SeenHeads(Vec<JournalHead>);

pub(crate) fn heads_seen(dir: &Path, cipher: &Cipher) -> Result<SeenHeads> {
    let mut heads = heads_at_backups(dir, cipher)?;
    if let StoredHead::Read(written) = read_head(dir, cipher)? {
        heads.push(written);
    }
    Ok(SeenHeads(heads))
}

/// A row of the journal by which lost rows were accepted.
struct Acceptance {
    seq: i64,
    hash: String,
    at: String,
    /// How far what was accepted as lost had come, in rows.
    until: i64,
}

fn acceptances(conn: &Connection) -> Result<Vec<Acceptance>> {
    let mut statement = conn.prepare("SELECT seq, hash, payload, at FROM journal WHERE op = ?1")?;
    let mut rows = statement.query([Op::LossAccept.as_str()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let payload: Json = serde_json::from_str(row.get_ref(2)?.as_str().unwrap_or_default())?;
        let said = |name: &str| payload.get(name).and_then(Json::as_i64).unwrap_or(0);
        let hash: Vec<u8> = row.get(1)?;
        found.push(Acceptance {
            seq: row.get(0)?,
            hash: hex(&hash),
            at: row.get(3)?,
            until: said("found").max(said("seen")),
        });
    }
    Ok(found)
}

/// The one that goes furthest, with the highest numbers of all.
pub(crate) fn furthest_of(heads: Vec<JournalHead>) -> JournalHead {
    let mut numbers: Vec<LastNumber> = Vec::new();
    for number in heads.iter().flat_map(|head| &head.numbers) {
        let same =
            |known: &&mut LastNumber| known.series == number.series && known.year == number.year;
        match numbers.iter_mut().find(same) {
            Some(known) => known.last = known.last.max(number.last),
            None => numbers.push(number.clone()),
        }
    }
    let accepted = heads.iter().map(|head| head.accepted).max();
    let accepted = accepted.unwrap_or_default();
    let last = heads.into_iter().max_by_key(|head| head.rows);
    JournalHead {
        numbers,
        accepted,
        ..last.unwrap_or_default()
    }
}

impl SeenHeads {
    /// The furthest head, with the highest numbers of all.
    pub(crate) fn furthest(&self) -> JournalHead {
        furthest_of(self.0.clone())
    }

    /// How many rows the journal has, if it does not go through the furthest
    /// head. Heads from before lost rows were accepted say nothing any more: the
    /// journal itself tells of that, whatever became of the files beside it.
    pub(crate) fn gone_back(
        &mut self,
        conn: &Connection,
        dir: &Path,
        cipher: &Cipher,
    ) -> Result<Option<i64>> {
        let found = gone_back(conn, &self.furthest())?;
        if found.is_none() {
            return Ok(None);
        }
        let numbers = self.furthest().numbers;
        for accepted in acceptances(conn)? {
            let Acceptance { seq, until, .. } = accepted;
            let stale = |head: &JournalHead| head.rows <= until && head.accepted < seq;
            if self.0.iter().any(stale) {
                self.0.retain(|head| !stale(head));
                let head = JournalHead {
                    rows: seq,
                    hash: accepted.hash,
                    numbers: numbers.clone(),
                    accepted: seq,
                };
                // Where it can't be written, it is found out again.
                let _ = anchor_add_in(dir, cipher, &anew(head.clone(), accepted.at));
                self.0.push(head);
            }
        }
        gone_back(conn, &self.furthest())
    }
}

fn anew(head: JournalHead, at: String) -> Anchor {
    Anchor {
        head,
        at,
        dir: PathBuf::new(),
        anew: true,
    }
}

fn gone_back(conn: &Connection, head: &JournalHead) -> Result<Option<i64>> {
    if head.rows == 0 {
        return Ok(None);
    }
    let (found, _) = journal_head(conn)?;
    let there: Option<Vec<u8>> = conn
        .prepare_cached("SELECT hash FROM journal WHERE seq = ?1")?
        .query_row([head.rows], |row| row.get(0))
        .optional()?;
    let goes_through = found >= head.rows && there.is_some_and(|hash| hex(&hash) == head.hash);
    Ok((!goes_through).then_some(found))
}

impl Register {
    /// Goes on with records that have lost rows, as they are: the journal says
    /// so, and numbers go on behind the last that were ever given. Where nothing
    /// is lost, nothing is done.
    ///
    /// # Errors
    /// Those of the database and the disk; then nothing is accepted.
    pub fn loss_accept(&self, by: &By) -> Result<()> {
        let Some(lost) = self.lost_rows() else {
            return Ok(());
        };
        self.writable()?;
        let head = heads_seen(self.dir(), &self.cipher)?.furthest();
        self.transact_as_they_are(by, Op::LossAccept, |change| {
            for number in &head.numbers {
                change
                    .tx
                    .prepare_cached(include_str!("number_raise.sql"))?
                    .execute(params![number.series, number.year, number.last])?;
            }
            change.detail(
                Op::LossAccept,
                json!({ "found": lost.found, "seen": lost.seen }),
            );
            Ok::<_, RegisterError>(())
        })?;
        // It stands in the journal, which tells it at every opening. What can't be
        // written beside it is written then.
        let reader = self.reader();
        let mut heads = self
            .head_file
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Ok((seq, hash)) = journal_head(&reader) {
            let head = JournalHead {
                rows: seq,
                hash: hex(&hash),
                accepted: seq,
                ..head
            };
            let _ = anchor_add_in(self.dir(), &self.cipher, &anew(head, time(by.now)));
            heads.accepted(seq);
        }
        let _ = heads.clear();
        drop(heads);
        self.store_head(&reader);
        self.gone_back.store(false, Ordering::SeqCst);
        Ok(())
    }
}
