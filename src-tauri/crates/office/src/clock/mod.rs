//! Terms and clocks: counted, shown with their reasons, started and ended.

pub(crate) mod calendar_file;
pub(crate) mod case_clocks;
pub(crate) mod changes;
pub(crate) mod chosen;
pub(crate) mod interim;
pub(crate) mod taken;
pub(crate) mod terms;
pub(crate) mod values;

pub use calendar_file::{CalendarFile, LastCall, calendar_file, last_call};
pub use case_clocks::case_clocks;
pub use changes::{
    clock_count, clock_end, clock_pause, clock_pause_remove, clock_remove, clock_reopen,
    clock_resume, clock_save, clocks_usual,
};
pub use chosen::term_choose;
pub use interim::interim_check;
pub use terms::clocks;
pub use values::{
    CaseClockView, ChosenTerm, ClockCounted, ClockEnding, ClockPauseRef, ClockQuestion, ClockRef,
    ClockResume, ClockSave, ClockStep, ClockStop, ClockValues, DeliveryFact, DemandClocks,
    DispatchFact, InterimAdvice, InterimQuestion, LatePromise, NoTermReason, TermChoice, TermView,
};
