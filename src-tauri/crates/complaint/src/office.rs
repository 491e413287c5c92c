//! The business itself: what a letter says of the sender.

use crate::Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Requisites of the business, as they stand on its letters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Requisites {
    /// Full or short legal name: «ООО «Север»», «ИП Иванова Анна Петровна».
    pub name: String,
    /// ИНН, 10 or 12 digits.
    pub inn: String,
    /// КПП, nine characters; absent for a sole trader.
    pub kpp: Option<String>,
    /// ОГРН (13) or ОГРНИП (15 digits).
    pub ogrn: Option<String>,
    /// Postal address with the index.
    pub address: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub website: Option<String>,
    /// Bank account, when the letterhead shall show it.
    pub bank: Option<Bank>,
    pub signatory: Signatory,
    /// Who wrote the letter, bottom left of its last page.
    pub executor: Option<Executor>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Bank {
    /// БИК: nine digits, the bank's code at the Bank of Russia.
    pub bic: String,
    /// Расчётный счёт: twenty digits, checked against the БИК.
    pub account: String,
    pub name: String,
    /// Correspondent account, twenty digits.
    pub correspondent: Option<String>,
}

/// The person whose signature stands under the letter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Signatory {
    /// Post in the nominative: «Директор».
    pub post: String,
    /// The post in English letters: «Director»; the Russian one stands there while
    /// it is empty.
    pub post_en: String,
    /// Full name in the nominative.
    pub name: String,
    /// The paper that gives authority, when it is not the head: «по доверенности № 5 от 01.02.2026».
    pub authority: Option<String>,
}

/// The person who wrote the letter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Executor {
    pub name: String,
    pub phone: String,
}

/// Where the sender's details stand on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LetterheadForm {
    /// Across the whole width.
    #[default]
    Longitudinal,
    /// In the upper left corner, with the addressee to its right.
    Corner,
}

/// The margins of letters. All keep the least of ГОСТ Р 7.0.97-2025: 20 mm at the left, above
/// and below, 10 mm at the right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Margins {
    /// The least of the standard, for the most text on a page: 20 mm left, 10 mm right.
    #[default]
    Least,
    /// Shorter lines, which are read with more ease: 25 mm left, 15 mm right.
    Wide,
    /// Room to bind what is kept for more than ten years, as the standard has it: 30 mm left, 10 mm right.
    Bound,
}

/// In which order an address stands in letters and on envelopes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AddressOrder {
    /// As the card has it.
    #[default]
    AsWritten,
    /// From the street to the index, as the rules of the Russian post have it (order of the
    /// Ministry of Digital Development № 382 of 17.04.2023).
    StreetFirst,
}

/// The letterhead: its form and the images on it, each named by the SHA-256 of
/// its bytes in the document store.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Letterhead {
    pub form: LetterheadForm,
    /// Logo, PNG or JPEG.
    pub logo: Option<String>,
    /// Stamp, PNG or JPEG.
    pub stamp: Option<String>,
    /// Signature, PNG or JPEG.
    pub signature: Option<String>,
    /// Whether stamp and signature images go onto letters; else there is room
    /// for a wet signature.
    pub use_images: bool,
    /// A line beneath the name, for example what the business does.
    pub tagline: String,
    /// Whether a QR code with number, date and the text's fingerprint stands at
    /// the foot of the first page.
    pub code: bool,
    /// Whether there is a line for who receives the letter by hand.
    pub receipt: bool,
    /// Whether the case goes into the PDF for other programs to read.
    pub summary: bool,
    pub margins: Margins,
    /// How the addressee's address stands.
    pub address_order: AddressOrder,
}

/// Patterns of the register numbers. `{year}` is the year, `{n}` the counting
/// number, `{n:4}` the same padded with zeros to four digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Numbering {
    /// Pattern of the numbers of incoming complaints.
    pub incoming: String,
    /// Pattern of the numbers of outgoing letters.
    pub outgoing: String,
    /// Papers of the office's own: acts, agreements, statements.
    pub paper: String,
}

impl Numbering {
    /// How an office that writes in that language numbers until it says otherwise.
    pub fn of(language: Language) -> Self {
        let [incoming, outgoing, paper] = match language {
            Language::Ru => ["ВХ", "ИСХ", "ВД"],
            Language::En => ["IN", "OUT", "DOC"],
        };
        let pattern = |letters: &str| format!("{letters}-{{year}}/{{n:4}}");
        Self {
            incoming: pattern(incoming),
            outgoing: pattern(outgoing),
            paper: pattern(paper),
        }
    }
}

impl Default for Numbering {
    fn default() -> Self {
        Self::of(Language::Ru)
    }
}

/// All the office says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OfficeProfile {
    /// What the office is called on the screen.
    pub name: String,
    pub requisites: Requisites,
    #[serde(default)]
    pub letterhead: Letterhead,
    #[serde(default)]
    pub numbering: Numbering,
    /// The language letters are written in unless asked otherwise.
    pub language: Language,
    /// Whether this is the sample office to play in.
    #[serde(default)]
    pub sample: bool,
    /// The regime a new complaint starts with.
    #[serde(default = "goods")]
    pub usual_regime: crate::Regime,
    /// Which letters the head approves.
    #[serde(default)]
    pub approval: crate::ApprovalRules,
    /// Words that are spelt right although no dictionary has them, in the order of the alphabet.
    #[serde(default)]
    pub own_words: Vec<String>,
}

fn goods() -> crate::Regime {
    crate::Regime::Goods
}
