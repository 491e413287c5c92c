//! What each answer may cost: an estimate, every figure with its formula and where it comes from.
//!
//! Only what the law lets reckon is reckoned; what a court would decide is an assumption of the office
//! and is marked as one.

mod interest;

pub use interest::ContractPenalty;

use crate::citation::in_english;
use crate::law::{Certainty, Law, PenaltyFigure};
use chrono::{Days, NaiveDate};
use complaint::{Money, Regime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The first day of the event for which the exceptions from the fine and the cap of the penalty stand
/// (500-ФЗ of 28.12.2025).
const EXCEPTIONS_FROM: (i32, u32, u32) = (2026, 2, 1);
/// Points of each curve, the first and the last day among them.
const POINTS: u64 = 13;

/// What the office assumes of a court case. Nobody publishes these; they are to be edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Stakes {
    /// Days from today until a court decides.
    pub days_to_judgment: u32,
    /// An expertise.
    pub expertise: Money,
    /// The office's own lawyer.
    pub own_lawyer: Money,
    /// The other side's lawyer, whom the loser pays.
    pub their_lawyer: Money,
    /// The court's fee, which the loser pays.
    pub court_fee: Money,
    /// Moral harm, as courts of the place award it.
    pub moral: Money,
    /// The key rate of the Bank of Russia, in hundredths of a per cent a year: 1650 is 16.5 %.
    pub key_rate: u32,
    /// Since when the office knows it to be so.
    pub key_rate_on: NaiveDate,
}

impl Default for Stakes {
    fn default() -> Self {
        Self {
            days_to_judgment: 180,
            expertise: kopecks(1_500_000),
            own_lawyer: kopecks(2_000_000),
            their_lawyer: kopecks(1_500_000),
            court_fee: kopecks(400_000),
            moral: kopecks(500_000),
            key_rate: 1_600,
            key_rate_on: NaiveDate::from_ymd_opt(2025, 12, 22).unwrap_or_default(),
        }
    }
}

/// What is disputed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
    /// The regime.
    pub regime: Regime,
    /// The day of the demand: it picks the version of each rule.
    pub event: NaiveDate,
    /// Today.
    pub today: NaiveDate,
    /// The last legal day of the demand; without one no penalty is reckoned.
    pub due: Option<NaiveDate>,
    /// The sum that is demanded.
    pub asked: Money,
    /// The sum that the office would pay of it.
    pub offered: Money,
    /// The penalty for lateness, as the clock of the demand has it.
    pub penalty: Option<PenaltyFigure>,
    /// Money is demanded, so that its lateness bears interest where no penalty does.
    pub money: bool,
    /// The penalty that the contract names.
    pub contract: Option<ContractPenalty>,
    /// The consumer was at fault or evaded, a counterparty chosen in good faith failed, or mediation succeeded.
    pub excused: bool,
}

/// An answer the office can give, and how it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// All is paid today.
    SettleNow,
    /// A part is paid today.
    Partly,
    /// Refused, and the court agrees with the office.
    RefuseAndWin,
    /// Refused, and the court agrees with the complainant.
    RefuseAndLose,
}

/// What a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The sum demanded, or the part of it that is paid.
    Principal,
    /// The penalty for lateness.
    Penalty,
    /// Interest on money that is paid late.
    Interest,
    /// The fine of fifty per cent.
    Fine,
    /// Moral harm.
    Moral,
    /// An expertise.
    Expertise,
    /// Lawyers.
    Lawyers,
    /// The court's fee.
    CourtFee,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Figure {
    /// What it is.
    pub part: Part,
    /// How much.
    pub sum: Money,
    /// How much if the later law covers this event as well, where that is not settled.
    pub if_later_law: Option<Money>,
    /// How it is reckoned, in Russian.
    pub formula_ru: String,
    /// How it is reckoned, in English.
    pub formula_en: String,
    /// Act and article; empty for a pure assumption.
    pub citation: String,
    /// The same for a reader of English.
    pub citation_en: String,
    /// How sure we are of the rule; `None` for an assumption of the office.
    pub certainty: Option<Certainty>,
}

/// The price of one answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Priced {
    /// The answer.
    pub answer: Answer,
    /// Its figures.
    pub figures: Vec<Figure>,
    /// Their sum.
    pub total: Money,
    /// Their sum if the later law covers this event as well, where that differs.
    pub total_if_later_law: Option<Money>,
    /// Of a part: what comes on top if the complainant sues for the rest and wins.
    pub at_risk: Option<Money>,
    /// The total over time, from today to the day of the judgment: what it would be on that day.
    pub curve: Vec<Point>,
}

/// A total on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Point {
    /// The day.
    pub day: NaiveDate,
    /// The total.
    pub total: Money,
}

/// The price of each answer, in the order of [`Answer`].
#[must_use]
pub fn price(law: &Law, dispute: &Dispute, stakes: &Stakes) -> Vec<Priced> {
    let judged = dispute
        .today
        .checked_add_days(Days::new(stakes.days_to_judgment.into()))
        .unwrap_or(dispute.today);
    let offered = dispute.offered.min(dispute.asked);
    let rest = kopecks(dispute.asked.kopecks() - offered.kopecks());
    let court = |principal, day| lost(law, dispute, stakes, principal, day);
    let settled = |principal, day| paid(dispute, stakes, principal, day);
    let curve = |figures: &dyn Fn(NaiveDate) -> Vec<Figure>| -> Vec<Point> {
        days(dispute.today, judged)
            .map(|day| Point {
                day,
                total: total(&figures(day)),
            })
            .collect()
    };
    let win = won(stakes);
    let of = |answer, figures: Vec<Figure>, curve, at_risk| {
        let later = total_later(&figures);
        let total = total(&figures);
        Priced {
            answer,
            figures,
            total,
            total_if_later_law: Some(later).filter(|later| *later != total),
            at_risk,
            curve,
        }
    };
    vec![
        of(
            Answer::SettleNow,
            settled(dispute.asked, dispute.today),
            curve(&|day| settled(dispute.asked, day)),
            None,
        ),
        of(
            Answer::Partly,
            settled(offered, dispute.today),
            curve(&|day| settled(offered, day)),
            (rest.kopecks() > 0).then(|| total(&court(rest, judged))),
        ),
        of(
            Answer::RefuseAndWin,
            win.clone(),
            curve(&|_| win.clone()),
            None,
        ),
        of(
            Answer::RefuseAndLose,
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

/// Paid without a court on a day.
fn paid(dispute: &Dispute, stakes: &Stakes, principal: Money, day: NaiveDate) -> Vec<Figure> {
    let mut figures = vec![principal_figure(principal)];
    figures.extend(lateness(dispute, stakes, principal, day));
    figures
}

/// What lateness costs: the penalty of law or of the contract, whichever is more, and where neither
/// is named interest on the money (ГК 395 п. 4 leaves one of them).
fn lateness(
    dispute: &Dispute,
    stakes: &Stakes,
    principal: Money,
    day: NaiveDate,
) -> Option<Figure> {
    let by_law = penalty(dispute, principal, day);
    let by_contract = interest::contract(dispute, principal, day);
    match (by_law, by_contract) {
        (Some(law), Some(contract)) if contract.sum > law.sum => Some(contract),
        (Some(law), _) => Some(law),
        (None, Some(contract)) => Some(contract),
        (None, None) if dispute.penalty.is_none() && dispute.contract.is_none() => {
            interest::on_money(dispute, stakes, principal, day)
        }
        (None, None) => None,
    }
}

/// Refused, and the office is right: it bears its own costs.
fn won(stakes: &Stakes) -> Vec<Figure> {
    vec![
        assumed(
            Part::Expertise,
            stakes.expertise,
            "экспертизу оплачивает продавец; взыскать её с покупателя можно, если недостаток возник по его вине",
            "the seller pays for the expertise; it can be claimed from the customer if the defect is their fault",
            "ЗоЗПП № 2300-1, ст. 18 п. 5",
        ),
        assumed(
            Part::Lawyers,
            stakes.own_lawyer,
            "свой юрист; часть расходов суд может возместить",
            "the office's own lawyer; the court may award a part of it",
            "ГПК РФ, ст. 100",
        ),
    ]
}

/// Refused, and the complainant is right, by a judgment of that day.
fn lost(
    law: &Law,
    dispute: &Dispute,
    stakes: &Stakes,
    principal: Money,
    judged: NaiveDate,
) -> Vec<Figure> {
    let mut figures = paid(dispute, stakes, principal, judged);
    let consumer = of_consumer(dispute.regime);
    if consumer {
        figures.push(assumed(
            Part::Moral,
            stakes.moral,
            "по практике судов вашего места",
            "as the courts of your place award it",
            "ЗоЗПП № 2300-1, ст. 15",
        ));
        figures.extend(fine(law, dispute, &figures));
    }
    figures.push(assumed(
        Part::Expertise,
        stakes.expertise,
        "экспертиза, которую оплачивает проигравший",
        "the expertise, which the loser pays",
        "ГПК РФ, ст. 98",
    ));
    figures.push(assumed(
        Part::Lawyers,
        plus(stakes.own_lawyer, stakes.their_lawyer),
        &format!(
            "свой юрист {} и юрист заявителя {}",
            said(stakes.own_lawyer),
            said(stakes.their_lawyer)
        ),
        &format!(
            "the office's lawyer {} and the complainant's {}",
            said(stakes.own_lawyer),
            said(stakes.their_lawyer)
        ),
        "ГПК РФ, ст. 98, 100",
    ));
    figures.push(assumed(
        Part::CourtFee,
        stakes.court_fee,
        "пошлина, от которой освобождён потребитель, ложится на проигравшего",
        "the fee that a consumer is spared falls on the loser",
        "ГПК РФ, ст. 103",
    ));
    figures
}

/// Whether the consumer law with its fine applies.
fn of_consumer(regime: Regime) -> bool {
    !matches!(
        regime,
        Regime::B2b
            | Regime::Platform
            | Regime::Neighbour
            | Regime::PersonalData
            | Regime::General
            | Regime::None
    )
}

fn principal_figure(sum: Money) -> Figure {
    Figure {
        part: Part::Principal,
        sum,
        if_later_law: None,
        formula_ru: format!("сумма требования: {}", said(sum)),
        formula_en: format!("the sum demanded: {}", said(sum)),
        citation: String::new(),
        citation_en: String::new(),
        certainty: None,
    }
}

/// The penalty for the days after the last legal one, up to a day. A part that is paid bears its part.
fn penalty(dispute: &Dispute, principal: Money, day: NaiveDate) -> Option<Figure> {
    let figure = dispute.penalty.as_ref()?;
    let per_day = figure.per_day?;
    let late = u32::try_from((day - dispute.due?).num_days())
        .ok()
        .filter(|&n| n > 0)?;
    // Of a part of the demand only the same part of the penalty is at stake.
    let share = |sum: Money| -> Money {
        let asked = i128::from(dispute.asked.kopecks());
        if asked == 0 || principal == dispute.asked {
            return sum;
        }
        wide((i128::from(sum.kopecks()) * i128::from(principal.kopecks()) + asked / 2) / asked)
    };
    let sum = share(figure.after_days(late)?);
    let later = figure
        .later_cap
        .map(|cap| share(figure.after_days(late).unwrap_or(cap).min(cap)));
    let mille = figure.penalty.per_mille_per_day;
    let (whole, tenth) = (mille / 10, mille % 10);
    let rate = |mark: char| match tenth {
        0 => whole.to_string(),
        _ => format!("{whole}{mark}{tenth}"),
    };
    let mut ru = format!(
        "{}\u{a0}% в день — {} × {late} дн. после срока",
        rate(','),
        said(per_day)
    );
    let mut en = format!("{}% a day, {} × {late} days late", rate('.'), said(per_day));
    if let Some(cap) = figure.cap {
        ru.push_str(&format!(", не больше {}", said(cap)));
        en.push_str(&format!(", at most {}", said(cap)));
    }
    if let Some(cap) = figure.later_cap {
        ru.push_str(&format!(
            "; если предел 2026 года действует и для этого события, не больше {}",
            said(cap)
        ));
        en.push_str(&format!(
            "; if the cap of 2026 covers this event as well, at most {}",
            said(cap)
        ));
    }
    if principal != dispute.asked {
        ru.push_str("; взята доля этой части требования");
        en.push_str("; the share of this part of the demand is taken");
    }
    Some(Figure {
        part: Part::Penalty,
        sum,
        if_later_law: later,
        formula_ru: ru,
        formula_en: en,
        citation: figure.penalty.citation.clone(),
        citation_en: in_english(&figure.penalty.citation).into_owned(),
        certainty: Some(figure.penalty.certainty),
    })
}

/// Half of what is awarded to the consumer.
fn fine(law: &Law, dispute: &Dispute, awarded: &[Figure]) -> Option<Figure> {
    let rules = law.rules_on(dispute.event, Some(dispute.regime));
    let rule = rules.iter().find(|rule| rule.id.ends_with(".court_fine"))?;
    let (year, month, day) = EXCEPTIONS_FROM;
    let exceptions = NaiveDate::from_ymd_opt(year, month, day).is_some_and(|d| dispute.event >= d);
    let (base, base_later) = (total(awarded), total_later(awarded));
    let half = |sum: Money| wide((i128::from(sum.kopecks()) + 1) / 2);
    let nothing = kopecks(0);
    let (sum, later) = match (dispute.excused, exceptions) {
        (true, true) => (nothing, None),
        (true, false) => (half(base), Some(nothing)),
        (false, _) => (half(base), (base != base_later).then(|| half(base_later))),
    };
    let (mut ru, mut en) = (
        format!("50\u{a0}% от присуждённого {}", said(base)),
        format!("50% of the {} awarded", said(base)),
    );
    match (dispute.excused, exceptions) {
        (true, true) => {
            ru = "штрафа нет: отмечено исключение (вина или уклонение потребителя, контрагент, медиация)".into();
            en = "no fine: an exception is ticked (the consumer's fault or evasion, a counterparty, mediation)".into();
        }
        (true, false) => {
            ru.push_str("; если исключения 2026 года действуют и для этого события, штрафа нет");
            en.push_str("; if the exceptions of 2026 cover this event as well, there is no fine");
        }
        (false, _) => {}
    }
    Some(Figure {
        part: Part::Fine,
        sum,
        if_later_law: later,
        formula_ru: ru,
        formula_en: en,
        citation: rule.citation.clone(),
        citation_en: in_english(&rule.citation).into_owned(),
        certainty: Some(rule.certainty),
    })
}

fn assumed(part: Part, sum: Money, ru: &str, en: &str, citation: &str) -> Figure {
    Figure {
        part,
        sum,
        if_later_law: None,
        formula_ru: format!("допущение офиса: {} — {ru}", said(sum)),
        formula_en: format!("an assumption of the office: {}, {en}", said(sum)),
        citation: citation.to_owned(),
        citation_en: in_english(citation).into_owned(),
        certainty: None,
    }
}

fn total(figures: &[Figure]) -> Money {
    wide(figures.iter().map(|f| i128::from(f.sum.kopecks())).sum())
}

fn total_later(figures: &[Figure]) -> Money {
    let sums = figures.iter().map(|f| f.if_later_law.unwrap_or(f.sum));
    wide(sums.map(|sum| i128::from(sum.kopecks())).sum())
}

fn plus(a: Money, b: Money) -> Money {
    wide(i128::from(a.kopecks()) + i128::from(b.kopecks()))
}

fn kopecks(sum: i64) -> Money {
    wide(sum.into())
}

/// A sum within what [`Money`] holds; larger ones stop at its ceiling.
fn wide(sum: i128) -> Money {
    let ceiling = 999_999_999_999_999;
    i64::try_from(sum.clamp(0, ceiling))
        .ok()
        .and_then(|sum| Money::from_kopecks(sum).ok())
        .unwrap_or_else(|| Money::from_kopecks(0).expect("nothing is a sum"))
}

/// «4 590,00 ₽» with no-break spaces; both languages write roubles so here.
fn said(sum: Money) -> String {
    let (roubles, part) = (sum.kopecks() / 100, sum.kopecks() % 100);
    let digits = roubles.to_string();
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
