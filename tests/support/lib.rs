//! Acceptance tests of the whole program.
