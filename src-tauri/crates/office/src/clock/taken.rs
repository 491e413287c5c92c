//! Which special cases of the rules a case goes by already.

use crate::clock::values::{CaseClockView, TermView};

/// Marks the terms of special cases that the office has chosen already: a clock of its own cites the same norm,
/// and ends on the same day or bears the rule's name. Of a term of hours the clock is told its hour.
pub(crate) fn mark_taken(terms: &mut [TermView], clocks: &mut [CaseClockView]) {
    for term in terms.iter_mut().filter(|term| term.variant.is_some()) {
        for clock in clocks.iter_mut().filter(|clock| !clock.of_facts) {
            let fields = &clock.fields;
            if fields.citation != term.citation {
                continue;
            }
            let named = [&term.title_ru, &term.title_en].iter().any(|title| {
                // The hour stands behind the name.
                !title.is_empty() && fields.title.starts_with(title.as_str())
            });
            let ends = clock.legal.is_some() && clock.legal == term.legal;
            term.taken |= ends || named;
            if ends && named {
                clock.until = term.until;
            }
        }
    }
}
