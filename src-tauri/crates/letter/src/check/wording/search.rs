//! What the rules about words find in a text.

use super::rules::{Pattern, WordRule, WordRules, rules};
use crate::check::clause;
use crate::check::finding::{Finding, Findings, Severity};
use crate::check::normalised::{Normalised, letters};
use complaint::Language;
use regex::bytes::Regex;

/// Notes what the word rules find in a text, with places in its `char`s.
pub fn check(text: &str, language: Language, block: Option<&str>, found: &mut Findings) {
    let normal = Normalised::new(text, language);
    let rules = rules(language);
    let mut search = Search {
        text: &normal,
        block,
        found: Vec::new(),
    };
    search.see_words(rules, language);
    search.see_clauses(rules, language);
    for finding in search.found {
        found.add(finding);
    }
}

/// The clues of each sentence with its place, for learning what they weigh.
#[cfg(test)]
pub fn clues(text: &str, language: Language) -> Vec<(u32, u32, Vec<String>)> {
    let normal = Normalised::new(text, language);
    let mut search = Search {
        text: &normal,
        block: None,
        found: Vec::new(),
    };
    search.see_words(rules(language), language);
    let clues = clause::clues_of(&normal, language, |from, to| search.named(from, to));
    let placed = clues.into_iter().map(|(from, to, clues)| {
        let (from, to) = normal.place(from, to);
        (from, to, clues)
    });
    placed.collect()
}

/// A text that is searched, and what was found in it.
struct Search<'a> {
    text: &'a Normalised,
    block: Option<&'a str>,
    found: Vec<Finding>,
}

impl Search<'_> {
    /// Looks for what the patterns of words say.
    fn see_words(&mut self, rules: &WordRules, language: Language) {
        let search = self;
        let normal = search.text;
        for rule in &rules.list {
            for pattern in &rule.patterns {
                // Most patterns fit nowhere, and one look over the whole tells.
                if !pattern.find.is_match(normal.bytes.as_bytes()) {
                    continue;
                }
                for &(start, end) in &normal.sentences {
                    let sentence = &normal.bytes.as_bytes()[start..end];
                    for hit in pattern.find.find_iter(sentence) {
                        let place = (hit.start(), hit.end());
                        search.see(rule, Some(pattern), (start, end), place);
                    }
                }
            }
        }
        search.see_stems(rules, language);
    }

    /// Looks for the words that rules name, in whatever form they stand.
    fn see_stems(&mut self, rules: &WordRules, language: Language) {
        if rules.stems.is_empty() {
            return;
        }
        for &(start, end) in &self.text.sentences {
            let sentence = &self.text.bytes[start..end];
            let mut from = 0;
            for word in sentence.split(|c: char| !c.is_ascii_alphanumeric()) {
                let at = (from, from + word.len());
                from = at.1 + 1;
                if word.len() < 3 {
                    continue;
                }
                let stem = russian::stem::stem_word(&letters(word, language));
                for &rule in rules.stems.get(&stem).into_iter().flatten() {
                    if let Some(rule) = rules.list.get(rule) {
                        self.see(rule, None, (start, end), at);
                    }
                }
            }
        }
    }

    /// Looks at who does what in the clauses, and drops what a sentence, read
    /// as a whole, does not bear out.
    fn see_clauses(&mut self, rules: &WordRules, language: Language) {
        let judged = clause::judge(self.text, language, |from, to| self.named(from, to));
        for sentence in judged {
            if sentence.innocent {
                let (from, to) = self.text.place(sentence.from, sentence.to);
                let unmeant: Vec<(u32, u32)> = sentence
                    .unmeant
                    .iter()
                    .map(|&(from, to)| self.text.place(from, to))
                    .collect();
                // A grave word stands longer, unless it is denied or another's.
                let is_meant = |f: &Finding| {
                    f.severity == Severity::Must
                        && !sentence.surely_innocent
                        && !unmeant.iter().any(|u| u.0 < f.end && f.start < u.1)
                };
                self.found.retain(|f| {
                    let within = from <= f.start && f.start < to;
                    !within || is_meant(f) || !clause::is_weighed(&f.rule, language)
                });
            }
            for hit in sentence.hits {
                if let Some(rule) = rules.list.iter().find(|r| r.id == hit.rule) {
                    let around = (sentence.from, sentence.to);
                    // What is less sure stops no letter.
                    let heaviest = if hit.plain {
                        Severity::Must
                    } else {
                        Severity::Should
                    };
                    self.note(rule, None, around, (hit.from, hit.to), heaviest);
                }
            }
        }
    }

    /// The rules that were found between two places.
    fn named(&self, from: usize, to: usize) -> Vec<&str> {
        let (from, to) = self.text.place(from, to);
        let within = self
            .found
            .iter()
            .filter(|f| from <= f.start && f.start < to);
        let mut named: Vec<&str> = within.map(|f| f.rule.as_str()).collect();
        named.sort_unstable();
        named.dedup();
        named
    }

    /// Notes a place of a sentence, unless something excuses it.
    fn see(
        &mut self,
        rule: &WordRule,
        pattern: Option<&Pattern>,
        (start, end): (usize, usize),
        (from, to): (usize, usize),
    ) {
        let sentence = &self.text.bytes.as_bytes()[start..end];
        let quoted = |q: &(usize, usize)| q.0 <= start + from && start + to <= q.1;
        if !rule.quoted && self.text.quoted.iter().any(quoted)
            || rule.is_excused(pattern, sentence, from, to)
        {
            return;
        }
        let place = (start + from, start + to);
        self.note(rule, pattern, (start, end), place, Severity::Must);
    }

    /// Notes a place, unless the rule has found it already, weighing no more
    /// than is said.
    fn note(
        &mut self,
        rule: &WordRule,
        pattern: Option<&Pattern>,
        (start, end): (usize, usize),
        (from, to): (usize, usize),
        heaviest: Severity,
    ) {
        let place = self.text.place(from, to);
        let overlaps = |f: &Finding| f.rule == rule.id && f.start < place.1 && place.0 < f.end;
        if self.found.iter().any(overlaps) {
            return;
        }
        let say = pattern.and_then(|p| p.say.as_ref());
        let whole = || {
            let text = &self.text.bytes[start..end];
            let lead = text.len() - text.trim_start().len();
            self.text.place(start + lead, start + text.trim_end().len())
        };
        self.found.push(Finding {
            rule: rule.id.clone(),
            severity: rule.severity.max(heaviest),
            group: rule.group,
            block: self.block.map(str::to_owned),
            start: place.0,
            end: place.1,
            message_ru: rule.message_ru.clone(),
            message_en: rule.message_en.clone(),
            suggestion: say.or(rule.suggestion.as_ref()).cloned(),
            mend: (rule.whole && say.is_none() && rule.suggestion.is_some()).then(whole),
        });
    }
}

impl WordRule {
    fn is_excused(
        &self,
        pattern: Option<&Pattern>,
        sentence: &[u8],
        from: usize,
        to: usize,
    ) -> bool {
        let is = |p: &Option<Regex>, text: &[u8]| p.as_ref().is_some_and(|p| p.is_match(text));
        let lacks = |p: &Option<Regex>| p.as_ref().is_some_and(|p| !p.is_match(sentence));
        let own = pattern.and_then(|p| p.excuses.as_ref());
        is(&self.unless, sentence)
            || pattern.is_some_and(|p| is(&p.unless, sentence) || lacks(&p.needs))
            || is(&self.unless_before, &sentence[..from])
            || lacks(&self.needs)
            || own
                .unwrap_or(&self.excuses)
                .iter()
                .any(|e| e.holds(sentence, from, to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn findings(text: &str, language: Language) -> Vec<Finding> {
        let mut found = Findings::default();
        check(text, language, None, &mut found);
        found.into_list()
    }

    #[test]
    fn places_count_characters() {
        let text = "Здравствуйте. Вы — мошенник, и это факт.";
        let found = findings(text, Language::Ru);
        assert_eq!(found.len(), 1, "{found:#?}");
        let (from, to) = (found[0].start as usize, found[0].end as usize);
        let place: String = text.chars().skip(from).take(to - from).collect();
        assert_eq!(place, "мошенник");
        let (from, to) = found[0].mend.unwrap();
        let place: String = text
            .chars()
            .skip(from as usize)
            .take((to - from) as usize)
            .collect();
        assert_eq!(place, "Вы — мошенник, и это факт.");
    }

    #[test]
    fn every_form_of_a_word_is_known() {
        for form in [
            "мошенник",
            "мошенника",
            "мошеннику",
            "мошенником",
            "мошеннике",
            "мошенники",
            "мошенников",
            "мошенникам",
            "мошенниками",
            "мошенниках",
            "мошенница",
            "мошенницы",
            "мошеннице",
            "мошенницу",
            "мошенницей",
            "мошеннический",
            "мошенническая",
            "мошенническими",
            "мошенничество",
            "мошенничества",
            "мошенничеством",
            "мошенничаете",
            "лжец",
            "лжеца",
            "лжецу",
            "лжецом",
            "лжецы",
            "лжецов",
            "лжёте",
            "лжешь",
            "лгали",
            "лгала",
            "солгали",
            "налгали",
            "лживый",
            "лживая",
            "лживыми",
            "лживо",
            "ложь",
            "ложью",
            "обманываете",
            "обманули",
            "обманывали",
            "обманщик",
            "обманщицей",
            "обманом",
            "врёте",
            "соврали",
            "наврали",
            "враньём",
            "вранья",
            "клевещете",
            "клевета",
            "клеветой",
            "оклеветали",
            "шантажируете",
            "шантаж",
            "шантажом",
            "вымогаете",
            "вымогательством",
            "подделали",
            "подделка",
            "поддельный",
            "поддельную",
            "фальшивка",
            "фальшивые",
            "аферист",
            "аферистами",
            "жуликов",
            "жульё",
            "лгунья",
            "лгуньей",
            "врунов",
        ] {
            let text = format!("Всё это Вы и Ваше {form} известны магазину.");
            let found = findings(&text, Language::Ru);
            assert!(
                found.iter().any(|f| f.rule == "defamation"),
                "{form}: {found:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in any::<String>()) {
            let length = text.chars().count();
            for language in [Language::Ru, Language::En] {
                for finding in findings(&text, language) {
                    prop_assert!(finding.start <= finding.end && finding.end as usize <= length);
                    if let Some((from, to)) = finding.mend {
                        prop_assert!(from <= finding.start && finding.end <= to && to as usize <= length);
                    }
                }
            }
        }
    }
}
