//! What a demand may be refused on, as data: for a person to choose from, never chosen by the program.

use crate::law::{Certainty, Law};
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
    /// The bodies of rules that fall back on these and have rules of their own instead.
    #[serde(default)]
    pub not_in: Vec<Regime>,
    pub demands: Vec<DemandKind>,
    /// The article as a letter names it.
    pub words_ru: String,
    /// [`Self::words_ru`] of a letter in English.
    pub words_en: String,
    /// When it fits and who has to prove it, in a few sentences.
    pub fits_ru: String,
    /// [`Self::fits_ru`] for a reader of English.
    pub fits_en: String,
    /// Where it was read.
    pub source: String,
    pub certainty: Certainty,
}

impl RefusalGround {
    /// Whether these words name it, in either language; capitals and the kind of blanks don't matter.
    fn is_named_in(&self, folded: &str) -> bool {
        folded.contains(&fold(&self.words_ru)) || folded.contains(&fold(&self.words_en))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    ground: Vec<RefusalGround>,
}

static FILE: LazyLock<File> = LazyLock::new(|| {
    toml::from_str(include_str!("../data/grounds.toml"))
        .expect("the file that ships is well-formed: a test reads it")
});

/// The grounds that may fit a demand, those of its own body of rules first.
#[must_use]
pub fn refusal_grounds(
    law: &Law,
    regime: Regime,
    demand: DemandKind,
) -> Vec<&'static RefusalGround> {
    successors(Some(regime), |&at| law.subsidiary(at))
        .flat_map(|at| FILE.ground.iter().filter(move |g| g.regimes.contains(&at)))
        .filter(|g| g.demands.contains(&demand) && !g.not_in.contains(&regime))
        .collect()
}

/// The grounds named in these words that a letter may not cite unseen, because nobody read them in the act: whoever
/// takes one has to read the article first.
#[must_use]
pub fn unread_grounds(words: &str) -> Vec<&'static RefusalGround> {
    let folded = fold(words);
    let unread = FILE.ground.iter().filter(|g| !g.certainty.is_citable());
    unread.filter(|g| g.is_named_in(&folded)).collect()
}

fn fold(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn ids(regime: Regime, demand: DemandKind) -> Vec<&'static str> {
        let found = refusal_grounds(Law::builtin(), regime, demand);
        found.into_iter().map(|ground| ground.id.as_str()).collect()
    }

    fn fits(id: &str) -> String {
        let found = FILE.ground.iter().find(|g| g.id == id).expect(id);
        format!("{} {}", found.words_ru, found.fits_ru)
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
    fn no_ground_is_offered_where_other_rules_hold() {
        // A sale at a distance knows no exchange of sound goods within 14 days, nor any without reasons.
        for far in [Regime::Distance, Regime::Platform] {
            for demand in [DemandKind::Refund, DemandKind::Exchange] {
                let found = ids(far, demand);
                let shop = |id: &&str| ["goods.sound_item", "goods.analogue"].contains(id);
                assert!(!found.iter().any(shop), "{far:?} {found:?}");
            }
            assert!(!ids(far, DemandKind::Exchange).contains(&"distance.sound_item"));
        }
        // Acts of their own say what a carrier or a theatre keeps back, and what frees them.
        for own in [Regime::Passenger, Regime::Tickets, Regime::Finance] {
            for demand in [
                DemandKind::Refund,
                DemandKind::ContractRefusal,
                DemandKind::Damages,
            ] {
                let found = ids(own, demand);
                assert!(
                    !found.iter().any(|id| id.starts_with("services.")),
                    "{own:?} {found:?}"
                );
            }
        }
        // Force majeure frees from penalty and damages, not from the debt.
        assert!(!ids(Regime::B2b, DemandKind::Payment).contains(&"b2b.force_majeure"));
        assert!(!ids(Regime::B2b, DemandKind::PriceReduction).contains(&"b2b.notice"));
        assert!(!ids(Regime::General, DemandKind::Damages).contains(&"general.limitation"));
    }

    #[test]
    fn a_ground_says_what_makes_a_refusal_on_it_unlawful() {
        for (id, said) in [
            (
                "goods.use",
                "без гарантии|если её нет, покупатель доказывает",
            ),
            ("goods.complex", "30 дней в году гарантии"),
            ("distance.sound_item", "три месяца"),
            ("goods.sound_item", "ярлыки"),
            ("housing.own_equipment", "Смотрите, где сломалось"),
            ("b2b.notice", "знали о недостатке сами"),
            ("general.unproved", "не подтверждён точно, — не основание"),
            ("general.limitation", "жизни или здоровью"),
            ("general.limitation", "должны были узнать"),
            ("goods.no_fault", "доказываете вы"),
        ] {
            let words = fits(id);
            assert!(
                said.split('|').any(|part| words.contains(part)),
                "{id}: {words}"
            );
        }
    }

    #[test]
    fn each_ground_is_well_formed_and_one_that_nobody_read_is_told_as_such() {
        let mut known = BTreeSet::new();
        for ground in &FILE.ground {
            assert!(known.insert(&ground.id), "{} stands twice", ground.id);
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
            for words in [&ground.words_ru, &ground.words_en] {
                let taken = format!("Основание: {}.", words.replace(' ', "\u{a0}"));
                let told = unread_grounds(&taken).iter().any(|g| g.id == ground.id);
                assert_eq!(told, !ground.certainty.is_citable(), "{}", ground.id);
            }
            // The law forbids to send the customer to the maker.
            let said = ground.fits_ru.to_lowercase();
            assert!(!said.contains("обратитесь к изготовител"));
        }
        assert!(unread_grounds("пункт 4 договора").is_empty());
    }
}
