//! See the crate's documentation in the README's architecture chapter.
