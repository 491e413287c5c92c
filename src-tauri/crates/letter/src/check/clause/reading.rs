//! A sentence read as clauses: who speaks in each, what is denied, asked,
//! supposed or another's words.

use super::grammar::Grammar;
use super::lexicon::{Lexicon, Tag};
use crate::check::normalised::{Normalised, letters};
use complaint::Language;

/// Whose the words are, and how they are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Said by the writer, and meant.
    Said,
    /// What the reader or somebody else said.
    Reported,
    /// What the writer says is not so, or leaves open.
    Denied,
    /// What would be, if.
    Supposed,
}

/// A word of a sentence.
#[derive(Debug)]
pub struct Token {
    /// Place in the normalised text, in bytes.
    pub from: usize,
    pub to: usize,
    pub tags: Vec<Tag>,
    pub grammar: Grammar,
    /// «не» stands before it.
    pub negated: bool,
    pub scope: Scope,
    /// Where a phrase that begins here ends, as tokens behind this one.
    pub extent: usize,
    /// The strongest sign before it.
    sign: u8,
    word: String,
    /// How it was written: a capital at its head, or all of them.
    pub capital: bool,
    pub shouted: bool,
}

impl Token {
    /// The word without its ending.
    pub fn stem(&self) -> String {
        russian::stem::stem_word(&self.word)
    }

    /// «Ивановна», «Петровичем».
    pub fn is_patronymic(&self) -> bool {
        let ends = [
            "ович",
            "евич",
            "овна",
            "евна",
            "ична",
            "овны",
            "евны",
            "овне",
            "евне",
            "овну",
            "евну",
            "овной",
            "евной",
        ];
        self.capital
            && (ends.iter().any(|e| self.word.ends_with(e))
                || ["ович", "евич"].iter().any(|e| self.word.contains(e)))
    }

    pub fn has(&self, tag: Tag) -> bool {
        self.tags.binary_search(&tag).is_ok()
    }
}

/// A sentence: its words, and the ranges of its clauses.
#[derive(Debug, Default)]
pub struct Sentence {
    pub tokens: Vec<Token>,
    pub clauses: Vec<(usize, usize)>,
}

impl Sentence {
    /// Where its words begin and end, in bytes of the normalised text.
    pub fn place(&self) -> Option<(usize, usize)> {
        Some((self.tokens.first()?.from, self.tokens.last()?.to))
    }

    /// Where the words stand that are denied or another's.
    pub fn unmeant(&self) -> Vec<(usize, usize)> {
        let is = |t: &&Token| t.negated || matches!(t.scope, Scope::Denied | Scope::Reported);
        let tokens = self.tokens.iter().filter(is);
        tokens.map(|t| (t.from, t.to)).collect()
    }
}

/// The words of grammar that the reading goes by.
pub struct Markers {
    pub not: Option<Tag>,
    pub we: Option<Tag>,
    pub you: Option<Tag>,
    pub say: Option<Tag>,
    pub source: Option<Tag>,
    pub that: Option<Tag>,
    pub but: Option<Tag>,
    pub supposing: Option<Tag>,
    pub open: Option<Tag>,
    pub deny: Option<Tag>,
    pub establish: Option<Tag>,
    pub lack: Option<Tag>,
    pub light: Option<Tag>,
}

impl Markers {
    pub fn of(lexicon: &Lexicon) -> Self {
        let tag = |name| lexicon.concept(name);
        Self {
            not: tag("not"),
            we: tag("we"),
            you: tag("you"),
            say: tag("say"),
            source: tag("source"),
            that: tag("that"),
            but: tag("but"),
            supposing: tag("if"),
            open: tag("open"),
            deny: tag("deny"),
            establish: tag("establish"),
            lack: tag("lack"),
            light: tag("light"),
        }
    }
}

const VERBAL: Grammar = Grammar(
    Grammar::PAST.0
        | Grammar::INFINITIVE.0
        | Grammar::IMPERATIVE.0
        | Grammar::FIRST.0
        | Grammar::SECOND.0
        | Grammar::THIRD.0
        | Grammar::PASSIVE.0
        | Grammar::GERUND.0,
);

/// Cuts a prepared text into tokens and clauses and finds out whose words they are.
pub fn read(text: &Normalised, lexicon: &Lexicon, markers: &Markers) -> Vec<Sentence> {
    text.sentences
        .iter()
        .map(|&range| sentence(text, range, lexicon, markers))
        .collect()
}

fn sentence(
    text: &Normalised,
    (start, end): (usize, usize),
    lexicon: &Lexicon,
    markers: &Markers,
) -> Sentence {
    let bytes = text.bytes.as_bytes();
    let language = lexicon.language();
    let mut tokens = Vec::new();
    let mut at = start;
    let mut sign = 0;
    while at < end {
        if !bytes[at].is_ascii_alphanumeric() {
            if b",;:()-".contains(&bytes[at]) {
                sign = bytes[at];
            }
            at += 1;
            continue;
        }
        let from = at;
        // A hyphen or an apostrophe stands within a word.
        let joins = |b: u8| b == b'-' || language == Language::En && (b == b'\'' || b == b'~');
        while at < end
            && (bytes[at].is_ascii_alphanumeric()
                || joins(bytes[at]) && bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric))
        {
            at += 1;
        }
        let word = letters(&text.bytes[from..at], lexicon.language());
        let (mut tags, grammar) = lexicon.read(&word);
        // «don't» says no.
        if let (true, Some(not)) = (word.ends_with("n't") || word.ends_with("n~t"), markers.not)
            && let Err(place) = tags.binary_search(&not)
        {
            tags.insert(place, not);
        }
        let grammar = if grammar == Grammar::NONE {
            guessed(&word, lexicon.language())
        } else {
            grammar
        };
        let quoted = text.is_quoted(from, at);
        tokens.push(Token {
            from,
            to: at,
            tags,
            grammar,
            negated: false,
            scope: if quoted { Scope::Reported } else { Scope::Said },
            extent: 0,
            sign,
            capital: text.is_capital(from),
            shouted: at - from > 3 && (from..at).all(|b| text.is_capital(b)),
            word,
        });
        sign = 0;
    }
    let mut sentence = Sentence {
        tokens,
        clauses: Vec::new(),
    };
    name_phrases(&mut sentence, lexicon);
    name_persons(&mut sentence, markers);
    negate(&mut sentence, markers);
    divide(&mut sentence, markers, lexicon.language());
    attribute(&mut sentence, markers);
    sentence
}

/// What the ending alone tells of a word that is not known.
fn guessed(word: &str, language: Language) -> Grammar {
    let long = word.chars().count() > 4;
    let ends = |list: &[&str]| long && list.iter().any(|e| word.ends_with(e));
    match language {
        Language::Ru if ends(&["ли", "лись", "лся", "лась", "лось"]) => {
            Grammar::PAST
        }
        Language::Ru if ends(&["ть", "ться"]) => Grammar::INFINITIVE,
        Language::Ru if ends(&["ете", "ите", "етесь", "итесь"]) => Grammar::SECOND,
        Language::Ru
            if ends(&[
                "ется", "ится", "ются", "утся", "ятся", "ает", "яет", "ует", "ают", "уют", "яют",
            ]) =>
        {
            Grammar::THIRD
        }
        Language::En if ends(&["ed"]) => Grammar::PAST,
        Language::Ru | Language::En => Grammar::NONE,
    }
}

fn name_phrases(sentence: &mut Sentence, lexicon: &Lexicon) {
    for at in 0..sentence.tokens.len() {
        let mut found = Vec::new();
        for &tag in &sentence.tokens[at].tags {
            for (rest, concept) in lexicon.phrases(tag) {
                let fits = rest
                    .iter()
                    .enumerate()
                    .all(|(n, tag)| sentence.tokens.get(at + 1 + n).is_some_and(|t| t.has(*tag)));
                if fits {
                    found.push((*concept, rest.len()));
                }
            }
        }
        let token = &mut sentence.tokens[at];
        for (concept, length) in found {
            token.extent = token.extent.max(length);
            if let Err(place) = token.tags.binary_search(&concept) {
                token.tags.insert(place, concept);
            }
        }
    }
}

/// A verb in the first person says «мы», one in the second «вы».
fn name_persons(sentence: &mut Sentence, markers: &Markers) {
    for token in &mut sentence.tokens {
        let marks = [
            (Grammar::FIRST, markers.we),
            (Grammar::SECOND.and(Grammar::IMPERATIVE), markers.you),
        ];
        for (mark, tag) in marks {
            if let (true, Some(tag)) = (token.grammar.has(mark), tag)
                && let Err(place) = token.tags.binary_search(&tag)
            {
                token.tags.insert(place, tag);
            }
        }
    }
}

/// «не» reaches to the next word that carries a sense, over light ones.
fn negate(sentence: &mut Sentence, markers: &Markers) {
    let has = |token: &Token, tag: Option<Tag>| tag.is_some_and(|t| token.has(t));
    let mut reach = 0;
    for at in 0..sentence.tokens.len() {
        let token = &sentence.tokens[at];
        let (is_not, is_lack) = (has(token, markers.not), has(token, markers.lack));
        if reach > 0 && (token.sign == 0) && !is_not {
            let light = has(token, markers.light);
            sentence.tokens[at].negated = true;
            reach = if light { reach } else { reach - 1 };
        } else if token.sign != 0 {
            reach = 0;
        }
        if is_not {
            reach = 1;
        } else if is_lack {
            reach = 2;
        }
    }
}

fn divide(sentence: &mut Sentence, markers: &Markers, language: Language) {
    let tokens = &sentence.tokens;
    let has = |at: usize, tag: Option<Tag>| tag.is_some_and(|t| tokens[at].has(t));
    let is_start = |&at: &usize| {
        let worded = language == Language::En
            && (has(at, markers.supposing)
                || has(at, markers.but)
                || has(at, markers.that) && has(at - 1, markers.say));
        tokens[at].sign != 0 || worded
    };
    let starts: Vec<usize> = std::iter::once(0)
        .chain((1..tokens.len()).filter(is_start))
        .collect();
    let verbal = |from: usize, to: usize| tokens[from..to].iter().any(|t| t.grammar.has(VERBAL));
    let mut clauses: Vec<(usize, usize)> = Vec::new();
    for (n, &start) in starts.iter().enumerate() {
        let end = starts.get(n + 1).copied().unwrap_or(tokens.len());
        if start >= end {
            continue;
        }
        let opens = [markers.that, markers.but, markers.supposing]
            .iter()
            .any(|&m| has(start, m));
        match clauses.last_mut() {
            Some(last) if !(opens || verbal(start, end) && verbal(last.0, last.1)) => {
                last.1 = end;
            }
            _ => clauses.push((start, end)),
        }
    }
    sentence.clauses = clauses;
}

/// Finds out whose words each clause holds.
fn attribute(sentence: &mut Sentence, markers: &Markers) {
    let mut carried: Option<Scope> = None;
    for n in 0..sentence.clauses.len() {
        let (start, end) = sentence.clauses[n];
        let tokens = &sentence.tokens;
        let has = |at: usize, tag: Option<Tag>| tag.is_some_and(|t| tokens[at].has(t));
        let find = |tag: Option<Tag>| (start..end).find(|&at| has(at, tag));
        let head = start..end.min(start + 3);
        let opens_that = head.clone().take(2).any(|at| has(at, markers.that));
        if has(start, markers.but)
            || n > 0 && tokens[start].sign == b';'
            || carried.is_some() && !opens_that && has(start, markers.we)
        {
            carried = None;
        }
        let supposes = head.clone().any(|at| has(at, markers.supposing));
        let mut scope = match carried {
            Some(scope) => scope,
            None if supposes => Scope::Supposed,
            None => Scope::Said,
        };
        // «проверили, не было ли …» leaves it open.
        let open = find(markers.open).is_some();
        if open && scope == Scope::Said {
            scope = Scope::Denied;
        }
        // «не установлено», «исключено», «отрицаем».
        let unproved = (start..end).any(|at| {
            has(at, markers.establish) && tokens[at].negated
                || has(at, markers.deny) && !tokens[at].negated
        });
        if unproved && scope == Scope::Said {
            scope = Scope::Denied;
        }
        // «Вы пишете …»: what follows is the reader's.
        let says = (start..end).find(|&at| has(at, markers.say));
        let source = find(markers.source);
        let mut from = start;
        let mut next = carried;
        if let (Some(at), None | Some(Scope::Supposed)) = (says, carried) {
            let near = at.saturating_sub(4).max(start)..(at + 4).min(end);
            let by_you = near.clone().any(|i| has(i, markers.you)) || source.is_some();
            let by_us = near.clone().any(|i| has(i, markers.we));
            if tokens[at].negated {
                next = Some(Scope::Denied);
            } else if by_you && !by_us {
                next = Some(Scope::Reported);
                if scope == Scope::Said {
                    scope = Scope::Reported;
                    from = at + 1;
                }
            }
        } else if source.is_some() && scope == Scope::Said && carried.is_none() {
            scope = Scope::Reported;
            from = source.map_or(start, |at| at + 1);
            next = Some(Scope::Reported);
        }
        if unproved && next.is_none() {
            next = Some(Scope::Denied);
        }
        // Only what hangs on the clause goes on with its scope.
        let hangs = sentence.clauses.get(n + 1).is_some_and(|&(s, e)| {
            (s..e.min(s + 2)).any(|at| has(at, markers.that)) || tokens[s].sign == b':'
        });
        for token in &mut sentence.tokens[from..end] {
            if token.scope == Scope::Said {
                token.scope = scope;
            }
        }
        carried = if carried.is_some() && next == carried {
            carried
        } else if hangs {
            next
        } else {
            None
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn reads(text: &str) -> Sentence {
        let small = [
            ("not", "=не =ни"),
            ("we", "=мы"),
            ("you", "=вы"),
            ("say", "писать утверждать"),
            ("that", "=что"),
            ("but", "=но =однако"),
            ("if", "=если"),
            ("establish", "установить"),
            ("light", "=нашей =по"),
        ];
        let map = |list: &[(&str, &str)]| -> BTreeMap<String, String> {
            list.iter()
                .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
                .collect()
        };
        let words = map(&[("fault", "вина виноватый"), ("break", "разбить заменить")]);
        let lexicon = Lexicon::new(Language::Ru, &words, &map(&small)).expect("a lexicon");
        let text = Normalised::new(text, Language::Ru);
        read(&text, &lexicon, &Markers::of(&lexicon)).remove(0)
    }

    fn words(sentence: &Sentence, scope: Scope) -> String {
        let of = sentence.tokens.iter().filter(|t| t.scope == scope);
        of.map(|t| t.word.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_others_say_and_what_is_denied_is_not_meant() {
        for (text, scope, expected) in [
            (
                "Вы пишете, что мастер виноват, но он ушёл.",
                Scope::Reported,
                "что мастер виноват",
            ),
            (
                "Мы не утверждаем, что Вы разбили экран.",
                Scope::Denied,
                "что вы разбили экран",
            ),
            (
                "Если Вы разбили экран, мы его заменим.",
                Scope::Supposed,
                "если вы разбили экран",
            ),
            ("Слово «виноват» написали Вы.", Scope::Reported, "виноват"),
        ] {
            assert_eq!(words(&reads(text), scope), expected, "{text}");
        }
    }

    #[test]
    fn no_reaches_over_light_words() {
        let sentence = reads("Это произошло не по нашей вине.");
        let negated: Vec<&str> = sentence
            .tokens
            .iter()
            .filter(|t| t.negated)
            .map(|t| t.word.as_str())
            .collect();
        assert_eq!(negated, ["по", "нашей", "вине"]);
    }
}
