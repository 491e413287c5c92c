//! The redacted twin: what is closed is burnt into pictures of the pages, and nothing of the
//! originals comes along.

use crate::bundle::closed_words::ClosedWords;
use crate::bundle::piece::{Piece, PieceKind, Sheets};
use crate::bundle::values::{BundleNote, ExhibitRedaction, Redaction, SheetArea};
use crate::error::{FieldProblem, OfficeError, Result, field};
use crate::letter::content::content;
use crate::office::Office;
use complaint::{Document, Requisites};
use letter::{PaperFrame, WithheldSheet, closed_copy, withheld_sheet};
use press::{CloseRules, PictureArea};
use register::Case;
use std::sync::atomic::{AtomicBool, Ordering};

/// Dots per inch of a page that is closed.
const DPI: f32 = 200.0;

/// Pictures in a letter that are taller are photographs of exhibits, mm; stamps and logos are not.
const TALLEST: f32 = 44.0;

/// The most words a person may choose, and the longest of them in characters.
const MOST_WORDS: usize = 500;
const LONGEST_WORD: usize = 300;

/// The most regions of one exhibit.
const MOST_AREAS: usize = 2_000;

/// What is closed, ready to be asked.
pub(crate) struct Closing<'r> {
    pub words: ClosedWords,
    asked: &'r Redaction,
    /// Each word that a person chose.
    chosen: Vec<Chosen<'r>>,
}

/// A word that a person chose, and whether it was found on any page.
struct Chosen<'r> {
    word: &'r str,
    alone: ClosedWords,
    found: AtomicBool,
}

impl<'r> Chosen<'r> {
    fn new(word: &'r String) -> Self {
        let mut alone = ClosedWords::default();
        alone.choose(word);
        let found = AtomicBool::new(false);
        Self { word, alone, found }
    }

    fn look(&self, text: &str) {
        if !self.found.load(Ordering::Relaxed) && !self.alone.find(text).is_empty() {
            self.found.store(true, Ordering::Relaxed);
        }
    }
}

impl<'r> Closing<'r> {
    /// # Errors
    /// [`FieldProblem::OutOfPlace`] for a region that is none, [`FieldProblem::TooLong`] for too many or too long words or regions,
    /// [`FieldProblem::Foreign`] for a document of another case; those of the register.
    pub fn new(
        office: &Office,
        asked: &'r Redaction,
        case: &Case,
        own: &Requisites,
    ) -> Result<Self> {
        let long = |word: &String| word.chars().count() > LONGEST_WORD;
        if asked.words.len() > MOST_WORDS || asked.words.iter().any(long) {
            return field("redaction.words", FieldProblem::TooLong);
        }
        // A single letter would close every one of its kind; nothing is less than was meant.
        if asked
            .words
            .iter()
            .any(|word| ClosedWords::is_too_short(word))
        {
            return field("redaction.words", FieldProblem::Missing);
        }
        let closes = |exhibit: &ExhibitRedaction| exhibit.whole || !exhibit.areas.is_empty();
        if !asked.complainant && asked.words.is_empty() && !asked.exhibits.iter().any(closes) {
            return field("redaction", FieldProblem::Missing);
        }
        for (at, exhibit) in asked.exhibits.iter().enumerate() {
            if !case
                .contents
                .documents
                .iter()
                .any(|d| d.id == exhibit.document)
            {
                return field(format!("redaction.exhibits.{at}"), FieldProblem::Foreign);
            }
            // A region that is none would leave open what somebody meant to close.
            let sound = |area: &SheetArea| {
                let parts = [area.x, area.y, area.width, area.height];
                let within = parts.iter().all(|part| (0.0..=1.0).contains(part));
                within && area.width > 0.0 && area.height > 0.0
            };
            if !exhibit.areas.iter().all(sound) {
                let areas = format!("redaction.exhibits.{at}.areas");
                return field(areas, FieldProblem::OutOfPlace);
            }
            if exhibit.areas.len() > MOST_AREAS {
                return field(format!("redaction.exhibits.{at}"), FieldProblem::TooLong);
            }
        }
        let mut words = ClosedWords::default();
        if asked.complainant {
            words.add_person(&case.contents.complaint.fields.matter.complainant);
            for letter in case
                .contents
                .letters
                .iter()
                .filter(|letter| letter.issued.is_some())
            {
                let text = content(&office.register().letter(letter.id)?)?.text;
                words.add_addressee(&text.addressee, &text.salutation);
                // The post tells by its number whom a letter went to.
                for dispatch in office.register().dispatches(letter.id)? {
                    if !dispatch.fields.tracking.is_empty() {
                        words.add(&dispatch.fields.tracking);
                    }
                }
            }
        }
        for line in own.address.lines().chain([own.name.as_str(), &own.address]) {
            words.leave_own(line);
        }
        asked.words.iter().for_each(|word| words.choose(word));
        // Of a complainant who is not known there is nothing to close.
        if words.is_empty() && !asked.exhibits.iter().any(closes) {
            return field("redaction", FieldProblem::Missing);
        }
        Ok(Self {
            words,
            asked,
            chosen: asked.words.iter().map(Chosen::new).collect(),
        })
    }

    /// Refuses words that stand on no page whose words are known: they may be written otherwise there, and open.
    ///
    /// # Errors
    /// [`OfficeError::WordsNowhere`].
    pub fn all_found(&self) -> Result<()> {
        let missed = self
            .chosen
            .iter()
            .filter(|one| !one.found.load(Ordering::Relaxed));
        let missed: Vec<String> = missed.map(|one| one.word.to_owned()).collect();
        if missed.is_empty() {
            Ok(())
        } else {
            Err(OfficeError::WordsNowhere(missed))
        }
    }

    /// What is asked of a document. Named twice, it is closed where either closes it.
    fn of(&self, document: &Document) -> Option<ExhibitRedaction> {
        let named = self.asked.exhibits.iter();
        let own = named.filter(|exhibit| exhibit.document == document.id);
        own.cloned().reduce(|mut all, more| {
            all.whole |= more.whole;
            all.areas.extend(more.areas);
            all
        })
    }

    /// Takes from a paper what its name tells, before its sheets are made.
    pub fn close_names(&self, piece: &mut Piece) {
        if piece.exhibit().is_some() {
            piece.title = String::new();
            piece.file_name = piece.label.clone();
        }
    }

    /// Closes the sheets of a paper.
    ///
    /// # Errors
    /// Those of the typesetter.
    pub fn close(
        &self,
        piece: &mut Piece,
        frame: &PaperFrame<'_>,
        number: &str,
    ) -> Result<Vec<BundleNote>> {
        let asked = match &piece.kind {
            PieceKind::Exhibit(document) => self.of(document),
            PieceKind::Complaint | PieceKind::Letter(_) => None,
        };
        let withheld = asked.as_ref().is_some_and(|asked| asked.whole);
        let sheets = std::mem::replace(&mut piece.sheets, Sheets::None);
        piece.sheets = match (sheets, asked) {
            (Sheets::File(pdf, _), _) if !withheld => {
                let (pdf, pages) = self.closed_pdf(&pdf, &piece.label, frame)?;
                Sheets::File(pdf, pages)
            }
            (Sheets::Pictures(all), Some(asked)) if !withheld => {
                if asked
                    .areas
                    .iter()
                    .any(|area| area.sheet as usize >= all.len())
                {
                    return field("redaction.exhibits", FieldProblem::OutOfPlace);
                }
                let closed = all.iter().enumerate().map(|(at, bytes)| {
                    let areas: Vec<PictureArea> = asked
                        .areas
                        .iter()
                        .filter(|area| area.sheet as usize == at)
                        .map(|area| PictureArea {
                            x: area.x,
                            y: area.y,
                            width: area.width,
                            height: area.height,
                        })
                        .collect();
                    press::closed_picture(bytes, &areas)
                });
                let closed: std::result::Result<Vec<_>, _> = closed.collect();
                Sheets::Pictures(closed?)
            }
            (Sheets::None | Sheets::File(..) | Sheets::Pictures(_), _) => {
                return self.withhold(piece, frame, number);
            }
        };
        Ok(Vec::new())
    }

    /// A sheet in place of an exhibit.
    fn withhold(
        &self,
        piece: &mut Piece,
        frame: &PaperFrame<'_>,
        number: &str,
    ) -> Result<Vec<BundleNote>> {
        let sheet = WithheldSheet {
            mark: piece.mark(frame, number),
            exhibit: piece.exhibit().map_or(0, |document| document.exhibit),
            media_type: piece.media_type.clone(),
            bytes: piece.bytes,
            sha256: piece.sha256.clone(),
        };
        let printed = press::print(&withheld_sheet(&sheet, frame))?;
        piece.sheets = Sheets::File(printed.pdf, printed.pages);
        Ok(vec![BundleNote::Withheld])
    }

    /// A finished file with its words closed, as pictures of its pages.
    ///
    /// # Errors
    /// Those of the typesetter.
    pub fn closed_pdf(
        &self,
        pdf: &[u8],
        title: &str,
        frame: &PaperFrame<'_>,
    ) -> Result<(Vec<u8>, usize)> {
        let rules = CloseRules {
            find: &|text| {
                self.chosen.iter().for_each(|one| one.look(text));
                self.words.find(text)
            },
            taller_than: TALLEST,
            dpi: DPI,
        };
        let pages = press::closed_pages(pdf, &rules)?;
        let copy = closed_copy(self.words.closed(title), pages, frame);
        let printed = press::Press::new().print_fixed(&copy)?;
        Ok((printed.pdf, printed.pages))
    }
}
