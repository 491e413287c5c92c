//! Regimes: the bodies of rules that a complaint may fall under, and what follows for the office from
//! which one it is. A new regime brings a word and a row here; its rules come as a law pack.

use crate::words::{DemandKind, vocabulary};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

vocabulary! {
    /// The body of rules the relation falls under; it picks the law pack.
    Regime {
        /// Sale of goods in a shop.
        Goods = "goods",
        /// Services and works for consumers (ЗоЗПП, chapter III).
        Services = "services",
        /// Goods paid in advance and not handed over.
        PrepaidGoods = "prepaid_goods",
        Distance = "distance",
        /// Housing management: a managing company, an association of owners.
        Housing = "housing",
        Communal = "communal",
        /// Medical services that are paid for.
        Medical = "medical",
        Hotel = "hotel",
        Catering = "catering",
        /// Household services: workshops, salons, cleaners.
        Household = "household",
        Tourism = "tourism",
        /// Carriage of people or goods.
        Carriage = "carriage",
        /// Passengers by road, taxis.
        Passenger = "passenger",
        /// Telephone, internet, television.
        Telecom = "telecom",
        /// Banks, microfinance, insurers.
        Finance = "finance",
        /// Maintenance and repair of cars.
        CarService = "car_service",
        Education = "education",
        /// Fitness clubs, beauty salons.
        FitnessBeauty = "fitness_beauty",
        Veterinary = "veterinary",
        /// Tickets for events.
        Tickets = "tickets",
        /// Couriers and delivery services.
        Delivery = "delivery",
        PersonalData = "personal_data",
        B2b = "b2b",
        /// A seller against a marketplace or an aggregator; its buyers are consumers of the seller
        /// ([`Self::Distance`]).
        Platform = "platform",
        /// Requests of a prosecutor.
        Prosecutor = "prosecutor",
        /// The supervision of consumer rights.
        Rospotrebnadzor = "rospotrebnadzor",
        /// The supervision of personal data.
        Roskomnadzor = "roskomnadzor",
        HousingInspection = "housing_inspection",
        LabourInspection = "labour_inspection",
        /// Neighbours: noise, smells, access.
        Neighbour = "neighbour",
        /// Civil law in general.
        General = "general",
        /// No legal relation (a review, thanks).
        None = "none",
    }
}

/// What follows from a regime.
struct Row {
    consumer: bool,
    goods: bool,
    confidential: bool,
    usual_demands: &'static [DemandKind],
}

impl Regime {
    fn row(self) -> Row {
        use DemandKind as D;
        match self {
            Self::Goods => Row {
                consumer: true,
                goods: true,
                confidential: false,
                usual_demands: &[
                    D::Refund,
                    D::Replacement,
                    D::Repair,
                    D::PriceReduction,
                    D::Expenses,
                ],
            },
            Self::Services => Row {
                consumer: true,
                goods: false,
                confidential: false,
                usual_demands: &[
                    D::FixDefects,
                    D::Refund,
                    D::PriceReduction,
                    D::Damages,
                    D::Apology,
                ],
            },
            Self::PrepaidGoods => Row {
                consumer: true,
                goods: true,
                confidential: false,
                usual_demands: &[D::Delivery, D::Refund, D::Penalty, D::Damages],
            },
            Self::Distance => Row {
                consumer: true,
                goods: true,
                confidential: false,
                usual_demands: &[D::Refund, D::Replacement, D::Delivery, D::ContractRefusal],
            },
            Self::Housing => Row {
                consumer: true,
                goods: false,
                confidential: false,
                usual_demands: &[D::Recalculation, D::FixDefects, D::Information, D::Damages],
            },
            Self::Communal => Row {
                consumer: true,
                goods: false,
                confidential: false,
                usual_demands: &[D::Recalculation, D::FixDefects, D::Information, D::Damages],
            },
            Self::Medical => Row {
                consumer: true,
                goods: false,
                confidential: true,
                usual_demands: &[D::Information, D::Refund, D::FixDefects, D::MoralDamages],
            },
            Self::Hotel => Row {
                consumer: true,
                goods: false,
                confidential: false,
                usual_demands: &[D::Refund, D::Damages, D::MoralDamages, D::Apology],
            },
            Self::Catering => Row {
                consumer: true,
                goods: false,
                confidential: false,
                usual_demands: &[D::Refund, D::Apology, D::Replacement, D::Damages],
            },
            Self::Household => Row {
                consumer: true,
                goods: false,
                confidential: false,
                usual_demands: &[
                    D::FixDefects,
                    D::Refund,
                    D::PriceReduction,
                    D::Damages,
                    D::Apology,
                ],
            },
            Self::Tourism => Row {
                consumer: true,
                goods: false,
                confidential: false,
                usual_demands: &[D::Refund, D::Damages, D::MoralDamages, D::Apology],
            },
            Self::Carriage => Row {
                consumer: true,
                goods: false,
                confidential: false,
                usual_demands: &[D::Refund, D::Damages, D::MoralDamages, D::Apology],
            },
            Self::Passenger => Row {
                consumer: true,
                goods: false,
                confidential: false,
                usual_demands: &[D::Refund, D::Damages, D::MoralDamages, D::Apology],
            },
            Self::Telecom => Row {
                consumer: true,
                goods: false,
                confidential: false,
                usual_demands: &[D::Recalculation, D::FixDefects, D::Refund, D::StopCharging],
            },
            Self::Finance => Row {
                consumer: true,
                goods: false,
                confidential: false,
                usual_demands: &[D::Refund, D::Information, D::Recalculation, D::Damages],
            },
            Self::CarService => Row {
                consumer: true,
                goods: false,
                confidential: false,
                usual_demands: &[
                    D::FixDefects,
                    D::Refund,
                    D::PriceReduction,
                    D::Damages,
                    D::Apology,
                ],
            },
            Self::Education => Row {
                consumer: true,
                goods: false,
                confidential: false,
                usual_demands: &[
                    D::Refund,
                    D::ContractRefusal,
                    D::Recalculation,
                    D::Information,
                ],
            },
            Self::FitnessBeauty => Row {
                consumer: true,
                goods: false,
                confidential: false,
                usual_demands: &[
                    D::Refund,
                    D::ContractRefusal,
                    D::FixDefects,
                    D::MoralDamages,
                ],
            },
            Self::Veterinary => Row {
                consumer: true,
                goods: false,
                confidential: false,
                usual_demands: &[D::Refund, D::Damages, D::Information, D::Apology],
            },
            Self::Tickets => Row {
                consumer: true,
                goods: false,
                confidential: false,
                usual_demands: &[D::Refund, D::Damages, D::Information, D::Apology],
            },
            Self::Delivery => Row {
                consumer: true,
                goods: false,
                confidential: false,
                usual_demands: &[D::Delivery, D::Refund, D::Damages, D::Apology],
            },
            Self::Prosecutor
            | Self::Rospotrebnadzor
            | Self::Roskomnadzor
            | Self::HousingInspection
            | Self::LabourInspection => Row {
                consumer: false,
                goods: false,
                confidential: false,
                usual_demands: &[D::Information, D::FixDefects, D::Other],
            },
            Self::PersonalData => Row {
                consumer: false,
                goods: false,
                confidential: true,
                usual_demands: &[D::Erasure, D::Information, D::StopNuisance],
            },
            Self::B2b => Row {
                consumer: false,
                goods: true,
                confidential: false,
                usual_demands: &[D::Payment, D::Delivery, D::Penalty, D::Replacement],
            },
            Self::Platform => Row {
                consumer: false,
                goods: true,
                confidential: false,
                usual_demands: &[D::Payment, D::Recalculation, D::Information, D::Delivery],
            },
            Self::Neighbour => Row {
                consumer: false,
                goods: false,
                confidential: false,
                usual_demands: &[D::StopNuisance, D::Damages, D::Apology],
            },
            Self::General => Row {
                consumer: false,
                goods: false,
                confidential: false,
                usual_demands: &[D::Refund, D::Information, D::Apology, D::Other],
            },
            Self::None => Row {
                consumer: false,
                goods: false,
                confidential: false,
                usual_demands: &[D::Refund, D::Information, D::Apology, D::Other],
            },
        }
    }

    /// Whether the consumer law protects the complainant: a court adds moral harm and half of what it
    /// awards (ЗоЗПП 13 п. 6, 15).
    #[must_use]
    pub fn is_consumer(self) -> bool {
        self.row().consumer
    }

    /// Whether the matter is a thing that was sold, so that putting it right is a repair; else it is
    /// work or conduct, which is done over.
    #[must_use]
    pub fn is_about_goods(self) -> bool {
        self.row().goods
    }

    /// Whether goods were sold to a consumer, in a shop, from afar or against payment in advance.
    #[must_use]
    pub fn is_consumer_sale(self) -> bool {
        self.is_consumer() && self.is_about_goods()
    }

    /// Whether even the fact that somebody turned to the office is theirs to tell: a clinic's patients
    /// (323-ФЗ ст. 13) and people who ask about their data.
    #[must_use]
    pub fn is_confidential(self) -> bool {
        self.row().confidential
    }

    /// Whether a state body asks here, so that the head of the office is to know the same day.
    #[must_use]
    pub fn is_of_state_body(self) -> bool {
        matches!(
            self,
            Self::Prosecutor
                | Self::Rospotrebnadzor
                | Self::Roskomnadzor
                | Self::HousingInspection
                | Self::LabourInspection
        )
    }

    /// What people mostly ask for under these rules, the most usual first: the office's own experience,
    /// offered before all else when a demand is named.
    #[must_use]
    pub fn usual_demands(self) -> &'static [DemandKind] {
        self.row().usual_demands
    }
}

#[cfg(test)]
mod tests {
    use super::Regime;

    #[test]
    fn who_is_protected_and_what_was_sold() {
        let of = |holds: fn(Regime) -> bool| -> Vec<Regime> {
            Regime::ALL.iter().copied().filter(|r| holds(*r)).collect()
        };
        assert_eq!(
            of(Regime::is_consumer_sale),
            [Regime::Goods, Regime::PrepaidGoods, Regime::Distance]
        );
        // The seller on a platform and the firm that buys are no consumers, though goods are sold.
        for regime in [Regime::B2b, Regime::Platform] {
            assert!(regime.is_about_goods() && !regime.is_consumer());
        }
        assert!(Regime::Communal.is_consumer() && !Regime::Communal.is_about_goods());
        assert!(!Regime::Neighbour.is_consumer());
        assert_eq!(
            of(Regime::is_confidential),
            [Regime::Medical, Regime::PersonalData]
        );
    }

    #[test]
    fn json_words_and_database_words_are_the_same() {
        for regime in Regime::ALL {
            assert_eq!(serde_json::to_value(regime).unwrap(), regime.as_str());
        }
    }

    #[test]
    fn some_demands_are_offered_and_none_twice() {
        for regime in Regime::ALL {
            let offered = regime.usual_demands();
            assert!((3..=5).contains(&offered.len()), "{regime:?}");
            let mut once = offered.to_vec();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), offered.len(), "{regime:?}");
        }
    }
}
