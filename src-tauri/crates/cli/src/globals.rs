//! Options that every command takes.

use chrono::{DateTime, FixedOffset};
use clap::Args;
use std::path::PathBuf;

/// Where, when and by whom; and for whose eyes the answer is.
#[derive(Args, Clone, Debug)]
pub struct Globals {
    /// The office folder; the desktop program's when absent.
    #[arg(long, global = true, value_name = "DIR")]
    pub office: Option<PathBuf>,
    /// The time to take as now (RFC 3339); the clock's when absent.
    #[arg(long, global = true, value_name = "RFC3339", value_parser = time)]
    pub now: Option<DateTime<FixedOffset>>,
    /// The person who stands in the journal; the system's user when absent.
    #[arg(long, global = true, value_name = "NAME")]
    pub actor: Option<String>,
    /// The first line of standard input is the password of a locked office.
    #[arg(long, global = true)]
    pub password_stdin: bool,
    /// The environment variable that holds the password of a locked office.
    #[arg(
        long,
        global = true,
        value_name = "NAME",
        conflicts_with = "password_stdin"
    )]
    pub password_env: Option<String>,
    /// What is given as password is the recovery key.
    #[arg(long, global = true)]
    pub recovery_key: bool,
    /// Text for people in place of JSON.
    #[arg(long, global = true)]
    pub human: bool,
}

fn time(text: &str) -> Result<DateTime<FixedOffset>, String> {
    DateTime::parse_from_rfc3339(text)
        .map_err(|_| "a time like 2026-11-22T10:00:00+03:00 is wanted".to_owned())
}
