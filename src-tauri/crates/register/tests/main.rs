//! What an office keeps.
//!
//! One program for all of them: linking is what tests cost most.

mod answer_terms;
mod backups;
mod clock_set_back;
mod clocks;
mod dispatching;
mod documents;
mod finding_cards;
mod foreign_schema;
mod full_disk;
mod in_place;
mod journal_words;
mod killed;
mod life_of_a_case;
mod locked_damage;
mod locking;
mod lost_rows;
mod name_forms;
mod office;
mod office_day;
mod one_change;
mod one_way_to_write;
mod properties;
mod replay;
mod search;
mod shelf;
mod strange_copies;
mod templates;
mod two_programs;
