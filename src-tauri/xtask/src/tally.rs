//! Counting passed, failed and skipped tests out of what the test runners print.

use crate::step::{Outcome, run_with};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

/// How many tests passed, failed and were skipped.
#[derive(Debug, Default)]
pub struct Tally {
    /// Passed with nothing left out.
    pub passed: u32,
    pub failed: u32,
    /// Ignored, or passed though they left something out.
    pub skipped: u32,
    /// What was skipped and why, as far as the runners name it.
    pub reasons: Vec<String>,
    /// Those of the program of tests that is running, which cargo will count
    /// as passed: what each lacks, by its package and name.
    lacking: BTreeMap<String, Vec<String>>,
}

impl Tally {
    /// Adds a check that could not be made.
    pub fn skip(&mut self, reason: impl Into<String>) {
        self.skipped += 1;
        self.reasons.push(reason.into());
    }

    /// Adds what one line of a test runner's output says, if it says anything:
    /// `test result: ok. 3 passed; 1 failed; …` of cargo, `Tests  1 failed | 3 passed (4)`
    /// of Vitest, `SKIPPED package::test: what it lacks` of a test of ours.
    pub fn hear(&mut self, line: &str) {
        let line = line.trim();
        if let Some((name, lack)) = line
            .strip_prefix("SKIPPED ")
            .and_then(|told| told.split_once(": "))
        {
            let lacks = self.lacking.entry(name.to_owned()).or_default();
            lacks.push(lack.to_owned());
        } else if let Some((name, result)) = line
            .strip_prefix("test ")
            .and_then(|told| told.split_once(" ... "))
        {
            if result.starts_with("ignored") {
                self.reasons.push(format!("{name}: {result}"));
            } else if result == "FAILED" {
                let end = format!("::{name}");
                self.lacking.retain(|skipped, _| !skipped.ends_with(&end));
            }
        } else if line.starts_with("running ") {
            self.lacking.clear();
        } else if let Some(counts) = line
            .strip_prefix("test result:")
            .or_else(|| line.strip_prefix("Tests "))
        {
            self.count(counts);
        }
    }

    fn count(&mut self, counts: &str) {
        let words: Vec<&str> = counts
            .split([' ', ';', '|', '.'])
            .filter(|word| !word.is_empty())
            .collect();
        for pair in words.windows(2) {
            let Ok(count) = pair[0].parse::<u32>() else {
                continue;
            };
            match pair[1] {
                "passed" => self.passed += count,
                "failed" => self.failed += count,
                "ignored" | "skipped" | "todo" => self.skipped += count,
                _ => {}
            }
        }
        for (name, lacks) in std::mem::take(&mut self.lacking) {
            self.passed = self.passed.saturating_sub(1);
            self.skip(format!("{name}: {}", lacks.join("; ")));
        }
    }

    /// Runs a command, lets its output through, and counts what it says on standard output.
    pub fn listen(&mut self, what: &str, command: &mut Command) -> Outcome {
        run_with(what, command.stdout(Stdio::piped()), |child| {
            let Some(output) = child.stdout.take() else {
                return;
            };
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                println!("{line}");
                self.hear(&line);
            }
            let _ = std::io::stdout().flush();
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn heard(lines: &[&str]) -> Tally {
        let mut tally = Tally::default();
        for line in lines {
            tally.hear(line);
        }
        tally
    }

    #[test]
    fn counts_what_cargo_and_vitest_print() {
        let tally = heard(&[
            "test slow ... ignored, by hand",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.03s",
            "test result: FAILED. 3 passed; 2 failed; 0 ignored",
            "      Tests  1 failed | 47 passed | 2 skipped (50)",
            " Test Files  9 passed (9)",
            "99 passed somewhere in a sentence",
        ]);
        assert_eq!((tally.passed, tally.failed, tally.skipped), (62, 3, 3));
        assert_eq!(tally.reasons, ["slow: ignored, by hand"]);
    }

    #[test]
    fn a_test_that_left_something_out_is_skipped_and_did_not_pass() {
        let tally = heard(&[
            "running 3 tests",
            "SKIPPED russian::oracles::every_stem: there is no shared/oracles/stemmer.tsv",
            "test oracles::every_stem ... ok",
            "SKIPPED letter::docx::read: soffice is not installed",
            "SKIPPED letter::docx::read: pdftotext is not installed",
            "SKIPPED letter::docx::worse: soffice is not installed",
            "test docx::worse ... FAILED",
            "test result: FAILED. 2 passed; 1 failed; 0 ignored",
            // Nothing is left over for the next program.
            "running 1 test",
            "test result: ok. 1 passed; 0 failed",
        ]);
        assert_eq!((tally.passed, tally.failed, tally.skipped), (1, 1, 2));
        assert_eq!(
            tally.reasons,
            [
                "letter::docx::read: soffice is not installed; pdftotext is not installed",
                "russian::oracles::every_stem: there is no shared/oracles/stemmer.tsv",
            ]
        );
    }
}
