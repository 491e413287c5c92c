//! Mail: a message is cut into its parts on the raw bytes, each part's header read, its transfer encoding
//! and charset undone, and its text and attachments told apart.

mod content;
mod encoded_word;
mod flowed;
mod header;
mod html;
mod media_type;
mod message;
mod structure;
mod transfer;

pub use message::read_mail;
