//! Concepts: classes of words that mean the same to the rules, in whatever
//! form they stand.

use super::english;
use super::grammar::Grammar;
use super::russian::{self, Class};
use complaint::Language;
use std::collections::{BTreeMap, HashMap};

/// A concept, or a word that a rule or a phrase names by itself.
pub type Tag = u16;

/// How a form was come by.
#[derive(Clone, Copy)]
enum Ending {
    Russian {
        class: Class,
        reflexive: bool,
    },
    /// English forms stand whole.
    Whole(Grammar),
}

/// The words of a language that the rules know.
pub struct Lexicon {
    language: Language,
    names: HashMap<String, Tag>,
    /// Whether «не» before the word turns its sense.
    turns: Vec<bool>,
    /// What the concepts are called; nothing for words by themselves.
    called: Vec<Option<String>>,
    /// The concepts that a word stands for.
    concepts: HashMap<Tag, Vec<Tag>>,
    stems: HashMap<String, Vec<(Ending, Tag)>>,
    /// Words known by how they begin.
    beginnings: Vec<(String, Tag)>,
    /// First word → the words behind it, and what they mean together.
    phrases: HashMap<Tag, Vec<(Vec<Tag>, Tag)>>,
}

impl Lexicon {
    /// Reads concepts: a name, and its words divided by spaces. A word stands
    /// for all its forms, `=word` for itself, `wor*` for all that begins so,
    /// `a_b` for words behind one another, `@name` for another concept's.
    /// `small` are words of grammar, whose sense «не» does not turn.
    pub fn new(
        language: Language,
        words: &BTreeMap<String, String>,
        small: &BTreeMap<String, String>,
    ) -> Result<Self, String> {
        let mut lexicon = Self {
            language,
            names: HashMap::new(),
            turns: Vec::new(),
            called: Vec::new(),
            concepts: HashMap::new(),
            stems: HashMap::new(),
            beginnings: Vec::new(),
            phrases: HashMap::new(),
        };
        for (name, _) in Grammar::NAMES {
            lexicon.tag(name, false);
        }
        for (list, turns) in [(small, false), (words, true)] {
            for name in list.keys() {
                lexicon.tag(name, turns);
            }
        }
        for list in [small, words] {
            for (name, said) in list {
                let concept = lexicon.names[name.as_str()];
                let mut all = Vec::new();
                collect(name, said, &[small, words], 0, &mut all)?;
                for word in all {
                    lexicon.add(&word, concept);
                }
            }
        }
        Ok(lexicon)
    }

    fn tag(&mut self, name: &str, turns: bool) -> Tag {
        if let Some(&tag) = self.names.get(name) {
            return tag;
        }
        let tag = Tag::try_from(self.turns.len()).unwrap_or(Tag::MAX);
        self.turns.push(turns);
        self.called
            .push((!name.starts_with('\'')).then(|| name.to_owned()));
        self.names.insert(name.to_owned(), tag);
        tag
    }

    /// The tag of a word that is named by itself (`'word`, or Cyrillic).
    pub fn literal(&mut self, word: &str) -> Tag {
        let name = format!("'{word}");
        if let Some(&tag) = self.names.get(&name) {
            return tag;
        }
        let tag = self.tag(&name, true);
        if let Some(whole) = word.strip_prefix('=') {
            let ending = match self.language {
                Language::Ru => Ending::Russian {
                    class: Class::Whole,
                    reflexive: false,
                },
                Language::En => Ending::Whole(Grammar::NONE),
            };
            self.stems
                .entry(whole.to_owned())
                .or_default()
                .push((ending, tag));
        } else if let Some(beginning) = word.strip_suffix('*') {
            self.beginnings.push((beginning.to_owned(), tag));
        } else if self.language == Language::Ru {
            let bare = word.strip_suffix("ся").or_else(|| word.strip_suffix("сь"));
            for (stem, class) in russian::stems(bare.unwrap_or(word)) {
                let ending = Ending::Russian {
                    class,
                    reflexive: bare.is_some(),
                };
                self.stems.entry(stem).or_default().push((ending, tag));
            }
        } else {
            for (form, mark) in english::forms(word) {
                self.stems
                    .entry(form)
                    .or_default()
                    .push((Ending::Whole(mark), tag));
            }
        }
        tag
    }

    fn add(&mut self, word: &str, concept: Tag) {
        let mut parts = word.split('_');
        let first = self.literal(parts.next().unwrap_or_default());
        let rest: Vec<Tag> = parts.map(|p| self.literal(p)).collect();
        if rest.is_empty() {
            self.concepts.entry(first).or_default().push(concept);
        } else {
            self.phrases.entry(first).or_default().push((rest, concept));
        }
    }

    /// The tag of a concept or of a grammatical mark.
    pub fn concept(&self, name: &str) -> Option<Tag> {
        self.names.get(name).copied()
    }

    /// What a concept is called; a grammatical mark and a word by itself are none.
    pub fn name_of_concept(&self, tag: Tag) -> Option<&str> {
        let is_mark = usize::from(tag) < Grammar::NAMES.len();
        let name = self.called.get(usize::from(tag)).filter(|_| !is_mark)?;
        name.as_deref()
    }

    /// Whether «не» turns the sense of the tag.
    pub fn turns(&self, tag: Tag) -> bool {
        self.turns.get(usize::from(tag)).copied().unwrap_or(false)
    }

    /// What a folded word is: its own tag and its concepts', and its form.
    pub fn read(&self, word: &str) -> (Vec<Tag>, Grammar) {
        let mut tags = Vec::new();
        let mut grammar = Grammar::NONE;
        let mut see = |tag: Tag, mark: Grammar| {
            grammar = grammar.and(mark);
            tags.push(tag);
            tags.extend(self.concepts.get(&tag).into_iter().flatten());
        };
        match self.language {
            Language::En => {
                for &(ending, tag) in self.stems.get(word).into_iter().flatten() {
                    if let Ending::Whole(mark) = ending {
                        see(tag, mark);
                    }
                }
            }
            Language::Ru => {
                let bare = ["ся", "сь"].iter().find_map(|e| word.strip_suffix(e));
                self.endings(word, false, &mut see);
                if let Some(bare) = bare {
                    self.endings(bare, true, &mut see);
                }
            }
        }
        for (beginning, tag) in &self.beginnings {
            if word.starts_with(beginning.as_str()) {
                see(*tag, Grammar::NONE);
            }
        }
        for (name, mark) in Grammar::NAMES {
            if grammar.has(mark) {
                tags.extend(self.concept(name));
            }
        }
        tags.sort_unstable();
        tags.dedup();
        (tags, grammar)
    }

    fn endings(&self, word: &str, is_reflexive: bool, see: &mut impl FnMut(Tag, Grammar)) {
        const LONGEST: usize = 7;
        let places = word.char_indices().rev().map(|(at, _)| at).take(LONGEST);
        for at in std::iter::once(word.len()).chain(places) {
            let (stem, end) = word.split_at(at);
            for &(ending, tag) in self.stems.get(stem).into_iter().flatten() {
                if let Ending::Russian { class, reflexive } = ending
                    && (!reflexive || is_reflexive)
                    && let Some(mark) = class.form(end)
                {
                    let mark = if is_reflexive {
                        mark.and(Grammar::REFLEXIVE)
                    } else {
                        mark
                    };
                    see(tag, mark);
                }
            }
        }
    }

    /// The phrases that begin with the tag.
    pub fn phrases(&self, first: Tag) -> &[(Vec<Tag>, Tag)] {
        self.phrases.get(&first).map_or(&[], Vec::as_slice)
    }

    pub fn language(&self) -> Language {
        self.language
    }
}

/// The words of a concept, with those of the concepts it names.
fn collect(
    name: &str,
    said: &str,
    lists: &[&BTreeMap<String, String>],
    depth: usize,
    out: &mut Vec<String>,
) -> Result<(), String> {
    if depth > 8 {
        return Err(format!("a circle in {name}"));
    }
    for word in said.split_whitespace() {
        match word.strip_prefix('@') {
            Some(other) => {
                let said = lists.iter().find_map(|l| l.get(other));
                let said = said.ok_or_else(|| format!("{name}: no concept is called {other}"))?;
                collect(other, said, lists, depth + 1, out)?;
            }
            None => out.push(word.to_owned()),
        }
    }
    Ok(())
}
