//! The program without its window, for the tests of the pages: it answers the window's own commands over
//! standard input and output, from the real office.
//!
//! Each line in is one JSON object with an `id`, and each line out carries that `id` back:
//!
//! - `{"id", "start": "empty" | "office" | "sample"}` makes a program on a machine of its own (nothing open yet,
//!   a new office open, or the sample office open) and gives its number and the names of all commands;
//! - `{"id", "program", "command", "input"}` asks for a command; answers are `{"ok"}`, `{"bytes"}` in base64 or
//!   `{"failure"}`, with any number of `{"progress"}` before;
//! - `{"id", "program", "person": {"files"?, "folder"?, "save"?, "now"?}}` says what the person at the dialogs
//!   answers from now on (paths; a dialog that is told nothing is closed), and what their clock shows;
//! - `{"id", "program", "drop": [paths]}` lets files fall on the window and gives what the window is told of them;
//! - `{"id", "program", "opened": true}` gives the copies that were opened with other programs;
//! - `{"id", "program", "again": true}` ends the program and starts it again on the same machine;
//! - `{"id", "program", "end": true}` takes the machine away.
//!
//! It ends when its input does, and leaves nothing behind.
// What it prints is what it is for.
#![allow(clippy::print_stdout)]

use acceptance::SampleOffice;
use acceptance::windowless::{Machine, Person, Start};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use commands::{Answer, Failure};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{BufRead, Write, stdin, stdout};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

#[derive(Deserialize)]
struct Line {
    id: u64,
    #[serde(flatten)]
    ask: Ask,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Ask {
    Start {
        start: Start,
    },
    Command {
        program: u64,
        command: String,
        #[serde(default)]
        input: Value,
    },
    Person {
        program: u64,
        person: Person,
    },
    Drop {
        program: u64,
        drop: Vec<PathBuf>,
    },
    Opened {
        program: u64,
        #[serde(rename = "opened")]
        _opened: bool,
    },
    Again {
        program: u64,
        #[serde(rename = "again")]
        _again: bool,
    },
    End {
        program: u64,
        #[serde(rename = "end")]
        _end: bool,
    },
}

impl Ask {
    /// The program that is asked, where there must be one.
    fn program(&self) -> Option<u64> {
        match self {
            Self::Start { .. } => None,
            Self::Command { program, .. }
            | Self::Person { program, .. }
            | Self::Drop { program, .. }
            | Self::Opened { program, .. }
            | Self::Again { program, .. }
            | Self::End { program, .. } => Some(*program),
        }
    }
}

fn main() {
    let sample = SampleOffice::default();
    let mut machines: HashMap<u64, Arc<Machine>> = HashMap::new();
    let mut under_way = Vec::new();
    for line in stdin().lock().lines().map_while(Result::ok) {
        let Line { id, ask } =
            serde_json::from_str(&line).expect("a line as the head of this file describes");
        // A screen that is left may still save, when its machine is gone already.
        let gone = |number: &u64| !machines.contains_key(number);
        if ask.program().is_some_and(|number| gone(&number)) {
            say(
                id,
                "failure",
                serde_json::to_value(Failure::of("no_office")).expect("JSON"),
            );
            continue;
        }
        let machine = |number: &u64| Arc::clone(&machines[number]);
        match ask {
            Ask::Start { start } => {
                machines.insert(id, Arc::new(Machine::new(start, &sample)));
                say(
                    id,
                    "ok",
                    json!({ "program": id, "commands": commands::NAMES }),
                );
            }
            // A command may wait for another, such as the one that stops it.
            Ask::Command {
                program,
                command,
                input,
            } => {
                let machine = machine(&program);
                under_way.push(thread::spawn(move || {
                    carry_out(id, &machine, &command, &input)
                }));
            }
            Ask::Person { program, person } => {
                machine(&program).seat(person);
                say(id, "ok", Value::Null);
            }
            Ask::Drop { program, drop } => {
                let dropped = machine(&program).drop_on_window(&drop);
                say(id, "ok", serde_json::to_value(dropped).expect("JSON"));
            }
            Ask::Opened { program, .. } => say(id, "ok", json!(machine(&program).opened())),
            Ask::Again { program, .. } => {
                let again = machine(&program).started_again();
                machines.insert(program, Arc::new(again));
                say(id, "ok", Value::Null);
            }
            Ask::End { program, .. } => {
                machines.remove(&program);
                say(id, "ok", Value::Null);
            }
        }
    }
    for command in under_way {
        let _ = command.join();
    }
}

fn carry_out(id: u64, machine: &Machine, command: &str, input: &Value) {
    let answer = machine.ask(command, input, &|step| {
        say(id, "progress", serde_json::to_value(step).expect("JSON"));
    });
    match answer.unwrap_or_else(|| Err(Failure::of("unknown_command"))) {
        Ok(Answer::Json(text)) => say(id, "ok", serde_json::from_str(&text).expect("JSON")),
        Ok(Answer::Bytes(bytes)) => say(id, "bytes", json!(BASE64_STANDARD.encode(bytes))),
        Err(failure) => say(id, "failure", serde_json::to_value(failure).expect("JSON")),
    }
}

/// Answers one line. A reader that is gone needs no answer.
fn say(id: u64, what: &str, value: Value) {
    let mut line = json!({ "id": id, what: value }).to_string();
    line.push('\n');
    let _ = stdout().lock().write_all(line.as_bytes());
}
