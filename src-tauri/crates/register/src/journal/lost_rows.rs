//! What is told of records that have gone back to an earlier state.

use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use ts_rs::TS;

/// The journal holds fewer rows than it once had, or others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LostRows {
    /// The journal's length now.
    #[ts(type = "number")]
    pub found: i64,
    /// The greatest length it is known to have had.
    #[ts(type = "number")]
    pub seen: i64,
    /// The folder of the newest backup whose database is whole; a path that is Unicode text, for no other holds one.
    pub copy: Option<PathBuf>,
}
