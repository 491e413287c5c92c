//! Running the real program against an office of the test's own.

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// The time every run takes as now unless the test says otherwise.
pub const NOW: &str = "2026-11-22T10:00:00+03:00";

/// A folder to keep an office in, and the program called from it as at a terminal.
pub struct Terminal {
    pub folder: TempDir,
}

pub const REQUISITES: &str = r#"{
    "name": "ООО «Северный дом»", "inn": "7800000002", "kpp": "780001001", "ogrn": "1007800000009",
    "address": "190000, Санкт-Петербург, ул. Примерная, д. 7",
    "phone": "+78125550100", "email": "office@sever.example",
    "bank": {"bic": "044030001", "account": "40702810000000000001", "name": "Банк «Нева»"},
    "signatory": {"post": "Директор", "name": "Ветрова Ирина Александровна"},
    "executor": {"name": "Крылова Мария Игоревна", "phone": "+78125550102"}
}"#;

impl Terminal {
    pub fn bare() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// An office, founded the way a script would.
    pub fn founded() -> Self {
        let terminal = Self::bare();
        let told = terminal.json(&["office", "new", "--requisites", "-"], REQUISITES);
        assert_eq!(told["office"], terminal.office().display().to_string());
        terminal
    }

    pub fn office(&self) -> PathBuf {
        self.folder.path().join("office")
    }

    /// A file beside the office.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path.display().to_string()
    }

    /// The program, ready to run with these words.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = program(words);
        command.arg("--office").arg(self.office());
        command
    }

    /// Runs with something on standard input.
    pub fn run(&self, words: &[&str], input: &str) -> Output {
        fed(self.command(words), input)
    }

    /// Every line of the answer.
    pub fn lines(&self, words: &[&str], input: &str) -> Vec<Value> {
        let output = self.run(words, input);
        assert!(output.status.success(), "{words:?}: {output:?}");
        json_lines(&output.stdout)
    }

    pub fn json(&self, words: &[&str], input: &str) -> Value {
        let mut lines = self.lines(words, input);
        assert_eq!(lines.len(), 1, "{words:?}: {lines:?}");
        lines.remove(0)
    }

    /// The failure of a run that must fail.
    pub fn failure(&self, words: &[&str], input: &str) -> Value {
        let output = self.run(words, input);
        assert_eq!(output.status.code(), Some(1), "{words:?}: {output:?}");
        let mut lines = json_lines(&output.stderr);
        assert_eq!(lines.len(), 1, "{words:?}");
        lines.remove(0)["error"].take()
    }
}

/// The program alone, with a fixed time and person.
pub fn program(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_otvet-cli"));
    command.args(words);
    if !words.contains(&"--now") {
        command.args(["--now", NOW]);
    }
    command.args(["--actor", "Крылова М. И."]);
    command
}

/// Runs a command with something on standard input.
pub fn fed(mut command: Command, input: &str) -> Output {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let input = input.to_owned();
    // A program that answers as it reads would wait for us while we wait for it.
    let feeder = std::thread::spawn(move || {
        let _ = pipe.write_all(input.as_bytes());
    });
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    output
}

pub fn json_lines(bytes: &[u8]) -> Vec<Value> {
    std::str::from_utf8(bytes)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}")))
        .collect()
}

/// The text of a PDF as another program reads it, if there is one here.
pub fn pdf_text(path: &Path) -> Option<String> {
    let output = Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8"])
        .arg(path)
        .arg("-")
        .output();
    match output {
        Ok(output) if output.status.success() => {
            let text = String::from_utf8(output.stdout).unwrap();
            Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        Ok(output) => panic!("pdftotext: {output:?}"),
        Err(_) => {
            prerequisites::skip("pdftotext is not installed");
            None
        }
    }
}
