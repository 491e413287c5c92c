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

/// The time this process has had of a processor, and those that it started and saw end, ms, where the system tells
/// it: on a busy machine the clock on the wall says nothing.
fn spent() -> Option<f64> {
    /// The system counts a process's children in hundredths of a second.
    const TICK_MS: f64 = 10.0;
    let told = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    let own = told.split(' ').next()?.parse::<f64>().ok()? / 1e6;
    let told = std::fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the name, which may hold blanks, the thirteenth and the fourteenth.
    let (_, behind) = told.rsplit_once(") ")?;
    let mut ticks = behind.split(' ').skip(13).map(str::parse::<f64>);
    let children = ticks.next()?.ok()? + ticks.next()?.ok()?;
    Some(own + children * TICK_MS)
}

/// Processor milliseconds of one of [`RUNS`] calls that `all` makes.
fn cost_of_all(all: impl FnOnce() -> Result<(), press::PressError>) -> Outcome<f64> {
    let wall = Instant::now();
    let before = spent();
    all().map_err(typesetting)?;
    let took = match (before, spent()) {
        (Some(before), Some(after)) => after - before,
        _ => millis(wall),
    };
    Ok((took / f64::from(RUNS) * 100.0).round() / 100.0)
}

fn cost<T>(mut call: impl FnMut() -> Result<T, press::PressError>) -> Outcome<f64> {
    cost_of_all(|| {
        for _ in 0..RUNS {
            std::hint::black_box(call()?);
        }
        Ok(())
    })
}

/// What drawing a page of a file that is open costs; its process ends within, so that it is counted.
fn cost_of_page(pdf: &[u8], page: usize) -> Outcome<f64> {
    cost_of_all(|| {
        let raster = Raster::open(pdf.to_vec())?;
        for _ in 0..RUNS {
            std::hint::black_box(raster.page_png(page, 150.0)?);
        }
        Ok(())
    })
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
            "first_page_150_dpi_cpu_ms": cost_of_page(&first.pdf, 0)?,
            "last_page_150_dpi_cpu_ms": cost_of_page(&first.pdf, last)?,
            "opened_and_first_page_150_dpi_cpu_ms": cost(|| {
                Raster::open(first.pdf.clone())?.page_png(0, 150.0)
            })?,
        });
    }
    Ok(figures)
}
