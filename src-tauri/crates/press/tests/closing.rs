//! Copies with words blacked out, looked at point by point: what is closed is in no text any more, so only the
//! points tell whether it can still be read.

use image::{GrayImage, ImageReader};
use press::*;
use std::io::Cursor;
use std::ops::Range;
use workbench::specimen::*;

const SECRET: &str = "Секретова";

/// The first page of a letter of these words, with the secret closed or with nothing closed.
fn page(words: &str, close: bool) -> GrayImage {
    let paragraph = Block::Paragraph(Paragraph {
        spans: vec![Span::plain(words)],
        align: Align::Left,
        ..Paragraph::default()
    });
    let document = Document::new(meta("Закрытая копия", Language::Ru), vec![paragraph]);
    let pdf = Press::new().print(&document).expect("prints").pdf;
    let find = |text: &str| -> Vec<Range<usize>> {
        let found = text.match_indices(SECRET).filter(|_| close);
        found.map(|(at, word)| at..at + word.len()).collect()
    };
    let rules = CloseRules {
        find: &find,
        taller_than: 44.0,
        dpi: 150.0,
    };
    let pages = closed_pages(&pdf, &rules).expect("closed pages");
    assert_eq!(pages[0].closed > 0, close && words.contains(SECRET));
    let reader = ImageReader::new(Cursor::new(&pages[0].picture));
    let reader = reader.with_guessed_format().expect("a picture");
    reader.decode().expect("a picture").into_luma8()
}

/// The columns and rows within which points are darker than grey.
fn dark(picture: &GrayImage) -> Option<[Range<u32>; 2]> {
    let points = || {
        let all = picture.enumerate_pixels();
        all.filter(|(.., point)| point.0[0] < 128)
    };
    let columns = points().map(|(x, ..)| x);
    let rows = points().map(|(_, y, _)| y);
    Some([
        columns.clone().min()?..columns.max()? + 1,
        rows.clone().min()?..rows.max()? + 1,
    ])
}

#[test]
fn a_closed_word_is_one_black_box_over_all_its_ink() {
    let (open, closed) = (page(SECRET, false), page(SECRET, true));
    let [ink, lines] = dark(&open).expect("a word");
    let [columns, rows] = dark(&closed).expect("a box");
    assert!(columns.start <= ink.start && ink.end <= columns.end);
    assert!(rows.start <= lines.start && lines.end <= rows.end);
    // Black through and through, and nothing dark beside it: a box one line off would show both.
    for y in rows {
        for x in columns.clone() {
            let point = closed.get_pixel(x, y).0[0];
            assert!(point < 128, "{point} at {x}, {y}");
        }
    }
}

#[test]
fn words_beside_a_closed_one_stay_as_they_are() {
    let words = format!("Доставка {SECRET}");
    let (open, closed) = (page(&words, false), page(&words, true));
    let [alone, _] = dark(&page("Доставка", false)).expect("a word");
    for y in 0..open.height() {
        for x in 0..alone.end {
            let points = [open.get_pixel(x, y).0[0], closed.get_pixel(x, y).0[0]];
            assert!(points[0].abs_diff(points[1]) < 64, "{points:?} at {x}, {y}");
        }
    }
    let black = |picture: &GrayImage| picture.pixels().filter(|p| p.0[0] < 64).count();
    assert!(black(&closed) > 2 * black(&open));
}

#[test]
fn a_phrase_that_goes_on_over_the_page_is_closed_on_both() {
    let text = |words: &str| Block::text(words.to_owned());
    let body = vec![
        text("Договор подписала Анна"),
        Block::PageBreak,
        text("Секретова в Твери."),
    ];
    let mut document = Document::new(meta("Закрытая копия", Language::Ru), body);
    document.foot = Some("Копия файла".to_owned());
    let pdf = Press::new().print(&document).expect("prints").pdf;
    // As it is found where lines break: what stands between the words is no letter.
    let find = |text: &str| -> Vec<Range<usize>> {
        let first = text.find("Анна");
        let found = first.filter(|at| {
            text[*at..]
                .trim_start_matches("Анна")
                .trim_start()
                .starts_with(SECRET)
        });
        found
            .map(|at| at..text.find(SECRET).unwrap_or(at) + SECRET.len())
            .into_iter()
            .collect()
    };
    let rules = CloseRules {
        find: &find,
        taller_than: 44.0,
        dpi: 60.0,
    };
    let pages = closed_pages(&pdf, &rules).expect("closed pages");
    assert_eq!(pages.len(), 2);
    assert!(
        pages.iter().all(|page| page.closed > 0),
        "{:?}",
        pages.iter().map(|p| p.closed).collect::<Vec<_>>()
    );
}
