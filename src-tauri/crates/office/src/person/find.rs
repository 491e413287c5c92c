//! Cards of complainants, found by what is typed of one.

use crate::error::Result;
use crate::office::Office;
use complaint::{Complainant, PersonId};
use register::By;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Words of a name, to suggest cards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonQuestion {
    /// The beginning of a name, e-mail or phone.
    pub text: String,
}

/// A card that fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonHit {
    pub id: PersonId,
    pub complainant: Complainant,
    /// How many complaints the person has in the register.
    #[ts(type = "number")]
    pub complaints: u64,
}

/// Cards with these words in the name, or an e-mail or telephone number like it.
///
/// # Errors
/// Those of the register.
pub fn persons_find(office: &Office, _by: &By, input: PersonQuestion) -> Result<Vec<PersonHit>> {
    let mut hits = Vec::new();
    for (id, complainant) in office.register().person_find(&input.text, 8)? {
        let complaints = office.register().complaints_of(id, None, 0)?.0;
        hits.push(PersonHit {
            id,
            complainant,
            complaints,
        });
    }
    Ok(hits)
}
