//! A text spelt in one way, as the tables speak of it.

/// Every blank but the line end becomes a space; marks without width go.
pub(super) fn flat(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'))
        .map(|c| match c {
            '\n' => '\n',
            '\u{2010}' | '\u{2011}' | '\u{2212}' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect()
}

/// The form that the tables speak of: small letters, and `ё` as `е`.
pub(super) fn lower(text: &str) -> String {
    text.to_lowercase().replace('ё', "е")
}
