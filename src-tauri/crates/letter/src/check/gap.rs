//! One gap is one finding: what a field says that waits for its value is not told again by another rule.

use super::finding::Finding;
use crate::case::is_of_point;
use crate::text::{Block, LetterText, Span};

/// Rules that speak of a fact, with the fields that stand for it.
const TOLD: &[(&str, &[&str])] = &[
    ("demand.undecided", &["demand.decision"]),
    ("demand.unclear", &["demand.decision"]),
    ("demand.unanswered", &["demand.decision"]),
    ("refusal.no_ground", &["demand.ground"]),
    ("refusal.no_reasons", &["demand.reasons"]),
    ("point.unestablished", &["point.verdict"]),
    ("facts.missing", &["demand.reasons", "findings"]),
    ("sum.differs", &["demand.granted"]),
    ("promise.none", &["expected"]),
    ("slip.empty", &[]),
];

/// A field that waits for its value.
struct Open<'a> {
    block: &'a Block,
    name: &'a str,
    label: &'a str,
    start: u32,
    end: u32,
}

fn open_fields(letter: &LetterText) -> Vec<Open<'_>> {
    let mut out = Vec::new();
    for block in &letter.blocks {
        let mut at = 0;
        for (n, line) in block.content.lines().into_iter().enumerate() {
            at += u32::from(n > 0);
            for span in line {
                let start = at;
                at += u32::try_from(span.reads().chars().count()).unwrap_or(0);
                if let Span::Field {
                    name, label, value, ..
                } = span
                    && value.as_deref().is_none_or(|v| v.trim().is_empty())
                {
                    out.push(Open {
                        block,
                        name,
                        label,
                        start,
                        end: at,
                    });
                }
            }
        }
    }
    out
}

/// Whose the field is, a demand's or the letter's, and what it is called there: «demand:7.due» is the «demand.due» of
/// that demand.
fn owned<'a>(open: &Open<'a>) -> (&'a str, String) {
    match open.name.split_once('.') {
        Some((owner, name)) if owner.starts_with("demand:") => (owner, format!("demand.{name}")),
        Some((owner, name)) if is_of_point(owner) => (owner, format!("point.{name}")),
        Some(_) | None => ("", open.name.to_owned()),
    }
}

/// Leaves one finding for each gap, where it stands first.
pub fn told_once(letter: &LetterText, found: &mut Vec<Finding>) {
    let open = open_fields(letter);
    if open.is_empty() {
        return;
    }
    let again = |f: &Finding| {
        let own =
            |o: &&Open<'_>| f.block.as_deref() == Some(o.block.id.as_str()) && f.start == o.start;
        let Some(at) = open.iter().find(own) else {
            return false;
        };
        let same = |o: &&Open<'_>| (o.label, owned(o)) == (at.label, owned(at));
        let first = open.iter().find(same);
        first.is_some_and(|o| o.block.id != at.block.id || o.start != at.start)
    };
    let told = |f: &Finding| {
        let Some((rule, names)) = TOLD.iter().find(|(rule, _)| *rule == f.rule) else {
            return false;
        };
        let called = |o: &Open<'_>| names.contains(&owned(o).1.as_str());
        open.iter().any(|o| match &f.block {
            Some(block) if *rule == "slip.empty" => {
                *block == o.block.id && f.start <= o.end && o.start <= f.end
            }
            Some(block) => called(o) && block.split('/').next() == o.block.id.split('/').next(),
            None => called(o),
        })
    };
    found.retain(|f| {
        if f.rule == "field.unresolved" {
            !again(f)
        } else {
            !told(f)
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::cases::{case, refund};
    use crate::compose::compose;
    use crate::text::unresolved;
    use complaint::{Language, LetterKind};
    use std::collections::BTreeSet;

    #[test]
    fn what_is_undecided_is_told_once() {
        let open = case(vec![refund(None)]);
        let letter = compose(LetterKind::FinalRefusal, Language::Ru, &open);
        let found = crate::check(&letter, &open);
        let of = |rule: &str| found.iter().filter(|f| f.rule == rule).count();
        let gaps: BTreeSet<String> = unresolved(&letter)
            .into_iter()
            .map(|gap| gap.field)
            .collect();
        assert!(
            gaps.iter().any(|gap| gap.ends_with(".decision")),
            "{gaps:?}"
        );
        assert_eq!(of("field.unresolved"), gaps.len());
        assert_eq!(of("demand.undecided"), 0, "{found:?}");
        assert_eq!(of("demand.unclear"), 0, "{found:?}");
        // Where nothing of the letter stands for it, the rule itself says so.
        let mut bare = letter;
        bare.blocks.clear();
        let found = crate::check(&bare, &open);
        assert!(
            found.iter().any(|f| f.rule == "demand.undecided"),
            "{found:?}"
        );
    }
}
