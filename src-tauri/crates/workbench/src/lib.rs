//! What developers and tests need and no office does. The programs that users
//! get do not lean on this crate.
//!
//! With paper alone: the [`lint`] of finished PDFs and the [`preflight`] of
//! another program, how evenly lines are set ([`spacing`]), letters to print
//! ([`specimen`]), and plain text as a letter ([`markdown`], [`body`]). With
//! the feature `office`: offices with made-up registers of any size ([`seeding`])
//! and the benches, each beside a rival in the same run ([`bench`]).

#[cfg(feature = "office")]
pub mod bench;
pub mod body;
pub mod lint;
pub mod markdown;
pub mod preflight;
#[cfg(feature = "office")]
pub mod seeding;
pub mod spacing;
pub mod specimen;
