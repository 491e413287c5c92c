//! What approval asks of a letter: the line that says who approved it, and what
//! two texts of it differ in.

use crate::document::enclosure::enclosure;
use crate::names::signatory::signed;
use crate::text::{Block, LetterText};
use crate::words::clean::clean_line;
use crate::words::phrases::phrases;
use chrono::NaiveDate;
use complaint::Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Characters of a text that a difference shows.
const SHOWN: usize = 160;

/// «Согласовано: директор А. С. Громова, 22.11.2026», for an office that wants
/// it on its letters.
pub fn approval_line(language: Language, post: &str, name: &str, day: NaiveDate) -> String {
    let label = phrases(language).frame("approved");
    let name = signed(name, language);
    let day = match language {
        Language::Ru => russian::date::short(day),
        Language::En => russian::date::english(day),
    };
    let who: Vec<String> = [clean_line(post), name]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    format!("{label}{}, {day}", who.join(" "))
}

/// What of a letter, or of what it was composed from, differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DifferingPart {
    /// Its kind or its language.
    Kind,
    Addressee,
    Heading,
    Salutation,
    /// A paragraph, list or table.
    Block,
    /// The same words in another dress.
    Look,
    /// The order of blocks.
    Order,
    Closing,
    Enclosures,
    Signatory,
    Executor,
    /// The day that an interim reply promises.
    Expected,
    /// What its writer chose besides the text.
    Choices,
    /// The demands and the decisions on them.
    Demands,
    Complainant,
    /// The requisites and the letterhead of the office.
    Requisites,
    /// Anything else of the case.
    Case,
}

/// One thing in which two texts of a letter differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Difference {
    pub what: DifferingPart,
    /// How it read before; empty for what was added.
    pub before: String,
    /// How it reads now; empty for what is gone.
    pub after: String,
}

/// What two texts of a letter differ in, in reading order. What composing
/// remembers for itself makes no difference.
pub fn differences(before: &LetterText, after: &LetterText) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut compare = |what: DifferingPart, before: String, after: String| {
        if before != after {
            let (before, after) = apart(&before, &after);
            found.push(Difference {
                what,
                before,
                after,
            });
        }
    };
    let kind = |l: &LetterText| format!("{} {}", l.kind.as_str(), l.language.as_str());
    compare(DifferingPart::Kind, kind(before), kind(after));
    compare(
        DifferingPart::Addressee,
        before.addressee.join("\n"),
        after.addressee.join("\n"),
    );
    compare(
        DifferingPart::Heading,
        before.heading.clone(),
        after.heading.clone(),
    );
    compare(
        DifferingPart::Salutation,
        before.salutation.clone(),
        after.salutation.clone(),
    );
    for old in &before.blocks {
        let now = after.blocks.iter().find(|b| b.id == old.id);
        compare(
            DifferingPart::Block,
            old.reads(),
            now.map(Block::reads).unwrap_or_default(),
        );
        // The same words in another dress are another letter, too.
        if let Some(now) = now
            && now.reads() == old.reads()
            && now.content != old.content
        {
            compare(DifferingPart::Look, "*".to_owned(), now.reads());
        }
    }
    for new in &after.blocks {
        if !before.blocks.iter().any(|b| b.id == new.id) {
            compare(DifferingPart::Block, String::new(), new.reads());
        }
    }
    let order = |l: &LetterText, other: &LetterText| -> String {
        let ids = l.blocks.iter().map(|b| b.id.as_str());
        ids.filter(|id| other.blocks.iter().any(|b| b.id == *id))
            .collect::<Vec<_>>()
            .join(" ")
    };
    if order(before, after) != order(after, before) {
        compare(DifferingPart::Order, "1".to_owned(), "2".to_owned());
    }
    compare(
        DifferingPart::Closing,
        before.closing.clone(),
        after.closing.clone(),
    );
    let enclosures = |l: &LetterText| -> String {
        let lines = l.enclosures.iter().map(|e| enclosure(e, l.language));
        lines.collect::<Vec<_>>().join("\n")
    };
    compare(
        DifferingPart::Enclosures,
        enclosures(before),
        enclosures(after),
    );
    let signatory = |l: &LetterText| {
        let authority = l.signatory.authority.clone().unwrap_or_default();
        [l.signatory.post.as_str(), &l.signatory.name, &authority].join(" ")
    };
    compare(
        DifferingPart::Signatory,
        signatory(before),
        signatory(after),
    );
    let executor = |l: &LetterText| {
        l.executor
            .as_ref()
            .map(|e| format!("{} {}", e.name, e.phone))
            .unwrap_or_default()
    };
    compare(DifferingPart::Executor, executor(before), executor(after));
    let expected = |l: &LetterText| l.expected.map(|d| d.to_string()).unwrap_or_default();
    compare(DifferingPart::Expected, expected(before), expected(after));
    found
}

/// Two texts from where they part, with a few words before it.
fn apart(before: &str, after: &str) -> (String, String) {
    let same = before
        .chars()
        .zip(after.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let from = if before.is_empty() || after.is_empty() || same < 40 {
        0
    } else {
        same - 30
    };
    let shown = |text: &str| -> String {
        let lead = if from > 0 { "…" } else { "" };
        let tail = if text.chars().count() > from + SHOWN {
            "…"
        } else {
            ""
        };
        let middle: String = text.chars().skip(from).take(SHOWN).collect();
        format!("{lead}{middle}{tail}")
    };
    (shown(before), shown(after))
}
