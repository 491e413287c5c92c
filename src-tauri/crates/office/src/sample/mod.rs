//! The sample office: a small shop with forty complaints in every state, to
//! play in. It is made through the same use cases as a real one, only with
//! days of the past.

mod stories;
mod story;

use crate::error::Result;
use crate::{By, Office};
use chrono::{DateTime, FixedOffset};
use complaint::{
    Actor, ApprovalRules, Bank, Executor, Language, Letterhead, LetterheadForm, Money, Numbering,
    OfficeProfile, Regime, Requisites, Signatory,
};
use std::path::Path;
use story::{days_before, director};

/// Makes the sample office in an empty folder.
///
/// # Errors
/// Those of founding an office; [`OfficeError::OwnData`] should the sample's own text be damaged.
pub fn sample_create(dir: &Path, now: DateTime<FixedOffset>) -> Result<Office> {
    let stories = stories::read()?;
    let first = stories.iter().map(|s| s.days_ago).max().unwrap_or(0) + 1;
    let founded = By {
        actor: director(),
        now: days_before(now, first),
    };
    let office = Office::create(dir, &founded, &profile())?;
    let waiting = story::play(&office, &stories, now)?;
    // The head looks at what is refused and at larger sums since yesterday.
    let yesterday = |actor| By {
        actor,
        now: days_before(now, 1),
    };
    let rules = OfficeProfile {
        approval: ApprovalRules {
            required: true,
            post: "Директор".into(),
            name: director().0,
            refusals: true,
            above: Money::from_kopecks(1_000_000).ok(),
            ..ApprovalRules::default()
        },
        ..profile()
    };
    crate::profile_save(&office, &yesterday(director()), &rules)?;
    for letter in waiting {
        crate::letter_submit(&office, &yesterday(Actor::named("Крылова М. И.")), letter)?;
    }
    Ok(office)
}

/// The sample shop. Its requisites carry right check digits and belong to no firm.
fn profile() -> OfficeProfile {
    OfficeProfile {
        name: "Северный дом".into(),
        requisites: Requisites {
            name: "ООО «Северный дом»".into(),
            inn: "7800000002".into(),
            kpp: Some("780001001".into()),
            ogrn: Some("1007800000009".into()),
            address: "190000, Санкт-Петербург, ул. Примерная, д. 7".into(),
            phone: Some("+78125550100".into()),
            email: Some("office@sever.example".into()),
            website: Some("sever.example".into()),
            bank: None::<Bank>,
            signatory: Signatory {
                post: "Директор".into(),
                post_en: "Director".into(),
                name: "Ветрова Ирина Александровна".into(),
                authority: None,
            },
            executor: Some(Executor {
                name: "Крылова Мария Игоревна".into(),
                phone: "+78125550102".into(),
            }),
        },
        letterhead: Letterhead {
            form: LetterheadForm::Longitudinal,
            tagline: "Мебель и домашняя техника".into(),
            ..Letterhead::default()
        },
        numbering: Numbering::default(),
        language: Language::Ru,
        sample: true,
        usual_regime: Regime::Goods,
        approval: Default::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shop_has_requisites_that_pass_the_checks() {
        assert_eq!(crate::requisites_check(&profile().requisites), []);
    }

    #[test]
    fn every_story_reads() {
        assert_eq!(
            stories::read().map(|s| s.len()).map_err(|e| e.to_string()),
            Ok(40)
        );
    }
}
