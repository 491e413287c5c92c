//! What the use cases of allegations take and give.

use complaint::{AllegationFields, AllegationId, ComplaintId, DemandId, SourcePhrase};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A new or changed point of a complaint, with what was established of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AllegationSave {
    pub complaint: ComplaintId,
    /// The point to change; a new one when absent.
    #[serde(default)]
    pub allegation: Option<AllegationId>,
    #[serde(flatten)]
    pub fields: AllegationFields,
}

/// Points taken at once, as from what was suggested.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AllegationsTake {
    pub complaint: ComplaintId,
    pub allegations: Vec<AllegationFields>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AllegationRef {
    pub complaint: ComplaintId,
    pub allegation: AllegationId,
}

/// Another order of the points; each of them is named once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AllegationsOrder {
    pub complaint: ComplaintId,
    pub order: Vec<AllegationId>,
}

/// Makes two points of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AllegationSplit {
    pub complaint: ComplaintId,
    pub allegation: AllegationId,
    /// Where the second one begins, in `char`s of what is stated.
    pub at: u32,
}

/// Makes one point of two; it stands where the first stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AllegationsJoin {
    pub complaint: ComplaintId,
    pub allegation: AllegationId,
    /// The one that goes into it.
    pub with: AllegationId,
}

/// A point that the text of the complaint seems to make and nobody wrote down yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AllegationSuggestion {
    pub text: String,
    pub phrase: SourcePhrase,
    /// The demand that rests on it, where there is one alone.
    pub demands: Vec<DemandId>,
}
