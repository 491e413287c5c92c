//! Mail: a message is cut into its parts on the raw bytes, each part's header read, its transfer encoding
//! and charset undone, and its text and attachments told apart.

mod automatic;
mod calendar;
mod content;
mod enclosed;
mod encoded_word;
mod flowed;
mod header;
mod hidden;
mod html;
mod line;
mod mailbox;
mod media_type;
mod message;
mod moment;
mod parameter;
mod rtf;
mod sender;
mod structure;
mod tnef;
mod transfer;
mod uuencoded;

pub use message::{ReadAs, one_message, read_mail, read_mail_as};
pub(crate) use moment::{moment, month};
pub(crate) use sender::sender;
