//! Names of files, which strangers choose.

/// Longest name in bytes, well below what file systems take.
const LONGEST: usize = 200;

/// A name that is only a name: without folders, control characters and marks
/// that turn the direction of writing, not a device of any system, and not too
/// long; the ending is kept. It may be shown and used for a file in a folder of
/// its own.
pub(crate) fn safe_name(name: &str) -> String {
    let kept = passed_once(name);
    // A cut can bring a dot or a space to the end, or make an ending of what
    // was too long for one, so the rules are asked until they change nothing.
    if kept == name { kept } else { safe_name(&kept) }
}

fn passed_once(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last
        .chars()
        .filter(|&c| !c.is_control() && !is_invisible(c))
        .map(|c| {
            if matches!(c, ':' | '*' | '?' | '"' | '<' | '>' | '|' | '\0') {
                '_'
            } else {
                c
            }
        })
        .collect();
    let plain = plain.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let (stem, ending) = match plain.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.len() <= 16 => (stem, Some(ending)),
        _ => (plain, None),
    };
    let stem = if is_device(stem.split('.').next().unwrap_or_default().trim_end()) {
        format!("_{stem}")
    } else {
        stem.to_owned()
    };
    let room = LONGEST - ending.map_or(0, |e| e.len() + 1);
    let mut cut = stem.len().min(room);
    while !stem.is_char_boundary(cut) {
        cut -= 1;
    }
    let stem = stem[..cut].trim_end();
    match (stem, ending) {
        ("", _) => "document".to_owned(),
        (stem, Some(ending)) => format!("{stem}.{ending}"),
        (stem, None) => stem.to_owned(),
    }
}

/// Marks without a shape of their own, direction marks above all.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}')
}

fn is_device(stem: &str) -> bool {
    let stem = stem.to_ascii_uppercase();
    matches!(
        stem.as_str(),
        "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$"
    ) || ["COM", "LPT"].iter().any(|port| {
        stem.strip_prefix(port).is_some_and(|rest| {
            matches!(
                rest,
                "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"
            )
        })
    })
}

/// The media type that a name's ending tells, for content that does not tell its own.
pub(crate) fn extension_type(name: &str) -> Option<&'static str> {
    let ending = name.rsplit_once('.')?.1.to_lowercase();
    Some(match ending.as_str() {
        "txt" | "log" => "text/plain",
        "md" => "text/markdown",
        "csv" => "text/csv",
        "htm" | "html" => "text/html",
        "xml" => "text/xml",
        "json" => "application/json",
        "eml" => "message/rfc822",
        "svg" => "image/svg+xml",
        "rtf" => "application/rtf",
        "doc" => "application/msword",
        "xls" => "application/vnd.ms-excel",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pdf" => "application/pdf",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "sig" | "p7s" => "application/pkcs7-signature",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hostile_names_become_names() {
        for (given, kept) in [
            ("../../etc/passwd", "passwd"),
            ("..\\..\\autorun.inf", "autorun.inf"),
            ("чек.pdf", "чек.pdf"),
            ("счёт\u{202e}fdp.exe", "счётfdp.exe"),
            ("a\u{0}b\nc.txt", "abc.txt"),
            ("CON.txt", "_CON.txt"),
            ("com1", "_com1"),
            ("...", "document"),
            ("", "document"),
            (".pdf", "pdf"),
            ("a/", "document"),
        ] {
            assert_eq!(safe_name(given), kept, "{given:?}");
        }
        // The cut falls right behind a dot, and inside an ending too long for one.
        let dotted = format!("{}.{}", "a".repeat(LONGEST - 1), "b".repeat(20));
        assert_eq!(safe_name(&dotted), "a".repeat(LONGEST - 1));
        let spaced = format!("{} .{}", "a".repeat(LONGEST - 5), "b".repeat(20));
        assert_eq!(
            safe_name(&spaced),
            format!("{}.bbb", "a".repeat(LONGEST - 5))
        );
        let long = format!("{}.pdf", "я".repeat(300));
        let kept = safe_name(&long);
        assert!(kept.len() <= LONGEST && kept.ends_with("я.pdf"), "{kept}");
    }

    proptest! {
        #[test]
        fn no_name_leaves_its_folder(name in "(\\PC|[./\\\\:\u{202e}\u{0}\n]){0,400}") {
            let kept = safe_name(&name);
            prop_assert!(!kept.is_empty() && kept.len() <= LONGEST);
            prop_assert!(!kept.contains(['/', '\\', '\0']) && kept != "." && kept != "..");
            prop_assert!(!kept.chars().any(|c| c.is_control() || is_invisible(c)));
            prop_assert_eq!(safe_name(&kept), kept);
        }
    }
}
