//! Homoglyphs: letters of the two alphabets that look the same.

/// The small Cyrillic letter that a small Latin one looks like; none for a letter
/// without a double.
#[must_use]
pub fn cyrillic_homoglyph(latin: char) -> Option<char> {
    Some(match latin {
        'a' => 'а',
        'b' => 'в',
        'c' => 'с',
        'e' => 'е',
        'h' => 'н',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::cyrillic_homoglyph;

    #[test]
    fn a_double_is_cyrillic_and_no_two_letters_share_one() {
        let doubles: Vec<char> = ('a'..='z').filter_map(cyrillic_homoglyph).collect();
        assert!(doubles.iter().all(|c| ('а'..='я').contains(c)));
        let mut once = doubles.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), doubles.len());
        assert_eq!(cyrillic_homoglyph('z'), None);
        assert_eq!(
            "bx".chars()
                .filter_map(cyrillic_homoglyph)
                .collect::<String>(),
            "вх"
        );
    }
}
