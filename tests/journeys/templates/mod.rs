//! Templates of letters: an office's own, their versions, and their files.

mod editing;
mod files;
mod ground;
mod versions;
