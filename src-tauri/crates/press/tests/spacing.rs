//! How evenly lines are spaced, over our own business prose at ten widths, read
//! from the glyphs' places in the finished files. A line counts once, by the mean
//! of its blanks.
#![allow(clippy::print_stdout)]

use press::Language;
use workbench::spacing::{Spacing, of_prose};
use workbench::specimen::{
    ENGLISH_PROSE, FRESH_RUSSIAN_PROSE, KEPT_RUSSIAN_PROSE, PROSE_WIDTHS, RUSSIAN_PROSE,
};

const A4: f32 = 297.0;
/// So low that most pages end within a paragraph.
const LOW: f32 = 120.0;

fn measured(texts: &[(Language, &str)], height_mm: f32) -> Spacing {
    of_prose(texts, &PROSE_WIDTHS, height_mm).expect("prints")
}

#[test]
fn lines_are_spaced_as_evenly_as_the_goals_ask() {
    for (language, prose) in [
        (Language::Ru, RUSSIAN_PROSE),
        (Language::Ru, FRESH_RUSSIAN_PROSE),
        (Language::En, ENGLISH_PROSE),
    ] {
        let s = measured(&[(language, prose)], A4);
        println!("{language:?}: {s:?}");
        assert!(s.lines >= 500, "{s:?}");
        assert!(
            s.sd <= 0.075 && s.p95 <= 0.42 && s.over_half <= 0.02,
            "{s:?}"
        );
        assert!(s.hyphenated <= 0.28, "{s:?}");
        assert!(s.longest_run <= 3 && s.long_runs <= 5, "{s:?}");
        assert!(s.runts == 0 && s.widows == 0, "{s:?}");
    }
}

#[test]
fn prose_that_nobody_tuned_on_is_spaced_as_evenly() {
    for prose in KEPT_RUSSIAN_PROSE {
        let s = measured(&[(Language::Ru, prose)], A4);
        println!("{s:?}");
        assert!(s.lines >= 800, "{s:?}");
        assert!(
            s.sd <= 0.085 && s.p95 <= 0.44 && s.over_half <= 0.025,
            "{s:?}"
        );
        assert!(s.hyphenated <= 0.26, "{s:?}");
        assert!(s.longest_run <= 3 && s.long_runs <= 5, "{s:?}");
        assert!(s.runts == 0 && s.widows == 0, "{s:?}");
    }
}

#[test]
fn pages_do_not_end_within_a_word() {
    let both = [
        (Language::Ru, RUSSIAN_PROSE),
        (Language::Ru, FRESH_RUSSIAN_PROSE),
        (Language::En, ENGLISH_PROSE),
    ];
    let s = measured(&both, LOW);
    println!("{s:?}");
    assert!(s.page_breaks > 100 && s.widows == 0, "{s:?}");
    assert!(s.broken_words * 50 <= s.page_breaks, "{s:?}");
}
