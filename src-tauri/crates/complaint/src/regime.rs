//! What follows from the body of rules a relation falls under.

use crate::{DemandKind, Regime};

impl Regime {
    /// What people mostly ask for under these rules, the most usual first: the
    /// office's own experience, offered before all else when a demand is named.
    pub fn usual_demands(self) -> &'static [DemandKind] {
        use DemandKind as D;
        match self {
            Self::Goods => &[
                D::Refund,
                D::Replacement,
                D::Repair,
                D::PriceReduction,
                D::Expenses,
            ],
            Self::Services | Self::Household => &[
                D::FixDefects,
                D::Refund,
                D::PriceReduction,
                D::Damages,
                D::Apology,
            ],
            Self::PrepaidGoods => &[D::Delivery, D::Refund, D::Penalty, D::Damages],
            Self::Distance => &[D::Refund, D::Replacement, D::Delivery, D::ContractRefusal],
            Self::Housing | Self::Communal => {
                &[D::Recalculation, D::FixDefects, D::Information, D::Damages]
            }
            Self::Medical => &[D::Information, D::Refund, D::FixDefects, D::MoralDamages],
            Self::Hotel | Self::Tourism | Self::Carriage => {
                &[D::Refund, D::Damages, D::MoralDamages, D::Apology]
            }
            Self::Catering => &[D::Refund, D::Apology, D::Replacement, D::Damages],
            Self::PersonalData => &[D::Erasure, D::Information, D::StopNuisance],
            Self::B2b => &[D::Payment, D::Delivery, D::Penalty, D::Replacement],
            Self::Platform => &[D::Refund, D::Delivery, D::StopCharging, D::Information],
            Self::Neighbour => &[D::StopNuisance, D::Damages, D::Apology],
            Self::General | Self::None => &[D::Refund, D::Information, D::Apology, D::Other],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_body_of_rules_offers_a_few_demands_none_twice() {
        for regime in Regime::ALL {
            let offered = regime.usual_demands();
            assert!((3..=5).contains(&offered.len()), "{regime:?}");
            for (place, kind) in offered.iter().enumerate() {
                assert!(
                    !offered[..place].contains(kind),
                    "{regime:?}: {kind:?} twice"
                );
            }
        }
    }
}
