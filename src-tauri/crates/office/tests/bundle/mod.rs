//! The papers of a case put together, open and redacted.

mod closed;
mod filed;
mod ground;
mod locked;
mod open;
