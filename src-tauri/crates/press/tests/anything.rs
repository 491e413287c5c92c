//! Whatever the words are, the file is sound and holds all of them.

use press::page::display_list::{Ink, Page};
use press::*;
use proptest::prelude::*;
use workbench::specimen::*;

/// What a page reads as, blanks and added hyphens aside.
fn letters_of(pages: &[Page]) -> String {
    let mut read = String::new();
    for item in pages.iter().flat_map(|p| &p.items) {
        if let (Some(_), Ink::Run(run)) = (item.element, &item.ink) {
            run.glyphs.iter().for_each(|g| g.reads.push_to(&mut read));
        }
    }
    without_blanks(&read)
}

fn without_blanks(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{AD}' | '\u{200B}'))
        .collect()
}

/// One after the other in either direction: what is read from right to left
/// stands on the page from left to right.
fn sorted(text: &str) -> Vec<char> {
    let mut all: Vec<char> = text.chars().collect();
    all.sort_unstable();
    all
}

fn paragraph(text: &str, align: Align, language: Language) -> Document {
    let block = Block::Paragraph(Paragraph {
        spans: vec![Span::plain(text)],
        align,
        ..Paragraph::default()
    });
    Document::new(meta("t", language), vec![block])
}

#[test]
fn two_hundred_pages_are_as_sound_as_one() {
    let mut body = Vec::new();
    while body.len() < 2200 {
        body.extend(PROSE.iter().map(|p| Block::text(*p)));
    }
    let document = Document::new(meta("Дело", Language::Ru), body);
    let printed = Press::new().print(&document).expect("prints");
    assert!(printed.pages >= 200, "{}", printed.pages);
    let faults = workbench::lint::lint(&printed.pdf).expect("reads");
    assert!(faults.is_empty(), "{:?}", &faults[..faults.len().min(5)]);
}

#[test]
fn a_word_of_four_hundred_letters_stays_on_the_sheet_and_whole() {
    let press = Press::new();
    for word in [
        "щ".repeat(400),
        "W".repeat(400),
        "漢".repeat(400),
        "😀".repeat(100),
    ] {
        for align in [Align::Justified, Align::Left, Align::Right, Align::Centre] {
            let text = format!("Слово {word} кончилось.");
            let set = press
                .typeset(&paragraph(&text, align, Language::Ru))
                .expect("sets");
            assert_eq!(letters_of(&set.pages), without_blanks(&text));
            let overfull = set
                .warnings
                .iter()
                .any(|n| matches!(n, Warning::Overfull { .. }));
            assert!(!overfull, "{align:?} {:?}", &word[..8]);
        }
    }
}

fn anything() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[а-яё]{1,14}[.,!?]?",
        "[A-Za-z]{1,14}",
        "[0-9]{1,9}",
        "\\PC{1,12}",
        "[\\x00-\\x1F]{1,4}",
        Just("👨\u{200D}👩\u{200D}👧\u{1F3FD}".to_owned()),
        Just("e\u{301}\u{323} и\u{306} \u{301}".to_owned()),
        Just("fi ffl ﬁ".to_owned()),
        Just("\u{AD}мяг\u{AD}кий\u{AD}".to_owned()),
        Just("\"кавычки\" - и тире -- и...".to_owned()),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|p| p.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn nothing_is_dropped_and_nothing_is_added(text in anything(), width in 25.0f32..180.0, english: bool) {
        let language = if english { Language::En } else { Language::Ru };
        let wanted = as_set(&[Span::plain(text.as_str())], language);
        let press = Press::new();
        for align in [Align::Justified, Align::Left] {
            let mut document = paragraph(&text, align, language);
            document.page = of_text_width(document.page, width);
            let set = press.typeset(&document).expect("sets");
            prop_assert_eq!(sorted(&letters_of(&set.pages)), sorted(&without_blanks(&wanted)));
            let pdf = press.to_pdf(&set).expect("writes");
            let faults = workbench::lint::lint(&pdf).expect("reads");
            prop_assert!(faults.is_empty(), "{:?}", faults);
        }
        // Against what came, only signs that can't be seen and what a typist
        // would have typed otherwise may differ: never a letter or a digit.
        let kept = |s: &str| sorted(s).into_iter().filter(|c| c.is_alphanumeric() && !matches!(c, '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}')).collect::<Vec<_>>();
        prop_assert_eq!(kept(&wanted), kept(&text));
    }
}
