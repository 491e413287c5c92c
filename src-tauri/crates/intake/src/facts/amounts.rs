//! Sums of roubles.

use crate::pattern::pattern;
use complaint::Money;
use regex::Regex;
use std::sync::LazyLock;

const FIGURES: &str = r"\b(\d{1,3}(?:[ .,'’]\d{3})+|\d{1,12})(?:[.,](\d{1,2}))?";

/// Figures with a rouble word behind them; the sum may be repeated in words
/// between the two, and kopecks may follow.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"{FIGURES}(?:-(\d\d))?\s*(тыс[а-я]*\.?|млн\.?|миллион[а-я]*|т\.|т\b|к\b)?\s*(?:\([^()\d]{{3,160}}\)\s*)?(руб[а-я]*\b|р\.|р\b|₽|rub\b|rur\b|rubles?\b|roubles?\b)(?:[.,]?\s*(?:и\s+)?(\d{{1,2}})\s*коп)?"
    ))
});
/// The currency ahead of the figures: `RUB 500`, `₽500`.
static LED: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?:\brub|\brur|₽)\s*{FIGURES}\b")));
/// Figures after a word that speaks of a price, with no rouble word.
static PRICED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:за|цен[а-я]*|стоимост[а-я]*|стои[а-я]+|сумм[а-я]*|оплатил[аи]?|заплатил[аи]?|отдал[аи]?|размере|обош[а-я]+ в)\s*[:—–-]?\s*{FIGURES}\b(.{{0,24}})"
    ))
});
/// What may follow a bare sum: an end, or a word that begins something else.
static FREE_END: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:$|\n|[.,](?:$|\s|\n)|[!?;)…]|\s(?:и|а|но|на|не|в|с|у|за|по|от|до|из|или|это|плюс|наличными|картой|онлайн|вместе|когда|как|[—–-])(?:\s|$))",
    )
});
static WORDED: LazyLock<Regex> = LazyLock::new(|| pattern(r"((?:[а-я]+ ){1,8})рубл"));

/// The sums of a lower-case text, in its order, each once.
pub(super) fn amounts(low: &str) -> Vec<Money> {
    let mut found: Vec<(usize, i64)> = Vec::new();
    for hit in NAMED.captures_iter(low) {
        let all = hit.get(0).map_or(0..0, |all| all.range());
        // «5 р-н» is a district, «р.» of a date's «12.10.2026 р» is not money.
        if low[all.end..].starts_with('-') && low[..all.end].ends_with('р') {
            continue;
        }
        if is_inside_number(low, all.start) {
            continue;
        }
        let group = |n: usize| hit.get(n).map_or("", |m| m.as_str());
        let factor = match group(4) {
            "" => 1,
            million if million.starts_with('м') => 1_000_000,
            _ => 1000,
        };
        let part = if group(3).is_empty() {
            group(2)
        } else {
            group(3)
        };
        if let Some(mut kopecks) = kopecks(group(1), part, factor) {
            kopecks += group(6).parse::<i64>().unwrap_or(0);
            found.push((all.start, kopecks));
        }
    }
    let named = found.clone();
    let is_new = |at: usize| !named.iter().any(|(start, _)| *start == at);
    for hit in LED.captures_iter(low) {
        let group = |n: usize| hit.get(n).map_or("", |m| m.as_str());
        if let (Some(figures), Some(kopecks)) = (hit.get(1), kopecks(group(1), group(2), 1))
            && is_new(figures.start())
        {
            found.push((figures.start(), kopecks));
        }
    }
    for hit in PRICED.captures_iter(low) {
        let group = |n: usize| hit.get(n).map_or("", |m| m.as_str());
        let (Some(figures), Some(tail)) = (hit.get(1), hit.get(3)) else {
            continue;
        };
        let looks_like_year = matches!(figures.as_str().parse(), Ok(2015..=2035));
        if figures.len() >= 3
            && !looks_like_year
            && is_new(figures.start())
            && FREE_END.is_match(tail.as_str())
            && let Some(kopecks) = kopecks(group(1), group(2), 1)
        {
            found.push((figures.start(), kopecks));
        }
    }
    for hit in WORDED.captures_iter(low) {
        if let (Some(words), Some(roubles)) =
            (hit.get(1), hit.get(1).and_then(|w| in_words(w.as_str())))
        {
            found.push((words.start(), roubles * 100));
        }
    }
    complaint::order::by_key(&mut found, |(at, _)| *at);
    let mut sums = Vec::new();
    for money in found
        .into_iter()
        .filter_map(|(_, kopecks)| Money::from_kopecks(kopecks).ok())
    {
        if money.kopecks() > 0 && !sums.contains(&money) {
            sums.push(money);
        }
    }
    sums
}

fn is_inside_number(low: &str, start: usize) -> bool {
    let before = &low[..start];
    before.ends_with(['.', ',', '/', '-'])
        && before[..before.len() - 1].ends_with(|c: char| c.is_ascii_digit())
}

fn kopecks(whole: &str, part: &str, factor: i64) -> Option<i64> {
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let roubles: i64 = digits.parse().ok()?;
    let part: i64 = if part.is_empty() {
        0
    } else {
        format!("{part:0<2}").parse().ok()?
    };
    roubles
        .checked_mul(100)?
        .checked_add(part)?
        .checked_mul(factor)
}

/// The number that the words right before «рублей» name, if they do.
fn in_words(words: &str) -> Option<i64> {
    let (mut total, mut group, mut any) = (0i64, 0i64, false);
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        let scale = match word {
            "тысяча" | "тысячи" | "тысяч" | "тысячу" => 1000,
            "миллион" | "миллиона" | "миллионов" => 1_000_000,
            _ => 1,
        };
        if scale > 1 {
            // «тысяча рублей» is one; «тысяч рублей» goes on from figures.
            let is_single = matches!(word, "тысяча" | "тысячу" | "миллион");
            if group == 0 && !is_single {
                return None;
            }
            total += group.max(1) * scale;
            group = 0;
            any = true;
        } else if word == "полторы" {
            total += 1500;
            any = true;
            // «полторы тысячи»: the thousand is counted already.
            if words.contains("полторы тысяч") {
                return Some(1500);
            }
        } else if let Some(value) = value(word) {
            group += value;
            any = true;
        } else {
            // Words before the number belong to the sentence.
            (total, group, any) = (0, 0, false);
        }
    }
    (any && total + group > 0).then_some(total + group)
}

fn value(word: &str) -> Option<i64> {
    const WORDS: [(&str, i64); 38] = [
        ("один", 1),
        ("одна", 1),
        ("одну", 1),
        ("два", 2),
        ("две", 2),
        ("три", 3),
        ("четыре", 4),
        ("пять", 5),
        ("шесть", 6),
        ("семь", 7),
        ("восемь", 8),
        ("девять", 9),
        ("десять", 10),
        ("одиннадцать", 11),
        ("двенадцать", 12),
        ("тринадцать", 13),
        ("четырнадцать", 14),
        ("пятнадцать", 15),
        ("шестнадцать", 16),
        ("семнадцать", 17),
        ("восемнадцать", 18),
        ("девятнадцать", 19),
        ("двадцать", 20),
        ("тридцать", 30),
        ("сорок", 40),
        ("пятьдесят", 50),
        ("шестьдесят", 60),
        ("семьдесят", 70),
        ("восемьдесят", 80),
        ("девяносто", 90),
        ("сто", 100),
        ("двести", 200),
        ("триста", 300),
        ("четыреста", 400),
        ("пятьсот", 500),
        ("шестьсот", 600),
        ("семьсот", 700),
        ("восемьсот", 800),
    ];
    WORDS
        .iter()
        .find(|(name, _)| *name == word)
        .map(|(_, value)| *value)
        .or((word == "девятьсот").then_some(900))
}

#[cfg(test)]
mod tests {
    use super::amounts;

    fn read(text: &str) -> Vec<String> {
        amounts(text).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn sums_in_many_forms() {
        for (text, sums) in [
            ("за 4 590 рублей", &["4590.00"][..]),
            ("5 000 (пять тысяч) рублей", &["5000.00"]),
            ("12 300,50 руб.", &["12300.50"]),
            ("1,5 млн рублей и 20 тыс. руб.", &["1500000.00", "20000.00"]),
            ("500 р. 50 коп.", &["500.50"]),
            ("4.590 ₽, ещё 990р", &["4590.00", "990.00"]),
            ("пять тысяч двести рублей", &["5200.00"]),
            ("заплатила пятнадцать тысяч рублей", &["15000.00"]),
            ("полторы тысячи рублей", &["1500.00"]),
            ("купила 13.11.2026 за 2990, не подошла", &["2990.00"]),
            (
                "за 2026 год, за 30 минут, за 500 километров, за 2 недели",
                &[],
            ),
            ("13.11.2026 руб", &[]),
            ("85 тысяч рублей", &["85000.00"]),
            ("тысяча рублей", &["1000.00"]),
            ("3,200 rubles", &["3200.00"]),
            ("в 2026 500 руб", &["500.00"]),
            ("rub 1200 or 300 rubles", &["1200.00", "300.00"]),
            ("оплатил 15 000 картой", &["15000.00"]),
            ("за 100%, за 3 штуки", &[]),
        ] {
            assert_eq!(read(text), sums, "{text}");
        }
    }
}
