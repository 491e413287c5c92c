//! How natural Russian letters stand beside each other.

/// One row for each first letter, one digit for each letter behind it: a blank, then а to я without ё, which
/// counts as е. A digit is the binary logarithm of how much commoner the pair is than if all were equally
/// common, plus 6, kept within 0 and 9; counted over eleven thousand different words.
const PAIRS: &str = include_str!("pairs.txt");
/// What a pair of a text in disorder has on the average.
const DISORDER: i64 = 5;
/// What each sign costs that stands in no Russian text, and each letter of another script within a word.
const STRANGE: i64 = 8;
const MIXED: i64 = 4;
/// What a capital letter behind a small one costs.
const CAPITAL_INSIDE: i64 = 6;
/// What words all in capitals cost at most, for people do shout.
const MOST_FOR_CAPITALS: i64 = 6;

/// How Russian a text looks, and how many Russian letters there are in it. Russian has two points and more
/// for each letter, letters in disorder about none.
pub(super) fn naturalness(text: &str) -> (i64, i64) {
    let (mut points, mut letters, mut shouted) = (0, 0, 0);
    let mut before = ' ';
    for c in text.chars().chain([' ']) {
        let (own, last) = (place(c), place(before));
        let is_latin = c.is_ascii_alphabetic();
        match (last, own) {
            (Some(0), Some(0)) => {}
            (Some(a), Some(b)) => points += value(a, b) - DISORDER,
            _ => {}
        }
        if own.is_some_and(|at| at > 0) {
            letters += 1;
            if before.is_ascii_alphabetic() {
                points -= MIXED;
            }
            if c.is_uppercase() && before.is_lowercase() {
                points -= CAPITAL_INSIDE;
            }
            if c.is_uppercase() && before.is_uppercase() {
                shouted += 2;
            }
        } else if is_latin && last.is_some_and(|at| at > 0) {
            points -= MIXED;
        } else if own.is_none() && !is_latin {
            points -= match c {
                'і' | 'ї' | 'є' | 'ґ' | 'І' | 'Ї' | 'Є' | 'Ґ' | 'ў' | 'Ў' => 0,
                _ => STRANGE,
            };
        }
        before = c;
    }
    (points - shouted.min(MOST_FOR_CAPITALS), letters)
}

/// The place of a letter in the table; 0 for what parts words. None for what belongs to no Russian text.
fn place(c: char) -> Option<usize> {
    let letter = c.to_lowercase().next().unwrap_or(c);
    match letter {
        'ё' => Some(6),
        'а'..='я' => usize::try_from(u32::from(letter) - u32::from('а') + 1).ok(),
        c if c.is_ascii_alphabetic() => None,
        c if c.is_ascii() && !c.is_control() => Some(0),
        '\n' | '\r' | '\t' | '\u{a0}' | '\u{ad}' | '№' | '«' | '»' | '—' | '–' | '…' | '“'
        | '”' | '„' | '’' | '•' | '₽' | '°' | '§' | '©' => Some(0),
        _ => None,
    }
}

fn value(first: usize, second: usize) -> i64 {
    // 33 digits and a line end make a row.
    PAIRS
        .as_bytes()
        .get(first * 34 + second)
        .map_or(0, |digit| i64::from(digit.wrapping_sub(b'0')))
}

#[cfg(test)]
mod tests {
    use super::{PAIRS, naturalness};

    #[test]
    fn words_are_told_from_letters_in_disorder() {
        assert_eq!(PAIRS.lines().count(), 33);
        assert!(PAIRS.lines().all(|row| row.len() == 33));
        for (word, disorder) in [
            ("ПРЕТЕНЗИЯ", "оперемгхъ"),
            ("вернуть", "бепмхре"),
            ("Деньги", "дЕМЭЦХ"),
            ("чайник", "ВЮИМХЙ"),
            ("щётка", "ЫЕРЙЮ"),
        ] {
            assert!(naturalness(word).0 > naturalness(disorder).0, "{word}");
        }
    }
}
