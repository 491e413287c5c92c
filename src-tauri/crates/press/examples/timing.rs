//! Prints what a two-page letter costs: set, write, draw; warm.
#![allow(clippy::print_stdout, missing_docs)]

#[path = "../tests/support/mod.rs"]
mod support;

use std::time::Instant;

use press::{LetterheadForm, Press, Raster};

/// The time this process has had of a processor, where the system tells it: on a
/// busy machine the clock on the wall says nothing.
fn spent() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    Some(told.split(' ').next()?.parse::<f64>().ok()? / 1e6)
}

/// Processor milliseconds of one of `RUNS` calls.
fn cost(mut call: impl FnMut()) -> f64 {
    let wall = Instant::now();
    let before = spent();
    for _ in 0..RUNS {
        call();
    }
    let took = match (before, spent()) {
        (Some(before), Some(after)) => after - before,
        _ => wall.elapsed().as_secs_f64() * 1000.0,
    };
    took / f64::from(RUNS)
}

const RUNS: u32 = 50;

fn main() {
    let doc = support::russian(LetterheadForm::Longitudinal, 2);
    let rich = support::rich();
    for (name, doc) in [("plain", doc), ("rich", rich)] {
        let press = Press::new();
        let cold = Instant::now();
        let first = press.print(&doc).expect("prints");
        let cold = cold.elapsed();
        let set = cost(|| drop(press.set(&doc).expect("sets")));
        let print = cost(|| drop(press.print(&doc).expect("prints")));
        let raster = Raster::open(first.pdf.clone()).expect("opens");
        let draw = cost(|| drop(raster.page_png(0, 150.0).expect("draws")));
        let last = raster.page_count() - 1;
        let draw_last = cost(|| drop(raster.page_png(last, 150.0).expect("draws")));
        let png = raster.page_png(0, 150.0).expect("draws").len();
        println!(
            "{name}: {} pages, {} bytes, cold {cold:?}; ms of a processor: set {set:.2}, print {print:.2}, \
             first page at 150 dpi {draw:.2}, last {draw_last:.2} ({png} bytes)",
            first.pages,
            first.pdf.len()
        );
    }
}
