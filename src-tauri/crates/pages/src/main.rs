//! `otvet-pages`: draws pages of a PDF that comes over standard input, in the form that `drawing` describes.
//! It is started by the office, with the version of that form and what it may take: bytes of memory and seconds of
//! processor for each request.
//! It ends with its input, in the midst of a page as well.

mod confinement;
mod page;

use confinement::{Confinement, alone, within};
use drawing::protocol::{
    Answer, Ask, MOST_BYTES, OTHER_VERSION, Refusal, VERSION, bytes, hear, say, say_page,
};
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use std::io::{self, BufWriter, ErrorKind, Read, Result, Write};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

fn main() -> ExitCode {
    let words = std::env::args().skip(1).map(|word| word.parse().ok());
    let limits: Option<Vec<u64>> = words.collect();
    let Some([VERSION, memory, processor]) = limits.as_deref() else {
        eprintln!("otvet-pages draws for otvet and otvet-cli, which start it themselves");
        return ExitCode::from(OTHER_VERSION);
    };
    if alone().is_err() {
        return ExitCode::FAILURE;
    }
    match confined(*memory, *processor) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Draws what is asked, once there is nothing left that could be reached.
fn confined(memory: u64, processor: u64) -> Result<()> {
    let (heard, asked) = sync_channel(0);
    let (confined, may_listen) = sync_channel::<()>(1);
    // Who asks is heard while a page is drawn, for their end is the end of this. The thread is there before the limits,
    // which allow no further one, and reads nothing before they are set.
    thread::Builder::new().spawn(move || {
        if may_listen.recv().is_ok() {
            let _ = listen(&mut io::stdin().lock(), |asking| {
                heard.send(asking).map_err(|_| ErrorKind::BrokenPipe.into())
            });
        }
        std::process::exit(0);
    })?;
    let confinement = within(memory, processor)?;
    confined
        .send(())
        .map_err(|_| io::Error::from(ErrorKind::BrokenPipe))?;
    draw(&asked, &confinement)
}

/// What was asked, and the file that came along.
type Asking = (Ask, Vec<u8>);

fn listen(from: &mut impl Read, mut hand_on: impl FnMut(Asking) -> Result<()>) -> Result<()> {
    loop {
        let ask: Ask = hear(from)?;
        let file = match ask {
            Ask::Open { bytes: length } if length > MOST_BYTES => {
                return Err(ErrorKind::InvalidData.into());
            }
            Ask::Open { bytes: length } => bytes(from, length)?,
            Ask::Page { .. } => Vec::new(),
        };
        hand_on((ask, file))?;
    }
}

fn draw(asked: &Receiver<Asking>, confinement: &Confinement) -> Result<()> {
    let mut to = BufWriter::new(io::stdout().lock());
    let mut open: Option<Pdf> = None;
    for (ask, file) in asked {
        confinement.begin()?;
        match ask {
            Ask::Open { .. } => {
                let answer = match Pdf::new(file) {
                    Ok(pdf) => {
                        let pages = pdf.pages().len() as u32;
                        open = Some(pdf);
                        Answer::Opened { pages }
                    }
                    Err(LoadPdfError::Decryption(_)) => refused(Refusal::Locked),
                    Err(LoadPdfError::Invalid) => refused(Refusal::NoPdf),
                };
                say(&mut to, &answer)?;
            }
            Ask::Page { page, dpi, form } => {
                let drawn = open
                    .as_ref()
                    .and_then(|pdf| page::drawn(pdf, page, dpi, form));
                match drawn {
                    Some(picture) => say_page(&mut to, &picture)?,
                    None => say(&mut to, &refused(Refusal::NoPage))?,
                }
            }
        }
        to.flush()?;
    }
    Ok(())
}

fn refused(why: Refusal) -> Answer {
    Answer::Refused { why }
}
