//! The values that a writer gives besides the case, for letters of some kinds.

use super::known::Facts;
use crate::case::{Term, TermBy};
use crate::names::latin_name::in_english;
use crate::names::signatory::signatory;
use crate::words::clean::clean_line;
use crate::words::figures::{date, figures_and_words};
use crate::words::phrases::phrases;
use crate::words::sentence::{fragment, paragraphs};
use crate::words::time_of_day::time_of_day;
use complaint::{Language, LetterKind};
use russian::name::Case;
use std::collections::BTreeMap;

/// The terms that one side keeps, those with words alone.
pub fn terms<'a>(facts: &Facts<'a>, by: TermBy) -> impl Iterator<Item = &'a Term> + use<'a> {
    let all = facts.case.writer_words.particulars.settlement.terms.iter();
    all.filter(move |t| t.by == by && !t.text.trim().is_empty())
}

/// A value, or `None` when it is not of these or not known.
pub fn value(facts: &Facts<'_>, name: &str) -> Option<String> {
    let case = facts.case;
    let own = &case.writer_words.particulars;
    let language = facts.language;
    let day = |d: Option<chrono::NaiveDate>| d.map(|d| date(d, language));
    let part = |text: &str| Some(fragment(&clean_line(text)));
    let prose = |text: &str| Some(paragraphs(text));
    if let Some(form) = name.strip_prefix("who.") {
        return word_of(&phrases(language).who, facts, form, "usual");
    }
    if let Some(form) = name.strip_prefix("we.") {
        let usual = if is_sole_trader(&case.office.requisites.name) {
            "trader"
        } else {
            "usual"
        };
        return word_of(&phrases(language).we, facts, form, usual);
    }
    match name {
        "complainant" => Some(match language {
            Language::Ru => clean_line(&case.matter.complainant.name),
            Language::En => in_english(&clean_line(&case.matter.complainant.name)),
        }),
        "complainant_address" => Some(clean_line(&case.matter.complainant.address)),
        "signatory_gen" => signatory_genitive(facts),
        "recipient" => Some(own.recipient.called()),
        "recipient_address" => Some(clean_line(&own.recipient.address)),
        "forwarding_reason" => part(&own.forwarding_reason),
        "inspection_date" => day(own.inspection.on),
        "inspection_time" => time_of_day(&own.inspection.at),
        "inspection_place" => part(&own.inspection.place),
        "inspection_object" => part(&own.inspection.object),
        "inspection_by" => part(&own.inspection.by),
        "inspection_reply_date" => day(own.inspection.reply_by),
        "act_until" => time_of_day(&own.act.until),
        "act_found" => prose(&own.act.found),
        "act_remarks" => prose(&own.act.remarks),
        "act_reason" => part(&own.act.reason),
        "act_notified" => part(&own.act.notified),
        "said" => part(&own.correction.said),
        "right" => part(&own.correction.right),
        "mistake" => part(&own.correction.reason),
        "corrected_number" => case.corrects.as_ref().map(|l| clean_line(&l.number)),
        "corrected_date" => day(case.corrects.as_ref().map(|l| l.date)),
        "replaced_number" => case.replaces.as_ref().map(|l| clean_line(&l.number)),
        "replaced_date" => day(case.replaces.as_ref().map(|l| l.date)),
        "offer_date" => day(own.settlement.until),
        "inquiry_number" => Some(clean_line(&own.inquiry.number)),
        "inquiry_date" => day(own.inquiry.on),
        "ticket" => Some(clean_line(&own.inquiry.ticket)),
        "contract" => part(&own.claim.contract),
        "contract_date" => day(own.claim.contract_on),
        "claim_ground" => part(&own.claim.ground),
        "claim_demand" => part(&own.claim.demand),
        "claim_amount" => own.claim.amount.map(|s| figures_and_words(s, language)),
        "claim_date" => day(own.claim.until),
        "data_categories" => part(&own.data.categories),
        "data_purposes" => part(&own.data.purposes),
        "data_basis" => part(&own.data.basis),
        "data_source" => part(&own.data.source),
        "data_shared" => part(&own.data.shared),
        "data_kept" => part(&own.data.kept),
        "data_ways" => part(&own.data.ways),
        "data_entrusted" => part(&own.data.entrusted),
        "data_abroad" => part(&own.data.abroad),
        "data_measures" => part(&own.data.measures),
        "data_done" => prose(&own.data.done),
        "forwarding_number" => facts.issued(LetterKind::Forwarding).map(|l| l.0),
        "forwarding_date" => facts.issued(LetterKind::Forwarding).map(|l| l.1),
        "invitation_number" => facts.issued(LetterKind::InspectionInvitation).map(|l| l.0),
        "invitation_date" => facts.issued(LetterKind::InspectionInvitation).map(|l| l.1),
        "answer_number" => facts.issued_answer().map(|l| l.0),
        "answer_date" => facts.issued_answer().map(|l| l.1),
        "term_text" => part(&facts.term?.text),
        "term_amount" => facts.term?.amount.map(|s| figures_and_words(s, language)),
        "term_date" => day(facts.term?.due),
        _ => None,
    }
}

fn word_of(
    words: &BTreeMap<String, BTreeMap<String, String>>,
    facts: &Facts<'_>,
    form: &str,
    usual: &str,
) -> Option<String> {
    let (form, capital) = match form.strip_prefix("cap_") {
        Some(form) => (form, true),
        None => (form, false),
    };
    let forms = words
        .get(facts.case.matter.regime.as_str())
        .or_else(|| words.get(usual))?;
    let word = forms.get(form)?;
    Some(if capital {
        russian::amount::capitalised(word)
    } else {
        word.clone()
    })
}

/// A post as an ordinary word within a sentence: without its capital, unless
/// it is an abbreviation.
pub fn within_a_sentence(post: &str) -> String {
    let mut signs = post.chars();
    match (signs.next(), signs.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(post.chars().skip(1)).collect()
        }
        _ => post.to_owned(),
    }
}

/// A sole trader acts for himself: nobody stands «в лице».
pub fn is_sole_trader(name: &str) -> bool {
    russian::name::is_sole_trader(&clean_line(name))
}

/// «директора Громовой Анны Сергеевны»; in English as it stands.
fn signatory_genitive(facts: &Facts<'_>) -> Option<String> {
    let signatory = signatory(&facts.case.office.requisites.signatory, facts.language);
    let (post, name) = (clean_line(&signatory.post), clean_line(&signatory.name));
    if post.is_empty() || name.is_empty() {
        return None;
    }
    Some(match facts.language {
        Language::En => format!("{} ({})", in_english(&name), post),
        Language::Ru => {
            let post = within_a_sentence(&russian::name::decline_post(&post, Case::Genitive));
            format!(
                "{post} {}",
                russian::name::decline_full(&name, None, Case::Genitive)
            )
        }
    })
}
