//! The office itself.

pub(crate) mod letterhead;
pub(crate) mod numbering;
pub(crate) mod profile;
pub(crate) mod requisites;
pub(crate) mod words;

pub use letterhead::{LetterheadTry, letterhead_picture};
pub use numbering::{NumberExample, NumberingExamples, numbering_examples};
pub use profile::{
    OfficeInfo, Safety, clock_agrees, clock_trust, loss_accept, new_profile, office_info,
    profile_save,
};
pub use requisites::{RequisiteWarning, requisites_check};
pub use words::{OwnWord, own_words, word_add, word_remove};
