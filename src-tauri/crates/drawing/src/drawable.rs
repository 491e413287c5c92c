//! A file whose pages can be asked for.

use crate::error::DrawingError;
use crate::limits::Limits;
use crate::permits::Permits;
use crate::program::Drawer;
use crate::protocol::{DPI, Form, MOST_BYTES};
use crate::shades::Picture;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Processes of one file that draw at once, and that are kept between pages. Whoever wants one more page waits.
pub const MOST_OF_A_FILE: usize = 2;
/// Processes that are at work at once for all files: each may take [`Limits::memory`], and they share the processor.
pub const MOST_AT_ONCE: usize = 4;

static AT_WORK: Permits = Permits::new(MOST_AT_ONCE);

/// Started and waiting for its file, so that nobody waits for it to start: the next keystroke's preview gets it.
static READY: Mutex<Option<Drawer>> = Mutex::new(None);

/// A PDF and the processes that draw from it. Each has seen this file and no other, so none learns of two papers,
/// and what one broken file does to the process that draws it is over with that file. They end when this is dropped;
/// one that ended before, for whatever reason, is followed by another at the next page.
pub struct Drawable {
    pdf: Arc<Vec<u8>>,
    pages: u32,
    limits: Limits,
    drawing: Permits,
    waiting: Mutex<Vec<Drawer>>,
}

impl Drawable {
    /// Opens a file's bytes.
    ///
    /// # Errors
    /// [`DrawingError`]
    pub fn open(pdf: Arc<Vec<u8>>) -> Result<Self, DrawingError> {
        Self::opened_by(ready()?, pdf, Limits::default())
    }

    /// The same, within other limits.
    ///
    /// # Errors
    /// [`DrawingError`]
    pub fn open_within(pdf: Arc<Vec<u8>>, limits: Limits) -> Result<Self, DrawingError> {
        Self::opened_by(Drawer::start(limits)?, pdf, limits)
    }

    fn opened_by(
        mut drawer: Drawer,
        pdf: Arc<Vec<u8>>,
        limits: Limits,
    ) -> Result<Self, DrawingError> {
        if pdf.len() as u64 > MOST_BYTES {
            return Err(DrawingError::TooLarge);
        }
        let opened = {
            let _at_work = AT_WORK.take();
            drawer.open(&pdf)
        };
        let pages = opened?;
        Ok(Self {
            pdf,
            pages,
            limits,
            drawing: Permits::new(MOST_OF_A_FILE),
            waiting: Mutex::new(vec![drawer]),
        })
    }

    /// How many pages can be drawn.
    #[must_use]
    pub fn pages(&self) -> u32 {
        self.pages
    }

    /// A page, counted from 0, at `dpi` dots per inch, which are kept within [`DPI`]. It waits where
    /// [`MOST_OF_A_FILE`] or [`MOST_AT_ONCE`] are drawn already.
    ///
    /// # Errors
    /// [`DrawingError`]
    pub fn page(&self, page: u32, dpi: f32, form: Form) -> Result<Picture, DrawingError> {
        let [least, most] = DPI;
        let dpi = if dpi.is_finite() {
            dpi.clamp(least, most)
        } else {
            96.0
        };
        // That of the file first: who waits for it keeps no other file waiting.
        let _of_the_file = self.drawing.take();
        let _at_work = AT_WORK.take();
        let mut drawer = self.drawer()?;
        let drawn = drawer.page(page, dpi, form);
        // After a refusal it goes on drawing; after anything else it is of no use.
        if matches!(drawn, Ok(_) | Err(DrawingError::Refused(_))) {
            let mut waiting = self.waiting();
            if waiting.len() < MOST_OF_A_FILE {
                waiting.push(drawer);
            }
        }
        drawn
    }

    /// The numbers of the processes that wait for a page of it.
    #[must_use]
    pub fn processes(&self) -> Vec<u32> {
        self.waiting().iter().map(Drawer::id).collect()
    }

    /// A process that has the file open and nothing to do.
    fn drawer(&self) -> Result<Drawer, DrawingError> {
        let waiting = self.waiting().pop();
        if let Some(drawer) = waiting.and_then(alive) {
            return Ok(drawer);
        }
        let mut drawer = Drawer::start(self.limits)?;
        drawer.open(&self.pdf)?;
        Ok(drawer)
    }

    fn waiting(&self) -> MutexGuard<'_, Vec<Drawer>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn alive(mut drawer: Drawer) -> Option<Drawer> {
    drawer.is_alive().then_some(drawer)
}

/// A process that was started before, or one that is started now; another is started for the next.
fn ready() -> Result<Drawer, DrawingError> {
    let lock = || READY.lock().unwrap_or_else(PoisonError::into_inner);
    let was_ready = lock().take();
    let drawer = match was_ready.and_then(alive) {
        Some(drawer) => drawer,
        None => Drawer::start(Limits::default())?,
    };
    // Where the system has no thread left, the next file waits for its process to start.
    let _ = thread::Builder::new().spawn(move || {
        if let Ok(next) = Drawer::start(Limits::default()) {
            *lock() = Some(next);
        }
    });
    Ok(drawer)
}
