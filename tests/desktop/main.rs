//! The office's day in the real window.

mod opening;
mod whole_job;
