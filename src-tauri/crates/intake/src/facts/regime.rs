//! The body of rules a text falls under.
//!
//! Words weigh for a regime, each form once; the heaviest regime wins, and of
//! equals the one that stands earlier in the table, for it is the more special
//! one. Threats («подам в Роспотребнадзор», «обращусь в управляющую компанию»)
//! are left out first: they name others.

use super::demands::Asked;
use super::envelope::Envelope;
use super::firm::is_firm;
use super::regime_words::{Row, rows};
use super::sentence::sentences;
use crate::pattern::pattern;
use complaint::{DemandKind, Kind, Regime};
use regex::Regex;
use std::sync::LazyLock;

static THREAT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"обращусь|обратимся|обращаться|буду обращат|подам\b|подадим|пожалуюсь|напишу (?:в|жалоб|везде|отзыв)|вынужден[аы]? (?:буд|обра)|сообщу в|i will (?:report|contact|sue)",
    )
});

/// Words that say the goods were not handed over in time.
static LATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"не (?:был[аио]? )?(?:доставл|передан|привез|поставл|отгруж|отправл|пришел|пришла|пришло|пришли|получил|получен|прибыл)|не доставил|просроч[а-я]+ (?:доставк|поставк|передач)|срок[а-я]* (?:доставк|поставк|передач)[^.]{0,60}(?:истек|прош|сорв|наруш|перенос)|(?:доставк|поставк)[а-я]* (?:[а-я]+ )?(?:просроч|задерж|перенос|срыва|сорва|откладыва)|(?:задержк|задержив)[а-я]* (?:доставк|поставк)|до сих пор (?:[а-я]+ )?нет|(?:перенос|сдвига|откладыва)[а-я]* срок|обещал[аи]? (?:привезти|доставить|передать|отгрузить)|(?:not|never) (?:been )?(?:delivered|arrived|received)",
    )
});
static PAID: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"оплат|оплач|предоплат|аванс|внес(?:ен|ла|ли|\b)|заплат|перечисл|перевел|деньги (?:взяли|получили|списал)|купил|paid|prepaid",
    )
});

/// The regime that the words of a lower-case text weigh for.
pub(super) fn regime(
    low: &str,
    low_subject: &str,
    envelope: &Envelope<'_>,
    asked: &[Asked],
    of_state_body: bool,
) -> Regime {
    let kept: Vec<String> = sentences(low)
        .into_iter()
        .filter(|sentence| !THREAT.is_match(sentence))
        .collect();
    let text = format!("{low_subject}\n{}", kept.join("\n"));
    let weight = |of: Regime| -> u32 {
        rows()
            .iter()
            .filter(|row| row.regime == of)
            .flat_map(|row| &row.words)
            .map(|(word, weight)| {
                // The subject says what the matter is, so its words weigh twice.
                let times = u32::from(word.is_match(&text)) + u32::from(word.is_match(low_subject));
                weight * times
            })
            .sum()
    };
    let asks = |kind: DemandKind| asked.iter().any(|one| one.kind == kind);
    let from_firm = envelope.from_name.is_some_and(is_firm);
    let goods = weight(Regime::Goods);
    let mut best = (Regime::General, 1);
    // Who only threatens with a state body or tells of one is none.
    let heard = |row: &&Row| of_state_body || !row.regime.is_of_state_body();
    for row in rows().iter().filter(heard) {
        let words = weight(row.regime);
        let beside_words = [
            (
                Regime::Neighbour,
                words > 0 && asks(DemandKind::StopNuisance),
                2,
            ),
            (Regime::PersonalData, asks(DemandKind::Erasure), 4),
            // A sale through a site is a sale: its goods weigh for it too.
            (Regime::Distance, words >= 4, goods),
            (Regime::B2b, from_firm, 3),
        ];
        let more: u32 = beside_words
            .iter()
            .filter(|(regime, holds, _)| *regime == row.regime && *holds)
            .map(|(_, _, more)| more)
            .sum();
        if words + more > best.1 {
            best = (row.regime, words + more);
        }
    }
    let is_goods = matches!(best.0, Regime::Goods | Regime::Distance | Regime::General);
    let is_order = asks(DemandKind::Delivery) || text.contains("заказ") || text.contains("поставк");
    let has_goods = goods > 0 || best.0 == Regime::General && is_order;
    if is_goods && has_goods && LATE.is_match(&text) && PAID.is_match(&text) {
        return Regime::PrepaidGoods;
    }
    best.0
}

/// Thanks, and a review that asks for nothing and names no contract, are no
/// legal relation.
pub(super) fn for_kind(regime: Regime, kind: Kind, demands: &[DemandKind]) -> Regime {
    match kind {
        Kind::Gratitude => Regime::None,
        Kind::Review if demands.is_empty() && regime == Regime::General => Regime::None,
        Kind::Review | Kind::Claim | Kind::Complaint | Kind::Request | Kind::Authority => regime,
    }
}
