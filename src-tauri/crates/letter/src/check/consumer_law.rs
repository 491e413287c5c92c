//! The consumer law in a letter to a firm or a trader, whom it does not protect.

use super::finding::{Findings, Group, Place, Rule};
use crate::case::CaseForLetter;
use crate::names::party::is_firm;
use crate::text::{Content, LetterText};
use crate::words::folded::folded;
use crate::words::pattern::{Pattern, chars};
use complaint::{AddressedTo, Regime};

const RULE: Rule = Rule::must("article.consumer_law").about(Group::Safe);

static CITED: Pattern = Pattern::new(&[
    r"(?:закон\w*|рф)[^.;\n]{0,20}«?о защите прав потребителей|\bзозпп\b|\b2300-1\b|consumer protection act|consumer rights act",
]);

/// That the law does not apply may be said.
static DENIED: Pattern = Pattern::new(&[
    r"\bне (?:\w+ ){0,3}(?:применя|примени|распростран|действ|регулир|подлеж|явля)|не потребител|\b(?:not|n't) (?:\w+ ){0,3}(?:apply|applicable|cover|govern|extend|a consumer)",
]);

/// Notes the consumer law cited to a firm as what its claim is decided by.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    let who = &case.matter.complainant;
    let for_business = matches!(case.matter.regime, Regime::B2b | Regime::Platform);
    let to_firm = for_business || is_firm(who) || russian::name::is_sole_trader(&who.name);
    if !to_firm || letter.kind.addressed_to() != AddressedTo::Complainant {
        return;
    }
    for block in &letter.blocks {
        // The complainant's words are quoted, not said.
        if matches!(block.content, Content::Quote { .. }) {
            continue;
        }
        let text = folded(&block.reads());
        for place in cited(&text) {
            found.note(
                RULE,
                Place::chars(Some(&block.id), place),
                "Пишет организация или предприниматель: закон о защите прав потребителей её не защищает. Сошлитесь на договор и Гражданский кодекс.",
                "A firm or a trader writes, whom the consumer law does not protect: cite the contract and the Civil Code.",
            );
        }
    }
}

/// Places of a folded text where the law is cited and not denied in the same sentence.
fn cited(text: &str) -> Vec<(u32, u32)> {
    let Some(pattern) = CITED.regex() else {
        return Vec::new();
    };
    let sentence = |at: usize| {
        let from = text[..at].rfind(['!', '?', '\n']).map_or(0, |end| end + 1);
        let from = text[from..at]
            .rfind(". ")
            .map_or(from, |end| from + end + 1);
        let to = text[at..]
            .find(['!', '?', '\n'])
            .map_or(text.len(), |end| at + end);
        let to = text[at..to].find(". ").map_or(to, |end| at + end);
        &text[from..to]
    };
    pattern
        .find_iter(text)
        .filter(|hit| !DENIED.fits(sentence(hit.start())))
        .map(|hit| (chars(text, hit.start()), chars(text, hit.end())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{ready_letter, reword};
    use complaint::{LetterKind, PartyKind};

    #[test]
    fn a_firm_is_not_answered_by_the_law_of_consumers() {
        let found_of = |kind, regime, words: &str, change: &dyn Fn(&mut CaseForLetter)| {
            let (mut letter, mut case) = ready_letter(LetterKind::FinalRefusal);
            case.matter.complainant.kind = kind;
            case.matter.regime = regime;
            change(&mut case);
            letter.blocks.truncate(1);
            let id = letter.blocks[0].id.clone();
            reword(&mut letter, &id, words);
            Findings::of(|found| check(&letter, &case, found))
                .list()
                .len()
        };
        let found = |kind, regime, words: &str| found_of(kind, regime, words, &|_| ());
        use PartyKind::{Organisation, Person};
        let says = "По ст. 22 Закона РФ «О защите прав потребителей» срок составляет 10 дней.";
        assert_eq!(found(Organisation, Regime::Goods, says), 1);
        assert_eq!(found(Person, Regime::B2b, says), 1);
        assert_eq!(found(Person, Regime::Platform, says), 1);
        assert_eq!(found(Person, Regime::Goods, says), 0);
        for (name, firm) in [
            ("ип Носов А. А.", 1),
            ("Индивидуальный предприниматель Носов Андрей Андреевич", 1),
            ("И.П. Носов А. А.", 1),
            ("И. П. Носов", 0),
        ] {
            let named = |case: &mut CaseForLetter| case.matter.complainant.name = name.into();
            assert_eq!(
                found_of(Person, Regime::Goods, says, &named),
                firm,
                "{name}"
            );
        }
        for right in [
            "Закон РФ «О защите прав потребителей» к Вашей закупке не применяется.",
            "К отношениям организаций ЗоЗПП не применим. Срок назвал договор.",
            "Срок назвал договор, а ответственность — ст. 330 ГК РФ.",
        ] {
            assert_eq!(found(Organisation, Regime::Goods, right), 0, "{right}");
        }
        assert_eq!(
            found(
                Organisation,
                Regime::Goods,
                "Мы не спорим. По ЗоЗПП мы вернём деньги."
            ),
            1
        );
    }
}
