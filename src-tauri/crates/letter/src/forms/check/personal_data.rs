//! Personal data in a text that strangers will read: names in any case of
//! declension, telephones, addresses, numbers of orders.

use super::place::{PartPlace, folded, places};
use crate::case::CaseForLetter;
use crate::check::{Findings, Group, Rule, address_pattern, illnesses_told};
use crate::forms::form::Form;
use crate::forms::lexicon::lexicon;
use crate::names::latin::latin;
use crate::words::named_sums::named_sums;
use crate::words::pattern::Pattern;
use chrono::Datelike;
use complaint::{Complainant, Matter};
use regex::Regex;
use russian::name::{Case, FullName, Gender, is_sole_trader, without_style};
use std::collections::BTreeSet;

/// Notes what a public form must not tell of a person.
pub fn personal_data(form: &Form, case: &CaseForLetter, found: &mut Findings) {
    for (what, place) in personal(form, case) {
        let (ru, en) = said(what);
        let rule = Rule::must(rule(what)).about(Group::Safe);
        found.note(rule, form.place(place), ru, en);
        if strikes(what) {
            found.suggest(String::new());
        }
    }
}

/// What sort of personal data a place holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Personal {
    Name,
    Phone,
    Email,
    Address,
    /// A number of an order, a contract, a case.
    Number,
    /// A sum, which tells one customer from another.
    Sum,
    /// Something about somebody's health.
    Health,
}

fn rule(what: Personal) -> &'static str {
    match what {
        Personal::Name => "data.name",
        Personal::Phone => "data.phone",
        Personal::Email => "data.email",
        Personal::Address => "data.address",
        Personal::Number => "data.number",
        Personal::Sum => "data.sum",
        Personal::Health => "data.health",
    }
}

fn said(what: Personal) -> (&'static str, &'static str) {
    match what {
        Personal::Name => (
            "Имя в публичном ответе — персональные данные (152-ФЗ): обратитесь без имени.",
            "A name in a public reply is personal data: write without it.",
        ),
        Personal::Phone => (
            "Чужой номер телефона в публичном ответе — персональные данные.",
            "Somebody’s telephone number in a public reply is personal data.",
        ),
        Personal::Email => (
            "Чужой адрес почты в публичном ответе — персональные данные.",
            "Somebody’s e-mail address in a public reply is personal data.",
        ),
        Personal::Address => (
            "Адрес в публичном ответе — персональные данные.",
            "An address in a public reply is personal data.",
        ),
        Personal::Number => (
            "По номеру заказа, договора или обращения человека можно узнать: публично его не называют.",
            "The number of an order, a contract or a case tells who it is about: it is not for the public.",
        ),
        Personal::Sum => (
            "Сумма помогает узнать человека и его покупку: публично её не называют.",
            "A sum helps to tell the person and the purchase: it is not for the public.",
        ),
        Personal::Health => (
            "Сведения о здоровье и лечении публично не обсуждают (323-ФЗ, ст. 13).",
            "Health and treatment are never discussed in public (323-FZ, article 13).",
        ),
    }
}

/// Whether striking the place out mends it.
fn strikes(what: Personal) -> bool {
    match what {
        Personal::Phone | Personal::Email | Personal::Number | Personal::Address => true,
        Personal::Name | Personal::Sum | Personal::Health => false,
    }
}

/// What of a complaint tells whose it is. Of every field it is said here whether it does, so that one that is added
/// can't go by unseen.
struct Telling<'a> {
    names: [&'a str; 2],
    gender: complaint::Gender,
    phone: &'a str,
    address: &'a str,
    /// Numbers that stand for one order, letter or case alone.
    numbers: [&'a str; 3],
}

impl<'a> Telling<'a> {
    fn of(case: &'a CaseForLetter) -> Self {
        let Matter {
            // What many messages have in common.
            kind: _,
            regime: _,
            channel: _,
            // Found in the text by their looks: any date is harmless, any sum is not.
            their_date: _,
            price: _,
            // What the message is about is what a public reply speaks of.
            subject: _,
            their_number,
            order,
            complainant,
        } = &case.matter;
        let Complainant {
            kind: _,
            name,
            gender,
            // Forms of the name, which are made from it.
            name_dative: _,
            salutation: _,
            // Found in the text by its looks, whosever it is.
            email: _,
            address,
            phone,
            // The same number.
            phone_written: _,
            representative,
        } = complainant;
        Self {
            names: [name, representative],
            gender: *gender,
            phone,
            address,
            numbers: [order, &case.number, their_number],
        }
    }
}

/// Every form in which the complainant's name can stand, folded.
fn name_forms(case: &CaseForLetter) -> BTreeSet<String> {
    let telling = Telling::of(case);
    let gender = match telling.gender {
        complaint::Gender::M => Some(Gender::Male),
        complaint::Gender::F => Some(Gender::Female),
        complaint::Gender::Auto => None,
    };
    let mut forms = BTreeSet::new();
    for name in telling.names {
        let name: String = name.chars().take(200).collect();
        let full = FullName::parse(&name);
        let mut add = |text: &str| {
            for word in words(text) {
                if word.1.chars().count() >= 3 && word.1.chars().any(char::is_alphabetic) {
                    forms.insert(folded(word.1));
                    forms.insert(folded(&latin(word.1)));
                }
            }
        };
        add(&name);
        let genders = match gender {
            Some(one) => vec![Some(one)],
            None => vec![None, Some(Gender::Male), Some(Gender::Female)],
        };
        for gender in genders {
            for case in Case::ALL {
                let declined = full.decline(gender, case);
                for part in [&declined.last, &declined.first, &declined.middle] {
                    add(part);
                }
            }
        }
    }
    // What stands in a firm's name gives nobody away, and neither do the words
    // of its form.
    let own = &case.office.requisites.name;
    if !is_sole_trader(own) {
        for (_, word) in words(own) {
            forms.remove(&folded(word));
        }
    }
    for word in ["ооо", "зао", "пао", "ип", "общество", "компания", "магазин"]
    {
        forms.remove(word);
    }
    forms
}

/// A sole trader's own name in every case, whole or in part, which is no secret: it is the shop's.
fn own_name(case: &CaseForLetter) -> Option<Regex> {
    let office = &case.office.requisites.name;
    if !is_sole_trader(office) {
        return named_after(office);
    }
    let full = FullName::parse(without_style(office));
    let mut ways = BTreeSet::new();
    for one in Case::ALL {
        let FullName {
            last,
            first,
            middle,
            ..
        } = full.decline(None, one);
        let initials = |text: &str| text.chars().next().map(|c| format!("{c}."));
        let short = [initials(&first), initials(&middle)];
        let short: Vec<String> = short.into_iter().flatten().collect();
        let short = short.join(" ");
        for way in [
            [&last, &first, &middle].as_slice(),
            &[&first, &middle, &last],
            &[&first, &middle],
            &[&last, &first],
            &[&first, &last],
            &[&last, &short],
            &[&short, &last],
        ] {
            let parts: Vec<String> = way
                .iter()
                .filter(|part| !part.is_empty())
                .map(|part| regex::escape(&folded(part)).replace(' ', r"\s*"))
                .collect();
            if parts.len() > 1 {
                ways.insert(parts.join(r"\s+"));
            }
        }
    }
    // The longest first, for the first that fits is taken.
    let mut ways: Vec<String> = ways.into_iter().collect();
    complaint::order::by_key(&mut ways, |way| std::cmp::Reverse(way.len()));
    Regex::new(&ways.join("|")).ok()
}

/// The name of a firm as a whole, and what stands in it behind its first word: a firm that is named after its owner,
/// «Клиника Ивана Петровича», tells nothing of whoever complains, in whatever case its first word stands.
fn named_after(office: &str) -> Option<Regex> {
    const FORMS: [&str; 6] = ["ооо", "зао", "пао", "ао", "llc", "ltd"];
    let own: Vec<String> = words(office)
        .into_iter()
        .map(|(_, word)| folded(word))
        .filter(|word| !FORMS.contains(&word.as_str()))
        .collect();
    let ways: Vec<String> = [own.get(..), own.get(1..)]
        .into_iter()
        .flatten()
        .filter(|words| words.len() > 1)
        .map(|words| words.join(r"[\s«»]+"))
        .collect();
    if ways.is_empty() {
        return None;
    }
    Regex::new(&ways.join("|")).ok()
}

/// Words of a text with their places in bytes.
fn words(text: &str) -> Vec<(usize, &str)> {
    static WORD: Pattern = Pattern::new(&[r"[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*"]);
    WORD.regex()
        .map(|w| w.find_iter(text).map(|m| (m.start(), m.as_str())).collect())
        .unwrap_or_default()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The last ten digits of a telephone number, whatever stands before them; «доб. 12» is none of it.
fn phone_key(text: &str) -> String {
    let low = folded(text);
    let number = low.split(|c: char| c.is_alphabetic() || ",;#".contains(c));
    let number = number.max_by_key(|part| digits(part).len());
    let all = digits(number.unwrap_or_default());
    let from = all.len().saturating_sub(10);
    all[from..].to_owned()
}

/// All personal data in the form.
fn personal(form: &Form, case: &CaseForLetter) -> Vec<(Personal, PartPlace)> {
    let mut found = Vec::new();
    let forms = name_forms(case);
    let own_name = own_name(case);
    let their_address = address_pattern(Telling::of(case).address);
    let their_address = their_address.and_then(|pattern| Regex::new(&pattern).ok());
    for (part, one) in form.parts.iter().enumerate() {
        let text = one.text.as_str();
        let mut see = |what: Personal, places: Vec<PartPlace>| {
            found.extend(places.into_iter().map(|place| (what, place)));
        };
        let at = |from: usize, len: usize| PartPlace::bytes(part, text, from, from + len);
        let ours: Vec<PartPlace> = own_name
            .iter()
            .flat_map(|pattern| places(part, text, pattern))
            .collect();
        let of_others = |place: &PartPlace| {
            let within = |ours: &PartPlace| ours.start <= place.start && place.end <= ours.end;
            !ours.iter().any(within)
        };
        see(
            Personal::Name,
            named(text, &forms)
                .into_iter()
                .map(|(f, l)| at(f, l))
                .filter(of_others)
                .collect(),
        );
        let addressed = their_address.iter();
        see(
            Personal::Address,
            addressed
                .flat_map(|pattern| places(part, text, pattern))
                .collect(),
        );
        let ill = illnesses_told(text, case).into_iter();
        see(
            Personal::Health,
            ill.map(|(start, end)| PartPlace { part, start, end })
                .collect(),
        );
        see(
            Personal::Email,
            emails(text, case)
                .into_iter()
                .map(|(f, l)| at(f, l))
                .collect(),
        );
        see(
            Personal::Phone,
            phones(text, case)
                .into_iter()
                .map(|(f, l)| at(f, l))
                .collect(),
        );
        see(
            Personal::Number,
            numbers(text, case)
                .into_iter()
                .map(|(f, l)| at(f, l))
                .collect(),
        );
        see(
            Personal::Sum,
            named_sums(text)
                .into_iter()
                .map(|n| at(n.place.start, n.place.len()))
                .collect(),
        );
        if let Some(lexicon) = lexicon(form.language) {
            see(Personal::Number, places(part, text, &lexicon.reference));
            see(Personal::Address, places(part, text, &lexicon.address));
            see(Personal::Health, places(part, text, &lexicon.health));
        }
    }
    // One place is one finding, the first that was seen.
    let mut kept: Vec<(Personal, PartPlace)> = Vec::new();
    for (what, place) in found {
        let overlaps = kept
            .iter()
            .any(|(_, k)| k.part == place.part && k.start < place.end && place.start < k.end);
        if !overlaps {
            kept.push((what, place));
        }
    }
    kept
}

/// Names of the complainant, and any patronymic, which no ordinary word is.
fn named(text: &str, forms: &BTreeSet<String>) -> Vec<(usize, usize)> {
    static PATRONYMIC: Pattern =
        Pattern::new(&[r"^\p{Lu}\p{Ll}{2,}(?:ович|евич|ьич|овн|евн|иничн)(?:[ауеойыиям]{0,3})$"]);
    words(text)
        .into_iter()
        .filter(|(_, word)| {
            forms.contains(&folded(word)) && word.chars().next().is_some_and(char::is_uppercase)
                || PATRONYMIC.regex().is_some_and(|p| p.is_match(word))
        })
        .map(|(from, word)| (from, word.len()))
        .collect()
}

fn emails(text: &str, case: &CaseForLetter) -> Vec<(usize, usize)> {
    static EMAIL: Pattern = Pattern::new(&[r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"]);
    let own = case.office.requisites.email.as_deref().unwrap_or_default();
    let Some(pattern) = EMAIL.regex() else {
        return Vec::new();
    };
    pattern
        .find_iter(text)
        .filter(|m| !m.as_str().eq_ignore_ascii_case(own.trim()))
        .map(|m| (m.start(), m.len()))
        .collect()
}

fn phones(text: &str, case: &CaseForLetter) -> Vec<(usize, usize)> {
    static PHONE: Pattern = Pattern::new(&[r"\+?\d(?:[\s\u{a0}().-]{0,2}\d){6,18}"]);
    let own = phone_key(case.office.requisites.phone.as_deref().unwrap_or_default());
    let theirs = phone_key(Telling::of(case).phone);
    let Some(pattern) = PHONE.regex() else {
        return Vec::new();
    };
    pattern
        .find_iter(text)
        .filter(|m| {
            let key = phone_key(m.as_str());
            // What has more digits is a card or an account.
            if digits(m.as_str()).len() > 12 {
                return false;
            }
            if !own.is_empty() && own.ends_with(&key) {
                return false;
            }
            key.len() == 10 || theirs.len() == 10 && theirs.ends_with(&key)
        })
        .map(|m| (m.start(), m.len()))
        .collect()
}

/// Numbers of the order, the case and the letters, wherever they stand.
fn numbers(text: &str, case: &CaseForLetter) -> Vec<(usize, usize)> {
    static TOKEN: Pattern = Pattern::new(&[r"[\p{L}\d]+(?:[-/][\p{L}\d]+)*"]);
    let Some(pattern) = TOKEN.regex() else {
        return Vec::new();
    };
    let own = phone_key(case.office.requisites.phone.as_deref().unwrap_or_default());
    let mut known: BTreeSet<String> = BTreeSet::new();
    for source in Telling::of(case).numbers {
        for token in pattern.find_iter(source) {
            let folded = folded(token.as_str());
            if digits(&folded).len() >= 3 && folded.parse::<i32>() != Ok(case.received_on.year()) {
                known.insert(folded);
            }
        }
    }
    pattern
        .find_iter(text)
        .filter(|m| known.contains(&folded(m.as_str())) && !own.ends_with(m.as_str()))
        .map(|m| (m.start(), m.len()))
        .collect()
}
