//! All that a bundle is made of, with its sheets.

use crate::bundle::closing::Closing;
use crate::bundle::course::course;
use crate::bundle::piece::{MOST_DRAWN, Piece, PieceKind, Sheets, pieces, with_sheets};
use crate::bundle::printing::Printing;
use crate::bundle::values::{BundleForm, BundleMake, BundleNote};
use crate::error::{FieldProblem, Result, field};
use crate::office::Office;
use crate::paper::papers::frame;
use crate::signature::letter_signatures::signatures_of;
use chrono::NaiveDate;
use complaint::{Document, Language, LetterId, OfficeProfile};
use letter::{BundleFront, Happening, PaperFrame, paper_phrase};
use register::{By, Case, RegisterError};
use std::ops::ControlFlow;

pub(crate) struct Gathered<'a> {
    pub case: &'a Case,
    pub frame: PaperFrame<'a>,
    pub form: BundleForm,
    /// Each paper, with what there is to say of it.
    pub pieces: Vec<(Piece, Vec<BundleNote>)>,
    pub course: Vec<Happening>,
    pub closing: Option<Closing<'a>>,
    /// Documents that are signatures of letters, each with its letter; none in a redacted bundle.
    pub signatures: Vec<(LetterId, Document)>,
    pub today: NaiveDate,
}

/// What is asked for, once it is read.
pub(crate) struct Ground {
    pub case: Case,
    pub profile: OfficeProfile,
    pub language: Language,
}

impl Ground {
    /// # Errors
    /// [`FieldProblem::Foreign`] for a document of another case; those of the register.
    pub fn of(office: &Office, input: &BundleMake) -> Result<Self> {
        let case = office.register().case(input.complaint)?;
        let profile = office.register().profile()?;
        for (at, id) in input.without.iter().enumerate() {
            let mut all = case
                .contents
                .documents
                .iter()
                .chain(&case.contents.trashed_documents);
            if !all.any(|document| document.id == *id) {
                return field(format!("without.{at}"), FieldProblem::Foreign);
            }
        }
        Ok(Self {
            language: input.language.unwrap_or(profile.language),
            case,
            profile,
        })
    }
}

/// Reads the papers and makes their sheets, one by one.
///
/// # Errors
/// [`RegisterError::Cancelled`]; [`crate::error::OfficeError::Damaged`] for a paper that is no
/// longer what was kept; those of the register and the typesetter.
pub(crate) fn gathered<'a>(
    office: &Office,
    by: &By,
    ground: &'a Ground,
    input: &'a BundleMake,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<Gathered<'a>> {
    let (case, language) = (&ground.case, ground.language);
    let closing = match &input.redaction {
        Some(asked) => Some(Closing::new(
            office,
            asked,
            case,
            &ground.profile.requisites,
        )?),
        None => None,
    };
    let frame = frame(&ground.profile, language, by, input.complaint.to_string());
    let mut papers = pieces(case, &frame, &input.without);
    if case.contents.complaint.fields.text.trim().is_empty()
        || input.form == BundleForm::RegisteredMail
    {
        papers.retain(|piece| !matches!(piece.kind, PieceKind::Complaint));
    }
    let total = papers.len() as u64 + 1;
    let mut done = Vec::with_capacity(papers.len());
    let mut signatures = Vec::new();
    let mut room = MOST_DRAWN;
    for (at, mut piece) in papers.into_iter().enumerate() {
        if progress(at as u64, total).is_break() {
            return Err(RegisterError::Cancelled.into());
        }
        if let Some(closing) = &closing {
            closing.close_names(&mut piece);
        }
        with_sheets(
            office,
            by,
            case,
            &mut piece,
            &frame,
            &mut room,
            closing.is_none(),
        )?;
        if let (PieceKind::Letter(letter), Sheets::File(pdf, _), None) =
            (&piece.kind, &piece.sheets, &closing)
        {
            let found = signatures_of(office, case, pdf)?.into_iter();
            signatures.extend(found.map(|(document, _)| (*letter, document)));
        }
        let notes = match &closing {
            Some(closing) => closing.close(&mut piece, &frame, &case.contents.complaint.number)?,
            None => Vec::new(),
        };
        if matches!(input.form, BundleForm::OneFile | BundleForm::Folder) {
            // Put on paper at once, so that no picture is held twice.
            let printing = Printing {
                frame: &frame,
                number: &case.contents.complaint.number,
                portrait: false,
            };
            if let Sheets::Pictures(all) = &piece.sheets {
                let sheets = all.len();
                let pdf = printing.some(&piece, all, 0..sheets)?;
                piece.sheets = Sheets::File(pdf, sheets);
            }
        }
        done.push((piece, notes));
    }
    if progress(total - 1, total).is_break() {
        return Err(RegisterError::Cancelled.into());
    }
    let mut happened = course(office, by, case, &input.without, language)?;
    if closing.is_some() {
        // What a file is called may be a name; that it came is told by its number.
        for document in &case.contents.documents {
            let n = document.exhibit.to_string();
            let name = document.fields.name.as_str();
            let values = [("n", n.as_str()), ("text", name)];
            let told = paper_phrase(language, "bundle_event_document", &values);
            let closed = paper_phrase(language, "bundle_exhibit", &[("n", &n)]);
            let same = happened.iter_mut().filter(|one| one.what == told);
            same.for_each(|one| one.what.clone_from(&closed));
        }
    }
    Ok(Gathered {
        case,
        frame,
        form: input.form,
        pieces: done,
        course: happened,
        closing,
        signatures,
        today: by.now.date_naive(),
    })
}

impl Gathered<'_> {
    pub fn phrase(&self, name: &str, values: &[(&str, &str)]) -> String {
        paper_phrase(self.frame.language, name, values)
    }

    pub fn number(&self) -> &str {
        &self.case.contents.complaint.number
    }

    /// A text as it may be shown: with bars where words are closed.
    pub fn shown(&self, text: &str) -> String {
        match &self.closing {
            Some(closing) => closing.words.closed(text),
            None => text.to_owned(),
        }
    }

    /// What the first pages say, but for what lies where.
    pub fn front(&self) -> BundleFront {
        let complaint = &self.case.contents.complaint;
        let matter = &complaint.fields.matter;
        // It goes to the complainant, whom the office's own state and diary are not for.
        let tells = self.form != BundleForm::RegisteredMail;
        BundleFront {
            number: complaint.number.clone(),
            complainant: matter.complainant.name.clone(),
            subject: matter.subject.clone(),
            received: complaint.fields.received_at.date_naive(),
            channel: matter.channel,
            status: tells.then_some(complaint.status),
            parts: Vec::new(),
            course: tells.then(|| self.course.clone()),
            notes: Vec::new(),
            today: self.today,
        }
    }

    /// The first pages as a file, with their number; closed where the bundle is.
    ///
    /// # Errors
    /// Those of the typesetter.
    pub fn front_printed(&self, front: &BundleFront) -> Result<(Vec<u8>, usize)> {
        let printed = press::print(&letter::bundle_front(front, &self.frame))?;
        match &self.closing {
            None => Ok((printed.pdf, printed.pages)),
            Some(closing) => {
                let title = self.phrase("bundle_title", &[("number", self.number())]);
                closing.closed_pdf(&printed.pdf, &title, &self.frame)
            }
        }
    }

    /// «Приложение 3. чек.jpg», without what is closed.
    pub fn named(&self, piece: &Piece) -> String {
        if piece.title.trim().is_empty() {
            return piece.label.clone();
        }
        self.shown(&format!("{}. {}", piece.label, piece.title))
    }
}
