//! Parties to a letter: an organisation's name stays, a sole trader's person declines.

use crate::name::full::decline_full;
use crate::name::grammar::{Case, Gender};
use crate::name::post::decline_post;
use crate::name::word::lower;

/// Abbreviated legal forms that mark an organisation.
const FORMS: &[&str] = &[
    "ООО", "ОДО", "АО", "ЗАО", "ОАО", "ПАО", "НПАО", "НКО", "АНО", "НКФ", "КФХ", "ТСЖ", "ТСН",
    "СНТ", "ДНТ", "ГСК", "ЖСК", "ЖК", "УК", "ПК", "СПК", "ГУП", "МУП", "ФГУП", "ФГБУ", "ФГАУ",
    "ФБУ", "ГБУ", "ГБУЗ", "ГКУ", "ГАУ", "МБУ", "МКУ", "МАУ", "МБОУ", "МАОУ", "ЧОУ", "ЧУ", "НОУ",
    "КБ", "АКБ", "НП", "СРО", "ПТ", "КТ", "РОО", "МОО", "ООО,",
];

/// Legal forms in full, by their first word or words, in lower case.
const FORMS_IN_FULL: &[&str] = &[
    "общество",
    "акционерное общество",
    "публичное",
    "непубличное",
    "закрытое",
    "открытое",
    "товарищество",
    "некоммерческая",
    "автономная некоммерческая",
    "фонд",
    "союз",
    "ассоциация",
    "кооператив",
    "управление",
    "управляющая компания",
    "администрация",
    "министерство",
    "инспекция",
    "прокуратура",
    "государственное",
    "муниципальное",
    "федеральное",
    "банк",
    "торговый дом",
    "фирма",
    "компания",
    "магазин",
];

/// Whether the text names an organisation: a legal form in front, or a name in quotes.
///
/// A sole trader («ИП Иванов») is a person.
#[must_use]
pub fn is_organisation(text: &str) -> bool {
    let text = text.trim();
    let first = text.split_whitespace().next().unwrap_or("");
    let low = lower(text);
    FORMS.contains(&first.trim_end_matches(','))
        || FORMS_IN_FULL.iter().any(|form| {
            low.strip_prefix(form)
                .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        })
        || text.contains(['«', '"', '“', '„'])
}

/// The abbreviated form before a sole trader's name.
const TRADERS: [&str; 2] = ["ИП ", "ИП\u{a0}"];

/// Whether the text names a sole trader by the abbreviated form: «ИП Иванов И. И.»
#[must_use]
pub fn is_sole_trader(text: &str) -> bool {
    TRADERS.iter().any(|form| text.starts_with(form))
}

/// Declines the name of a party for an addressee line or a sentence.
///
/// An organisation with an abbreviated form («ООО «Вектор»») is the same in all cases; «Общество с
/// ограниченной ответственностью …» declines its head noun; of a sole trader («ИП Иванов И. И.»)
/// the person declines; everything else is taken as a person's full name.
#[must_use]
pub fn decline_party(text: &str, gender: Option<Gender>, case: Case) -> String {
    let trimmed = text.trim_start();
    let lead = &text[..text.len() - trimmed.len()];
    for form in TRADERS {
        if let Some(person) = trimmed.strip_prefix(form) {
            return format!("{lead}{form}{}", decline_full(person, gender, case));
        }
    }
    const TRADER: &str = "индивидуальный предприниматель ";
    if lower(trimmed).starts_with(TRADER) {
        let (post, person) = trimmed.split_at(
            trimmed
                .char_indices()
                .nth(TRADER.chars().count())
                .map_or(trimmed.len(), |(at, _)| at),
        );
        return format!(
            "{lead}{}{}",
            decline_post(post, case),
            decline_full(person, gender, case)
        );
    }
    if is_organisation(trimmed) {
        return format!("{lead}{}", decline_form_in_full(trimmed, case));
    }
    decline_full(text, gender, case)
}

/// Declines a neuter legal form written out: «акционерное общество» — «акционерному обществу».
fn decline_form_in_full(text: &str, case: Case) -> String {
    if case == Case::Nominative {
        return text.to_owned();
    }
    let adjective = match case {
        Case::Genitive => "ого",
        Case::Dative => "ому",
        Case::Accusative | Case::Nominative => "ое",
        Case::Instrumental => "ым",
        Case::Prepositional => "ом",
    };
    let noun = match case {
        Case::Genitive => "а",
        Case::Dative => "у",
        Case::Accusative | Case::Nominative => "о",
        Case::Instrumental => "ом",
        Case::Prepositional => "е",
    };
    let mut out = String::with_capacity(text.len() + 8);
    let mut open = true;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        let low = lower(bare);
        let replaced = if !open {
            None
        } else if matches!(low.as_str(), "общество" | "товарищество") {
            open = false;
            bare.char_indices().next_back().map(|(at, c)| (at, c, noun))
        } else if low.ends_with("ное") || low.ends_with("тое") {
            bare.char_indices()
                .nth_back(1)
                .map(|(at, c)| (at, c, adjective))
        } else {
            open = false;
            None
        };
        match replaced {
            Some((at, c, ending)) if c.is_uppercase() => {
                out.push_str(&bare[..at]);
                out.push_str(&ending.to_uppercase());
                out.push_str(&word[bare.len()..]);
            }
            Some((at, _, ending)) => {
                out.push_str(&bare[..at]);
                out.push_str(ending);
                out.push_str(&word[bare.len()..]);
            }
            None => out.push_str(word),
        }
    }
    out
}
