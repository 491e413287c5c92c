//! How people and firms are called in a letter.

use crate::CaseForLetter;
use crate::particulars::Recipient;
use crate::words::clean_line;
use complaint::{Complainant, Gender, Language, NameForm, PartyKind, Signatory};
use russian::name::{Case, FullName, Order, decline_party, decline_post, is_organisation};

/// Longer than any real name; such a text stands as it is.
const LONGEST: usize = 200;

/// The addressee's first line: a citizen's surname and initials in the dative,
/// a firm's name; in English the name in Latin letters. Empty when nobody is named.
pub fn addressee(who: &Complainant, language: Language) -> String {
    if let Some(own) = overruled(who.name_dative.as_deref(), language) {
        return own;
    }
    let name = clean_line(&who.name);
    match language {
        Language::En => latin_name(who, &name).full(),
        Language::Ru if !speaks_of_a_person(who, &name) => {
            decline_party(&name, gender(who), Case::Dative)
        }
        Language::Ru => {
            let full = FullName::parse(&name);
            if full.last.is_empty() || full.first.is_empty() || !is_cyrillic(&name) {
                return decline_party(&name, gender(who), Case::Dative);
            }
            let name = full
                .decline(gender(who), Case::Dative)
                .initials(Order::LastFirst);
            // Without a patronymic a bare surname sounds curt.
            let title = match gender(who).or_else(|| full.gender()) {
                Some(russian::name::Gender::Male) if full.middle.is_empty() => "г-ну\u{a0}",
                Some(russian::name::Gender::Female) if full.middle.is_empty() => "г-же\u{a0}",
                _ => "",
            };
            format!("{title}{name}")
        }
    }
}

/// The salutation, with its closing sign.
pub fn salutation(who: &Complainant, language: Language) -> String {
    if let Some(own) = overruled(who.salutation.as_deref(), language) {
        return own;
    }
    let name = clean_line(&who.name);
    if name.is_empty() || !speaks_of_a_person(who, &name) {
        return match (language, name.is_empty()) {
            (Language::Ru, true) => "Здравствуйте!",
            (Language::Ru, false) => "Уважаемые коллеги!",
            (Language::En, _) => "Dear Sir or Madam,",
        }
        .to_owned();
    }
    match language {
        Language::En => format!("Dear {},", latin_name(who, &name).spoken()),
        Language::Ru => {
            let full = FullName::parse(&name);
            let known = gender(who).or_else(|| full.gender());
            match known {
                None if full.first.chars().count() < 2 || full.first.ends_with('.') => {
                    "Здравствуйте!".to_owned()
                }
                // Nothing shows the gender, and a wrong one offends: the
                // greeting without it is as polite.
                None => format!("Здравствуйте, {}!", plainly(&full)),
                Some(_) => format!("{}!", full.salutation(known)),
            }
        }
    }
}

/// The lines that name a recipient: the person with post and body, or the body
/// alone, in the nominative as the standard has it.
pub fn recipient_addressee(
    who: &Recipient,
    case: &CaseForLetter,
    language: Language,
) -> Vec<String> {
    let organisation = clean_line(&who.organisation);
    let post = clean_line(&who.post);
    let Some(person) = who.person() else {
        return vec![organisation];
    };
    let name = addressee(&with_kept(&person, case, language), language);
    match language {
        Language::En => vec![name, post, organisation],
        Language::Ru if post.is_empty() => vec![organisation, name],
        Language::Ru => vec![
            format!(
                "{} {}",
                decline_post(&post, Case::Dative),
                body_genitive(&organisation)
            )
            .trim()
            .to_owned(),
            name,
        ],
    }
}

/// «Руководителю Управления Роспотребнадзора …»: the head noun of a state body
/// and the adjectives before it in the genitive; any other name as it stands.
fn body_genitive(name: &str) -> String {
    const HEADS: &[(&str, &str)] = &[
        ("управление", "управления"),
        ("министерство", "министерства"),
        ("агентство", "агентства"),
        ("инспекция", "инспекции"),
        ("прокуратура", "прокуратуры"),
        ("администрация", "администрации"),
        ("служба", "службы"),
        ("комитет", "комитета"),
        ("департамент", "департамента"),
        ("отдел", "отдела"),
        ("отделение", "отделения"),
        ("общество", "общества"),
        ("компания", "компании"),
    ];
    let mut out: Vec<String> = Vec::new();
    let mut words = name.split(' ');
    for word in words.by_ref() {
        let low = word.to_lowercase();
        if let Some((_, genitive)) = HEADS.iter().find(|(head, _)| *head == low) {
            let own = if word.starts_with(char::is_uppercase) {
                russian::amount::capitalised(genitive)
            } else {
                (*genitive).to_owned()
            };
            out.push(own);
            out.extend(words.map(str::to_owned));
            return out.join(" ");
        }
        let adjective = [("ая", "ой"), ("ое", "ого"), ("ий", "ого"), ("ый", "ого")];
        let Some((ending, genitive)) = adjective.iter().find(|(e, _)| word.ends_with(*e)) else {
            return name.to_owned();
        };
        out.push(format!("{}{genitive}", word.trim_end_matches(*ending)));
    }
    name.to_owned()
}

/// The salutation to a recipient, with its closing sign.
pub fn recipient_salutation(who: &Recipient, case: &CaseForLetter, language: Language) -> String {
    if let Some(own) = overruled(who.salutation.as_deref(), language) {
        return own;
    }
    match (who.person(), language) {
        (Some(person), _) => salutation(&with_kept(&person, case, language), language),
        (None, Language::Ru) => "Здравствуйте!".to_owned(),
        (None, Language::En) => "Dear colleagues,".to_owned(),
    }
}

fn plainly(full: &FullName) -> String {
    [full.first.as_str(), full.middle.as_str()]
        .into_iter()
        .filter(|p| !p.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A signatory's name as it stands under a letter: initials before the surname.
pub fn signed(name: &str, language: Language) -> String {
    let name = clean_line(name);
    if language == Language::En {
        let full = FullName::parse(&latin(&name));
        return initials_first(&full).unwrap_or_else(|| latin(&name));
    }
    let full = FullName::parse(&name);
    initials_first(&full).unwrap_or(name)
}

fn initials_first(full: &FullName) -> Option<String> {
    (!full.last.is_empty() && !full.first.is_empty()).then(|| full.initials(Order::FirstLast))
}

/// The signatory as a letter of that language names the post.
pub fn signatory(signatory: &Signatory, language: Language) -> Signatory {
    let english = clean_line(&signatory.post_en);
    let post = match language {
        Language::En if !english.is_empty() => english,
        _ => signatory.post.clone(),
    };
    Signatory {
        post,
        post_en: String::new(),
        ..signatory.clone()
    }
}

/// The surname or the firm's name, for a file name.
pub fn short(who: &Complainant) -> String {
    let name = clean_line(&who.name);
    if !speaks_of_a_person(who, &name) {
        return name;
    }
    let full = FullName::parse(&name);
    if full.last.is_empty() {
        name
    } else {
        full.last
    }
}

/// Whether a firm writes: it says so, or its name does.
pub fn is_firm(who: &Complainant) -> bool {
    who.kind == PartyKind::Organisation || is_organisation(&clean_line(&who.name))
}

fn speaks_of_a_person(who: &Complainant, name: &str) -> bool {
    who.kind == PartyKind::Person && name.chars().count() <= LONGEST && !is_organisation(name)
}

fn gender(who: &Complainant) -> Option<russian::name::Gender> {
    match who.gender {
        Gender::Auto => None,
        Gender::M => Some(russian::name::Gender::Male),
        Gender::F => Some(russian::name::Gender::Female),
    }
}

/// The office's own form, if it is one for letters in that language: a form in
/// Cyrillic has no place in an English letter, nor "Dear …" in a Russian one.
fn overruled(text: Option<&str>, language: Language) -> Option<String> {
    let fits = |t: &String| match language {
        Language::En => !is_cyrillic(t),
        Language::Ru => !t.starts_with("Dear "),
    };
    text.map(clean_line).filter(|t| !t.is_empty()).filter(fits)
}

/// The same person with the forms that were kept for this name, where the
/// card itself overrules nothing.
pub fn with_kept(who: &Complainant, case: &CaseForLetter, language: Language) -> Complainant {
    let kept = |form: NameForm| {
        case.kept_names
            .iter()
            .find(|k| k.form == form && k.language == language && k.name == who.name)
            .map(|k| k.words.clone())
    };
    Complainant {
        name_dative: overruled(who.name_dative.as_deref(), language)
            .or_else(|| kept(NameForm::Dative)),
        salutation: overruled(who.salutation.as_deref(), language)
            .or_else(|| kept(NameForm::Salutation)),
        ..who.clone()
    }
}

fn is_cyrillic(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'))
}

/// A name for an English letter.
struct LatinName {
    title: Option<&'static str>,
    first: String,
    last: String,
    whole: String,
}

impl LatinName {
    fn full(&self) -> String {
        self.titled(&self.whole)
    }

    fn titled(&self, name: &str) -> String {
        match self.title {
            Some(title) => format!("{title}\u{a0}{name}"),
            None => name.to_owned(),
        }
    }

    fn spoken(&self) -> String {
        match (self.title, self.last.is_empty()) {
            (Some(_), false) => self.titled(&self.last),
            _ if self.first.is_empty() || self.last.is_empty() => self.whole.clone(),
            _ => format!("{} {}", self.first, self.last),
        }
    }
}

fn latin_name(who: &Complainant, name: &str) -> LatinName {
    let person = speaks_of_a_person(who, name);
    if !person || !is_cyrillic(name) {
        return LatinName {
            title: None,
            first: String::new(),
            last: String::new(),
            whole: latin(name),
        };
    }
    let full = FullName::parse(name);
    let title = gender(who).or_else(|| full.gender()).map(|g| match g {
        russian::name::Gender::Male => "Mr",
        russian::name::Gender::Female => "Ms",
    });
    let (first, last) = (latin(&full.first), latin(&full.last));
    let whole = if first.is_empty() || last.is_empty() {
        latin(name)
    } else {
        format!("{first} {last}")
    };
    LatinName {
        title,
        first,
        last,
        whole,
    }
}

/// Russian letters in Latin ones, as in passports issued since 2014 (ICAO 9303).
pub fn latin(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let chars: Vec<char> = text.chars().collect();
    for (at, &c) in chars.iter().enumerate() {
        let lower = c.to_lowercase().next().unwrap_or(c);
        let Some(plain) = latin_letter(lower) else {
            out.push(c);
            continue;
        };
        if c == lower {
            out.push_str(plain);
            continue;
        }
        // «Щукин» is Shchukin, but «ЩУКИН» is SHCHUKIN.
        let next_is_capital = chars.get(at + 1).is_some_and(|n| n.is_uppercase());
        if next_is_capital {
            out.push_str(&plain.to_uppercase());
        } else {
            out.push_str(&russian::amount::capitalised(plain));
        }
    }
    out
}

fn latin_letter(c: char) -> Option<&'static str> {
    Some(match c {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'й' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' => "ie",
        'ы' => "y",
        'ь' => "",
        'ю' => "iu",
        'я' => "ia",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str) -> Complainant {
        Complainant {
            name: name.into(),
            ..Complainant::default()
        }
    }

    #[test]
    fn people_are_addressed_as_an_office_would() {
        let plain = |text: String| text.replace('\u{a0}', " ");
        for (name, to, hello) in [
            (
                "Соколова Марина Львовна",
                "Соколовой М. Л.",
                "Уважаемая Марина Львовна!",
            ),
            (
                "Николай Петрович Черных",
                "Черных Н. П.",
                "Уважаемый Николай Петрович!",
            ),
            ("", "", "Здравствуйте!"),
        ] {
            let who = person(name);
            assert_eq!(plain(addressee(&who, Language::Ru)), to);
            assert_eq!(plain(salutation(&who, Language::Ru)), hello);
        }
        let firm = Complainant {
            kind: PartyKind::Organisation,
            ..person("ООО «Вектор»")
        };
        assert_eq!(addressee(&firm, Language::Ru), "ООО «Вектор»");
        assert_eq!(salutation(&firm, Language::Ru), "Уважаемые коллеги!");
    }

    #[test]
    fn english_letters_have_latin_names() {
        let who = person("Соколова Марина Львовна");
        assert_eq!(addressee(&who, Language::En), "Ms\u{a0}Marina Sokolova");
        assert_eq!(salutation(&who, Language::En), "Dear Ms\u{a0}Sokolova,");
        assert_eq!(
            salutation(&person("John Smith"), Language::En),
            "Dear John Smith,"
        );
        assert_eq!(
            latin("Щукин ЩУКИН Подъячев"),
            "Shchukin SHCHUKIN Podieiachev"
        );
        assert_eq!(
            signed("Громова Анна Сергеевна", Language::Ru).replace('\u{a0}', " "),
            "А. С. Громова"
        );
    }

    #[test]
    fn who_has_no_patronymic_is_mister_or_madam() {
        for (name, to) in [
            ("Мюллер Анна", "г-же Мюллер А."),
            ("Петров Иван", "г-ну Петрову И."),
            ("Петрова-Водкина Мария Ильинична", "Петровой-Водкиной М. И."),
            ("ИП Соколова Марина Львовна", "ИП Соколовой М. Л."),
            ("ООО «Ромашка»", "ООО «Ромашка»"),
        ] {
            let said = addressee(&person(name), Language::Ru).replace('\u{a0}', " ");
            assert_eq!(said, to, "{name}");
        }
    }

    #[test]
    fn a_head_of_a_body_is_addressed_with_the_body() {
        for (body, to) in [
            (
                "Управление Роспотребнадзора по г. Москве",
                "Управления Роспотребнадзора по г. Москве",
            ),
            (
                "Государственная жилищная инспекция",
                "Государственной жилищной инспекции",
            ),
            ("ООО «Ромашка»", "ООО «Ромашка»"),
            ("Новая мебель", "Новая мебель"),
        ] {
            assert_eq!(body_genitive(body), to);
        }
    }

    #[test]
    fn the_offices_own_form_wins() {
        let who = Complainant {
            name_dative: Some("Дюма Александру".into()),
            salutation: Some("Дорогой Александр!".into()),
            ..person("Дюма Александр")
        };
        assert_eq!(addressee(&who, Language::Ru), "Дюма Александру");
        assert_eq!(salutation(&who, Language::Ru), "Дорогой Александр!");
        // A Russian form has no place in an English letter.
        assert_eq!(addressee(&who, Language::En), "Mr\u{a0}Aleksandr Diuma");
    }
}
