//! Sums of money in words and in figures. The unit everywhere is the kopeck, as `i64`.

use crate::plural;
use std::fmt::Write as _;

/// Why a text is not a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// There is nothing to read.
    #[error("no sum")]
    Empty,
    /// Something else than digits, group spaces, one sign and one decimal point or comma.
    #[error("not a sum")]
    NotANumber,
    /// More than two digits after the point: kopecks have no parts.
    #[error("more than two decimals")]
    TooPrecise,
    /// More kopecks than an `i64` holds.
    #[error("the sum is too large")]
    TooLarge,
}

/// Grammatical gender of the counted noun: «один», «одна», «одно».
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountedGender {
    /// «один рубль», «два рубля»
    Masculine,
    /// «одна копейка», «две копейки»
    Feminine,
    /// «одно дело», «два дела»
    Neuter,
}

/// Narrow no-break space: between groups of three digits.
const GROUP: char = '\u{202f}';
/// No-break space: between a sum and its unit.
const NBSP: char = '\u{a0}';

const UNITS: [&str; 20] = [
    "ноль",
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
];
const TENS: [&str; 10] = [
    "",
    "",
    "двадцать",
    "тридцать",
    "сорок",
    "пятьдесят",
    "шестьдесят",
    "семьдесят",
    "восемьдесят",
    "девяносто",
];
const HUNDREDS: [&str; 10] = [
    "",
    "сто",
    "двести",
    "триста",
    "четыреста",
    "пятьсот",
    "шестьсот",
    "семьсот",
    "восемьсот",
    "девятьсот",
];
/// Names of the thousands and up: one, few, many.
const GROUPS: [[&str; 3]; 6] = [
    ["тысяча", "тысячи", "тысяч"],
    ["миллион", "миллиона", "миллионов"],
    ["миллиард", "миллиарда", "миллиардов"],
    ["триллион", "триллиона", "триллионов"],
    ["квадриллион", "квадриллиона", "квадриллионов"],
    ["квинтиллион", "квинтиллиона", "квинтиллионов"],
];

const UNITS_EN: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS_EN: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];
const GROUPS_EN: [&str; 6] = [
    "thousand",
    "million",
    "billion",
    "trillion",
    "quadrillion",
    "quintillion",
];

/// Reads a decimal sum into kopecks: "4590", "4590.5", «4 590,00», "-3.10".
///
/// Spaces of any kind may stand between digits of the whole part; the point or comma parts at most
/// two decimals. Words and currency signs are not read here.
///
/// # Errors
/// [`AmountError`] says what is wrong; nothing is rounded.
pub fn parse(text: &str) -> Result<i64, AmountError> {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() {
        return Err(if negative {
            AmountError::NotANumber
        } else {
            AmountError::Empty
        });
    }
    let (whole, part) = match digits.split_once(['.', ',']) {
        Some((whole, part)) => (whole, part),
        None => (digits, ""),
    };
    if whole.is_empty() || (part.is_empty() && digits.len() != whole.len()) {
        return Err(AmountError::NotANumber);
    }
    if !whole.starts_with(|c: char| c.is_ascii_digit())
        || !whole.ends_with(|c: char| c.is_ascii_digit())
    {
        return Err(AmountError::NotANumber);
    }
    let mut kopecks: i64 = 0;
    let mut push = |c: char| -> Result<(), AmountError> {
        let digit = c.to_digit(10).ok_or(AmountError::NotANumber)?;
        let digit = if negative {
            -i64::from(digit)
        } else {
            i64::from(digit)
        };
        kopecks = kopecks
            .checked_mul(10)
            .and_then(|k| k.checked_add(digit))
            .ok_or(AmountError::TooLarge)?;
        Ok(())
    };
    if !part.bytes().all(|b| b.is_ascii_digit()) {
        return Err(AmountError::NotANumber);
    }
    for c in whole.chars().filter(|c| !c.is_whitespace()) {
        push(c)?;
    }
    if part.len() > 2 {
        return Err(AmountError::TooPrecise);
    }
    for c in part.chars().chain("00".chars()).take(2) {
        push(c)?;
    }
    Ok(kopecks)
}

/// A whole number in words: «минус двадцать одна тысяча пять».
#[must_use]
pub fn number_words(n: i64, gender: CountedGender) -> String {
    words_of(n.unsigned_abs(), n < 0, gender)
}

fn words_of(n: u64, negative: bool, gender: CountedGender) -> String {
    let mut words: Vec<&str> = Vec::new();
    if negative {
        words.push("минус");
    }
    if n == 0 {
        words.push(UNITS[0]);
    }
    for group in (0..=GROUPS.len()).rev() {
        let three = n / 1000u64.pow(u32::try_from(group).unwrap_or(0)) % 1000;
        if three == 0 {
            continue;
        }
        let of = match group {
            0 => gender,
            1 => CountedGender::Feminine,
            _ => CountedGender::Masculine,
        };
        push_three(three, of, &mut words);
        if let Some([one, few, many]) = group.checked_sub(1).and_then(|g| GROUPS.get(g)) {
            words.push(plural(i64::try_from(three).unwrap_or(0), one, few, many));
        }
    }
    words.join(" ")
}

fn push_three(n: u64, gender: CountedGender, words: &mut Vec<&'static str>) {
    let [hundreds, tens, units] = [n / 100, n / 10 % 10, n % 10].map(|d| d as usize);
    if hundreds > 0 {
        words.push(HUNDREDS[hundreds]);
    }
    if tens > 1 {
        words.push(TENS[tens]);
    }
    let last = if tens == 1 { 10 + units } else { units };
    match (last, gender) {
        (0, _) => {}
        (1, CountedGender::Feminine) => words.push("одна"),
        (1, CountedGender::Neuter) => words.push("одно"),
        (2, CountedGender::Feminine) => words.push("две"),
        (other, _) => words.push(UNITS[other]),
    }
}

/// Everything in words: «четыре тысячи пятьсот девяносто рублей ноль копеек».
#[must_use]
pub fn words(kopecks: i64) -> String {
    let part = kopecks.unsigned_abs() % 100;
    let part_signed = i64::try_from(part).unwrap_or(0);
    format!(
        "{} {} {}",
        roubles_words(kopecks),
        words_of(part, false, CountedGender::Feminine),
        plural(part_signed, "копейка", "копейки", "копеек"),
    )
}

/// Roubles in words, kopecks in two figures, as payment papers have it:
/// «четыре тысячи пятьсот девяносто рублей 00 копеек».
#[must_use]
pub fn words_and_kopecks(kopecks: i64) -> String {
    let part = kopecks.unsigned_abs() % 100;
    let part_signed = i64::try_from(part).unwrap_or(0);
    format!(
        "{} {part:02} {}",
        roubles_words(kopecks),
        plural(part_signed, "копейка", "копейки", "копеек"),
    )
}

fn roubles_words(kopecks: i64) -> String {
    let whole = kopecks.unsigned_abs() / 100;
    let last_two = i64::try_from(whole % 100).unwrap_or(0);
    format!(
        "{} {}",
        words_of(whole, kopecks < 0, CountedGender::Masculine),
        plural(last_two, "рубль", "рубля", "рублей"),
    )
}

/// The same text with its first letter a capital.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// "four thousand five hundred ninety roubles 00 kopecks"
#[must_use]
pub fn words_english(kopecks: i64) -> String {
    let (whole, part) = (kopecks.unsigned_abs() / 100, kopecks.unsigned_abs() % 100);
    let mut words: Vec<&str> = Vec::new();
    if kopecks < 0 {
        words.push("minus");
    }
    if whole == 0 {
        words.push(UNITS_EN[0]);
    }
    let mut hyphened: Vec<String> = Vec::new();
    for group in (0..=GROUPS_EN.len()).rev() {
        let three = whole / 1000u64.pow(u32::try_from(group).unwrap_or(0)) % 1000;
        if three > 0 {
            hyphened.push(three_english(three));
            if let Some(name) = group.checked_sub(1).and_then(|g| GROUPS_EN.get(g)) {
                hyphened.push((*name).to_owned());
            }
        }
    }
    words.extend(hyphened.iter().map(String::as_str));
    format!(
        "{} {} {part:02} {}",
        words.join(" "),
        if whole == 1 { "rouble" } else { "roubles" },
        if part == 1 { "kopeck" } else { "kopecks" },
    )
}

fn three_english(n: u64) -> String {
    let mut out = String::new();
    let (hundreds, rest) = ((n / 100) as usize, (n % 100) as usize);
    if hundreds > 0 {
        let _ = write!(out, "{} hundred", UNITS_EN[hundreds]);
    }
    if rest > 0 {
        if hundreds > 0 {
            out.push(' ');
        }
        match (rest / 10, rest % 10) {
            (0 | 1, _) => out.push_str(UNITS_EN[rest]),
            (tens, 0) => out.push_str(TENS_EN[tens]),
            (tens, unit) => {
                let _ = write!(out, "{}-{}", TENS_EN[tens], UNITS_EN[unit]);
            }
        }
    }
    out
}

/// Figures for letters: «4 590,00», digits grouped by narrow no-break spaces.
#[must_use]
pub fn figures(kopecks: i64) -> String {
    let whole = (kopecks.unsigned_abs() / 100).to_string();
    let mut out = String::new();
    if kopecks < 0 {
        out.push('−');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(GROUP);
        }
        out.push(digit);
    }
    let _ = write!(out, ",{:02}", kopecks.unsigned_abs() % 100);
    out
}

/// «4 590,00 ₽» with a no-break space before the sign.
#[must_use]
pub fn figures_sign(kopecks: i64) -> String {
    format!("{}{NBSP}₽", figures(kopecks))
}

/// "4590.00": the machine form, read back by [`parse`].
#[must_use]
pub fn decimal(kopecks: i64) -> String {
    let sign = if kopecks < 0 { "-" } else { "" };
    let k = kopecks.unsigned_abs();
    format!("{sign}{}.{:02}", k / 100, k % 100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_sum_in_every_form() {
        let k = 459_000;
        assert_eq!(
            words(k),
            "четыре тысячи пятьсот девяносто рублей ноль копеек"
        );
        assert_eq!(
            words_and_kopecks(k),
            "четыре тысячи пятьсот девяносто рублей 00 копеек"
        );
        assert_eq!(
            words_english(k),
            "four thousand five hundred ninety roubles 00 kopecks"
        );
        assert_eq!(figures(k), "4\u{202f}590,00");
        assert_eq!(figures_sign(k), "4\u{202f}590,00\u{a0}₽");
        assert_eq!(decimal(-5), "-0.05");
    }

    #[test]
    fn agreement_and_large_sums() {
        assert_eq!(words(-102), "минус один рубль две копейки");
        assert_eq!(
            words_and_kopecks(200_100_000_000_001),
            "два триллиона один миллиард рублей 01 копейка"
        );
        assert_eq!(words_english(2_121), "twenty-one roubles 21 kopecks");
        assert_eq!(words_english(101), "one rouble 01 kopeck");
        assert_eq!(
            number_words(1_002, CountedGender::Neuter),
            "одна тысяча два"
        );
        assert_eq!(number_words(21, CountedGender::Neuter), "двадцать одно");
        assert!(words(i64::MIN).starts_with("минус девяносто два квадриллиона"));
        assert!(words_english(i64::MAX).starts_with("ninety-two quadrillion"));
    }

    #[test]
    fn reading_is_strict() {
        assert_eq!(parse("4590"), Ok(459_000));
        assert_eq!(parse("4590.5"), Ok(459_050));
        assert_eq!(parse(" 4\u{202f}590,00 "), Ok(459_000));
        assert_eq!(parse("-3.10"), Ok(-310));
        assert_eq!(parse(""), Err(AmountError::Empty));
        assert_eq!(parse("1.234"), Err(AmountError::TooPrecise));
        for bad in [
            "1.", ".5", "1.2.3", "1,2,3", "12 ₽", "--1", "-", "1. 2", "٣", "1e5",
        ] {
            assert_eq!(parse(bad), Err(AmountError::NotANumber), "{bad}");
        }
        assert_eq!(parse("92233720368547758.08"), Err(AmountError::TooLarge));
        assert_eq!(parse("-92233720368547758.08"), Ok(i64::MIN));
    }

    proptest! {
        #[test]
        fn machine_form_reads_back(k in any::<i64>()) {
            prop_assert_eq!(parse(&decimal(k)), Ok(k));
            prop_assert_eq!(parse(&figures(k)), Ok(k));
        }

        #[test]
        fn different_sums_have_different_words(a in any::<i64>(), b in any::<i64>()) {
            prop_assert_eq!(a == b, words(a) == words(b));
            prop_assert_eq!(a == b, words_english(a) == words_english(b));
        }

        #[test]
        fn nothing_panics(s in "\\PC{0,30}") {
            let _ = parse(&s);
        }
    }
}
