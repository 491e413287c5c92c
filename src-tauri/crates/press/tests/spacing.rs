//! How evenly lines are spaced, over our own business prose in both languages
//! at ten widths, read from the glyphs' places in the finished files.
#![allow(clippy::print_stdout)]

mod support;

use press::analysis::{Measured, Spacing};
use press::*;
use support::*;

/// The prose that the bench of the letters measures too.
const RUSSIAN: &str = include_str!("prose/ru.txt");
const ENGLISH: &str = include_str!("prose/en.txt");
const WIDTHS: [u16; 10] = [90, 100, 110, 120, 130, 140, 150, 160, 170, 175];

fn measured(texts: &[(Language, &str)]) -> Spacing {
    let mut measured = Measured::default();
    let press = Press::new();
    for (language, text) in texts {
        for width in WIDTHS {
            let body = text.split("\n\n").map(|p| Block::text(p.trim())).collect();
            let mut doc = Document::new(meta("t", *language), body);
            doc.page = doc.page.with_text_width(f32::from(width));
            let printed = press.print(&doc).expect("prints");
            measured.add(&printed.pdf).expect("reads");
        }
    }
    measured.spacing()
}

#[test]
fn lines_are_spaced_as_evenly_as_the_goals_ask() {
    let both = [(Language::Ru, RUSSIAN), (Language::En, ENGLISH)];
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
