//! The journal, and the change that each of its rows stands for.

pub(crate) mod anchor;
pub(crate) mod chain;
pub(crate) mod change;
pub(crate) mod fingerprint;
pub(crate) mod head;
pub(crate) mod loss;
pub(crate) mod lost_rows;
pub(crate) mod op;
pub(crate) mod read;
pub(crate) mod replay;
pub(crate) mod row_image;
pub(crate) mod row_writes;
pub(crate) mod since_last;
pub(crate) mod transact;
pub(crate) mod undo;
pub(crate) mod verify;
pub(crate) mod written;
