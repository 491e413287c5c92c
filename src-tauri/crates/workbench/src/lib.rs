//! What developers and tests need and no office does. The programs that users
//! get do not lean on this crate.
//!
//! With paper alone: the [`lint`] of finished PDFs and the [`preflight`] of
//! another program, how evenly lines are set ([`spacing`]), letters to print
//! ([`specimen`]), and plain text as a letter ([`markdown`], [`body`]). With
//! the feature `office`: offices with made-up registers of any size ([`seeding`])
//! the benches, each beside a rival in the same run ([`bench`]), and broken files for
//! what reads strangers' bytes ([`fuzz`]).

#[cfg(feature = "office")]
pub mod bench;
pub mod body;
#[cfg(feature = "office")]
mod choices;
#[cfg(feature = "office")]
pub mod fuzz;
pub mod lint;
pub mod markdown;
pub mod preflight;
#[cfg(feature = "office")]
pub mod seeding;
pub mod spacing;
pub mod specimen;
