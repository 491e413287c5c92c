//! What drawing may take.

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
    /// Those that the process sets itself, as the words it is started with.
    pub(crate) fn words(&self) -> [String; 2] {
        [self.memory.to_string(), self.processor.to_string()]
    }
}
