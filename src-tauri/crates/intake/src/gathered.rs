//! What a reading gathers on its way: attachments, and notices for the person who confirms the draft.

use crate::draft::{Attachment, MailNotice};
use crate::limits::TEXT_LIMIT_BYTES;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt::Write;

#[derive(Default)]
pub(crate) struct Gathered {
    pub attachments: Vec<Attachment>,
    pub notices: BTreeSet<MailNotice>,
    /// The charset that a person chose for the text.
    pub charset: Option<String>,
    /// The bytes of the first text whose charset is in doubt.
    pub doubtful: Option<Vec<u8>>,
    /// The text of a packed letter, which counts where the message has none of its own.
    pub packed: Option<(String, bool)>,
}

impl Gathered {
    pub(crate) fn keep(
        &mut self,
        name: String,
        original_name: Option<String>,
        media_type: String,
        bytes: Vec<u8>,
    ) {
        if bytes.is_empty() {
            self.notices.insert(MailNotice::EmptyAttachment);
        }
        let mut sha256 = String::with_capacity(64);
        for byte in Sha256::digest(&bytes) {
            // Writing into a string can't fail.
            let _ = write!(sha256, "{byte:02x}");
        }
        self.attachments.push(Attachment {
            name,
            original_name,
            media_type,
            bytes,
            sha256,
        });
    }

    /// The text that a draft shows; a longer one is kept whole beside it.
    pub(crate) fn shown(&mut self, text: String) -> String {
        if text.len() <= TEXT_LIMIT_BYTES {
            return text;
        }
        let cut = text.floor_char_boundary(TEXT_LIMIT_BYTES);
        let shown = text[..cut].to_owned();
        self.notices.insert(MailNotice::TextCut);
        self.keep(
            "text.txt".to_owned(),
            None,
            "text/plain".to_owned(),
            text.into_bytes(),
        );
        shown
    }
}
