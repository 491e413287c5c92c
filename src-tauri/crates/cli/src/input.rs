//! What comes in: files, standard input, JSON.

use crate::answer::{Outcome, Trouble};
use office::{Failure, WaitingFile};
use serde::de::DeserializeOwned;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;

/// A file, or standard input for `-`; no pipe, device or folder, which may have no end.
pub fn opened(path: &Path) -> Outcome<Box<dyn Read>> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin()));
    }
    let file = WaitingFile::at(path).map_err(|reason| Trouble::not_read(path, &reason))?;
    Ok(Box::new(file.0))
}

/// All bytes of a file, or of standard input for `-`.
pub fn bytes(path: &Path) -> Outcome<Vec<u8>> {
    let mut all = Vec::new();
    opened(path)?
        .read_to_end(&mut all)
        .map_err(|error| Trouble::at_file(path, &error))?;
    Ok(all)
}

/// All bytes of a message, if no more than a mail server takes.
pub fn message(path: &Path) -> Outcome<Vec<u8>> {
    let read = if path == Path::new("-") {
        office::message_from(io::stdin().lock())
    } else {
        office::message_read(path)
    };
    read.map_err(|reason| Trouble::not_read(path, &reason))
}

/// A text file; what is no UTF-8 in it becomes U+FFFD, a byte order mark goes.
pub fn text(path: &Path) -> Outcome<String> {
    let bytes = bytes(path)?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

/// A value in JSON.
pub fn json<T: DeserializeOwned>(path: &Path) -> Outcome<T> {
    Ok(of_json(&text(path)?)?)
}

/// A value out of a JSON text.
pub fn of_json<T: DeserializeOwned>(text: &str) -> Result<T, Failure> {
    serde_json::from_str(text).map_err(|error| Failure::of("json").with(error))
}

/// Calls `each` with every line of a file or of standard input.
pub fn lines(path: &Path, mut each: impl FnMut(&str) -> Outcome) -> Outcome {
    let mut from = BufReader::with_capacity(1 << 16, opened(path)?);
    let mut line = Vec::new();
    let mut first = true;
    loop {
        line.clear();
        let read = from
            .read_until(b'\n', &mut line)
            .map_err(|error| Trouble::at_file(path, &error))?;
        if read == 0 {
            return Ok(());
        }
        let text = String::from_utf8_lossy(&line);
        let mut text = text.trim_end_matches(['\n', '\r']);
        if first {
            text = text.trim_start_matches('\u{feff}');
            first = false;
        }
        each(text)?;
    }
}

/// Writes a file whole or not at all, or standard output for `-`.
pub fn write(path: &Path, bytes: &[u8]) -> Outcome {
    if path == Path::new("-") {
        let done = io::stdout().lock().write_all(bytes);
        return done.map_err(|error| Trouble::at_file(path, &error));
    }
    office::file_write(path, bytes).map_err(|reason| Trouble::not_written(path, &reason))
}
