//! What two specimen letters cost the typesetter alone, without an office.

use super::timing::millis;
use crate::specimen;
use office::Failure;
use otvet_cli::answer::{Outcome, Trouble};
use press::{LetterheadForm, Press, Raster};
use serde_json::{Value, json};
use std::time::Instant;

/// How often each step is taken.
const RUNS: u32 = 50;

pub(super) fn typesetting(error: press::PressError) -> Trouble {
    Failure::of("typesetting").with(error).into()
}

/// The time this process has had of a processor, ms, where the system tells it: on a
/// busy machine the clock on the wall says nothing.
fn spent() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    Some(told.split(' ').next()?.parse::<f64>().ok()? / 1e6)
}

/// Processor milliseconds of one of [`RUNS`] calls.
fn cost<T>(mut call: impl FnMut() -> Result<T, press::PressError>) -> Outcome<f64> {
    let wall = Instant::now();
    let before = spent();
    for _ in 0..RUNS {
        std::hint::black_box(call().map_err(typesetting)?);
    }
    let took = match (before, spent()) {
        (Some(before), Some(after)) => after - before,
        _ => millis(wall),
    };
    Ok((took / f64::from(RUNS) * 100.0).round() / 100.0)
}

/// Milliseconds that pass while a page is drawn, which another process does.
fn waited(mut call: impl FnMut() -> Result<Vec<u8>, press::PressError>) -> Outcome<f64> {
    let begun = Instant::now();
    for _ in 0..RUNS {
        std::hint::black_box(call().map_err(typesetting)?);
    }
    Ok((millis(begun) / f64::from(RUNS) * 100.0).round() / 100.0)
}

pub fn measured() -> Outcome<Value> {
    let letters = [
        ("plain", specimen::russian(LetterheadForm::Longitudinal, 2)),
        ("rich", specimen::rich()),
    ];
    let mut figures = json!({ "bench": "typesetter" });
    for (name, document) in letters {
        let press = Press::new();
        let begun = Instant::now();
        let first = press.print(&document).map_err(typesetting)?;
        let cold_ms = millis(begun);
        let raster = Raster::open(first.pdf.clone()).map_err(typesetting)?;
        let last = raster.page_count() - 1;
        figures[name] = json!({
            "pages": first.pages,
            "pdf_bytes": first.pdf.len(),
            "page_png_bytes": raster.page_png(0, 150.0).map_err(typesetting)?.len(),
            "cold_ms": cold_ms,
            "set_cpu_ms": cost(|| press.typeset(&document))?,
            "print_cpu_ms": cost(|| press.print(&document))?,
            "first_page_150_dpi_ms": waited(|| raster.page_png(0, 150.0))?,
            "last_page_150_dpi_ms": waited(|| raster.page_png(last, 150.0))?,
            "opened_and_first_page_150_dpi_ms": waited(|| {
                Raster::open(first.pdf.clone())?.page_png(0, 150.0)
            })?,
        });
    }
    Ok(figures)
}
