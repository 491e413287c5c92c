//! The text of a letter.

mod block;
mod composed;
mod letter_text;

pub use block::{
    Block, Content, EnclosureLine, Line, Lock, Span, after_stop, line_text, printed, references,
};
pub use composed::{Composed, ComposedBlock, composed_blocks, wording_digest};
pub use letter_text::{LetterText, Signer, Unresolved, unresolved};
