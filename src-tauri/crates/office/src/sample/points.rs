//! The points of a sample's complaint, with what was established of them.

use super::stories::{Point, Story};
use crate::allegation::{AllegationsTake, allegations_take};
use crate::case::ComplaintRef;
use crate::error::Result;
use crate::office::Office;
use chrono::{Days, NaiveDate};
use complaint::{AllegationFields, ComplaintId, DemandId, SourcePhrase};
use register::By;

/// Writes the points of a story down, each resting on every demand.
pub(super) fn establish(
    office: &Office,
    by: &By,
    story: &Story,
    id: ComplaintId,
    today: NaiveDate,
) -> Result<()> {
    if story.points.is_empty() {
        return Ok(());
    }
    let card = crate::case::complaint_card(office, by, ComplaintRef { complaint: id })?;
    let demands: Vec<DemandId> = card.demands.iter().map(|view| view.demand.id).collect();
    let take = AllegationsTake {
        complaint: id,
        allegations: story
            .points
            .iter()
            .map(|point| fields(point, &story.text, &demands, by, today))
            .collect(),
    };
    allegations_take(office, by, take)?;
    Ok(())
}

fn fields(
    point: &Point,
    text: &str,
    demands: &[DemandId],
    by: &By,
    today: NaiveDate,
) -> AllegationFields {
    let phrase = text.find(&point.words).map(|at| SourcePhrase {
        start: u32::try_from(text[..at].chars().count()).unwrap_or(0),
        words: point.words.clone(),
    });
    let day = point
        .checked_days_ago
        .and_then(|ago| today.checked_sub_days(Days::new(ago)));
    AllegationFields {
        text: point.words.clone(),
        phrases: phrase.into_iter().collect(),
        demands: demands.to_vec(),
        check: point.check.clone(),
        checked_by: point.by.clone(),
        // What was checked later is written down when it was; the story is told in one go.
        checked_on: day.map(|day| day.min(by.now.date_naive())),
        verdict: point.verdict,
        found: point.found.clone(),
        ground_kind: point.ground_kind,
        ground: point.ground.clone(),
        evidence: Vec::new(),
    }
}
