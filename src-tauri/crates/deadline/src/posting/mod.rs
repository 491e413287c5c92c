//! Posting and serving: until when something is sent in time, and from when it counts as delivered.

mod cutoff;
mod delivery;

pub use cutoff::{Cutoffs, Hours, Moment, OpeningHours, Week, cutoffs};
pub use delivery::{Arrival, TermOf, delivered};
