//! The office's day in the real window.

mod clocks;
mod copies;
mod law;
mod letters_rooms;
mod opening;
mod sample_office;
mod shell;
mod whole_job;
