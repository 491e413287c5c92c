//! The fixed words of a letter's frame, and general words for pictures that come
//! without any.

use crate::model::Language;

/// Words that every letter in a language has, whatever it says.
#[derive(Debug)]
pub struct FrameWords {
    /// Before a letter's number: «№».
    pub number_sign: &'static str,
    /// Where a stamp goes when there is no picture of one: «М. П.».
    pub stamp_place: &'static str,
    /// Before the line of one who receives the letter by hand.
    pub received: &'static str,
    /// Under the parts of that line: name, date, signature.
    pub receipt: [&'static str; 3],
    /// What a picture shows that says nothing of it: in the text, the logo, the
    /// stamp, the signature.
    pub picture: &'static str,
    /// Alternative text; see [`Self::picture`].
    pub logo: &'static str,
    /// Alternative text; see [`Self::picture`].
    pub stamp: &'static str,
    /// Alternative text; see [`Self::picture`].
    pub signature: &'static str,
    /// The title of a file that has neither title nor heading.
    pub document: &'static str,
}

/// What is written where a date or a number is to be filled in by hand.
pub const BLANK: &str = "__________";
/// The same where the letter's own date goes, which is longer.
pub const BLANK_DATE: &str = "______________";

#[must_use]
pub fn frame_words(language: Language) -> &'static FrameWords {
    const RU: FrameWords = FrameWords {
        number_sign: "№",
        stamp_place: "М. П.",
        received: "Получил:",
        receipt: ["фамилия, инициалы", "дата", "подпись"],
        picture: "Изображение",
        logo: "Логотип",
        stamp: "Оттиск печати",
        signature: "Подпись",
        document: "Документ",
    };
    const EN: FrameWords = FrameWords {
        number_sign: "No.",
        stamp_place: "L. S.",
        received: "Received:",
        receipt: ["name", "date", "signature"],
        picture: "Picture",
        logo: "Logo",
        stamp: "Stamp",
        signature: "Signature",
        document: "Document",
    };
    match language {
        Language::Ru => &RU,
        Language::En => &EN,
    }
}

/// The word before the enclosures, of which there are `count`.
#[must_use]
pub fn enclosure_word(language: Language, count: usize) -> &'static str {
    match (language, count) {
        (Language::Ru, _) => "Приложение",
        (Language::En, 0 | 1) => "Enclosure",
        (Language::En, _) => "Enclosures",
    }
}

/// The line that names the letter which is answered; see [`BLANK`].
#[must_use]
pub fn reply_line(language: Language, number: Option<&str>, date: Option<&str>) -> String {
    let (number, date) = (number.unwrap_or(BLANK), date.unwrap_or(BLANK));
    match language {
        Language::Ru => format!("На №\u{A0}{number} от {date}"),
        Language::En => format!("Your ref. {number} of {date}"),
    }
}

/// The line of the letter's own date and number.
#[must_use]
pub fn reference_line(language: Language, number: Option<&str>, date: Option<&str>) -> String {
    let (number, date) = (number.unwrap_or(BLANK), date.unwrap_or(BLANK_DATE));
    let sign = frame_words(language).number_sign;
    format!("{date}  {sign}\u{A0}{number}")
}
