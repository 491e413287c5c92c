//! What the office counts by, and its changes.

pub(crate) mod changes;
pub(crate) mod norms;
pub(crate) mod prices;
mod texts;
pub(crate) mod values;

pub use changes::{
    calendar_text, calendar_year_counted, days_off, law_pack_text, norm_apply, norm_preview,
    norm_undo, norms,
};
pub use deadline::{CalendarYear, WEEKEND};
pub use prices::{
    HIGHEST_CAP, HIGHEST_RATE, LONGEST_COURT, PriceQuestion, PriceView, answer_prices,
};
pub use values::{
    DaysOff, DaysQuestion, MovedDate, NormChange, NormFault, NormPreview, NormUndo, NormsChanged,
    NormsView, RegimeNorms, RegimeRef, RetentionView, RuleRef, RuleView, YearView,
};
