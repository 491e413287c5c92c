//! The day on which a message counts as delivered (ГК 165.1), from which terms run.
//!
//! A message that arrived counts as delivered even if the addressee never took it. Which of the
//! possible days is meant is disputed, so the cautious one is taken: the earliest for terms that bind
//! the office, the latest for terms that it wants to hold somebody else to.

use crate::counting::Step;
use crate::counting::dates::{dmy, iso};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is known of a message on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "how")]
pub enum Arrival {
    /// Handed over to the addressee, or to somebody for them.
    Handed {
        /// By the receipt of delivery.
        on: NaiveDate,
    },
    /// Offered, and the addressee refused to take it.
    Refused { on: NaiveDate },
    /// It lay at the branch and nobody came for it.
    NotCollected {
        /// The day it arrived at the branch or was first offered.
        arrived: NaiveDate,
        /// The day it was sent back, when that is known.
        #[serde(default)]
        returned: Option<NaiveDate>,
    },
    /// It reached the electronic box that the addressee named.
    Electronic {
        /// The day on which it could first be opened there.
        on: NaiveDate,
    },
}

/// TermOf term runs from the delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TermOf {
    /// The office's own, counted from the earliest possible day.
    Ours,
    /// The other side's, counted from the latest possible day.
    Theirs,
}

/// The day from whose next day a term runs, and why that day.
///
/// `None` while a message that nobody collected may still be collected: then a term of the other
/// side does not run yet.
#[must_use]
pub fn delivered(arrival: Arrival, whose: TermOf) -> Option<Step> {
    let step = |date: NaiveDate, ru: String, en: String| {
        Some(Step {
            text_ru: ru,
            text_en: en,
            date,
        })
    };
    match (arrival, whose) {
        (Arrival::Handed { on }, _) => step(
            on,
            format!("вручено {}", dmy(on)),
            format!("handed over on {}", iso(on)),
        ),
        (Arrival::Electronic { on }, _) => step(
            on,
            format!("поступило на названный адрес {}", dmy(on)),
            format!("reached the address that was named on {}", iso(on)),
        ),
        (Arrival::Refused { on }, _) => step(
            on,
            format!(
                "{} адресат отказался получить; сообщение считается доставленным (ГК 165.1)",
                dmy(on)
            ),
            format!(
                "on {} the addressee refused it; the message counts as delivered (Civil Code 165.1)",
                iso(on)
            ),
        ),
        (Arrival::NotCollected { arrived, .. }, TermOf::Ours) => step(
            arrived,
            format!(
                "пришло {} и не было получено; считается доставленным (ГК 165.1), из осторожности — с этого дня",
                dmy(arrived)
            ),
            format!(
                "arrived on {} and was not collected; it counts as delivered (Civil Code 165.1), to be careful from that day",
                iso(arrived)
            ),
        ),
        (Arrival::NotCollected { arrived, returned }, TermOf::Theirs) => {
            let returned = returned?.max(arrived);
            step(
                returned,
                format!(
                    "адресат не пришёл за письмом; оно возвращено {} и считается доставленным (ГК 165.1)",
                    dmy(returned)
                ),
                format!(
                    "the addressee did not come for the letter; it was returned on {} and counts as delivered (Civil Code 165.1)",
                    iso(returned)
                ),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, m, d).expect("a real day")
    }

    #[test]
    fn the_cautious_day_is_taken() {
        let waiting = Arrival::NotCollected {
            arrived: day(11, 3),
            returned: None,
        };
        let back = Arrival::NotCollected {
            arrived: day(11, 3),
            returned: Some(day(12, 4)),
        };
        let date = |arrival, whose| delivered(arrival, whose).map(|step| step.date);
        assert_eq!(date(waiting, TermOf::Ours), Some(day(11, 3)));
        assert_eq!(date(waiting, TermOf::Theirs), None);
        assert_eq!(date(back, TermOf::Ours), Some(day(11, 3)));
        assert_eq!(date(back, TermOf::Theirs), Some(day(12, 4)));
    }

    #[test]
    fn a_refusal_to_take_it_delivers_it() {
        let step =
            delivered(Arrival::Refused { on: day(11, 9) }, TermOf::Theirs).expect("delivered");
        assert_eq!(step.date, day(11, 9));
        assert!(step.text_ru.contains("165.1"));
        for arrival in [
            Arrival::Handed { on: day(11, 9) },
            Arrival::Electronic { on: day(11, 9) },
        ] {
            for whose in [TermOf::Ours, TermOf::Theirs] {
                assert_eq!(delivered(arrival, whose).map(|s| s.date), Some(day(11, 9)));
            }
        }
    }
}
