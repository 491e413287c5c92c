//! Counting: terms over the calendar, and pauses in them, with every step said in words.

mod count;
pub(crate) mod dates;
mod pause;
mod term;

pub use complaint::{Term, Unit};
pub use count::{CountError, Counted, Step, count, count_from, last_day};
pub use pause::{Pause, count_paused, named_day_paused};
pub use term::{term_en, term_ru};
