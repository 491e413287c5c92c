//! The names of all commands, read by the shell and by its build script.

/// Every command of the shell, in the order of the screens.
pub const COMMANDS: &[&str] = &["window_ready"];
