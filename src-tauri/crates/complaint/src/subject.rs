//! The subject of a complaint: as typed, or out of the complainant's words.

use crate::field::{cut_to, one_line};

/// Characters of a subject that is typed: it stands on one line of the register and in letters.
pub(crate) const SUBJECT_TYPED: usize = 200;
/// Characters of a subject that is taken from the first words of the text.
const SUBJECT: usize = 80;
/// Characters of a line that may be a greeting and nothing more.
const GREETING: usize = 40;
/// Characters of a first sentence that tells enough by itself.
const TELLING: usize = 15;
/// How a letter begins before it says anything.
const GREETINGS: &[&str] = &[
    "здравствуйте",
    "добрый день",
    "добрый вечер",
    "доброе утро",
    "hello",
    "dear",
];

/// The beginning of a subject that is longer than one may be, ending in an ellipsis.
pub fn cut_to_subject(text: &str) -> Option<String> {
    cut_to(text, SUBJECT_TYPED)
}

/// The subject as typed, or the first words of the text that say something.
pub(crate) fn subject_of(subject: &str, text: &str) -> String {
    let subject = one_line(subject);
    if !subject.is_empty() {
        return subject;
    }
    subject_from(text)
}

/// The first words of a complaint that say something, as its subject: behind the greeting, on its line or on the next.
pub fn subject_from(text: &str) -> String {
    let mut lines = text.lines().map(one_line).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    let line = match behind_greeting(&first) {
        Some("") => lines.next().unwrap_or(first),
        Some(said) => capitalised(said),
        None => first,
    };
    let mut short = String::new();
    // Where the last whole sentence ends that tells enough.
    let mut whole = 0;
    for word in line.split(' ') {
        if ends_a_sentence(&short) && word.starts_with(char::is_uppercase) {
            whole = short.len();
        }
        if short.chars().count() + word.chars().count() > SUBJECT {
            if whole > 0 {
                short.truncate(whole);
                break;
            }
            let said =
                short.trim_end_matches(['.', ',', ';', ':', '!', '?', '…', '–', '—', '-', ' ']);
            short.truncate(said.len());
            short.push('…');
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short
}

/// Whether a sentence may end here: not behind an initial or «ул.», and not before it has told anything.
fn ends_a_sentence(said: &str) -> bool {
    if said.ends_with(['!', '?']) {
        return said.chars().count() >= TELLING;
    }
    said.strip_suffix('.').is_some_and(|head| {
        let last = head.rsplit([' ', '.']).next().unwrap_or("");
        said.chars().count() >= TELLING && last.chars().count() > 2 && !head.ends_with('.')
    })
}

/// What a line says behind its greeting; none where it has none.
fn behind_greeting(line: &str) -> Option<&str> {
    let low = line.to_lowercase();
    GREETINGS.iter().find(|word| low.starts_with(**word))?;
    // A greeting ends with its mark, or fills a short line.
    match line
        .char_indices()
        .find(|(_, c)| matches!(c, '!' | ',' | '.'))
    {
        Some((end, _)) if line[..end].chars().count() < GREETING => {
            Some(line[end + 1..].trim_start_matches(['!', '.', ' ']))
        }
        Some(_) | None => (line.chars().count() < GREETING).then_some(""),
    }
}

fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_comes_from_the_first_words_that_say_something() {
        assert_eq!(subject_of(" Чайник  течёт ", "…"), "Чайник течёт");
        assert_eq!(
            subject_of("", "Здравствуйте!\n\nЧайник течёт."),
            "Чайник течёт."
        );
        for (text, subject) in [
            (
                "Здравствуйте! Купила чайник, он течёт.",
                "Купила чайник, он течёт.",
            ),
            ("Добрый день, купила чайник", "Купила чайник"),
            ("Здравствуйте!!! \nЧайник течёт", "Чайник течёт"),
            ("Dear Sir, the kettle leaks", "The kettle leaks"),
            ("Добрый день", "Добрый день"),
            ("Здравствуйте!", "Здравствуйте!"),
        ] {
            assert_eq!(subject_of("", text), subject);
        }
        assert_eq!(subject_of("", "\n \n"), "");
        let long = subject_of("", &"слово ".repeat(60));
        assert!(long.chars().count() <= 82 && long.ends_with('…'), "{long}");
        let sentence = subject_of(
            "",
            &format!("{}течёт... Верните деньги", "слово ".repeat(12)),
        );
        assert!(sentence.ends_with("течёт…"), "{sentence}");
        for (text, subject) in [
            (
                "Купила у вас чайник «Север-2» за 4 590 руб. Через неделю он перестал греть. Прошу вернуть деньги.",
                "Купила у вас чайник «Север-2» за 4 590 руб. Через неделю он перестал греть.",
            ),
            (
                "Чайник не греет! Прошу вернуть деньги за него и за доставку до моего подъезда на ул. Садовой",
                "Чайник не греет!",
            ),
            (
                "Обещали привезти диван на ул. Ленина ещё в прошлый четверг, а не привезли и до сих пор никто не звонил",
                "Обещали привезти диван на ул. Ленина ещё в прошлый четверг, а не привезли и до…",
            ),
        ] {
            assert_eq!(subject_of("", text), subject);
        }
    }
}
