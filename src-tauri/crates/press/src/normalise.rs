//! The typographic normaliser: what a careful typist would have typed.
//!
//! It works on characters tagged with the number of the span they came from,
//! so a rule sees over the border of a bold word. It changes blanks, dashes,
//! quotation marks and dots; it never adds, drops or changes a letter or digit.

use crate::model::Language;

/// A character and the index of its span.
pub type Tagged = (char, u32);

const NBSP: char = '\u{A0}';

/// Takes out what can't be set and evens out blanks: control characters, bidi
/// overrides, tabs, runs of blanks, blanks around line breaks. Applies to every
/// span, also to a verbatim one.
pub fn clean(text: impl Iterator<Item = Tagged>) -> Vec<Tagged> {
    let mut out: Vec<Tagged> = Vec::new();
    let mut previous = '\0';
    for (c, tag) in text {
        let from = previous;
        previous = c;
        let c = match c {
            '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{B}' | '\u{C}' => '\n',
            '\n' if from == '\r' => continue,
            '\n' => '\n',
            '\t' => ' ',
            c if c.is_control() => continue,
            // Joiners, marks of direction, overrides, byte-order marks,
            // variation selectors, tags and noncharacters: nothing to see.
            '\u{200C}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FFF0}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E0FFF}'
            | '\u{34F}'
            | '\u{115F}'
            | '\u{1160}'
            | '\u{17B4}'
            | '\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{3164}'
            | '\u{FFA0}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}' => continue,
            c if (u32::from(c) & 0xFFFE) == 0xFFFE || ('\u{FDD0}'..='\u{FDEF}').contains(&c) => {
                continue;
            }
            '\u{1680}'
            | '\u{2000}'..='\u{2006}'
            | '\u{2008}'..='\u{200A}'
            | '\u{205F}'
            | '\u{3000}' => ' ',
            '\u{2007}' => NBSP,
            c => c,
        };
        match c {
            ' ' if out.last().is_none_or(|l| matches!(l.0, ' ' | '\n' | NBSP)) => continue,
            '\n' | NBSP => {
                while out.last().is_some_and(|l| l.0 == ' ') {
                    out.pop();
                }
            }
            _ => {}
        }
        out.push((c, tag));
    }
    while out.last().is_some_and(|l| matches!(l.0, ' ' | '\n')) {
        out.pop();
    }
    out
}

/// Applies the rules to the characters for which `open` holds of their tag.
pub fn normalise(text: &mut Vec<Tagged>, language: Language, open: &dyn Fn(u32) -> bool) {
    dots_and_dashes(text, language, open);
    quotes(text, language, open);
    glue(text, language, open);
}

/// Short words that don't end a line of a heading, which is ragged, so that
/// holding them costs nothing.
const NOT_LAST_RU: [&str; 15] = [
    "без", "для", "до", "за", "из", "или", "на", "не", "ни", "об", "от", "по", "под", "при", "про",
];
const NOT_LAST_EN: [&str; 10] = [
    "an", "and", "at", "by", "for", "in", "of", "on", "the", "to",
];

/// A heading whose prepositions stay with the word they belong to.
pub fn hold_short_words(heading: &str, language: Language) -> String {
    let short: &[&str] = match language {
        Language::Ru => &NOT_LAST_RU,
        Language::En => &NOT_LAST_EN,
    };
    let mut out = String::with_capacity(heading.len());
    for (at, word) in heading.split(' ').enumerate() {
        if at > 0 {
            let held = out
                .rsplit([' ', NBSP])
                .next()
                .is_some_and(|last| short.contains(&last.to_lowercase().as_str()));
            out.push(if held { NBSP } else { ' ' });
        }
        out.push_str(word);
    }
    out
}

fn at(text: &[Tagged], i: usize) -> char {
    text.get(i).map_or('\n', |t| t.0)
}

fn before(text: &[Tagged], i: usize) -> char {
    if i == 0 { '\n' } else { at(text, i - 1) }
}

fn blank(c: char) -> bool {
    matches!(c, ' ' | NBSP | '\u{202F}' | '\u{2009}' | '\n')
}

fn dots_and_dashes(text: &mut Vec<Tagged>, language: Language, open: &dyn Fn(u32) -> bool) {
    let mut out: Vec<Tagged> = Vec::with_capacity(text.len());
    let mut i = 0;
    while i < text.len() {
        let (c, tag) = text[i];
        if !open(tag) {
            out.push((c, tag));
            i += 1;
            continue;
        }
        if c == '.'
            && at(text, i + 1) == '.'
            && at(text, i + 2) == '.'
            && at(text, i + 3) != '.'
            && before(text, i) != '.'
        {
            out.push(('…', tag));
            i += 3;
            continue;
        }
        let dash = matches!(c, '-' | '–' | '—' | '\u{2212}');
        let double = c == '-' && at(text, i + 1) == '-' && at(text, i + 2) != '-';
        let next = if double { i + 2 } else { i + 1 };
        let lead = out.last().map_or('\n', |l| l.0);
        if dash && blank(lead) && at(text, next) == ' ' {
            if lead == ' '
                && let Some(l) = out.last_mut()
            {
                l.0 = NBSP;
            }
            out.push((
                if language == Language::Ru {
                    '—'
                } else {
                    '–'
                },
                tag,
            ));
            i = next;
            continue;
        }
        out.push((c, tag));
        i += 1;
    }
    *text = out;
}

fn quotes(text: &mut [Tagged], language: Language, open: &dyn Fn(u32) -> bool) {
    let (outer, inner) = match language {
        Language::Ru => (('«', '»'), ('„', '“')),
        Language::En => (('“', '”'), ('‘', '’')),
    };
    let mut depth = 0usize;
    for i in 0..text.len() {
        let (c, tag) = text[i];
        match c {
            '«' => depth += 1,
            '»' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if !open(tag) {
            continue;
        }
        let lead = before(text, i);
        let tail = at(text, i + 1);
        match c {
            '"' => {
                let opens = (blank(lead)
                    || matches!(lead, '(' | '[' | '«' | '„' | '“' | '—' | '–' | '/'))
                    && !blank(tail);
                let inches = lead.is_ascii_digit() && depth == 0;
                if inches {
                    continue;
                }
                if opens || depth == 0 && tail.is_alphanumeric() {
                    text[i].0 = if depth == 0 { outer.0 } else { inner.0 };
                    depth += 1;
                } else if depth > 0 {
                    depth -= 1;
                    text[i].0 = if depth == 0 { outer.1 } else { inner.1 };
                }
            }
            '\'' if lead.is_alphabetic() && tail.is_alphabetic() => text[i].0 = '’',
            _ => {}
        }
    }
}

/// Words after which a blank doesn't break.
const HOLD_AFTER_RU: [&str; 34] = [
    "№",
    "§",
    "г.",
    "ул.",
    "д.",
    "кв.",
    "стр.",
    "ст.",
    "п.",
    "пп.",
    "ч.",
    "им.",
    "тел.",
    "пос.",
    "обл.",
    "пер.",
    "просп.",
    "г-н",
    "г-ну",
    "г-жа",
    "г-же",
    "корп.",
    "ИНН",
    "КПП",
    "ОГРН",
    "ОГРНИП",
    "БИК",
    "ООО",
    "АО",
    "ПАО",
    "ЗАО",
    "НКО",
    "АНО",
    "ИП",
];
const HOLD_AFTER_EN: [&str; 10] = [
    "№", "No.", "§", "p.", "art.", "Art.", "Mr", "Mrs", "Ms", "Dr",
];

/// Words before which a blank doesn't break.
const HOLD_BEFORE_RU: [&str; 8] = ["бы", "б", "ли", "ль", "же", "ж", "%", "₽"];

/// Units and months: a blank between a number and one of them doesn't break.
const UNITS_RU: [&str; 37] = [
    "руб",
    "коп",
    "рубль",
    "рубля",
    "рублей",
    "копейка",
    "копейки",
    "копеек",
    "г",
    "гг",
    "л",
    "экз",
    "мм",
    "см",
    "м",
    "км",
    "кг",
    "шт",
    "ч",
    "мин",
    "дн",
    "тыс",
    "млн",
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
    "дня",
    "дней",
];
const UNITS_EN: [&str; 20] = [
    "RUB",
    "kg",
    "mm",
    "cm",
    "km",
    "pp",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "roubles",
    "rubles",
];

fn glue(text: &mut [Tagged], language: Language, open: &dyn Fn(u32) -> bool) {
    // Words as ranges of characters between blanks.
    let mut words: Vec<(usize, usize)> = Vec::new();
    let mut start = None;
    for i in 0..=text.len() {
        match (start, i < text.len() && !blank(text[i].0)) {
            (None, true) => start = Some(i),
            (Some(s), false) => {
                words.push((s, i));
                start = None;
            }
            _ => {}
        }
    }
    let word = |k: usize, text: &[Tagged]| -> String {
        words.get(k).map_or_else(String::new, |&(s, e)| {
            text[s..e].iter().map(|t| t.0).collect()
        })
    };
    for k in 0..words.len().saturating_sub(1) {
        let gap = words[k].1;
        if text[gap].0 != ' ' || words[k + 1].0 != gap + 1 || !open(text[gap].1) {
            continue;
        }
        let left = word(k, text);
        let right = word(k + 1, text);
        let bare = |w: &str| {
            w.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '№' | '§' | '%' | '₽'))
                .to_owned()
        };
        let (lb, rb) = (bare(&left), bare(&right));
        let ends = left.ends_with(['.', ',', ';', ':', '!', '?', ')', '»', '”']);
        let opened = left.trim_start_matches(['(', '«', '“', '„', '[']);
        let digit_end = left.chars().last().is_some_and(|c| c.is_ascii_digit());
        let digit_start = right.chars().next().is_some_and(|c| c.is_ascii_digit());
        let initial = |w: &str| {
            let mut c = w.chars();
            matches!((c.next(), c.next(), c.next()), (Some(a), Some('.'), None) if a.is_uppercase())
        };
        let initials = |w: &str| {
            initial(w) || {
                let n: Vec<char> = w.chars().collect();
                n.len() == 4
                    && n[0].is_uppercase()
                    && n[1] == '.'
                    && n[2].is_uppercase()
                    && n[3] == '.'
            }
        };
        let capital = right.chars().next().is_some_and(char::is_uppercase);
        let single = !ends && lb.chars().count() == 1 && lb.chars().all(char::is_alphabetic);
        let hold = match language {
            Language::Ru => {
                single
                    && lb
                        .chars()
                        .all(|c| ('а'..='я').contains(&c.to_lowercase().next().unwrap_or(c)))
                    || HOLD_AFTER_RU.contains(&opened)
                        && (digit_start || opened == "№" || opened == "§" || capital)
                    || HOLD_BEFORE_RU.contains(&rb.as_str()) && !ends
                    || digit_end && UNITS_RU.contains(&rb.as_str())
                    || matches!((opened, rb.as_str()), ("т.", "е" | "д" | "п" | "к"))
            }
            Language::En => {
                single && matches!(lb.as_str(), "a" | "A" | "I")
                    || HOLD_AFTER_EN.contains(&opened) && (digit_start || capital)
                    || digit_end && UNITS_EN.contains(&rb.as_str())
                    || rb == "%"
            }
        };
        // Groups of a long number: 12 500, 1 000 000.
        let left_group = left.chars().rev().take_while(char::is_ascii_digit).count();
        let right_group = right.chars().take_while(char::is_ascii_digit).count();
        let group = (1..=3).contains(&left_group)
            && right_group == 3
            && (left_group == left.chars().count()
                || opened.len() == left_group
                || left_group <= 3 && lb == left)
            && left
                .chars()
                .all(|c| c.is_ascii_digit() || !c.is_alphanumeric());
        // A surname after initials, an initial after an initial.
        let name = initials(opened) && capital && (initial(&right) || rb.chars().count() > 1);
        // The initials after a surname: «Иванову И. П.».
        let after = initials(right.trim_end_matches([',', ';', ')', ':']))
            && lb.chars().count() > 1
            && left.chars().next().is_some_and(char::is_uppercase)
            && !ends;
        if hold || group || name || after {
            text[gap].0 = if initial(opened) && initial(&right) {
                '\u{202F}'
            } else {
                NBSP
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, language: Language) -> String {
        let mut t = clean(text.chars().map(|c| (c, 0)));
        normalise(&mut t, language, &|_| true);
        t.into_iter()
            .map(|x| if x.0 == NBSP { '~' } else { x.0 })
            .collect()
    }

    #[test]
    fn russian_habits() {
        assert_eq!(run("в срок", Language::Ru), "в~срок");
        assert_eq!(
            run("Договор № 5 от 22 ноября 2026 г.", Language::Ru),
            "Договор №~5 от 22~ноября 2026~г."
        );
        assert_eq!(
            run("Товар - \"чайник \"Волна\"\" - цел", Language::Ru),
            "Товар~— «чайник „Волна“»~— цел"
        );
        assert_eq!(
            run("сумма 1 012 500 руб. 00 коп.", Language::Ru),
            "сумма 1~012~500~руб. 00~коп."
        );
        assert_eq!(
            run("И. П. Иванов и Петров А.С., г. Москва", Language::Ru),
            "И.\u{202F}П.~Иванов и~Петров~А.С., г.~Москва"
        );
        assert_eq!(run("ждём...", Language::Ru), "ждём…");
        assert_eq!(run("если бы  не", Language::Ru), "если~бы не");
    }

    #[test]
    fn a_preposition_stays_with_its_word_in_a_heading() {
        let held = |text, language| hold_short_words(text, language).replace(NBSP, "~");
        assert_eq!(
            held("О рассмотрении претензии от 14 ноября", Language::Ru),
            "О рассмотрении претензии от~14 ноября"
        );
        assert_eq!(held("от не по ", Language::Ru), "от~не~по~");
        assert_eq!(
            held("Our reply to the claim of 14 November", Language::En),
            "Our reply to~the~claim of~14 November"
        );
        assert_eq!(held("", Language::Ru), "");
    }

    #[test]
    fn english_habits() {
        assert_eq!(
            run("a \"good\" day - isn't it", Language::En),
            "a~“good” day~– isn’t it"
        );
    }

    #[test]
    fn letters_and_digits_are_never_touched() {
        for text in [
            "А40-12345/2026",
            "8-800-100-20-30",
            "ул. Мира, д. 5-7",
            "5\" труба",
            "a--b",
            "…....",
        ] {
            let keep = |s: &str| {
                s.chars()
                    .filter(|c| c.is_alphanumeric())
                    .collect::<String>()
            };
            assert_eq!(keep(&run(text, Language::Ru)), keep(text));
        }
        assert_eq!(run("8-800-100-20-30", Language::Ru), "8-800-100-20-30");
    }

    #[test]
    fn hidden_characters_go_and_lines_stay() {
        assert_eq!(
            run("a\u{202E}b\u{0}\r\nc \t d\u{FEFF}", Language::En),
            "ab\nc d"
        );
    }
}
