//! The office's day in the real window.

mod clocks;
mod copies;
mod day;
mod everyday;
mod law;
mod letters_rooms;
mod locked;
mod matrix;
mod opening;
mod procedure;
mod sample_office;
mod shell;
mod sizes;
mod spelling;
mod still;
mod strangers;
mod strangers_everywhere;
mod whole_job;
