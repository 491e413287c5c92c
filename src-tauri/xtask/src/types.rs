//! `types`: the TypeScript twin of the types that cross the window's border.

use crate::packages::{self, Purpose};
use crate::pages;
use crate::step::{Outcome, cargo, run};

/// Writes `ui/src/backend/types.ts` anew. The same test without the variable
/// only compares, and fails when the file has drifted from the Rust types.
pub fn write() -> Outcome {
    packages::ensure(Purpose::Build)?;
    pages::ensure_packages()?;
    pages::ensure_built()?;
    let words = [
        "test",
        "--package",
        "otvet",
        "--features",
        "dialog-answers",
        "types_of_the_pages",
        "--",
        "--nocapture",
    ];
    run(
        "write ui/src/backend/types.ts",
        cargo(&words).env("OTVET_WRITE_TYPES", "1"),
    )
}
