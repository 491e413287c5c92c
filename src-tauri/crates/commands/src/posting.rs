//! Posting: the papers around a letter, the proof of an answer.

use crate::failure::Refusal;
use crate::file::{SavedFile, save, write};
use crate::host::Host;
use crate::printing::{self, Printed};
use crate::program::Program;
use crate::texts::texts;
use office::{Paper, ProofFile, ProofMake};
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// Opens a paper with the system's program for PDF, whose print dialog knows
/// the printers and their paper.
pub fn paper_open(program: &Program, host: &dyn Host, input: Paper) -> Result<(), Refusal> {
    let office = program.office(host)?;
    let (name, pdf) = office::paper_make(&office, &program.by(host), &input)?;
    let copy = office::scratch_file(&office, &name, &pdf)?;
    host.open(&copy).map_err(Refusal::NotOpened)
}

/// Papers to be printed together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PapersPrint {
    /// In the order in which they come out of the printer.
    pub papers: Vec<Paper>,
}

/// Makes papers and prints them as one job through the system's dialog.
pub fn papers_print(
    program: &Program,
    host: &dyn Host,
    input: PapersPrint,
) -> Result<Printed, Refusal> {
    let office = program.office(host)?;
    let by = program.by(host);
    let mut title = String::new();
    let mut files = Vec::with_capacity(input.papers.len());
    for paper in &input.papers {
        let (name, pdf) = office::paper_make(&office, &by, paper)?;
        if title.is_empty() {
            title = name;
        }
        files.push(pdf);
    }
    printing::print(host, title, &files)
}

/// Asks where to and saves a paper's PDF there.
pub fn paper_save(program: &Program, host: &dyn Host, input: Paper) -> Result<SavedFile, Refusal> {
    let (name, pdf) = office::paper_make(&*program.office(host)?, &program.by(host), &input)?;
    let title = texts(program.language()).paper_save;
    save(host, title, &name, ("PDF", &["pdf"]), &pdf)
}

/// Makes the proof of an answer and saves it where the person says: one file,
/// or a folder with that file and each paper by itself.
pub fn proof_save(
    program: &Program,
    host: &dyn Host,
    input: ProofMake,
) -> Result<SavedFile, Refusal> {
    let texts = texts(program.language());
    let office = program.office(host)?;
    // Contradictions are answered before anybody is asked for a place, and
    // who closes the dialog has made nothing.
    let mut lies_at = None;
    let proved = office::proof_make(&office, &program.by(host), &input, |files| {
        let Some(joined) = files.first() else {
            return Ok(None);
        };
        let saved = if input.folder {
            let Some(into) = host.choose_folder(texts.proof_folder) else {
                return Ok(None);
            };
            let made = write_folder(&into, files)?;
            Some(made.display().to_string())
        } else {
            let kind = ("PDF", ["pdf"].as_slice());
            save(host, texts.proof_save, &joined.name, kind, &joined.bytes)?.saved
        };
        let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
        lies_at = saved.clone().map(|saved| (PathBuf::from(saved), names));
        Ok::<_, Refusal>(saved)
    });
    match proved {
        Ok(saved) => Ok(SavedFile { saved }),
        Err(error) => {
            // What the journal does not know of is no proof.
            match lies_at {
                Some((folder, names)) if input.folder => take_back(&folder, &names),
                Some((file, _)) => drop(fs::remove_file(file)),
                None => {}
            }
            Err(error)
        }
    }
}

/// Removes a folder of files that was made, as far as nobody put anything there meanwhile.
fn take_back(folder: &Path, names: &[String]) {
    for name in names {
        let _ = fs::remove_file(folder.join(name));
    }
    let _ = fs::remove_dir(folder);
}

/// Puts the files into a new folder of their own; nothing that is there is touched.
fn write_folder(into: &Path, files: &[ProofFile]) -> Result<PathBuf, Refusal> {
    let stem = files
        .first()
        .map(|f| f.name.trim_end_matches(".pdf").to_owned())
        .unwrap_or_default();
    let mut folder = into.join(&stem);
    let mut again = 1;
    loop {
        match fs::create_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && again < 1000 => {
                again += 1;
                folder = into.join(format!("{stem} ({again})"));
            }
            made => break made.map_err(Refusal::NotSaved)?,
        }
    }
    for (done, file) in files.iter().enumerate() {
        if let Err(error) = write(&folder.join(&file.name), file.bytes.as_slice()) {
            let names = files.iter().take(done).map(|file| file.name.clone());
            take_back(&folder, &names.collect::<Vec<_>>());
            return Err(error);
        }
    }
    Ok(folder)
}
