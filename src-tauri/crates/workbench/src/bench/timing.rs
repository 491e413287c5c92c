//! How long something took.

use otvet_cli::answer::Outcome;
use std::time::Instant;

pub(super) fn millis(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1000.0
}

/// The median time of one call in milliseconds.
pub(super) fn median(times: usize, mut call: impl FnMut() -> Outcome) -> Outcome<f64> {
    let mut took = Vec::with_capacity(times);
    for _ in 0..times {
        let begun = Instant::now();
        call()?;
        took.push(millis(begun));
    }
    took.sort_by(f64::total_cmp);
    Ok(took[took.len() / 2])
}

/// How many times the rival's time ours takes.
pub(super) fn ratio(ours: f64, rival: f64) -> f64 {
    (ours / rival.max(1e-6) * 100.0).round() / 100.0
}
