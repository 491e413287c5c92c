//! What a demand may be refused on, as dated data: for a person to choose from, never chosen by the program.

use crate::law::{Certainty, Law};
use chrono::NaiveDate;
use complaint::{DemandKind, Regime};
use serde::{Deserialize, Serialize};
use std::iter::successors;
use std::sync::LazyLock;
use ts_rs::TS;

/// An article on which demands of some kinds may be refused, where the facts are so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RefusalGround {
    pub id: String,
    /// The bodies of rules in which it holds, and in those they are subsidiary to.
    pub regimes: Vec<Regime>,
    pub demands: Vec<DemandKind>,
    /// The article as a letter names it.
    pub words_ru: String,
    /// [`Self::words_ru`] of a letter in English.
    pub words_en: String,
    /// When it fits and who has to prove it, in one or two sentences.
    pub fits_ru: String,
    /// [`Self::fits_ru`] for a reader of English.
    pub fits_en: String,
    /// Where it was read.
    pub source: String,
    pub certainty: Certainty,
    pub valid_from: NaiveDate,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    checked_on: NaiveDate,
    ground: Vec<RefusalGround>,
}

static FILE: LazyLock<File> = LazyLock::new(|| {
    toml::from_str(include_str!("../data/grounds.toml"))
        .expect("the file that ships is well-formed: a test reads it")
});

/// The grounds that may fit a demand on a day, those of its own body of rules first.
#[must_use]
pub fn refusal_grounds(
    law: &Law,
    regime: Regime,
    demand: DemandKind,
    on: NaiveDate,
) -> Vec<&'static RefusalGround> {
    successors(Some(regime), |&at| law.subsidiary(at))
        .flat_map(|at| FILE.ground.iter().filter(move |g| g.regimes.contains(&at)))
        .filter(|g| g.demands.contains(&demand) && g.valid_from <= on)
        .collect()
}

/// When the grounds were last compared with their sources.
#[must_use]
pub fn grounds_checked_on() -> NaiveDate {
    FILE.checked_on
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn ids(regime: Regime, demand: DemandKind) -> Vec<&'static str> {
        let day = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        let found = refusal_grounds(Law::builtin(), regime, demand, day);
        found.into_iter().map(|ground| ground.id.as_str()).collect()
    }

    #[test]
    fn grounds_fit_the_body_of_rules_and_the_demand() {
        let shop = ids(Regime::Goods, DemandKind::Refund);
        assert!(shop.contains(&"goods.use") && shop.contains(&"goods.complex"));
        assert!(!shop.contains(&"distance.sound_item") && !shop.contains(&"b2b.defect"));
        let far = ids(Regime::Distance, DemandKind::Refund);
        assert_eq!(far[0], "distance.sound_item");
        assert!(far.contains(&"goods.use"), "{far:?}");
        let firm = ids(Regime::B2b, DemandKind::Refund);
        assert!(firm.contains(&"b2b.defect") && !firm.contains(&"goods.use"));
        assert_eq!(ids(Regime::Goods, DemandKind::Apology), [""; 0]);
        let salon = ids(Regime::FitnessBeauty, DemandKind::ContractRefusal);
        assert!(salon.contains(&"services.costs"), "{salon:?}");
    }

    #[test]
    fn each_ground_says_when_it_fits_and_that_nobody_compared_it() {
        let mut known = BTreeSet::new();
        for ground in &FILE.ground {
            assert!(known.insert(&ground.id), "{} stands twice", ground.id);
            assert!(!ground.certainty.is_verified(), "{}", ground.id);
            assert!(!ground.regimes.is_empty() && !ground.demands.is_empty());
            for words in [
                &ground.words_ru,
                &ground.words_en,
                &ground.fits_ru,
                &ground.fits_en,
                &ground.source,
            ] {
                assert!(!words.trim().is_empty(), "{}", ground.id);
            }
            // The law forbids to refuse for want of a receipt, or to send the customer to the maker.
            let said = ground.fits_ru.to_lowercase();
            assert!(!said.contains("чек") && !said.contains("изготовител"));
        }
    }
}
