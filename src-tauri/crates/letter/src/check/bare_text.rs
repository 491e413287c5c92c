//! Reading a text that is not (yet) a letter of ours.

use super::decision::says_decision;
use super::finding::{Finding, Findings, Place, Rule};
use super::{
    act_in_force, card_number, leftover, officialese, readability, shouting, sum_in_words, wording,
};
use crate::words::folded::folded;
use crate::words::named_dates::A_DAY;
use crate::words::pattern::Pattern;
use complaint::{AddressedTo, Language, LetterKind};

/// Reads a plain text, as far as that can be done without a case. Without a
/// kind it is taken for a final answer. Places count the `char`s of the text.
pub fn check_text(text: &str, kind: Option<LetterKind>) -> Vec<Finding> {
    let language = language_of(text);
    let mut found = Findings::default();
    wording::check(text, language, None, &mut found);
    shouting::check(text, None, &mut found);
    readability::check(text, language, None, &mut found);
    card_number::check(text, None, &mut found);
    let low = folded(text);
    lacking(text, &low, kind, &mut found);
    officialese::check(&mut found);
    leftover::check_text(text, None, false, &mut found);
    act_in_force::check_text(text, None, None, &mut found);
    sum_in_words::check_text(text, language, None, &mut found);
    let mut found = found.into_list();
    // A form's blanks are what it is for.
    if kind == Some(LetterKind::Statement) {
        found.retain(|f| f.rule != "field.leftover");
    }
    complaint::order::by_key(&mut found, |f| (f.start, f.severity));
    found
}

/// Notes what such a letter must have and the text does not show.
fn lacking(text: &str, low: &str, kind: Option<LetterKind>, found: &mut Findings) {
    let mut note = |rule: Rule, ru: &str, en: &str| found.note(rule, Place::whole(), ru, en);
    let is_final = kind.is_none_or(LetterKind::is_final);
    let is_paper = kind.is_some_and(LetterKind::is_paper);
    // An office or a firm may be greeted without a name.
    let by_name = kind.is_none_or(|k| k.addressed_to() == AddressedTo::Complainant);
    if by_name && !GREETING.fits(low) {
        note(
            Rule::must("salutation.missing"),
            "Нет обращения по имени.",
            "There is no salutation by name.",
        );
    }
    if is_final && !says_decision(text) {
        note(
            Rule::must("decision.missing"),
            "Не видно решения: да, частично или нет.",
            "There is no decision: yes, in part or no.",
        );
    }
    if !DATE.fits(low) {
        note(
            Rule::must("date.missing"),
            "Нет ни одной даты: когда обращение поступило, что и когда будет сделано.",
            "There is no date: when the complaint came in, what will be done and when.",
        );
    }
    if is_final && !CHECKED.fits(low) {
        note(
            Rule::should("facts.missing"),
            "Не сказано, что и кто проверил и что установлено.",
            "Nothing says what was checked, by whom and what was found.",
        );
    }
    if !is_paper && !SIGNED.fits(low) {
        note(
            Rule::must("signatory.missing"),
            "Письмо никем не подписано.",
            "Nobody signs the letter.",
        );
    }
    let refuses = REFUSES.fits(low);
    if is_final && refuses {
        if !GROUND.fits(low) {
            note(
                Rule::must("refusal.no_ground"),
                "Отказ без основания: назовите пункт договора или статью закона.",
                "A refusal without its ground: name the clause or the article.",
            );
        }
        if !COURT.fits(low) {
            note(
                Rule::must("rights.court"),
                "При отказе надо сказать о праве обратиться в суд.",
                "A refusal must mention the right to go to court.",
            );
        }
    }
    if OPEN.fits(low) {
        note(
            Rule::must("field.unresolved"),
            "В тексте осталось незаполненное место.",
            "A place in the text is not filled in.",
        );
    }
}

pub(super) fn language_of(text: &str) -> Language {
    let cyrillic = text
        .chars()
        .filter(|c| ('а'..='я').contains(c) || ('А'..='Я').contains(c))
        .count();
    let latin = text.chars().filter(char::is_ascii_alphabetic).count();
    if cyrillic >= latin {
        Language::Ru
    } else {
        Language::En
    }
}

static GREETING: Pattern = Pattern::new(&[
    r"уважаем(?:ый|ая|ые)|здравствуйте, \p{L}|добр(?:ый|ое) (?:день|утро|вечер), \p{L}|\bdear\s+\p{L}",
]);
static DATE: Pattern = Pattern::new(&A_DAY);
static CHECKED: Pattern = Pattern::new(&[
    r"провер|осмотр|установ|изуч|запрос(?:или|ил)|сверили|опросили|экспертиз|заключени|checked|inspect|examin|found|reviewed",
]);
static SIGNED: Pattern = Pattern::new(&[
    r"с уважением|директор|управляющ|руководител|менеджер\b|индивидуальный предприниматель|\bип \p{L}|sincerely|regards|director|manager",
]);
static REFUSES: Pattern = Pattern::new(&[
    r"отказ(?:ано|ать|ываем)\b|(?:удовлетворить|вернуть|выполнить|заменить|возместить)\s+(?:\p{L}+\s+){0,4}не (?:можем|представляется)|не (?:можем|представляется возможным) (?:\p{L}+\s+){0,2}(?:удовлетворить|вернуть|выполнить|заменить|возместить)|не подлежит (?:возврату|удовлетворению|обмену)|unable to accept|we (?:refuse|decline|reject)",
]);
static GROUND: Pattern = Pattern::new(&[
    r"\bст\.|стать(?:я|и|е|ей|ю)\b|\bп\.\s*\d|пункт|закон|договор|оферт|правил|article|clause|contract|act\b",
]);
static COURT: Pattern = Pattern::new(&[r"\bсуд(?:а|е|у|ом)?\b|\bcourt\b"]);
static OPEN: Pattern = Pattern::new(&[r"\[(?:имя|дата|сумма|фио|срок|причина)[^\]]*\]"]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_letter_gets_every_finding() {
        let worst = "Уважаемый клиент! Ваше обращение очень важно для нас. Просим Вас обратиться повторно по официальным каналам.";
        let found: Vec<String> = check_text(worst, None)
            .into_iter()
            .map(|f| f.rule)
            .collect();
        for rule in [
            "greeting.anonymous",
            "official_channels",
            "decision.missing",
            "date.missing",
            "facts.missing",
            "signatory.missing",
        ] {
            assert!(found.iter().any(|f| f == rule), "{rule} in {found:?}");
        }
        let empty = check_text("", None);
        let missing = empty.iter().filter(|f| f.rule == "decision.missing");
        assert_eq!(missing.count(), 1);
    }

    #[test]
    fn a_refusal_without_ground_or_court_is_told() {
        let found = check_text("Вернуть деньги не можем.", None);
        let rules: Vec<&str> = found.iter().map(|f| f.rule.as_str()).collect();
        assert!(rules.contains(&"refusal.no_ground"), "{rules:?}");
        assert!(rules.contains(&"rights.court"), "{rules:?}");
    }

    #[test]
    fn a_paper_and_a_letter_to_an_office_need_less() {
        let found = |kind| -> Vec<String> {
            let found = check_text("Осмотр 1.02.2026", Some(kind));
            found.into_iter().map(|f| f.rule).collect()
        };
        assert_eq!(found(LetterKind::Statement), Vec::<String>::new());
        assert_eq!(found(LetterKind::OwnClaim), ["signatory.missing"]);
    }

    #[test]
    fn every_pattern_builds() {
        for pattern in [
            &GREETING, &DATE, &CHECKED, &SIGNED, &REFUSES, &GROUND, &COURT, &OPEN,
        ] {
            assert!(pattern.regex().is_some());
        }
    }
}
