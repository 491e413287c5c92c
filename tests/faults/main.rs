//! What attacks, accidents and age do to records, and what the office answers.

mod bounds;
mod copies;
mod foreign_files;
mod ground;
