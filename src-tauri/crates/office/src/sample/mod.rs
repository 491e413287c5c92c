//! The sample office: a small shop with forty complaints in every state, to
//! play in. It is made through the same use cases as a real one, only with
//! days of the past.

mod points;
mod stories;
mod story;
mod work;

use crate::error::Result;
use crate::{By, Office};
use chrono::{DateTime, FixedOffset};
use complaint::{ApprovalRules, Money, OfficeProfile};
use std::path::Path;
use stories::Sample;
use story::days_before;

/// Makes the sample office in an empty folder.
///
/// # Errors
/// Those of founding an office; [`OfficeError::OwnData`] should the sample's own text be damaged.
pub fn sample_create(dir: &Path, now: DateTime<FixedOffset>) -> Result<Office> {
    let sample = stories::read()?;
    let Sample {
        shop,
        staff,
        stories,
        checklists: _,
    } = &sample;
    let first = stories.iter().map(|s| s.days_ago).max().unwrap_or(0) + 1;
    let founded = By {
        actor: staff.director(),
        now: days_before(now, first),
    };
    let office = Office::create(dir, &founded, shop)?;
    work::checklists(&office, &founded, &sample)?;
    let waiting = story::play(&office, &sample, now)?;
    // The head looks at what is refused and at larger sums since yesterday.
    let yesterday = |actor| By {
        actor,
        now: days_before(now, 1),
    };
    let rules = OfficeProfile {
        approval: ApprovalRules {
            required: true,
            post: shop.requisites.signatory.post.clone(),
            name: staff.director().0,
            refusals: true,
            above: Money::from_kopecks(1_000_000).ok(),
            ..ApprovalRules::default()
        },
        ..shop.clone()
    };
    crate::profile_save(&office, &yesterday(staff.director()), &rules)?;
    for letter in waiting {
        crate::letter_submit(&office, &yesterday(staff.clerk()), letter)?;
    }
    Ok(office)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shop_has_requisites_that_pass_the_checks() {
        let shop = stories::read().expect("the sample").shop;
        assert_eq!(crate::requisites_check(&shop.requisites), []);
        assert!(shop.sample);
    }

    #[test]
    fn every_story_reads() {
        let count = stories::read().map(|sample| sample.stories.len());
        assert_eq!(count.map_err(|e| e.to_string()), Ok(40));
    }
}
