//! What comes in: the bytes of an `.eml` file or pasted text become a draft
//! complaint for a person to confirm.
//!
//! Strangers wrote every byte read here, so the room keeps to four rules:
//! nothing is fetched, nothing is executed, no name of theirs is used as a
//! path, and no input makes it panic. It does no input or output of its own
//! and reads no clock; a date without a year is understood from the day the
//! message was sent.
//!
//! Reading has two halves. [`read_mail`] takes the message apart: structure,
//! transfer encodings, charsets, HTML made into plain text, attachments. Then
//! [`facts_in`] looks in the text for what the register asks about: the kind of
//! message, the law it falls under, the demands, sums, dates, telephones, the
//! order and the sender's full name. The facts are proposals by ordered rules
//! over tables of word beginnings; they never replace the words themselves.

mod charset;
mod draft;
mod facts;
mod gathered;
mod limits;
mod mail;
mod pasted;
mod pattern;

pub use charset::words_of;
pub use draft::{Attachment, CharsetReading, Facts, IntakeError, MailDraft, MailNotice};
pub use facts::{Envelope, Ours, Stated, facts_in, stated};
pub use limits::MAIL_LIMIT_BYTES;
pub use mail::{ReadAs, one_message, read_mail, read_mail_as};
pub use pasted::{chat_began, read_text};
