//! What a page of HTML hides from its reader: the lines for a list of messages that senders of mailings put before
//! the letter, and the like.

/// More classes than any mail has.
const MOST_CLASSES: usize = 200;

/// The value of an attribute as it is written; an empty one where it has none.
pub(super) fn raw_attribute<'h>(attributes: &'h str, wanted: &str) -> Option<&'h str> {
    let mut rest = attributes.trim_start();
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| c == '=' || c.is_whitespace())
            .unwrap_or(rest.len());
        let name = rest[..end].trim_matches('/');
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            (value, rest) = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => {
                    let inner = &after[1..];
                    inner.split_once(quote).unwrap_or((inner, ""))
                }
                _ => after.split_at(after.find(char::is_whitespace).unwrap_or(after.len())),
            };
            rest = rest.trim_start();
        }
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value);
        }
    }
    None
}

/// Whether an element is hidden by its own attributes or by a class.
pub(super) fn is_hidden(name: &str, attributes: &str, classes: &[String]) -> bool {
    if attributes.is_empty()
        || matches!(
            name,
            "br" | "img" | "hr" | "input" | "meta" | "link" | "html" | "body"
        )
    {
        return false;
    }
    if raw_attribute(attributes, "hidden").is_some() {
        return true;
    }
    if raw_attribute(attributes, "style").is_some_and(hides) {
        return true;
    }
    !classes.is_empty()
        && raw_attribute(attributes, "class").is_some_and(|own| {
            own.split_whitespace()
                .any(|class| classes.iter().any(|hidden| hidden == class))
        })
}

/// Whether declarations of a style hide what they are for.
fn hides(style: &str) -> bool {
    let style: String = style
        .chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    let is_zero = |value: &str| {
        let number = value
            .trim_end_matches("!important")
            .trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
        number.parse::<f32>().is_ok_and(|number| number == 0.0)
    };
    let (mut flat, mut clipped) = (false, false);
    for declaration in style.split(';') {
        let Some((name, value)) = declaration.split_once(':') else {
            continue;
        };
        match name {
            "display" if value.starts_with("none") => return true,
            "visibility" if value.starts_with("hidden") => return true,
            "opacity" | "font-size" if is_zero(value) => return true,
            "max-height" | "height" | "max-width" | "width" => flat |= is_zero(value),
            "overflow" => clipped |= value.starts_with("hidden"),
            _ => {}
        }
    }
    flat && clipped
}

/// The classes that the page's own styles hide, whatever the screen.
pub(super) fn classes(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(at) = find_ignoring_case(rest, "<style") {
        rest = &rest[at + 6..];
        let from = rest.find('>').map_or(rest.len(), |at| at + 1);
        let to = find_ignoring_case(&rest[from..], "</style").map_or(rest.len(), |at| from + at);
        of_sheet(&rest[from..to], &mut found);
        rest = &rest[to..];
    }
    found
}

fn of_sheet(sheet: &str, found: &mut Vec<String>) {
    let mut selectors = "";
    let mut start = 0;
    let mut depth = 0_usize;
    for (at, c) in sheet.char_indices() {
        match c {
            '{' => {
                if depth == 0 {
                    selectors = &sheet[start..at];
                }
                depth += 1;
                start = at + 1;
            }
            '}' => {
                // Rules within `@media` are for some screens only.
                if depth == 1
                    && !selectors.trim_start().starts_with('@')
                    && hides(&sheet[start..at])
                {
                    for selector in selectors.split(',') {
                        let class = selector
                            .trim()
                            .rsplit_once('.')
                            .map(|(_, class)| class.trim());
                        if let Some(class) = class
                            && found.len() < MOST_CLASSES
                            && class
                                .chars()
                                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
                        {
                            found.push(class.to_owned());
                        }
                    }
                }
                depth = depth.saturating_sub(1);
                start = at + 1;
            }
            _ => {}
        }
    }
}

fn find_ignoring_case(text: &str, wanted: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = text[from..].find('<') {
        let at = from + at;
        if text
            .get(at..at + wanted.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(wanted))
        {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

/// What stands behind an element with all that it holds; none where it never ends.
pub(super) fn after_balanced<'h>(rest: &'h str, name: &str) -> Option<&'h str> {
    let mut depth = 1_usize;
    let mut at = 0;
    while let Some(found) = rest[at..].find('<') {
        let from = at + found + 1;
        let (closes, word) = match rest[from..].strip_prefix('/') {
            Some(word) => (true, word),
            None => (false, &rest[from..]),
        };
        at = from;
        let is_same = word
            .get(..name.len())
            .is_some_and(|own| own.eq_ignore_ascii_case(name))
            && !word[name.len()..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
        if !is_same {
            continue;
        }
        if !closes {
            depth += 1;
            continue;
        }
        depth -= 1;
        if depth == 0 {
            return Some(word.find('>').map_or("", |end| &word[end + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::mail::html::to_text;

    #[test]
    fn what_the_page_hides_is_no_word_of_it() {
        for hidden in [
            "<div style=\"display:none;max-height:0\">Скидка <div>90 000</div> рублей</div>",
            "<div style='DISPLAY : NONE !important'>Скидка</div>",
            "<span style=\"font-size:0px\">Скидка</span>",
            "<span style=\"opacity:0\">Скидка</span>",
            "<div style=\"max-height:0px;overflow:hidden\">Скидка</div>",
            "<span hidden>Скидка</span>",
            "<p style=visibility:hidden>Скидка</p>",
            "<style>.preheader, td.x {display:none !important}</style><div class=\"a preheader\">Скидка</div>",
        ] {
            assert_eq!(
                to_text(&format!("{hidden}<p>Верните</p>")),
                "Верните",
                "{hidden}"
            );
        }
        for shown in [
            "<div style=\"font-size:10px;opacity:0.9\">Скидка</div>",
            "<style>@media (max-width:600px) {.x {display:none}}</style><div class=x>Скидка</div>",
            "<div style=\"overflow:hidden;height:20px\">Скидка</div>",
            // An element that never ends would hide the whole letter.
            "<div style=display:none>Скидка",
        ] {
            assert!(
                to_text(&format!("{shown}<p>Верните</p>")).contains("Скидка"),
                "{shown}"
            );
        }
        assert_eq!(to_text("<div style=display:none>Верните</div>"), "Верните");
    }
}
