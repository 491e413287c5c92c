//! Words that no dictionary has.

use super::bare_text::language_of;
use super::finding::{Finding, Findings, Group, Place, Rule};
use crate::case::CaseForLetter;
use crate::text::{Content, LetterText};
use crate::words::pattern::chars;
use complaint::{Complainant, Language, OfficeProfile};
use russian::stem::{stem_word, tokens_with_spans};
use serde::{Deserialize, Serialize};
use spelling::{SearchesLeft, Tongue, misspelt, suggestions};
use std::collections::BTreeSet;
use ts_rs::TS;

/// Something near the word is in the dictionary.
const SLIP: Rule = Rule::should("spelling").about(Group::Tone);
/// The word may be one that the dictionary lacks.
const UNKNOWN: Rule = Rule::hint("spelling").about(Group::Tone);
/// More than this in one letter is no slip of the pen but another language.
const MOST: usize = 40;
/// So many words of one letter that may be names are searched for what is near them.
const SEARCHES: usize = 40;

/// Why words of a language are not looked up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SpellingLack {
    /// Letters in this language are not checked for slips.
    pub language: Language,
    /// Where the files of its dictionary are sought first, for showing only.
    pub folder: String,
    /// Whether they are there and can't be read.
    pub damaged: bool,
}

/// The languages whose spelling is not checked, and why; empty where both dictionaries are there.
#[must_use]
pub fn spelling_lacks() -> Vec<SpellingLack> {
    [Language::Ru, Language::En]
        .into_iter()
        .filter_map(|language| {
            let lack = spelling::lack(tongue(language))?;
            Some(SpellingLack {
                language,
                folder: lack.folder.display().to_string(),
                damaged: lack.damaged,
            })
        })
        .collect()
}

/// Notes the words of a letter that no dictionary has and that are neither the case's nor the office's own:
/// in the heading, the salutation, the body, the closing and the names of the enclosures.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    let mut reading = Reading {
        tongue: tongue(letter.language),
        known: Known::of(case),
        searches: SearchesLeft(SEARCHES),
        left: MOST,
    };
    let parts = [
        ("heading", &letter.heading),
        ("salutation", &letter.salutation),
        ("closing", &letter.closing),
    ];
    for (part, text) in parts {
        reading.note(text, Some(part), found);
    }
    for block in &letter.blocks {
        // The complainant's words stand as they were written.
        if !matches!(block.content, Content::Quote { .. }) {
            reading.note(&block.reads(), Some(&block.id), found);
        }
    }
    for line in &letter.enclosures {
        let mut in_line = Findings::default();
        reading.note(&line.name, Some("enclosures"), &mut in_line);
        for one in in_line.into_list() {
            // The lines have no places of their own.
            found.add(Finding {
                start: 0,
                end: 0,
                suggestion: None,
                others: Vec::new(),
                ..one
            });
        }
    }
}

/// The same of a plain text, whose places are counted over the whole; without a case no name is known.
pub fn check_spelling(
    text: &str,
    own_words: &[String],
    case: Option<&CaseForLetter>,
) -> Vec<Finding> {
    let mut known = case.map_or_else(Known::default, Known::of);
    known.learn(own_words);
    let mut found = Findings::default();
    let mut reading = Reading {
        tongue: tongue(language_of(text)),
        known,
        searches: SearchesLeft(SEARCHES),
        left: MOST,
    };
    reading.note(text, None, &mut found);
    found.into_list()
}

fn tongue(language: Language) -> Tongue {
    match language {
        Language::Ru => Tongue::Russian,
        Language::En => Tongue::English,
    }
}

/// What a letter is read with, part by part.
struct Reading {
    tongue: Tongue,
    known: Known,
    searches: SearchesLeft,
    /// So many words are told of yet.
    left: usize,
}

impl Reading {
    fn note(&mut self, text: &str, block: Option<&str>, found: &mut Findings) {
        let known = |word: &str| self.known.has(word);
        let slips = misspelt(text, self.tongue, known, &mut self.searches);
        for slip in slips.take(self.left) {
            self.left -= 1;
            let meant = suggestions(&slip.word);
            let place = (chars(text, slip.place.start), chars(text, slip.place.end));
            found.note(
                if meant.is_empty() { UNKNOWN } else { SLIP },
                Place::chars(block, place),
                format!(
                    "Слова «{}» нет в словаре: проверьте, как оно пишется.",
                    slip.word
                ),
                format!(
                    "“{}” is not in the dictionary: check its spelling.",
                    slip.word
                ),
            );
            found.unknown(slip.word, meant);
        }
    }
}

/// Words that are known besides those of the dictionary, by their stems: in every form.
#[derive(Default)]
struct Known(BTreeSet<String>);

impl Known {
    /// The names and addresses of a case and of the office, what the goods are ordered under, and the office's
    /// own words. What the office writes by itself is not among them: it is checked.
    fn of(case: &CaseForLetter) -> Self {
        let OfficeProfile {
            name,
            requisites,
            letterhead,
            own_words,
            approval,
            ..
        } = &case.office;
        let Complainant {
            name: complainant,
            name_dative,
            salutation,
            address,
            representative,
            ..
        } = &case.matter.complainant;
        let mut known = Self::default();
        known.learn(own_words);
        for words in [
            name,
            &requisites.name,
            &requisites.address,
            &requisites.signatory.post,
            &requisites.signatory.post_en,
            &requisites.signatory.name,
            &letterhead.tagline,
            &approval.post,
            &approval.name,
            complainant,
            address,
            representative,
            &case.matter.order,
            &case.number,
        ] {
            known.learn_all(words);
        }
        let executor = requisites.executor.as_ref().map(|one| &one.name);
        let bank = requisites.bank.as_ref().map(|one| &one.name);
        let optional = [name_dative.as_ref(), salutation.as_ref(), executor, bank];
        for words in optional.into_iter().flatten() {
            known.learn_all(words);
        }
        for form in &case.own_name_forms {
            known.learn_all(&form.words);
        }
        known
    }

    fn learn(&mut self, words: &[String]) {
        for word in words {
            self.learn_all(word);
            // One with a hyphen is known as a whole as well.
            self.0.insert(stem_word(word));
        }
    }

    fn learn_all(&mut self, words: &str) {
        self.0
            .extend(tokens_with_spans(words).into_iter().map(|token| token.stem));
    }

    fn has(&self, word: &str) -> bool {
        self.0.contains(&stem_word(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{ready_letter, reword};
    use crate::check::finding::Severity;
    use complaint::LetterKind;

    /// Whether the dictionaries are not there; then the running test is skipped.
    fn lacking() -> bool {
        let lacks = spelling_lacks();
        if let Some(lack) = lacks.first() {
            prerequisites::skip(&format!("there are no dictionaries in {}", lack.folder));
        }
        !lacks.is_empty()
    }

    fn found(letter: &LetterText, case: &CaseForLetter) -> Vec<Finding> {
        Findings::of(|found| check(letter, case, found)).into_list()
    }

    #[test]
    fn a_slip_is_told_with_what_may_have_been_meant() {
        if lacking() {
            return;
        }
        let (mut letter, case) = ready_letter(LetterKind::FinalRefusal);
        assert_eq!(found(&letter, &case), []);
        reword(&mut letter, "/reasons/2", "Мы извеняемся за задежку.");
        let slips = found(&letter, &case);
        let words: Vec<(u32, u32)> = slips.iter().map(|f| (f.start, f.end)).collect();
        assert_eq!(words, [(3, 13), (17, 24)], "{slips:#?}");
        assert!(slips.iter().all(|f| f.severity == Severity::Should));
        assert_eq!(slips[0].suggestion.as_deref(), Some("извиняемся"));
        let offered = |f: &Finding, meant: &str| {
            let mut all = f.suggestion.iter().chain(&f.others);
            all.any(|word| word == meant)
        };
        assert!(offered(&slips[1], "задержку"), "{slips:#?}");
        assert!(slips.iter().all(|f| f.others.len() < 5));
    }

    #[test]
    fn every_part_that_somebody_writes_is_read() {
        if lacking() {
            return;
        }
        let (mut letter, case) = ready_letter(LetterKind::FinalSatisfied);
        letter.heading = "О расмотрении претензии".into();
        letter.salutation = "Увожаемая Марина Львовна!".into();
        letter.closing = "С увжением,".into();
        letter.enclosures = vec![crate::text::EnclosureLine {
            exhibit: None,
            name: "Акт осмотра с фотографеями".into(),
            pages: None,
            copies: 1,
        }];
        let slips = found(&letter, &case);
        let blocks: Vec<&str> = slips.iter().filter_map(|f| f.block.as_deref()).collect();
        assert_eq!(
            blocks,
            ["heading", "salutation", "closing", "enclosures"],
            "{slips:#?}"
        );
        assert_eq!(slips[1].suggestion.as_deref(), Some("Уважаемая"));
        assert!(slips[3].message_ru.contains("«фотографеями»"), "{slips:#?}");
    }

    #[test]
    fn the_offices_own_words_are_known_in_every_form() {
        if lacking() {
            return;
        }
        let (mut letter, mut case) = ready_letter(LetterKind::FinalRefusal);
        reword(
            &mut letter,
            "/reasons/2",
            "Для барбекюшниц и фудтрака это верно.",
        );
        let words = |letter: &LetterText, case: &CaseForLetter| found(letter, case).len();
        assert_eq!(words(&letter, &case), 2);
        case.office.own_words = vec!["фудтрак".into(), "барбекюшница".into()];
        assert_eq!(found(&letter, &case), []);
    }

    #[test]
    fn a_word_that_nothing_is_near_is_worth_a_look_alone() {
        if lacking() {
            return;
        }
        let found = check_spelling("Мы чиним жмыхобуфлеры.", &[], None);
        let told: Vec<_> = found
            .iter()
            .map(|f| (f.severity, f.suggestion.clone()))
            .collect();
        assert_eq!(told, [(Severity::Hint, None)]);
    }
}
