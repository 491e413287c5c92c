//! Numbers of taxpayers and of the state register.

use crate::requisites::digits::{agreed, digits, weighted};
use crate::requisites::problem::Problem;

/// Digits of an ИНН.
pub const INN_DIGITS: &[usize] = &[10, 12];
/// Characters of a КПП.
pub const KPP_DIGITS: &[usize] = &[9];
/// Digits of an ОГРН and of an ОГРНИП.
pub const OGRN_DIGITS: &[usize] = &[13, 15];

/// ИНН of an organisation (10 digits) or of a person (12 digits).
///
/// # Errors
/// [`Problem`]; a number of zeros alone is [`Problem::ImpossiblePart`].
pub fn inn(value: &str) -> Result<(), Problem> {
    let d = digits(value)?;
    if !INN_DIGITS.contains(&d.len()) {
        return Err(Problem::WrongLength);
    }
    if d.iter().all(|&x| x == 0) {
        return Err(Problem::ImpossiblePart);
    }
    let control = |weights: &[u32]| weighted(&d, weights) % 11 % 10;
    let agrees = if d.len() == 10 {
        control(&[2, 4, 10, 3, 5, 9, 4, 6, 8]) == d[9]
    } else {
        control(&[7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) == d[10]
            && control(&[3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) == d[11]
    };
    agreed(agrees)
}

/// КПП: four digits, two digits or Latin capitals, three digits. It has no check digit.
///
/// # Errors
/// [`Problem`]
pub fn kpp(value: &str) -> Result<(), Problem> {
    let value = value.trim();
    if value.is_empty() {
        return Err(Problem::Empty);
    }
    if !KPP_DIGITS.contains(&value.chars().count()) {
        return Err(Problem::WrongLength);
    }
    let fits = value
        .chars()
        .enumerate()
        .all(|(at, c)| c.is_ascii_digit() || (matches!(at, 4 | 5) && c.is_ascii_uppercase()));
    if fits {
        Ok(())
    } else {
        Err(Problem::WrongCharacter)
    }
}

/// ОГРН (13 digits) or ОГРНИП (15 digits).
///
/// # Errors
/// [`Problem`]; a first digit that the register never gives is [`Problem::ImpossiblePart`].
pub fn ogrn(value: &str) -> Result<(), Problem> {
    let d = digits(value)?;
    let number = |part: &[u32]| part.iter().fold(0u64, |n, &x| n * 10 + u64::from(x));
    let (last, modulus) = match d.len() {
        13 => (12, 11),
        15 => (14, 13),
        _ => return Err(Problem::WrongLength),
    };
    let possible = if d.len() == 13 {
        d[0] != 0
    } else {
        matches!(d[0], 3 | 4)
    };
    if !possible {
        return Err(Problem::ImpossiblePart);
    }
    agreed(number(&d[..last]) % modulus % 10 == u64::from(d[last]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_of_organisations_and_persons() {
        for good in [
            "7707083893",
            "7827004526",
            "500100732259",
            "760307073214",
            " 7707 083893 ",
        ] {
            assert_eq!(inn(good), Ok(()), "{good}");
        }
        assert_eq!(inn("7827004536"), Err(Problem::WrongCheckDigit));
        assert_eq!(inn("860307073214"), Err(Problem::WrongCheckDigit));
        assert_eq!(inn("0000000000"), Err(Problem::ImpossiblePart));
        assert_eq!(inn("770708389"), Err(Problem::WrongLength));
        assert_eq!(inn("77O7083893"), Err(Problem::WrongCharacter));
        assert_eq!(inn(""), Err(Problem::Empty));
        assert_eq!(kpp("0000AZ000"), Ok(()));
        assert_eq!(kpp("770701001"), Ok(()));
        assert_eq!(kpp("77070100A"), Err(Problem::WrongCharacter));
        assert_eq!(kpp("77070100"), Err(Problem::WrongLength));
        assert_eq!(ogrn("1027700132195"), Ok(()));
        assert_eq!(ogrn("304500116000157"), Ok(()));
        assert_eq!(ogrn("1027700132196"), Err(Problem::WrongCheckDigit));
        assert_eq!(ogrn("104500116000157"), Err(Problem::ImpossiblePart));
    }

    proptest! {
        #[test]
        fn one_changed_digit_never_passes_as_an_organisation(
            base in 100_000_000u64..999_999_999, at in 0usize..9, by in 1u32..10,
        ) {
            let body = base.to_string();
            let whole = (0..10).map(|c| format!("{body}{c}")).find(|n| inn(n).is_ok());
            let whole = whole.expect("one of ten check digits agrees");
            let mut d: Vec<u32> = whole.chars().filter_map(|c| c.to_digit(10)).collect();
            d[at] = (d[at] + by) % 10;
            let changed: String = d.iter().map(ToString::to_string).collect();
            // Weights mod 11 leave one blind spot: the remainder 10 is written as 0.
            let control = weighted(&d, &[2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11;
            prop_assume!(control != 10 && weighted(
                &whole.chars().filter_map(|c| c.to_digit(10)).collect::<Vec<_>>(),
                &[2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 != 10);
            prop_assert!(inn(&changed).is_err());
        }
    }
}
