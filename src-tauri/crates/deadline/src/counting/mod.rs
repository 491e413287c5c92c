//! Counting: terms over the calendar, and pauses in them, with every step said in words.

mod clock;
mod count;
pub(crate) mod dates;
mod partly;
mod pause;
mod term;

pub use clock::{count_from, count_round_the_clock};
pub use complaint::{Term, Unit};
pub use count::{CountError, Counted, Step, count, last_day};
pub use partly::{PartlyCounted, count_partly};
pub use pause::{Pause, count_paused, named_day_paused};
pub use term::{term_en, term_ru};
