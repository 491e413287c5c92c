//! What attacks, accidents and age do to records, and what the office answers.

mod bounds;
mod broken_off;
mod copies;
mod foreign_files;
mod full_shelf;
mod ground;
