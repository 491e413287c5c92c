//! The drawing program, asked as the office asks it.

mod at_once;
mod confined;
mod drawing_papers;
mod ended;
mod missing;
mod other_version;
mod papers;
mod too_much;
