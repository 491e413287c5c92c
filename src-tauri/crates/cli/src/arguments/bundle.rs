//! Arguments of `bundle`.

use super::names::CaseName;
use super::words::bundle_form;
use clap::Args;
use office::BundleForm;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub struct BundleCommand {
    #[command(flatten)]
    pub case: CaseName,
    /// The folder, new or empty; for `one_file` the file, `-` for standard output. Without it what
    /// the bundle would hold is told.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// What it is put together as.
    #[arg(long, value_parser = bundle_form(), default_value = "folder")]
    pub form: BundleForm,
    /// Blacks out the complainant's name, address and contacts; pictures and PDFs are withheld.
    #[arg(long)]
    pub redacted: bool,
    /// Another word or phrase to be blacked out.
    #[arg(long, value_name = "TEXT", requires = "redacted")]
    pub word: Vec<String>,
    /// An exhibit that is shown although no words can be found in it.
    #[arg(long, value_name = "EXHIBIT", requires = "redacted")]
    pub show: Vec<u32>,
    /// An exhibit that is withheld as a whole.
    #[arg(long, value_name = "EXHIBIT", requires = "redacted")]
    pub withhold: Vec<u32>,
    /// The whole redaction in JSON, with regions, in place of the options.
    #[arg(long, value_name = "F", conflicts_with = "redacted")]
    pub redaction: Option<PathBuf>,
    /// An exhibit that stays out of it.
    #[arg(long, value_name = "EXHIBIT")]
    pub without: Vec<u32>,
}
