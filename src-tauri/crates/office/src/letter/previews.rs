//! The files that were set last, so that their pages can be asked for.

use press::Raster;
use std::collections::VecDeque;
use std::sync::Arc;

/// Previews kept at once: the one on the screen and the one being set.
const KEPT: usize = 3;

/// The last files set for preview, by their key.
#[derive(Default)]
pub(crate) struct Previews(VecDeque<(String, Arc<Raster>)>);

impl Previews {
    pub fn get(&self, key: &str) -> Option<Arc<Raster>> {
        self.0
            .iter()
            .find(|(k, _)| k == key)
            .map(|(_, raster)| Arc::clone(raster))
    }

    pub fn put(&mut self, key: String, raster: Arc<Raster>) {
        self.0.retain(|(k, _)| *k != key);
        self.0.push_front((key, raster));
        self.0.truncate(KEPT);
    }
}
