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

/// Name and address apart.
pub fn parted(lines: &[String]) -> (String, String) {
    let mut lines = lines.iter().filter(|l| !bare(l).is_empty());
    let name = lines.next().map(|l| bare(l)).unwrap_or_default();
    (name, lines.map(|l| bare(l)).collect())
}
