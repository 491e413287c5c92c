//! Keeping and erasing: what is due to go, what an order keeps, and what is held of one person.

pub(crate) mod act;
pub(crate) mod copies;
pub(crate) mod due;
pub(crate) mod hold;
pub(crate) mod person;
pub(crate) mod report;
pub(crate) mod undone;
pub(crate) mod values;

pub use due::{erasures, retention_due, retention_erase, retention_tend};
pub use hold::{complaint_hold, complaint_hold_lift};
pub use person::{person_data, person_erase};
pub use undone::{erasures_repeat, erasures_undone, erasures_undone_keep};
pub use values::{
    CaseFate, CopyHolding, DueItem, Erasure, ErasureRow, HoldRef, HoldSave, Keeping, MentionedIn,
    PersonCase, PersonData, PersonErase, PersonErased, PersonRef, RetentionDue, RetentionErase,
    UndoneItem,
};
