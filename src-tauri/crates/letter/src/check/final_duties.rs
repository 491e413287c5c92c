//! What every final answer to the complainant owes beyond its decisions.

use super::act_in_force::DAY;
use super::finding::{Findings, Place, Rule};
use crate::case::CaseForLetter;
use crate::text::LetterText;
use crate::words::figures::date;
use crate::words::folded::folded;
use crate::words::pattern::Pattern;
use chrono::NaiveDate;
use complaint::{AddressedTo, DecisionKind};

/// Notes what is not told: the day of receipt, what was checked, whom to ask,
/// the day of payment.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    if letter.kind.addressed_to() != AddressedTo::Complainant || case.demands.is_empty() {
        return;
    }
    let text: String = letter.blocks.iter().map(|b| b.reads() + "\n").collect();
    let low = folded(&text);
    let says = |day: NaiveDate| low.contains(&folded(&date(day, letter.language)));
    let mut should = |id: &'static str, ru: &str, en: &str| {
        found.note(Rule::should(id), Place::whole(), ru, en);
    };
    if !says(case.received_on)
        && !low.contains(&folded(&case.received_on.format("%d.%m.%Y").to_string()))
    {
        should(
            "received.missing",
            "Не сказано, какого числа обращение поступило: от этого дня считают срок.",
            "The day of receipt is not named: the term runs from it.",
        );
    }
    if !CHECKED.fits(&low) {
        should(
            "facts.missing",
            "Не сказано, что и кто проверил и что установлено.",
            "Nothing says what was checked, by whom and what was found.",
        );
    }
    if !CONTACT.fits(&low) {
        should(
            "contact.missing",
            "Нет ни телефона, ни почты для вопросов.",
            "There is neither a telephone number nor an address for questions.",
        );
    }
    let money = case.demands.iter().any(|d| {
        d.fields.kind.asks_money()
            && d.decided()
                .is_some_and(|given| given != DecisionKind::Refuse)
    });
    if money && !DAY.fits(&low) {
        should(
            "promise.none",
            "Обещаны деньги, а день не назван.",
            "Money is promised without a day.",
        );
    }
}

static CHECKED: Pattern = Pattern::new(&[
    r"провер|осмотр|осматрив|установ|изуч|запрос|сверили|опросили|поговорили|посмотрели|экспертиз|заключени|обнаруж|выясни|рассмотрел|checked|inspect|examin|found|reviewed|considered|compared",
]);
static CONTACT: Pattern =
    Pattern::new(&[r"\+?\d[\d ()-]{8,}\d|\w@\w|позвоните|напишите нам|call us|write to us"]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{ready_letter, reword};
    use complaint::LetterKind;

    #[test]
    fn a_final_answer_tells_what_it_owes() {
        let (mut letter, case) = ready_letter(LetterKind::FinalSatisfied);
        assert!(
            Findings::of(|found| check(&letter, &case, found))
                .list()
                .is_empty()
        );
        letter.blocks.truncate(1);
        reword(&mut letter, "", "Деньги вернём.");
        let found = Findings::of(|found| check(&letter, &case, found));
        assert_eq!(
            found.rules(),
            [
                "received.missing",
                "facts.missing",
                "contact.missing",
                "promise.none"
            ]
        );
        reword(
            &mut letter,
            "",
            "Обращение от 16.11.2026 рассмотрели, вернём 27 ноября 2026 г. Позвоните нам.",
        );
        assert!(
            Findings::of(|found| check(&letter, &case, found))
                .list()
                .is_empty()
        );
    }

    #[test]
    fn both_patterns_build() {
        assert!(CHECKED.regex().is_some() && CONTACT.regex().is_some());
    }
}
