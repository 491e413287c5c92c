//! A form of an answer.

use chrono::NaiveDate;
use complaint::{Channel, FormKind, Language};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A form of an answer, as its editor holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Form {
    /// Whether strangers read it, a caller speaks it or a telephone shows it.
    pub kind: FormKind,
    /// Of its words, whatever the letter is in.
    pub language: Language,
    /// Characters it may have; none where nothing limits it.
    #[serde(default)]
    pub limit: Option<u32>,
    /// Its parts: one for a reply and a message, several for a call.
    pub parts: Vec<FormPart>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormPart {
    /// Its id: «reply», «opening», «dont» …
    pub id: String,
    /// What stands above it where a form has several parts.
    pub title: String,
    /// As it will be copied, said or sent.
    pub text: String,
}

impl FormPart {
    /// Whether it quotes what the caller must not say, so that saying it there
    /// promises nothing.
    pub(crate) fn quotes_what_must_not_be_said(&self) -> bool {
        self.id == "dont"
    }
}

/// The letter that the form goes beside, as far as there is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterBeside {
    /// Its outgoing number, once issued.
    pub number: Option<String>,
    /// Its date, once issued.
    pub date: Option<NaiveDate>,
    /// The way it went, once sent.
    pub sent: Option<Channel>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormLength {
    /// Unicode scalar values, line ends included.
    pub chars: u32,
    /// How many text messages it takes; long ones are cut and paid for one by one.
    pub messages: u32,
    /// How many more characters the last of them takes.
    pub room: u32,
}

impl Form {
    /// The whole text as it is copied: titles of parts where there are several.
    pub fn text(&self) -> String {
        match self.parts.as_slice() {
            [one] => one.text.trim().to_owned(),
            parts => {
                let parts: Vec<String> = parts
                    .iter()
                    .map(|p| format!("{}\n{}", p.title, p.text.trim()))
                    .collect();
                parts.join("\n\n")
            }
        }
    }

    pub fn length(&self) -> FormLength {
        let text = self.text();
        // A Latin message holds 160 signs, any other 70; one that is cut gives
        // some of them to the joints.
        let signs: usize = if text.chars().all(is_plain_sign) {
            text.chars()
                .map(|c| if "^{}[]~|\\€".contains(c) { 2 } else { 1 })
                .sum()
        } else {
            text.encode_utf16().count()
        };
        let (alone, joined) = if text.chars().all(is_plain_sign) {
            (160, 153)
        } else {
            (70, 67)
        };
        let messages = match signs {
            0 => 0,
            n if n <= alone => 1,
            n => n.div_ceil(joined),
        };
        let capacity = match messages {
            0 | 1 => alone,
            n => n * joined,
        };
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        FormLength {
            chars: count(text.chars().count()),
            messages: count(messages),
            room: count(capacity.saturating_sub(signs)),
        }
    }
}

/// Whether a sign is of the alphabet that text messages were made for.
fn is_plain_sign(c: char) -> bool {
    matches!(c, '\n' | '\r' | ' '..='_' | 'a'..='~') && c != '`'
        || "£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¡ÄÖÑÜ§¿äöñüà€¤".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str) -> FormLength {
        Form {
            kind: FormKind::Sms,
            language: Language::Ru,
            limit: None,
            parts: vec![FormPart {
                id: "message".into(),
                title: String::new(),
                text: text.into(),
            }],
        }
        .length()
    }

    #[test]
    fn messages_are_counted_as_operators_count_them() {
        for (signs, messages, room) in [(70, 1, 0), (71, 2, 63), (134, 2, 0), (135, 3, 66)] {
            let length = message(&"ж".repeat(signs));
            assert_eq!((length.messages, length.room), (messages, room), "{signs}");
        }
        for (signs, messages) in [(160, 1), (161, 2), (306, 2), (307, 3)] {
            assert_eq!(message(&"a".repeat(signs)).messages, messages, "{signs}");
        }
        assert_eq!(message(&"😀".repeat(35)).messages, 1);
        assert_eq!(message(&"😀".repeat(36)).messages, 2);
        assert_eq!(message(&"€".repeat(81)).messages, 2);
    }
}
