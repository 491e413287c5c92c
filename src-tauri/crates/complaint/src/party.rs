//! The complainant.

use crate::field::{FieldFault, LINE, filled, no_longer, one_line};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whether a person or an organisation complains.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartyKind {
    #[default]
    Person,
    /// A firm, sole trader's firm, society.
    Organisation,
}

/// Grammatical gender for the letter's wording.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Gender {
    /// To be told from the name.
    #[default]
    Auto,
    M,
    F,
}

/// The cases in which other words about a complainant are to stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CardScope {
    /// The case at hand; what the complainant's other cases say stays as it is.
    #[default]
    ThisCase,
    /// All cases of the complainant.
    EveryCase,
}

/// Digits of a telephone number with its area, without the country.
const PHONE_DIGITS: usize = 10;

/// Who complains and where an answer reaches them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Complainant {
    pub kind: PartyKind,
    /// The name as given, in the nominative: «Соколова Марина Львовна», «ООО «Вектор»».
    /// Empty for an anonymous complaint.
    pub name: String,
    /// Grammatical gender, when the office overrules the guess.
    pub gender: Gender,
    /// The addressee line in the dative, when the office overrules the program.
    pub name_dative: Option<String>,
    /// The salutation («Уважаемая Марина Львовна!»), when overruled.
    pub salutation: Option<String>,
    /// Postal address in one or more lines.
    pub address: String,
    pub email: String,
    /// Telephone, E.164 where it could be read so.
    pub phone: String,
    /// The same number in the groups in which they wrote it, «+7 4822 34-56-78»; empty where they wrote none.
    pub phone_written: String,
    /// The representative who acts for the complainant, with the ground of
    /// authority, in free words.
    pub representative: String,
}

impl Complainant {
    /// Whether nothing says who it is.
    pub fn is_anonymous(&self) -> bool {
        self.name.trim().is_empty()
    }

    /// Whether the e-mail is one to which nothing could be sent. It is kept as they gave it all the same.
    pub fn email_doubtful(&self) -> bool {
        let email = self.email.trim();
        !email.is_empty() && !looks_like_email(email)
    }

    /// The telephone as they wrote it, for people to read.
    pub fn phone_as_written(&self) -> &str {
        if self.phone_written.is_empty() {
            &self.phone
        } else {
            &self.phone_written
        }
    }

    /// Whether digits seem to be missing from the telephone. It is kept as they gave it all the same.
    pub fn phone_doubtful(&self) -> bool {
        let digits = self.phone.chars().filter(char::is_ascii_digit).count();
        (1..PHONE_DIGITS).contains(&digits)
    }

    /// The fields as they are kept: trimmed, one line where a line is meant.
    ///
    /// # Errors
    /// The first field that is too long.
    pub fn checked(self) -> Result<Self, FieldFault> {
        for (field, text) in [
            ("name", &self.name),
            ("email", &self.email),
            ("phone", &self.phone),
            ("phone_written", &self.phone_written),
            ("address", &self.address),
            ("representative", &self.representative),
        ] {
            no_longer(field, text, LINE)?;
        }
        for (field, text) in [
            ("name_dative", &self.name_dative),
            ("salutation", &self.salutation),
        ] {
            no_longer(field, text.as_deref().unwrap_or_default(), LINE)?;
        }
        Ok(Self {
            name: one_line(&self.name),
            email: one_line(&self.email),
            phone: one_line(&self.phone),
            phone_written: one_line(&self.phone_written),
            address: self.address.trim().to_owned(),
            representative: self.representative.trim().to_owned(),
            name_dative: filled(self.name_dative),
            salutation: filled(self.salutation),
            ..self
        })
    }
}

/// Whether an address has one «@» with something on both sides and a dot behind; whether mail arrives there
/// only sending can tell.
pub fn looks_like_email(address: &str) -> bool {
    let parted = address.split_once('@');
    parted.is_some_and(|(box_, host)| !box_.is_empty() && host.contains('.') && !host.contains('@'))
        && !address.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::Complainant;

    #[test]
    fn a_telephone_that_lacks_digits_is_doubtful_and_none_at_all_is_not() {
        let doubtful = |phone: &str| {
            let who = Complainant {
                phone: phone.into(),
                ..Complainant::default()
            };
            who.phone_doubtful()
        };
        assert!(doubtful("12345") && doubtful("555-77-10"));
        assert!(!doubtful("+7 903 555-77-10") && !doubtful("903 555 77 10") && !doubtful(""));
    }

    #[test]
    fn an_address_without_its_place_is_doubtful_and_none_at_all_is_not() {
        let doubtful = |email: &str| {
            let who = Complainant {
                email: email.into(),
                ..Complainant::default()
            };
            who.email_doubtful()
        };
        for good in ["", " ", "m@post.example", " m.s@a.b.example "] {
            assert!(!doubtful(good), "{good}");
        }
        for odd in [
            "без собаки",
            "m@post",
            "@post.example",
            "a@b@c.example",
            "m s@post.example",
        ] {
            assert!(doubtful(odd), "{odd}");
        }
    }
}
