//! Text in the form that wraps its own lines (`format=flowed`, RFC 3676).

/// Joins the lines of `format=flowed` text (RFC 3676) that were broken only for
/// the way. Quotations are joined within their own depth; the signature mark
/// stands.
pub(super) fn unflowed(text: &str, deletes_space: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open: Option<usize> = None;
    for line in text.lines() {
        let depth = line.bytes().take_while(|b| *b == b'>').count();
        let content = &line[depth..];
        let content = content.strip_prefix(' ').unwrap_or(content);
        if open != Some(depth) || content == "-- " {
            if !out.is_empty() {
                out.push('\n');
            }
            out.extend(std::iter::repeat_n('>', depth));
            if depth > 0 {
                out.push(' ');
            }
        }
        let flows = content.ends_with(' ') && content != "-- ";
        open = flows.then_some(depth);
        out.push_str(match content.strip_suffix(' ') {
            Some(joined) if flows && deletes_space => joined,
            _ => content,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::unflowed;

    #[test]
    fn flowed_lines_are_joined_within_their_quotation() {
        let text = "Прошу \nвернуть деньги.\n> вы \n> писали\n-- \nИмя";
        assert_eq!(
            unflowed(text, false),
            "Прошу вернуть деньги.\n> вы писали\n-- \nИмя"
        );
        assert_eq!(unflowed("сло \nво", true), "слово");
    }
}
