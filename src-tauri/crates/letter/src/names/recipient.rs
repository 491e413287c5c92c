//! The lines that address a body or firm, or a person there.

use super::addressee::addressee;
use super::own_form::with_own_forms;
use crate::case::{CaseForLetter, Recipient};
use crate::words::clean::clean_line;
use complaint::Language;
use russian::name::{Case, decline_post};

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
    let name = addressee(&with_own_forms(&person, case, language), language);
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
