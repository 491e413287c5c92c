//! What a court would add: costs, moral harm and the fine.

use super::dispute::{CourtAssumptions, Dispute};
use super::figure::{
    ExposureFigure, HeadOfLoss, assumed, kopecks, plus, principal_figure, roubles, total,
    total_later, within_money,
};
use super::lateness::lateness;
use crate::law::body::Law;
use crate::law::citation::in_english;
use chrono::NaiveDate;
use complaint::Money;

/// The first day of the event for which the exceptions from the fine and the cap of the penalty stand
/// (500-ФЗ of 28.12.2025).
const EXCEPTIONS_FROM: (i32, u32, u32) = (2026, 2, 1);

/// Paid without a court on a day.
pub(super) fn paid(
    dispute: &Dispute,
    assumptions: &CourtAssumptions,
    principal: Money,
    day: NaiveDate,
) -> Vec<ExposureFigure> {
    let mut figures = vec![principal_figure(principal)];
    figures.extend(lateness(dispute, assumptions, principal, day));
    figures
}

/// Refused, and the office is right: it bears its own costs.
pub(super) fn won(assumptions: &CourtAssumptions) -> Vec<ExposureFigure> {
    vec![
        assumed(
            HeadOfLoss::Expertise,
            assumptions.expertise,
            "экспертизу оплачивает продавец; взыскать её с покупателя можно, если недостаток возник по его вине",
            "the seller pays for the expertise; it can be claimed from the customer if the defect is their fault",
            "ЗоЗПП № 2300-1, ст. 18 п. 5",
        ),
        assumed(
            HeadOfLoss::Lawyers,
            assumptions.own_lawyer,
            "свой юрист; часть расходов суд может возместить",
            "the office's own lawyer; the court may award a part of it",
            "ГПК РФ, ст. 100",
        ),
    ]
}

/// Refused, and the complainant is right, by a judgment of that day.
pub(super) fn lost(
    law: &Law,
    dispute: &Dispute,
    assumptions: &CourtAssumptions,
    principal: Money,
    judged: NaiveDate,
) -> Vec<ExposureFigure> {
    let mut figures = paid(dispute, assumptions, principal, judged);
    if dispute.regime.is_consumer() {
        figures.push(assumed(
            HeadOfLoss::Moral,
            assumptions.moral,
            "по практике судов вашего места",
            "as the courts of your place award it",
            "ЗоЗПП № 2300-1, ст. 15",
        ));
        figures.extend(fine(law, dispute, &figures));
    }
    figures.push(assumed(
        HeadOfLoss::Expertise,
        assumptions.expertise,
        "экспертиза, которую оплачивает проигравший",
        "the expertise, which the loser pays",
        "ГПК РФ, ст. 98",
    ));
    figures.push(assumed(
        HeadOfLoss::Lawyers,
        plus(assumptions.own_lawyer, assumptions.their_lawyer),
        &format!(
            "свой юрист {} и юрист заявителя {}",
            roubles(assumptions.own_lawyer),
            roubles(assumptions.their_lawyer)
        ),
        &format!(
            "the office's lawyer {} and the complainant's {}",
            roubles(assumptions.own_lawyer),
            roubles(assumptions.their_lawyer)
        ),
        "ГПК РФ, ст. 98, 100",
    ));
    figures.push(assumed(
        HeadOfLoss::CourtFee,
        assumptions.court_fee,
        "пошлина, от которой освобождён потребитель, ложится на проигравшего",
        "the fee that a consumer is spared falls on the loser",
        "ГПК РФ, ст. 103",
    ));
    figures
}

/// Half of what is awarded to the consumer.
fn fine(law: &Law, dispute: &Dispute, awarded: &[ExposureFigure]) -> Option<ExposureFigure> {
    let rules = law.rules_on(dispute.event, Some(dispute.regime));
    let rule = rules.iter().find(|rule| rule.id.ends_with(".court_fine"))?;
    let (year, month, day) = EXCEPTIONS_FROM;
    let exceptions = NaiveDate::from_ymd_opt(year, month, day).is_some_and(|d| dispute.event >= d);
    let (base, base_later) = (total(awarded), total_later(awarded));
    let half = |sum: Money| within_money((i128::from(sum.kopecks()) + 1) / 2);
    let nothing = kopecks(0);
    let (sum, later) = match (dispute.excused, exceptions) {
        (true, true) => (nothing, None),
        (true, false) => (half(base), Some(nothing)),
        (false, _) => (half(base), (base != base_later).then(|| half(base_later))),
    };
    let (mut ru, mut en) = (
        format!("50\u{a0}% от присуждённого {}", roubles(base)),
        format!("50% of the {} awarded", roubles(base)),
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
    Some(ExposureFigure {
        head: HeadOfLoss::Fine,
        sum,
        if_later_law: later,
        formula_ru: ru,
        formula_en: en,
        citation: rule.citation.clone(),
        citation_en: in_english(&rule.citation).into_owned(),
        certainty: Some(rule.certainty),
    })
}
