//! The drawing program, asked as the office asks it.

mod confined;
mod drawing_papers;
mod ended;
mod missing;
mod papers;
mod too_much;
