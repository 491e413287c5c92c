//! Where the texts of a template may speak of one demand.

use super::model::{BlockTemplate, TemplateText};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whether a text of a template is about one demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DemandScope {
    /// Its words may name what is known of the demand.
    pub words: bool,
    /// Its conditions may ask about the demand: they are looked at for each demand anew.
    pub conditions: bool,
}

impl DemandScope {
    /// Of a heading, which stands once in a letter.
    pub const HEADING: Self = Self {
        words: false,
        conditions: false,
    };
    /// Of a snippet, which speaks of whatever the text does that takes it up.
    pub const SNIPPET: Self = Self {
        words: true,
        conditions: true,
    };

    pub fn of_block(block: &BlockTemplate) -> Self {
        Self {
            words: block.each_demand || block.shape.lists_demands(),
            conditions: block.each_demand,
        }
    }
}

/// The same for every text of a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DemandScopes {
    pub heading: DemandScope,
    /// In the order in which the blocks stand.
    pub blocks: Vec<DemandScope>,
    pub snippet: DemandScope,
}

impl DemandScopes {
    pub fn of(text: &TemplateText) -> Self {
        Self {
            heading: DemandScope::HEADING,
            blocks: text.blocks.iter().map(DemandScope::of_block).collect(),
            snippet: DemandScope::SNIPPET,
        }
    }
}
