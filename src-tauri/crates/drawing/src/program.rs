//! The drawing program as a process: where it lies, how it is started, asked, watched and ended.

use crate::error::DrawingError;
use crate::limits::Limits;
use crate::protocol::{
    Answer, Ask, Form, MOST_PAGES, OTHER_VERSION, PointsKind, hear, hear_page, say,
};
use crate::shades::Picture;
use std::env;
use std::io::{Error, ErrorKind, Result as Heard, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;

/// The program's name; it lies in the folder of the program that asks it.
const PROGRAM: &str = "otvet-pages";

/// A running process that draws, ended when it is dropped.
pub(crate) struct Drawer {
    process: Child,
    to: ChildStdin,
    from: ChildStdout,
    limits: Limits,
}

/// Where the drawing program lies: beside this one. Programs of tests lie in a folder under it.
fn program() -> PathBuf {
    let own = env::current_exe().unwrap_or_default();
    let folder = own.parent().unwrap_or(&own);
    let folder = match folder.file_name() {
        Some(name) if name == "deps" => folder.parent().unwrap_or(folder),
        Some(_) | None => folder,
    };
    folder
        .join(PROGRAM)
        .with_extension(env::consts::EXE_EXTENSION)
}

impl Drawer {
    /// Starts the drawing program, which then waits for a file. It gets three channels and nothing else: what
    /// this process has open is closed in it by the system, for all of it is opened so.
    pub fn start(limits: Limits) -> Result<Self, DrawingError> {
        let program = program();
        let mut command = Command::new(&program);
        command
            .args(limits.words())
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // It quotes the file it falls over.
            .stderr(Stdio::null());
        windowless(&mut command);
        let mut process = command.spawn().map_err(not_started)?;
        match (process.stdin.take(), process.stdout.take()) {
            (Some(to), Some(from)) => Ok(Self {
                process,
                to,
                from,
                limits,
            }),
            _ => Err(not_started(ErrorKind::BrokenPipe.into())),
        }
    }

    /// Whether it still runs.
    pub fn is_alive(&mut self) -> bool {
        matches!(self.process.try_wait(), Ok(None))
    }

    /// The process's number in the system.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Gives it the file it draws from; how many pages that has.
    pub fn open(&mut self, pdf: &[u8]) -> Result<u32, DrawingError> {
        self.talk(|to, from| {
            let bytes = pdf.len() as u64;
            say(to, &Ask::Open { bytes })?;
            to.write_all(pdf)?;
            Ok(match hear(from)? {
                Answer::Opened { pages } if pages <= MOST_PAGES => Ok(pages),
                Answer::Refused { why } => Err(why.into()),
                Answer::Opened { .. } | Answer::Page { .. } => Err(DrawingError::Nonsense),
            })
        })
    }

    pub fn page(&mut self, page: u32, dpi: f32, form: Form) -> Result<Picture, DrawingError> {
        self.talk(|to, from| {
            say(to, &Ask::Page { page, dpi, form })?;
            Ok(match hear(from)? {
                Answer::Page {
                    width,
                    height,
                    kind,
                } if asked_for(kind, form) => Ok(hear_page(from, width, height, kind)?),
                Answer::Refused { why } => Err(why.into()),
                Answer::Page { .. } | Answer::Opened { .. } => Err(DrawingError::Nonsense),
            })
        })
    }

    /// Speaks with it, while somebody else watches the clock and ends it when its time is over.
    fn talk<T>(
        &mut self,
        speak: impl FnOnce(&mut ChildStdin, &mut ChildStdout) -> Heard<Result<T, DrawingError>>,
    ) -> Result<T, DrawingError> {
        let Self {
            process,
            to,
            from,
            limits,
        } = self;
        let watched = &mut *process;
        let (over, heard) = thread::scope(|scope| {
            let (answered, waiting) = mpsc::channel::<()>();
            let watchdog = thread::Builder::new().spawn_scoped(scope, move || {
                let late = waiting.recv_timeout(limits.wall) == Err(RecvTimeoutError::Timeout);
                late && watched.kill().is_ok()
            });
            let watchdog = watchdog.map_err(not_started)?;
            let heard = speak(to, from);
            drop(answered);
            Ok::<_, DrawingError>((watchdog.join().unwrap_or(true), heard))
        })?;
        match heard {
            Ok(said) => said,
            Err(_) if over => Err(DrawingError::Overtime),
            Err(error) if error.kind() == ErrorKind::InvalidData => Err(DrawingError::Nonsense),
            Err(_) if is_of_another_version(process) => Err(DrawingError::OtherVersion(program())),
            Err(_) => Err(DrawingError::BrokeOff),
        }
    }
}

fn not_started(error: Error) -> DrawingError {
    let program = program();
    if error.kind() == ErrorKind::NotFound {
        return DrawingError::NoProgram(program);
    }
    let reason = error.to_string();
    DrawingError::NotStarted { program, reason }
}

/// Whether a process that no longer speaks ended because it does not know how it was started.
fn is_of_another_version(process: &mut Child) -> bool {
    // What it ends with is settled before its channels close; nothing here may wait for it.
    let _ = process.kill();
    let ended = process.wait().ok().and_then(|status| status.code());
    ended == Some(OTHER_VERSION.into())
}

fn asked_for(kind: PointsKind, form: Form) -> bool {
    match form {
        Form::Screen => kind != PointsKind::Rgba,
        Form::Points => kind == PointsKind::Rgba,
    }
}

impl Drop for Drawer {
    fn drop(&mut self) {
        // It may be in the midst of a page that nobody waits for any more.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// No console of its own comes up where programs have one.
#[cfg(windows)]
fn windowless(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn windowless(_: &mut Command) {}
