//! The lines that address a body or firm, or a person there.

use super::addressee::addressee;
use super::own_form::with_own_forms;
use crate::case::{CaseForLetter, Recipient};
use crate::words::clean::clean_line;
use complaint::Language;
use russian::name::{Case, decline_organisation, decline_post};

/// The lines that name a recipient: the person with post and body, or the body
/// alone, in the nominative as the standard has it.
pub fn recipient_addressee(
    who: &Recipient,
    case: &CaseForLetter,
    language: Language,
) -> Vec<String> {
    let organisation = clean_line(&who.organisation);
    let post = clean_line(&who.post);
    let Some(person) = who.person() else {
        return vec![organisation];
    };
    let name = addressee(&with_own_forms(&person, case, language), language);
    match language {
        Language::En => vec![name, post, organisation],
        Language::Ru if post.is_empty() => vec![organisation, name],
        Language::Ru => vec![
            format!(
                "{} {}",
                decline_post(&post, Case::Dative),
                decline_organisation(&organisation, Case::Genitive)
            )
            .trim()
            .to_owned(),
            name,
        ],
    }
}
