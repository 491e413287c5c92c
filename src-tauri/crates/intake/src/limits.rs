//! How much is read and shown.

/// The largest message that is read, in bytes. Mail servers stop at a third of
/// it, so a larger file is another sort of file.
pub const MAIL_LIMIT_BYTES: usize = 150 * 1024 * 1024;

/// The longest text that a draft shows, in bytes. A longer one is kept whole
/// as an attachment.
pub(crate) const TEXT_LIMIT_BYTES: usize = 2 * 1024 * 1024;
