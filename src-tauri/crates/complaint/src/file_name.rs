//! Names of files, made safe to show and to save under.

use unicode_normalization::UnicodeNormalization;

/// The longest name given out, in characters.
const LONGEST: usize = 120;
/// The longest extension that is kept when a name is cut, in characters.
const LONGEST_EXTENSION: usize = 16;
/// The longest name given out, in bytes of UTF-8; file systems stop at 255,
/// and a counter such as ` (2)` must still fit.
const LONGEST_BYTES: usize = 240;
/// The name of a file whose own name leaves nothing.
const NAMELESS: &str = "file";

/// A form of a stranger's file name that is safe to show and to save under on
/// any system: no folder parts, no control or direction-changing characters,
/// none of the characters or device names that Windows reserves, no dots or
/// blanks at the ends, at most 120 characters and 240 bytes with the extension
/// kept. Letters with marks are one sign each (NFC), so that a name of a Mac is the name it looks like. It is never
/// empty, and applying it twice changes nothing more.
pub fn safe_file_name(name: &str) -> String {
    // Both separators count on every system: the sender's may not be ours.
    let last = name
        .rsplit(['/', '\\'])
        .map(|part| part.trim_matches(|c: char| !is_visible(c) || c == '.' || c.is_whitespace()))
        .find(|part| !part.is_empty())
        .unwrap_or("");
    let mut clean = String::with_capacity(last.len().min(4 * LONGEST));
    // A hostile name may be megabytes long; only its head and tail can count.
    let head = last.chars().take(4 * LONGEST);
    let total = last.chars().count();
    let tail = last
        .chars()
        .skip((4 * LONGEST).max(total.saturating_sub(LONGEST_EXTENSION + 1)));
    for c in head.chain(tail) {
        if c.is_whitespace() {
            if !clean.ends_with(' ') {
                clean.push(' ');
            }
        } else if is_visible(c) {
            clean.push(if is_reserved(c) { '_' } else { c });
        }
    }
    let clean: String = clean.nfc().collect();
    let mut cut = shorten(trim(&clean));
    if is_device(&cut) {
        cut.insert(0, '_');
    }
    if cut.is_empty() {
        NAMELESS.to_owned()
    } else {
        cut
    }
}

fn trim(name: &str) -> &str {
    name.trim_matches(|c: char| c == '.' || c.is_whitespace())
}

fn shorten(name: &str) -> String {
    let fits = |s: &str| s.chars().count() <= LONGEST && s.len() <= LONGEST_BYTES;
    if fits(name) {
        return name.to_owned();
    }
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, ext)) if ext.chars().count() <= LONGEST_EXTENSION && !ext.contains(' ') => {
            (stem, ext)
        }
        _ => (name, ""),
    };
    let dot = usize::from(!extension.is_empty());
    let mut room = LONGEST - extension.chars().count() - dot;
    let mut bytes = LONGEST_BYTES - extension.len() - dot;
    let mut short = String::new();
    for c in stem.chars() {
        if room == 0 || c.len_utf8() > bytes {
            break;
        }
        room -= 1;
        bytes -= c.len_utf8();
        short.push(c);
    }
    let short = short.trim_end_matches(|c: char| c == '.' || c.is_whitespace());
    if extension.is_empty() {
        short.to_owned()
    } else {
        format!("{short}.{extension}")
    }
}

/// Whether a character has a place in a name: it is neither a control
/// character, nor one that changes the direction or joins nothing visible.
pub fn is_visible(c: char) -> bool {
    !(c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}' | '\u{FFFE}' | '\u{FFFF}' | '\u{E0000}'..='\u{E007F}'))
}

fn is_reserved(c: char) -> bool {
    matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '/' | '\\')
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or("").trim_end();
    let upper = stem.to_uppercase();
    if matches!(
        upper.as_str(),
        "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$"
    ) {
        return true;
    }
    let port = upper
        .strip_prefix("COM")
        .or_else(|| upper.strip_prefix("LPT"))
        .unwrap_or("");
    let mut rest = port.chars();
    matches!(
        (rest.next(), rest.next()),
        (Some('0'..='9' | '¹' | '²' | '³'), None)
    )
}

#[cfg(test)]
mod tests {
    use super::safe_file_name;
    use proptest::prelude::*;

    #[test]
    fn evil_names_become_plain_ones() {
        for (evil, plain) in [
            ("../../etc/passwd", "passwd"),
            ("..\\..\\x.txt", "x.txt"),
            ("/", "file"),
            ("", "file"),
            ("...", "file"),
            ("a/..", "a"),
            ("чек.pdf", "чек.pdf"),
            ("Чаи\u{306}ник.pdf", "Чайник.pdf"),
            ("е\u{200b}\u{308}ж.pdf", "ёж.pdf"),
            ("отчёт\u{202E}fdp.exe", "отчётfdp.exe"),
            ("a\0b\r\nc.txt", "ab c.txt"),
            ("CON", "_CON"),
            ("nul.txt", "_nul.txt"),
            ("com1.tar.gz", "_com1.tar.gz"),
            ("COM10.txt", "COM10.txt"),
            ("a<b>:\"|?*.doc", "a_b______.doc"),
            ("договор 77/СЗ.pdf", "СЗ.pdf"),
            ("  .bashrc. ", "bashrc"),
            ("акт\u{a0}\u{a0}приёма .pdf", "акт приёма .pdf"),
        ] {
            assert_eq!(safe_file_name(evil), plain, "{evil:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_extension() {
        let name = safe_file_name(&format!("{}.jpeg", "я".repeat(300)));
        assert!(name.ends_with("я.jpeg"), "{name}");
        assert!(name.chars().count() <= 120 && name.len() <= 240);
        let million = safe_file_name(&format!("{}.pdf", "x".repeat(1_000_000)));
        assert!(million.ends_with("x.pdf"));
        assert_eq!(million.chars().count(), 120);
    }

    proptest! {
        #[test]
        fn any_name_becomes_safe(name in "\\PC*|.*|[./\\\\ CONcom1\u{202e}\u{0}:а-я]{0,400}") {
            let safe = safe_file_name(&name);
            prop_assert!(!safe.is_empty() && safe.len() <= 241);
            prop_assert!(safe.chars().count() <= 121);
            let has_forbidden = safe.contains(['/', '\\', ':', '\0', '\u{202e}', '\n']);
            prop_assert!(!has_forbidden);
            prop_assert!(!safe.ends_with(['.', ' ']) && !safe.starts_with(['.', ' ']));
            prop_assert_eq!(safe_file_name(&safe), safe);
        }
    }
}
