//! Starting, driving and ending the real program for the acceptance tests.

mod answers;
mod axe;
#[cfg(target_os = "linux")]
pub mod disk;
mod driver;
mod machine;
mod program;
mod sample;
mod screen;
pub mod windowless;
mod wire;

pub use answers::{Answers, Asked};
pub use axe::Finding;
pub use driver::{Driver, Element, Window};
pub use machine::{Machine, own_files, top};
pub use program::{Start, Workstation};
pub use sample::SampleOffice;
pub use screen::Screen;
