//! Papers that want more than they get. Processor and memory are bounded by Linux alone.

use crate::papers::{endless, unfolding};
use drawing::protocol::Form;
use drawing::{Drawable, DrawingError, Limits};
use std::time::Duration;

/// Nothing of these is reached unless a test says so.
const AMPLE: Limits = Limits {
    memory: 2 << 30,
    processor: 300,
    wall: Duration::from_secs(300),
};

fn second_page_is_drawn(file: &Drawable) {
    assert!(file.page(1, 72.0, Form::Screen).is_ok());
    assert_eq!(file.processes().len(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_page_that_takes_too_much_of_the_processor_breaks_off_and_the_next_is_drawn() {
    let limits = Limits {
        processor: 1,
        ..AMPLE
    };
    let file = Drawable::open_within(endless(), limits).expect("opens");
    let drawn = file.page(0, 72.0, Form::Screen);
    assert_eq!(drawn, Err(DrawingError::BrokeOff));
    assert!(file.processes().is_empty());
    second_page_is_drawn(&file);
}

#[cfg(target_os = "linux")]
#[test]
fn a_page_that_unfolds_beyond_the_memory_breaks_off_and_the_next_is_drawn() {
    let pdf = unfolding();
    assert!(pdf.len() < 8 << 20);
    let limits = Limits {
        memory: 384 << 20,
        ..AMPLE
    };
    let file = Drawable::open_within(pdf, limits).expect("opens");
    let drawn = file.page(0, 72.0, Form::Screen);
    assert_eq!(drawn, Err(DrawingError::BrokeOff));
    second_page_is_drawn(&file);
}

#[test]
fn a_page_that_takes_too_long_is_ended_and_the_next_is_drawn() {
    let limits = Limits {
        wall: Duration::from_secs(2),
        ..AMPLE
    };
    let file = Drawable::open_within(endless(), limits).expect("opens");
    let drawn = file.page(0, 72.0, Form::Screen);
    assert_eq!(drawn, Err(DrawingError::Overtime));
    second_page_is_drawn(&file);
}

#[cfg(unix)]
#[test]
fn a_process_that_stands_still_is_ended_and_the_next_page_is_drawn() {
    let limits = Limits {
        wall: Duration::from_secs(2),
        ..AMPLE
    };
    let file = Drawable::open_within(crate::papers::sound(), limits).expect("opens");
    crate::ended::signal("-STOP", file.processes()[0]);
    let drawn = file.page(0, 72.0, Form::Screen);
    assert_eq!(drawn, Err(DrawingError::Overtime));
    second_page_is_drawn(&file);
}
