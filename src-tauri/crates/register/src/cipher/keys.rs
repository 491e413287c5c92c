//! The keys of an office, and what they do to names and lines.

use crate::database::value::hex;
use crate::error::{RegisterError, Result};
use crate::store::stored_name::{is_sealed_name, is_sha256};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use rusqlite::Connection;
use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use vault::{DataKey, KeyFile, Purpose, Subkey};
use zeroize::Zeroizing;

/// Bytes of a page of an encrypted database. Each page costs some work of its
/// own, so that longer ones are read faster, and written slower.
const PAGE: u32 = 8192;

struct Keys {
    data: DataKey,
    documents: Subkey,
    names: Subkey,
    messages: Subkey,
}

/// The keys that somebody holds in this program just now: those of the offices
/// that are open, and those that a host [admits](crate::Register::admit). They
/// open the backups of those offices, too, and go with who holds them.
static HELD: Mutex<Vec<Weak<Keys>>> = Mutex::new(Vec::new());

/// The keys of an office that is locked; of one in plain text, none.
#[derive(Clone, Default)]
pub(crate) struct Cipher(Option<Arc<Keys>>);

/// One of the two databases of an office.
#[derive(Clone, Copy)]
pub(crate) enum DatabaseKind {
    Records,
    Drafts,
}

impl Cipher {
    pub(crate) fn of(data: DataKey) -> Self {
        Self(Some(Arc::new(Keys {
            documents: data.subkey(Purpose::Documents),
            names: data.subkey(Purpose::Names),
            messages: data.subkey(Purpose::Messages),
            data,
        })))
    }

    /// Lets the keys open what they open as long as somebody holds them.
    pub(crate) fn hold(self) -> Self {
        if let Some(keys) = &self.0 {
            let mut held = HELD.lock().unwrap_or_else(PoisonError::into_inner);
            held.retain(|keys| keys.strong_count() > 0);
            held.push(Arc::downgrade(keys));
        }
        self
    }

    /// The keys that are held and belong to this file, if there are any.
    pub(crate) fn held(file: &KeyFile) -> Option<Self> {
        let held = HELD.lock().unwrap_or_else(PoisonError::into_inner);
        let mut held = held.iter().filter_map(Weak::upgrade);
        held.find(|keys| file.is_whole(&keys.data))
            .map(|keys| Self(Some(keys)))
    }

    pub(crate) fn is_locked(&self) -> bool {
        self.0.is_some()
    }

    /// The key of what lies in files, if they are encrypted.
    pub(crate) fn documents(&self) -> Option<&Subkey> {
        self.0.as_deref().map(|keys| &keys.documents)
    }

    /// The key of a database as SQLCipher takes it, `x'…'`; empty for plain text.
    pub(crate) fn database_key(&self, kind: DatabaseKind) -> Zeroizing<String> {
        let mut written = Zeroizing::new(String::with_capacity(80));
        if let Some(keys) = &self.0 {
            let key = keys.data.subkey(match kind {
                DatabaseKind::Records => Purpose::Database,
                DatabaseKind::Drafts => Purpose::Drafts,
            });
            written.push_str("x'");
            for byte in key.bytes() {
                let _ = write!(written, "{byte:02x}");
            }
            written.push('\'');
        }
        written
    }

    /// Bytes of a page of an encrypted database, which the file doesn't tell.
    pub(crate) fn page_size(&self) -> Option<u32> {
        self.is_locked().then_some(PAGE)
    }

    /// Gives a connection the key of its database, before it reads a byte.
    pub(crate) fn give(&self, conn: &Connection, kind: DatabaseKind) -> Result<()> {
        // It would tell on standard error of each page it can't read. What it
        // keeps as the usual way holds for copies it makes by itself, too.
        conn.execute_batch(&format!(
            "PRAGMA cipher_log_level = NONE;
             PRAGMA cipher_default_page_size = {PAGE};
             PRAGMA cipher_default_hmac_algorithm = HMAC_SHA256;"
        ))?;
        if self.is_locked() {
            let statement = Zeroizing::new(format!(
                "PRAGMA key = \"{}\"",
                self.database_key(kind).as_str()
            ));
            // The statement must not come to light in an error.
            conn.execute_batch(&statement)
                .map_err(|_| RegisterError::Corrupt("the key was not taken".to_owned()))?;
        }
        Ok(())
    }

    /// What content of a hash is called where it lies: its hash, or in a locked
    /// office something that nobody can tell from it.
    pub(crate) fn stored_name(&self, sha256: &str) -> Result<String> {
        let bytes = unhex(sha256).filter(|_| is_sha256(sha256));
        let bytes = bytes.ok_or(RegisterError::NotFound("content"))?;
        match &self.0 {
            None => Ok(sha256.to_owned()),
            Some(keys) => Ok(hex(&keys.names.seal_name(&bytes)?)),
        }
    }

    /// The hash of the content that is called so, if that is a name that this
    /// office gives.
    pub(crate) fn hash_of_name(&self, name: &str) -> Option<String> {
        match &self.0 {
            None => is_sha256(name).then(|| name.to_owned()),
            Some(keys) => {
                let sealed = unhex(name).filter(|_| is_sealed_name(name))?;
                Some(hex(&keys.names.open_name(&sealed).ok()?))
            }
        }
    }

    /// A line of a list that lies beside the records, without its end.
    pub(crate) fn line(&self, list: &str, line: Vec<u8>) -> Result<Vec<u8>> {
        match &self.0 {
            None => Ok(line),
            Some(keys) => {
                let sealed = keys.messages.seal_message(&line, list.as_bytes())?;
                Ok(BASE64_STANDARD.encode(sealed).into_bytes())
            }
        }
    }

    /// The line that [`Cipher::line`] wrote, if it did.
    pub(crate) fn line_read(&self, list: &str, line: &[u8]) -> Option<Vec<u8>> {
        match &self.0 {
            None => Some(line.to_vec()),
            Some(keys) => {
                let sealed = BASE64_STANDARD.decode(line.trim_ascii_end()).ok()?;
                let opened = keys.messages.open_message(&sealed, list.as_bytes());
                opened.ok().map(|line| line.to_vec())
            }
        }
    }
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes().chunks(2);
    digits
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect()
}
