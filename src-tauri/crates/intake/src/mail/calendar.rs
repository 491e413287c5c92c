//! An invitation in a message: what is said in it, as words (iCalendar, RFC 5545).

/// More lines are not read.
const MOST_LINES: usize = 2000;

/// The words of a calendar's first event: what, when, where, and the description.
pub(super) fn words(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines().take(MOST_LINES) {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some(last)) => last.push_str(more.trim_end_matches('\r')),
            _ => lines.push(line.trim_end_matches('\r').to_owned()),
        }
    }
    let mut said = Vec::new();
    let mut inside = false;
    for wanted in ["SUMMARY", "DTSTART", "LOCATION", "DESCRIPTION"] {
        for line in &lines {
            inside = match line.as_str() {
                "BEGIN:VEVENT" => true,
                "END:VEVENT" => false,
                _ => inside,
            };
            let Some((name, value)) = line.split_once(':') else {
                continue;
            };
            let name = name.split(';').next().unwrap_or(name);
            if inside && name.eq_ignore_ascii_case(wanted) && !value.trim().is_empty() {
                said.push(if wanted == "DTSTART" {
                    day(value)
                } else {
                    unescaped(value)
                });
                break;
            }
        }
        inside = false;
    }
    said.join("\n")
}

/// `20261120T100000Z` as people write it.
fn day(value: &str) -> String {
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    match (digits.get(..4), digits.get(4..6), digits.get(6..8)) {
        (Some(year), Some(month), Some(day)) => {
            let time = digits
                .get(8..12)
                .map(|t| format!(" {}:{}", &t[..2], &t[2..]));
            let zone = if value.trim_end().ends_with('Z') {
                " UTC"
            } else {
                ""
            };
            format!("{day}.{month}.{year}{}{zone}", time.unwrap_or_default())
        }
        _ => value.to_owned(),
    }
}

fn unescaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => {}
            },
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn an_invitation_is_read() {
        let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY;LANGUAGE=ru:Осмотр\r\nDTSTART:20261120T100000Z\r\n\
            DESCRIPTION:Верните деньги\\, 4590 \r\n руб.\\nАнна\r\nEND:VEVENT\r\nEND:VCALENDAR";
        assert_eq!(
            words(text),
            "Осмотр\n20.11.2026 10:00 UTC\nВерните деньги, 4590 руб.\nАнна"
        );
        assert_eq!(words("BEGIN:VCALENDAR\nSUMMARY:x"), "");
    }
}
