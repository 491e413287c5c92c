//! Check digits and shapes of requisites. A problem is a warning, never a bar: real papers carry
//! numbers that fail their own rule, and the office decides.
//!
//! Functions take the value as typed: outer spaces are ignored, and for the long numbers spaces
//! inside as well.

mod bank;
mod digits;
mod kinds;
mod phone;
mod postal;
mod problem;
mod tax;

pub use bank::{ACCOUNT_DIGITS, BIC_DIGITS, account, bic, correspondent_account};
pub use kinds::{Kind, UnknownKind, check};
pub use phone::{LONG_AREA_CODES, SHORT_AREA_CODES, phone, phone_as_written, phone_readable};
pub use postal::{Tracking, postal_index, tracking};
pub use problem::Problem;
pub use tax::{INN_DIGITS, KPP_DIGITS, OGRN_DIGITS, inn, kpp, ogrn};
