//! Prints what a two-page letter costs: set, write, draw; warm.
#![allow(clippy::print_stdout, missing_docs)]

#[path = "../tests/support/mod.rs"]
mod support;

use std::time::Instant;

use press::{LetterheadForm, Press, Raster};

fn main() {
    let doc = support::russian(LetterheadForm::Longitudinal, 2);
    let rich = support::rich();
    for (name, doc) in [("plain", doc), ("rich", rich)] {
        let press = Press::new();
        let cold = Instant::now();
        let first = press.print(&doc).expect("prints");
        let cold = cold.elapsed();
        const RUNS: u32 = 50;
        let start = Instant::now();
        for _ in 0..RUNS {
            press.set(&doc).expect("sets");
        }
        let set = start.elapsed() / RUNS;
        let start = Instant::now();
        for _ in 0..RUNS {
            press.print(&doc).expect("prints");
        }
        let print = start.elapsed() / RUNS;
        let raster = Raster::open(first.pdf.clone()).expect("opens");
        let start = Instant::now();
        for _ in 0..RUNS {
            raster.page_png(0, 150.0).expect("draws");
        }
        let draw = start.elapsed() / RUNS;
        let png = raster.page_png(0, 150.0).expect("draws").len();
        println!(
            "{name}: {} pages, {} bytes, cold {cold:?}, set {set:?}, print {print:?}, page at 150 dpi {draw:?} ({png} bytes)",
            first.pages,
            first.pdf.len()
        );
    }
}
