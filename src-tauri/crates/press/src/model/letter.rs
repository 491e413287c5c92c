//! The parts around the text of a formal letter.

use crate::model::picture::Picture;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LetterheadForm {
    /// Centred over the whole width of the text, closed by a rule.
    #[default]
    Longitudinal,
    /// A block at most 80 mm wide in the upper left corner, with the reference
    /// under it and the addressee to its right.
    Corner,
}

/// Where the logo stands in a longitudinal letterhead. A corner letterhead has
/// it above the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LogoPlace {
    /// At the left of the name and the details.
    #[default]
    Left,
    /// In the middle, above the name.
    Centre,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Letterhead {
    /// Over the whole width or in the corner.
    pub form: LetterheadForm,
    /// The organisation's name in full, set bold.
    pub name: String,
    /// A line under the name: the short name or what the firm does.
    pub tagline: Option<String>,
    /// Address, telephones, requisites: one string a line, filled as they come.
    pub details: Vec<String>,
    /// A picture beside or above the name.
    pub logo: Option<Picture>,
    /// Beside or above; a corner letterhead doesn't ask.
    pub logo_place: LogoPlace,
}

/// The reference line. Texts come finished («22 ноября 2026 г.», «ИСХ-2026/0001»).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reference {
    /// Date of the letter; a blank to fill in by hand when absent.
    pub date: Option<String>,
    /// Number of the letter; a blank when absent.
    pub number: Option<String>,
    /// Number of the letter that is answered. With `reply_date`, both absent
    /// leaves the line out.
    pub reply_number: Option<String>,
    /// Date of the letter that is answered; a blank when only it is absent.
    pub reply_date: Option<String>,
}

/// The title of a paper that is no letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperTitle {
    /// The kind of paper, as it is to be read: «АКТ».
    pub words: String,
    /// Where it was made: «г. Тула»; a blank to fill in by hand when empty.
    pub place: String,
}

/// What is enclosed: «Приложение: …», or a numbered list from two items on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosures {
    /// Replaces the fixed word («Приложение», "Enclosure").
    pub label: Option<String>,
    /// Each as it is to be read: «копия акта на 2 л. в 1 экз.».
    pub items: Vec<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Signature {
    /// Closing words above it («С уважением,»).
    pub closing: Option<String>,
    /// The signer's post, at the left.
    pub post: String,
    /// The signer's name, at the right: initials before the surname.
    pub name: String,
    /// The handwritten signature, set between post and name.
    pub picture: Option<Picture>,
    /// Picture of the stamp, set below, where it covers no text.
    pub stamp: Option<Picture>,
    /// Marks the place of a stamp («М. П.») when there is no picture of one.
    pub stamp_place: bool,
}
