//! Which words of a text are blacked out: the complainant's name in every case, address and contacts,
//! and the words a person chose. What is doubtful is closed rather than shown.

use crate::texts::texts;
use complaint::{Complainant, Language};
use russian::name::{Case, FullName, Gender, is_organisation};
use std::collections::BTreeSet;
use std::ops::Range;

/// From so many letters on, a word is found within others as well.
const ANYWHERE: usize = 4;

/// What stands in place of a word in texts that are no pages. Its length says nothing.
const BAR: &str = "█████";

/// Sought words, each as letters and digits alone in small letters.
#[derive(Clone, Debug, Default)]
pub(crate) struct ClosedWords {
    sought: BTreeSet<Vec<char>>,
}

impl ClosedWords {
    /// All forms of what is known of a person.
    pub fn add_person(&mut self, who: &Complainant) {
        let name = FullName::parse(&who.name);
        // Others may have taken a man's name for a woman's, and bent it so.
        for gender in [None, Some(Gender::Male), Some(Gender::Female)] {
            for case in [
                Case::Nominative,
                Case::Genitive,
                Case::Dative,
                Case::Accusative,
                Case::Instrumental,
                Case::Prepositional,
            ] {
                let form = name.decline(gender, case);
                for part in [&form.last, &form.first, &form.middle] {
                    part.split_whitespace().for_each(|word| self.add_word(word));
                }
            }
        }
        for language in [Language::Ru, Language::En] {
            for line in [
                letter::addressee(who, language),
                letter::salutation(who, language),
            ] {
                line.split_whitespace()
                    .filter(|word| bare(word).len() >= ANYWHERE && !is_courtesy(word))
                    .for_each(|word| self.add_word(word));
            }
        }
        for line in [&who.name, &who.email, &who.representative] {
            self.add(line);
        }
        if let Some((user, _)) = who.email.split_once('@') {
            self.add(user);
        }
        // However the code of the country or of the town is written, and each of several numbers.
        for number in who.phone.split([',', ';', '/', '\n']) {
            // An extension is named by a word.
            let number = number.split(char::is_alphabetic).next().unwrap_or(number);
            let digits: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
            let last = [10, 7].into_iter().filter(|count| *count <= digits.len());
            self.sought
                .extend(last.map(|count| digits[digits.len() - count..].to_vec()));
        }
        for part in who.address.split([',', '\n', ';']) {
            if tells_a_place(part) {
                self.add(part);
            }
            let named = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
            part.split_whitespace()
                .filter(|word| bare(word).len() >= ANYWHERE)
                .filter(named)
                .for_each(|word| self.add_word(word));
        }
        for part in who.representative.split([',', '\n', ';']) {
            let words = FullName::parse(part);
            for case in [
                Case::Nominative,
                Case::Genitive,
                Case::Dative,
                Case::Instrumental,
            ] {
                let last = words.decline(None, case).last;
                if bare(&last).len() >= ANYWHERE {
                    self.add_word(&last);
                }
            }
        }
    }

    /// To whom a letter was written, line by line, and how it greets them: a name and an address may
    /// have been others then.
    pub fn add_addressee(&mut self, lines: &[String], greeting: &str) {
        if let Some(name) = lines.first().filter(|name| !is_organisation(name)) {
            let last = FullName::parse(name).last;
            last.split_whitespace()
                .filter(|word| !is_courtesy(word))
                .for_each(|word| self.add_word(word));
        }
        for line in lines.iter().map(String::as_str).chain([greeting]) {
            for part in line.split([',', ';']) {
                if line != greeting && tells_a_place(part) {
                    self.add(part);
                }
                let named = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
                part.split_whitespace()
                    .filter(|word| bare(word).len() >= ANYWHERE && !is_courtesy(word))
                    .filter(named)
                    .for_each(|word| self.add_word(word));
            }
        }
    }

    /// Words that a person chose: a name, a number, a phrase.
    pub fn add(&mut self, text: &str) {
        let sought = bare(text);
        if sought.len() > 1 {
            self.sought.insert(sought);
        }
    }

    /// One word, and what is left of it when its ending goes.
    fn add_word(&mut self, word: &str) {
        let sought = bare(word);
        if sought.len() >= 7 && sought.iter().all(|c| c.is_alphabetic()) {
            self.sought.insert(sought[..sought.len() - 2].to_vec());
        }
        self.add(word);
    }

    /// Where they stand in a text, in bytes.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let (letters, places) = stream(text);
        let mut found = Vec::new();
        for sought in &self.sought {
            let long = sought.len() >= ANYWHERE;
            for at in 0..letters.len().saturating_sub(sought.len() - 1) {
                let end = at + sought.len();
                if letters[at..end] != sought[..] {
                    continue;
                }
                let begins = places[at].begins;
                let ends = places.get(end).is_none_or(|next| next.begins);
                if !(long || begins && ends) {
                    continue;
                }
                // The rest of the word says what its beginning was.
                let wordy = sought.iter().all(|c| c.is_alphabetic());
                let mut last = end - 1;
                while wordy && long && places.get(last + 1).is_some_and(|next| !next.begins) {
                    last += 1;
                }
                let mut first = at;
                while wordy && long && !places[first].begins && first > 0 {
                    first -= 1;
                }
                found.push(places[first].bytes.start..places[last].bytes.end);
            }
        }
        found.sort_by_key(|range| (range.start, range.end));
        found
    }

    /// The text with a bar in place of each of them.
    pub fn closed(&self, text: &str) -> String {
        let mut out = String::new();
        let mut at = 0;
        for range in self.find(text) {
            if range.start >= at {
                out.push_str(&text[at..range.start]);
                out.push_str(BAR);
            }
            at = at.max(range.end);
        }
        out.push_str(&text[at..]);
        out
    }
}

/// Whether a part of an address tells anything by itself: a street, a town, the number of a house.
fn tells_a_place(part: &str) -> bool {
    let letters = bare(part);
    letters.len() > ANYWHERE || letters.len() > 1 && letters.iter().any(|c| c.is_numeric())
}

/// Whether a word is one of courtesy, which tells nothing of a person.
fn is_courtesy(word: &str) -> bool {
    let word = word.to_lowercase();
    [Language::Ru, Language::En]
        .into_iter()
        .flat_map(|language| texts(language).courtesies)
        .any(|courtesy| word.starts_with(courtesy))
}

/// A letter or digit as it is compared.
fn folded(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase().map(|c| if c == 'ё' { 'е' } else { c })
}

fn bare(text: &str) -> Vec<char> {
    let kept = text.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(folded).collect()
}

/// Where a letter stands.
struct Place {
    bytes: Range<usize>,
    /// Whether no letter or digit stands right before it.
    begins: bool,
}

/// The letters and digits of a text, small. What breaks a word at the end of a line breaks none here.
fn stream(text: &str) -> (Vec<char>, Vec<Place>) {
    let (mut letters, mut places) = (Vec::new(), Vec::new());
    let mut begins = true;
    let mut broken = false;
    for (at, c) in text.char_indices() {
        if !c.is_alphanumeric() {
            broken = c == '\u{ad}' || broken && c == '\n';
            begins |= !broken;
            continue;
        }
        for small in folded(c) {
            letters.push(small);
            places.push(Place {
                bytes: at..at + c.len_utf8(),
                begins,
            });
            begins = false;
        }
        broken = false;
    }
    (letters, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person() -> ClosedWords {
        let mut words = ClosedWords::default();
        words.add_person(&Complainant {
            name: "Соколова Марина Львовна".into(),
            address: "190000, г. Санкт-Петербург, Садовая ул., д. 5, кв. 12".into(),
            email: "m.sokolova@mail.test".into(),
            phone: "+79215550142".into(),
            ..Complainant::default()
        });
        words
    }

    #[test]
    fn a_name_is_found_in_every_form_and_across_lines() {
        let words = person();
        for text in [
            "Соколовой М. Л.",
            "Уважаемая Марина Львовна!",
            "Дело СОКОЛОВОЙ",
            "о Соко\u{ad}\nловой сказано",
            "Ms Marina Sokolova",
            "8 (921) 555-01-42",
            "m.sokolova@mail.test",
            "по адресу: Садовая улица, дом 5",
            "190000",
            "(д. 5; кв. 12)",
        ] {
            let closed = words.closed(text);
            assert!(closed.contains(BAR), "{text}: {closed}");
            for secret in [
                "окол",
                "Марин",
                "Львов",
                "arina",
                "okolov",
                "0142",
                "адов",
                "19000",
                "12)",
            ] {
                assert!(!closed.contains(secret), "{text}: {closed}");
            }
        }
        assert_eq!(
            words.closed("Уважаемый заявитель, чек № 77"),
            "Уважаемый заявитель, чек № 77"
        );
    }

    #[test]
    fn short_words_are_closed_only_where_they_stand_alone() {
        let mut words = ClosedWords::default();
        words.add("Ян");
        assert_eq!(
            words.closed("Ян и яна, в январе"),
            format!("{BAR} и яна, в январе")
        );
    }
}
