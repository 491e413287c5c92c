//! Numbered features of a sentence: its clues, its words with their neighbours,
//! the parts of its words, and what stands before what. A feature's number is a
//! hash of its name, so that no names need be kept.

use super::clues::Clue;
use super::lexicon::Lexicon;
use super::orders::{Order, orders};
use super::reading::Sentence;

/// A kind of features. Each kind weighs as much in a long sentence as in a short one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Clue,
    Word,
    Part,
    Near,
    Sense,
    Form,
}

impl Kind {
    pub const ALL: [Self; 6] = [
        Self::Clue,
        Self::Word,
        Self::Part,
        Self::Near,
        Self::Sense,
        Self::Form,
    ];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Feature {
    pub kind: Kind,
    pub number: u32,
    /// The token where it shows first, if it shows at one.
    pub at: Option<usize>,
}

/// The features of a sentence, each once, those of a kind together. `bytes` are
/// those of the whole normalised text.
pub fn features(
    sentence: &Sentence,
    clues: &[Clue],
    lexicon: &Lexicon,
    bytes: &[u8],
) -> Vec<Feature> {
    let mut out: Vec<Feature> = clues
        .iter()
        .map(|(name, at)| Feature {
            kind: Kind::Clue,
            number: number(Kind::Clue, &[name.as_bytes()]),
            at: *at,
        })
        .collect();
    let words = words(sentence, bytes);
    for (n, &(word, at)) in words.iter().enumerate() {
        let mut add = |kind, parts: &[&[u8]]| {
            out.push(Feature {
                kind,
                number: number(kind, parts),
                at: Some(at),
            });
        };
        let ahead = |by: usize| words.get(n + by).map(|w| w.0);
        add(Kind::Word, &[word]);
        if let Some(next) = ahead(1) {
            add(Kind::Word, &[word, b" ", next]);
        }
        let padded: Vec<u8> = [b" ", word, b" "].concat();
        for length in SHORTEST_PART..=LONGEST_PART {
            for part in padded.windows(length) {
                add(Kind::Part, &[part]);
            }
        }
    }
    orders(sentence, lexicon, |order, parts, at| {
        let kind = match order {
            Order::Stems => Kind::Near,
            Order::Senses => Kind::Sense,
            Order::Forms => Kind::Form,
        };
        out.push(Feature {
            kind,
            number: number(kind, parts),
            at: Some(at),
        });
    });
    out.sort_unstable();
    out.dedup_by_key(|f| (f.kind, f.number));
    out
}

const SHORTEST_PART: usize = 3;
const LONGEST_PART: usize = 5;

/// Words and signs, each with the token it belongs to or stands before; one
/// figure is as good as another.
fn words<'a>(sentence: &Sentence, bytes: &'a [u8]) -> Vec<(&'a [u8], usize)> {
    let Some((start, end)) = sentence.place() else {
        return Vec::new();
    };
    let end = bytes.len().min(end + 1);
    let mut out = Vec::new();
    let (mut at, mut token) = (start, 0);
    while at < end {
        let from = at;
        while at < end && bytes[at].is_ascii_alphabetic() {
            at += 1;
        }
        let is_figure = at == from && bytes[at].is_ascii_digit();
        while is_figure && at < end && bytes[at].is_ascii_digit() {
            at += 1;
        }
        while token + 1 < sentence.tokens.len() && sentence.tokens[token].to <= from {
            token += 1;
        }
        if is_figure {
            out.push((&b"0"[..], token));
        } else if at > from {
            out.push((&bytes[from..at], token));
        } else {
            if b"?!\"~(;:-,".contains(&bytes[at]) {
                out.push((&bytes[at..=at], token));
            }
            at += 1;
        }
    }
    out
}

/// FNV-1a, of which the upper bits are kept.
fn number(kind: Kind, parts: &[&[u8]]) -> u32 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut eat = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    eat(kind as u8);
    for &byte in parts.iter().copied().flatten() {
        eat(byte);
    }
    hash ^= hash >> 29;
    u32::try_from(hash & 0xffff_ffff).unwrap_or(0)
}

/// For each kind, one by the root of how many features of it there are.
pub fn values(features: &[Feature]) -> [f32; 6] {
    Kind::ALL.map(|kind| {
        let count = features.iter().filter(|f| f.kind == kind).count();
        #[allow(clippy::cast_precision_loss)]
        let count = count.max(1) as f32;
        1.0 / count.sqrt()
    })
}
