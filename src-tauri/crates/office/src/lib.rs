//! What is done in the office: one function per use case, joining the rooms
//! below. Hosts (the window and the command line) call these and nothing else.

pub mod wire;
