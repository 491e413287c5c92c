//! Cleaning what strangers typed, so that it can stand in a line.

/// Text made fit for a letter: no control characters, no marks that turn the
/// direction of writing, every kind of line end a `\n`, no blank lines, no
/// blanks at the ends of lines. Other characters stay, whatever they are.
pub fn clean(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let unified = text.replace("\r\n", "\n");
    for line in unified.split([
        '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
    ]) {
        let line: String = line
            .chars()
            .map(|c| if c == '\t' { ' ' } else { c })
            .filter(|&c| !is_unwanted(c))
            .collect();
        let line = line.trim();
        if !line.is_empty() {
            lines.push(line.to_owned());
        }
    }
    lines.join("\n")
}

/// The same on one line.
pub fn clean_line(text: &str) -> String {
    clean(text).replace('\n', " ")
}

fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{61c}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
        || matches!(u32::from(c) & 0xfffe, 0xfffe)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_no_reader_sees_goes_and_lines_end_alike() {
        assert_eq!(clean(" а\u{202e}б \r\n\r\n\u{7}в\t г "), "аб\nв  г");
        assert_eq!(clean_line("а\r\nб"), "а б");
    }

    proptest! {
        #[test]
        fn cleaning_is_done_once(text in any::<String>()) {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once.clone());
            prop_assert!(!once.chars().any(|c| c.is_control() && c != '\n'));
        }
    }
}
