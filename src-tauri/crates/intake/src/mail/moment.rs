//! When a message was sent or received: the dates that programs write, right and wrong (RFC 5322, 3.3).

use crate::pattern::pattern;
use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveDateTime};
use regex::Regex;
use std::sync::LazyLock;

/// A date of a header is no longer than this, in bytes.
const LONGEST: usize = 200;

static TIME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:\b|T)(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?(?:\s*([AaPp][Mm])\b)?")
});
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b(\d{1,2})(?:\s+|-)([A-Za-zА-Яа-яё]{3,9})\.?(?:\s+|-)(\d{4}|\d{2})\b")
});
/// As `date` writes it, and as Americans do.
static MONTH_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(?:\d{1,2}:\d{2}(?::\d{2})?\s+(?:[A-Z]{2,5}\s+)?)?(\d{4})\b",
    )
});
static DOTTED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b"));
static ISO: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(\d{4})-(\d{2})-(\d{2})(?:T|\b)"));
static OFFSET: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[^\d:.])([+\-−])\s?(\d{1,2}):?(\d{2})?\b"));
static UNSIGNED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\s(0\d)([03]0)\s*(?:\(|$)"));
static ZONE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b([A-ZА-Я]{1,13})\b"));

/// Zones by their names, in hours from UTC: those of RFC 5322 and of Russia, as letters and as towns.
const ZONES: [(&str, i32); 48] = [
    ("UT", 0),
    ("UTC", 0),
    ("GMT", 0),
    ("Z", 0),
    ("EST", -5),
    ("EDT", -4),
    ("CST", -6),
    ("CDT", -5),
    ("MST", -7),
    ("MDT", -6),
    ("PST", -8),
    ("PDT", -7),
    ("CET", 1),
    ("CEST", 2),
    ("EET", 2),
    ("EEST", 3),
    ("MSK", 3),
    ("MSD", 4),
    ("SAMT", 4),
    ("YEKT", 5),
    ("OMST", 6),
    ("KRAT", 7),
    ("IRKT", 8),
    ("YAKT", 9),
    ("VLAT", 10),
    ("MAGT", 11),
    ("PETT", 12),
    ("МСК", 3),
    ("ЕКБ", 5),
    ("NOVT", 7),
    ("OMSST", 7),
    ("SRET", 11),
    ("ANAT", 12),
    ("WET", 0),
    ("WEST", 1),
    ("BST", 1),
    ("FET", 3),
    ("TRT", 3),
    ("KALININGRAD", 2),
    ("MOSCOW", 3),
    ("SAMARA", 4),
    ("YEKATERINBURG", 5),
    ("OMSK", 6),
    ("NOVOSIBIRSK", 7),
    ("KRASNOYARSK", 7),
    ("IRKUTSK", 8),
    ("YAKUTSK", 9),
    ("VLADIVOSTOK", 10),
];

/// A moment, with the offset that is written with it. Where none is written, or none that there is,
/// `otherwise` counts. None of what is no date.
pub(crate) fn moment(text: &str, otherwise: FixedOffset) -> Option<DateTime<FixedOffset>> {
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let (local, behind) = local(text)?;
    let offset = offset(&text[behind..]).unwrap_or(otherwise);
    local.and_local_timezone(offset).single()
}

/// The moment of a `Received` field: what stands behind its last semicolon (RFC 5321, 4.4).
pub(super) fn of_received(value: &str) -> Option<DateTime<FixedOffset>> {
    let (_, date) = value.rsplit_once(';')?;
    let utc = FixedOffset::east_opt(0)?;
    moment(date.trim(), utc)
}

/// Day and time without their zone, and where the time ends.
fn local(text: &str) -> Option<(NaiveDateTime, usize)> {
    let number = |found: Option<regex::Match<'_>>| found?.as_str().parse::<u32>().ok();
    // The figures of a dotted day are not those of a time.
    let day_at = [&*DOTTED, &*ISO]
        .into_iter()
        .find_map(|form| form.find(text))
        .map_or(0..0, |found| found.range());
    let time = TIME
        .captures_iter(text)
        .find(|time| time.get(1).is_some_and(|hour| hour.start() >= day_at.end));
    let day = if let Some(found) = ISO.captures(text) {
        (
            number(found.get(1))?,
            number(found.get(2))?,
            number(found.get(3))?,
        )
    } else if let Some(found) = DOTTED.captures(text) {
        (
            number(found.get(3))?,
            number(found.get(2))?,
            number(found.get(1))?,
        )
    } else if let Some((found, month)) = NAMED
        .captures_iter(text)
        .find_map(|found| Some((month(found.get(2)?.as_str())?, found)).map(|(m, f)| (f, m)))
    {
        (number(found.get(3))?, month, number(found.get(1))?)
    } else {
        let found = MONTH_FIRST.captures(text)?;
        (
            number(found.get(3))?,
            month(found.get(1)?.as_str())?,
            number(found.get(2))?,
        )
    };
    let year = match day.0 {
        // RFC 5322, 4.3.
        year @ 0..50 => 2000 + year,
        year @ 50..100 => 1900 + year,
        year => year,
    };
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, day.1, day.2)?;
    let Some(time) = time else {
        return Some((date.and_hms_opt(12, 0, 0)?, text.len()));
    };
    let half = time.get(4).map(|half| half.as_str().to_ascii_lowercase());
    let hour = match (number(time.get(1))?, half.as_deref()) {
        (12, Some("am")) => 0,
        (hour, Some("pm")) if hour < 12 => hour + 12,
        (hour, _) => hour,
    };
    let minute = number(time.get(2))?;
    // A leap second is shown as the second before it.
    let second = time
        .get(3)
        .and_then(|s| s.as_str().parse::<u32>().ok())
        .unwrap_or(0)
        .min(59);
    let date = if hour == 24 {
        date.checked_add_days(Days::new(1))?
    } else {
        date
    };
    let local = date.and_hms_opt(if hour == 24 { 0 } else { hour }, minute, second)?;
    Some((local, time.get(0)?.end()))
}

/// The offset written behind a time. `GMT+0300` is three hours ahead, as everybody means it.
fn offset(text: &str) -> Option<FixedOffset> {
    let seconds = if let Some(found) = OFFSET.captures(text) {
        let hours: i32 = found.get(2)?.as_str().parse().ok()?;
        let minutes: i32 = found.get(3).map_or(Some(0), |m| m.as_str().parse().ok())?;
        if hours > 14 || minutes > 59 {
            return None;
        }
        let seconds = hours * 3600 + minutes * 60;
        if found.get(1)?.as_str() == "+" {
            seconds
        } else {
            -seconds
        }
    } else if let Some(found) = UNSIGNED.captures(text) {
        let part = |n: usize| found.get(n)?.as_str().parse::<i32>().ok();
        part(1)? * 3600 + part(2)? * 60
    } else {
        let upper = text.to_uppercase();
        ZONE.captures_iter(&upper).find_map(|found| {
            let name = found.get(1)?.as_str();
            let (_, hours) = ZONES.iter().find(|(zone, _)| *zone == name)?;
            Some(hours * 3600)
        })?
    };
    FixedOffset::east_opt(seconds)
}

/// The number of a month by its name or the beginning of it, English or Russian.
pub(crate) fn month(name: &str) -> Option<u32> {
    const BEGINNINGS: [(&str, &str); 12] = [
        ("jan", "янв"),
        ("feb", "фев"),
        ("mar", "мар"),
        ("apr", "апр"),
        ("may", "ма"),
        ("jun", "июн"),
        ("jul", "июл"),
        ("aug", "авг"),
        ("sep", "сен"),
        ("oct", "окт"),
        ("nov", "ноя"),
        ("dec", "дек"),
    ];
    let low = name.to_lowercase();
    let at = BEGINNINGS
        .iter()
        .position(|(english, russian)| low.starts_with(english) || low.starts_with(russian))?;
    u32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::{moment, of_received};
    use chrono::FixedOffset;

    #[test]
    fn dates_in_many_forms() {
        let here = FixedOffset::east_opt(5 * 3600).unwrap();
        for (text, read) in [
            (
                "Fri, 13 Nov 2026 10:00:00 +0300",
                "2026-11-13T10:00:00+03:00",
            ),
            (
                "Fri, 13 Nov 2026 10:00:00 +0300 (MSK)",
                "2026-11-13T10:00:00+03:00",
            ),
            (
                "Fri, 13 Nov 2026 10:00:00 GMT+0300",
                "2026-11-13T10:00:00+03:00",
            ),
            (
                "Fri, 13 Nov 2026 10:00:00 UTC+3",
                "2026-11-13T10:00:00+03:00",
            ),
            ("Fri, 13 Nov 2026 10:00:00 MSK", "2026-11-13T10:00:00+03:00"),
            ("Fri, 13 Nov 2026 10:00:00 МСК", "2026-11-13T10:00:00+03:00"),
            (
                "Fri, 13 Nov 2026 10:00:00 Asia/Vladivostok",
                "2026-11-13T10:00:00+10:00",
            ),
            ("Fri, 13 Nov 2026 10:00:00 GMT", "2026-11-13T10:00:00+00:00"),
            ("Fri, 13 Nov 2026 10:00:00 EDT", "2026-11-13T10:00:00-04:00"),
            (
                "Fri 13 Nov 2026 10:00:00 +03:00",
                "2026-11-13T10:00:00+03:00",
            ),
            (
                "fre, 13 november 2026 10:00:00 +0300",
                "2026-11-13T10:00:00+03:00",
            ),
            (
                "пт, 13 ноя 2026 10:00:00 +0300",
                "2026-11-13T10:00:00+03:00",
            ),
            ("13 мая 2026 г. 10:00", "2026-05-13T10:00:00+05:00"),
            (
                "Fri, 13 Nov 2026 10.00.00 +0300",
                "2026-11-13T10:00:00+03:00",
            ),
            ("Fri, 13 Nov 26 10:00 +0300", "2026-11-13T10:00:00+03:00"),
            (
                "Fri, 13 Nov 2026 24:00:00 +0300",
                "2026-11-14T00:00:00+03:00",
            ),
            (
                "Fri, 13 Nov 2026 23:59:60 +0300",
                "2026-11-13T23:59:59+03:00",
            ),
            ("2026-11-13 10:00:00", "2026-11-13T10:00:00+05:00"),
            ("2026-11-13T10:00:00Z", "2026-11-13T10:00:00+00:00"),
            ("13.11.2026 10:00:00", "2026-11-13T10:00:00+05:00"),
            (
                "Fri, 13 Nov 2026 10:00:00 +9999",
                "2026-11-13T10:00:00+05:00",
            ),
            (
                "Fri, 13 Nov 2026 10:00:00 0300",
                "2026-11-13T10:00:00+03:00",
            ),
            ("Fri Nov 13 10:00:00 2026", "2026-11-13T10:00:00+05:00"),
            ("Nov 13, 2026 10:00 PM -0500", "2026-11-13T22:00:00-05:00"),
        ] {
            let found = moment(text, here).map(|at| at.to_rfc3339());
            assert_eq!(found.as_deref(), Some(read), "{text}");
        }
        for nonsense in [
            "",
            "yesterday",
            "Fri, 31 Nov 2026 10:00:00 +0300",
            "Mon, 39 Nov 2026 1:00",
        ] {
            assert_eq!(moment(nonsense, here), None, "{nonsense}");
        }
    }

    #[test]
    fn a_server_says_when_it_received() {
        let value = "from a (b [10.0.0.1]; x) by mail.example with ESMTP id 1\r\n\tfor <s@e.example>; Fri, 13 Nov 2026 10:00:05 +0300 (MSK)";
        let found = of_received(value).map(|at| at.to_rfc3339());
        assert_eq!(found.as_deref(), Some("2026-11-13T10:00:05+03:00"));
        assert_eq!(of_received("from a by b"), None);
    }
}
