//! The rules about the office itself: its requisites on the letterhead, who
//! signs, and whom it thanks.

use super::Severity;
use super::complete::Pen;
use crate::CaseForLetter;
use crate::requisites::requisite_faults;
use crate::text::LetterText;
use complaint::{Kind, Language, LetterKind};
use russian::requisites::Problem;

/// What a reader, the bank or an inspector would miss or stumble over in what
/// the office says of itself.
pub fn findings(letter: &LetterText, case: &CaseForLetter, pen: &mut Pen<'_>) {
    requisites(case, pen);
    if letter.language == Language::En
        && letter
            .signatory
            .post
            .chars()
            .any(|c| ('а'..='я').contains(&c))
    {
        pen.note(
            "signatory.post_language",
            Severity::Should,
            Some("signatory"),
            "Должность в английском письме стоит по-русски: впишите её здесь или в настройках, «Должность по-английски».",
            "The post stands in Russian in an English letter: write it here, or in the settings under “Post in English”.",
        );
    }
    if letter.kind == LetterKind::Thanks && thanks_for_trouble(case) {
        pen.note(
            "thanks.unsuitable",
            Severity::Must,
            None,
            "Письмо только благодарит, а человек жалуется или требует: ответьте по существу письмом другого вида.",
            "The letter only gives thanks, but the person complains or demands: answer by substance with another kind of letter.",
        );
    }
}

/// Whether there is more to answer than kind words.
fn thanks_for_trouble(case: &CaseForLetter) -> bool {
    !case.demands.is_empty() || matches!(case.kind, Kind::Claim | Kind::Complaint | Kind::Authority)
}

fn requisites(case: &CaseForLetter, pen: &mut Pen<'_>) {
    let own = &case.office.requisites;
    for (field, problem) in requisite_faults(own) {
        // Who signs is looked at in the letter, the telephones where they are typed.
        let Some((ru, en)) = named(field) else {
            continue;
        };
        let missing = problem == Problem::Empty;
        let (rule, severity) = match (field, missing) {
            ("name", _) => ("office.name", Severity::Must),
            ("address", true) => ("office.address", Severity::Must),
            // The post finds an address without its index, only later.
            ("address", false) => ("office.address", Severity::Hint),
            (_, true) => ("office.missing", Severity::Should),
            (_, false) => ("office.wrong", Severity::Should),
        };
        let (what_ru, what_en) = match (field, missing) {
            (_, true) => ("не заполнено", "is missing"),
            ("address", false) => ("нет почтового индекса", "has no postal index"),
            (_, false) => ("похоже на опечатку", "looks mistyped"),
        };
        pen.note(
            rule,
            severity,
            None,
            format!("Реквизиты офиса, {ru}: {what_ru}. Поправьте в настройках."),
            format!("The office's requisites: {en} {what_en}. Mend it in the settings."),
        );
    }
    let blank = |text: &Option<String>| text.as_deref().is_none_or(|t| t.trim().is_empty());
    if blank(&own.phone) && blank(&own.email) {
        pen.note(
            "office.contact",
            Severity::Should,
            None,
            "В реквизитах офиса нет ни телефона, ни электронной почты: человеку некуда обратиться с вопросом.",
            "The office's requisites have neither a telephone nor an e-mail address: there is nowhere to ask.",
        );
    }
}

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
