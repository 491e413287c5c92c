//! What drawing may take.

use crate::protocol::VERSION;
use std::time::Duration;

/// What drawing may take. Whatever takes more ends, and has no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Address space of the process, bytes; the file and the picture are in it. Linux alone holds it.
    pub memory: u64,
    /// Processor time of one request, s. Linux alone holds it.
    pub processor: u64,
    /// Time of one request by the clock on the wall.
    pub wall: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            // A page of the widest picture, and a scan of A3 at 1200 dpi in colour to draw on it, fit twice over.
            memory: 2 << 30,
            processor: 20,
            wall: Duration::from_secs(40),
        }
    }
}

impl Limits {
    /// The words that the process is started with: the version of what is said, and the limits that it sets itself.
    pub(crate) fn words(&self) -> [String; 3] {
        [VERSION, self.memory, self.processor].map(|word| word.to_string())
    }
}
