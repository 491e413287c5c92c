//! Counting passed and failed tests out of what the test runners print.

use crate::step::Outcome;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Passed.
    pub passed: u32,
    /// Failed.
    pub failed: u32,
}

impl Tally {
    /// Adds what one line of a test runner's output says, if it says anything:
    /// `test result: ok. 3 passed; 1 failed; …` of cargo, `Tests  1 failed | 3 passed (4)` of Vitest.
    pub fn hear(&mut self, line: &str) {
        let line = line.trim();
        let Some(counts) = line
            .strip_prefix("test result:")
            .or_else(|| line.strip_prefix("Tests "))
        else {
            return;
        };
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
                _ => {}
            }
        }
    }

    /// Runs a command, lets its output through, and counts what it says on standard output.
    pub fn listen(&mut self, what: &str, command: &mut Command) -> Outcome {
        println!("\n── {what}");
        let mut child = command
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|reason| format!("{what}: {}: {reason}", command.get_program().display()))?;
        if let Some(output) = child.stdout.take() {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                println!("{line}");
                self.hear(&line);
            }
            let _ = std::io::stdout().flush();
        }
        let status = child.wait().map_err(|reason| format!("{what}: {reason}"))?;
        if status.success() {
            Ok(())
        } else {
            Err(format!("{what}: {status}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn counts_what_cargo_and_vitest_print() {
        let mut tally = Tally::default();
        tally.hear("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.03s");
        tally.hear("test result: FAILED. 3 passed; 2 failed; 0 ignored");
        tally.hear("      Tests  1 failed | 47 passed (48)");
        tally.hear(" Test Files  9 passed (9)");
        tally.hear("99 passed somewhere in a sentence");
        assert_eq!(
            tally,
            Tally {
                passed: 62,
                failed: 3
            }
        );
    }
}
