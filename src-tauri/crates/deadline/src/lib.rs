//! Terms: which rule binds the office, until which day, and why that day.
//!
//! The law is data ([`law`]): each rule carries its citation, the days it is vouched for, how sure
//! we are of it and when that was checked. The code only counts ([`counting`]) over a production
//! calendar ([`calendar`]) and explains every step. A year the calendar doesn't cover is an error,
//! never a guess; a rule past its last day is never used. What follows from a deadline is reckoned here
//! too: the last moment to post an answer ([`posting`]) and what each answer may cost ([`exposure`]).

pub mod calendar;
pub mod counting;
pub mod exposure;
pub mod filing;
pub mod goals;
pub mod grounds;
pub mod law;
pub mod posting;
pub mod proposed;
pub mod retention;

pub use calendar::{Calendar, CalendarError, CalendarYear, HOLIDAYS, WEEKEND};
pub use counting::{
    CountError, Counted, PartlyCounted, Pause, Step, Term, Unit, count, count_from, count_paused,
    named_day_paused,
};
pub use exposure::{ContractPenalty, CourtAssumptions, Dispute, Exposure, estimate};
pub use filing::{Filing, FilingRule, filing_checked_on, filing_rules};
pub use goals::{Goals, LONGEST_GOAL};
pub use grounds::{RefusalGround, refusal_grounds, unread_grounds};
pub use law::{
    Circumstances, Deadline, Law, Pack, PackFault, Rule, governing, in_english, principal,
};
pub use posting::{Arrival, Cutoffs, OpeningHours, TermOf, cutoffs, delivered};
pub use proposed::{ProposedTerm, pause_ground, proposed_terms};
pub use retention::{
    LONGEST_RETENTION, LONGEST_TRASH, Retention, RetentionFlaw, RetentionRule, RetentionTerm,
    retention_checked_on, retention_rules,
};
