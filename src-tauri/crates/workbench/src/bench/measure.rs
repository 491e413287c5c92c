//! What can be measured, one by one.

use super::{attach, backup, letters, lock, matrix, questions, register, typesetter};
use otvet_cli::answer::Outcome;
use serde_json::Value;

#[derive(Clone, Debug)]
pub enum Measure {
    /// A two-page letter, cold and warm.
    Letters,
    /// Lists and search of registers with so many complaints.
    Register(Vec<u64>),
    /// Storing a file of so many mebibytes, and small ones.
    Attach(u64),
    /// Backing up and restoring an office with so many mebibytes of documents.
    Backup(u64),
    /// A register with so many complaints, and a file of so many mebibytes, without and with a password.
    Lock(u64, u64),
    /// Opening a case of many points and documents.
    Matrix,
    /// The typesetter without an office.
    Typesetter,
    /// Each question lists and searches are asked, on registers with so many complaints.
    Questions(Vec<u64>),
}

/// The figures of one measurement.
///
/// # Errors
/// Those of the office, the press and the disk.
pub fn measured(what: &Measure) -> Outcome<Value> {
    match what {
        Measure::Letters => letters::measured(),
        Measure::Register(sizes) => register::measured(sizes),
        Measure::Attach(mebibytes) => attach::measured(*mebibytes),
        Measure::Backup(mebibytes) => backup::measured(*mebibytes),
        Measure::Lock(size, mebibytes) => lock::measured(*size, *mebibytes),
        Measure::Matrix => matrix::measured(),
        Measure::Typesetter => typesetter::measured(),
        Measure::Questions(sizes) => {
            let figures: Outcome<Vec<Value>> =
                sizes.iter().map(|of| questions::measured(*of)).collect();
            Ok(Value::Array(figures?))
        }
    }
}
