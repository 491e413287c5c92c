//! A requisite by the name of its kind.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::requisites::bank::{account, bic, correspondent_account};
use crate::requisites::phone::phone;
use crate::requisites::postal::{postal_index, tracking};
use crate::requisites::problem::Problem;
use crate::requisites::tax::{inn, kpp, ogrn};

/// Kinds of requisites, by the names used in tables of values to check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Taxpayer number, 10 or 12 digits.
    Inn,
    /// Reason code of registration with a tax office, 9 signs.
    Kpp,
    /// State registration number, 13 digits or 15 for a sole trader.
    Ogrn,
    /// Bank identification code, 9 digits.
    Bic,
    /// A settlement account; the value is the bank code, a space, the account.
    Account,
    /// A correspondent account; the value is the bank code, a space, the account.
    CorrespondentAccount,
    /// Telephone number, in any of the ways people type it.
    Phone,
    /// Postal index of Russia, 6 digits.
    PostalIndex,
    /// Postal tracking number, 14 digits or S10.
    Tracking,
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_account_comes_behind_its_bank() {
        assert_eq!(
            check(Kind::Account, "044525225 40702810900000005555"),
            Ok(())
        );
        assert_eq!(check(Kind::Account, "044525225"), Err(Problem::WrongLength));
    }

    proptest! {
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
