//! Names written in small letters: «мария петровна», «позвонили иванову».

use super::place::PartPlace;
use crate::check::{Findings, Group, Rule};
use crate::forms::form::Form;
use crate::words::pattern::Pattern;
use russian::name::is_first_name;
use russian::stem::stem_word;
use spelling::{Tongue, knows, lack};
use std::collections::BTreeSet;

/// The fewest letters of a word that is looked at; of shorter ones the dictionary lacks too many.
const FEWEST: usize = 4;

/// Notes words that are hardly anything but names in small letters. The dictionary of words tells them, so each is
/// no more than worth a look: a new word may end like a surname. The office's own words are none.
pub fn small_names(form: &Form, own_words: &[String], found: &mut Findings) {
    let rule = Rule::hint("data.name_small").about(Group::Safe);
    let own: BTreeSet<String> = own_words.iter().map(|word| stem_word(word)).collect();
    for (part, one) in form.parts.iter().enumerate() {
        let names = named_small(&one.text).into_iter();
        for (from, word) in names.filter(|(_, word)| !own.contains(&stem_word(word))) {
            let place = PartPlace::bytes(part, &one.text, from, from + word.len());
            let ru = "Похоже на имя, написанное с маленькой буквы: публично людей не называют.";
            let en = "This looks like a name in small letters: nobody is named in public.";
            found.note(rule, form.place(place), ru, en);
        }
    }
}

/// The words, each with its place in bytes.
fn named_small(text: &str) -> Vec<(usize, &str)> {
    static WORD: Pattern = Pattern::new(&[r"[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*"]);
    if lack(Tongue::Russian).is_some() {
        return Vec::new();
    }
    let words = WORD.regex().map(|words| words.find_iter(text));
    words
        .into_iter()
        .flatten()
        .map(|word| (word.start(), word.as_str()))
        .filter(|(_, word)| is_small(word))
        .filter(|(_, word)| {
            is_of_a_first_name(word)
                || !knows(word, Tongue::Russian)
                    && (ends_like_a_surname(word) || knows(&with_capital(word), Tongue::Russian))
        })
        .collect()
}

fn is_small(word: &str) -> bool {
    let is_cyrillic = |c: char| c == 'ё' || ('а'..='я').contains(&c);
    word.chars().count() >= FEWEST && word.chars().all(|c| is_cyrillic(c) || c == '-')
}

fn with_capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

pub(super) fn ends_like_a_surname(word: &str) -> bool {
    static ENDS: Pattern = Pattern::new(&[
        r"[а-яё]{2,}(?:ов|ев|ёв|ин|ын)(?:а|у|ым|ом|ой|е|ы|ых|ыми)?$",
        r"|[а-яё]{2,}(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую)$",
    ]);
    ENDS.regex().is_some_and(|ends| ends.is_match(word))
}

/// Whether it is a surname made from a first name, «иванову», which the dictionary may have as the possessive. Those in
/// «-ин» are left out: «машин» is a word.
pub(super) fn is_of_a_first_name(word: &str) -> bool {
    static SURNAME: Pattern =
        Pattern::new(&[r"^(?P<name>[а-яё]{4,})(?:ов|ев)(?:а|у|ым|ой|е|ы|ых|ыми)?$"]);
    let found = SURNAME.regex().and_then(|it| it.captures(word));
    let name = found.and_then(|it| it.name("name").map(|name| name.as_str().to_owned()));
    name.is_some_and(|name| is_first_name(&name) || is_first_name(&format!("{name}й")))
}

#[cfg(test)]
mod tests {
    use super::{named_small, small_names};
    use crate::check::Findings;
    use crate::forms::form::{Form, FormPart};
    use complaint::{FormKind, Language};
    use spelling::{Tongue, lack};

    #[test]
    fn the_offices_own_words_name_nobody() {
        if lack(Tongue::Russian).is_some() {
            prerequisites::skip("there is no Russian dictionary");
            return;
        }
        let part = FormPart {
            id: "a".into(),
            title: String::new(),
            text: "Партию павербанков вернули, ответила мария.".into(),
        };
        let form = Form {
            kind: FormKind::Public,
            language: Language::Ru,
            limit: None,
            parts: vec![part],
        };
        let told = |own: &[String]| {
            Findings::of(|found| small_names(&form, own, found))
                .list()
                .len()
        };
        assert_eq!(told(&[]), 2);
        assert_eq!(told(&["павербанк".into()]), 1);
    }

    #[test]
    fn names_are_told_from_words() {
        if lack(Tongue::Russian).is_some() {
            prerequisites::skip("there is no Russian dictionary");
            return;
        }
        let found = |text: &'static str| -> Vec<&str> {
            named_small(text)
                .into_iter()
                .map(|(_, word)| word)
                .collect()
        };
        for (text, names) in [
            ("Мы позвонили иванову, деньги вернём.", &["иванову"][..]),
            ("Ответила мария петровна.", &["мария", "петровна"]),
            ("Звонил сидоров олег", &["сидоров", "олег"]),
            ("Письмо кузнецовой отправлено.", &["кузнецовой"]),
            ("Мастер козловский осмотрел плиту.", &["козловский"]),
        ] {
            assert_eq!(found(text), names, "{text}");
        }
        for text in [
            "Мы проверили товар и вернём деньги по вашей карте в срок до десяти дней.",
            "Условный срок основной гарантии, верховный суд, магазин и кассир, недостатков нет.",
            "Приносим извинения, недостаток устраним, просим подойти к пункту выдачи заказов.",
            "Стиральных машин и ножей для блинов, сотрудников, договоров, сроков и заказов.",
            "Мы рассмотрели обращение по существу; сервисный центр подтвердил брак изделия.",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
