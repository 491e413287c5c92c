//! Names of people, organisations and posts, and their case endings.
//!
//! A word is declined by the first rule of its table that fits (`rules`); words that no rule knows
//! stay as they are, which is also what Russian does with foreign names it can't decline. The office
//! may always overrule a form.

mod decline;
mod eastern;
mod first_names;
mod full;
mod gender;
mod grammar;
mod nouns;
mod organisation;
mod paradigm;
mod parts;
mod party;
mod phrase;
mod post;
mod rules;
mod tables;
mod word;

pub use decline::decline_part;
pub use first_names::is_first_name;
pub use full::{FullName, Order, decline_full, gender_of_full};
pub use gender::{gender_of_part, likely_gender_of_part};
pub use grammar::{Case, Gender, Part, UnknownWord};
pub use organisation::{decline_organisation, is_organisation};
pub use party::{decline_firm, decline_party, is_sole_trader, without_style};
pub use post::decline_post;
