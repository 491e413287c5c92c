//! The mark that a letter was sent: its first dispatch.

use crate::database::value::{text, time};
use crate::dispatch::steps::mark_first;
use crate::error::Result;
use crate::journal::change::Change;
use crate::journal::op::Precondition;
use crate::journal::row_image::Table;
use crate::letter::row::letter_in_state;
use chrono::{DateTime, FixedOffset};
use complaint::{Channel, LetterId, LetterState};

impl Change<'_> {
    /// Notes how and when an issued letter was sent or handed over: its first
    /// dispatch, written down or put right.
    ///
    /// # Errors
    /// [`crate::RegisterError::NotIssued`], [`crate::RegisterError::Trashed`], [`crate::RegisterError::NotFound`].
    pub fn letter_sent(
        &mut self,
        id: LetterId,
        channel: Channel,
        at: DateTime<FixedOffset>,
    ) -> Result<()> {
        let serial = self
            .on_owner_of(Table::Letter, id.0, Precondition::NotTrashed)?
            .serial;
        letter_in_state(self, id, LetterState::Issued)?;
        mark_first(self, serial, id, channel, at)?;
        let sent = vec![
            ("sent_channel", text(channel.as_str())),
            ("sent_at", text(time(at))),
        ];
        self.update(Table::Letter, id.0, sent)?;
        Ok(())
    }
}
