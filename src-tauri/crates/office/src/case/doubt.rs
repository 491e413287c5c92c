//! What to ask about the rules a case was taken in under. Nothing is changed by itself: the office says.

use complaint::{ComplaintFields, DemandKind, PartyKind, Regime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why the rules may be the wrong ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RegimeDoubt {
    /// Taken in as a seller's dispute with a platform, and a buyer seems to write.
    BuyerOfPlatform,
    /// A firm or a sole trader writes under rules for consumers.
    FirmAsConsumer,
}

/// A doubt about the rules of a case, and the rules to go by instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegimeQuestion {
    pub doubt: RegimeDoubt,
    pub instead: Regime,
}

/// Whether a firm or a sole trader writes, who buys for business as a rule.
pub(crate) fn is_business(fields: &ComplaintFields) -> bool {
    let who = &fields.matter.complainant;
    is_firm(who.kind, &who.name)
}

/// The same of whoever bears that name.
pub(crate) fn is_firm(kind: PartyKind, name: &str) -> bool {
    let name = name.trim();
    kind == PartyKind::Organisation
        || russian::name::is_organisation(name)
        || russian::name::is_sole_trader(name)
}

/// As what the law is asked about a demand. Of a firm that sells on a platform it is one of a seller, whatever
/// it asks: the norms for what buyers ask protect consumers alone.
pub(crate) fn asked_as(regime: Regime, business: bool, demand: DemandKind) -> DemandKind {
    if business && regime == Regime::Platform && is_of_buyer(demand) {
        DemandKind::Other
    } else {
        demand
    }
}

/// The same of a demand under a complaint.
pub(crate) fn law_asked(fields: &ComplaintFields, demand: DemandKind) -> DemandKind {
    asked_as(fields.matter.regime, is_business(fields), demand)
}

/// What is to be asked of a complaint with these demands.
pub(crate) fn regime_question(
    fields: &ComplaintFields,
    demands: impl IntoIterator<Item = DemandKind>,
) -> Option<RegimeQuestion> {
    let regime = fields.matter.regime;
    let business = is_business(fields);
    if regime == Regime::Platform && !business {
        let mut demands = demands.into_iter().peekable();
        let nothing = demands.peek().is_none();
        return (nothing || demands.any(is_of_buyer)).then_some(RegimeQuestion {
            doubt: RegimeDoubt::BuyerOfPlatform,
            instead: Regime::Distance,
        });
    }
    (business && regime.is_consumer() && !protects_firms(regime)).then_some(RegimeQuestion {
        doubt: RegimeDoubt::FirmAsConsumer,
        instead: Regime::B2b,
    })
}

/// Whether the rules have terms of their own for whoever is served, a firm as well: their acts speak of
/// passengers and senders, of owners and users of premises, of subscribers and clients.
fn protects_firms(regime: Regime) -> bool {
    matches!(
        regime,
        Regime::Carriage
            | Regime::Passenger
            | Regime::Housing
            | Regime::Communal
            | Regime::Telecom
            | Regime::Finance
    )
}

/// What somebody asks who has bought a thing.
fn is_of_buyer(demand: DemandKind) -> bool {
    use DemandKind as D;
    matches!(
        demand,
        D::Refund
            | D::Replacement
            | D::Repair
            | D::FixDefects
            | D::Exchange
            | D::PriceReduction
            | D::Expenses
            | D::MoralDamages
            | D::LoanItem
            | D::ContractRefusal
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken_in(regime: Regime, name: &str) -> ComplaintFields {
        let mut fields: ComplaintFields = serde_json::from_value(serde_json::json!({
            "kind": "claim", "regime": regime, "channel": "email",
            "received_at": "2026-11-09T11:40:00+03:00", "backdating_reason": null,
            "complainant": { "name": name }, "subject": "", "text": "Чайник течёт.",
        }))
        .unwrap();
        fields.matter.regime = regime;
        fields
    }

    #[test]
    fn a_buyer_is_told_from_a_seller_and_a_firm_from_a_consumer() {
        let asked = |regime, name: &str, demands: &[DemandKind]| {
            regime_question(&taken_in(regime, name), demands.iter().copied())
                .map(|question| (question.doubt, question.instead))
        };
        use DemandKind as D;
        let buyer = Some((RegimeDoubt::BuyerOfPlatform, Regime::Distance));
        let firm = Some((RegimeDoubt::FirmAsConsumer, Regime::B2b));
        let person = "Соколова Марина Львовна";
        assert_eq!(asked(Regime::Platform, person, &[D::Refund]), buyer);
        assert_eq!(asked(Regime::Platform, person, &[]), buyer);
        assert_eq!(asked(Regime::Platform, person, &[D::Payment]), None);
        assert_eq!(
            asked(Regime::Platform, "ИП Носов А. А.", &[D::Refund]),
            None
        );
        assert_eq!(asked(Regime::Distance, person, &[D::Refund]), None);
        for name in [
            "ООО «Вектор»",
            "ИП Носов А. А.",
            "ип Носов А. А.",
            "И.П. Носов Андрей Андреевич",
            "Индивидуальный предприниматель Носов А. А.",
            "АО Север",
        ] {
            assert_eq!(asked(Regime::Goods, name, &[D::Refund]), firm, "{name}");
            assert_eq!(asked(Regime::B2b, name, &[D::Refund]), None, "{name}");
            assert_eq!(asked(Regime::Neighbour, name, &[D::Refund]), None, "{name}");
            for regime in [
                Regime::Carriage,
                Regime::Passenger,
                Regime::Housing,
                Regime::Communal,
                Regime::Telecom,
                Regime::Finance,
            ] {
                assert_eq!(asked(regime, name, &[D::Refund]), None, "{name} {regime:?}");
            }
        }
    }
}
