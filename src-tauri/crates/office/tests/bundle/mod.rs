//! The papers of a case put together, open and redacted.

mod closed;
mod ground;
mod locked;
mod open;
