//! Who imports whom: Rust sources read as Rust reads them, path by path to the file that defines the name.
//!
//! Read are all paths of a file, in `use` trees, types, expressions, patterns and, as far as paths can be told from
//! tokens, in macros; not in attributes, and not in what is built for `#[cfg(test)]` alone. A name handed on by
//! another file counts as an import from the file that defines it. A module's own `mod x; pub use x::Y;` hands on
//! and imports nothing, unless its own code names `Y`. The text of an `include!` is the including file's own.

#![allow(
    clippy::wildcard_enum_match_arm,
    reason = "the parts of Rust are syn's, which adds to them"
)]

mod code;
mod module;
mod names;
mod scopes;
mod sources;
mod tokens;

pub use names::{Arrows, arrows};
pub use sources::Sources;
