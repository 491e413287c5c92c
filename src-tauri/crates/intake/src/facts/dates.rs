//! Days named in a text.

use crate::pattern::pattern;
use chrono::{Datelike, Days, NaiveDate};
use regex::Regex;
use std::sync::LazyLock;

static FIGURES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:(\d{1,2})([./-])(\d{1,2})([./-])(\d{4}|\d{2})|(\d{4})-(\d{2})-(\d{2}))(?:\b|г|t\d)",
    )
});
/// One day or several before the name of their month.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"\b((?:\d{1,2}(?:-?го)?\s*(?:,|и|по|до|или|[-–—])\s*(?:по\s+)?)*\d{1,2})\s?[»”\x22“]?(?:-?го|-?ое|-?е|st|nd|rd|th)?[»”\x22“]?[\s_]+(?:of\s+)?",
        r"(январ[яь]|феврал[яь]|марта|апрел[яь]|мая|июн[яь]|июл[яь]|августа|сентябр[яь]|октябр[яь]|ноябр[яь]|декабр[яь]",
        r"|january|february|march|april|may|june|july|august|september|october|november|december",
        r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|янв|февр?|апр|авг|сент?|окт|нояб?|дек)\b\.?",
        r"(?:,?\s+(\d{4})(?:\b|г))?"
    ))
});
/// The days of a month in words, as they stand before its name, without their ends.
const ORDINALS: [&str; 31] = [
    "перв",
    "втор",
    "трет",
    "четверт",
    "пят",
    "шест",
    "седьм",
    "восьм",
    "девят",
    "десят",
    "одиннадцат",
    "двенадцат",
    "тринадцат",
    "четырнадцат",
    "пятнадцат",
    "шестнадцат",
    "семнадцат",
    "восемнадцат",
    "девятнадцат",
    "двадцат",
    "двадцать перв",
    "двадцать втор",
    "двадцать трет",
    "двадцать четверт",
    "двадцать пят",
    "двадцать шест",
    "двадцать седьм",
    "двадцать восьм",
    "двадцать девят",
    "тридцат",
    "тридцать перв",
];
static IN_WORDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b((?:двадцать |тридцать )?[а-я]{3,12}?)(?:ого|его|ье|ьего|ое|ему|ому)\s+(января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\b(?:\s+(\d{4})(?:\b|г))?",
    )
});
static NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d+"));
static ENGLISH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(january|february|march|april|may|june|july|august|september|october|november|december)\s+(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(\d{4})\b)?",
    )
});
static RELATIVE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(позавчера|вчера|сегодня|yesterday|today)\b"));
/// A day and a month in figures, with a word before that expects a date.
static SHORT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:от|с|до|по|на|позднее|вчера|сегодня|числа|купил[аи]?|заказал[аи]?|приобре(?:л|ла|ли)|оплатил[аи]?|получил[аи]?|привезли|доставили|обратил(?:ся|ась))\s*,?\s+(\d{1,2})\.(\d{2})\b",
    )
});
/// Words before a date that make it the date of a law or of a person's papers.
static FOREIGN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:закон[а-я]*|\bфз|постановлен[а-я]*|приказ[а-я]*|кодекс[а-я]*)[^.!?\n]{0,40}\bот\s*$|(?:паспорт[а-я]*|рожден[а-я]*|born|род\.)[^.!?\n]{0,40}$|№\s*[\d-]+-\s?фз\s+от\s*$",
    )
});
static FOREIGN_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^\s*(?:г\.?\s?р\b|года? рождения|г?\.?\s*(?:№|n)\s*\d+(?:-\d)?-?\s?фз|[а-я. ]{0,12}№\s*2300)",
    )
});

/// The days of a lower-case text, in its order, each once. A day without a
/// year is the last such day up to `sent`, or the next one after words that
/// look ahead; without `sent` it is left out.
pub(super) fn dates(low: &str, sent: Option<NaiveDate>) -> Vec<NaiveDate> {
    let mut found: Vec<(usize, NaiveDate)> = Vec::new();
    let mut add = |from: usize, to: usize, day: Option<NaiveDate>| {
        if let Some(day) = day
            && is_plausible(day, sent)
            && !FOREIGN.is_match(&low[low.floor_char_boundary(from.saturating_sub(120))..from])
            && !FOREIGN_AFTER.is_match(&low[to..])
        {
            found.push((from, day));
        }
    };
    for hit in FIGURES.captures_iter(low) {
        let all = hit.get(0).map_or(0..0, |all| all.range());
        if low[..all.start].ends_with(['.', '/', '-', '№']) || continues(&low[all.end..]) {
            continue;
        }
        let number = |n: usize| hit.get(n).and_then(|m| m.as_str().parse::<u32>().ok());
        let day = match (number(1), number(3), number(5)) {
            (Some(day), Some(month), Some(year))
                if hit.get(2).map(|m| m.as_str()) == hit.get(4).map(|m| m.as_str()) =>
            {
                let year = if year < 100 { 2000 + year } else { year };
                ymd(year as i32, month, day)
            }
            _ => match (number(6), number(7), number(8)) {
                (Some(year), Some(month), Some(day)) => ymd(year as i32, month, day),
                _ => None,
            },
        };
        add(all.start, all.end, day);
    }
    for hit in NAMED.captures_iter(low) {
        let (Some(days), Some(month)) = (hit.get(1), hit.get(2)) else {
            continue;
        };
        let end = hit.get(0).map_or(days.end(), |all| all.end());
        let year = hit.get(3).and_then(|m| m.as_str().parse::<i32>().ok());
        let Some(month) = month_of(month.as_str()) else {
            continue;
        };
        for piece in NUMBER.find_iter(days.as_str()) {
            if let Ok(day) = piece.as_str().parse::<u32>() {
                let date = match year {
                    Some(year) => ymd(year, month, day),
                    None => nearest(month, day, sent, looks_ahead(&low[..days.start()])),
                };
                add(days.start() + piece.start(), end, date);
            }
        }
    }
    for hit in IN_WORDS.captures_iter(low) {
        let (Some(all), Some(word), Some(month)) = (hit.get(0), hit.get(1), hit.get(2)) else {
            continue;
        };
        let word = word.as_str().trim_end_matches('ь');
        let day = ORDINALS.iter().position(|one| *one == word);
        let (Some(day), Some(month)) = (day, month_of(month.as_str())) else {
            continue;
        };
        let day = u32::try_from(day + 1).unwrap_or_default();
        let year = hit.get(3).and_then(|m| m.as_str().parse::<i32>().ok());
        let date = match year {
            Some(year) => ymd(year, month, day),
            None => nearest(month, day, sent, looks_ahead(&low[..all.start()])),
        };
        add(all.start(), all.end(), date);
    }
    for hit in ENGLISH.captures_iter(low) {
        let (Some(all), Some(month), Some(day)) = (hit.get(0), hit.get(1), hit.get(2)) else {
            continue;
        };
        let (Some(month), Ok(day)) = (month_of(month.as_str()), day.as_str().parse()) else {
            continue;
        };
        let year = hit.get(3).and_then(|m| m.as_str().parse::<i32>().ok());
        let date = match year {
            Some(year) => ymd(year, month, day),
            None => nearest(month, day, sent, looks_ahead(&low[..all.start()])),
        };
        add(all.start(), all.end(), date);
    }
    for hit in SHORT.captures_iter(low) {
        let (Some(all), Some(day), Some(month)) = (hit.get(0), hit.get(1), hit.get(2)) else {
            continue;
        };
        let tail = &low[all.end()..];
        let is_sum = ["руб", "₽", "р.", "тыс", "млн", "%"]
            .iter()
            .any(|unit| tail.trim_start().starts_with(unit));
        if continues(tail) || is_sum {
            continue;
        }
        if let (Ok(day), Ok(month)) = (day.as_str().parse(), month.as_str().parse()) {
            let ahead = all.as_str().starts_with("до") || all.as_str().starts_with("позд");
            add(all.start(), all.end(), nearest(month, day, sent, ahead));
        }
    }
    if let Some(sent) = sent {
        for hit in RELATIVE.find_iter(low) {
            let before = &low[..hit.start()];
            let (back, counts) = match hit.as_str() {
                "позавчера" => (2, true),
                "вчера" | "yesterday" => (1, true),
                _ => (
                    0,
                    !["на ", "до ", "по ", "until ", "till "]
                        .iter()
                        .any(|w| before.ends_with(w)),
                ),
            };
            if counts {
                add(
                    hit.start(),
                    hit.end(),
                    sent.checked_sub_days(Days::new(back)),
                );
            }
        }
    }
    complaint::order::by_key(&mut found, |(at, _)| *at);
    let mut days = Vec::new();
    for (_, day) in found {
        if !days.contains(&day) {
            days.push(day);
        }
    }
    days
}

/// Whether the figures go on, as those of a version or an account do.
fn continues(tail: &str) -> bool {
    let mut rest = tail.chars();
    matches!(
        (rest.next(), rest.next()),
        (Some('.' | '/' | '-'), Some('0'..='9')) | (Some('/'), Some(_))
    )
}

fn ymd(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

fn is_plausible(day: NaiveDate, sent: Option<NaiveDate>) -> bool {
    let last = sent.map_or(2100, |sent| sent.year() + 3);
    (2000..=last).contains(&day.year())
}

fn looks_ahead(before: &str) -> bool {
    let before = before.trim_end();
    ["до", "к", "не позднее", "by", "until", "before"]
        .iter()
        .any(|word| {
            before
                .strip_suffix(word)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', '\n', ',', '(']))
        })
}

fn nearest(month: u32, day: u32, sent: Option<NaiveDate>, ahead: bool) -> Option<NaiveDate> {
    let sent = sent?;
    let this = ymd(sent.year(), month, day);
    let other = |years: i32| ymd(sent.year() + years, month, day);
    match this {
        // A term that ran out is in the past: «должны были до 1 октября». Only
        // one that is more than half a year away turns to the coming year.
        Some(date) if ahead && date < sent && (sent - date).num_days() > 183 => other(1),
        Some(date) if !ahead && date > sent => other(-1),
        Some(date) if ahead && date > sent && (date - sent).num_days() > 270 => other(-1),
        Some(date) => Some(date),
        None => other(-1),
    }
}

fn month_of(name: &str) -> Option<u32> {
    const MONTHS: [(&str, u32); 24] = [
        ("янв", 1),
        ("фев", 2),
        ("мар", 3),
        ("апр", 4),
        ("мая", 5),
        ("июн", 6),
        ("июл", 7),
        ("авг", 8),
        ("сен", 9),
        ("окт", 10),
        ("ноя", 11),
        ("дек", 12),
        ("jan", 1),
        ("feb", 2),
        ("mar", 3),
        ("apr", 4),
        ("may", 5),
        ("jun", 6),
        ("jul", 7),
        ("aug", 8),
        ("sep", 9),
        ("oct", 10),
        ("nov", 11),
        ("dec", 12),
    ];
    MONTHS
        .iter()
        .find(|(start, _)| name.starts_with(start))
        .map(|(_, month)| *month)
}

#[cfg(test)]
mod tests {
    use super::dates;
    use chrono::NaiveDate;

    fn read(text: &str) -> Vec<String> {
        dates(text, NaiveDate::from_ymd_opt(2026, 11, 15))
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn days_in_many_forms() {
        for (text, days) in [
            ("24.10.2026 купила", &["2026-10-24"][..]),
            ("1 и 4 октября 2026 года", &["2026-10-01", "2026-10-04"]),
            ("с 1 по 4 октября", &["2026-10-01", "2026-10-04"]),
            ("вчера, 14 ноября", &["2026-11-14"]),
            ("позавчера", &["2026-11-13"]),
            ("20 декабря", &["2025-12-20"]),
            ("до 20 декабря", &["2026-12-20"]),
            ("должны были до 1 октября", &["2026-10-01"]),
            (
                "01.02.26, 2026-03-04 и 5/06/2026",
                &["2026-02-01", "2026-03-04", "2026-06-05"],
            ),
            (
                "закон от 07.02.1992 № 2300-1, фз от 27.07.2006 № 152-фз",
                &[],
            ),
            ("паспорт выдан 12.03.2010, 05.05.2001 года рождения", &[]),
            ("накладная № 883 от 09.11.2026", &["2026-11-09"]),
            ("на основании фз прошу до 30.11.2026", &["2026-11-30"]),
            ("31.02.2026, 1.2.3.2026, 45.10.2026", &[]),
            ("не позднее 10 октября 2026 года", &["2026-10-10"]),
            ("заказ от 03.11 не пришел", &["2026-11-03"]),
            ("купила 3.11 чайник", &["2026-11-03"]),
            ("третьего ноября купила чайник", &["2026-11-03"]),
            ("двадцать первого октября 2026 г.", &["2026-10-21"]),
            ("его мая и моего мая", &[]),
            (
                "on october 5, 2026 and 7 november",
                &["2026-10-05", "2026-11-07"],
            ),
            ("12-го ноября", &["2026-11-12"]),
            ("«3» ноября 2026 г.", &["2026-11-03"]),
            ("\"03\" ноября 2026г.", &["2026-11-03"]),
            ("“3” ноября 2026 года", &["2026-11-03"]),
            ("3.11.2026г.", &["2026-11-03"]),
            ("03.11.26г", &["2026-11-03"]),
            ("3 ноября 2026г", &["2026-11-03"]),
            ("« 3 » ноября 2026 г.", &["2026-11-03"]),
        ] {
            assert_eq!(read(text), days, "{text}");
        }
        assert!(dates("14 ноября", None).is_empty());
    }
}
