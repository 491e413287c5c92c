//! The letter screen: the letter out of the program, as a file, on paper, in a message.

use crate::answer::Bytes;
use crate::failure::Refusal;
use crate::file::{SavedFile, choose, read_at_most, save};
use crate::host::Host;
use crate::printing::{self, Printed};
use crate::program::Program;
use crate::texts::texts;
use office::{LONGEST_SIGNATURE, LetterRef, PageQuestion, SignatureView};

/// One page of a preview as a PNG.
pub fn page(program: &Program, host: &dyn Host, input: PageQuestion) -> Result<Bytes, Refusal> {
    let office = program.office(host)?;
    Ok(Bytes(office::letter_page(
        &office,
        &input.key,
        input.page,
        input.scale,
    )?))
}

/// Asks where to and saves the issued letter's PDF there.
pub fn save_pdf(
    program: &Program,
    host: &dyn Host,
    input: LetterRef,
) -> Result<SavedFile, Refusal> {
    let (name, pdf) = office::letter_pdf(&*program.office(host)?, &program.by(host), input)?;
    let title = texts(program.language()).letter_save;
    save(host, title, &name, ("PDF", &["pdf"]), &pdf)
}

/// Asks where to and saves the draft there, for a word processor.
pub fn save_docx(
    program: &Program,
    host: &dyn Host,
    input: LetterRef,
) -> Result<SavedFile, Refusal> {
    let (name, bytes) = office::letter_docx(&*program.office(host)?, &program.by(host), input)?;
    let title = texts(program.language()).draft_save;
    save(host, title, &name, ("DOCX", &["docx"]), &bytes)
}

/// Opens the issued letter with the system's program for PDF.
pub fn open_pdf(program: &Program, host: &dyn Host, input: LetterRef) -> Result<(), Refusal> {
    let office = program.office(host)?;
    let (name, pdf) = office::letter_pdf(&office, &program.by(host), input)?;
    let copy = office::scratch_file(&office, &name, &pdf)?;
    host.open(&copy).map_err(Refusal::NotOpened)
}

/// Prints the issued letter through the system's dialog; its pages are drawn from the frozen bytes.
pub fn print(program: &Program, host: &dyn Host, input: LetterRef) -> Result<Printed, Refusal> {
    let (name, pdf) = office::letter_pdf(&*program.office(host)?, &program.by(host), input)?;
    printing::print(host, name, &[pdf])
}

/// Opens a message with the issued letter attached in the user's mail program.
pub fn mail_draft(program: &Program, host: &dyn Host, input: LetterRef) -> Result<(), Refusal> {
    let office = program.office(host)?;
    let (name, message) = office::letter_mail(&office, &program.by(host), input)?;
    let copy = office::scratch_file(&office, &name, &message)?;
    host.open(&copy).map_err(Refusal::NotOpened)
}

/// Asks for a signature that another program made of the issued letter, and keeps it with the case.
/// Nothing when the dialog was closed.
pub fn signature_choose(
    program: &Program,
    host: &dyn Host,
    input: LetterRef,
) -> Result<Option<Vec<SignatureView>>, Refusal> {
    let texts = texts(program.language());
    let types = [
        (texts.kind_signatures, ["sig", "p7s", "sgn"].as_slice()),
        (texts.kind_any, ["*"].as_slice()),
    ];
    let Some(path) = choose(host, texts.signature_file, &types) else {
        return Ok(None);
    };
    let bytes = read_at_most(&path, LONGEST_SIGNATURE as u64 + 1)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let office = program.office(host)?;
    let kept = office::letter_signature_add(&office, &program.by(host), input, &name, &bytes)?;
    Ok(Some(kept))
}
