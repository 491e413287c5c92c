//! What an office says of itself.

use crate::database::value::{blob, text};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::row_image::Table;
use crate::number::pattern::Pattern;
use crate::register::Register;
use complaint::OfficeProfile;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

pub(crate) const OFFICE_ROW: Uuid = Uuid::nil();

pub(crate) fn profile_of(conn: &Connection) -> Result<OfficeProfile> {
    let profile: String = conn
        .prepare_cached(include_str!("office_profile.sql"))?
        .query_row([blob(OFFICE_ROW)], |row| row.get(0))
        .optional()?
        .ok_or(RegisterError::NotAnOffice)?;
    Ok(serde_json::from_str(&profile)?)
}

fn images(profile: &OfficeProfile) -> impl Iterator<Item = &str> {
    let head = &profile.letterhead;
    [&head.logo, &head.stamp, &head.signature]
        .into_iter()
        .filter_map(|image| image.as_deref())
}

/// The content that the letterhead shows.
pub(crate) fn images_in_use(conn: &Connection) -> Result<Vec<String>> {
    Ok(images(&profile_of(conn)?).map(str::to_owned).collect())
}

pub(crate) fn check_patterns(profile: &OfficeProfile) -> Result<()> {
    Pattern::parse(&profile.numbering.incoming)?;
    Pattern::parse(&profile.numbering.outgoing)?;
    Pattern::parse(&profile.numbering.paper)?;
    Ok(())
}

impl Register {
    /// What the office says of itself.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn profile(&self) -> Result<OfficeProfile> {
        profile_of(&self.reader())
    }
}

impl Change<'_> {
    /// What the office says of itself, as this change left it.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn profile(&self) -> Result<OfficeProfile> {
        profile_of(self.tx)
    }

    /// Changes what the office says of itself. Images it names must lie in the
    /// document store.
    ///
    /// # Errors
    /// [`RegisterError::Pattern`], [`RegisterError::MissingFile`].
    pub fn profile_save(&mut self, profile: &OfficeProfile) -> Result<()> {
        check_patterns(profile)?;

        for image in images(profile) {
            self.content_note(image, None)?;
        }
        let profile = serde_json::to_string(profile)?;
        self.update(Table::Office, OFFICE_ROW, vec![("profile", text(profile))])?;
        Ok(())
    }
}
