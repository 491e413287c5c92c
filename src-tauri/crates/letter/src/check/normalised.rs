//! Normalisation: the text as the rules' patterns read it, folded, with tricks
//! of spelling undone, and each place still known in the text as it was written.

use super::steps;
use crate::words::folded::fold;
use complaint::Language;
use russian::cyrillic_homoglyph;

/// One byte for one character of folded text, so that patterns run without the
/// tables of Unicode (word ends among Cyrillic letters would cost a hundred
/// times as much). Russian letters take the capitals and the first small
/// letters, and what is none of the signs told apart by the rules becomes `~`.
/// Patterns go the same way: their escapes are Latin letters, which stay.
pub fn one_byte(c: char) -> char {
    match c {
        'а'..='я' => {
            let n = (u32::from(c) - u32::from('а')) as u8;
            char::from(if n < 26 { b'A' + n } else { b'a' + n - 26 })
        }
        '—' | '–' | '‑' | '−' => '-',
        '…' => '!',
        '\u{0}'..='\u{7f}' => c,
        _ => '~',
    }
}

/// A text prepared for the patterns.
pub struct Normalised {
    /// One byte a character.
    pub bytes: String,
    /// The character of the text that each byte stands for.
    at: Vec<u32>,
    /// Which bytes were written as capitals.
    capitals: Vec<bool>,
    /// Where the sentences lie, in bytes.
    pub sentences: Vec<(usize, usize)>,
    /// What stands in quotation marks, in bytes.
    quoted: Vec<(usize, usize)>,
}

/// Words and bytes of a sentence beyond which it is read as two. Nobody writes
/// such a one, but a pasted table has no signs; what looks at each word of a
/// sentence from each other stays in proportion to the text.
const MOST_WORDS: usize = 200;
const MOST_BYTES: usize = 4_000;

impl Normalised {
    /// Prepares a text of that language.
    pub fn new(text: &str, language: Language) -> Self {
        let original: Vec<char> = text.chars().collect();
        let kept = straightened(&original, language);
        let mut bytes = String::with_capacity(kept.len());
        let mut at = Vec::with_capacity(kept.len());
        for &(c, place) in &kept {
            let byte = match language {
                // Latin letters would be taken for the last Russian ones.
                Language::Ru if c.is_ascii_alphabetic() => 'z',
                Language::Ru | Language::En => one_byte(c),
            };
            bytes.push(byte);
            at.push(place);
        }
        let capitals = at
            .iter()
            .map(|&place| {
                original
                    .get(place as usize)
                    .is_some_and(|c| c.is_uppercase())
            })
            .collect();
        let sentences = sentences(&kept, &original, &bytes);
        let quoted = quotations(&kept);
        Self {
            bytes,
            at,
            capitals,
            sentences,
            quoted,
        }
    }

    /// Whether the letter was written as a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        self.capitals.get(at).copied().unwrap_or(false)
    }

    /// Whether bytes `from..to` stand within one quotation.
    pub fn is_quoted(&self, from: usize, to: usize) -> bool {
        // Quotations stand one behind another.
        let behind = self.quoted.partition_point(|q| {
            steps::took(1);
            q.0 <= from
        });
        let last = behind.checked_sub(1).and_then(|n| self.quoted.get(n));
        last.is_some_and(|q| to <= q.1)
    }

    /// The place of bytes `from..to` in the text's `char`s.
    pub fn place(&self, from: usize, to: usize) -> (u32, u32) {
        let start = self.at.get(from).copied().unwrap_or(0);
        let end = to.checked_sub(1).and_then(|last| self.at.get(last));
        (start, end.map_or(start, |&e| e.max(start) + 1))
    }
}

/// Folded characters with their places: without marks that only hide a word,
/// look-alike letters of the other alphabet read as they look, and words
/// s p e l l e d apart put together.
fn straightened(original: &[char], language: Language) -> Vec<(char, u32)> {
    let mut kept: Vec<(char, u32)> = Vec::with_capacity(original.len());
    for (place, &c) in original.iter().enumerate() {
        if !is_hidden(c) {
            kept.push((fold(c), u32::try_from(place).unwrap_or(u32::MAX)));
        }
    }
    if language == Language::Ru {
        read_look_alikes(&mut kept);
    }
    put_together(kept)
}

fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{300}'..='\u{305}' | '\u{307}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Reads Latin letters and figures within a Cyrillic word as the Cyrillic
/// letters they look like.
fn read_look_alikes(text: &mut [(char, u32)]) {
    let mut start = 0;
    while start < text.len() {
        let mut end = start;
        while end < text.len() && text[end].0.is_alphanumeric() {
            end += 1;
        }
        let word = &text[start..end];
        let cyrillic = word.iter().any(|c| matches!(c.0, 'а'..='я'));
        let foreign = word.iter().any(|c| !matches!(c.0, 'а'..='я'));
        if cyrillic && foreign {
            let last = end - start - 1;
            for (at, letter) in text[start..end].iter_mut().enumerate() {
                letter.0 = russian_look(letter.0, at > 0 && at < last);
            }
        }
        start = end.max(start + 1);
    }
}

fn russian_look(c: char, between: bool) -> char {
    match c {
        'u' => 'и',
        '0' if between => 'о',
        '3' if between => 'з',
        '6' if between => 'б',
        c => cyrillic_homoglyph(c).unwrap_or(c),
    }
}

/// Joins single letters that stand apart («о б м а н»). Where the last may be a
/// word of its own («… с Вами»), both readings follow one another.
fn put_together(text: Vec<(char, u32)>) -> Vec<(char, u32)> {
    const APART: usize = 4;
    let single = |at: usize| {
        let alone = |at: Option<usize>| {
            at.and_then(|at| text.get(at))
                .is_none_or(|c| !c.0.is_alphanumeric())
        };
        text.get(at).is_some_and(|c| c.0.is_alphabetic())
            && alone(at.checked_sub(1))
            && alone(Some(at + 1))
    };
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let mut last = at;
        if single(at) {
            let sign = text.get(at + 1).map(|c| c.0);
            let apart = matches!(sign, Some(' ' | '-' | '_' | '*'));
            while apart && text.get(last + 1).map(|c| c.0) == sign && single(last + 2) {
                last += 2;
            }
        }
        let letters: Vec<(char, u32)> = (at..=last).step_by(2).map(|n| text[n]).collect();
        if letters.len() >= APART {
            out.extend(&letters);
            let (end, place) = letters[letters.len() - 1];
            if "свкуоаия".contains(end) {
                out.push((' ', place));
                out.extend(&letters[..letters.len() - 1]);
            }
            at = last + 1;
        } else {
            out.push(text[at]);
            at += 1;
        }
    }
    out
}

/// Ranges of what stands in quotation marks.
fn quotations(text: &[(char, u32)]) -> Vec<(usize, usize)> {
    let mut ranges = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, &(c, _)) in text.iter().enumerate() {
        match (open, c) {
            (None, '«') => open = Some((at, '»')),
            (None, '„' | '“') => open = Some((at, if c == '„' { '“' } else { '”' })),
            (None, '"') => open = Some((at, '"')),
            (Some((start, close)), c) if c == close => {
                ranges.push((start, at));
                open = None;
            }
            (Some(_), '\n') => open = None,
            _ => {}
        }
    }
    ranges
}

/// Whether a text ends with a year and «г».
fn is_behind_a_year(text: &[u8]) -> bool {
    let year = text.strip_suffix(&[one_byte('г') as u8]);
    let year = year.map(|t| t.trim_ascii_end()).unwrap_or_default();
    let figures = year.iter().rev().take_while(|b| b.is_ascii_digit()).count();
    year.len() < text.len() && figures == 4
}

/// Ranges of the sentences. A full stop behind a short word («ст.», an initial)
/// ends none unless a new line follows; one behind «2026 г» ends one before a capital.
fn sentences(kept: &[(char, u32)], original: &[char], bytes: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut word = 0;
    let mut words = 0;
    for (at, c) in bytes.bytes().enumerate() {
        let is_letter = c.is_ascii_alphanumeric();
        if word == 0 && is_letter {
            words += 1;
        }
        let is_endless = !is_letter && words >= MOST_WORDS || at - start >= MOST_BYTES;
        let ends = match c {
            _ if is_endless => true,
            b'\n' | b'!' | b'?' => true,
            b'.' => {
                let place = kept.get(at).map_or(0, |k| k.1 as usize);
                let behind = original.get(place + 1..).unwrap_or_default();
                let next = behind.iter().find(|c| !c.is_whitespace());
                let gap = behind.first().is_none_or(|c| c.is_whitespace());
                let opens = next.is_none_or(|c| c.is_uppercase() || "«\"„“—".contains(*c));
                gap && opens && (word > 2 || is_behind_a_year(&bytes.as_bytes()[..at]))
            }
            _ => false,
        };
        word = match c {
            c if c.is_ascii_alphanumeric() => word + 1,
            // What closes stands behind a whole word.
            b')' | b'"' | b'~' => 3,
            _ => 0,
        };
        if ends {
            out.push((start, at + 1));
            start = at + 1;
            words = 0;
        }
    }
    if start < bytes.len() {
        out.push((start, bytes.len()));
    }
    out
}

/// The word that bytes stand for.
pub fn letters(word: &str, language: Language) -> String {
    if language == Language::En {
        return word.to_owned();
    }
    let letter = |b: u8| match b {
        b'A'..=b'Z' => char::from_u32(u32::from('а') + u32::from(b - b'A')),
        b'a'..=b'f' => char::from_u32(u32::from('а') + 26 + u32::from(b - b'a')),
        b => Some(char::from(b)),
    };
    word.bytes().filter_map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::folded::folded;
    use proptest::prelude::*;

    fn reads(text: &str) -> String {
        let original: Vec<char> = text.chars().collect();
        let kept = straightened(&original, Language::Ru);
        kept.into_iter().map(|c| c.0).collect()
    }

    #[test]
    fn tricks_of_spelling_are_undone() {
        assert_eq!(reads("Вы мoшeнник"), "вы мошенник");
        assert_eq!(reads("это о-б-м-а-н!"), "это обман!");
        assert_eq!(reads("о б м а н с Вами"), "обманс обман вами");
        assert_eq!(
            reads("лож\u{ad}ь, о\u{301}бман, м0шенник"),
            "ложь, обман, мошенник"
        );
        assert_eq!(
            reads("модель A-7 и USB, 3-й этаж, а у нас"),
            "модель a-7 и usb, 3-й этаж, а у нас"
        );
    }

    #[test]
    fn sentences_end_where_they_end() {
        let text = "По п. 1 ст. 18 закона. Это так! 22 ноября 2026 г. мы всё проверили. Да";
        let normal = Normalised::new(text, Language::Ru);
        let low: Vec<char> = folded(text).chars().collect();
        let parts: Vec<String> = normal
            .sentences
            .iter()
            .map(|&(a, b)| low[a..b].iter().collect::<String>().trim().to_owned())
            .collect();
        assert_eq!(
            parts,
            [
                "по п. 1 ст. 18 закона.",
                "это так!",
                "22 ноября 2026 г. мы все проверили.",
                "да"
            ]
        );
    }

    proptest! {
        #[test]
        fn places_lie_within_the_text(text in "[а-яa-z .\\-\u{ad}«»0-9]{0,60}") {
            let normal = Normalised::new(&text, Language::Ru);
            let count = text.chars().count() as u32;
            prop_assert_eq!(normal.bytes.len(), normal.at.len());
            for from in 0..normal.bytes.len() {
                let (start, end) = normal.place(from, from + 1);
                prop_assert!(start < end && end <= count);
            }
        }
    }
}
