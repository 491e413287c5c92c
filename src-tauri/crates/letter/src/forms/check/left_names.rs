//! Words that may name somebody, where the words of one letter are taken for another: all of them are left behind.
//!
//! In a public reply such a word is worth a look, and a writer looks; here nobody looks at what was said to somebody
//! else, and a name too much can't be taken back. So whatever the dictionary does not know counts as a name, and so
//! does what it knows where it stands like one. A word too few is written anew.

use super::place::PartPlace;
use super::small_names::{ends_like_a_surname, is_of_a_first_name};
use crate::check::{Finding, Findings, Group, Place, Rule};
use crate::forms::form::Form;
use crate::words::pattern::Pattern;
use russian::name::is_first_name;
use spelling::{Tongue, knows, lack};

const NAME: Rule = Rule::hint("data.name_small").about(Group::Safe);
const UNLOOKED: Rule = Rule::must("data.no_dictionary").about(Group::Safe);

/// Notes what may name somebody in words that are to go into somebody else's letter, at each place; at no place that
/// the words could not be looked at, where the dictionary of their language is missing.
pub fn left_names(form: &Form) -> Vec<Finding> {
    let mut found = Findings::default();
    for (part, one) in form.parts.iter().enumerate() {
        let words = words_of(&one.text);
        let lacking = |word: &Word| lack(word.tongue()).is_some();
        if words.iter().any(|word| word.small && lacking(word)) {
            let ru = "Словаря нет, поэтому имена с маленькой буквы не проверить: слова письма не берутся.";
            let en = "There is no dictionary, so names in small letters can't be told: no words are taken.";
            found.note(UNLOOKED, Place::whole(), ru, en);
            return found.into_list();
        }
        for word in named(&one.text, words) {
            let place = PartPlace::bytes(part, &one.text, word.from, word.to);
            let ru = "Может быть именем, написанным с маленькой буквы: в письмо другому человеку не берётся.";
            let en = "This may be a name in small letters: it does not go into a letter to somebody else.";
            found.note(NAME, form.place(place), ru, en);
        }
    }
    found.into_list()
}

struct Word {
    from: usize,
    to: usize,
    /// In small letters, without accents put above them, however these were coded.
    plain: String,
    /// Whether it begins with a small letter.
    small: bool,
}

impl Word {
    fn tongue(&self) -> Tongue {
        let cyrillic = |c: char| ('\u{400}'..='\u{52f}').contains(&c);
        if self.plain.contains(cyrillic) {
            Tongue::Russian
        } else {
            Tongue::English
        }
    }

    fn is_known(&self) -> bool {
        let known = |word: &str| word.chars().count() < 2 || knows(word, self.tongue());
        SHORT_FORMS.contains(&self.plain.as_str())
            || known(&self.plain)
            || self.plain.contains('-') && self.plain.split('-').all(known)
    }
}

/// What letters write short, which no dictionary has to know.
const SHORT_FORMS: &[&str] = &[
    "ст", "пп", "гл", "абз", "руб", "коп", "тыс", "млн", "млрд", "гг", "др", "пр", "шт", "кг",
    "гр", "мг", "км", "см", "мм", "мл", "кв", "куб", "стр", "тел", "доб", "экз", "мин", "сек",
    "напр", "рф", "гк",
];

fn words_of(text: &str) -> Vec<Word> {
    static WORD: Pattern = Pattern::new(&[r"[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*"]);
    let words = WORD.regex().map(|words| words.find_iter(text));
    let word = |hit: regex::Match<'_>| Word {
        from: hit.start(),
        to: hit.end(),
        plain: plain(hit.as_str()),
        small: hit.as_str().starts_with(char::is_lowercase),
    };
    words.into_iter().flatten().map(word).collect()
}

fn plain(word: &str) -> String {
    let mut plain = String::new();
    for c in word.chars().flat_map(char::to_lowercase) {
        match (c, plain.chars().next_back()) {
            ('\u{306}', Some('и')) => {
                plain.pop();
                plain.push('й');
            }
            ('\u{308}', Some('е')) => {
                plain.pop();
                plain.push('ё');
            }
            ('\u{450}', _) => plain.push('е'),
            ('\u{45d}', _) => plain.push('и'),
            ('’', _) => plain.push('\''),
            (c, _) if c.is_alphabetic() || matches!(c, '-' | '\'') => plain.push(c),
            _ => {}
        }
    }
    plain
}

/// The words in small letters that may name somebody.
fn named(text: &str, words: Vec<Word>) -> Vec<Word> {
    let mut names: Vec<bool> = words
        .iter()
        .map(|word| {
            word.small
                && (!word.is_known()
                    || is_a_first_name(&word.plain)
                    || is_of_a_first_name(&word.plain))
        })
        .collect();
    let touches = |at: usize| text[words[at].to..words[at + 1].from].trim().is_empty();
    // A surname that is a word as well is told by what stands beside it: twice, for names stand in rows.
    for _ in 0..2 {
        for at in 0..words.len() {
            let word = &words[at];
            if names[at]
                || !word.small
                || !ends_like_a_surname(&word.plain)
                || is_common(&word.plain)
            {
                continue;
            }
            let after = at > 0 && touches(at - 1);
            let before = at + 1 < words.len() && touches(at);
            let led = after
                && (leads_to_a_name(&words[at - 1].plain)
                    // «связались с волковым», «передали для орловой»
                    || at > 1
                        && PREPOSITIONS.contains(&words[at - 1].plain.as_str())
                        && touches(at - 2)
                        && leads_to_a_name(&words[at - 2].plain));
            names[at] = led
                || after && (names[at - 1] || does(&word.plain, &words[at - 1].plain))
                || before && (names[at + 1] || does(&word.plain, &words[at + 1].plain));
        }
    }
    let mut names = names.into_iter();
    words
        .into_iter()
        .filter(|_| names.next() == Some(true))
        .collect()
}

/// Forms of first names that are words of every letter. «надежда» is none of them: letters have «надеемся».
const ORDINARY: &str = "рад рада рады раде света свете свету мира мире миру миром марка марки марке марку маркой поля поле \
    полем полю пола полу полы левый левая левой левом левого левое славы надежду тома мая лица или ли им \
    ими сам сама любой любом любая люди людей дана даны март марта марте марту мартом август августа \
    августе августом августу корней";

/// Whether it is a well-known first name in one of its cases, «юле», «олега».
fn is_a_first_name(word: &str) -> bool {
    if ORDINARY.split(' ').any(|one| one == word) || word.chars().count() < 2 {
        return false;
    }
    let letters: Vec<char> = word.chars().collect();
    let but = |n: usize| {
        letters[..letters.len().saturating_sub(n)]
            .iter()
            .collect::<String>()
    };
    let is = |stem: &str, ends: &[&str]| {
        stem.chars().count() > 1
            && ends
                .iter()
                .any(|end| is_first_name(&format!("{stem}{end}")))
    };
    let vowel = matches!(
        letters.last(),
        Some('а' | 'я' | 'у' | 'ю' | 'е' | 'и' | 'ы')
    );
    let long = ["ой", "ей", "ёй", "ою", "ею", "ом", "ем", "ём", "ью"];
    is_first_name(word)
        || vowel && is(&but(1), &["", "а", "я", "й", "ь"])
        || long.iter().any(|end| word.ends_with(end)) && is(&but(2), &["", "а", "я", "й", "ь"])
        || word.ends_with("льва")
        || [
            "льву",
            "львом",
            "льве",
            "павла",
            "павлу",
            "павлом",
            "павле",
            "петра",
            "петру",
            "петром",
        ]
        .contains(&word)
}

/// What may stand between a word that leads to a name and the name.
const PREPOSITIONS: &[&str] = &["с", "со", "у", "к", "ко", "от", "для", "о", "об", "через"];

/// Words of offices that end like surnames, by their beginnings.
fn is_common(word: &str) -> bool {
    static COMMON: Pattern = Pattern::new(&[
        r"^(?:магазин|причин|машин|половин|один|основ|услов|слов|готов|нов|здоров|ключев|деловой|годов|правов|условн)",
    ]);
    COMMON.fits(word)
}

/// Whether a person is named after such a word: whoever works or buys, and whoever is told something.
fn leads_to_a_name(word: &str) -> bool {
    static LEADS: Pattern = Pattern::new(&[
        r"^(?:по|пере|за|до|у|с|со|от|при|на|в|вы|объ)?(?:звонил|сообщил|ответил|писал|помнил|яснил|сказал|говорил|бесед|общал|вязал|обратил|встретил|передал|дал|ручил)",
        r"|^(?:мастер|продав|менеджер|оператор|кассир|сотрудни|клиент|покупател|граждан|господин|госпож|специалист|инженер|врач|доктор|директор|курьер|консультант|администратор|бухгалтер|водител|представител|сосед|коллег|товарищ|эксперт|механик|слесар|монтажник|электрик|сантехник|тренер|преподавател|фамили|зовут|mr|mrs|ms|master|customer|manager)",
    ]);
    LEADS.fits(word)
}

/// Whether a word after one like «соколов», «ильина» says what he or she did.
fn does(name: &str, next: &str) -> bool {
    let ends = |ends: &[&str]| ends.iter().any(|end| next.ends_with(end));
    if name.ends_with(['а', 'я']) {
        ends(&["ла", "лась"])
    } else {
        ends(&["л", "лся"])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::form::FormPart;
    use complaint::{FormKind, Language};
    use prerequisites::skip;

    fn form(text: &str) -> Form {
        Form {
            kind: FormKind::Public,
            language: Language::Ru,
            limit: None,
            parts: vec![FormPart {
                id: "a".into(),
                title: String::new(),
                text: text.into(),
            }],
        }
    }

    fn found(text: &str) -> Vec<String> {
        let left = left_names(&form(text)).into_iter();
        left.map(|f| {
            text.chars()
                .skip(f.start as usize)
                .take((f.end - f.start) as usize)
                .collect()
        })
        .collect()
    }

    #[test]
    fn whatever_may_name_somebody_is_left_behind() {
        if lack(Tongue::Russian).is_some() {
            skip("there is no Russian dictionary");
            return;
        }
        for (text, names) in [
            (
                "Мы позвонили шевченко и ответили юле.",
                &["шевченко", "юле"][..],
            ),
            ("Звонила яна, ей ответил ким.", &["яна", "ким"]),
            ("Ответил ильин, сообщили вере.", &["ильин", "вере"]),
            ("Осмотрел соколов вместе с олегом.", &["соколов", "олегом"]),
            ("Мы связались с волковым насчёт плиты.", &["волковым"]),
            ("Мастер волков осмотрел плиту.", &["волков"]),
            ("Плиту соколов осмотрел дома.", &["соколов"]),
            ("Плиту смотрел зайцев олег.", &["зайцев", "олег"]),
            (
                "Позвонили ива\u{301}нову и никола\u{438}\u{306}.",
                &["ива\u{301}нову", "никола\u{438}\u{306}"],
            ),
            (
                "Говорили с гончаруком и мариной-анной.",
                &["гончаруком", "мариной-анной"],
            ),
        ] {
            assert_eq!(found(text), names, "{text}");
        }
        for text in [
            "Мы проверили товар и вернём деньги по вашей карте в срок до десяти дней.",
            "Приносим извинения, недостаток устраним, просим подойти к пункту выдачи заказов.",
            "Стиральных машин и ножей для блинов, сотрудников, договоров, сроков и заказов.",
            "Мы рассмотрели обращение по существу; сервисный центр подтвердил брак изделия по ст. 18.",
            "В марте любой покупатель найдёт людей, которые левой рукой не правят, и мы всем рады.",
            "Будем рады помочь: магазин вернул оплату, причина была в сборке, продавец готов к осмотру.",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn an_english_letter_is_looked_at_by_its_own_dictionary() {
        if lack(Tongue::English).is_some() {
            skip("there is no English dictionary");
            return;
        }
        assert_eq!(
            found("We called shevchenko about the repair."),
            ["shevchenko"]
        );
        assert_eq!(
            found("We checked the item and will pay the money back."),
            [""; 0]
        );
    }
}
