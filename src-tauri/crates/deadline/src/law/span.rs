//! Spans of days in which a version of a rule is vouched for.

use chrono::NaiveDate;

/// The first day and the last; an open end never ends.
pub(super) type Span = (NaiveDate, Option<NaiveDate>);

pub(super) fn holds((from, to): Span, day: NaiveDate) -> bool {
    from <= day && to.is_none_or(|to| day <= to)
}

/// Whether two spans have a day in common.
pub(super) fn meet(a: Span, b: Span) -> bool {
    b.1.is_none_or(|to| a.0 <= to) && a.1.is_none_or(|to| b.0 <= to)
}

/// Ends a span the day before a new one begins; `false` when nothing of it is left.
pub(super) fn cut(from: NaiveDate, to: &mut Option<NaiveDate>, new_from: NaiveDate) -> bool {
    if from >= new_from {
        return false;
    }
    *to = new_from.pred_opt();
    true
}
