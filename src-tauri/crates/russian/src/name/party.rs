//! Parties to a letter: an organisation declines in its head noun, a sole trader in the person.

use crate::name::full::{FullName, decline_full};
use crate::name::grammar::{Case, Gender};
use crate::name::organisation::{decline_organisation, is_organisation};
use crate::name::paradigm::{HARD, p};
use crate::name::post::decline_post;
use crate::name::word::{apply, lower};

/// What a person's name may follow, in the nominative and lower case.
const STYLES: [&str; 14] = [
    "индивидуальный предприниматель",
    "арбитражный управляющий",
    "финансовый управляющий",
    "глава крестьянского (фермерского) хозяйства",
    "мировой судья",
    "адвокат",
    "нотариус",
    "самозанятый",
    "самозанятая",
    "гражданин",
    "гражданка",
    "господин",
    "госпожа",
    "судья",
];

/// Whether the text names a sole trader: «ИП Иванов И. И.», «И.П. Иванов Иван», «индивидуальный
/// предприниматель Иванов».
#[must_use]
pub fn is_sole_trader(text: &str) -> bool {
    let text = text.trim_start();
    trader(text).is_some()
        || styled(text).is_some_and(|(style, _)| lower(style).starts_with("индивидуальный"))
}

/// The person's name without the form or style before it: «Носов А. А.» of «ИП Носов А. А.», «Соколова»
/// of «гражданка Соколова»; any other text as it stands.
#[must_use]
pub fn without_style(text: &str) -> &str {
    let text = text.trim();
    trader(text)
        .or_else(|| styled(text))
        .map_or(text, |(_, person)| person.trim_start())
}

/// Parts the abbreviated form of a sole trader, with its blank, from the person. «И. П.» before a surname
/// alone are initials: «И. П. Носов».
fn trader(text: &str) -> Option<(&str, &str)> {
    let low = lower(text);
    let (form, dotted) = [
        ("ип", false),
        ("и.п.", true),
        ("и. п.", true),
        ("и.\u{a0}п.", true),
    ]
    .into_iter()
    .find(|(form, _)| {
        low.strip_prefix(form)
            .is_some_and(|rest| rest.starts_with(char::is_whitespace))
    })?;
    // Lower case keeps the count of letters, not of bytes.
    let (at, blank) = text.char_indices().nth(form.chars().count())?;
    let (form, person) = text.split_at(at + blank.len_utf8());
    let whose = FullName::parse(person);
    let named = !person.trim().is_empty() && !is_organisation(person);
    let in_full = !whose.last.is_empty() && !whose.first.is_empty();
    (named && (in_full || !dotted)).then_some((form, person))
}

/// Declines the name of a party for an addressee line or a sentence.
///
/// An organisation with an abbreviated form («ООО «Вектор»») is the same in all cases; «Общество с
/// ограниченной ответственностью …» declines its head noun; of a sole trader («ИП Иванов И. И.»)
/// and of a person with a style («нотариус Иванова И. И.», «г-н Иванов») the person declines, and
/// the style along; everything else is taken as a person's full name.
#[must_use]
pub fn decline_party(text: &str, gender: Option<Gender>, case: Case) -> String {
    if let Some(person) = decline_person_behind(text, gender, case) {
        return person;
    }
    if is_organisation(text) {
        return decline_organisation(text, case);
    }
    decline_full(text, gender, case)
}

/// Declines the name of what is known to be a firm: [`decline_party`], but a name in a shape it
/// doesn't know («Новая мебель») comes back unchanged.
#[must_use]
pub fn decline_firm(text: &str, gender: Option<Gender>, case: Case) -> String {
    decline_person_behind(text, gender, case).unwrap_or_else(|| decline_organisation(text, case))
}

/// The name in a case when a form or style in front shows that a person bears it.
fn decline_person_behind(text: &str, gender: Option<Gender>, case: Case) -> Option<String> {
    let trimmed = text.trim_start();
    let lead = &text[..text.len() - trimmed.len()];
    if let Some((form, person)) = trader(trimmed) {
        return Some(format!(
            "{lead}{form}{}",
            decline_full(person, gender, case)
        ));
    }
    let (style, person) = styled(trimmed)?;
    Some(format!(
        "{lead}{}{}",
        decline_style(style, case),
        decline_full(person, gender.or_else(|| gender_of_style(style)), case)
    ))
}

/// Parts the style, with its blank, from the person. A surname that is a style as well («Адвокат Иван
/// Петрович») stays with the name.
fn styled(text: &str) -> Option<(&str, &str)> {
    let low = lower(text);
    let short = ["г-н", "г-жа"];
    let style = STYLES.iter().chain(&short).find(|style| {
        low.strip_prefix(*style)
            .is_some_and(|rest| rest.starts_with(char::is_whitespace))
    })?;
    // Lower case keeps the count of letters, not of bytes.
    let (at, blank) = text.char_indices().nth(style.chars().count())?;
    let (style_as_written, person) = text.split_at(at + blank.len_utf8());
    let whose = FullName::parse(person);
    let a_name = !whose.last.is_empty() || style.contains(' ') || short.contains(style);
    (a_name && !person.trim().is_empty() && !is_organisation(person))
        .then_some((style_as_written, person))
}

fn decline_style(style: &str, case: Case) -> String {
    let word = style.trim_end();
    let blank = &style[word.len()..];
    let declined = match lower(word).as_str() {
        "г-н" => apply(word, &HARD, case),
        "г-жа" => apply(word, &p(1, ["и", "е", "у", "ой", "е"]), case),
        _ => decline_post(word, case),
    };
    format!("{declined}{blank}")
}

fn gender_of_style(style: &str) -> Option<Gender> {
    match lower(style.trim_end()).as_str() {
        "г-н" | "господин" | "гражданин" | "самозанятый" => {
            Some(Gender::Male)
        }
        "г-жа" | "госпожа" | "гражданка" | "самозанятая" => {
            Some(Gender::Female)
        }
        _ => None,
    }
}
