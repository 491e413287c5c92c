//! Checks of the requisites: they warn and never stop anything, for a typing
//! slip on a letterhead is found by the bank or by the inspector.

use complaint::Requisites;
use russian::requisites::{self, Problem};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A field of the requisites that does not look right. It warns; it never
/// stops anything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RequisiteWarning {
    /// The field: `name`, `inn`, `kpp`, `ogrn`, `address`, `phone`, `email`, `bank.bic`,
    /// `bank.account`, `bank.correspondent`, `signatory.name`, `signatory.post`, `executor.phone`.
    pub field: String,
    /// What is off: `missing`, `length`, `digits`, `checksum`, `format`.
    pub problem: String,
    /// Of a wrong length: how many digits it should have, any of these.
    pub digits: Vec<usize>,
}

/// What does not look right, field by field, in the order of the form.
pub fn requisites_check(requisites: &Requisites) -> Vec<RequisiteWarning> {
    let faults = letter::requisite_faults(requisites).into_iter();
    faults
        .map(|(field, problem)| RequisiteWarning {
            field: field.to_owned(),
            problem: word(problem).to_owned(),
            digits: if problem == Problem::WrongLength {
                digits(field).to_vec()
            } else {
                Vec::new()
            },
        })
        .collect()
}

fn digits(field: &str) -> &'static [usize] {
    match field {
        "inn" => requisites::INN_DIGITS,
        "kpp" => requisites::KPP_DIGITS,
        "ogrn" => requisites::OGRN_DIGITS,
        "bank.bic" => requisites::BIC_DIGITS,
        "bank.account" | "bank.correspondent" => requisites::ACCOUNT_DIGITS,
        _ => &[],
    }
}

fn word(problem: Problem) -> &'static str {
    match problem {
        Problem::Empty => "missing",
        Problem::WrongCharacter => "digits",
        Problem::WrongLength => "length",
        Problem::ImpossiblePart => "format",
        Problem::WrongCheckDigit => "checksum",
    }
}
