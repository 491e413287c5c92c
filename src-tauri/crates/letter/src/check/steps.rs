//! The steps that reading a text takes, counted where tests are built: a long
//! text may cost no more than in proportion.

#[cfg(test)]
thread_local! {
    static TAKEN: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Counts steps; does nothing outside tests.
pub fn took(steps: usize) {
    #[cfg(test)]
    TAKEN.set(TAKEN.get().saturating_add(steps));
    #[cfg(not(test))]
    let _ = steps;
}

/// How many steps the work takes on this thread.
#[cfg(test)]
pub fn of(work: impl FnOnce()) -> usize {
    let before = TAKEN.get();
    work();
    TAKEN.get() - before
}
