//! `fuzz`: broken files for all that reads strangers' bytes, for as long as is asked.

use crate::packages::Purpose;
use crate::step::{Outcome, cargo, run as step, target};
use crate::supplies;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long each reader is tried, in seconds, unless it is said.
const SECONDS: u64 = 10;
/// One file that is read for longer is a finding. It is less than the drawing program is given for a page, so that
/// what it is ended for is a finding, too.
const LONGEST: Duration = Duration::from_secs(15);
/// What a process may take of memory, in bytes: twice what the largest message needs.
const MOST_MEMORY: u64 = 4 << 30;
/// After so many findings a reader is left alone.
const MOST_FINDINGS: usize = 5;

pub fn run(words: &[&str]) -> Outcome {
    let mut seconds = SECONDS;
    let mut seed = 1;
    let mut names = Vec::new();
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        match *word {
            "--seconds" => seconds = number(word, rest.next())?,
            "--seed" => seed = number(word, rest.next())?,
            name => names.push(name.to_owned()),
        }
    }
    supplies::ensure(Purpose::Test)?;
    step(
        "the workbench and the drawing program",
        &mut cargo(&[
            "build",
            "--package",
            "workbench",
            "--package",
            "otvet-pages",
            "--bins",
        ]),
    )?;
    let target = target()?;
    let bout = Bout {
        program: target.join("debug").join("otvet-workbench"),
        findings: target.join("fuzz"),
        seed,
    };
    let readers = bout.readers()?;
    if let Some(unknown) = names.iter().find(|name| !readers.contains(name)) {
        return Err(format!(
            "nothing called {unknown} reads; there are {}",
            readers.join(", ")
        ));
    }
    let names = if names.is_empty() { readers } else { names };
    fs::create_dir_all(&bout.findings).map_err(|reason| reason.to_string())?;
    let mut found = 0;
    for name in names {
        println!("\n── {name}: {seconds} s");
        found += bout.reader(&name, Duration::from_secs(seconds))?;
    }
    match found {
        0 => Ok(()),
        some => Err(format!("{some} findings, in {}", bout.findings.display())),
    }
}

fn number(word: &str, said: Option<&&str>) -> Outcome<u64> {
    said.and_then(|text| text.parse().ok())
        .ok_or_else(|| format!("{word} wants a number"))
}

struct Bout {
    program: PathBuf,
    findings: PathBuf,
    seed: u64,
}

impl Bout {
    /// The names of all that reads, as the workbench knows them.
    fn readers(&self) -> Outcome<Vec<String>> {
        let told = Command::new(&self.program)
            .arg("fuzz")
            .output()
            .map_err(|reason| format!("the workbench: {reason}"))?;
        serde_json::from_slice(&told.stdout).map_err(|reason| format!("the workbench: {reason}"))
    }

    /// Tries one reader until its time is over, past what it falls over; how many findings there were.
    fn reader(&self, name: &str, time: Duration) -> Outcome<usize> {
        let until = Instant::now() + time;
        let mark = self.findings.join(format!("{name}.now"));
        let mut from = 0;
        for found in 0..MOST_FINDINGS {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(found);
            }
            let _ = fs::remove_file(&mark);
            let mut child = self.start(name, from, left, &mark)?;
            let Some(what) = watched(&mut child, &mark)? else {
                return Ok(found);
            };
            let Some(at) = marked(&mark) else {
                return Err(format!("{name} did not begin: {what}"));
            };
            let file = self.findings.join(format!("{name}-{}-{at}", self.seed));
            self.write_out(name, at, &file)?;
            println!("{name}: {what} at {}", file.display());
            from = at + 1;
        }
        Ok(MOST_FINDINGS)
    }

    fn start(&self, name: &str, from: u64, time: Duration, mark: &Path) -> Outcome<Child> {
        Command::new("prlimit")
            .arg(format!("--as={MOST_MEMORY}"))
            .arg(&self.program)
            .args(["fuzz", name, "--seed", &self.seed.to_string()])
            .args(["--from", &from.to_string()])
            .args(["--seconds", &time.as_secs().max(1).to_string()])
            .arg("--mark")
            .arg(mark)
            .spawn()
            .map_err(|reason| format!("{name}: {reason}"))
    }

    /// Writes the file of this number beside the findings.
    fn write_out(&self, name: &str, at: u64, file: &Path) -> Outcome {
        let status = Command::new(&self.program)
            .args(["fuzz", name, "--seed", &self.seed.to_string()])
            .args(["--from", &at.to_string(), "--out"])
            .arg(file)
            .stdout(Stdio::null())
            .status()
            .map_err(|reason| reason.to_string())?;
        if status.success() {
            Ok(())
        } else {
            Err(format!("{name} {at} can't be written out: {status}"))
        }
    }
}

/// Waits for the end of a process that marks what it reads; what was wrong, if anything.
fn watched(child: &mut Child, mark: &Path) -> Outcome<Option<String>> {
    let mut last = (None, Instant::now());
    loop {
        let ended: Option<ExitStatus> = child.try_wait().map_err(|reason| reason.to_string())?;
        if let Some(status) = ended {
            return Ok((!status.success()).then(|| format!("ended with {status}")));
        }
        let now = marked(mark);
        if now != last.0 {
            last = (now, Instant::now());
        } else if now.is_some() && last.1.elapsed() > LONGEST {
            // It is ours, and hangs.
            child.kill().map_err(|reason| reason.to_string())?;
            child.wait().map_err(|reason| reason.to_string())?;
            return Ok(Some(format!("no answer within {} s", LONGEST.as_secs())));
        }
        sleep(Duration::from_millis(100));
    }
}

fn marked(mark: &Path) -> Option<u64> {
    fs::read_to_string(mark).ok()?.parse().ok()
}
