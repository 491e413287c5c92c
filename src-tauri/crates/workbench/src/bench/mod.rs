//! The figures of `cargo xtask bench`: each is measured beside a rival in the
//! same run, and given as a ratio to it, for seconds differ between machines.

mod attach;
mod backup;
mod files;
mod ground;
mod letters;
mod lock;
mod matrix;
mod measure;
mod questions;
mod register;
mod timing;
mod typesetter;

pub use measure::{Measure, measured};
