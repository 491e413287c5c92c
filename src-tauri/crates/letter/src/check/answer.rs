//! What a letter says to one demand.

use crate::case::DemandForLetter;
use crate::text::LetterText;

/// The blocks about a demand: id and words.
pub fn answer_to<'a>(letter: &'a LetterText, demand: &DemandForLetter) -> Vec<(&'a str, String)> {
    let role = format!("demand:{}", demand.id);
    let own = letter.blocks.iter().filter(|b| b.role == role);
    own.map(|b| (b.id.as_str(), b.reads())).collect()
}

/// The id of the block that states the decision on a demand.
pub fn decision_block(demand: &DemandForLetter) -> String {
    format!("demand:{}/decision", demand.id)
}
