//! What the rules about words find in a text.

use super::kept::keep_facts;
use super::rules::{Pattern, Stands, WordRule, WordRules, rules};
use crate::check::clause::{self, Weights};
use crate::check::finding::{Finding, Findings, Severity};
use crate::check::normalised::{Normalised, letters};
use crate::check::steps;
use complaint::Language;
use regex::bytes::Regex;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Notes what the word rules find in a text, with places in its `char`s.
pub fn check(text: &str, language: Language, block: Option<&str>, found: &mut Findings) {
    check_by(text, language, block, clause::weights(language), found);
}

/// The same by those weights.
pub fn check_by(
    text: &str,
    language: Language,
    block: Option<&str>,
    weights: &Weights,
    found: &mut Findings,
) {
    let normal = Normalised::new(text, language);
    let rules = rules(language);
    let mut search = Search::new(&normal, block);
    search.see_words(rules, language);
    search.see_clauses(rules, weights, language);
    let mends = search.found.iter().any(|finding| finding.mend.is_some());
    let letters: Vec<char> = if mends {
        text.chars().collect()
    } else {
        Vec::new()
    };
    for mut finding in search.found {
        keep_facts(&letters, &mut finding);
        found.add(finding);
    }
}

/// The features of each sentence with its place, for learning what they weigh.
#[cfg(test)]
pub fn features(text: &str, language: Language) -> Vec<(u32, u32, Vec<clause::Feature>)> {
    let normal = Normalised::new(text, language);
    let mut search = Search::new(&normal, None);
    search.see_words(rules(language), language);
    let places = search.places();
    let features = clause::features_of(&normal, language, |from, to| {
        search.named(&places, normal.place(from, to))
    });
    let placed = features.into_iter().map(|(from, to, features)| {
        let (from, to) = normal.place(from, to);
        (from, to, features)
    });
    placed.collect()
}

/// A text that is searched, and what was found in it.
struct Search<'a> {
    text: &'a Normalised,
    block: Option<&'a str>,
    found: Vec<Finding>,
    /// By rule, where its findings start and end; they don't overlap.
    taken: HashMap<String, BTreeMap<u32, u32>>,
}

impl<'a> Search<'a> {
    fn new(text: &'a Normalised, block: Option<&'a str>) -> Self {
        Self {
            text,
            block,
            found: Vec::new(),
            taken: HashMap::new(),
        }
    }
}

/// Where findings start, in order, and which they are.
type Places = Vec<(u32, usize)>;

/// Those that start within a place.
fn within(places: &Places, (from, to): (u32, u32)) -> &[(u32, usize)] {
    let first = places.partition_point(|p| p.0 < from);
    let behind = places.partition_point(|p| p.0 < to);
    steps::took(1 + behind.saturating_sub(first));
    places.get(first..behind).unwrap_or_default()
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
    fn see_clauses(&mut self, rules: &WordRules, weights: &Weights, language: Language) {
        let places = self.places();
        let judged = clause::judge(self.text, language, weights, |from, to| {
            self.named(&places, self.text.place(from, to))
        });
        let struck: BTreeSet<usize> = judged
            .iter()
            .flat_map(|s| self.not_borne_out(s, &places, language))
            .collect();
        self.strike(&struck);
        for sentence in judged {
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

    /// The findings that the sentence, read as a whole, does not bear out.
    fn not_borne_out(
        &self,
        sentence: &clause::Judgement,
        places: &Places,
        language: Language,
    ) -> Vec<usize> {
        let unmeant: Vec<(u32, u32)> = sentence
            .unmeant
            .iter()
            .map(|&(from, to)| self.text.place(from, to))
            .collect();
        let is_said = |f: &Finding| !unmeant.iter().any(|u| u.0 < f.end && f.start < u.1);
        let is_untold = |f: &Finding| {
            !sentence.hits.iter().any(|hit| {
                let (from, to) = self.text.place(hit.from, hit.to);
                from < f.end && f.start < to
            })
        };
        // A grave word stands, unless it is denied or another's, or the whole sentence speaks strongly
        // against a fault; that the sentence holds another fault as well takes none away.
        let is_meant =
            |f: &Finding| f.severity == Severity::Must && !sentence.surely_innocent && is_said(f);
        let list = &rules(language).list;
        let is_plain = |f: &Finding| {
            let rule = list.iter().find(|rule| rule.id == f.rule);
            match rule.and_then(|rule| rule.stands) {
                Some(Stands::Always) => is_said(f),
                Some(Stands::Beside) => !sentence.innocent && is_untold(f),
                None => false,
            }
        };
        within(places, self.text.place(sentence.from, sentence.to))
            .iter()
            .map(|place| place.1)
            .filter(|&n| {
                let finding = &self.found[n];
                let fits = sentence.labels.is_empty() || sentence.labels.contains(&finding.rule);
                let stands = is_meant(finding) || !sentence.innocent && fits || is_plain(finding);
                !stands && clause::is_weighed(&finding.rule, language)
            })
            .collect()
    }

    fn strike(&mut self, struck: &BTreeSet<usize>) {
        let mut at = 0;
        self.found.retain(|finding| {
            at += 1;
            let is_kept = !struck.contains(&(at - 1));
            if !is_kept && let Some(taken) = self.taken.get_mut(&finding.rule) {
                taken.remove(&finding.start);
            }
            is_kept
        });
    }

    fn places(&self) -> Places {
        let starts = self.found.iter().enumerate().map(|(n, f)| (f.start, n));
        let mut places: Places = starts.collect();
        places.sort_unstable();
        places
    }

    /// The rules that were found within a place.
    fn named(&self, places: &Places, place: (u32, u32)) -> Vec<&str> {
        let within = within(places, place).iter();
        let mut named: Vec<&str> = within.map(|p| self.found[p.1].rule.as_str()).collect();
        complaint::order::ascending(&mut named);
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
        if !rule.quoted && self.text.is_quoted(start + from, start + to)
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
        let taken = self.taken.entry(rule.id.clone()).or_default();
        let last = taken.range(..place.1).next_back();
        if last.is_some_and(|(_, &end)| place.0 < end) {
            return;
        }
        taken.insert(place.0, place.1);
        let say = pattern.and_then(|p| p.say.as_ref());
        let whole = || {
            let text = &self.text.bytes[start..end];
            let lead = text.len() - text.trim_start().len();
            self.text.place(start + lead, start + text.trim_end().len())
        };
        // What no rule or pattern bears out is asked.
        let asked = |question: &str, message: &str| match heaviest {
            Severity::Must => message.to_owned(),
            Severity::Should | Severity::Hint => format!("{question} {message}"),
        };
        self.found.push(Finding {
            rule: rule.id.clone(),
            severity: rule.severity.max(heaviest),
            group: rule.group,
            block: self.block.map(str::to_owned),
            start: place.0,
            end: place.1,
            message_ru: asked("Не прочтут ли это так?", &rule.message_ru),
            message_en: asked("Might this be read so?", &rule.message_en),
            suggestion: say.or(rule.suggestion.as_ref()).cloned(),
            others: Vec::new(),
            word: None,
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
        steps::took(sentence.len());
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

    #[test]
    fn long_texts_cost_no_more_than_in_proportion() {
        let texts = [
            ("мы ", Language::Ru, 60),
            ("мы виноваты ", Language::Ru, 10),
            ("«Вы — мошенник», мы виноваты. ", Language::Ru, 10),
            ("Вы мошенник и лжец, ", Language::Ru, 10),
            ("1250,00\t12.05.2026\tШуруповёрт\t", Language::Ru, 10),
            ("если мы, то Вы ", Language::Ru, 10),
            ("we are at fault ", Language::En, 10),
            ("обман", Language::Ru, 10),
        ];
        for (part, language, times) in texts {
            let steps = |length: usize| {
                let text = part.repeat(length / part.chars().count());
                steps::of(|| {
                    findings(&text, language);
                })
            };
            let (short, long) = (steps(10_000), steps(10_000 * times));
            assert!(
                long <= short * times * 11 / 10 + 1000,
                "{part}: {short}, {long}"
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
