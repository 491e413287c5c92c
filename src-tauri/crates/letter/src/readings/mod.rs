//! Three readings of a letter: what the customer, the inspector and the judge
//! look for in it, what they find and where. The screens call it so, too.
//!
//! What they look for is data, `points.toml`; how a thing is looked for is told
//! in `look`.

mod conditions;
mod look;
mod points;
mod reading;
mod subject;
mod three;

pub use reading::{Presence, Reader, Reading, ReadingPoint};
pub use three::readings;
