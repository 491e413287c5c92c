//! What attacks, accidents and age do to records, and what the office answers.

mod bounds;
mod broken_off;
mod copies;
mod flips;
mod foreign_files;
mod full_shelf;
mod ground;
mod in_place;
mod open_files;
mod opened;
mod plain_copies;
mod sizes;
mod unwritable;
