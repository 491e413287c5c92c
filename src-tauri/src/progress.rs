//! Long work: how far it is, and how to stop it.

use crate::wire::Progress;
use std::cell::Cell;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tauri::ipc::Channel;
use uuid::Uuid;

/// So often at most is the window told.
const INTERVAL: Duration = Duration::from_millis(50);

/// The long works that are under way, by the window's own id of each.
#[derive(Debug, Default)]
pub struct Works {
    under_way: Mutex<HashMap<Uuid, Arc<AtomicBool>>>,
}

impl Works {
    /// Begins a work. It is over when what this gives is dropped.
    pub fn begin(&self, id: Uuid) -> Work<'_> {
        let stop = Arc::new(AtomicBool::new(false));
        self.locked(|works| works.insert(id, Arc::clone(&stop)));
        Work {
            id,
            stop,
            works: self,
        }
    }

    /// Asks a work to stop; one that is over is none of its concern.
    pub fn cancel(&self, id: Uuid) {
        self.locked(|works| {
            if let Some(stop) = works.get(&id) {
                stop.store(true, Ordering::Relaxed);
            }
        });
    }

    /// Asks all of them to stop.
    pub fn cancel_all(&self) {
        self.locked(|works| {
            works
                .values()
                .for_each(|stop| stop.store(true, Ordering::Relaxed))
        });
    }

    fn locked<T>(&self, with: impl FnOnce(&mut HashMap<Uuid, Arc<AtomicBool>>) -> T) -> T {
        with(
            &mut self
                .under_way
                .lock()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }
}

/// One work under way.
#[derive(Debug)]
pub struct Work<'w> {
    id: Uuid,
    stop: Arc<AtomicBool>,
    works: &'w Works,
}

impl Work<'_> {
    /// Whether it is to stop.
    pub fn is_cancelled(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

impl Drop for Work<'_> {
    fn drop(&mut self) {
        self.works.locked(|works| works.remove(&self.id));
    }
}

/// Tells the window how far a work is, not oftener than it can draw.
pub struct Teller {
    channel: Channel<Progress>,
    total: u64,
    before: Cell<u64>,
    told: Cell<Option<Instant>>,
}

impl Teller {
    /// For a work of so many bytes in all.
    pub fn new(channel: Channel<Progress>, total: u64) -> Self {
        Self {
            channel,
            total,
            before: Cell::new(0),
            told: Cell::new(None),
        }
    }

    /// So many bytes of the part called `name` are done.
    pub fn tell(&self, name: &str, done: u64) {
        if self
            .told
            .get()
            .is_some_and(|told| told.elapsed() < INTERVAL)
        {
            return;
        }
        self.told.set(Some(Instant::now()));
        let progress = Progress {
            done: self.before.get().saturating_add(done).min(self.total),
            total: self.total,
            name: name.to_owned(),
        };
        // A window that no longer listens is no reason to stop the work.
        let _ = self.channel.send(progress);
    }

    /// A part of this length is done; the next begins.
    pub fn part_done(&self, bytes: u64) {
        self.before.set(self.before.get().saturating_add(bytes));
    }
}

#[cfg(test)]
mod tests {
    use super::{Teller, Works};
    use std::sync::{Arc, Mutex};
    use tauri::ipc::{Channel, InvokeResponseBody};
    use uuid::Uuid;

    #[test]
    fn a_work_is_stopped_by_its_own_id_and_only_while_it_lasts() {
        let works = Works::default();
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let first = works.begin(one);
        let second = works.begin(other);
        works.cancel(one);
        assert!(first.is_cancelled() && !second.is_cancelled());
        drop(first);
        works.cancel(one);
        assert!(
            !works.begin(one).is_cancelled(),
            "a new work under an old id starts unstopped"
        );
        works.cancel_all();
        assert!(second.is_cancelled());
    }

    #[test]
    fn progress_counts_over_all_parts_and_never_past_the_end() {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let ear = Arc::clone(&heard);
        let channel = Channel::new(move |body| {
            if let InvokeResponseBody::Json(text) = body {
                ear.lock().expect("heard").push(text);
            }
            Ok(())
        });
        let teller = Teller::new(channel, 10);
        teller.part_done(8);
        teller.tell("второй", 5);
        teller.tell("второй", 6);
        let heard = heard.lock().expect("heard");
        assert_eq!(
            *heard,
            [r#"{"done":10,"total":10,"name":"второй"}"#],
            "the second came too soon after the first"
        );
    }
}
