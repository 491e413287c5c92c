//! What the body of rules of a case tells about the case itself.

use complaint::Regime;

/// Whether a thing was sold, which an expert can examine and a seller take back.
pub fn sells_goods(regime: Regime) -> bool {
    match regime {
        Regime::Goods | Regime::PrepaidGoods | Regime::Distance => true,
        Regime::Services
        | Regime::Housing
        | Regime::Communal
        | Regime::Medical
        | Regime::Hotel
        | Regime::Catering
        | Regime::Household
        | Regime::Tourism
        | Regime::Carriage
        | Regime::PersonalData
        | Regime::B2b
        | Regime::Platform
        | Regime::Neighbour
        | Regime::General
        | Regime::None => false,
    }
}

/// Whether even the fact that somebody turned to the office is theirs to tell:
/// a clinic's patients (323-ФЗ ст. 13) and people who ask about their data.
pub fn is_confidential(regime: Regime) -> bool {
    match regime {
        Regime::Medical | Regime::PersonalData => true,
        Regime::Goods
        | Regime::Services
        | Regime::PrepaidGoods
        | Regime::Distance
        | Regime::Housing
        | Regime::Communal
        | Regime::Hotel
        | Regime::Catering
        | Regime::Household
        | Regime::Tourism
        | Regime::Carriage
        | Regime::B2b
        | Regime::Platform
        | Regime::Neighbour
        | Regime::General
        | Regime::None => false,
    }
}
