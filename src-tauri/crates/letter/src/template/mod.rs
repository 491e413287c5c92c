//! Templates: letters as data.
//!
//! A template is a TOML file of blocks. A block has an id, a lock, conditions
//! over the case and a text. Blocks of one id are variants: the first whose
//! conditions hold is taken. In a text
//!
//! - `{name}` is a field, an atom in the editor, unresolved while the case
//!   does not know it; `{=name}` puts the value in as words;
//! - `{>name}` puts in the first snippet of that name whose conditions hold;
//! - `[[ … ]]` falls away when anything within it is unknown;
//! - `**…**` is bold, `*…*` italic;
//! - a backslash takes the meaning off the sign behind it.
//!
//! Values are put in after a text is taken apart, so nothing a stranger wrote
//! is ever read as template language.

mod example;
mod fault;
mod faults;
mod file;
mod model;
mod parsing;
mod piece;
mod program;
mod scope;
mod used;

pub use example::example_case;
pub use fault::{FaultCode, TemplateFault, TemplatePart, Weight};
pub use faults::{LONGEST_TEMPLATE_NAME, faults};
pub use file::parsing::{MOST_BYTES, read_templates};
pub use file::writing::write_templates;
pub use model::{
    BlockShape, BlockTemplate, KindWords, StandaloneTemplate, Template, TemplateText, Variant,
};
pub use piece::{Piece, parse};
pub use program::{KindLabel, KindLabels, kind_labels, shipped, shipped_standalone};
pub use scope::{DemandScope, DemandScopes};
pub use used::used_blocks;
