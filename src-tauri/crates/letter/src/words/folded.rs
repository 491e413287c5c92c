//! Case folding: text as patterns read it.

/// Lower case, ё as е, every kind of blank a space: one `char` for each `char`.
pub fn folded(text: &str) -> String {
    text.chars().map(fold).collect()
}

/// The one character that stands for this one in folded text.
pub fn fold(c: char) -> char {
    match c {
        'ё' | 'Ё' => 'е',
        c if c.is_whitespace() && c != '\n' => ' ',
        '’' => '\'',
        c => {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(one), None) => one,
                _ => c,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn folding_keeps_the_count(text in any::<String>()) {
            prop_assert_eq!(folded(&text).chars().count(), text.chars().count());
        }
    }
}
