//! What is no JSON.

use ts_rs::TS;

/// An output that is answered as it is.
#[derive(TS)]
#[ts(type = "ArrayBuffer")]
pub struct Bytes(pub Vec<u8>);
