//! What the office itself words: the names of files, and sentences that go into its
//! records and onto its papers. Titles on papers are in the templates of `letter`,
//! everything on the screens is worded there.

mod en;
mod figures;
mod ru;
mod worded;

pub(crate) use worded::{PenaltyRate, Promise, Texts};

use complaint::Language;

pub(crate) fn texts(language: Language) -> &'static Texts {
    match language {
        Language::Ru => &ru::TEXTS,
        Language::En => &en::TEXTS,
    }
}
