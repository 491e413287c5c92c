//! Patterns over clauses of concepts.
//!
//! Words divided by spaces stand in one clause in any order; `a>b` asks for
//! their order, `a+b` for nearness as well; `a|b` for one of them, `a&b` for
//! both in one word. Groups divided by `//` stand each in a clause of its own
//! or the same. A word counts where it is not denied; `-a` asks for it negated,
//! `~a` takes it either way; `!a` asks that the clause does not hold it, `!!a`
//! the sentence. What is supposed counts only in a group that names `if`.

use super::lexicon::{Lexicon, Tag};
use super::reading::{Scope, Sentence, Token};
use crate::check::steps;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Polarity {
    Stands,
    Negated,
    Either,
}

/// Alternatives, any of which will do.
struct Term {
    any: Vec<Choice>,
}

/// Tags that one word bears together.
struct Choice {
    all: Vec<Tag>,
    polarity: Polarity,
    /// Whether being denied counts.
    turns: bool,
}

/// Terms in order, each with how many words at most may stand before it.
type Chain = Vec<(Term, usize)>;

struct Group {
    chains: Vec<Chain>,
    never: Vec<Term>,
    supposes: bool,
}

/// What a rule looks for.
pub struct Pattern {
    groups: Vec<Group>,
    never: Vec<Term>,
}

const NEAR: usize = 3;

impl Term {
    fn read(said: &str, lexicon: &mut Lexicon) -> Result<Self, String> {
        let choices = said.split('|').map(|one| Choice::read(one, lexicon));
        Ok(Self {
            any: choices.collect::<Result<_, _>>()?,
        })
    }

    fn names(&self, tag: Option<Tag>) -> bool {
        tag.is_some_and(|tag| self.any.iter().any(|choice| choice.all == [tag]))
    }

    fn fits(&self, token: &Token, supposes: bool) -> bool {
        steps::took(1);
        self.any.iter().any(|choice| choice.fits(token, supposes))
    }

    /// Whether a word that must not stand does.
    fn stands(&self, token: &Token) -> bool {
        self.any
            .iter()
            .any(|choice| choice.is(token) && choice.is_turned_so(token))
    }
}

impl Choice {
    fn read(said: &str, lexicon: &mut Lexicon) -> Result<Self, String> {
        let (polarity, rest) = match said.chars().next() {
            Some('-') => (Polarity::Negated, &said[1..]),
            Some('~') => (Polarity::Either, &said[1..]),
            _ => (Polarity::Stands, said),
        };
        let mut choice = Self {
            all: Vec::new(),
            polarity,
            turns: false,
        };
        for name in rest.split('&') {
            let cyrillic = !name.is_ascii();
            let tag = match name.strip_prefix('\'') {
                Some(word) => lexicon.literal(word),
                None if cyrillic => lexicon.literal(name),
                None => lexicon
                    .concept(name)
                    .ok_or_else(|| format!("no concept is called {name}"))?,
            };
            choice.turns |= lexicon.turns(tag);
            choice.all.push(tag);
        }
        Ok(choice)
    }

    fn fits(&self, token: &Token, supposes: bool) -> bool {
        let scope = match token.scope {
            Scope::Said => true,
            Scope::Supposed => supposes || self.polarity == Polarity::Either,
            Scope::Denied => self.polarity != Polarity::Stands,
            Scope::Reported => false,
        };
        (scope || !self.turns) && self.is(token) && self.is_turned_so(token)
    }

    fn is(&self, token: &Token) -> bool {
        self.all.iter().all(|&tag| token.has(tag))
    }

    fn is_turned_so(&self, token: &Token) -> bool {
        match self.polarity {
            Polarity::Stands => !self.turns || !token.negated,
            Polarity::Negated => token.negated,
            Polarity::Either => true,
        }
    }
}

impl Group {
    fn read(said: &str, lexicon: &mut Lexicon, never: &mut Vec<Term>) -> Result<Self, String> {
        let mut group = Self {
            chains: Vec::new(),
            never: Vec::new(),
            supposes: false,
        };
        for item in said.split_whitespace() {
            if let Some(term) = item.strip_prefix("!!") {
                never.push(Term::read(term, lexicon)?);
            } else if let Some(term) = item.strip_prefix('!') {
                group.never.push(Term::read(term, lexicon)?);
            } else {
                let mut chain = Vec::new();
                let mut gap = usize::MAX;
                let mut rest = item;
                loop {
                    let end = rest.find(['>', '+']).unwrap_or(rest.len());
                    chain.push((Term::read(&rest[..end], lexicon)?, gap));
                    let Some(sign) = rest[end..].chars().next() else {
                        break;
                    };
                    gap = if sign == '+' { NEAR } else { usize::MAX };
                    rest = &rest[end + 1..];
                }
                group.chains.push(chain);
            }
        }
        let supposing = lexicon.concept("if");
        group.supposes = group
            .chains
            .iter()
            .flatten()
            .any(|(term, _)| term.names(supposing));
        Ok(group)
    }

    /// The words of the clause that the group names, first and last.
    fn find(&self, tokens: &[Token]) -> Option<(usize, usize)> {
        if self
            .never
            .iter()
            .any(|term| tokens.iter().any(|t| term.stands(t)))
        {
            return None;
        }
        let mut place: Option<(usize, usize)> = None;
        for chain in &self.chains {
            let (from, to) = self.chain(chain, tokens)?;
            place = Some(place.map_or((from, to), |(a, b)| (a.min(from), b.max(to))));
        }
        place
    }

    fn chain(&self, chain: &[(Term, usize)], tokens: &[Token]) -> Option<(usize, usize)> {
        let (first, _) = chain.first()?;
        let mut failed = vec![usize::MAX; chain.len()];
        (0..tokens.len())
            .filter(|&at| first.fits(&tokens[at], self.supposes))
            .find_map(|at| {
                let end = at + tokens[at].extent;
                self.rest(&chain[1..], tokens, end, &mut failed)
                    .map(|last| (at, last))
            })
    }

    /// Where the rest of a chain ends behind a word. `failed` holds for each
    /// length of it the first word behind which it is known not to stand at
    /// whatever distance.
    fn rest(
        &self,
        chain: &[(Term, usize)],
        tokens: &[Token],
        last: usize,
        failed: &mut [usize],
    ) -> Option<usize> {
        let Some((term, gap)) = chain.first() else {
            return Some(last);
        };
        let until = tokens
            .len()
            .min(last.saturating_add(1).saturating_add(*gap))
            .min(failed[chain.len()].saturating_add(1));
        let found = (last + 1..until)
            .filter(|&at| term.fits(&tokens[at], self.supposes))
            .find_map(|at| self.rest(&chain[1..], tokens, at + tokens[at].extent, failed));
        if found.is_none() && *gap == usize::MAX {
            failed[chain.len()] = failed[chain.len()].min(last);
        }
        found
    }
}

impl Pattern {
    /// Reads a pattern, whose words the lexicon learns.
    pub fn read(said: &str, lexicon: &mut Lexicon) -> Result<Self, String> {
        let mut never = Vec::new();
        let groups = said
            .split("//")
            .map(|group| Group::read(group, lexicon, &mut never))
            .collect::<Result<_, _>>()
            .map_err(|e| format!("{said}: {e}"))?;
        Ok(Self { groups, never })
    }

    /// Where the pattern fits the sentence: the words of its first group.
    pub fn find(&self, sentence: &Sentence) -> Option<(usize, usize)> {
        let tokens = &sentence.tokens;
        if self
            .never
            .iter()
            .any(|term| tokens.iter().any(|t| term.stands(t)))
        {
            return None;
        }
        let place = |group: &Group| {
            sentence.clauses.iter().find_map(|&(start, end)| {
                let (from, to) = group.find(&tokens[start..end])?;
                Some((start + from, (start + to).min(tokens.len() - 1)))
            })
        };
        let (first, rest) = self.groups.split_first()?;
        let found = place(first)?;
        rest.iter()
            .all(|group| place(group).is_some())
            .then_some(found)
    }
}
