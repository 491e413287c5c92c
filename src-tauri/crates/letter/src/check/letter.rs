//! Reading a letter against its case.

use super::finding::{Finding, Findings, Severity};
use super::{
    act_in_force, apology, bystander, card_number, consumer_law, contradiction, decided_sum,
    decision, enclosure, exclamation, figure, final_duties, forwarded, gap, kind_mismatch,
    leftover, missing_part, officialese, open_field, point, promise, promised_day, promised_sum,
    readability, reference, refusal, requisites, rights, secret, shouting, signatory_post, slip,
    spelling, sum_in_words, thanks, thin_answer, unset, wording,
};
use crate::case::CaseForLetter;
use crate::text::{Content, LetterText};
use complaint::DecisionKind;

/// Reads a letter against its case. The gravest findings of a place come first.
pub fn check(letter: &LetterText, case: &CaseForLetter) -> Vec<Finding> {
    let mut found = Findings::default();
    open_field::check(letter, &mut found);
    missing_part::check(letter, &mut found);
    enclosure::check(letter, case, &mut found);
    forwarded::check(letter, case, &mut found);
    reference::check(letter, case, &mut found);
    figure::check(letter, case, &mut found);
    requisites::check(case, &mut found);
    signatory_post::check(letter, &mut found);
    thanks::check(letter, case, &mut found);
    promise::check(letter, case, &mut found);
    sum_in_words::check(letter, &mut found);
    leftover::check(letter, &mut found);
    unset::check(letter, &mut found);
    act_in_force::check(letter, case, &mut found);
    consumer_law::check(letter, case, &mut found);
    secret::check(letter, case, &mut found);
    bystander::check(letter, case, &mut found);
    slip::check(letter, case, &mut found);
    if letter.kind.is_final() {
        point::check(letter, case, &mut found);
        contradiction::check(letter, case, &mut found);
        promised_sum::check(letter, case, &mut found);
        promised_day::check(letter, case, &mut found);
        apology::check(letter, case, &mut found);
        final_duties::check(letter, case, &mut found);
        kind_mismatch::check(letter, case, &mut found);
        decision::check(letter, case, &mut found);
        decided_sum::check(letter, case, &mut found);
        refusal::check(letter, case, &mut found);
        thin_answer::check(letter, case, &mut found);
        rights::check(letter, case, &mut found);
    }
    said(letter, &mut found);
    spelling::check(letter, case, &mut found);
    exclamation::check(letter, &mut found);
    officialese::check(&mut found);
    admission_weighs_less_where_all_is_granted(case, &mut found);
    let mut found = found.into_list();
    gap::told_once(letter, &mut found);
    let order = |f: &Finding| {
        let block = letter
            .blocks
            .iter()
            .position(|b| Some(&b.id) == f.block.as_ref());
        (block.map_or(0, |b| b + 1), f.start, f.severity)
    };
    complaint::order::by_key(&mut found, order);
    found
}

fn said(letter: &LetterText, found: &mut Findings) {
    let parts = [
        ("heading", &letter.heading),
        ("salutation", &letter.salutation),
        ("closing", &letter.closing),
    ];
    for (part, text) in parts {
        wording::check(text, letter.language, Some(part), found);
        shouting::check(text, Some(part), found);
    }
    for block in &letter.blocks {
        // The complainant's words are quoted, not said.
        if matches!(block.content, Content::Quote { .. }) {
            continue;
        }
        let text = block.reads();
        wording::check(&text, letter.language, Some(&block.id), found);
        shouting::check(&text, Some(&block.id), found);
        readability::check(&text, letter.language, Some(&block.id), found);
        card_number::check(&text, Some(&block.id), found);
    }
}

/// Where everything is granted, a plain word about one's own part is a choice,
/// not a slip.
fn admission_weighs_less_where_all_is_granted(case: &CaseForLetter, found: &mut Findings) {
    let decisions = case.decisions();
    if decisions.is_empty() || decisions.iter().any(|&d| d != DecisionKind::Satisfy) {
        return;
    }
    for finding in found.list_mut() {
        if finding.rule == "admission.guilt" {
            finding.severity = Severity::Should;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{ready_letter, reword};
    use crate::text::{Block, Lock, Span};
    use complaint::LetterKind;

    #[test]
    fn a_quotation_of_the_complainant_is_not_our_word() {
        let (mut letter, case) = ready_letter(LetterKind::FinalRefusal);
        let rules = |letter: &LetterText| -> Vec<String> {
            check(letter, &case).into_iter().map(|f| f.rule).collect()
        };
        reword(
            &mut letter,
            "/reasons/2",
            "Вы пишете: «Вы мошенники и хамы». Мы проверили это.",
        );
        letter.blocks.push(Block {
            id: "theirs".into(),
            lock: Lock::Free,
            role: String::new(),
            content: Content::Quote {
                paragraphs: vec![vec![Span::text("Все вы лжецы")]],
            },
        });
        assert!(rules(&letter).is_empty());
        reword(&mut letter, "/reasons/2", "Вы мошенница.");
        assert_eq!(rules(&letter), ["defamation"]);
    }

    #[test]
    fn an_admission_is_a_choice_where_all_is_granted() {
        let admitting = |kind| {
            let (mut letter, case) = ready_letter(kind);
            reword(
                &mut letter,
                "/decision",
                "Мы виноваты и удовлетворяем это требование.",
            );
            let found = check(&letter, &case).into_iter();
            found
                .filter(|f| f.rule == "admission.guilt")
                .map(|f| f.severity)
                .collect::<Vec<_>>()
        };
        assert_eq!(admitting(LetterKind::FinalSatisfied), [Severity::Should]);
        assert_eq!(admitting(LetterKind::FinalPartial), [Severity::Must]);
    }

    #[test]
    fn the_gravest_finding_of_a_place_comes_first() {
        let (mut letter, case) = ready_letter(LetterKind::FinalPartial);
        letter.heading.clear();
        letter.closing.clear();
        let found = check(&letter, &case);
        let severities: Vec<Severity> = found.iter().map(|f| f.severity).collect();
        assert_eq!(severities, [Severity::Must, Severity::Hint]);
    }
}
