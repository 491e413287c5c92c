//! The frame of a formal letter: what stands above the text and below it. Places
//! follow ГОСТ Р 7.0.97-2025.

pub(crate) mod above_text;
pub(crate) mod below_text;
pub(crate) mod code;
mod letterhead;
mod receipt;
pub(crate) mod running;
mod signature;
mod small_type;
