//! One figure of an estimate: how much, of what, by which formula and article.

use crate::law::certainty::Certainty;
use crate::law::citation::in_english;
use complaint::Money;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The head of loss that a figure belongs to, as a statement of claim sorts its sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HeadOfLoss {
    /// The sum demanded, or the part of it that is paid.
    Principal,
    /// For each day of lateness, by law or by the contract (неустойка, ГК 330).
    Penalty,
    /// On money that is paid late, where no penalty is named (ГК 395).
    Interest,
    /// Half of what is awarded to a consumer (ЗоЗПП 13 п. 6).
    Fine,
    /// Compensation of moral harm (ЗоЗПП 15).
    Moral,
    /// What an expert opinion costs the side that bears it.
    Expertise,
    /// Representation, the office's own and what the loser pays of the other side's (ГПК 100).
    Lawyers,
    /// The state fee that a consumer is spared and the loser pays (ГПК 103).
    CourtFee,
}

/// One sum of an estimate, told in words that an owner can check by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExposureFigure {
    pub head: HeadOfLoss,
    /// By the law as it surely stands.
    pub sum: Money,
    /// What it comes to if the later law covers this event as well, where that is not settled.
    pub if_later_law: Option<Money>,
    /// The multiplication and its limits in Russian, for a reader without the law at hand.
    pub formula_ru: String,
    /// [`Self::formula_ru`] for a reader of English.
    pub formula_en: String,
    /// Act and article; empty for a pure assumption.
    pub citation: String,
    /// [`Self::citation`] as [`in_english`] puts it.
    pub citation_en: String,
    /// `None` for an assumption of the office, which no rule backs.
    pub certainty: Option<Certainty>,
}

pub(super) fn principal_figure(sum: Money) -> ExposureFigure {
    ExposureFigure {
        head: HeadOfLoss::Principal,
        sum,
        if_later_law: None,
        formula_ru: format!("сумма требования: {}", roubles(sum)),
        formula_en: format!("the sum demanded: {}", roubles(sum)),
        citation: String::new(),
        citation_en: String::new(),
        certainty: None,
    }
}

/// A figure that no rule gives: the office's guess of what a court does.
pub(super) fn assumed(
    head: HeadOfLoss,
    sum: Money,
    ru: &str,
    en: &str,
    citation: &str,
) -> ExposureFigure {
    ExposureFigure {
        head,
        sum,
        if_later_law: None,
        formula_ru: format!("допущение офиса: {} — {ru}", roubles(sum)),
        formula_en: format!("an assumption of the office: {}, {en}", roubles(sum)),
        citation: citation.to_owned(),
        citation_en: in_english(citation).into_owned(),
        certainty: None,
    }
}

pub(super) fn total(figures: &[ExposureFigure]) -> Money {
    within_money(figures.iter().map(|f| i128::from(f.sum.kopecks())).sum())
}

/// The total if the later law covers this event as well.
pub(super) fn total_later(figures: &[ExposureFigure]) -> Money {
    let sums = figures.iter().map(|f| f.if_later_law.unwrap_or(f.sum));
    within_money(sums.map(|sum| i128::from(sum.kopecks())).sum())
}

pub(super) fn plus(a: Money, b: Money) -> Money {
    within_money(i128::from(a.kopecks()) + i128::from(b.kopecks()))
}

pub(super) fn kopecks(sum: i64) -> Money {
    within_money(sum.into())
}

/// A sum within what [`Money`] holds; larger ones stop at its ceiling.
pub(super) fn within_money(sum: i128) -> Money {
    i64::try_from(sum.clamp(0, Money::CEILING.kopecks().into()))
        .ok()
        .and_then(|sum| Money::from_kopecks(sum).ok())
        .unwrap_or_else(|| Money::from_kopecks(0).expect("nothing is a sum"))
}

/// «4 590,00 ₽» with no-break spaces; both languages write roubles so here.
pub(super) fn roubles(sum: Money) -> String {
    let (whole, part) = (sum.kopecks() / 100, sum.kopecks() % 100);
    let digits = whole.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('\u{a0}');
        }
        out.push(digit);
    }
    if part > 0 {
        out.push_str(&format!(",{part:02}"));
    }
    out.push_str("\u{a0}₽");
    out
}

/// Hundredths of a per cent as «16,5» or "16.5", by the decimal mark.
pub(super) fn percent(hundredths: u64, mark: char) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    match (part, part % 10) {
        (0, _) => whole.to_string(),
        (_, 0) => format!("{whole}{mark}{}", part / 10),
        _ => format!("{whole}{mark}{part:02}"),
    }
}
