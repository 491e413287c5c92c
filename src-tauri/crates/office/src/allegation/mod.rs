//! What the complainant states, point by point, and what the office established of it.

mod changes;
mod suggestion;
mod values;

pub use changes::{
    allegation_remove, allegation_save, allegation_split, allegations_join, allegations_order,
    allegations_take,
};
pub use suggestion::allegations_suggest;
pub use values::{
    AllegationRef, AllegationSave, AllegationSplit, AllegationSuggestion, AllegationsJoin,
    AllegationsOrder, AllegationsTake,
};
