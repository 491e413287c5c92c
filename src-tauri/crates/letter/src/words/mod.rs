//! Words in sentences, whatever the letter: how dates and sums are written and
//! read back, what cleaned and folded text is, and the stock phrases.

pub mod citation;
pub mod clean;
pub mod figures;
pub mod folded;
pub mod illness;
pub mod named_dates;
pub mod named_sums;
pub mod pattern;
pub mod phrases;
pub mod sentence;
pub mod time_of_day;
