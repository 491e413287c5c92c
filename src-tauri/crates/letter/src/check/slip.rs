//! Slips of typing that the reader sees at once: a name without its capital, blanks too many, a place left empty, «вы»
//! beside «Вы», a capital in mid-sentence.

use super::finding::{Findings, Place, Rule};
use crate::case::CaseForLetter;
use crate::text::{Block, Content, LetterText, Lock};
use crate::words::folded::folded;
use crate::words::pattern::{Pattern, chars};
use complaint::{AddressedTo, Language};
use russian::name::{Case, FullName};
use std::collections::BTreeSet;

/// Slips of one sort told of in one part: whoever mends twenty has seen what is meant.
const MOST: usize = 20;

const NAME: Rule = Rule::should("slip.name");
const BLANKS: Rule = Rule::hint("slip.blanks");
const EMPTY: Rule = Rule::should("slip.empty");
const YOU: Rule = Rule::should("slip.you");
const CAPITAL: Rule = Rule::hint("slip.capital");

/// Notes the slips of a letter, each with the better wording where there is one.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    names(letter, case, found);
    let parts = [
        ("heading", &letter.heading),
        ("salutation", &letter.salutation),
        ("closing", &letter.closing),
    ];
    for (part, text) in parts {
        blanks(text, part, found);
        empty(text, part, found);
    }
    for line in &letter.addressee {
        blanks(line, "addressee", found);
    }
    for (at, block) in letter.blocks.iter().enumerate() {
        if matches!(block.content, Content::Quote { .. }) {
            continue;
        }
        let text = block.reads();
        blanks(&text, &block.id, found);
        empty(&text, &block.id, found);
        leads_nowhere(block, &text, letter.blocks.get(at + 1), found);
        if letter.language == Language::Ru {
            capitals(&text, &block.id, found);
        }
    }
    if letter.language == Language::Ru && letter.kind.addressed_to() != AddressedTo::Nobody {
        you(letter, found);
    }
}

/// Words of the name in every case, as they are folded.
fn forms_of(name: &str) -> BTreeSet<String> {
    let full = FullName::parse(name);
    let mut forms: BTreeSet<String> = name.split_whitespace().map(folded).collect();
    for case in Case::ALL {
        let one = full.decline(None, case);
        forms.extend(
            [one.last, one.first, one.middle]
                .iter()
                .map(|part| folded(part)),
        );
    }
    forms.retain(|form| form.chars().count() > 2);
    forms
}

/// A name begins with a capital, and so does the line that greets.
fn names(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    let theirs = letter.kind.addressed_to() == AddressedTo::Complainant;
    if !theirs || case.matter.complainant.kind != complaint::PartyKind::Person {
        return;
    }
    let forms = forms_of(&case.matter.complainant.name);
    let lines = letter
        .addressee
        .iter()
        .take(1)
        .map(|line| ("addressee", line));
    for (part, text) in lines.chain([("salutation", &letter.salutation)]) {
        let mut mended = String::with_capacity(text.len());
        let mut begun = part != "salutation";
        for piece in text.split_inclusive(|c: char| !c.is_alphabetic()) {
            let word = piece.trim_end_matches(|c: char| !c.is_alphabetic());
            let named = forms.contains(&folded(word));
            let first = !begun && !word.is_empty();
            let initial = word.chars().count() == 1 && piece.ends_with('.');
            begun |= first;
            if named || first || initial {
                mended += &russian::amount::capitalised(piece);
            } else {
                mended += piece;
            }
        }
        if mended != *text && text.chars().any(char::is_lowercase) {
            let end = chars(text, text.len());
            found.note(
                NAME,
                Place::chars(Some(part), (0, end)),
                "Имя и обращение пишут с заглавной буквы.",
                "A name and a salutation begin with a capital.",
            );
            found.suggest(mended);
        }
    }
}

/// Blanks behind a text, two of them together, or one before a comma.
fn blanks(text: &str, part: &str, found: &mut Findings) {
    static TOO_MANY: Pattern = Pattern::new(&[
        r"[ \u{a0}\t]+(?:\n|$)|[ \u{a0}\t]{2,}|[ \u{a0}][,;:!?]|[ \u{a0}]\.(?:[ \u{a0}\n]|$)",
    ]);
    let Some(pattern) = TOO_MANY.regex() else {
        return;
    };
    for hit in pattern.find_iter(text).take(MOST) {
        let kept: String = hit
            .as_str()
            .trim_start_matches([' ', '\u{a0}', '\t'])
            .to_owned();
        let kept = if kept.is_empty() && hit.end() < text.len() {
            " ".to_owned()
        } else {
            kept
        };
        found.note(
            BLANKS,
            Place::chars(
                Some(part),
                (chars(text, hit.start()), chars(text, hit.end())),
            ),
            "Лишний пробел.",
            "A blank too many.",
        );
        found.suggest(kept);
    }
}

/// Brackets, quotes or a sign with nothing behind, and marks that follow each other for want of a word between.
fn empty(text: &str, part: &str, found: &mut Findings) {
    static NOTHING: Pattern = Pattern::new(&[
        r"\(\s*\)|«\s*»|“\s*”|№\s*(?:[.,;)]|$)|[:,;]\s*[.,;]|\b(?:до|от|на сумму|в размере|по адресу)\s*[.,;]",
    ]);
    for place in NOTHING.places(text).into_iter().take(MOST) {
        found.note(
            EMPTY,
            Place::chars(Some(part), place),
            "Здесь чего-то не хватает: слово выпало или не вписано.",
            "Something is missing here: a word fell out or was never put in.",
        );
    }
}

/// A paragraph that ends with a colon or a comma leads to what follows it; without that it leads nowhere.
fn leads_nowhere(block: &Block, text: &str, next: Option<&Block>, found: &mut Findings) {
    let end = text.trim_end();
    let cut = end.ends_with([',', ';', '(', '—', '–']);
    // The last legal words of a form lead to what is filled in by hand: day and signature.
    let leads = end.ends_with(':') && next.is_none() && block.lock != Lock::Locked;
    if !matches!(block.content, Content::Paragraph { .. }) || !(cut || leads) {
        return;
    }
    let last = chars(text, end.len());
    found.note(
        EMPTY,
        Place::chars(Some(&block.id), (last.saturating_sub(1), last)),
        "Абзац обрывается: за этим знаком ничего нет.",
        "The paragraph breaks off: nothing follows this mark.",
    );
}

/// One person is «Вы» throughout.
fn you(letter: &LetterText, found: &mut Findings) {
    const FORMS: &str =
        r"(?:ы|ас|ам|ами|аш|аша|аше|аши|ашего|ашему|ашим|ашем|ашей|ашу|аших|ашими)\b";
    static GREAT: Pattern = Pattern::new(&[r"\bВ", FORMS]);
    static SMALL: Pattern = Pattern::new(&[r"\bв", FORMS]);
    let (Some(great), Some(small)) = (GREAT.regex(), SMALL.regex()) else {
        return;
    };
    let ours = letter
        .blocks
        .iter()
        .filter(|block| !matches!(block.content, Content::Quote { .. }));
    let texts: Vec<(&str, String)> = ours
        .map(|block| (block.id.as_str(), block.reads()))
        .collect();
    if !texts.iter().any(|(_, text)| great.is_match(text)) {
        return;
    }
    for (block, text) in &texts {
        for hit in small.find_iter(text).take(MOST) {
            let before = &text[..hit.start()];
            if before.matches('«').count() > before.matches('»').count() {
                continue;
            }
            found.note(
                YOU,
                Place::chars(
                    Some(block),
                    (chars(text, hit.start()), chars(text, hit.end())),
                ),
                "В письме одному человеку «Вы» пишут с заглавной, и везде одинаково.",
                "One person is addressed in one way throughout the letter.",
            );
            found.suggest(russian::amount::capitalised(hit.as_str()));
        }
    }
}

/// A capital in mid-sentence: behind a colon that names what is told, or of a word that only begins sentences.
fn capitals(text: &str, block: &str, found: &mut Findings) {
    static MID: Pattern = Pattern::new(&[
        r"(?:[Пп]редмет|[Вв]опрос|[Сс]уть|[Тт]ема|[Пп]ричин|[Рр]ешени|[Оо]твет)\w*(?: \w+)?:[ \u{a0}](?P<told>[А-ЯЁ][а-яё]+)|",
        r"[а-яё],?[ \u{a0}](?P<word>Который|Которая|Которое|Которые|Чтобы|Потому|Поэтому|Если|Когда|Что|Как|Это|Мы|И|Но|Не|На|По|Для|От|До|Из|За)[ \u{a0}][а-яё]",
    ]);
    let Some(pattern) = MID.regex() else { return };
    for hit in pattern.captures_iter(text).take(MOST) {
        let Some(word) = hit.name("told").or(hit.name("word")) else {
            continue;
        };
        // Two words with capitals are a name: «Яндекс Маркет», «Иван Петров».
        let rest = text[word.end()..].trim_start();
        if hit.name("told").is_some() && rest.starts_with(|c: char| c.is_uppercase() || c == '«') {
            continue;
        }
        found.note(
            CAPITAL,
            Place::chars(
                Some(block),
                (chars(text, word.start()), chars(text, word.end())),
            ),
            "Заглавная буква в середине предложения.",
            "A capital in mid-sentence.",
        );
        found.suggest(word.as_str().to_lowercase());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{ready_letter, reword};
    use complaint::LetterKind;

    fn slips(change: impl FnOnce(&mut LetterText)) -> Vec<(String, Option<String>)> {
        let (mut letter, case) = ready_letter(LetterKind::FinalPartial);
        change(&mut letter);
        let found = Findings::of(|found| check(&letter, &case, found)).into_list();
        found.into_iter().map(|f| (f.rule, f.suggestion)).collect()
    }

    fn said(text: &str) -> Vec<(String, Option<String>)> {
        slips(|letter| reword(letter, "/ground", text))
    }

    fn one(rule: &str, better: &str) -> Vec<(String, Option<String>)> {
        vec![(rule.to_owned(), Some(better.to_owned()))]
    }

    #[test]
    fn a_letter_as_it_is_composed_has_none() {
        for kind in LetterKind::ALL {
            let (letter, case) = ready_letter(*kind);
            let found = Findings::of(|found| check(&letter, &case, found)).into_list();
            assert!(found.is_empty(), "{kind:?} {found:?}");
        }
    }

    #[test]
    fn names_and_salutations_have_their_capitals() {
        let (letter, _) = ready_letter(LetterKind::FinalPartial);
        let salutation = letter.salutation.clone();
        assert_eq!(
            slips(|l| l.salutation = l.salutation.to_lowercase()),
            one("slip.name", &salutation)
        );
        let name = letter.addressee[0].clone();
        assert_eq!(
            slips(|l| l.addressee[0] = l.addressee[0].to_lowercase()).first(),
            one("slip.name", &name).first()
        );
        assert_eq!(slips(|l| l.salutation = "Уважаемые соседи!".into()), []);
    }

    #[test]
    fn blanks_too_many_are_struck_out() {
        assert_eq!(slips(|l| l.closing += " "), one("slip.blanks", ""));
        assert_eq!(said("Мы  проверили чайник."), one("slip.blanks", " "));
        assert_eq!(said("Мы проверили чайник ."), one("slip.blanks", "."));
        assert_eq!(said("Мы проверили , что было."), one("slip.blanks", ","));
        assert_eq!(said("Мы проверили 5 000 ₽, т. е. всё."), []);
    }

    #[test]
    fn places_left_empty_are_found() {
        for text in [
            "По договору № , который Вы назвали.",
            "Вернём деньги до .",
            "Мы проверили чайник ().",
            "Причина: .",
            "Мы проверили чайник,",
        ] {
            let found = said(text);
            assert!(
                found.iter().any(|(rule, _)| rule == "slip.empty"),
                "{text} {found:?}"
            );
        }
        assert_eq!(said("Мы проверили договор № 7 (пункт 2)."), []);
    }

    #[test]
    fn one_person_is_addressed_alike() {
        let mixed = "Мы рассмотрели Вашу претензию и благодарим вас.";
        assert_eq!(said(mixed), one("slip.you", "Вас"));
        assert_eq!(said("Вы пишете: «вы обманули меня». Мы проверили."), []);
    }

    #[test]
    fn a_capital_in_mid_sentence_is_found() {
        assert_eq!(
            said("Предмет обращения: Разошёлся шов."),
            one("slip.capital", "разошёлся")
        );
        assert_eq!(
            said("Мы проверили шов, И он цел."),
            one("slip.capital", "и")
        );
        assert_eq!(said("Предмет обращения: Яндекс Маркет не отвечает."), []);
        assert_eq!(said("Мы были в Москве. И шов цел."), []);
    }
}
