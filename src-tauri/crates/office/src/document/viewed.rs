//! The document that is looked at, kept while its pages are turned: read, compared with its hash and told for
//! what it is once, and not with each page.

use press::Raster;
use std::sync::Arc;

/// A document that is shown as pages.
#[derive(Clone)]
pub(crate) struct Viewed {
    pub sha256: String,
    pub pages: u32,
    pub bytes: Arc<Vec<u8>>,
    /// The file open to be drawn, from its first page on.
    pub raster: Option<Arc<Raster>>,
}
