//! What goes out: JSON lines on standard output, failures on standard error.

use office::{Failure, NotRead, NotWritten, OfficeError};
use serde::Serialize;
use serde_json::{Value, json};
use std::io::{self, BufWriter, ErrorKind, Stdout, Write};
use std::process::ExitCode;

/// Why a command did not do as asked.
#[derive(Debug)]
pub enum Trouble {
    /// The office or the input said no.
    Failed(Failure),
    /// The reader of our output went away; nobody is left to be told.
    Unheard,
}

/// What a command comes to.
pub type Outcome<T = ()> = Result<T, Trouble>;

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<OfficeError> for Trouble {
    fn from(error: OfficeError) -> Self {
        Self::Failed(error.into())
    }
}

/// Tells standard error what to know of an answer that was given all the same.
pub fn warn(doubt: &Failure) {
    let line = json!({ "warning": doubt }).to_string();
    let _ = writeln!(io::stderr(), "{line}");
}

impl Trouble {
    /// A failure of the system at this file.
    #[allow(
        clippy::wildcard_enum_match_arm,
        reason = "the kinds of the system's errors are the standard library's, which adds to them"
    )]
    pub fn at_file(path: &std::path::Path, error: &io::Error) -> Self {
        let code = match error.kind() {
            ErrorKind::NotFound => "no_file",
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "denied",
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "disk_full",
            _ => "io",
        };
        Failure::of(code)
            .with(format!("{}: {error}", path.display()))
            .into()
    }

    /// A file that is not written.
    pub fn not_written(path: &std::path::Path, reason: &NotWritten) -> Self {
        match reason {
            NotWritten::AmongRecords => Failure::of("among_records").with(path.display()).into(),
            NotWritten::NotAFile => Failure::of("not_a_file").with(path.display()).into(),
            NotWritten::Io(error) => Self::at_file(path, error),
        }
    }

    /// A file from outside that is not read.
    pub fn not_read(path: &std::path::Path, reason: &NotRead) -> Self {
        match reason {
            NotRead::NotAFile if path.is_dir() => Failure::of("folder").with(path.display()).into(),
            NotRead::NotAFile => Failure::of("not_a_file").with(path.display()).into(),
            NotRead::TooLarge => Failure::of("mail").with("too_large").into(),
            NotRead::Io(error) => Self::at_file(path, error),
        }
    }

    /// The same, with the folder named where it is the disk of the records that is full.
    #[must_use]
    pub fn of_records_in(self, folder: &std::path::Path) -> Self {
        match self {
            Self::Failed(failure) => Self::Failed(failure.of_records_in(folder)),
            Self::Unheard => self,
        }
    }

    /// Tells standard error and gives the exit code.
    pub fn report(&self) -> ExitCode {
        if let Self::Failed(failure) = self {
            let line = json!({ "error": failure }).to_string();
            // There is no third place to say that standard error is closed.
            let _ = writeln!(io::stderr(), "{line}");
        }
        ExitCode::FAILURE
    }
}

/// Standard output, as JSON lines or as text for people.
pub struct Answers {
    out: BufWriter<Stdout>,
    human: bool,
}

impl Answers {
    pub fn new(human: bool) -> Self {
        Self {
            out: BufWriter::with_capacity(1 << 16, io::stdout()),
            human,
        }
    }

    // Every answer goes through the one writer into memory: a second kind of writer
    // would double the code of each type that is answered.
    pub fn give<T: Serialize + ?Sized>(&mut self, answer: &T) -> Outcome {
        let json = serde_json::to_vec(answer).map_err(unwritable)?;
        self.give_json(&json)
    }

    fn give_json(&mut self, json: &[u8]) -> Outcome {
        if self.human {
            let value = serde_json::from_slice(json).map_err(unwritable)?;
            let mut text = String::new();
            plain(&value, 0, &mut text);
            return self.line(text.trim_end());
        }
        let written = self.out.write_all(json);
        written.map_err(|error| unheard(&error))?;
        self.line("")
    }

    /// The answers of a list, one a line.
    pub fn each<T: Serialize>(&mut self, list: impl IntoIterator<Item = T>) -> Outcome {
        list.into_iter().try_for_each(|one| self.give(&one))
    }

    /// A line as it stands, for batches that answer in plain words.
    pub fn line(&mut self, text: &str) -> Outcome {
        writeln!(self.out, "{text}").map_err(|error| unheard(&error))
    }

    /// The answer to one line of a batch: what it came to, or its error in its place.
    pub fn line_of<T>(
        &mut self,
        result: Result<T, Failure>,
        give: impl FnOnce(&mut Self, T) -> Outcome,
    ) -> Outcome {
        match result {
            Ok(value) => give(self, value),
            Err(failure) => {
                let error = json!({ "error": failure }).to_string();
                self.line(&error)
            }
        }
    }

    /// Hands on what is still held back.
    pub fn finish(&mut self) -> Outcome {
        self.out.flush().map_err(|error| unheard(&error))
    }
}

fn unwritable(error: serde_json::Error) -> Trouble {
    Failure::of("json").with(error).into()
}

fn unheard(error: &io::Error) -> Trouble {
    if error.kind() == ErrorKind::BrokenPipe {
        Trouble::Unheard
    } else {
        Trouble::at_file(std::path::Path::new("-"), error)
    }
}

/// A value as indented lines.
fn plain(value: &Value, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::Null => {}
                    Value::Object(inner) if inner.is_empty() => {}
                    Value::Array(inner) if inner.is_empty() => {}
                    Value::Object(_) | Value::Array(_) => {
                        out.push_str(&format!("{indent}{name}:\n"));
                        plain(field, depth + 1, out);
                    }
                    Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                        out.push_str(&format!("{indent}{name}: {}\n", words(field)));
                    }
                }
            }
        }
        Value::Array(list) => {
            for one in list {
                match one {
                    Value::Object(_) | Value::Array(_) => {
                        out.push_str(&format!("{indent}-\n"));
                        plain(one, depth + 1, out);
                    }
                    Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                        out.push_str(&format!("{indent}- {}\n", words(one)));
                    }
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            out.push_str(&format!("{indent}{}\n", words(value)));
        }
    }
}

/// A single value as people read it. Control characters of strangers' texts
/// are shown as blanks, so that none of them drives the terminal.
fn words(value: &Value) -> String {
    let text = value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned);
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_for_people_leaves_out_what_is_empty_and_disarms_the_terminal() {
        let mut text = String::new();
        plain(
            &json!({"a": null, "b": [], "c": {"d": "x\u{1b}[31m\ny"}, "e": [1, {"f": true}]}),
            0,
            &mut text,
        );
        assert_eq!(text, "c:\n  d: x [31m y\ne:\n  - 1\n  -\n    f: true\n");
    }
}
