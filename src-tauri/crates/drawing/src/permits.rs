//! How many may do something at once.

use std::sync::{Condvar, Mutex, PoisonError};

/// So many places, for which whoever comes later waits.
pub(crate) struct Permits {
    left: Mutex<usize>,
    freed: Condvar,
}

/// A place that is taken until this is dropped.
pub(crate) struct Permit<'a>(&'a Permits);

impl Permits {
    pub const fn new(most: usize) -> Self {
        Self {
            left: Mutex::new(most),
            freed: Condvar::new(),
        }
    }

    /// Takes a place, as soon as there is one.
    pub fn take(&self) -> Permit<'_> {
        let left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let none_left = |left: &mut usize| *left == 0;
        let waited = self.freed.wait_while(left, none_left);
        *waited.unwrap_or_else(PoisonError::into_inner) -= 1;
        Permit(self)
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let mut left = self.0.left.lock().unwrap_or_else(PoisonError::into_inner);
        *left += 1;
        self.0.freed.notify_one();
    }
}
