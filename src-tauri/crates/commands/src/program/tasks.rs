//! Long tasks: how far it is, and how to stop it.

use serde::{Deserialize, Serialize};
use std::cell::Cell;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use ts_rs::TS;
use uuid::Uuid;

/// How far a long task is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Progress {
    /// Bytes done; files, where records are copied or restored.
    #[ts(type = "number")]
    pub done: u64,
    /// So many in all.
    #[ts(type = "number")]
    pub total: u64,
    /// What is being worked on now.
    pub name: String,
}

/// Stops a long task; what it did so far is taken back. A task that is over is none of its concern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskCancel {
    /// The id the task was begun with.
    pub task: Uuid,
}

/// The shortest time between two steps that a listener is told of: it draws no oftener.
const INTERVAL: Duration = Duration::from_millis(50);

/// The long tasks that are under way, by the window's own id of each.
#[derive(Debug, Default)]
pub struct Tasks {
    under_way: Mutex<HashMap<Uuid, Arc<AtomicBool>>>,
}

impl Tasks {
    /// Begins a task. It is over when what this gives is dropped.
    pub fn begin(&self, id: Uuid) -> Task<'_> {
        let stop = Arc::new(AtomicBool::new(false));
        self.locked(|tasks| tasks.insert(id, Arc::clone(&stop)));
        Task {
            id,
            stop,
            tasks: self,
        }
    }

    /// Asks a task to stop; one that is over is none of its concern.
    pub fn cancel(&self, id: Uuid) {
        self.locked(|tasks| {
            if let Some(stop) = tasks.get(&id) {
                stop.store(true, Ordering::Relaxed);
            }
        });
    }

    /// Asks all of them to stop.
    pub fn cancel_all(&self) {
        self.locked(|tasks| {
            tasks
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

/// One task under way.
#[derive(Debug)]
pub struct Task<'t> {
    id: Uuid,
    stop: Arc<AtomicBool>,
    tasks: &'t Tasks,
}

impl Task<'_> {
    /// Whether it is to stop.
    pub fn is_cancelled(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

impl Drop for Task<'_> {
    fn drop(&mut self) {
        self.tasks.locked(|tasks| tasks.remove(&self.id));
    }
}

/// Tells a listener how far a task is, not oftener than it can draw.
pub struct ProgressReport<'l> {
    listener: &'l dyn Fn(Progress),
    /// Each part's name and its length in bytes.
    parts: Vec<(String, u64)>,
    last: Cell<Option<Instant>>,
}

impl<'l> ProgressReport<'l> {
    /// For a task of these parts, each with its name and its length in bytes.
    pub fn new(listener: &'l dyn Fn(Progress), parts: Vec<(String, u64)>) -> Self {
        Self {
            listener,
            parts,
            last: Cell::new(None),
        }
    }

    /// So many bytes of the part at that place are done.
    pub fn step(&self, place: usize, done: u64) {
        if self
            .last
            .get()
            .is_some_and(|last| last.elapsed() < INTERVAL)
        {
            return;
        }
        self.last.set(Some(Instant::now()));
        let bytes = |parts: &[(String, u64)]| parts.iter().map(|(_, bytes)| bytes).sum::<u64>();
        let before = self.parts.get(..place).map_or(0, bytes);
        let total = bytes(&self.parts);
        let name = self.parts.get(place).map(|(name, _)| name.clone());
        (self.listener)(Progress {
            done: before.saturating_add(done).min(total),
            total,
            name: name.unwrap_or_default(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{Progress, ProgressReport, Tasks};
    use std::cell::RefCell;
    use uuid::Uuid;

    #[test]
    fn a_task_is_stopped_by_its_own_id_and_only_while_it_lasts() {
        let tasks = Tasks::default();
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let first = tasks.begin(one);
        let second = tasks.begin(other);
        tasks.cancel(one);
        assert!(first.is_cancelled() && !second.is_cancelled());
        drop(first);
        tasks.cancel(one);
        assert!(
            !tasks.begin(one).is_cancelled(),
            "a new task under an old id starts unstopped"
        );
        tasks.cancel_all();
        assert!(second.is_cancelled());
    }

    #[test]
    fn progress_counts_over_all_parts_and_never_past_the_end() {
        let heard = RefCell::new(Vec::new());
        let listener = |step: Progress| heard.borrow_mut().push(step);
        let parts = [("первый", 8), ("второй", 2)];
        let parts = parts.map(|(name, bytes)| (name.to_owned(), bytes));
        let report = ProgressReport::new(&listener, parts.to_vec());
        report.step(1, 5);
        report.step(1, 6);
        let second = Progress {
            done: 10,
            total: 10,
            name: "второй".into(),
        };
        assert_eq!(
            *heard.borrow(),
            [second],
            "the second came too soon after the first"
        );
    }
}
