//! Terms: which rule binds the office, until which day, and why that day.
//!
//! The law is data ([`law`]): each rule carries its citation, the days it is vouched for, how sure
//! we are of it and when that was checked. The code only counts ([`count`]) over a production
//! calendar ([`calendar`]) and explains every step. A year the calendar doesn't cover is an error,
//! never a guess; a rule past its last day is never used.

pub mod calendar;
pub mod citation;
pub mod count;
pub mod delivery;
pub mod handing;
pub mod law;
pub mod pausing;
pub mod stakes;
pub mod usual;

pub use calendar::{Calendar, CalendarError, CalendarYear, HOLIDAYS};
pub use citation::in_english;
pub use count::{CountError, Counted, Step, Term, Unit, count, count_from};
pub use delivery::{Arrival, Whose, delivered};
pub use handing::{LastMoments, Places, last_moments};
pub use law::{Clock, Law, Pack, PackFault, Question, Rule, explain, principal, rules_on};
pub use pausing::{Goals, Pause, count_paused, named_paused};
pub use stakes::{ContractPenalty, Dispute, Priced, Stakes, price};
pub use usual::{Usual, usual};
