//! Holding a file's lock against other programs.
//!
//! A program that is just being started still has the lock of whoever starts
//! it, until it has become that program; so what is held is asked for again
//! for a moment before it is called in use.

use crate::error::{RegisterError, Result};
use std::fs::{File, TryLockError};
use std::time::{Duration, Instant};

/// How long a lock is asked for that nobody should have.
const PASSING: Duration = Duration::from_millis(500);

/// Holds it for oneself alone.
///
/// # Errors
/// [`RegisterError::Locked`] while another program holds it, and those of the disk.
pub(crate) fn hold_alone(lock: &File) -> Result<()> {
    wait_for(PASSING, || lock.try_lock())
}

/// Holds it beside others, and waits this long for who has it alone.
///
/// # Errors
/// As [`hold_alone`].
pub(crate) fn hold_beside_others(lock: &File, wait: Duration) -> Result<()> {
    wait_for(wait, || lock.try_lock_shared())
}

fn wait_for(
    wait: Duration,
    attempt: impl Fn() -> std::result::Result<(), TryLockError>,
) -> Result<()> {
    let begun = Instant::now();
    loop {
        match attempt() {
            Ok(()) => return Ok(()),
            Err(TryLockError::Error(error)) => return Err(error.into()),
            Err(TryLockError::WouldBlock) if begun.elapsed() > wait => {
                return Err(RegisterError::Locked);
            }
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(20)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_let_go_of_in_a_moment_is_held_and_what_is_kept_is_not() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("lock");
        let other = File::create(&path).expect("a file");
        other.lock().expect("held");
        let lock = File::open(&path).expect("the file");
        assert!(matches!(hold_alone(&lock), Err(RegisterError::Locked)));
        let short = Duration::from_millis(1);
        assert!(matches!(
            hold_beside_others(&lock, short),
            Err(RegisterError::Locked)
        ));

        std::thread::scope(|threads| {
            threads.spawn(|| {
                std::thread::sleep(Duration::from_millis(60));
                other.unlock().expect("let go");
            });
            hold_alone(&lock).expect("it was let go of");
        });
    }
}
