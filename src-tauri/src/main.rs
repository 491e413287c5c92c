//! The program that an office starts.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use shell::Outside;
use std::process::ExitCode;

fn main() -> ExitCode {
    shell::run(Outside::default())
}
