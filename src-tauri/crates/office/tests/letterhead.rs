//! The letterhead shown before it is kept.

use chrono::{DateTime, FixedOffset};
use complaint::*;
use office::{By, Failure, LetterheadTry};

fn by() -> By {
    By {
        actor: Actor::named("Проверка"),
        now: now(),
    }
}

fn now() -> DateTime<FixedOffset> {
    "2026-11-22T10:30:00+03:00".parse().unwrap()
}

fn profile() -> OfficeProfile {
    let mut profile: OfficeProfile = serde_json::from_value(serde_json::json!({
        "name": "Северный дом",
        "requisites": Requisites::default(),
        "language": "ru",
    }))
    .unwrap();
    profile.requisites.name = "ООО «Северный дом»".into();
    profile
}

fn picture(profile: &OfficeProfile) -> image::GrayImage {
    let asked = LetterheadTry {
        profile: profile.clone(),
        scale: 2.0,
    };
    let png = office::letterhead_picture(None, &by(), &asked).unwrap();
    image::load_from_memory(&png).unwrap().to_luma8()
}

#[test]
fn the_made_up_answer_has_its_own_day_whenever_it_is_looked_at() {
    let asked = LetterheadTry {
        profile: profile(),
        scale: 1.0,
    };
    let later = By {
        now: by().now + chrono::Duration::days(40),
        ..by()
    };
    let shown = |by: &By| office::letterhead_picture(None, by, &asked).unwrap();
    assert_eq!(
        shown(&by()),
        shown(&later),
        "its promises would lie before its date"
    );
}

/// What the codes on a picture say.
fn codes(seen: &image::GrayImage) -> Vec<String> {
    let (width, height) = (seen.width() as usize, seen.height() as usize);
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        seen.get_pixel(x as u32, y as u32).0[0]
    });
    seen.detect_grids()
        .iter()
        .map(|grid| grid.decode().unwrap().1)
        .collect()
}

/// How much ink a part of the page bears, of its width and height from 0 to 1.
fn ink(seen: &image::GrayImage, from: (f32, f32), to: (f32, f32)) -> usize {
    let at = |share: f32, whole: u32| (share * whole as f32) as u32;
    let (w, h) = seen.dimensions();
    (at(from.1, h)..at(to.1, h))
        .flat_map(|y| (at(from.0, w)..at(to.0, w)).map(move |x| (x, y)))
        .filter(|(x, y)| seen.get_pixel(*x, *y).0[0] < 128)
        .count()
}

#[test]
fn a_letterhead_is_seen_before_there_is_an_office() {
    let mut profile = profile();
    let wide = picture(&profile);
    assert_eq!(
        wide.dimensions(),
        (1190, 1683),
        "A4 at 144 dpi, whole points"
    );
    assert_eq!(codes(&wide), Vec::<String>::new());
    // On the wide letterhead the addressee stands below it, in the corner form beside it.
    let below = |seen: &image::GrayImage| ink(seen, (0.55, 0.13), (0.9, 0.165));
    assert!(below(&wide) > 0);
    profile.letterhead.form = LetterheadForm::Corner;
    profile.letterhead.code = true;
    let corner = picture(&profile);
    assert_eq!(below(&corner), 0);
    let codes = codes(&corner);
    assert_eq!(codes.len(), 1);
    assert!(codes[0].contains("ИСХ-2026/0001"), "{codes:?}");
}

#[test]
fn a_pattern_that_gives_no_number_is_said_at_the_numbering() {
    let mut profile = profile();
    profile.numbering.outgoing = "ИСХ".into();
    let asked = LetterheadTry {
        profile,
        scale: f32::NAN,
    };
    let refused = office::letterhead_picture(None, &by(), &asked).unwrap_err();
    let failure = Failure::from(&refused);
    assert_eq!(failure.code, "pattern");
    assert_eq!(failure.field.as_deref(), Some("numbering"));
}
