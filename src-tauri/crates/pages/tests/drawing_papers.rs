//! What is drawn, and what is refused.

use crate::papers::sound;
use drawing::protocol::{Form, Refusal};
use drawing::shades::Points;
use drawing::{Drawable, DrawingError};
use std::sync::Arc;
use std::thread;

#[test]
fn a_page_is_drawn_as_a_screen_and_as_paper_want_it() {
    let file = Drawable::open(sound()).expect("opens");
    assert_eq!(file.pages(), 2);
    let screen = file.page(0, 72.0, Form::Screen).expect("draws");
    assert_eq!((screen.width, screen.height), (200, 200));
    let Points::Greys(samples) = screen.points else {
        panic!("a page without colour is grey");
    };
    // Black at the left, white at the right.
    assert_eq!((samples[0], samples[99]), (0xff, 0));

    let coloured = file.page(1, 72.0, Form::Screen).expect("draws");
    let Points::Colours { palette, samples } = coloured.points else {
        panic!("one colour is few");
    };
    assert!(samples.iter().all(|sample| *sample == samples[0]));
    let [red, green, blue] = palette[usize::from(samples[0])];
    assert!(red > 200 && green < 80 && blue < 60);

    let paper = file.page(1, 144.0, Form::Points).expect("draws");
    assert_eq!((paper.width, paper.height), (400, 400));
    let Points::Rgba(points) = paper.points else {
        panic!("every point was asked for");
    };
    assert_eq!(points.len(), 400 * 400 * 4);
}

#[test]
fn what_is_no_pdf_and_what_is_no_page_is_refused_and_drawing_goes_on() {
    for bytes in [&b""[..], b"no PDF", b"%PDF-1.7\n%%EOF"] {
        let opened = Drawable::open(Arc::new(bytes.to_vec()));
        let refused = opened.err().expect("no PDF");
        assert_eq!(refused, DrawingError::Refused(Refusal::NoPdf));
    }
    let file = Drawable::open(sound()).expect("opens");
    let by = file.processes();
    let beyond = file.page(2, 72.0, Form::Screen);
    assert_eq!(beyond, Err(DrawingError::Refused(Refusal::NoPage)));
    assert!(file.page(1, f32::NAN, Form::Screen).is_ok());
    assert!(file.page(1, 1e9, Form::Screen).is_ok());
    assert_eq!(file.processes(), by);
}

#[test]
fn two_offices_draw_at_once_and_each_paper_has_processes_of_its_own() {
    let files = [0, 1].map(|_| Drawable::open(sound()).expect("opens"));
    let [one, other] = &files;
    assert_ne!(one.processes(), other.processes());
    let drawn = |file: &Drawable| {
        let all = (0..20).map(|turn| file.page(turn % 2, 100.0, Form::Screen).expect("draws"));
        all.collect::<Vec<_>>()
    };
    let alone = drawn(one);
    thread::scope(|scope| {
        let both = [one, other, one].map(|file| scope.spawn(move || drawn(file)));
        for pages in both {
            assert_eq!(pages.join().expect("drawn"), alone);
        }
    });
    let kept = [one, other].map(Drawable::processes);
    assert!(kept[0].iter().all(|process| !kept[1].contains(process)));
}
