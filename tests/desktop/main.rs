//! The office's day in the real window.

mod opening;
mod sample_office;
mod shell;
mod whole_job;
