//! Banks and accounts.

use crate::requisites::digits::{agreed, digits};
use crate::requisites::problem::Problem;

/// How long the code of a bank is.
pub const BIC_DIGITS: &[usize] = &[9];
/// How long a settlement or correspondent account is.
pub const ACCOUNT_DIGITS: &[usize] = &[20];

/// БИК: nine digits, beginning with the code of Russia (04) or of the Treasury and its kin (00 to 03).
///
/// # Errors
/// [`Problem`]
pub fn bic(value: &str) -> Result<(), Problem> {
    let d = digits(value)?;
    if !BIC_DIGITS.contains(&d.len()) {
        return Err(Problem::WrongLength);
    }
    if d[0] != 0 || d[1] > 4 {
        return Err(Problem::ImpossiblePart);
    }
    Ok(())
}

/// A settlement account against the bank's code.
///
/// # Errors
/// [`Problem`] of either number, or of the pair when the check digit does not agree.
pub fn account(account: &str, bank: &str) -> Result<(), Problem> {
    bic(bank)?;
    let bank = digits(bank)?;
    // Accounts kept by the central bank itself have no bank number of three digits to be checked with.
    let central = bank[6] == 0 && bank[7] == 0 && bank[8] <= 2;
    let prefix = if central || bank[1] != 4 {
        [0, bank[4], bank[5]]
    } else {
        [bank[6], bank[7], bank[8]]
    };
    account_with(prefix, account)
}

/// A correspondent account of a bank against its code.
///
/// # Errors
/// [`Problem`]; an account that does not begin with 301 is [`Problem::ImpossiblePart`].
pub fn correspondent_account(account: &str, bank: &str) -> Result<(), Problem> {
    bic(bank)?;
    let bank = digits(bank)?;
    let d = digits(account)?;
    if d.len() == 20 && d[..3] != [3, 0, 1] {
        return Err(Problem::ImpossiblePart);
    }
    account_with([0, bank[4], bank[5]], account)
}

fn account_with(prefix: [u32; 3], account: &str) -> Result<(), Problem> {
    let d = digits(account)?;
    if !ACCOUNT_DIGITS.contains(&d.len()) {
        return Err(Problem::WrongLength);
    }
    let sum: u32 = prefix
        .iter()
        .chain(&d)
        .zip([7, 1, 3].iter().cycle())
        .map(|(x, w)| x * w % 10)
        .sum();
    agreed(sum.is_multiple_of(10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_against_the_bank() {
        assert_eq!(account("40702810900000005555", "044525225"), Ok(()));
        assert_eq!(
            account("40702810900000005556", "044525225"),
            Err(Problem::WrongCheckDigit)
        );
        assert_eq!(
            account("4070281090000000555", "044525225"),
            Err(Problem::WrongLength)
        );
        assert_eq!(
            account("40702810900000005555", "944525225"),
            Err(Problem::ImpossiblePart)
        );
        assert_eq!(
            correspondent_account("30101810400000000225", "044525225"),
            Ok(())
        );
        assert_eq!(
            correspondent_account("40702810900000005555", "044525225"),
            Err(Problem::ImpossiblePart)
        );
    }
}
