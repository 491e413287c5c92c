//! The sender's full name: from the header or from the signature, whichever
//! says more.

use super::firm::is_firm;
use super::heading;
use crate::pattern::pattern;
use regex::Regex;
use std::sync::LazyLock;

const WORD: &str = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?";

static FULL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"{WORD}\s+{WORD}(?:\s+{WORD})?(?:\s+(?:оглы|кызы))?"
    ))
});
static WITH_INITIALS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"{WORD}\s+[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?|[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.\s?)?{WORD}"
    ))
});
static ONE: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"^{WORD}$")));
static LATIN: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^[A-Z][a-z]+(?:\s+[A-Z]\.?)?\s+[A-Z][a-z]+(?:-[A-Z][a-z]+)?$"));
static MYSELF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:^|[\s.])(?:Я|я|[Мм]еня зовут|[Мм]о[её] имя|ФИО:?)[\s,—–-]+({WORD}\s+{WORD}(?:\s+{WORD})?)"
    ))
});
static PATRONYMIC: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:вич|вна|ична|инична|ьич|мич|кич)$"));
/// A close before the name, on its line or above it.
static CLOSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:с (?:глубоким )?уважением|с наилучшими|всего доброго|с надеждой|заявитель|ваш клиент|покупатель|best regards|kind regards|regards|sincerely|yours)[^А-ЯЁA-Z]*",
    )
});
/// Words with a capital letter that are no names of persons.
static NO_NAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)новгород|петербург|москв|россия|улиц|добрый|здравствуйте|уважением|спасибо|прошу|верните|требую|магазин|роспотреб|отправлено|директор|генеральн|управл|область|республик|почта|тел|жду|ответ|приложени|претензи|жалоб|заявлени|дата|подпись",
    )
});

/// The name that says most: full words count more than initials, and a firm
/// in the header keeps its place. At a tie the header wins, unless it is in
/// Latin letters and the signature in Russian ones.
pub(super) fn name(body: &str, signature: &str, from_name: Option<&str>) -> Option<String> {
    let from = from_name
        .map(clean)
        .filter(|name| !name.is_empty() && !name.contains('@'));
    if let Some(from) = from.as_deref()
        && is_firm(from)
    {
        return Some(from.to_owned());
    }
    let written = match (signed(body, signature), heading::sender(body)) {
        // The signature of a paper has initials, its head the whole name.
        (Some(signed), Some(headed)) if weight(&headed) > weight(&signed) => Some(headed),
        (signed, headed) => signed.or(headed),
    };
    match (from, written) {
        (Some(from), Some(written)) => {
            let is_cyrillic = |s: &str| s.chars().any(|c| matches!(c, 'А'..='я' | 'Ё' | 'ё'));
            let (own, other) = (weight(&from), weight(&written));
            let wins =
                other > own || (other == own && is_cyrillic(&written) && !is_cyrillic(&from));
            Some(if wins { written } else { from })
        }
        (from, written) => from.or(written),
    }
}

/// «Фамилия, Имя», as address books write it.
static REVERSED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(\p{Lu}[\p{L}'’-]+),\s*(\p{Lu}[\p{L}'’-]+\.?(?:\s+\p{Lu}[\p{L}'’-]*\.?)?)$")
});

fn clean(name: &str) -> String {
    let is_edge = |c: char| {
        matches!(c, ',' | ';' | '<' | '>' | '~' | '*') || c.is_whitespace() || is_picture(c)
    };
    let name = name.trim_matches(is_edge);
    if let Some(found) = REVERSED.captures(name)
        && let (Some(last), Some(first)) = (found.get(1), found.get(2))
    {
        return format!("{} {}", last.as_str(), first.as_str());
    }
    // Quotation marks around the whole go; those of a firm's name stay.
    ['"', '\'']
        .iter()
        .find_map(|quote| {
            let inner = name.strip_prefix(*quote)?.strip_suffix(*quote)?;
            (!inner.contains(*quote)).then_some(inner)
        })
        .unwrap_or(name)
        .trim()
        .to_owned()
}

/// Whether a sign is one of the small pictures that people set beside their names.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{fe00}'..='\u{fe0f}' | '\u{200d}' | '\u{1f000}'..='\u{1ffff}')
}

/// How much a name says, in quarters of a full word.
fn weight(name: &str) -> usize {
    name.split([' ', '.'])
        .filter(|word| !word.is_empty())
        .map(|word| if word.chars().count() > 1 { 4 } else { 1 })
        .sum()
}

fn signed(body: &str, signature: &str) -> Option<String> {
    let lines: Vec<&str> = body
        .lines()
        .chain(signature.lines())
        .map(str::trim)
        .filter(|line| line.chars().any(char::is_alphabetic))
        .collect();
    let mut best: Option<String> = None;
    let tail = lines.len().saturating_sub(6);
    let mut after_close = false;
    for (at, line) in lines.iter().enumerate().skip(tail) {
        let rest = CLOSE.replace(line, "");
        let is_close = rest.len() < line.len();
        let is_last = at + 1 == lines.len();
        if let Some(found) = in_line(rest.trim(), is_close || after_close, is_last)
            && best
                .as_ref()
                .is_none_or(|best| weight(&found) > weight(best))
        {
            best = Some(found);
        }
        after_close = is_close;
    }
    best.or_else(|| {
        let head = lines.iter().take(6).copied().collect::<Vec<_>>().join("\n");
        let found = MYSELF.captures(&head)?.get(1)?.as_str();
        is_person(found).then(|| found.split_whitespace().collect::<Vec<_>>().join(" "))
    })
}

/// The name in one of the last lines. A name stands at the start of its line,
/// or closes the last one; two bare words need a close above or the last place.
fn in_line(line: &str, is_closed: bool, is_last: bool) -> Option<String> {
    let joined = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ");
    let piece = line
        .split([',', ';', '(', '+', '|'])
        .next()
        .unwrap_or(line)
        .trim();
    let piece = piece.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '-');
    // The initial's full stop is part of the name, another one is not.
    let bare = piece.trim_end_matches('.');
    if let Some(found) = FULL.find(bare)
        && found.as_str() == bare
        && is_person(bare)
        && (has_patronymic(bare) || is_closed || is_last)
    {
        return Some(joined(bare));
    }
    if let Some(found) = WITH_INITIALS.find(piece)
        && found.len() == piece.len()
        && is_person(piece)
    {
        return Some(joined(piece));
    }
    if (is_closed || is_last) && LATIN.is_match(bare) {
        return Some(joined(bare));
    }
    if (is_closed && ONE.is_match(bare) && is_person(bare))
        || (is_last && ONE.is_match(bare) && line == bare && is_person(bare))
    {
        return Some(bare.to_owned());
    }
    if is_last {
        // «…и удалить их. Анна Кузьмич»
        let (_, end) = line.trim_end_matches('.').rsplit_once(['.', '!', '?'])?;
        let end = end.trim();
        if let Some(found) = FULL.find(end)
            && found.as_str() == end
            && is_person(end)
        {
            return Some(joined(end));
        }
    }
    None
}

fn has_patronymic(name: &str) -> bool {
    name.split_whitespace()
        .any(|word| PATRONYMIC.is_match(word))
        && name.split_whitespace().count() > 2
}

fn is_person(name: &str) -> bool {
    !NO_NAME.is_match(name)
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn the_fuller_name_wins() {
        for (body, from, expected) in [
            (
                "Верните деньги.\nКим И. Т.",
                Some("Игорь Тимофеевич Ким"),
                Some("Игорь Тимофеевич Ким"),
            ),
            (
                "Верните деньги.\nС уважением, Ахметов Рустам Ильдарович",
                Some("Рустам"),
                Some("Ахметов Рустам Ильдарович"),
            ),
            (
                "Верните деньги.\nС уважением,\nРустам Ахметов\nтел. 8 911 555-01-42",
                Some("rustam77"),
                Some("Рустам Ахметов"),
            ),
            ("Прошу удалить их. Анна Кузьмич", None, Some("Анна Кузьмич")),
            (
                "Директор ООО «Вектор» А. Р. Юсупова",
                Some("ООО «Вектор»"),
                Some("ООО «Вектор»"),
            ),
            (
                "Я, Петрова Анна Сергеевна, купила у вас чайник.\nОн сломался.",
                Some("Аня"),
                Some("Петрова Анна Сергеевна"),
            ),
            ("Он сломался.\nНижний Новгород", Some("Аня"), Some("Аня")),
            ("Жду ответа.", None, None),
            ("Жду ответа.", Some("Петров, Иван"), Some("Петров Иван")),
            (
                "Жду ответа.",
                Some("Петров, Иван Ильич"),
                Some("Петров Иван Ильич"),
            ),
            ("Жду ответа.", Some("🌸Анюта🌸"), Some("Анюта")),
            (
                "Директору ООО «Лавка»\nот Зуевой Анны Петровны,\nг. Пермь\nПРЕТЕНЗИЯ\nВерните.\n12.11.2026 Зуева А.П.",
                None,
                Some("Зуева Анна Петровна"),
            ),
            (
                "Refund me.\nJohn Smith",
                Some("john@b.example"),
                Some("John Smith"),
            ),
            (
                "Жду.\nФёдорова Нина Фёдоровна, 8 911 555-01-42",
                None,
                Some("Фёдорова Нина Фёдоровна"),
            ),
        ] {
            assert_eq!(name(body, "", from).as_deref(), expected, "{body}");
        }
    }
}
