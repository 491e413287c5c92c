//! What lateness costs: the penalty of the law or of the contract, and where neither is named interest
//! on another's money at the key rate (ГК 395).

use super::dispute::{CourtAssumptions, Dispute};
use super::figure::{ExposureFigure, HeadOfLoss, percent, roubles, within_money};
use crate::counting::dates::{dmy, iso};
use crate::law::certainty::Certainty;
use crate::law::citation::in_english;
use crate::law::penalty::{PenaltyStart, ReckonedPenalty};
use chrono::{Datelike, NaiveDate};
use complaint::Money;

/// What lateness costs: the penalty of law or of the contract, whichever is more, and where neither
/// is named interest on the money (ГК 395 п. 4 leaves one of them).
pub(super) fn lateness(
    dispute: &Dispute,
    assumptions: &CourtAssumptions,
    principal: Money,
    day: NaiveDate,
) -> Option<ExposureFigure> {
    let by_law = penalty(dispute, principal, day);
    let by_contract = contract(dispute, principal, day);
    match (by_law, by_contract) {
        (Some(law), Some(contract)) if contract.sum > law.sum => Some(contract),
        (Some(law), _) => Some(law),
        (None, Some(contract)) => Some(contract),
        (None, None) if dispute.penalty.is_none() && dispute.contract.is_none() => {
            on_money(dispute, assumptions, principal, day)
        }
        (None, None) => None,
    }
}

/// The day after which the penalty of the law runs, and whether it only stands in for an unknown day of
/// the contract.
fn runs_after(dispute: &Dispute, figure: &ReckonedPenalty) -> Option<(NaiveDate, bool)> {
    match figure.penalty.runs_from {
        PenaltyStart::LegalDay => dispute.due.map(|due| (due, false)),
        PenaltyStart::ContractDay => match dispute.contract_day {
            Some(day) => Some((day, false)),
            None => dispute.due.map(|due| (due, true)),
        },
    }
}

/// The penalty for the days of lateness, up to a day. A part that is paid bears its part.
fn penalty(dispute: &Dispute, principal: Money, day: NaiveDate) -> Option<ExposureFigure> {
    let figure = dispute.penalty.as_ref()?;
    let per_day = figure.per_day?;
    let (from, stands_in) = runs_after(dispute, figure)?;
    let late = u32::try_from((day - from).num_days())
        .ok()
        .filter(|days| *days > 0)?;
    // Of a part of the demand only the same part of the penalty is at stake.
    let share = |sum: Money| -> Money {
        let asked = i128::from(dispute.asked.kopecks());
        if asked == 0 || principal == dispute.asked {
            return sum;
        }
        within_money(
            (i128::from(sum.kopecks()) * i128::from(principal.kopecks()) + asked / 2) / asked,
        )
    };
    let accrued = figure.accrued(from, day)?;
    let straddles = figure.straddles(from, day);
    let later = figure
        .later_cap
        .filter(|cap| straddles && *cap < accrued)
        .map(share);
    let sum = share(accrued);
    let rate = u64::from(figure.penalty.per_mille_per_day) * 10;
    let (since_ru, since_en) = match (figure.penalty.runs_from, stands_in) {
        (PenaltyStart::LegalDay, _) => ("после срока".to_owned(), "days late".to_owned()),
        (PenaltyStart::ContractDay, false) => (
            format!("после дня по договору, {}", dmy(from)),
            format!("days after the day of the contract, {}", iso(from)),
        ),
        (PenaltyStart::ContractDay, true) => (
            format!(
                "после {}; считать надо с дня по договору, а он не указан",
                dmy(from)
            ),
            format!(
                "days after {}; it runs from the day of the contract, which isn't given",
                iso(from)
            ),
        ),
    };
    let mut ru = format!(
        "{}\u{a0}% в день — {} × {late} дн. {since_ru}",
        percent(rate, ','),
        roubles(per_day)
    );
    let mut en = format!(
        "{}% a day, {} × {late} {since_en}",
        percent(rate, '.'),
        roubles(per_day)
    );
    if let Some(cap) = figure.cap {
        ru.push_str(&format!(", не больше {}", roubles(cap)));
        en.push_str(&format!(", at most {}", roubles(cap)));
    }
    if let (Some(cap), Some(last), true) = (figure.later_cap, figure.penalty.valid_to, straddles) {
        ru.push_str(&format!(
            "; за дни после {} не больше {}; если предел действует и для прежних дней, не больше {} всего",
            dmy(last),
            roubles(cap),
            roubles(cap)
        ));
        en.push_str(&format!(
            "; for the days after {} at most {}; if the cap covers the earlier days as well, at most {} in all",
            iso(last),
            roubles(cap),
            roubles(cap)
        ));
    }
    if principal != dispute.asked {
        ru.push_str("; взята доля этой части требования");
        en.push_str("; the share of this part of the demand is taken");
    }
    Some(ExposureFigure {
        head: HeadOfLoss::Penalty,
        sum,
        if_later_law: later,
        formula_ru: ru,
        formula_en: en,
        citation: figure.penalty.citation.clone(),
        citation_en: in_english(&figure.penalty.citation).into_owned(),
        certainty: Some(figure.penalty.certainty),
    })
}

/// The penalty of the contract on a sum that is paid on a day, after the last legal one.
fn contract(dispute: &Dispute, principal: Money, day: NaiveDate) -> Option<ExposureFigure> {
    let agreed = dispute.contract?;
    let late = late(dispute, day)?;
    let of = i128::from(principal.kopecks());
    let full = (of * i128::from(agreed.basis_points_per_day) * i128::from(late) + 5_000) / 10_000;
    let cap = agreed
        .cap_percent
        .map(|percent| (of * i128::from(percent) + 50) / 100);
    let sum = within_money(cap.map_or(full, |cap| full.min(cap)));
    let rate = u64::from(agreed.basis_points_per_day);
    let mut ru = format!(
        "по договору {}\u{a0}% в день от {} × {late} дн. после срока",
        percent(rate, ','),
        roubles(principal)
    );
    let mut en = format!(
        "by the contract {}% a day of {} × {late} days late",
        percent(rate, '.'),
        roubles(principal)
    );
    if let (Some(percent), Some(cap)) = (agreed.cap_percent, cap) {
        ru.push_str(&format!(
            ", не больше {percent}\u{a0}%: {}",
            roubles(within_money(cap))
        ));
        en.push_str(&format!(
            ", at most {percent}%: {}",
            roubles(within_money(cap))
        ));
    }
    Some(ExposureFigure {
        head: HeadOfLoss::Penalty,
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
fn on_money(
    dispute: &Dispute,
    assumptions: &CourtAssumptions,
    principal: Money,
    day: NaiveDate,
) -> Option<ExposureFigure> {
    if !dispute.money {
        return None;
    }
    let late = late(dispute, day)?;
    let due = dispute.due?;
    let sum = interest(principal, assumptions.key_rate, due, day);
    let on = assumptions.key_rate_on;
    Some(ExposureFigure {
        head: HeadOfLoss::Interest,
        sum,
        if_later_law: None,
        formula_ru: format!(
            "{} × ключевая ставка {}\u{a0}% годовых × {late} дн. после срока; ставка — допущение офиса на {}",
            roubles(principal),
            percent(assumptions.key_rate.into(), ','),
            dmy(on)
        ),
        formula_en: format!(
            "{} × the key rate of {}% a year × {late} days late; the rate is an assumption of the office as of {}",
            roubles(principal),
            percent(assumptions.key_rate.into(), '.'),
            iso(on)
        ),
        citation: "ГК РФ, ст. 395 п. 1".to_owned(),
        citation_en: in_english("ГК РФ, ст. 395 п. 1").into_owned(),
        certainty: Some(Certainty::Memory),
    })
}

/// Days after the last legal one; none while the answer is in time.
fn late(dispute: &Dispute, day: NaiveDate) -> Option<u32> {
    u32::try_from((day - dispute.due?).num_days())
        .ok()
        .filter(|days| *days > 0)
}

/// Interest at a yearly rate in hundredths of a per cent for the days after `due` up to `day`, each by
/// the length of its own year, rounded to a kopeck once.
fn interest(sum: Money, rate: u32, due: NaiveDate, day: NaiveDate) -> Money {
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
    within_money((over + whole / 2) / whole)
}
