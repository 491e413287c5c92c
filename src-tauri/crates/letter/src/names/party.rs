//! Whether a person or a firm is spoken of, and what either is called for short.

use crate::words::clean::clean_line;
use complaint::{Complainant, Gender, PartyKind};
use russian::name::{FullName, is_organisation};

/// Characters of the longest name that is taken apart; a longer text stands as it is.
const LONGEST: usize = 200;

/// The surname or the firm's name, for a file name.
pub fn short(who: &Complainant) -> String {
    let name = clean_line(&who.name);
    if !speaks_of_a_person(who, &name) {
        return name;
    }
    let full = FullName::parse(&name);
    if full.last.is_empty() {
        name
    } else {
        full.last
    }
}

/// Whether a firm writes: it says so, or its name does.
pub fn is_firm(who: &Complainant) -> bool {
    who.kind == PartyKind::Organisation || is_organisation(&clean_line(&who.name))
}

/// Whether the name is one of a person, who may be greeted by it.
pub fn speaks_of_a_person(who: &Complainant, name: &str) -> bool {
    who.kind == PartyKind::Person && name.chars().count() <= LONGEST && !is_organisation(name)
}

/// The gender the office gave; none leaves it to the name.
pub fn gender(who: &Complainant) -> Option<russian::name::Gender> {
    match who.gender {
        Gender::Auto => None,
        Gender::M => Some(russian::name::Gender::Male),
        Gender::F => Some(russian::name::Gender::Female),
    }
}
