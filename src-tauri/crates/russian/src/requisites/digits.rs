//! Digits of a number, and check digits.

use crate::requisites::problem::Problem;

/// The digits of a value, spaces dropped; at most thirty, so that a pasted page costs nothing.
pub(super) fn digits(value: &str) -> Result<Vec<u32>, Problem> {
    let mut out = Vec::with_capacity(20);
    for c in value.chars().filter(|c| !c.is_whitespace()) {
        out.push(c.to_digit(10).ok_or(Problem::WrongCharacter)?);
        if out.len() > 30 {
            return Err(Problem::WrongLength);
        }
    }
    if out.is_empty() {
        Err(Problem::Empty)
    } else {
        Ok(out)
    }
}

/// The sum of digits times their weights.
pub(super) fn weighted(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(d, w)| d * w).sum()
}

/// [`Problem::WrongCheckDigit`] unless it agrees.
pub(super) fn agreed(agrees: bool) -> Result<(), Problem> {
    if agrees {
        Ok(())
    } else {
        Err(Problem::WrongCheckDigit)
    }
}
