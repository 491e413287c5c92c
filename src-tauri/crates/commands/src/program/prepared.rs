//! Keys that were shown to be noted.

use office::{Locking, RecoveryRenewal};

/// Keys of which nothing is written until somebody typed them from the paper.
#[derive(Default)]
pub(crate) struct Prepared {
    /// What the office is to be locked with.
    pub locking: Option<Locking>,
    /// The recovery key that it is to have in place of the present one.
    pub renewal: Option<RecoveryRenewal>,
}
