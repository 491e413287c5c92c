//! What stands before what in a sentence: stems, senses and forms of words with
//! those of the words near behind them.

use super::grammar::Grammar;
use super::lexicon::Lexicon;
use super::reading::{Scope, Sentence, Token};

/// What of the words is told.
#[derive(Clone, Copy)]
pub enum Order {
    Stems,
    Senses,
    Forms,
}

/// How many words on a stem is still told together with another.
const FAR: usize = 4;
/// The same for senses.
const NEAR: usize = 3;

/// Whose the word is, and whether it is denied.
fn whose(token: &Token) -> &'static [u8] {
    match token.scope {
        _ if token.negated => b"-",
        Scope::Denied => b"-",
        Scope::Said => b"",
        Scope::Reported => b"r",
        Scope::Supposed => b"?",
    }
}

fn form(grammar: Grammar) -> [u8; 2] {
    grammar.0.to_le_bytes()
}

/// Gives each with the parts of its name and the token where it begins.
pub fn orders(sentence: &Sentence, lexicon: &Lexicon, mut put: impl FnMut(Order, &[&[u8]], usize)) {
    let tokens = &sentence.tokens;
    let stems: Vec<String> = tokens.iter().map(Token::stem).collect();
    let stem = |at: usize| stems[at].as_bytes();
    let senses: Vec<Vec<&[u8]>> = tokens
        .iter()
        .map(|token| {
            let names = token.tags.iter().map(|&tag| lexicon.name_of_concept(tag));
            names.flatten().map(str::as_bytes).collect()
        })
        .collect();
    for at in 0..tokens.len() {
        let (own, mark) = (form(tokens[at].grammar), whose(&tokens[at]));
        put(Order::Forms, &[b"g", mark, &own], at);
        put(Order::Forms, &[b"s", mark, stem(at)], at);
        put(Order::Forms, &[b"b", mark, stem(at), b" ", &own], at);
        for behind in at + 2..tokens.len().min(at + FAR + 1) {
            put(Order::Stems, &[stem(at), b"_", stem(behind)], at);
        }
        for behind in at + 1..tokens.len().min(at + NEAR + 1) {
            let then = whose(&tokens[behind]);
            for sense in &senses[at] {
                for next in &senses[behind] {
                    put(Order::Senses, &[mark, sense, b">", then, next], at);
                }
                put(Order::Senses, &[mark, sense, b">=", stem(behind)], at);
            }
            for next in &senses[behind] {
                put(Order::Senses, &[b"=", stem(at), b">", then, next], at);
            }
        }
        let Some(next) = tokens.get(at + 1) else {
            continue;
        };
        let next = form(next.grammar);
        put(Order::Forms, &[b"gg", &own, &next], at);
        put(Order::Forms, &[b"sg", stem(at), b" ", &next], at);
        put(Order::Forms, &[b"gs", &own, stem(at + 1)], at);
        let Some(last) = tokens.get(at + 2) else {
            continue;
        };
        let last = form(last.grammar);
        put(Order::Forms, &[b"ggg", &own, &next, &last], at);
        put(Order::Forms, &[b"s*s", stem(at), b" ", stem(at + 2)], at);
        let three = [stem(at), b" ", stem(at + 1), b" ", stem(at + 2)];
        put(Order::Stems, &three, at);
    }
}
