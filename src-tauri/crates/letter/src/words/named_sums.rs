//! Sums of roubles as people write them, read out of a text: the one reader for
//! the check, for the forms and for whatever else asks what a text promises.
//!
//! Read are figures with a word or sign for roubles behind or before them
//! («4 590 руб. 50 коп.», «4.590,00 ₽», «1,5 тыс. р.», "RUB 4,590.50"), the same
//! with the sum in words in brackets before or behind the unit, and sums in
//! words alone («пять тысяч рублей»). Figures without a unit are no sum here.

use complaint::Money;
use regex::{Captures, Regex};
use russian::spelled;
use std::ops::Range;
use std::sync::LazyLock;

/// A sum named in a text. Places are in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedSum {
    /// The sum: what the figures say, if there are any.
    pub sum: Money,
    /// The sum itself, without words in brackets behind it.
    pub place: Range<usize>,
    /// The sum with those words and their brackets.
    pub with_words: Range<usize>,
    /// Whether words in brackets say another sum than the figures.
    pub differs: bool,
}

/// The sums a text names, in its order.
pub fn named_sums(text: &str) -> Vec<NamedSum> {
    let mut found: Vec<NamedSum> = IN_FIGURES
        .as_ref()
        .map(|p| {
            p.captures_iter(text)
                .filter_map(|h| in_figures(text, &h))
                .collect()
        })
        .unwrap_or_default();
    let in_words: Vec<NamedSum> = spelled::named(text)
        .into_iter()
        .filter(|(_, at)| {
            let meets = |f: &NamedSum| f.with_words.start < at.end && at.start < f.with_words.end;
            !found.iter().any(meets)
        })
        .filter_map(|(kopecks, place)| {
            Some(NamedSum {
                sum: Money::from_kopecks(kopecks).ok()?,
                with_words: place.clone(),
                place,
                differs: false,
            })
        })
        .collect();
    found.extend(in_words);
    complaint::order::by_key(&mut found, |f| f.place.start);
    found
}

static IN_FIGURES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    const BLANK: &str = r"[ \t\u{a0}\u{202f}\u{2009}]";
    // Groups of three, or digits in one piece; at most two decimals.
    let number = format!(r"[0-9]{{1,3}}(?:(?:{BLANK}|[.,'’])[0-9]{{3}})+|[0-9]{{1,13}}");
    let brackets = format!(r"(?:{BLANK}?\((?P<IN>[^()]{{3,240}})\))?");
    let behind = brackets.replace("IN", "behind");
    let within = brackets.replace("IN", "within");
    let after_lead = brackets.replace("IN", "led");
    Regex::new(&format!(
        r"(?i)(?P<sum>\b(?P<whole>{number})(?:[.,](?P<part>[0-9]{{1,2}}))?(?:{BLANK}?(?P<times>тыс(?:яч\p{{L}}*|\.)?|млн\.?|миллион\p{{L}}*|thousand|million))?{within}{BLANK}?(?:руб(?:л\p{{L}}{{1,3}}\b|\b\.?)|р\b\.?|₽|rub(?:les?\b|\b\.?)|rur\b|roubles?\b)(?:,?{BLANK}{{0,2}}(?:(?:и|and){BLANK})?(?P<kopecks>[0-9]{{1,2}}){BLANK}?(?:коп(?:(?:еек|ейк\p{{L}})\b|\b\.?)|kopecks?\b))?){behind}|(?P<led_sum>(?:\brub|\brur|₽){BLANK}?(?P<led_whole>{number})(?:[.,](?P<led_part>[0-9]{{2}}))?\b){after_lead}"
    ))
    .ok()
});

fn in_figures(text: &str, hit: &Captures<'_>) -> Option<NamedSum> {
    let group = |name: &str| hit.name(name).map(|m| m.as_str());
    let all = hit.get(0)?.range();
    let place = hit.name("sum").or(hit.name("led_sum"))?.range();
    let before = &text[..place.start];
    // The tail of a longer number («13.11.2026 р.») is no sum, «5 р-н» no rouble.
    if before.ends_with(['.', ',', '/'])
        && before[..before.len() - 1].ends_with(|c: char| c.is_ascii_digit())
        || text[place.end..].starts_with('-') && text[..place.end].ends_with(['р', 'Р'])
    {
        return None;
    }
    let whole = group("whole").or(group("led_whole"))?;
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let part = group("part").or(group("led_part")).unwrap_or("0");
    let times = match group("times").map(str::to_lowercase) {
        None => 1,
        Some(t) if t.starts_with("тыс") || t == "thousand" => 1_000,
        Some(_) => 1_000_000,
    };
    let kopecks = digits
        .parse::<i64>()
        .ok()?
        .checked_mul(100)?
        .checked_add(format!("{part:0<2}").parse().ok()?)?
        .checked_mul(times)?
        .checked_add(group("kopecks").unwrap_or("0").parse().ok()?)?;
    let in_brackets = group("within").map(|w| (w, true));
    let in_brackets = in_brackets.or(group("behind").or(group("led")).map(|w| (w, false)));
    let words = in_brackets.map_or(Words::Others, |(words, within)| {
        said(words, within, kopecks)
    });
    Some(NamedSum {
        sum: Money::from_kopecks(kopecks).ok()?,
        with_words: if words == Words::Others {
            place.clone()
        } else {
            all
        },
        place,
        differs: words == Words::Differ,
    })
}

#[derive(PartialEq)]
enum Words {
    /// The brackets hold something else than the sum.
    Others,
    Agree,
    Differ,
}

/// What words in brackets say of a sum of that many kopecks. `within`: the
/// unit stands behind the brackets, so the words need none.
fn said(words: &str, within: bool, kopecks: i64) -> Words {
    let words = words.trim();
    let low = words.to_lowercase();
    let has_unit = ["рубл", "roubl", "rubl"]
        .iter()
        .any(|unit| low.contains(unit));
    let speaks_of_roubles = has_unit && !low.starts_with(|c: char| c.is_ascii_digit());
    match spelled::leading(words) {
        // «600 руб. (два билета)» has a number, but not of roubles.
        Some(sum) if sum.has_unit || within || words[sum.end..].trim().is_empty() => {
            let roubles = sum.kopecks / 100 == kopecks / 100;
            let rest = !sum.has_kopecks || sum.kopecks == kopecks;
            if roubles && rest {
                Words::Agree
            } else {
                Words::Differ
            }
        }
        // Words of roubles that make no number agree with nothing.
        _ if speaks_of_roubles && !low.contains(|c: char| c.is_ascii_digit()) => Words::Differ,
        _ => Words::Others,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::figures::{figures, figures_and_words};
    use complaint::Language;
    use proptest::prelude::*;
    use russian::amount;

    fn sums(text: &str) -> Vec<String> {
        named_sums(text).iter().map(|n| n.sum.to_string()).collect()
    }

    #[test]
    fn sums_are_read_as_people_write_them() {
        for (text, read) in [
            (
                "4 590 руб., 2\u{a0}000\u{a0}руб. 50\u{a0}коп.",
                &["4590.00", "2000.50"][..],
            ),
            (
                "600₽, 12,50 руб, RUB 4,590.50, 700р",
                &["600.00", "12.50", "4590.50", "700.00"],
            ),
            (
                "4.590 ₽, 1\u{202f}234\u{202f}567,89\u{a0}₽",
                &["4590.00", "1234567.89"],
            ),
            ("1,5 тыс. руб. и 2 млн рублей", &["1500.00", "2000000.00"]),
            ("5 000 (пять тысяч) рублей 00 копеек", &["5000.00"]),
            ("вернём пять тысяч двести рублей", &["5200.00"]),
            (
                "100 рублей и 50 копеек; 3,200 rubles",
                &["100.50", "3200.00"],
            ),
            ("в 2026 500 руб. за 30 минут", &["500.00"]),
            ("13.11.2026 руб, 5 рубашек, 5 р-н, пункт 4.2, № 12", &[]),
        ] {
            assert_eq!(sums(text), read, "{text}");
        }
    }

    #[test]
    fn a_word_written_out_leaves_its_full_stop_to_the_sentence() {
        for (text, place) in [
            ("Вернём 4 590 рублей. Спасибо", "4 590 рублей"),
            ("Вернём 4 590 руб. завтра", "4 590 руб."),
            ("Вернём 100 рублей 50 копеек.", "100 рублей 50 копеек"),
            ("We will pay 4,590 rubles.", "4,590 rubles"),
        ] {
            let found = named_sums(text);
            assert_eq!(found.first().map(|n| &text[n.place.clone()]), Some(place));
        }
    }

    #[test]
    fn words_in_brackets_are_held_against_the_figures() {
        let differ = |text: &str| named_sums(text).iter().any(|n| n.differs);
        for same in [
            "4 590 руб. (четыре тысячи пятьсот девяносто рублей 00 копеек)",
            "4 590 (четыре тысячи пятьсот девяносто) рублей 00 копеек",
            "в размере 5 000 (пяти тысяч) руб.",
            "1 000 руб. (тысяча рублей)",
            "RUB 4,590 (four thousand five hundred and ninety rubles)",
            "600 руб. (два билета)",
            "600 руб. (цена по чеку № 5, рублей)",
        ] {
            assert!(!differ(same), "{same}");
        }
        for other in [
            "4 000 руб. (четыре тысячи пятьсот рублей)",
            "4 590 (четыре тысячи пятьсот) рублей",
            "4 590 руб. 50 коп. (четыре тысячи пятьсот девяносто рублей 00 копеек)",
            "4 590 руб. (четыре тыщи рублей)",
            "RUB 4,590 (four thousand five hundred rubles)",
        ] {
            assert!(differ(other), "{other}");
        }
    }

    proptest! {
        #[test]
        fn what_we_write_is_read_back(kopecks in 0i64..=999_999_999_999_999, whole in any::<bool>()) {
            let kopecks = if whole { kopecks / 100 * 100 } else { kopecks };
            let sum = Money::from_kopecks(kopecks).unwrap();
            let forms = [
                figures(sum, Language::Ru),
                figures(sum, Language::En),
                figures_and_words(sum, Language::Ru),
                figures_and_words(sum, Language::En),
                amount::figures_sign(kopecks),
                format!("{}\u{a0}руб.", amount::figures(kopecks)),
                amount::words(kopecks),
                amount::words_and_kopecks(kopecks),
                amount::capitalised(&amount::words_and_kopecks(kopecks)),
                amount::words_english(kopecks),
            ];
            for form in forms {
                let text = format!("Вернём {form} до пятницы, {form}");
                let read = named_sums(&text);
                prop_assert_eq!(read.len(), 2, "{}: {:?}", &text, &read);
                for named in read {
                    prop_assert_eq!(named.sum, sum, "{}", &text);
                    prop_assert!(!named.differs, "{}", &text);
                    prop_assert_eq!(&text[named.with_words], form.as_str());
                }
            }
        }

        #[test]
        fn another_sum_in_words_is_seen(kopecks in 0i64..1_000_000_000, other in 0i64..1_000_000_000) {
            let sum = Money::from_kopecks(kopecks).unwrap();
            for language in [Language::Ru, Language::En] {
                let words = match language {
                    Language::Ru => amount::words_and_kopecks(other),
                    Language::En => amount::words_english(other),
                };
                let text = format!("{} ({words})", figures(sum, language));
                let read = named_sums(&text);
                prop_assert_eq!(read.len(), 1);
                prop_assert_eq!(read[0].differs, kopecks != other, "{}", text);
            }
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,40}", sums in "[0-9 .,рубRUB₽()пять]{0,40}") {
            let _ = (named_sums(&text), named_sums(&sums));
        }
    }
}
