//! Clues: what a sentence shows, by itself too little to tell a fault, together
//! often enough. How much each weighs is learnt from labelled sentences.

use super::grammar::Grammar;
use super::lexicon::Lexicon;
use super::reading::{Scope, Sentence, Token};
use std::collections::BTreeMap;

/// A clue by its name, with the token where it shows, if it shows at one.
pub type Clue = (String, Option<usize>);

/// The clues of a sentence; `found` are the rules that its words and clauses
/// have already been found by.
pub fn clues(sentence: &Sentence, lexicon: &Lexicon, text: &str, found: &[&str]) -> Vec<Clue> {
    let mut out: BTreeMap<String, Option<usize>> = BTreeMap::new();
    let mut add = |name: String, at: Option<usize>| {
        out.entry(name).or_insert(at);
    };
    for rule in found {
        add(format!("rule {rule}"), None);
    }
    add(format!("rules {}", found.len().min(2)), None);
    for (mark, name) in [
        ('~', "quote"),
        ('"', "quote"),
        ('?', "ask"),
        ('!', "shout"),
        (';', "half"),
        ('-', "dash"),
        ('(', "aside"),
        (':', "colon"),
    ] {
        if text.contains(mark) {
            add(format!("sign {name}"), None);
        }
    }
    let figures = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|f| !f.is_empty())
        .count();
    add(format!("figures {}", figures.min(3)), None);
    add(
        format!("length {}", (sentence.tokens.len() / 6).min(5)),
        None,
    );
    add(format!("clauses {}", sentence.clauses.len().min(4)), None);
    // Names, and what is cried.
    let is_name = |t: &&Token| {
        t.capital
            && !t.shouted
            && !["you", "yours", "our", "firm", "we"]
                .iter()
                .any(|n| lexicon.concept(n).is_some_and(|tag| t.has(tag)))
    };
    let names = sentence.tokens.iter().skip(1).filter(is_name).count();
    add(format!("names {}", names.min(3)), None);
    let shouted = sentence.tokens.iter().filter(|t| t.shouted).count();
    add(format!("shouted {}", shouted.min(3)), None);
    if sentence.tokens.iter().any(Token::is_patronymic) {
        add("patronymic".to_owned(), None);
    }
    let stems: Vec<String> = sentence.tokens.iter().map(Token::stem).collect();
    for (at, token) in sentence.tokens.iter().enumerate() {
        add(format!("w {}", stems[at]), Some(at));
        if at == 0 {
            add(format!("first {}", stems[0]), Some(0));
        }
        if at > 0 {
            add(format!("w {} {}", stems[at - 1], stems[at]), Some(at));
        }
        let scope = match token.scope {
            _ if token.negated => "-",
            Scope::Said => "",
            Scope::Reported => "r",
            Scope::Denied => "-",
            Scope::Supposed => "if ",
        };
        for name in concepts(token, lexicon) {
            add(format!("c {scope}{name}"), Some(at));
        }
    }
    for &(start, end) in &sentence.clauses {
        let tokens = &sentence.tokens[start..end];
        let holds = |name: &str| {
            let tag = lexicon.concept(name);
            tag.is_some_and(|tag| tokens.iter().any(|t| t.has(tag)))
        };
        let who = match (
            holds("we"),
            holds("you"),
            holds("us") || holds("our"),
            holds("yours"),
        ) {
            (true, true, ..) => "both",
            (true, _, _, true) => "we-you",
            (_, true, true, _) => "you-us",
            (true, ..) => "we",
            (_, true, ..) => "you",
            (_, _, true, true) => "us-yours",
            (_, _, true, _) => "us",
            (_, _, _, true) => "yours",
            _ => "they",
        };
        add(format!("who {who}"), Some(start));
        for (at, token) in tokens.iter().enumerate() {
            if token.scope == Scope::Reported {
                continue;
            }
            let form = form(token.grammar);
            let sign = if token.negated { "-" } else { "" };
            for name in concepts(token, lexicon) {
                add(format!("{who} {sign}{name}"), Some(start + at));
                if !form.is_empty() {
                    add(format!("{who} {sign}{name} {form}"), Some(start + at));
                }
            }
            if !form.is_empty() {
                add(format!("{who} {form}"), Some(start + at));
            }
        }
    }
    let mut all: Vec<(&str, usize)> = Vec::new();
    for (at, token) in sentence.tokens.iter().enumerate() {
        if token.scope != Scope::Reported {
            all.extend(concepts(token, lexicon).map(|name| (name, at)));
        }
    }
    all.sort_unstable();
    all.dedup_by_key(|c| c.0);
    for &(name, at) in &all {
        if figures > 1 {
            add(format!("figures & {name}"), Some(at));
        }
        if names > 0 {
            add(format!("names & {name}"), Some(at));
        }
    }
    for (n, a) in all.iter().enumerate() {
        for b in &all[n + 1..] {
            add(format!("{} & {}", a.0, b.0), Some(a.1.min(b.1)));
        }
    }
    out.into_iter().collect()
}

fn concepts<'a>(token: &'a Token, lexicon: &'a Lexicon) -> impl Iterator<Item = &'a str> {
    token
        .tags
        .iter()
        .filter_map(|&tag| lexicon.name_of_concept(tag))
}

fn form(grammar: Grammar) -> &'static str {
    [
        (Grammar::IMPERATIVE, "imp"),
        (Grammar::PAST, "past"),
        (Grammar::INFINITIVE, "inf"),
        (Grammar::PASSIVE, "pass"),
        (Grammar::FIRST, "first"),
        (Grammar::SECOND, "second"),
        (Grammar::THIRD, "third"),
    ]
    .into_iter()
    .find(|(mark, _)| grammar.has(*mark))
    .map_or("", |(_, name)| name)
}
