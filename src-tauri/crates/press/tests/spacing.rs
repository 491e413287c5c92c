//! How evenly lines are spaced, over our own business prose in both languages
//! at ten widths, read from the glyphs' places in the finished files.
#![allow(clippy::print_stdout)]

use press::Language;
use workbench::spacing::{Spacing, of_prose};
use workbench::specimen::{ENGLISH_PROSE, PROSE_WIDTHS, RUSSIAN_PROSE};

fn measured(texts: &[(Language, &str)]) -> Spacing {
    of_prose(texts, &PROSE_WIDTHS).expect("prints")
}

#[test]
fn lines_are_spaced_as_evenly_as_the_goals_ask() {
    let both = [(Language::Ru, RUSSIAN_PROSE), (Language::En, ENGLISH_PROSE)];
    for one in both {
        println!("{:?}: {:?}", one.0, measured(&[one]));
    }
    let s = measured(&both);
    println!("both: {s:?}");
    assert!(s.lines >= 1000, "{s:?}");
    assert!(
        s.sd <= 0.106 && s.p95 <= 0.50 && s.over_half <= 0.05,
        "{s:?}"
    );
    assert!(s.hyphenated <= 0.33 && s.longest_run <= 3, "{s:?}");
    assert!(s.runts == 0 && s.widows == 0, "{s:?}");
}
