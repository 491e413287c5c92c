//! A chat copied out of a messenger: who complains in it, and that person's words.

use crate::facts::{Ours, asks_anything};
use crate::pattern::pattern;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use regex::Regex;
use std::sync::LazyLock;

/// The words of the person who complains.
pub(crate) struct Chat {
    /// Their name in the chat; none where it is only a number.
    pub name: Option<String>,
    /// Their telephone, where the chat names them by it.
    pub phone: Option<String>,
    pub words: String,
    /// When their first message came, by the clock of whoever copied the chat.
    pub began: Option<NaiveDateTime>,
}

/// A message of a chat.
struct Message<'t> {
    speaker: &'t str,
    head: &'t str,
    words: Vec<&'t str>,
}

const TIME: &str = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\b\.?)?";
const DAY: &str = r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}\s+[A-Za-zА-Яа-яё]{3,9}\.?(?:\s+\d{4})?(?:\s?г\.?)?|[A-Za-z]{3,9}\s+\d{1,2},\s+\d{4}|[Вв]чера|[Сс]егодня|[Пп]озавчера|[Yy]esterday|[Tt]oday)";
/// A name of a contact, or a number in its place.
const NAME: &str = r"(?:\+\d[\d\s()\-–]{6,20}\d|8[\s(-]\s?\(?\d{3}[\d\s()\-–]{6,14}\d|[^\s\d:\[\]<>@;+~][^:\[\]<>@;]{0,60}|~\s?[^:\[\]<>@;]{1,60})";

fn stamp() -> String {
    format!(
        r"(?:{DAY}(?:\s?[,;в]|\s?at|\s?à|\s?um|\s[-–])?\s+(?:в\s+)?{TIME}|{TIME}(?:,?\s*{DAY})?)"
    )
}

/// A line that starts a message: `[12.11.2026, 10:15] Имя: слова`,
/// `12.11.2026, 10:15 - Имя: слова` (with the words behind), or
/// `Имя, [12.11.2026 10:15]` and `Имя [10:15]` (with the words below).
static WITH_WORDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^(\[?\s?{}\s?\]?\s*(?:[-–—;,]\s*)?)({NAME}):(?:\s+(.*))?$",
        stamp()
    ))
});
static NAME_ALONE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^({NAME}?),?\s*(\[\s?{}\s?\]):?\s*(.*)$",
        stamp()
    ))
});
/// A name and what is no more than a stamp beside it, either first, with the words below: `Имя (12.11.2026 10:15)`,
/// `Имя 10:15` and `[12.11.2026 10:15] Имя`.
static NAME_THEN_STAMP: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"^({NAME}?),?\s+(\(\s?{}\s?\)|{TIME})$", stamp())));
static STAMP_THEN_NAME: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"^(\[\s?{}\s?\])\s*({NAME})$", stamp())));
/// A line of a stamp alone, below a name.
static STAMP_ALONE: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"^{}$", stamp())));
/// A line of the messenger's own: a stamp and words of nobody, or a day alone.
static NOBODY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?:\[?\s?{}\s?\]?\s*(?:[-–—;]\s*)?\S.*|{DAY})$",
        stamp()
    ))
});
static ENDS_WITH_INITIAL: LazyLock<Regex> = LazyLock::new(|| pattern(r"\s\p{Lu}\.$"));
static SPEAKER: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("^{NAME}$")));
/// What the messenger says by itself, under the name of a contact.
static NOTICE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)сквозн\w+ шифрован|end-to-end encrypted|создал\w* группу|created (?:this )?group|добавил\w* вас|joined using|(?:изменил\w*|сменил\w*) (?:номер|тему|код безопасности)|security code|является вашим контактом|этот бизнес|business account|бизнес-аккаунт|<?(?:без медиафайлов|media omitted|медиафайл\w* (?:пропущен|исключен)\w*)>?|^(?:изображение|аудиофайл|видео|документ|стикер|gif) (?:не добавлен|отсутств|пропущен)\w*$|(?:image|audio|video|sticker|document) omitted|(?:сообщение|данное сообщение) удалено|message was deleted|пропущенный (?:аудио|видео)?звонок|missed (?:voice|video) call",
    )
});
/// How the copier's own messages are headed.
static OWNER: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?i:вы|you|я|me|i)$"));
/// Names that shops and services have in chats.
static SHOP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)магазин|лавка|поддержк|менеджер|оператор|служб|сервис|салон|клиник|студи|админ|консультант|продавец|компани|shop|store|support|manager|service|\b(?:ооо|ип|ао|тсж|жкх|ук)\b|[«»]|бот\b|\bbot\b",
    )
});

/// Recognises a chat by its first lines, and finds who complains in it: not the office, nor whoever has a shop's
/// name; then whoever asks for something, and else who speaks first.
pub(crate) fn complaining(text: &str, ours: Option<&Ours>) -> Option<Chat> {
    let messages = messages(text)?;
    let mut speakers: Vec<&str> = Vec::new();
    for message in &messages {
        if !speakers.contains(&message.speaker) {
            speakers.push(message.speaker);
        }
    }
    let is_ours = |name: &str| {
        OWNER.is_match(name)
            || ours.is_some_and(|ours| ours.names.iter().any(|own| is_like(own, name)))
    };
    let words_of = |speaker: &str| -> String {
        let lines = messages.iter().filter(|message| message.speaker == speaker);
        let mut words = String::new();
        for line in lines.flat_map(|message| &message.words) {
            words.push_str(line);
            words.push('\n');
        }
        words
    };
    let others: Vec<&str> = speakers
        .iter()
        .copied()
        .filter(|name| !is_ours(name))
        .collect();
    let people: Vec<&str> = others
        .iter()
        .copied()
        .filter(|name| !SHOP.is_match(name))
        .collect();
    let left = if people.is_empty() { others } else { people };
    let left = if left.is_empty() { speakers } else { left };
    let speaker = *left
        .iter()
        .find(|name| asks_anything(&words_of(name)))
        .or(left.first())?;
    let began = messages.iter().find(|message| message.speaker == speaker)?;
    let (name, phone) = if speaker.starts_with(|c: char| c == '+' || c.is_ascii_digit()) {
        (None, Some(speaker.to_owned()))
    } else {
        (
            Some(speaker.trim_start_matches(['~', ' ']).to_owned()),
            None,
        )
    };
    Some(Chat {
        name,
        phone,
        words: words_of(speaker),
        began: moment(began.head),
    })
}

/// Whether a contact's name is that of the office, however much of it is said.
fn is_like(own: &str, name: &str) -> bool {
    let plain = |text: &str| -> String {
        let low = text.to_lowercase().replace('ё', "е");
        let words = low.split(|c: char| !c.is_alphanumeric());
        let bare =
            words.filter(|word| !word.is_empty() && !matches!(*word, "ооо" | "ип" | "ао" | "пао"));
        bare.collect::<Vec<_>>().join(" ")
    };
    let (own, name) = (plain(own), plain(name));
    name.chars().count() > 2
        && (own == name || own.contains(&name) || (own.chars().count() > 2 && name.contains(&own)))
}

/// The messages of a text whose first lines show it to be a chat. What the messenger says by itself is left out.
fn messages(text: &str) -> Option<Vec<Message<'_>>> {
    const MOST_BEFORE: usize = 4;
    let lines: Vec<&str> = text.lines().map(bare).collect();
    let first = lines.iter().position(|line| !line.is_empty())?;
    let mut messages: Vec<Message<'_>> = Vec::new();
    let mut nobodys = 0;
    let mut at = first;
    while at < lines.len() {
        let line = lines[at];
        if let Some((speaker, head, own, taken)) = start(&lines[at..], messages.is_empty()) {
            messages.push(Message {
                speaker,
                head,
                words: if own.is_empty() {
                    Vec::new()
                } else {
                    vec![own]
                },
            });
            at += taken;
            continue;
        }
        match messages.last_mut() {
            Some(last) if !(NOBODY.is_match(line) && line.len() < 300 && NOTICE.is_match(line)) => {
                last.words.push(line);
            }
            Some(_) => {}
            None if line.is_empty() => {}
            None if nobodys < MOST_BEFORE && line.len() < 300 && NOBODY.is_match(line) => {
                nobodys += 1
            }
            None => return None,
        }
        at += 1;
    }
    let is_notice = |message: &Message<'_>| {
        message
            .words
            .iter()
            .any(|line| line.len() < 300 && NOTICE.is_match(line))
            && message.words.iter().filter(|line| !line.is_empty()).count() == 1
    };
    let all = messages.len();
    messages.retain(|message| !is_notice(message));
    (all > 0 && !messages.is_empty()).then_some(messages)
}

/// A line without the marks that messengers write around names.
fn bare(line: &str) -> &str {
    line.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    })
}

/// The speaker, the head, the first words, and how many lines they take.
fn start<'t>(lines: &[&'t str], is_first: bool) -> Option<(&'t str, &'t str, &'t str, usize)> {
    let line = *lines.first()?;
    let group =
        |found: &regex::Captures<'t>, n: usize| found.get(n).map_or("", |part| part.as_str());
    if let Some(found) = WITH_WORDS.captures(line)
        && (group(&found, 1).contains(['[', ']', '-', '–', '—', ';'])
            || is_name(group(&found, 2))
            || is_shop(group(&found, 2)))
    {
        return Some((
            bare(group(&found, 2)),
            group(&found, 1),
            bare(group(&found, 3)),
            1,
        ));
    }
    if let Some(found) = NAME_ALONE.captures(line)
        && !group(&found, 1).is_empty()
    {
        let name = bare(group(&found, 1)).trim_end_matches(',');
        return Some((name, group(&found, 2), bare(group(&found, 3)), 1));
    }
    if let Some((name, head)) = name_and_stamp(line)
        && lines.get(1).is_some_and(|below| !below.is_empty())
        && name_and_stamp(lines[1]).is_none()
        && (!is_first || lines[1..].iter().any(|line| name_and_stamp(line).is_some()))
    {
        return Some((name, head, "", 1));
    }
    // A name, and a stamp on the next line: for what is no chat yet, a day must stand there or words below.
    let next = *lines.get(1)?;
    let has_words = lines.get(2).is_some_and(|words| !words.is_empty());
    let is_short =
        line.len() <= 80 && line.split_whitespace().count() <= 4 && SPEAKER.is_match(line);
    let below = next.len() <= 40 && STAMP_ALONE.is_match(next);
    let stands_apart = !is_first || has_words;
    let ends = line.ends_with(['.', ',', '!', '?']) && !ENDS_WITH_INITIAL.is_match(line);
    (is_short && below && stands_apart && !ends).then_some((line, next, "", 2))
}

/// Who speaks and when, where a line says no more than that.
fn name_and_stamp(line: &str) -> Option<(&str, &str)> {
    if line.len() > 120 {
        return None;
    }
    let (name, head) = if let Some(found) = NAME_THEN_STAMP.captures(line) {
        (found.get(1)?.as_str(), found.get(2)?.as_str())
    } else {
        let found = STAMP_THEN_NAME.captures(line)?;
        (found.get(2)?.as_str(), found.get(1)?.as_str())
    };
    let name = bare(name);
    let names = is_name(name) || is_shop(name);
    (names && name.split_whitespace().count() <= 4 && !NOTICE.is_match(name))
        .then_some((name, head))
}

/// Whether words are what a shop is called, «Лавка чая», and no sentence about one.
fn is_shop(words: &str) -> bool {
    words.starts_with(char::is_uppercase)
        && words.split_whitespace().count() <= 4
        && SHOP.is_match(words)
}

/// Whether words are a name by their capitals; those of a sentence have small letters.
fn is_name(words: &str) -> bool {
    words
        .split_whitespace()
        .all(|word| !word.starts_with(char::is_lowercase))
}

static DAY_OF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:(\d{4})[./-](\d{1,2})[./-](\d{1,2})|(\d{1,2})([./-])(\d{1,2})[./-](\d{4}|\d{2})|(\d{1,2})\s+([A-Za-zА-Яа-яё]{3,9})\.?\s+(\d{4}))(?:\b|г)",
    )
});
static TIME_OF: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(\d{1,2}):(\d{2})(?::\d{2})?(?:\s?([AaPp])\.?\s?[Mm])?"));

/// The day and time that stand in the head of a message; none without a day. With a slash and a clock of twelve
/// hours the month stands first, where it can be one.
fn moment(head: &str) -> Option<NaiveDateTime> {
    let (day, time) = (DAY_OF.captures(head)?, TIME_OF.captures(head)?);
    let number = |found: Option<regex::Match<'_>>| found?.as_str().parse::<u32>().ok();
    let half = time.get(3).map(|half| half.as_str().to_lowercase());
    let (year, month, day) = if day.get(1).is_some() {
        (
            number(day.get(1))?,
            number(day.get(2))?,
            number(day.get(3))?,
        )
    } else if let Some(name) = day.get(9) {
        (
            number(day.get(10))?,
            crate::mail::month(name.as_str())?,
            number(day.get(8))?,
        )
    } else {
        let (first, second) = (number(day.get(4))?, number(day.get(6))?);
        let american = half.is_some() && day.get(5)?.as_str() == "/" && second > 0 && first <= 12;
        let (d, m) = if american {
            (second, first)
        } else {
            (first, second)
        };
        (number(day.get(7))?, m, d)
    };
    let year = i32::try_from(if year < 100 { 2000 + year } else { year }).ok()?;
    let hour = match (number(time.get(1))?, half.as_deref()) {
        (12, Some("a")) => 0,
        (hour, Some("p")) if hour < 12 => hour + 12,
        (hour, _) => hour,
    };
    let time = NaiveTime::from_hms_opt(hour, number(time.get(2))?, 0)?;
    Some(NaiveDate::from_ymd_opt(year, month, day)?.and_time(time))
}

#[cfg(test)]
mod tests {
    use super::{Ours, complaining};

    fn read(text: &str) -> (String, String) {
        let chat = complaining(text, None).expect(text);
        let words = chat.words.split_whitespace().collect::<Vec<_>>().join(" ");
        (chat.name.or(chat.phone).unwrap_or_default(), words)
    }

    #[test]
    fn only_the_first_speaker_counts() {
        for text in [
            "[12.11.2026, 10:15] Анна Зуева: Верните деньги\nза чайник\n[12.11.2026, 10:20] Магазин: Заменим?\n[12.11.2026, 10:21] Анна Зуева: Нет",
            "Анна Зуева, [12.11.2026 10:15]\nВерните деньги\nза чайник\n\nМагазин, [12.11.2026 10:20]\nЗаменим?\nАнна Зуева, [12.11.2026 10:21]\nНет",
            "12.11.2026, 10:15 - Анна Зуева: Верните деньги\nза чайник\n12.11.2026, 10:20 - Магазин: Заменим?\n12.11.2026, 10:21 - Анна Зуева: Нет",
            "[ 12 ноября 2026 г. 10:15 ] \u{2068}Анна Зуева\u{2069}: Верните деньги\nза чайник\n[ 12 ноября 2026 г. 10:20 ] \u{2068}Магазин\u{2069}: Заменим?\n[ 12 ноября 2026 г. 10:21 ] \u{2068}Анна Зуева\u{2069}: Нет",
            "2026-11-12, 10:15 - Анна Зуева: Верните деньги\nза чайник\n2026-11-12, 10:20 - Магазин: Заменим?\n2026-11-12, 10:21 - Анна Зуева: Нет",
            "12.11.2026 - 10:15:27; Анна Зуева: Верните деньги\nза чайник\n12.11.2026 - 10:20:00; Магазин: Заменим?\n12.11.2026 - 10:21:00; Анна Зуева: Нет",
            "Анна Зуева, [12 нояб. 2026 г., 10:15:05]:\nВерните деньги\nза чайник\n\nМагазин, [12 нояб. 2026 г., 10:20:07]:\nЗаменим?\nАнна Зуева, [12 нояб. 2026 г., 10:21:07]:\nНет",
            "12.11.2026, 10:14 - Сообщения и звонки защищены сквозным шифрованием.\n12.11.2026, 10:15 - Анна Зуева: Верните деньги\nза чайник\n12.11.2026, 10:20 - Магазин: Заменим?\n12.11.2026, 10:21 - Анна Зуева: Нет",
            "12.11.2026 в 10:15 Анна Зуева: Верните деньги\nза чайник\n12.11.2026 в 10:20 Магазин: Заменим?\n12.11.2026 в 10:21 Анна Зуева: Нет",
        ] {
            let chat = complaining(text, None).expect(text);
            assert_eq!(chat.name.as_deref(), Some("Анна Зуева"), "{text}");
            let began = chat.began.map(|at| at.to_string());
            assert_eq!(began.as_deref(), Some("2026-11-12 10:15:00"), "{text}");
            assert_eq!(read(text).1, "Верните деньги за чайник Нет", "{text}");
        }
        for text in [
            "Здравствуйте: прошу вернуть деньги",
            "12.11.2026 купила чайник",
            "Анна\nВерните деньги",
            "Заказ 12:30\nне приехал, верните деньги",
            "Чек (12.11.2026 10:15)\nверните деньги",
            "05.11.2026 в 14:30 я звонила: мне отказали",
        ] {
            assert!(complaining(text, None).is_none(), "{text}");
        }
    }

    #[test]
    fn the_office_is_not_the_complainant() {
        for text in [
            "[12.11.2026, 10:15] Лавка чая: Здравствуйте! Ваш заказ готов\n[12.11.2026, 10:20] Анна: Он потёк, верните деньги",
            "Лавка чая\n10:15\nЗдравствуйте! Ваш заказ готов\n\nАнна\n10:20\nОн потёк, верните деньги",
            "Вы\nВчера, 10:15\nЗдравствуйте! Ваш заказ готов\nАнна\nВчера, 10:20\nОн потёк, верните деньги",
            "[12.11.2026, 10:15] Ольга: Здравствуйте! Ваш заказ готов\n[12.11.2026, 10:20] Анна: Он потёк, верните деньги",
            "12.11.26, 10:15 - Служба поддержки: Верните товар\n12.11.26, 10:20 - Анна: Он потёк, верните деньги",
        ] {
            assert_eq!(
                read(text),
                ("Анна".to_owned(), "Он потёк, верните деньги".to_owned()),
                "{text}"
            );
        }
        let ours = Ours {
            names: vec!["ООО «Зелёный дом»".to_owned()],
            addresses: Vec::new(),
        };
        let text = "[12.11.2026, 10:15] Зеленый Дом: Верните товар\n[12.11.2026, 10:20] Анна: Нет";
        let chat = complaining(text, Some(&ours)).unwrap();
        assert_eq!(chat.name.as_deref(), Some("Анна"));
    }

    #[test]
    fn a_number_in_place_of_a_name_is_a_telephone() {
        for text in [
            "12.11.2026, 14:23 - +7 911 555-01-42: Верните деньги",
            "[12.11.2026, 14:23:00] +7 (911) 555-01-42: Верните деньги",
        ] {
            let chat = complaining(text, None).unwrap();
            assert_eq!(chat.name, None);
            assert!(chat.phone.unwrap().starts_with("+7"));
        }
        let chat = complaining("[12.11.2026, 14:23:00] ~ Анна: Верните", None).unwrap();
        assert_eq!(chat.name.as_deref(), Some("Анна"));
    }

    #[test]
    fn the_head_tells_when_the_chat_began() {
        for (text, began) in [
            (
                "[10:15, 12.11.2026] Анна: Верните",
                Some("2026-11-12 10:15:00"),
            ),
            (
                "12/11/26, 22:15 - Анна: Верните",
                Some("2026-11-12 22:15:00"),
            ),
            (
                "11/12/26, 10:15 PM - Anna: Refund",
                Some("2026-11-12 22:15:00"),
            ),
            (
                "2026-11-12, 5:46 p.m. - Anna: Refund",
                Some("2026-11-12 17:46:00"),
            ),
            ("Анна [10:15]\nВерните за 01.10.2026", None),
            (
                "Анна, [12.11.2026 в 10:15]\nВерните",
                Some("2026-11-12 10:15:00"),
            ),
        ] {
            let chat = complaining(text, None).expect(text);
            let found = chat.began.map(|at| at.to_string());
            assert_eq!(found.as_deref(), began, "{text}");
        }
    }
}
