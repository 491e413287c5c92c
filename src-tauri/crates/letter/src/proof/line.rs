//! Lines of addresses and inventories, compared.

use crate::words::clean::clean_line;

/// What of a line matters when two are compared: letters and digits.
pub fn bare(text: &str) -> String {
    clean_line(text)
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'ё' { 'е' } else { c })
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// Whether two lines name one person or firm: in the same letters, or one by the initials of
/// the first names that the other gives in full.
pub fn same_name(one: Option<&String>, other: Option<&String>) -> bool {
    let words = |line: Option<&String>| -> Vec<String> {
        let line = line.map_or("", String::as_str);
        line.split(|c: char| c.is_whitespace() || c == '.')
            .map(bare)
            .filter(|word| !word.is_empty())
            .collect()
    };
    let (one, other) = (words(one), words(other));
    let same = |(at, (a, b)): (usize, (&String, &String))| {
        let initial = a.chars().count() == 1 || b.chars().count() == 1;
        a == b || at > 0 && initial && a.chars().next() == b.chars().next()
    };
    one.len() == other.len() && one.iter().zip(&other).enumerate().all(same)
}

/// The lines that say anything.
pub fn filled(lines: &[String]) -> impl Iterator<Item = &String> {
    lines.iter().filter(|l| !bare(l).is_empty())
}

/// Name and address apart.
pub fn parted(lines: &[String]) -> (String, String) {
    let mut lines = filled(lines);
    let name = lines.next().map(|l| bare(l)).unwrap_or_default();
    (name, lines.map(|l| bare(l)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_and_full_names_are_one_person_and_another_is_not() {
        let same = |a: &str, b: &str| same_name(Some(&a.to_owned()), Some(&b.to_owned()));
        assert!(same("Соколовой М.\u{a0}Л.", "Соколовой Марине Львовне"));
        assert!(same("ООО «Вектор»", "ООО Вектор"));
        assert!(!same("Соколовой М. Л.", "Соколовой Анне Львовне"));
        assert!(!same("Соколовой М. Л.", "Соколову Марку Львовичу"));
        assert!(!same("Соколовой Марине", "Соколовой Марине Львовне"));
        assert!(!same("С. М. Л.", "Иванову Марку Львовичу"));
    }
}
