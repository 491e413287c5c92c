//! Paths that can be told from the tokens of a macro.

use super::module::{Named, Path};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Whether a name can't be that of a local: those of types, variants and constants begin with a capital.
pub fn is_capital(name: &str) -> bool {
    name.trim_start_matches('_').starts_with(char::is_uppercase)
}

fn is_punct(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

fn is_double_colon(tokens: &[TokenTree], at: usize) -> bool {
    is_punct(tokens.get(at), ':') && is_punct(tokens.get(at + 1), ':')
}

/// The paths named in some tokens: longer ones, names with a capital, and what is called like a function or macro.
pub fn paths(tokens: TokenStream) -> Vec<Named> {
    let mut found = Vec::new();
    gather(tokens, &[], &mut found);
    found
}

fn gather(tokens: TokenStream, before: &[String], found: &mut Vec<Named>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            TokenTree::Group(group) => {
                // Only a group right after `a::` goes on with that path.
                gather(group.stream(), &[], found);
                at += 1;
            }
            TokenTree::Ident(_) => at = path(&tokens, at, before, found),
            TokenTree::Punct(_) | TokenTree::Literal(_) => at += 1,
        }
    }
}

/// Reads the path that begins at a word; the answer is where it ends.
fn path(tokens: &[TokenTree], start: usize, before: &[String], found: &mut Vec<Named>) -> usize {
    let previous = start.checked_sub(1).and_then(|at| tokens.get(at));
    let mut steps: Path = before.to_vec();
    let mut at = start;
    while let Some(TokenTree::Ident(word)) = tokens.get(at) {
        steps.push(word.to_string());
        at += 1;
        if !is_double_colon(tokens, at) {
            break;
        }
        at += 2;
    }
    if let Some(TokenTree::Group(group)) = tokens.get(at)
        && group.delimiter() == Delimiter::Brace
        && is_double_colon(tokens, at.wrapping_sub(2))
    {
        gather(group.stream(), &steps, found);
        return at + 1;
    }
    let root = steps.first().map_or("", String::as_str);
    // `$name`, `.name` and `'name` are no paths, nor is what follows `>::`.
    let stands_free = match previous {
        Some(TokenTree::Punct(sign)) => match sign.as_char() {
            '$' => root == "crate",
            '.' | '\'' => false,
            ':' => !is_double_colon(tokens, start.wrapping_sub(2)),
            _ => true,
        },
        _ => true,
    };
    let calls_macro = is_punct(tokens.get(at), '!') && !is_punct(tokens.get(at + 1), '=');
    let called = matches!(tokens.get(at), Some(TokenTree::Group(group))
        if group.delimiter() == Delimiter::Parenthesis);
    if stands_free && (steps.len() > 1 || is_capital(root) || calls_macro || called) {
        found.push(Named {
            path: steps,
            calls_macro,
        });
    }
    at
}

/// All words in some tokens.
pub fn words(tokens: TokenStream) -> Vec<String> {
    tokens
        .into_iter()
        .flat_map(|token| match token {
            TokenTree::Group(group) => words(group.stream()),
            TokenTree::Ident(word) => vec![word.to_string()],
            TokenTree::Punct(_) | TokenTree::Literal(_) => Vec::new(),
        })
        .collect()
}
