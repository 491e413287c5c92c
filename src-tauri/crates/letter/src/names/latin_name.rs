//! A Russian name as an English letter has it.

use super::latin::{is_cyrillic, latin};
use super::party::{gender, speaks_of_a_person};
use complaint::Complainant;
use russian::name::{FullName, Order, is_organisation};

/// A name for an English letter.
pub struct LatinName {
    title: Option<&'static str>,
    first: String,
    last: String,
    whole: String,
}

impl LatinName {
    /// «Ms Marina Sokolova», for the address.
    pub fn for_address(&self) -> String {
        self.titled(&self.whole)
    }

    fn titled(&self, name: &str) -> String {
        match self.title {
            Some(title) => format!("{title}\u{a0}{name}"),
            None => name.to_owned(),
        }
    }

    /// «Ms Sokolova», for the salutation.
    pub fn for_salutation(&self) -> String {
        match (self.title, self.last.is_empty()) {
            (Some(_), false) => self.titled(&self.last),
            _ if self.first.is_empty() || self.last.is_empty() => self.whole.clone(),
            _ => format!("{} {}", self.first, self.last),
        }
    }
}

/// A name in Latin letters and, of a person, in the order of English: «Anna Sergeevna Gromova».
pub fn in_english(name: &str) -> String {
    if !is_cyrillic(name) || is_organisation(name) {
        return latin(name);
    }
    let full = FullName::parse(name);
    if full.first.is_empty() || full.last.is_empty() {
        return latin(name);
    }
    latin(&full.in_order(Order::FirstLast))
}

/// The name of a person or firm in Latin letters.
pub fn latin_name(who: &Complainant, name: &str) -> LatinName {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_in_english_order_and_a_firm_as_it_is() {
        for (name, english) in [
            ("Громова Анна Сергеевна", "Anna Sergeevna Gromova"),
            ("Анна Сергеевна Громова", "Anna Sergeevna Gromova"),
            ("John Smith", "John Smith"),
            ("ООО «Вектор»", "OOO «Vektor»"),
            ("Громова", "Gromova"),
        ] {
            assert_eq!(in_english(name), english);
        }
    }
}
