//! `types`: the TypeScript twin of the types that cross the window's border.

use crate::step::{Outcome, cargo, run};

/// Writes `ui/src/backend/types` anew. The same test without the variable
/// only compares, and fails when a file has drifted from the Rust types.
pub fn write() -> Outcome {
    let words = [
        "test",
        "--package",
        "commands",
        "types_of_the_pages",
        "--",
        "--nocapture",
    ];
    run(
        "write ui/src/backend/types",
        cargo(&words).env("OTVET_WRITE_TYPES", "1"),
    )
}
