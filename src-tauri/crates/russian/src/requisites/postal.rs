//! Numbers of the post.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::requisites::digits::{agreed, digits, weighted};
use crate::requisites::problem::Problem;

/// A postal index of Russia: six digits, the first from 1 to 6.
///
/// # Errors
/// [`Problem`]
pub fn postal_index(value: &str) -> Result<(), Problem> {
    let d = digits(value)?;
    if d.len() != 6 {
        return Err(Problem::WrongLength);
    }
    if !(1..=6).contains(&d[0]) {
        return Err(Problem::ImpossiblePart);
    }
    Ok(())
}

/// Which numbering a tracking number follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Tracking {
    /// Fourteen digits, within Russia.
    Domestic,
    /// Two letters, nine digits, two letters (UPU standard S10).
    International,
}

/// A postal tracking number. Letters may be small; spaces are ignored.
///
/// # Errors
/// [`Problem`]
pub fn tracking(value: &str) -> Result<Tracking, Problem> {
    let code: Vec<char> = value
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| c.to_ascii_uppercase())
        .collect();
    match code.first() {
        None => Err(Problem::Empty),
        Some(c) if c.is_ascii_digit() => domestic(value),
        Some(_) => international(&code),
    }
}

fn domestic(value: &str) -> Result<Tracking, Problem> {
    let d = digits(value)?;
    if d.len() != 14 {
        return Err(Problem::WrongLength);
    }
    let sum = weighted(&d, &[3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]);
    agreed((10 - sum % 10) % 10 == d[13]).map(|()| Tracking::Domestic)
}

fn international(code: &[char]) -> Result<Tracking, Problem> {
    if code.len() != 13 {
        return Err(Problem::WrongLength);
    }
    let letters = code[..2].iter().chain(&code[11..]);
    if !letters.clone().all(char::is_ascii_uppercase) {
        return Err(Problem::WrongCharacter);
    }
    let d: Vec<u32> = code[2..11]
        .iter()
        .map(|c| c.to_digit(10).ok_or(Problem::WrongCharacter))
        .collect::<Result<_, _>>()?;
    let control = match 11 - weighted(&d, &[8, 6, 4, 2, 3, 5, 9, 7]) % 11 {
        10 => 0,
        11 => 5,
        c => c,
    };
    agreed(control == d[8]).map(|()| Tracking::International)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postal_numbers() {
        assert_eq!(postal_index("101000"), Ok(()));
        assert_eq!(postal_index("01000"), Err(Problem::WrongLength));
        assert_eq!(postal_index("901000"), Err(Problem::ImpossiblePart));
        assert_eq!(tracking("62009147017544"), Ok(Tracking::Domestic));
        assert_eq!(tracking("62009147017545"), Err(Problem::WrongCheckDigit));
        assert_eq!(tracking("RB123456785GB"), Ok(Tracking::International));
        assert_eq!(tracking("rd 025500807 se"), Ok(Tracking::International));
        assert_eq!(tracking("RR123456789EE"), Err(Problem::WrongCheckDigit));
        assert_eq!(tracking("R1123456789EE"), Err(Problem::WrongCharacter));
    }
}
