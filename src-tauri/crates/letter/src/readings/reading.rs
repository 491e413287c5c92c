//! What a reading is.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whose eyes the letter is read with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Reader {
    /// The person who complained.
    Customer,
    /// An inspector of the authority.
    Inspector,
    /// A judge, who weighs facts, grounds and proofs.
    Judge,
}

/// Whether what is looked for is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// A place of the letter shows it.
    Found,
    /// No place shows it, or one spoils it.
    Missing,
    /// This letter need not have it.
    NotApplicable,
}

/// One thing a reader looks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReadingPoint {
    /// The reader and what is looked for: «customer.when».
    pub id: String,
    pub seen: Presence,
    /// Where, as in [`crate::Finding::block`]; of what is missing, the place that
    /// spoils it or where it belongs, if there is one.
    pub block: Option<String>,
    /// Start of the place in `char`s of the block, as in [`crate::Finding::start`].
    pub start: u32,
    /// End of the place, exclusive; equal to `start` for the block as a whole.
    pub end: u32,
    /// What is looked for, in Russian.
    pub title_ru: String,
    /// What is looked for, in English.
    pub title_en: String,
    /// Why this reader looks for it, in one Russian sentence.
    pub why_ru: String,
    /// Why this reader looks for it, in one English sentence.
    pub why_en: String,
    /// What cures it where it is missing, in Russian; else empty. A defect is
    /// cured, as lawyers say.
    pub cure_ru: String,
    pub cure_en: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reading {
    pub reader: Reader,
    /// What they look for, in the order of their looking.
    pub points: Vec<ReadingPoint>,
}
