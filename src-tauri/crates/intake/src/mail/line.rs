//! Values of a header as they are shown.

use complaint::is_visible;

/// A header value on one line, without control and direction characters.
pub(crate) fn line(value: &str) -> String {
    let visible: String = value
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| is_visible(*c))
        .collect();
    visible
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
