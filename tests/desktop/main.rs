//! The office's day in the real window.

mod opening;
