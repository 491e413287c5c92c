//! The lines that mail programs put above an earlier letter: who wrote it, when, to whom.

use super::spelling::flat;
use crate::mail::{moment, sender};
use crate::pattern::pattern;
use chrono::{DateTime, FixedOffset, Offset, Utc};
use regex::Regex;
use std::sync::LazyLock;

/// What stands above an earlier letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    pub name: Option<String>,
    pub address: Option<String>,
    /// Every address it was sent to.
    pub to: Vec<String>,
    pub subject: Option<String>,
    /// When it was sent, in the sender's zone or, where none is named, in UTC.
    pub sent: Option<DateTime<FixedOffset>>,
    /// Whether the head says that the letter is passed on, and not only answered.
    pub passes_on: bool,
}

/// The longest line of a head, in bytes; three lines of it are read together.
const LONGEST: usize = 300;
const MOST_LINES: usize = 3;
/// So many lines of fields stand above a letter at most.
const MOST_FIELDS: usize = 12;

const DAY: &str = r"(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}(?:-?го)?\.?\s+[a-zа-яéû]{3,9}\.?,?\s+\d{4}|[a-z]{3,9}\.?\s+\d{1,2},?\s+\d{4})";
const VERB: &str = r"(?:пишет|писал(?:а|и)?(?:\(а\))?|написал(?:а|и)?(?:\(а\))?|сообщил(?:а|\(а\))?|wrote|writes|schrieb|a écrit|escribió|ha scritto|пише|написав|жазды)";

/// The beginning of a line such as «ср, 11 нояб. 2026 г. в 15:19, Лавка <a@b>:», the time before the day or behind it.
static BEGINS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^(?:[-–—]\s+)?(?:(?:on|в|am|le|el|il|op|den)\s+)?(?:\d{{1,2}}:\d{{2}},?\s+)?(?:[a-zа-яё]{{2,12}}[.,]*\s+)?{DAY}"
    ))
});
/// The time and the day of a line that begins with the time.
static TIME_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^\d{{1,2}}:\d{{2}},?\s+{DAY}(?:\s*г\.?)?[\s,;]*"
    ))
});
/// One that names the writer first, or says «Вы писали».
static NAME_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^(?:(?:вы|ты|you)\s+{VERB}\b.{{0,80}}|.{{0,100}}[<(\[][^<>\s]+@[^<>\s]+[>)\]],?\s+{VERB}(?:\s.{{0,80}})?|\S.{{0,80}}\s{VERB}\s+{DAY},?\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?):$"
    ))
});
static TIME: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b\d{1,2}:\d{2}\b"));
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| pattern(r"[^\s<>()\[\]]+@[^\s<>()\[\]]+"));
static ENDS_WITH_ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)@[^\s<>]+[>)\]]?,?\s*(?:{VERB}\s*)?:?$|@[^\s<>]+[>)\]]\s*{VERB}\s*:?$"
    ))
});
static ENDS_WITH_VERB: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)\s{VERB}\s*:$")));
/// What stands before the writer's name in such a line.
static BEFORE_NAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^.*?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s*\(?(?:gmt|utc|msk|мск)?\s*[+\-]?\d{0,2}:?\d{0,2}\)?)?[\s,;]*(?:от|from|пользователь|by|schrieb|skrev|ha scritto)?[\s:]+",
    )
});
static VERB_WITHIN: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i),?\s+{VERB}(?:\s|:)")));
static VERB_ALONE: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)^{VERB}\s*:$")));
static USER: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^.*\bпользователь\s+"));
static VERBS: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)[\s,]*\b{VERB}\s*:?\s*$")));

/// A field of the block that Outlook and others put above a letter.
static FIELD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[\s*]*(from|от кого|от|отправитель|від|von|de|sent|date|дата|отправлено|отправленные|когда|надіслано|gesendet|datum|envoyé|to|кому|an|à|получатель|cc|bcc|копия|скрытая копия|subject|тема|betreff|objet|reply-to|важность|importance|приоритет|priority|вложени[ея]|attachments?)[\s*]*:[\s*]*(.*?)\**$",
    )
});
/// A field without its colon, as one program writes them below its line.
static BARE_FIELD: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(От|Кому|Копия|Дата|Тема|From|To|Cc|Date|Subject) (\S.*)$"));
/// Fields that some program ran together on one line.
static GLUED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(От|От кого|From|Кому|To|Отправлено|Sent|Дата|Date|Копия|Cc|Тема|Subject): ")
});
static PASSED_ON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[\s*]*(?:-{2,}.{0,20}(?:forward|fwd|пересыл|переслан|перенаправл|переадрес|weitergeleitet|transféré)[^-]{0,60}-*|(?:начало (?:переадресованного|пересылаемого)|begin forwarded|пересланное сообщение|пересылаемое сообщение).{0,40})[\s*]*:?$",
    )
});
static ORIGINAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[\s*]*(?:-{2,}\s*(?:original message|original appointment|исходное сообщение|исходное письмо|оригинальное сообщение|ursprüngliche nachricht|message d'origine).{0,20}|_{10,}|-{20,})$",
    )
});
/// The line above which a help desk wants its answer.
static ABOVE_THIS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:пожалуйста,?\s+|please\s+)?(?:(?:пишите|введите|напишите|оставьте)\s+(?:ваш\s+)?ответ\s+(?:выше|над)|ответьте\s+(?:выше|над)|(?:type your )?reply above)\b.{0,60}$",
    )
});
static END: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^\s*-{2,}\s*(?:(?:конец|завершение) пересыла|end (?:of )?forward)")
});

/// The lines of a text as heads are looked for in them: blanks made one, and fields that stand on one line parted.
pub(super) fn lines(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.lines() {
        let line = line.trim();
        if line.len() < 2000 && GLUED.find_iter(line).take(3).count() == 3 {
            let mut start = 0;
            for found in GLUED.find_iter(line) {
                lines.push(line[start..found.start()].trim().to_owned());
                start = found.start();
            }
            lines.push(line[start..].trim().to_owned());
        } else {
            lines.push(line.to_owned());
        }
    }
    lines
}

/// Without the marks of quotation before it.
pub(super) fn unquoted(line: &str) -> &str {
    line.trim_start_matches(['>', ' ', '|'])
}

pub(super) fn is_end(line: &str) -> bool {
    END.is_match(unquoted(line))
}

/// The head that begins at the first of these lines, and how many of them it takes.
pub(super) fn head(lines: &[String]) -> Option<(Head, usize)> {
    let first = unquoted(lines.first()?);
    if PASSED_ON.is_match(first) {
        let blank = lines[1..]
            .iter()
            .take_while(|line| unquoted(line).is_empty())
            .count();
        let from = 1 + blank;
        let below = below_line(&lines[from..], 1);
        let (mut head, taken) = below.unwrap_or_default();
        head.passes_on = true;
        return Some((head, from + taken));
    }
    if lines[0].starts_with('>') {
        return quoted(lines);
    }
    if ABOVE_THIS.is_match(first) {
        return Some((Head::default(), 1));
    }
    if ORIGINAL.is_match(first) {
        let blank = lines[1..].iter().take_while(|line| line.is_empty()).count();
        let from = 1 + blank;
        let below = below_line(&lines[from..], 2);
        let says = first.chars().any(char::is_alphabetic);
        return match below {
            Some((head, taken)) => Some((head, from + taken)),
            None if says => Some((Head::default(), 1)),
            None => None,
        };
    }
    fields(lines, 2).or_else(|| reply(lines))
}

/// A head below a line that says what follows.
fn below_line(lines: &[String], fewest: usize) -> Option<(Head, usize)> {
    let with_colons = || -> Vec<String> {
        let shown = lines.iter().take(MOST_FIELDS);
        let colon = |line: &String| BARE_FIELD.replace(unquoted(line), "$1: $2").into_owned();
        shown.map(colon).collect()
    };
    fields(lines, fewest)
        .or_else(|| reply(lines))
        .or_else(|| fields(&with_colons(), 3))
}

/// A head that stands behind marks of quotation itself: all of its fields, or one of an answer above words without
/// marks.
fn quoted(lines: &[String]) -> Option<(Head, usize)> {
    fields(lines, 3).or_else(|| {
        let (head, taken) = reply(lines)?;
        let mut below = lines.get(taken..)?.iter().filter(|line| !line.is_empty());
        let is_bare = below.next().is_some_and(|line| !line.starts_with('>'));
        (is_bare && head.address.is_some()).then_some((head, taken))
    })
}

/// A line, or two and three that belong together, in the manner of «… Лавка <a@b> пишет:».
fn reply(lines: &[String]) -> Option<(Head, usize)> {
    let first = unquoted(lines.first()?);
    if first.len() > LONGEST {
        return None;
    }
    let mut joined = String::new();
    for (at, line) in lines.iter().take(MOST_LINES).enumerate() {
        let line = unquoted(line);
        if line.is_empty() || joined.len() + line.len() > LONGEST {
            return None;
        }
        if at > 0 {
            joined.push(' ');
        }
        joined.push_str(line);
        let begins = BEGINS.is_match(&joined);
        let below = lines.get(at + 1..).unwrap_or_default();
        let is_quoted_below = below
            .iter()
            .find(|line| !line.is_empty())
            .is_some_and(|line| line.starts_with('>'));
        let has_time = TIME.is_match(&joined);
        let is_head = NAME_FIRST.is_match(&joined)
            || (begins && has_time && ENDS_WITH_ADDRESS.is_match(&joined))
            || (begins
                && ENDS_WITH_VERB.is_match(&joined)
                && (has_time || USER.is_match(&joined) || is_quoted_below))
            || (begins && has_time && joined.ends_with(':') && is_quoted_below);
        if is_head {
            // The verb may have found no room on the line.
            let verb = below
                .first()
                .is_some_and(|line| VERB_ALONE.is_match(unquoted(line)));
            return Some((of_reply(&joined), at + 1 + usize::from(verb)));
        }
        if !begins && !ADDRESS.is_match(&joined) && at > 0 {
            return None;
        }
    }
    None
}

fn of_reply(line: &str) -> Head {
    let (name, address) = if NAME_FIRST.is_match(line) && !BEGINS.is_match(line) {
        // The verb stands behind the name, and the day behind the verb.
        let end = VERB_WITHIN
            .find(line)
            .map_or(line.len(), |verb| verb.start());
        sender(&line[..end])
    } else {
        let words = VERBS.replace(line, "");
        let behind = match TIME_FIRST.find(&words) {
            Some(found) => words[found.end()..].into(),
            None => BEFORE_NAME.replace(&words, ""),
        };
        let behind = USER.replace(&behind, "");
        sender(behind.trim_end_matches([':', ' ']))
    };
    Head {
        name: name
            .filter(|name| !BEGINS.is_match(name) && !matches!(name.as_str(), "Вы" | "Ты" | "You")),
        address,
        sent: moment(line, Utc.fix()),
        ..Head::default()
    }
}

/// A block of fields, of which so many must be there.
fn fields(lines: &[String], fewest: usize) -> Option<(Head, usize)> {
    let mut head = Head::default();
    let (mut has_from, mut has_date, mut kinds, mut taken) = (false, false, 0, 0);
    for (at, line) in lines.iter().take(MOST_FIELDS).enumerate() {
        let line = unquoted(line);
        let Some(found) = FIELD.captures(line) else {
            // An address that found no room on the line above.
            if kinds > 0 && ADDRESS.is_match(line) && line.len() < 200 && !line.contains(". ") {
                let more = lines
                    .get(at + 1)
                    .is_some_and(|next| FIELD.is_match(unquoted(next)));
                if more {
                    if head.address.is_none() {
                        head.address = sender(line).1;
                    }
                    continue;
                }
            }
            break;
        };
        let value = found.get(2).map_or("", |value| value.as_str().trim());
        match found
            .get(1)
            .map_or("", |label| label.as_str())
            .to_lowercase()
            .as_str()
        {
            "from" | "от кого" | "от" | "отправитель" | "від" | "von" | "de" =>
            {
                has_from = true;
                (head.name, head.address) = sender(value);
            }
            "sent"
            | "date"
            | "дата"
            | "отправлено"
            | "отправленные"
            | "когда"
            | "надіслано"
            | "gesendet"
            | "datum"
            | "envoyé" => {
                has_date = true;
                head.sent = moment(value, Utc.fix());
            }
            "subject" | "тема" | "betreff" | "objet" => head.subject = Some(flat(value)),
            "to" | "кому" | "an" | "à" | "получатель" => {
                head.to = ADDRESS
                    .find_iter(value)
                    .map(|found| found.as_str().trim_matches([',', ';']).to_owned())
                    .collect();
            }
            _ => {}
        }
        kinds += 1;
        taken = at + 1;
    }
    let is_letter = has_date || (head.subject.is_some() && head.address.is_some());
    (kinds >= fewest && has_from && (fewest < 2 || is_letter)).then_some((head, taken))
}

#[cfg(test)]
mod tests {
    use super::{head, lines};

    fn read(text: &str) -> Option<(Option<String>, Option<String>, bool, usize)> {
        head(&lines(text)).map(|(head, taken)| (head.name, head.address, head.passes_on, taken))
    }

    #[test]
    fn heads_of_many_programs() {
        for text in [
            "11.11.2026, 15:19, \"Анна Зуева\" <a@b.example>:",
            "11.11.2026, 15:19, Анна Зуева <a@b.example>:",
            "11.11.2026 15:19, Анна Зуева (a@b.example):",
            "ср, 11 нояб. 2026 г. в 15:19, Анна Зуева <a@b.example>:",
            "Среда, 11 ноября 2026, 15:19 +03:00 от Анна Зуева <a@b.example>:",
            "среда, 11 ноября 2026г., 15:19 +03:00 от Анна Зуева  a@b.example:",
            "11 нояб. 2026 г., в 15:19, Анна Зуева <a@b.example> написал(а):",
            "11 нояб. 2026 г., в 15:19, Анна Зуева <a@b.example>\nнаписал(а):",
            "On Wed, Nov 11, 2026 at 3:19 PM Анна Зуева\n<a@b.example> wrote:",
            "On 11 Nov 2026, at 15:19, Анна Зуева <a@b.example> wrote:",
            "Анна Зуева <a@b.example> писал(а) 11.11.2026 15:19:",
            "Am 11.11.2026 um 15:19 schrieb Анна Зуева <a@b.example>:",
            "11/11/2026, 15:19 пользователь \"Анна Зуева\" <a@b.example> написал:",
            "От: Анна Зуева <a@b.example>\nДата: среда, 11 ноября 2026 г. в 15:19\nКому: x@y.example\nТема: Re",
            "*From:* Анна Зуева [mailto:a@b.example]\n*Sent:* Wednesday, November 11, 2026 3:19 PM\n*To:* x",
            "________________________________\nОт: Анна Зуева <a@b.example>\nОтправлено: 11 ноября 2026 г. 15:19",
            "-----Исходное сообщение-----\nFrom: Анна Зуева <a@b.example>\nSent: 11.11.2026 15:19",
            "Von: Анна Зуева <a@b.example>\nGesendet: Mittwoch, 11. November 2026 15:19\nAn: x\nBetreff: y",
        ] {
            let (name, address, passes_on, taken) = read(text).expect(text);
            assert_eq!(address.as_deref(), Some("a@b.example"), "{text}");
            assert_eq!(name.as_deref(), Some("Анна Зуева"), "{text}");
            assert!(!passes_on);
            assert_eq!(taken, lines(text).len(), "{text}");
        }
        for text in [
            "Вы писали 11 ноября 2026 г., 15:19:25:",
            "среда, 11 ноября 2026 г. пользователь Лавка чая написал:",
            "11.11.2026 15:19, Лавка пишет:",
            "11.11.2026, 15:19, Лавка:\n> Вам отказано",
        ] {
            assert!(read(text).is_some(), "{text}");
        }
    }

    #[test]
    fn heads_that_pass_a_letter_on() {
        for text in [
            "---------- Forwarded message ---------\nОт: Анна Зуева <a@b.example>\nDate: чт",
            "-------- Пересылаемое сообщение --------\n12.11.2026, 19:42, \"Анна Зуева\" <a@b.example>:",
            "> Начало переадресованного сообщения:\n>\n> Отправитель: Анна Зуева <a@b.example>\n> Тема: Чайник",
            "Begin forwarded message:\n\nFrom: Анна Зуева <a@b.example>",
            "----- Пересылаемое сообщение ----- От: Анна Зуева <a@b.example>Кому: \"s\" <s@l.example>Отправлено: четверг, 12 ноября 2026 г., 09:26:50 GMT+3Тема: Чайник",
            "-------- Перенаправленное сообщение --------\nТема: Чайник\nДата: Thu, 12 Nov 2026 15:51:30 +0300\nОт: Анна Зуева <a@b.example>",
        ] {
            let (name, address, passes_on, _) = read(text).expect(text);
            assert_eq!(name.as_deref(), Some("Анна Зуева"), "{text}");
            assert_eq!(address.as_deref(), Some("a@b.example"), "{text}");
            assert!(passes_on);
        }
    }

    #[test]
    fn words_of_a_letter_are_no_head() {
        for text in [
            "12.11.2026 я писала на shop@lavka.example",
            "12 ноября 2026 г. ваш менеджер мне написал:\nне вернём",
            "Кому: ООО «Лавка»\nОт кого: Зуева Анна\nТелефон: 8 911 555-01-42",
            "От: Зуева А. П.",
            "05.05.2025 купила чайник",
            "____________________\nПодпись",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
