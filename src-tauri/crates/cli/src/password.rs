//! Passwords, which come from standard input or the environment and never from
//! the command line, where every user of the computer would see them.

use crate::answer::Outcome;
use crate::globals::Globals;
use office::Failure;
use std::io;
use zeroize::Zeroizing;

/// The next line of standard input; what follows it stays there.
pub fn line() -> Outcome<Zeroizing<String>> {
    let mut line = Zeroizing::new(String::new());
    let read = io::stdin().read_line(&mut line);
    read.map_err(|error| Failure::of("io").with(error))?;
    let password = line.trim_end_matches(['\n', '\r']);
    Ok(Zeroizing::new(password.to_owned()))
}

/// What a variable of the environment holds.
pub fn variable(name: &str) -> Outcome<Zeroizing<String>> {
    match std::env::var(name) {
        Ok(password) => Ok(Zeroizing::new(password)),
        Err(_) => Err(Failure::of("password_needed").at(name).into()),
    }
}

/// The password that was given, if one was.
pub fn given(globals: &Globals) -> Outcome<Option<Zeroizing<String>>> {
    match &globals.password_env {
        Some(name) => variable(name).map(Some),
        None if globals.password_stdin => line().map(Some),
        None => Ok(None),
    }
}
