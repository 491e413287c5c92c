//! Check digits and shapes of requisites. A problem is a warning, never a bar: real papers carry
//! numbers that fail their own rule, and the office decides.
//!
//! Functions take the value as typed: outer spaces are ignored, and for the long numbers spaces
//! inside as well.

use serde::{Deserialize, Serialize};
use std::str::FromStr;
use ts_rs::TS;

/// What is wrong with a requisite. A code for the screen to word, not a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// Nothing was given.
    #[error("empty")]
    Empty,
    /// A character that this requisite can't have.
    #[error("wrong character")]
    WrongCharacter,
    /// Too short or too long.
    #[error("wrong length")]
    WrongLength,
    /// A part of the number that says what it belongs to is impossible here.
    #[error("impossible part")]
    ImpossiblePart,
    /// The check digit does not agree: most likely a slip of one digit.
    #[error("check digit does not agree")]
    WrongCheckDigit,
}

/// Kinds of requisites, by the names used in tables of values to check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Taxpayer number, 10 or 12 digits.
    Inn,
    /// Reason code of registration.
    Kpp,
    /// State registration number, 13 digits or 15 for a sole trader.
    Ogrn,
    /// Bank code, 9 digits.
    Bic,
    /// A settlement account; the value is the bank code, a space, the account.
    Account,
    /// A correspondent account; the value is the bank code, a space, the account.
    CorrespondentAccount,
    /// Telephone number.
    Phone,
    /// Postal index, 6 digits.
    PostalIndex,
    /// Postal tracking number, 14 digits or S10.
    Tracking,
}

/// The name is not one of the kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("unknown kind of requisite")]
pub struct UnknownKind;

impl FromStr for Kind {
    type Err = UnknownKind;

    /// Reads «inn», «kpp», «ogrn» (also «ogrnip»), «bic», «account», «correspondent_account»,
    /// «phone», «postal_index» (also «index»), «tracking».
    fn from_str(name: &str) -> Result<Self, UnknownKind> {
        Ok(match name {
            "inn" => Self::Inn,
            "kpp" => Self::Kpp,
            "ogrn" | "ogrnip" => Self::Ogrn,
            "bic" => Self::Bic,
            "account" => Self::Account,
            "correspondent_account" => Self::CorrespondentAccount,
            "phone" => Self::Phone,
            "postal_index" | "index" => Self::PostalIndex,
            "tracking" => Self::Tracking,
            _ => return Err(UnknownKind),
        })
    }
}

/// Checks a value of the named kind.
///
/// # Errors
/// The [`Problem`] of the kind's own check.
pub fn check(kind: Kind, value: &str) -> Result<(), Problem> {
    let with_bank = |f: fn(&str, &str) -> Result<(), Problem>| {
        let (bic, account) = value
            .trim()
            .split_once(char::is_whitespace)
            .ok_or(Problem::WrongLength)?;
        f(account, bic)
    };
    match kind {
        Kind::Inn => inn(value),
        Kind::Kpp => kpp(value),
        Kind::Ogrn => ogrn(value),
        Kind::Bic => bic(value),
        Kind::Account => with_bank(account),
        Kind::CorrespondentAccount => with_bank(correspondent_account),
        Kind::Phone => phone(value).map(drop),
        Kind::PostalIndex => postal_index(value),
        Kind::Tracking => tracking(value).map(drop),
    }
}

/// ИНН of an organisation (10 digits) or of a person (12 digits).
///
/// # Errors
/// [`Problem`]; a number of zeros alone is [`Problem::ImpossiblePart`].
pub fn inn(value: &str) -> Result<(), Problem> {
    let d = digits(value)?;
    if !matches!(d.len(), 10 | 12) {
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
    if value.chars().count() != 9 {
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

/// БИК: nine digits, beginning with the code of Russia (04) or of the Treasury and its kin (00 to 03).
///
/// # Errors
/// [`Problem`]
pub fn bic(value: &str) -> Result<(), Problem> {
    let d = digits(value)?;
    if d.len() != 9 {
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
    if d.len() != 20 {
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

/// The number in E.164, `+7XXXXXXXXXX` for Russia: «8 (495) 123-45-67» becomes `+74951234567`.
///
/// Ten digits without a prefix are taken as Russian; a number of another country needs its plus.
///
/// # Errors
/// [`Problem`]
pub fn phone(value: &str) -> Result<String, Problem> {
    let value = value.trim();
    if value.is_empty() {
        return Err(Problem::Empty);
    }
    let international = value.starts_with('+');
    let mut d = String::new();
    for (at, c) in value.chars().enumerate() {
        match c {
            '0'..='9' => d.push(c),
            '+' if at == 0 => {}
            '(' | ')' | '-' | '.' | '‐' | '‑' | '–' | '—' | '−' => {}
            c if c.is_whitespace() => {}
            _ => return Err(Problem::WrongCharacter),
        }
        if d.len() > 15 {
            return Err(Problem::WrongLength);
        }
    }
    let russian = match (international, d.len(), d.as_bytes().first()) {
        (_, 11, Some(b'7')) | (false, 11, Some(b'8')) => &d[1..],
        (false, 10, Some(_)) => &d[..],
        (true, 8..=15, Some(b'1'..=b'6' | b'8' | b'9')) => return Ok(format!("+{d}")),
        (true, 8..=15, Some(b'0')) => return Err(Problem::ImpossiblePart),
        _ => return Err(Problem::WrongLength),
    };
    // No Russian area or mobile code begins with 0, 1 or 2; +7 6 and +7 7 are Kazakhstan.
    if matches!(russian.as_bytes()[0], b'0'..=b'2') {
        return Err(Problem::ImpossiblePart);
    }
    Ok(format!("+7{russian}"))
}

/// The number as people write it: `+74951234567` becomes «+7 495 123-45-67», its
/// spaces not to be broken at. Other countries' numbers and what is no number
/// stay as they are.
pub fn phone_readable(value: &str) -> String {
    match phone(value) {
        Ok(e164) if e164.len() == 12 && e164.starts_with("+7") => {
            let parts = [&e164[2..5], &e164[5..8], &e164[8..10], &e164[10..]];
            format!(
                "+7\u{a0}{}\u{a0}{}-{}-{}",
                parts[0], parts[1], parts[2], parts[3]
            )
        }
        _ => value.trim().to_owned(),
    }
}

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

/// The digits of a value, spaces dropped; at most thirty, so that a pasted page costs nothing.
fn digits(value: &str) -> Result<Vec<u32>, Problem> {
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

fn weighted(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(d, w)| d * w).sum()
}

fn agreed(agrees: bool) -> Result<(), Problem> {
    if agrees {
        Ok(())
    } else {
        Err(Problem::WrongCheckDigit)
    }
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
        assert_eq!(
            check(Kind::Account, "044525225 40702810900000005555"),
            Ok(())
        );
        assert_eq!(check(Kind::Account, "044525225"), Err(Problem::WrongLength));
    }

    #[test]
    fn telephone_numbers() {
        for (typed, e164) in [
            ("8 (495) 123-45-67", "+74951234567"),
            ("+7 926 123‑45‑67", "+79261234567"),
            ("9261234567", "+79261234567"),
            ("79261234567", "+79261234567"),
            ("+375 29 123 45 67", "+375291234567"),
            ("+7 701 123 45 67", "+77011234567"),
        ] {
            assert_eq!(phone(typed).as_deref(), Ok(e164), "{typed}");
        }
        assert_eq!(phone("123-45-67"), Err(Problem::WrongLength));
        assert_eq!(
            phone("8 495 123-45-67 доб. 5"),
            Err(Problem::WrongCharacter)
        );
        assert_eq!(phone("+7 095 123 45 67"), Err(Problem::ImpossiblePart));
        assert_eq!(phone(" "), Err(Problem::Empty));
    }

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

        #[test]
        fn a_phone_is_its_own_normal_form(n in 3_000_000_000u64..9_999_999_999) {
            let e164 = phone(&n.to_string()).expect("ten digits");
            prop_assert_eq!(phone(&e164), Ok(e164.clone()));
        }

        #[test]
        fn nothing_panics(s in "\\PC{0,30}", t in "[0-9 ]{0,25}") {
            for kind in [Kind::Inn, Kind::Kpp, Kind::Ogrn, Kind::Bic, Kind::Account,
                Kind::CorrespondentAccount, Kind::Phone, Kind::PostalIndex, Kind::Tracking] {
                let _ = check(kind, &s);
                let _ = check(kind, &t);
            }
        }
    }
}
