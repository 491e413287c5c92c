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
    /// Those of them that name a place: the numbers right behind them are of its house and flat.
    places: BTreeSet<Vec<char>>,
    /// Those that a person chose: they are closed wherever they stand.
    chosen: BTreeSet<Vec<char>>,
    /// Lines of the office's own letterhead: what they share with the complainant tells nothing.
    own: BTreeSet<Vec<char>>,
}

impl ClosedWords {
    /// All forms of what is known of a person.
    pub fn add_person(&mut self, who: &Complainant) {
        let name = FullName::parse(&who.name);
        // Others may have taken a man's name for a woman's, and bent it so.
        for gender in [None, Some(Gender::Male), Some(Gender::Female)] {
            for case in Case::ALL {
                let form = name.decline(gender, case);
                for part in [&form.last, &form.first, &form.middle] {
                    part.split_whitespace().for_each(|word| self.add_word(word));
                }
            }
        }
        for language in [Language::Ru, Language::En] {
            let greeting = letter::salutation(who, language);
            // Whoever gave no name is greeted as everybody.
            let is_own = !who.name.trim().is_empty() || who.salutation.is_some();
            for line in [letter::addressee(who, language)]
                .into_iter()
                .chain(is_own.then_some(greeting))
            {
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
        self.add_address(&who.address);
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

    /// A place: its parts, its names, and its numbers however their kind is written.
    fn add_address(&mut self, address: &str) {
        for part in address.split([',', '\n', ';']) {
            if tells_a_place(part) {
                self.add(part);
            }
            self.add_numbers(part);
            let named = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
            for word in part.split_whitespace().filter(named) {
                if bare(word).len() >= ANYWHERE {
                    self.add_word(word);
                    self.places.insert(stem(bare(word)));
                }
            }
        }
    }

    /// «д. 5 корп. 2»: each number under all names of what it counts.
    fn add_numbers(&mut self, part: &str) {
        let words = words_of(part);
        for pair in words.windows(2) {
            let [kind, number] = pair else { continue };
            if !number.first().is_some_and(char::is_ascii_digit) {
                continue;
            }
            for line in numbered().filter(|line| has(line, kind)) {
                let kinds = line.iter();
                self.sought
                    .extend(kinds.map(|kind| kind.chars().chain(number.iter().copied()).collect()));
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
                    self.add_numbers(part);
                }
                let named = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
                part.split_whitespace()
                    .filter(|word| bare(word).len() >= ANYWHERE && !is_courtesy(word))
                    .filter(named)
                    .for_each(|word| self.add_word(word));
            }
        }
    }

    /// Whether nothing is sought.
    pub fn is_empty(&self) -> bool {
        self.sought.is_empty() && self.places.is_empty()
    }

    /// Whether what a person chose is no word: it would close nothing.
    pub fn is_too_short(text: &str) -> bool {
        bare(text).len() < 2
    }

    /// A line of the office's own letterhead, open as it stands there.
    pub fn leave_own(&mut self, line: &str) {
        let own = bare(line);
        if own.len() > ANYWHERE {
            self.own.insert(own);
        }
    }

    /// Words that a person chose: a name, a number, a phrase.
    pub fn choose(&mut self, text: &str) {
        let chosen = bare(text);
        if chosen.len() > 1 {
            self.chosen.insert(chosen.clone());
            self.sought.insert(chosen);
        }
    }

    /// A name, a number, a phrase.
    pub fn add(&mut self, text: &str) {
        let sought = bare(text);
        if sought.len() > 1 {
            self.sought.insert(sought);
        }
    }

    /// One word, and what is left of it when its ending goes.
    fn add_word(&mut self, word: &str) {
        let known = stem(bare(word));
        if known.len() > 1 {
            self.sought.insert(known);
        }
        self.add(word);
    }

    /// Where they stand in a text, in bytes.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let (letters, places) = stream(text);
        let mut found = Vec::new();
        let own = self.own_lines(&letters);
        for sought in &self.sought {
            let long = sought.len() >= ANYWHERE;
            let may_stand = !self.chosen.contains(sought);
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
                let is_own = |line: &Range<usize>| line.start <= first && last < line.end;
                if may_stand && own.iter().any(is_own) {
                    continue;
                }
                if self.places.contains(sought) {
                    last = behind_street(&letters, &places, last);
                }
                found.push(places[first].bytes.start..places[last].bytes.end);
            }
        }
        complaint::order::by_key(&mut found, |range| (range.start, range.end));
        found
    }

    /// Where lines of the letterhead stand, by letters.
    fn own_lines(&self, letters: &[char]) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        for own in &self.own {
            let places = letters.windows(own.len()).enumerate();
            let same = places.filter(|(_, there)| *there == &own[..]);
            lines.extend(same.map(|(at, _)| at..at + own.len()));
        }
        lines
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

/// A word without its ending, where it is long enough to be known without.
fn stem(word: Vec<char>) -> Vec<char> {
    match word.len() >= 7 && word.iter().all(|c| c.is_alphabetic()) {
        true => word[..word.len() - 2].to_vec(),
        false => word,
    }
}

/// Its words, small; a number is one with the letter or the fraction behind it.
fn words_of(text: &str) -> Vec<Vec<char>> {
    let (letters, places) = stream(text);
    let mut words: Vec<Vec<char>> = Vec::new();
    for (c, place) in letters.into_iter().zip(places) {
        let turns = words
            .last()
            .and_then(|word| word.last())
            .is_some_and(|before| before.is_alphabetic() && c.is_ascii_digit());
        match words.last_mut() {
            Some(word) if !place.begins && !turns => word.push(c),
            Some(_) | None => words.push(vec![c]),
        }
    }
    words
}

/// What stands before a number in an address, a line of each kind.
fn numbered() -> impl Iterator<Item = &'static [&'static str]> {
    let languages = [Language::Ru, Language::En].into_iter();
    languages.flat_map(|language| texts(language).address_numbers.iter().copied())
}

fn has(list: &[&str], word: &[char]) -> bool {
    list.iter().any(|one| one.chars().eq(word.iter().copied()))
}

/// The last letter of the numbers that stand right behind the name of a street which ends at `last`: «ул., дом 5, кв. 12».
fn behind_street(letters: &[char], places: &[Place], last: usize) -> usize {
    let is_number = |word: &[char]| {
        let digits = word.iter().take_while(|c| c.is_ascii_digit()).count();
        (1..=4).contains(&digits) && word.len() <= digits + 1
    };
    let leads_on = |word: &[char]| {
        let languages = [Language::Ru, Language::En];
        numbered().any(|line| has(line, word))
            || languages
                .map(texts)
                .iter()
                .any(|texts| has(texts.of_street, word))
    };
    let (mut closed, mut at) = (last, last + 1);
    // As many words as lead from one number to the next.
    let mut leading = 0;
    while at < letters.len() && leading < 3 {
        let ends = (at + 1..places.len()).find(|next| places[*next].begins);
        let word = at..ends.unwrap_or(places.len());
        if is_number(&letters[word.clone()]) {
            closed = word.end - 1;
            leading = 0;
        } else if leads_on(&letters[word.clone()]) {
            leading += 1;
        } else {
            break;
        }
        at = word.end;
    }
    closed
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
            "квартира № 12",
            "в квартире 12 по Садовой",
            "Садовая, 5-12",
            "на Садовой улице, дом 5, живёт",
            "Садовой ул., д.5, корп.2, кв.12",
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
                "12",
                "5,",
                "дом 5",
            ] {
                assert!(!closed.contains(secret), "{text}: {closed}");
            }
        }
        assert_eq!(
            words.closed("Уважаемый заявитель, чек № 77"),
            "Уважаемый заявитель, чек № 77"
        );
        // What only looks like a number of an address stays.
        for open in ["купил 12 чашек", "5 ноября", "дом 7", "пункт 12"] {
            assert_eq!(words.closed(open), open);
        }
    }

    #[test]
    fn the_offices_own_letterhead_stays_open_but_for_what_a_person_chose() {
        let mut words = person();
        words.leave_own("191186, г. Санкт-Петербург, Невский пр., д. 1");
        let head = "ООО «Север»\n191186, г. Санкт-Петербург,\nНевский пр., д. 1";
        assert_eq!(words.closed(head), head);
        let closed = words.closed(&format!("{head}\nг. Санкт-Петербург, Садовая ул."));
        assert!(closed.starts_with(head), "{closed}");
        assert!(!closed[head.len()..].contains("Петербург"), "{closed}");
        words.choose("Невский");
        assert!(!words.closed(head).contains("Невский"));
    }

    #[test]
    fn short_words_are_closed_only_where_they_stand_alone() {
        let mut words = ClosedWords::default();
        words.choose("Ян");
        assert_eq!(
            words.closed("Ян и яна, в январе"),
            format!("{BAR} и яна, в январе")
        );
    }
}
