//! Lateness where no law names a penalty: the penalty of the contract, and interest on another's money
//! at the key rate (ГК 395).

use super::{Dispute, Figure, Part, Stakes, said, wide};
use crate::citation::in_english;
use crate::count::{dmy, iso};
use crate::law::Certainty;
use chrono::{Datelike, NaiveDate};
use complaint::Money;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A penalty that the contract itself names for each day of lateness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ContractPenalty {
    /// Hundredths of a per cent of the sum for each day: 10 is 0.1 % a day.
    pub basis_points_per_day: u32,
    /// The most it comes to, in per cent of the sum; none where the contract sets no limit.
    #[serde(default)]
    pub cap_percent: Option<u32>,
}

/// «16,5» or "16.5" out of hundredths.
pub(super) fn rate(hundredths: u32, mark: char) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    match (part, part % 10) {
        (0, _) => whole.to_string(),
        (_, 0) => format!("{whole}{mark}{}", part / 10),
        _ => format!("{whole}{mark}{part:02}"),
    }
}

/// The penalty of the contract on a sum that is paid on a day, after the last legal one.
pub(super) fn contract(dispute: &Dispute, principal: Money, day: NaiveDate) -> Option<Figure> {
    let agreed = dispute.contract?;
    let late = late(dispute, day)?;
    let of = i128::from(principal.kopecks());
    let full = (of * i128::from(agreed.basis_points_per_day) * i128::from(late) + 5_000) / 10_000;
    let cap = agreed
        .cap_percent
        .map(|percent| (of * i128::from(percent) + 50) / 100);
    let sum = wide(cap.map_or(full, |cap| full.min(cap)));
    let bp = agreed.basis_points_per_day;
    let mut ru = format!(
        "по договору {}\u{a0}% в день от {} × {late} дн. после срока",
        rate(bp, ','),
        said(principal)
    );
    let mut en = format!(
        "by the contract {}% a day of {} × {late} days late",
        rate(bp, '.'),
        said(principal)
    );
    if let (Some(percent), Some(cap)) = (agreed.cap_percent, cap) {
        ru.push_str(&format!(
            ", не больше {percent}\u{a0}%: {}",
            said(wide(cap))
        ));
        en.push_str(&format!(", at most {percent}%: {}", said(wide(cap))));
    }
    Some(Figure {
        part: Part::Penalty,
        sum,
        if_later_law: None,
        formula_ru: ru,
        formula_en: en,
        citation: "договор; ГК РФ, ст. 330".to_owned(),
        citation_en: in_english("договор; ГК РФ, ст. 330").into_owned(),
        certainty: None,
    })
}

/// Interest on a sum of money that is paid late, at the key rate that the office assumes.
pub(super) fn on_money(
    dispute: &Dispute,
    stakes: &Stakes,
    principal: Money,
    day: NaiveDate,
) -> Option<Figure> {
    if !dispute.money {
        return None;
    }
    let late = late(dispute, day)?;
    let due = dispute.due?;
    let sum = interest(principal, stakes.key_rate, due, day);
    let on = stakes.key_rate_on;
    Some(Figure {
        part: Part::Interest,
        sum,
        if_later_law: None,
        formula_ru: format!(
            "{} × ключевая ставка {}\u{a0}% годовых × {late} дн. после срока; ставка — допущение офиса на {}",
            said(principal),
            rate(stakes.key_rate, ','),
            dmy(on)
        ),
        formula_en: format!(
            "{} × the key rate of {}% a year × {late} days late; the rate is an assumption of the office as of {}",
            said(principal),
            rate(stakes.key_rate, '.'),
            iso(on)
        ),
        citation: "ГК РФ, ст. 395 п. 1".to_owned(),
        citation_en: in_english("ГК РФ, ст. 395 п. 1").into_owned(),
        certainty: Some(Certainty::Memory),
    })
}

fn late(dispute: &Dispute, day: NaiveDate) -> Option<u32> {
    u32::try_from((day - dispute.due?).num_days())
        .ok()
        .filter(|days| *days > 0)
}

/// Interest at a yearly rate in hundredths of a per cent for the days after `due` up to `day`, each by
/// the length of its own year, rounded to a kopeck once.
pub(super) fn interest(sum: Money, rate: u32, due: NaiveDate, day: NaiveDate) -> Money {
    let (mut usual, mut leap) = (0i128, 0i128);
    for year in due.year()..=day.year() {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(due);
        let last = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(day);
        let from = due.succ_opt().unwrap_or(due).max(first);
        let days = (day.min(last) - from).num_days() + 1;
        let days = i128::from(days.max(0));
        if first.leap_year() {
            leap += days;
        } else {
            usual += days;
        }
    }
    let of = i128::from(sum.kopecks()) * i128::from(rate);
    // Both years brought to one denominator: 365 × 366.
    let over = of * (usual * 366 + leap * 365);
    let whole = 10_000 * 365 * 366;
    wide((over + whole / 2) / whole)
}
