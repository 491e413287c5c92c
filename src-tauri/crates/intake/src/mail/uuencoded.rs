//! Files written into the text itself, between `begin` and `end`, as old programs send them.

use super::transfer;
use crate::pattern::pattern;
use regex::Regex;
use std::sync::LazyLock;

static BEGIN: LazyLock<Regex> = LazyLock::new(|| pattern(r"^begin [0-7]{3,4} (\S.{0,200})$"));

/// The text without its files, and the files with their names. What only begins like a file stays text.
pub(super) fn files(text: &str) -> (String, Vec<(String, Vec<u8>)>) {
    let mut files = Vec::new();
    if !text.contains("begin ") {
        return (text.to_owned(), files);
    }
    let lines: Vec<&str> = text.lines().collect();
    let mut kept: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let found = BEGIN
            .captures(line.trim_end())
            .and_then(|found| found.get(1));
        let length = found.and_then(|_| length(&lines[at + 1..]));
        if let (Some(name), Some(length)) = (found, length) {
            let block = lines[at..=at + length].join("\n");
            let content = transfer::decode(block.as_bytes(), "x-uuencode");
            files.push((name.as_str().trim().to_owned(), content.bytes.into_owned()));
            at += length + 1;
        } else {
            kept.push(line);
            at += 1;
        }
    }
    (kept.join("\n"), files)
}

/// How many lines a file takes, its `end` included; none where they are no such lines.
fn length(lines: &[&str]) -> Option<usize> {
    let mut seen = 0;
    for (at, line) in lines.iter().enumerate() {
        let line = line.trim_end();
        if line == "end" {
            return (seen > 0).then_some(at + 1);
        }
        let first = line.bytes().next().unwrap_or(b'`');
        let bytes = usize::from(first.wrapping_sub(b' ') & 63);
        // Trailing blanks are lost on the way, and stand for zero.
        let fits = line.is_ascii()
            && (b' '..=b'`').contains(&first)
            && line.len().saturating_sub(1) <= bytes.div_ceil(3) * 4 + 2;
        if !fits {
            return None;
        }
        seen += usize::from(bytes > 0);
    }
    // Cut off on the way: what is there is kept, if it is plainly a file.
    (seen > 3).then_some(lines.len())
}

#[cfg(test)]
mod tests {
    use super::files;

    #[test]
    fn files_in_the_text_are_taken_out() {
        let (text, found) = files("Фото ниже.\nbegin 644 cat.txt\n#0V%T\n`\nend\nКонец");
        assert_eq!(text, "Фото ниже.\nКонец");
        assert_eq!(found, [("cat.txt".to_owned(), b"Cat".to_vec())]);
        let two = "begin 644 a.txt\n#0V%T\n \nend\n\nbegin 644 b.txt\n#0V%T\n\nend";
        assert_eq!(files(two).1.len(), 2);
        for words in [
            "begin 644 words\nи ещё слова\nend",
            "I begin 100 times\nend",
            "begin 644 x\nend",
        ] {
            assert_eq!(files(words), (words.to_owned(), Vec::new()));
        }
    }
}
