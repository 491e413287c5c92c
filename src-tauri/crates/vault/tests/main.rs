//! The vault from outside: what comes in comes out, and nothing that was altered does.

mod envelopes;
mod key_files;
mod messages;
mod recovery_keys;
mod streams;
