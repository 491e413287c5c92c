//! The values that use cases take and give, as every host and the screens see
//! them: JSON in snake case, ids as strings, sums as strings with two
//! decimals, times in RFC 3339, days in ISO 8601.

mod approval;
mod case;
mod clocks;
mod forms;
mod inspection;
mod intake;
mod letters;
mod norms;
mod papers;
mod posting;
mod settings;
mod templates;
pub mod typescript;

pub use approval::*;
pub use case::*;
pub use clocks::*;
pub use forms::*;
pub use inspection::*;
pub use intake::*;
pub use letter::{Sheet as TemplateSheet, TemplateWords};
pub use letters::*;
pub use norms::*;
pub use papers::*;
pub use posting::*;
pub use settings::*;
pub use templates::*;
