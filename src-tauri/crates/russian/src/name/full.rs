//! A person's full name: telling its parts, declining, initials, salutation.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::name::decline::decline_part;
use crate::name::eastern::{is_eastern, is_of_a_woman};
use crate::name::gender::{gender_of_part, likely_gender_of_part};
use crate::name::grammar::{Case, Gender, Part};
use crate::name::parts::{is_initial, parts};

/// The parts of a person's name; a part that is not known is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FullName {
    /// Surname, with its particles: «ван Гог».
    pub last: String,
    /// First name, or its initial with a full stop.
    pub first: String,
    /// Patronymic, or its initial with a full stop; «Мамед оглы».
    pub middle: String,
}

/// In which order the parts of a name are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// «Соколова Марина Львовна»
    LastFirst,
    /// «Марина Львовна Соколова»
    FirstLast,
}

impl FullName {
    /// Tells the parts of a name written in either order.
    ///
    /// The patronymic shows the order; without one, well-known first names and surname endings do.
    /// What can't be told is taken as surname, then first name. Never fails: any text gives some name.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut name = Self::default();
        for (part, words) in parts(text) {
            let place = match part {
                Part::Last => &mut name.last,
                Part::First => &mut name.first,
                Part::Middle => &mut name.middle,
            };
            // A surname may stand on both sides of the first name; no word is lost.
            for word in words {
                if !place.is_empty() {
                    place.push(' ');
                }
                place.push_str(&word);
            }
        }
        name
    }

    /// The gender the name shows for certain, see [`gender_of_full`].
    #[must_use]
    pub fn gender(&self) -> Option<Gender> {
        gender_of_full(self)
    }

    /// The name in a case. `gender: None` takes the gender that the name shows or suggests.
    #[must_use]
    pub fn decline(&self, gender: Option<Gender>, case: Case) -> Self {
        let gender = gender.or_else(|| self.likely_gender());
        if self.is_eastern() {
            return Self {
                first: decline_given(&self.first, gender, case),
                ..self.clone()
            };
        }
        Self {
            last: decline_part(Part::Last, &self.last, gender, case),
            first: decline_part(Part::First, &self.first, gender, case),
            middle: decline_part(Part::Middle, &self.middle, gender, case),
        }
    }

    /// Whether it is a Chinese, Korean or Vietnamese name, surname first.
    fn is_eastern(&self) -> bool {
        let words: Vec<&str> = std::iter::once(self.last.as_str())
            .chain(self.first.split_whitespace())
            .collect();
        self.middle.is_empty() && is_eastern(&words)
    }

    fn likely_gender(&self) -> Option<Gender> {
        self.gender()
            .or_else(|| likely_gender_of_part(Part::First, &self.first))
    }

    /// The known parts, joined by spaces.
    #[must_use]
    pub fn in_order(&self, order: Order) -> String {
        let parts = match order {
            Order::LastFirst => [&self.last, &self.first, &self.middle],
            Order::FirstLast => [&self.first, &self.middle, &self.last],
        };
        let known: Vec<&str> = parts
            .iter()
            .map(|p| p.as_str())
            .filter(|p| !p.is_empty())
            .collect();
        known.join(" ")
    }

    /// «М. Л. Соколова» or «Соколова М. Л.», with no-break spaces throughout.
    ///
    /// For «Соколовой М. Л.» decline the name first; a name without a surname gives the first name and
    /// patronymic in full, and so does «Ким Ир Сен», whose given names aren't shortened.
    #[must_use]
    pub fn initials(&self, order: Order) -> String {
        if self.first.contains(' ') && self.middle.is_empty() {
            return self.in_order(Order::LastFirst).replace(' ', "\u{a0}");
        }
        if self.last.is_empty() {
            return self.in_order(Order::FirstLast);
        }
        let mut words: Vec<String> = [&self.first, &self.middle]
            .iter()
            .filter_map(|part| initial(part))
            .collect();
        match order {
            Order::LastFirst => words.insert(0, self.last.clone()),
            Order::FirstLast => words.push(self.last.clone()),
        }
        words.join("\u{a0}").replace(' ', "\u{a0}")
    }

    /// «Уважаемая Марина Львовна», without the exclamation mark.
    ///
    /// With an unknown gender «Уважаемый(ая)»; without a first name, or with an initial only,
    /// «Уважаемая госпожа Соколова»; for an empty name «Уважаемый заявитель». A name in
    /// the order of the East is said whole: «Уважаемый Ким Ир Сен».
    #[must_use]
    pub fn salutation(&self, gender: Option<Gender>) -> String {
        let gender = gender.or_else(|| self.gender());
        let (dear, title) = match gender {
            Some(Gender::Male) => ("Уважаемый", "господин"),
            Some(Gender::Female) => ("Уважаемая", "госпожа"),
            None => ("Уважаемый(ая)", "господин(жа)"),
        };
        if self.is_eastern() {
            return format!("{dear} {} {}", unshout(&self.last), unshout(&self.first));
        }
        let spelled = !self.first.is_empty() && !is_initial(&self.first);
        if spelled {
            let middle = if is_initial(&self.middle) {
                ""
            } else {
                &self.middle
            };
            let mut out = format!("{dear} {}", unshout(&self.first));
            if !middle.is_empty() {
                out.push(' ');
                out.push_str(&unshout(middle));
            }
            out
        } else if self.last.is_empty() {
            "Уважаемый заявитель".to_owned()
        } else if gender.is_none() {
            format!("{dear} {}", unshout(&self.last))
        } else {
            format!("{dear} {title} {}", unshout(&self.last))
        }
    }
}

/// The gender a full name shows for certain: by patronymic, else by a well-known first name, else by
/// the ending of the surname. `None` when nothing shows it.
#[must_use]
pub fn gender_of_full(name: &FullName) -> Option<Gender> {
    if name.is_eastern() {
        return is_of_a_woman(&name.first).then_some(Gender::Female);
    }
    gender_of_part(Part::Middle, &name.middle)
        .or_else(|| gender_of_part(Part::First, &name.first))
        .or_else(|| gender_of_part(Part::Last, &name.last))
}

/// A full name in a case, its words in the order they came in.
#[must_use]
pub fn decline_full(text: &str, gender: Option<Gender>, case: Case) -> String {
    let name = FullName::parse(text);
    if name.is_eastern() {
        return name.decline(gender, case).in_order(Order::LastFirst);
    }
    let gender = gender.or_else(|| name.likely_gender());
    let declined: Vec<String> = parts(text)
        .into_iter()
        .map(|(part, words)| decline_part(part, &words.join(" "), gender, case))
        .collect();
    declined.join(" ")
}

/// The last of the given names that follow an eastern surname; a Vietnamese woman's stay.
fn decline_given(given: &str, gender: Option<Gender>, case: Case) -> String {
    let (before, last) = given.rsplit_once(' ').unwrap_or(("", given));
    if is_of_a_woman(given) {
        return given.to_owned();
    }
    let declined = decline_part(Part::First, last, gender, case);
    if before.is_empty() {
        declined
    } else {
        format!("{before} {declined}")
    }
}

/// «АННА-МАРИЯ» as «Анна-Мария»; words that are not all capitals stay as they are.
fn unshout(text: &str) -> String {
    if text.chars().any(char::is_lowercase) {
        return text.to_owned();
    }
    let mut start = true;
    text.chars()
        .flat_map(|c| {
            let as_is = std::mem::replace(&mut start, !c.is_alphabetic());
            let low: Vec<char> = if as_is {
                vec![c]
            } else {
                c.to_lowercase().collect()
            };
            low
        })
        .collect()
}

/// «М.», or «А.-М.» for a double name; `None` for an empty part.
fn initial(part: &str) -> Option<String> {
    let word = part.split_whitespace().next()?;
    let letters: Vec<String> = word
        .split('-')
        .filter_map(|piece| piece.chars().find(|c| c.is_alphabetic()))
        .map(|c| format!("{}.", c.to_uppercase()))
        .collect();
    (!letters.is_empty()).then(|| letters.join("-"))
}
