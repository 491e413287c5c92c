//! A command, how it is asked, and what that does to the records.

use super::user::User;
use serde_json::Value;

/// What a command does to the records.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Writes {
    /// No row of the journal.
    Nothing,
    /// One row, which can be undone.
    Undoable,
    /// One row, which can't.
    ForGood,
    /// One row for good, in records that have one row less than those they take the place of.
    ForOneLost,
}

/// One asking of a command.
pub struct Asking {
    pub command: &'static str,
    /// What it meets, where it is asked more than once.
    pub of: &'static str,
    /// Its input; what it needs beforehand is done here.
    pub input: fn(&User) -> Value,
    pub writes: Writes,
}

pub const fn reads(command: &'static str, input: fn(&User) -> Value) -> Asking {
    Asking {
        command,
        of: "",
        input,
        writes: Writes::Nothing,
    }
}

pub const fn writes(command: &'static str, of: &'static str, input: fn(&User) -> Value) -> Asking {
    Asking {
        command,
        of,
        input,
        writes: Writes::Undoable,
    }
}

pub const fn for_good(
    command: &'static str,
    of: &'static str,
    input: fn(&User) -> Value,
) -> Asking {
    Asking {
        command,
        of,
        input,
        writes: Writes::ForGood,
    }
}

pub const fn for_one_lost(command: &'static str, input: fn(&User) -> Value) -> Asking {
    Asking {
        command,
        of: "records with one row more",
        input,
        writes: Writes::ForOneLost,
    }
}
