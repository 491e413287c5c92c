//! What each answer may cost: an estimate, every figure with its formula and where it comes from.
//!
//! Only what the law lets reckon is reckoned; what a court would decide is an assumption of the office
//! and is marked as one.

use super::court::{lost, paid, won};
use super::dispute::{CourtAssumptions, Dispute};
use super::figure::{ExposureFigure, kopecks, total, total_later};
use crate::law::body::Law;
use chrono::{Days, NaiveDate};
use complaint::Money;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Points of each curve, the first and the last day among them.
const POINTS: u64 = 13;

/// An answer that the office can give, and how it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Scenario {
    /// All is paid today.
    SettleNow,
    /// A part is paid today.
    Partly,
    /// Refused, and the court agrees with the office.
    RefuseAndWin,
    /// Refused, and the court agrees with the complainant.
    RefuseAndLose,
}

/// What one scenario comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Exposure {
    pub scenario: Scenario,
    /// In the order in which a judgment would name them.
    pub figures: Vec<ExposureFigure>,
    /// The sum of the figures on the day on which the scenario ends.
    pub total: Money,
    /// The total if the later law covers this event as well, where that differs.
    pub total_if_later_law: Option<Money>,
    /// Of a part: what comes on top if the complainant sues for the rest and wins.
    pub at_risk: Option<Money>,
    /// The total over time, from today to the day of the judgment: what it would be on that day.
    pub curve: Vec<ExposurePoint>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExposurePoint {
    /// The day on which the money would be paid.
    pub day: NaiveDate,
    /// What would be paid on it in all.
    pub total: Money,
}

/// The exposure of each answer, in the order of [`Scenario`].
#[must_use]
pub fn estimate(law: &Law, dispute: &Dispute, assumptions: &CourtAssumptions) -> Vec<Exposure> {
    let judged = dispute
        .today
        .checked_add_days(Days::new(assumptions.days_to_judgment.into()))
        .unwrap_or(dispute.today);
    let offered = dispute.offered.min(dispute.asked);
    let rest = kopecks(dispute.asked.kopecks() - offered.kopecks());
    let court = |principal, day| lost(law, dispute, assumptions, principal, day);
    let settled = |principal, day| paid(dispute, assumptions, principal, day);
    let curve = |figures: &dyn Fn(NaiveDate) -> Vec<ExposureFigure>| -> Vec<ExposurePoint> {
        days(dispute.today, judged)
            .map(|day| ExposurePoint {
                day,
                total: total(&figures(day)),
            })
            .collect()
    };
    let win = won(assumptions);
    let of = |scenario, figures: Vec<ExposureFigure>, curve, at_risk| {
        let later = total_later(&figures);
        let total = total(&figures);
        Exposure {
            scenario,
            figures,
            total,
            total_if_later_law: Some(later).filter(|later| *later != total),
            at_risk,
            curve,
        }
    };
    vec![
        of(
            Scenario::SettleNow,
            settled(dispute.asked, dispute.today),
            curve(&|day| settled(dispute.asked, day)),
            None,
        ),
        of(
            Scenario::Partly,
            settled(offered, dispute.today),
            curve(&|day| settled(offered, day)),
            (rest.kopecks() > 0).then(|| total(&court(rest, judged))),
        ),
        of(
            Scenario::RefuseAndWin,
            win.clone(),
            curve(&|_| win.clone()),
            None,
        ),
        of(
            Scenario::RefuseAndLose,
            court(dispute.asked, judged),
            curve(&|day| court(dispute.asked, day)),
            None,
        ),
    ]
}

/// Days from one to another at even distances, both among them.
fn days(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let span = u64::try_from((to - from).num_days()).unwrap_or(0);
    let steps = span.clamp(1, POINTS - 1);
    (0..=steps).map(move |at| {
        from.checked_add_days(Days::new(span * at / steps))
            .unwrap_or(to)
    })
}
