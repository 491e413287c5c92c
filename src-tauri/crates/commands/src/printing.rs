//! What is printed: pages of finished papers, through the system's own dialog.

use crate::failure::Refusal;
use crate::host::{Host, PRINTED_DPI, PrintJob};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What became of something that was to be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Printed {
    /// Whether it went to a printer; not when the dialog was closed.
    pub printed: bool,
}

/// Prints these PDFs one behind the other, as one job.
pub fn print(host: &dyn Host, title: String, files: &[Vec<u8>]) -> Result<Printed, Refusal> {
    let mut pages = Vec::new();
    for file in files {
        pages.extend(office::pages_drawn(file.clone(), PRINTED_DPI)?);
    }
    let printed = host.print(PrintJob { title, pages });
    Ok(Printed {
        printed: printed.map_err(Refusal::NotPrinted)?,
    })
}
