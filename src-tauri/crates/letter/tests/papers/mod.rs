//! The papers around a letter, read back from their finished files.

mod addressed;
mod ground;
mod lists;
