//! Checks of the requisites: they warn and never stop anything, for a typing
//! slip on a letterhead is found by the bank or by the inspector.

use crate::wire::RequisiteWarning;
use complaint::Requisites;
use russian::requisites::Problem;

/// What does not look right, field by field, in the order of the form.
pub fn requisites_check(requisites: &Requisites) -> Vec<RequisiteWarning> {
    let faults = letter::requisite_faults(requisites).into_iter();
    faults
        .map(|(field, problem)| RequisiteWarning {
            field: field.to_owned(),
            problem: word(problem).to_owned(),
        })
        .collect()
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
