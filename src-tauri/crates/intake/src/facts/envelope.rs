//! What is known of a text before it is read.

use chrono::NaiveDate;

/// What stands on the envelope of a text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Envelope<'e> {
    pub subject: &'e str,
    /// The display name of the sender.
    pub from_name: Option<&'e str>,
    pub from_address: Option<&'e str>,
    /// The day the text was sent; days without a year are understood from it.
    pub sent: Option<NaiveDate>,
}
