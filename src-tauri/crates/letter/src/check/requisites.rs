//! The office's own requisites, which its letterhead shows.

use super::finding::{Findings, Place, Rule};
use crate::case::CaseForLetter;
use crate::requisites::requisite_faults;
use russian::requisites::Problem;

/// Notes what a reader, the bank or an inspector would miss or stumble over in
/// what the office says of itself.
pub fn check(case: &CaseForLetter, found: &mut Findings) {
    let own = &case.office.requisites;
    for (field, problem) in requisite_faults(own) {
        // Who signs is looked at in the letter, the telephones where they are typed.
        let Some((ru, en)) = named(field) else {
            continue;
        };
        let missing = problem == Problem::Empty;
        let rule = match (field, missing) {
            ("name", _) => Rule::must("office.name"),
            ("address", true) => Rule::must("office.address"),
            // The post finds an address without its index, only later.
            ("address", false) => Rule::hint("office.address"),
            (_, true) => Rule::should("office.missing"),
            (_, false) => Rule::should("office.wrong"),
        };
        let (what_ru, what_en) = match (field, missing) {
            (_, true) => ("не заполнено", "is missing"),
            ("address", false) => ("нет почтового индекса", "has no postal index"),
            (_, false) => ("похоже на опечатку", "looks mistyped"),
        };
        found.note(
            rule,
            Place::whole(),
            format!("Реквизиты офиса, {ru}: {what_ru}. Поправьте в настройках."),
            format!("The office's requisites: {en} {what_en}. Mend it in the settings."),
        );
    }
    let blank = |text: &Option<String>| text.as_deref().is_none_or(|t| t.trim().is_empty());
    if blank(&own.phone) && blank(&own.email) {
        found.note(Rule::should("office.contact"), Place::whole(), "В реквизитах офиса нет ни телефона, ни электронной почты: человеку некуда обратиться с вопросом.", "The office's requisites have neither a telephone nor an e-mail address: there is nowhere to ask.");
    }
}

/// What a field is called, in both languages.
fn named(field: &str) -> Option<(&'static str, &'static str)> {
    Some(match field {
        "name" => ("название", "the name"),
        "inn" => ("ИНН", "the INN"),
        "kpp" => ("КПП", "the KPP"),
        "ogrn" => ("ОГРН", "the OGRN"),
        "address" => ("адрес", "the address"),
        "phone" => ("телефон", "the telephone"),
        "email" => ("электронная почта", "the e-mail address"),
        "bank.bic" => ("БИК", "the BIC"),
        "bank.account" => ("расчётный счёт", "the account"),
        "bank.correspondent" => ("корреспондентский счёт", "the correspondent account"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::case;
    use crate::check::finding::Severity;
    use complaint::Requisites;

    fn office(change: impl FnOnce(&mut Requisites)) -> Vec<(String, Severity)> {
        let mut case = case(Vec::new());
        change(&mut case.office.requisites);
        let found = Findings::of(|found| check(&case, found)).into_list();
        found.into_iter().map(|f| (f.rule, f.severity)).collect()
    }

    #[test]
    fn what_the_office_says_of_itself_is_looked_at() {
        let is = |found: Vec<(String, Severity)>, rule: &str, severity| {
            assert_eq!(found, [(rule.to_owned(), severity)]);
        };
        assert!(office(|_| {}).is_empty());
        is(office(|r| r.name.clear()), "office.name", Severity::Must);
        is(
            office(|r| r.address.clear()),
            "office.address",
            Severity::Must,
        );
        is(
            office(|r| r.address = "Санкт-Петербург".into()),
            "office.address",
            Severity::Hint,
        );
        is(
            office(|r| r.inn.clear()),
            "office.missing",
            Severity::Should,
        );
        is(
            office(|r| r.inn = "7827004527".into()),
            "office.wrong",
            Severity::Should,
        );
        let mute = office(|r| {
            r.phone = None;
            r.email = Some(" ".into());
        });
        is(mute, "office.contact", Severity::Should);
    }
}
