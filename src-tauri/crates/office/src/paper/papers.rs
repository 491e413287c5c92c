//! The papers around a letter: made anew each time from what is kept, shown
//! and printed from the same bytes.

use crate::error::{FieldProblem, OfficeError, Result, field};
use crate::letter::preview::shown;
use crate::office::Office;
use crate::paper::book::{BOOK_LIMIT, incoming_entries, outgoing_entries};
use crate::paper::values::{Paper, PaperShown};
use crate::posting::dispatch::{Posted, inventory_of, postal_address_of, posted};
use crate::retention::act::erasure_act_of;
use crate::retention::report::data_report_of;
use crate::texts::texts;
use chrono::NaiveDate;
use complaint::{ComplaintId, InventoryLine, Language, LetterId, OfficeProfile};
use letter::{
    CaseIndex, Envelope, IndexEntry, InventoryPaper, NameInFull, PaperFrame, PaperLetter,
    PrintedHead, Receipt, RegisterBook,
};
use press::{Printed, Warning};
use register::By;

/// The most letters on label sheets.
const LABELS_LIMIT: usize = 500;

/// A paper made: its file's name, its bytes, and what the caller should know.
pub(crate) struct PrintedPaper {
    pub name: String,
    pub printed: Printed,
    pub no_index: bool,
    pub next_label: Option<u32>,
}

/// The paper as a PDF: a name for the file, and its bytes.
///
/// # Errors
/// [`register::RegisterError::NotIssued`], [`FieldProblem::Missing`] where
/// there is no address, [`FieldProblem::TooEarly`] for a book that ends
/// before it begins.
pub fn paper_make(office: &Office, by: &By, input: &Paper) -> Result<(String, Vec<u8>)> {
    let made = make(office, by, input)?;
    Ok((made.name, made.printed.pdf))
}

/// The paper as it would be printed, to be looked at page by page.
///
/// # Errors
/// As [`paper_make`].
pub fn paper_preview(office: &Office, by: &By, input: &Paper) -> Result<PaperShown> {
    let made = make(office, by, input)?;
    let shown = shown(office, made.printed.pdf, Vec::new(), String::new())?;
    let (key, pages) = (shown.key, shown.pages);
    Ok(PaperShown {
        key,
        pages,
        file_name: made.name,
        missing_glyphs: made
            .printed
            .warnings
            .iter()
            .filter_map(|n| match n {
                Warning::MissingGlyphs { characters } => Some(characters.as_str()),
                Warning::Overfull { .. } => None,
            })
            .collect(),
        overfull: made
            .printed
            .warnings
            .iter()
            .any(|n| matches!(n, Warning::Overfull { .. })),
        no_index: made.no_index,
        next_label: made.next_label,
    })
}

/// What goes around a paper of a letter.
pub(crate) fn frame<'a>(
    profile: &'a OfficeProfile,
    language: Language,
    by: &By,
    seed: String,
) -> PaperFrame<'a> {
    PaperFrame {
        office: profile,
        language,
        created: by.now,
        seed,
    }
}

pub(crate) fn named(posted: &Posted) -> PaperLetter {
    PaperLetter {
        number: posted.issued.number.clone(),
        date: Some(posted.issued.at.date_naive()),
        heading: posted.text.heading.clone(),
        pages: posted.issued.pages,
    }
}

fn given(address: &[String], posted: &Posted, form: NameInFull) -> Result<Vec<String>> {
    let own: Vec<String> = address
        .iter()
        .map(|l| l.trim().to_owned())
        .filter(|l| !l.is_empty())
        .collect();
    let address = if own.is_empty() {
        postal_address_of(posted, form)
    } else {
        own
    };
    if address.is_empty() {
        return field("address", FieldProblem::Missing);
    }
    Ok(address)
}

pub(crate) fn has_index(address: &[String]) -> bool {
    address.iter().skip(1).any(|line| {
        line.split(|c: char| !c.is_ascii_digit())
            .any(|digits| digits.len() == 6)
    })
}

fn file_name(what: &str, number: &str) -> String {
    let number: String = number
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || c == '-' {
                c
            } else {
                '-'
            }
        })
        .collect();
    format!("{what} {number}.pdf")
}

fn make(office: &Office, by: &By, input: &Paper) -> Result<PrintedPaper> {
    let profile = office.register().profile()?;
    let press = press::shared();
    match input {
        Paper::Envelope {
            letter,
            size,
            address,
            way,
        } => {
            let posted = posted(office, *letter)?;
            let address = given(address, &posted, NameInFull::Dative)?;
            let language = posted.text.language;
            let no_index = !has_index(&address);
            let paper = Envelope {
                size: *size,
                address,
                letter: named(&posted),
                way: *way,
            };
            let frame = frame(&profile, language, by, letter.to_string());
            Ok(PrintedPaper {
                name: file_name(texts(language).envelope_file, &posted.issued.number),
                printed: press.print_fixed(&letter::envelope(&paper, &frame))?,
                no_index,
                next_label: None,
            })
        }
        Paper::WindowSheet { letter, address } => {
            let posted = posted(office, *letter)?;
            let address = given(address, &posted, NameInFull::Dative)?;
            let language = posted.text.language;
            let frame = frame(&profile, language, by, letter.to_string());
            let sheets = letter::window_sheet(&address, &named(&posted), &frame);
            Ok(PrintedPaper {
                name: file_name(texts(language).address_sheet_file, &posted.issued.number),
                printed: press.print_fixed(&sheets)?,
                no_index: !has_index(&address),
                next_label: None,
            })
        }
        Paper::Labels {
            letters,
            address,
            form,
            start,
            copies,
        } => {
            if letters.len() > LABELS_LIMIT {
                return field("letters", FieldProblem::TooMany);
            }
            let mut addresses = Vec::with_capacity(letters.len());
            let mut language = profile.language;
            for id in letters {
                let posted = posted(office, *id)?;
                language = posted.text.language;
                let own: &[String] = if letters.len() == 1 { address } else { &[] };
                addresses.push(given(own, &posted, NameInFull::Dative)?);
            }
            if addresses.is_empty() {
                return field("letters", FieldProblem::Missing);
            }
            let seed = letters.first().map(LetterId::to_string).unwrap_or_default();
            let frame = frame(&profile, language, by, seed);
            let sheets = letter::labels(&addresses, *form, *start, *copies, &frame);
            Ok(PrintedPaper {
                name: file_name(
                    texts(language).labels_file,
                    &by.now.format("%Y-%m-%d").to_string(),
                ),
                printed: press.print_fixed(&sheets)?,
                no_index: !addresses.iter().all(|a| has_index(a)),
                next_label: letter::next_label(addresses.len(), *form, *start, *copies),
            })
        }
        Paper::Inventory {
            letter,
            address,
            lines,
            way,
            one_sheet,
        } => {
            let posted = posted(office, *letter)?;
            let language = posted.text.language;
            let paper = InventoryPaper {
                letter: named(&posted),
                address: given(address, &posted, NameInFull::Dative)?,
                lines: chosen(lines, &posted),
                way: *way,
                one_sheet: *one_sheet,
            };
            let frame = frame(&profile, language, by, letter.to_string());
            whole(
                file_name(texts(language).inventory_file, &posted.issued.number),
                &letter::inventory(&paper, &frame),
            )
        }
        Paper::Receipt { letter } => {
            let posted = posted(office, *letter)?;
            let language = posted.text.language;
            let paper = Receipt {
                letter: named(&posted),
                address: given(&[], &posted, NameInFull::Nominative)?,
                enclosures: !posted.text.enclosures.is_empty(),
            };
            let frame = frame(&profile, language, by, letter.to_string());
            whole(
                file_name(texts(language).receipt_file, &posted.issued.number),
                &letter::receipt(&paper, &frame),
            )
        }
        Paper::PersonData { person } => {
            let language = profile.language;
            let report = data_report_of(office, by, *person)?;
            let frame = frame(&profile, language, by, person.to_string());
            whole(
                file_name(texts(language).person_data_file, &report.name),
                &letter::data_report(&report, &frame),
            )
        }
        Paper::ErasureAct { seq } => {
            let (name, act) = erasure_act_of(office, by, &profile, *seq)?;
            whole(name, &act)
        }
        Paper::CaseIndex { complaint } => case_index(office, by, &profile, *complaint),
        Paper::RegisterBook {
            from,
            to,
            incoming,
            outgoing,
        } => {
            if to < from {
                return field("to", FieldProblem::TooEarly);
            }
            if !incoming && !outgoing {
                return field("incoming", FieldProblem::Missing);
            }
            register_book(office, by, &profile, (*from, *to), (*incoming, *outgoing))
        }
    }
}

pub(crate) fn chosen(lines: &[InventoryLine], posted: &Posted) -> Vec<InventoryLine> {
    let own: Vec<InventoryLine> = lines
        .iter()
        .filter(|l| !l.name.trim().is_empty())
        .cloned()
        .collect();
    if own.is_empty() {
        inventory_of(posted)
    } else {
        own
    }
}

fn whole(name: String, document: &press::Document) -> Result<PrintedPaper> {
    Ok(PrintedPaper {
        name,
        printed: press::print(document)?,
        no_index: false,
        next_label: None,
    })
}

fn case_index(
    office: &Office,
    by: &By,
    profile: &OfficeProfile,
    id: ComplaintId,
) -> Result<PrintedPaper> {
    let case = office.register().case(id)?;
    let complaint = &case.contents.complaint;
    let language = profile.language;
    let mut entries: Vec<IndexEntry> = case
        .contents
        .documents
        .iter()
        .map(|document| IndexEntry {
            name: document.fields.name.clone(),
            date: Some(document.added_at.date_naive()),
            pages: crate::document::sheets::of(office, document),
            exhibit: Some(document.exhibit),
            side: Some(document.fields.provenance.side),
            sha256: document.sha256.clone(),
        })
        .collect();
    entries.extend(case.contents.letters.iter().filter_map(|letter| {
        let issued = letter.issued.as_ref()?;
        Some(IndexEntry {
            name: format!("{} — {}", issued.number, letter.heading),
            date: Some(issued.at.date_naive()),
            pages: Some(issued.pages),
            exhibit: None,
            side: Some(complaint::Side::Office),
            sha256: issued.sha256.clone(),
        })
    }));
    complaint::order::by_key(&mut entries, |e| e.date);
    let index = CaseIndex {
        number: complaint.number.clone(),
        complainant: complaint.fields.matter.complainant.name.clone(),
        subject: complaint.fields.matter.subject.clone(),
        received: complaint.fields.received_at.date_naive(),
        channel: complaint.fields.matter.channel,
        entries,
        today: by.now.date_naive(),
    };
    let frame = frame(profile, language, by, id.to_string());
    whole(
        file_name(texts(language).case_index_file, &complaint.number),
        &letter::case_index(&index, &frame),
    )
}

fn register_book(
    office: &Office,
    by: &By,
    profile: &OfficeProfile,
    (from, to): (NaiveDate, NaiveDate),
    (incoming, outgoing): (bool, bool),
) -> Result<PrintedPaper> {
    let incoming = incoming
        .then(|| incoming_entries(office, from, to))
        .transpose()?;
    let outgoing = outgoing
        .then(|| outgoing_entries(office, from, to))
        .transpose()?;
    let language = profile.language;
    let made = RegisterBook {
        from,
        to,
        incoming,
        outgoing,
        today: by.now.date_naive(),
        cut: Some(BOOK_LIMIT),
        head: office
            .register()
            .journal_last()?
            .map(|(seq, hash)| PrintedHead { seq, hash }),
    };
    let frame = frame(profile, language, by, format!("{from} {to}"));
    whole(
        file_name(texts(language).register_file, &format!("{from} {to}")),
        &letter::register_book(&made, &frame),
    )
}

/// The error of a paper that could not be joined.
pub(crate) fn unjoinable() -> OfficeError {
    OfficeError::Press(press::PressError::Pdf("no pages".into()))
}
