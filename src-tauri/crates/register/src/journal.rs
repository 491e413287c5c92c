//! The journal: one row for each change, each row carrying the hash of the
//! one before, so that an altered, missing or cut-off row shows.

use crate::error::{RegisterError, Result};
use crate::register::Register;
use crate::text::read_time;
use crate::values::By;
use chrono::{DateTime, FixedOffset};
use complaint::{Actor, ComplaintId};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use std::ops::RangeInclusive;
use uuid::Uuid;

macro_rules! ops {
    ($($(#[$doc:meta])* $variant:ident = $word:literal $reversible:literal),+ $(,)?) => {
        /// Every sort of change there is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Op { $($(#[$doc])* $variant),+ }

        impl Op {
            /// Every operation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as it stands in the journal.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The operation a word stands for.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }

            /// Whether it can be undone.
            pub fn is_reversible(self) -> bool {
                match self { $(Self::$variant => $reversible),+ }
            }
        }
    };
}

ops! {
    /// An office was founded.
    OfficeCreate = "office_create" false,
    /// What the office says of itself was changed.
    ProfileSave = "profile_save" false,
    /// A complaint was written into the register.
    ComplaintAdd = "complaint_add" false,
    /// Its fields or its complainant were changed.
    ComplaintEdit = "complaint_edit" true,
    /// Its receipt was confirmed otherwise than by a letter.
    ComplaintAcknowledge = "complaint_acknowledge" true,
    /// It was closed.
    ComplaintClose = "complaint_close" true,
    /// It was reopened.
    ComplaintReopen = "complaint_reopen" true,
    /// It was put into the trash.
    ComplaintTrash = "complaint_trash" true,
    /// It was taken out of the trash.
    ComplaintRestore = "complaint_restore" true,
    /// A complainant's card was changed.
    PersonEdit = "person_edit" true,
    /// A demand was added.
    DemandAdd = "demand_add" true,
    /// A demand was changed.
    DemandEdit = "demand_edit" true,
    /// A demand was removed.
    DemandRemove = "demand_remove" true,
    /// A demand was decided, or its decision withdrawn.
    DemandDecide = "demand_decide" true,
    /// A diary entry was added.
    DiaryAdd = "diary_add" true,
    /// A diary entry was changed.
    DiaryEdit = "diary_edit" true,
    /// A diary entry was removed.
    DiaryRemove = "diary_remove" true,
    /// A note was added.
    NoteAdd = "note_add" true,
    /// A note was changed.
    NoteEdit = "note_edit" true,
    /// A note was removed.
    NoteRemove = "note_remove" true,
    /// A document was added.
    DocumentAdd = "document_add" true,
    /// What is said of a document was changed.
    DocumentEdit = "document_edit" true,
    /// A document was put into the trash.
    DocumentTrash = "document_trash" true,
    /// A document was taken out of the trash.
    DocumentRestore = "document_restore" true,
    /// The trash was emptied.
    TrashEmpty = "trash_empty" false,
    /// A letter was begun.
    LetterDraftAdd = "letter_draft_add" true,
    /// A draft was changed.
    LetterDraftSave = "letter_draft_save" true,
    /// A draft was thrown away.
    LetterDraftDelete = "letter_draft_delete" true,
    /// A draft was submitted to the head for approval.
    LetterSubmit = "letter_submit" true,
    /// A submission was taken back.
    LetterRecall = "letter_recall" true,
    /// A draft was approved.
    LetterApprove = "letter_approve" true,
    /// A draft was returned with remarks.
    LetterReturn = "letter_return" true,
    /// An approval became void by a change outside the case.
    LetterVoid = "letter_void" false,
    /// A letter was issued: numbered, dated and frozen.
    LetterIssue = "letter_issue" false,
    /// A new draft was begun to replace an issued letter.
    LetterSupersede = "letter_supersede" true,
    /// An issued letter was sent or handed over.
    LetterSent = "letter_sent" true,
    /// Another form of the answer was kept or changed.
    FormSave = "form_save" true,
    /// Another form of the answer was removed.
    FormRemove = "form_remove" true,
    /// Another form of the answer went out.
    FormUsed = "form_used" true,
    /// A dispatch of a letter was written down.
    DispatchAdd = "dispatch_add" true,
    /// What is said of a dispatch was changed.
    DispatchEdit = "dispatch_edit" true,
    /// A dispatch was taken off the log.
    DispatchRemove = "dispatch_remove" true,
    /// A step of a delivery was written down.
    DeliveryAdd = "delivery_add" true,
    /// A step of a delivery was taken away.
    DeliveryRemove = "delivery_remove" true,
    /// A clock was started.
    ClockAdd = "clock_add" true,
    /// What is said of a clock was changed.
    ClockEdit = "clock_edit" true,
    /// A clock was taken away.
    ClockRemove = "clock_remove" true,
    /// A clock was ended: met, or void.
    ClockEnd = "clock_end" true,
    /// A clock that was ended runs again.
    ClockReopen = "clock_reopen" true,
    /// A clock was made to stand still.
    ClockPause = "clock_pause" true,
    /// A clock that stood still runs on.
    ClockResume = "clock_resume" true,
    /// A stretch in which a clock stood still was taken away.
    ClockPauseRemove = "clock_pause_remove" true,
    /// A file of the papers of an inspection was made.
    ObstructionMade = "obstruction_made" false,
    /// A pack that proves an answer was made.
    ProofMade = "proof_made" false,
    /// The complainant answered a question.
    QuestionAnswered = "question_answered" true,
    /// A template of the program was kept with the first letter made from it.
    TemplateKeep = "template_keep" false,
    /// A template was made or got a new version.
    TemplateSave = "template_save" true,
    /// A template was chosen for new letters, or the program's own again.
    TemplateChoose = "template_choose" true,
    /// A template was put aside.
    TemplateRetire = "template_retire" true,
    /// A template that was put aside was taken back.
    TemplateRestore = "template_restore" true,
    /// The office changed a rule, the calendar or its assumptions.
    NormSave = "norm_save" true,
    /// What the office had changed of a rule or the calendar was taken away.
    NormReset = "norm_reset" true,
    /// A form of a name was kept in the place of the program's own.
    NameFormKeep = "name_form_keep" true,
    /// A kept form of a name was removed.
    NameFormForget = "name_form_forget" true,
    /// A change was undone, or its undoing.
    Undo = "undo" true,
}

/// One row of the journal.
#[derive(Clone, Debug, PartialEq)]
pub struct JournalRow {
    /// Its place, from 1, without gaps.
    pub seq: i64,
    /// When the change was made.
    pub at: DateTime<FixedOffset>,
    /// Who made it.
    pub actor: Actor,
    /// What sort of change it was.
    pub op: Op,
    /// The complaint it belongs to.
    pub complaint: Option<ComplaintId>,
    /// What changed, in short; never the words of a complaint.
    pub payload: Json,
    /// Before and after of each row that changed, where that is kept.
    pub changes: Option<Json>,
    /// The operation that undid it.
    pub undone_by: Option<i64>,
    /// SHA-256 over this row and the hash of the row before, lower-case hexadecimal.
    pub hash: String,
}

/// What a check of the journal found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalCheck {
    /// How many rows were read.
    pub rows: u64,
    /// The hash of the last row, lower-case hexadecimal.
    pub head: String,
    /// The first row that is not as it was written.
    pub broken: Option<JournalBreak>,
}

/// Where and how the chain breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalBreak {
    /// The first row that is wrong.
    pub seq: i64,
    /// What is wrong with it.
    pub fault: JournalFault,
}

/// What can be wrong with a journal row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JournalFault {
    /// A row is missing before this one, or at the end.
    Missing,
    /// Its content does not give its hash.
    Altered,
    /// It does not carry the hash of the row before.
    Unlinked,
    /// Its before and after are not those that were written.
    ChangesAltered,
    /// It is not the row that a backup has seen in this place.
    NotAsBackedUp,
}

/// The hash before the first row.
const NOTHING: [u8; 32] = [0; 32];

struct Sealed<'a> {
    seq: i64,
    at: &'a str,
    actor: &'a str,
    op: &'a str,
    complaint: Option<&'a [u8]>,
    payload: &'a str,
    changes: Option<&'a [u8]>,
    prev: &'a [u8],
}

impl Sealed<'_> {
    /// Each field goes in with its length before it, so that no two rows that
    /// differ give the same bytes.
    fn hash(&self) -> [u8; 32] {
        let mut sha = Sha256::new();
        let mut field = |bytes: Option<&[u8]>| match bytes {
            None => sha.update([0]),
            Some(bytes) => {
                sha.update([1]);
                sha.update((bytes.len() as u64).to_be_bytes());
                sha.update(bytes);
            }
        };
        field(Some(b"otvet journal row 1"));
        field(Some(&self.seq.to_be_bytes()));
        field(Some(self.at.as_bytes()));
        field(Some(self.actor.as_bytes()));
        field(Some(self.op.as_bytes()));
        field(self.complaint);
        field(Some(self.payload.as_bytes()));
        field(self.changes);
        field(Some(self.prev));
        sha.finalize().into()
    }
}

/// Where the journal ends: the last row's place and hash.
pub(crate) fn head(conn: &Connection) -> Result<(i64, Vec<u8>)> {
    Ok(conn
        .prepare_cached(include_str!("sql/journal_head.sql"))?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .unwrap_or((0, NOTHING.to_vec())))
}

/// One row to append.
pub(crate) struct Entry<'a> {
    pub by: &'a By,
    pub op: Op,
    pub complaint: Option<ComplaintId>,
    pub payload: &'a str,
    pub changes: Option<&'a str>,
}

/// Appends a row behind `head` and gives the new head.
pub(crate) fn append_after(
    tx: &Transaction<'_>,
    head: (i64, Vec<u8>),
    entry: &Entry<'_>,
) -> Result<(i64, Vec<u8>)> {
    let seq = head.0 + 1;
    let at = crate::text::time(entry.by.now);
    let changes_hash = entry.changes.map(|body| Sha256::digest(body.as_bytes()));
    let sealed = Sealed {
        seq,
        at: &at,
        actor: &entry.by.actor.0,
        op: entry.op.word(),
        complaint: entry.complaint.as_ref().map(|id| &id.0.as_bytes()[..]),
        payload: entry.payload,
        changes: changes_hash.as_ref().map(|h| &h[..]),
        prev: &head.1,
    };
    let hash = sealed.hash();
    tx.prepare_cached(include_str!("sql/journal_append.sql"))?
        .execute(params![
            seq,
            sealed.at,
            sealed.actor,
            sealed.op,
            sealed.complaint,
            sealed.payload,
            sealed.changes,
            sealed.prev,
            &hash[..]
        ])?;
    if let Some(body) = entry.changes {
        tx.prepare_cached(include_str!("sql/change_add.sql"))?
            .execute(params![seq, body])?;
    }
    Ok((seq, hash.to_vec()))
}

pub(crate) fn write_head(tx: &Transaction<'_>, head: &(i64, Vec<u8>)) -> Result<()> {
    tx.prepare_cached(include_str!("sql/journal_head_write.sql"))?
        .execute(params![head.0, head.1])?;
    Ok(())
}

fn row(row: &Row<'_>) -> Result<JournalRow> {
    let op: String = row.get("op")?;
    let complaint: Option<Vec<u8>> = row.get("complaint")?;
    let changes: Option<String> = row.get("body")?;
    Ok(JournalRow {
        seq: row.get("seq")?,
        at: read_time(&row.get::<_, String>("at")?)?,
        actor: Actor(row.get("actor")?),
        op: crate::text::word(Op::from_word, &op)?,
        complaint: complaint
            .map(|bytes| Uuid::from_slice(&bytes).map(ComplaintId))
            .transpose()
            .map_err(|_| RegisterError::Corrupt("not an id in the journal".into()))?,
        payload: serde_json::from_str(&row.get::<_, String>("payload")?)?,
        changes: changes
            .map(|body| serde_json::from_str(&body))
            .transpose()?,
        undone_by: row.get("undone_by")?,
        hash: hex(&row.get::<_, Vec<u8>>("hash")?),
    })
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut out, byte| {
        // Writing to a string never fails.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

impl Register {
    /// Rows of the journal by place, oldest first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn journal(&self, range: RangeInclusive<i64>) -> Result<Vec<JournalRow>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("sql/journal_range.sql"))?;
        let mut rows = statement.query(params![range.start(), range.end()])?;
        let mut out = Vec::new();
        while let Some(found) = rows.next()? {
            out.push(row(found)?);
        }
        Ok(out)
    }

    /// The journal of one complaint, newest first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn journal_of(&self, complaint: ComplaintId, limit: u32) -> Result<Vec<JournalRow>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("sql/journal_of.sql"))?;
        let mut rows = statement.query(params![&complaint.0.as_bytes()[..], limit])?;
        let mut out = Vec::new();
        while let Some(found) = rows.next()? {
            out.push(row(found)?);
        }
        Ok(out)
    }

    /// Reads the whole journal and finds the first row that is not as it was
    /// written: altered, unlinked, missing in the middle or at the end, or
    /// another than a backup has seen.
    ///
    /// # Errors
    /// Those of reading the database and the list of backups.
    pub fn journal_verify(&self) -> Result<JournalCheck> {
        let seen = self.backup_heads()?;
        let mut conn = self.reader();
        let tx = conn.transaction()?;
        let (last, last_hash) = head(&tx)?;
        let mut statement = tx.prepare_cached(include_str!("sql/journal_all.sql"))?;
        let mut rows = statement.query([])?;
        let (mut seq, mut prev) = (0, NOTHING.to_vec());
        let mut seen = seen.into_iter().peekable();
        let mut broken = None;
        while let Some(found) = rows.next()? {
            let this: i64 = found.get(0)?;
            let fault = check(found, this, seq, &prev)?;
            if let Some(fault) = fault {
                let seq = if fault == JournalFault::Missing {
                    seq + 1
                } else {
                    this
                };
                broken = Some(JournalBreak { seq, fault });
                break;
            }
            seq = this;
            prev = found.get(8)?;
            while seen.peek().is_some_and(|(at, _)| *at <= seq) {
                if let Some((at, hash)) = seen.next()
                    && at == seq
                    && hash != hex(&prev)
                {
                    broken = Some(JournalBreak {
                        seq,
                        fault: JournalFault::NotAsBackedUp,
                    });
                }
            }
            if broken.is_some() {
                break;
            }
        }
        if broken.is_none() && (seq != last || prev != last_hash || seen.peek().is_some()) {
            let fault = if seq < last || seen.peek().is_some() {
                JournalFault::Missing
            } else {
                JournalFault::Unlinked
            };
            broken = Some(JournalBreak {
                seq: seq + i64::from(fault == JournalFault::Missing),
                fault,
            });
        }
        Ok(JournalCheck {
            rows: seq.try_into().unwrap_or(0),
            head: hex(&prev),
            broken,
        })
    }
}

fn check(row: &Row<'_>, this: i64, before: i64, prev: &[u8]) -> Result<Option<JournalFault>> {
    if this != before + 1 {
        return Ok(Some(JournalFault::Missing));
    }
    let changes: Option<Vec<u8>> = row.get(6)?;
    let stored_prev: Vec<u8> = row.get(7)?;
    let sealed = Sealed {
        seq: this,
        at: row.get_ref(1)?.as_str().unwrap_or_default(),
        actor: row.get_ref(2)?.as_str().unwrap_or_default(),
        op: row.get_ref(3)?.as_str().unwrap_or_default(),
        complaint: row.get_ref(4)?.as_blob_or_null().unwrap_or_default(),
        payload: row.get_ref(5)?.as_str().unwrap_or_default(),
        changes: changes.as_deref(),
        prev: &stored_prev,
    };
    if sealed.hash()[..] != row.get::<_, Vec<u8>>(8)?[..] {
        return Ok(Some(JournalFault::Altered));
    }
    if stored_prev != prev {
        return Ok(Some(JournalFault::Unlinked));
    }
    let body: Option<String> = row.get(9)?;
    match (changes, body) {
        (Some(hash), Some(body)) if Sha256::digest(body.as_bytes())[..] != hash[..] => {
            Ok(Some(JournalFault::ChangesAltered))
        }
        (None, Some(_)) => Ok(Some(JournalFault::ChangesAltered)),
        _ => Ok(None),
    }
}
