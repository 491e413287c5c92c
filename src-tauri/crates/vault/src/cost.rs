//! What trying one password costs.

use crate::error::{Result, VaultError};
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// The work of Argon2id for one try (RFC 9106): written beside what it guards,
/// so that later programs may ask for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// Memory, in kibibytes.
    pub memory_kib: u32,
    /// How often the memory is gone over.
    pub passes: u32,
    /// How many parts of it could be filled at the same time.
    pub lanes: u32,
}

impl Cost {
    /// About half a second and 128 MiB on an office computer of 2020: a person
    /// hardly notices, who tries a dictionary does.
    pub const INTERACTIVE: Self = Self {
        memory_kib: 128 * 1024,
        passes: 4,
        lanes: 1,
    };

    /// No work to speak of, for tests that are not about it.
    pub const NONE: Self = Self {
        memory_kib: 8,
        passes: 1,
        lanes: 1,
    };

    /// More than this no honest file asks for: 1 GiB gone over 32 times.
    const MOST: Self = Self {
        memory_kib: 1024 * 1024,
        passes: 32,
        lanes: 4,
    };

    fn bounded(self) -> Result<Params> {
        let within = self.memory_kib <= Self::MOST.memory_kib
            && self.passes <= Self::MOST.passes
            && self.lanes <= Self::MOST.lanes
            // Each alone may be large; together they would take minutes.
            && u64::from(self.memory_kib) * u64::from(self.passes)
                <= 4 * u64::from(Self::MOST.memory_kib);
        if !within {
            return Err(VaultError::TooCostly);
        }
        Params::new(self.memory_kib, self.passes, self.lanes, Some(32))
            .map_err(|_| VaultError::NotAKeyFile)
    }

    /// Makes a key of a password.
    pub(crate) fn stretch(self, password: &[u8], salt: &[u8]) -> Result<Zeroizing<[u8; 32]>> {
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, self.bounded()?);
        let mut key = Zeroizing::new([0; 32]);
        argon
            .hash_password_into(password, salt, &mut *key)
            .map_err(|_| VaultError::NotAKeyFile)?;
        Ok(key)
    }
}
