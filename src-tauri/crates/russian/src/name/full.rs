//! A person's full name: telling its parts, declining, initials, salutation.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::name::decline::decline_part;
use crate::name::gender::{
    by_first_name, by_patronymic, by_surname, gender_of_part, is_first_name, likely_gender_of_part,
};
use crate::name::grammar::{Case, Gender, Part};
use crate::name::rules::FIXED_PARTS;
use crate::name::word::lower;

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

const NBSP: char = '\u{a0}';

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
        Self {
            last: decline_part(Part::Last, &self.last, gender, case),
            first: decline_part(Part::First, &self.first, gender, case),
            middle: decline_part(Part::Middle, &self.middle, gender, case),
        }
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
    /// patronymic in full.
    #[must_use]
    pub fn initials(&self, order: Order) -> String {
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
    /// «Уважаемая госпожа Соколова»; for an empty name «Уважаемый заявитель».
    #[must_use]
    pub fn salutation(&self, gender: Option<Gender>) -> String {
        let gender = gender.or_else(|| self.gender());
        let (dear, title) = match gender {
            Some(Gender::Male) => ("Уважаемый", "господин"),
            Some(Gender::Female) => ("Уважаемая", "госпожа"),
            None => ("Уважаемый(ая)", "господин(жа)"),
        };
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
    gender_of_part(Part::Middle, &name.middle)
        .or_else(|| gender_of_part(Part::First, &name.first))
        .or_else(|| gender_of_part(Part::Last, &name.last))
}

/// A full name in a case, its words in the order they came in.
#[must_use]
pub fn decline_full(text: &str, gender: Option<Gender>, case: Case) -> String {
    let name = FullName::parse(text);
    let gender = gender.or_else(|| name.likely_gender());
    let declined: Vec<String> = parts(text)
        .into_iter()
        .map(|(part, words)| decline_part(part, &words.join(" "), gender, case))
        .collect();
    declined.join(" ")
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

fn is_initial(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    letters == 1 || (word.ends_with('.') && letters <= 2)
}

/// Cuts a name into words with their parts, in the order of the text. Words of one part stand together.
fn parts(text: &str) -> Vec<(Part, Vec<String>)> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || c == ',' || c == NBSP) {
        // «М.Л.» is two initials.
        let dots = word.matches('.').count();
        if dots > 1 && word.chars().count() <= 3 * dots {
            words.extend(
                word.split_inclusive('.')
                    .filter(|w| w.chars().any(char::is_alphabetic))
                    .map(str::to_owned),
            );
        } else if !word.is_empty() {
            words.push(word.to_owned());
        }
    }
    let roles = roles(&words);
    let mut out: Vec<(Part, Vec<String>)> = Vec::new();
    for (word, role) in words.into_iter().zip(roles) {
        match out.last_mut() {
            Some((part, group)) if *part == role => group.push(word),
            _ => out.push((role, vec![word])),
        }
    }
    out
}

fn roles(words: &[String]) -> Vec<Part> {
    use Part::{First, Last, Middle};
    let low: Vec<String> = words.iter().map(|w| lower(w)).collect();
    let n = words.len();
    let fill = |first: usize, middle: Option<std::ops::Range<usize>>| -> Vec<Part> {
        (0..n)
            .map(|at| {
                if at == first {
                    First
                } else if middle.as_ref().is_some_and(|m| m.contains(&at)) {
                    Middle
                } else {
                    Last
                }
            })
            .collect()
    };
    if n <= 1 {
        return low
            .iter()
            .map(|w| match (by_first_name(w), by_patronymic(w)) {
                (Some(_), _) => First,
                (None, Some(_)) if by_surname(w).is_none() && w.ends_with("вна") => Middle,
                _ => Last,
            })
            .collect();
    }
    // «Мамедов Али Гасан оглы»: the marker closes a patronymic of two words.
    if let Some(marker) = low.iter().position(|w| {
        matches!(
            w.as_str(),
            "оглы" | "оглу" | "кызы" | "гызы" | "улы" | "уулу"
        )
    }) && marker >= 2
    {
        return fill(marker - 2, Some(marker - 1..marker + 1));
    }
    // Initials show the order by themselves.
    let initials: Vec<usize> = (0..n).filter(|&at| is_initial(&words[at])).collect();
    if let Some(&first) = initials.first()
        && initials.len() < n
    {
        let middle = initials.get(1).copied().filter(|&m| m == first + 1);
        return fill(first, middle.map(|m| m..m + 1));
    }
    let patronymics: Vec<usize> = (1..n)
        .filter(|&at| by_patronymic(&low[at]).is_some())
        .collect();
    let middle = match patronymics[..] {
        [] => None,
        [one] => Some(one),
        // «Иван Петрович Абрамович» against «Абрамович Иван Петрович».
        [one, .., last] => Some(if is_first_name(&low[0]) { one } else { last }),
    };
    if let Some(middle) = middle {
        return fill(middle - 1, Some(middle..middle + 1));
    }
    let known_first: Vec<usize> = (0..n).filter(|&at| is_first_name(&low[at])).collect();
    let first = match known_first[..] {
        [one] if one == 0 || one == n - 1 || n == 2 => one,
        _ if n == 2 => match (by_surname(&low[0]), by_surname(&low[1])) {
            (None, Some(_)) => 0,
            _ => 1,
        },
        [one, ..] => one,
        [] if FIXED_PARTS.contains(&low[n - 2].as_str()) => 0,
        [] => 1,
    };
    // Three words without a patronymic ending: a foreign patronymic follows the first name.
    let middle = (n == 3 && first == 1).then_some(2..3);
    fill(first, middle)
}
