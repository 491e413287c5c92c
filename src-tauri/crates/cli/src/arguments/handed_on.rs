//! What `otvet-workbench` does.

use clap::Args;
use std::ffi::OsString;

/// Words that another program reads.
#[derive(Args, Debug)]
pub struct HandedOn {
    /// What that program is told; `--help` lists it.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub words: Vec<OsString>,
}
