//! The rules about dates and sums: what is promised against what is due, and
//! figures against words.

use super::complete::Pen;
use super::seen::folded;
use super::{Group, Severity};
use crate::CaseForLetter;
use crate::dates::named_dates;
use crate::sums::named_sums;
use crate::text::LetterText;
use crate::words::{date, figures_and_words, sentence};
use chrono::NaiveDate;
use complaint::{Language, LetterKind};
use regex::Regex;
use std::sync::LazyLock;

/// Notes promises that are late, past or missing.
pub fn promises(letter: &LetterText, case: &CaseForLetter, pen: &mut Pen<'_>) {
    let late = |pen: &mut Pen<'_>,
                block: Option<&str>,
                place,
                promised: NaiveDate,
                due: NaiveDate| {
        // Once the legal day has passed, no promise can be in time: then
        // what counts is the earliest day.
        let passed = due < case.today;
        let (severity, ru, en) = if passed {
            (
                Severity::Should,
                ", он уже прошёл, и неустойка идёт за каждый день: обещайте самый ранний возможный день и извинитесь за задержку",
                ", which has passed, and the penalty runs by the day: promise the earliest day possible and apologise for the delay",
            )
        } else {
            (Severity::Must, "", "")
        };
        pen.at(
            "promise.late",
            severity,
            Group::Safe,
            block,
            place,
            sentence(&format!(
                "Обещан срок {} — позже законного, {}{ru}",
                date(promised, Language::Ru),
                date(due, Language::Ru)
            )),
            format!(
                "The date promised, {}, is later than the legal one, {}{en}.",
                date(promised, Language::En),
                date(due, Language::En)
            ),
        );
    };
    if letter.kind == LetterKind::Interim && letter.expected.is_none() && case.expected.is_none() {
        pen.note(
            "promise.none",
            Severity::Must,
            None,
            "Промежуточный ответ не называет дня, к которому будет ответ.",
            "A holding reply must name the day of the answer.",
        );
    }
    if let (Some(promised), Some(due)) = (letter.expected, case.answer_due)
        && promised > due
    {
        late(pen, None, (0, 0), promised, due);
    }
    for demand in &case.demands {
        let promised = demand.decision.as_ref().and_then(|d| d.due);
        if let (Some(promised), Some(due), true) =
            (promised, demand.due_legal, letter.kind.is_final())
            && promised > due
        {
            let block = format!("demand:{}/next", demand.id);
            late(pen, Some(&block), (0, 0), promised, due);
        }
    }
    // Dates typed by hand: whatever stands behind «не позднее» or «до».
    let last = case
        .demands
        .iter()
        .filter_map(|d| d.due_legal)
        .chain(case.answer_due)
        .max();
    for block in &letter.blocks {
        // What the mended letter had said is no promise any more, and the day
        // by which we await an answer is none of ours.
        let not_ours = match letter.kind {
            LetterKind::Correction => block.id == "said",
            LetterKind::OwnClaim => block.id == "until",
            _ => false,
        };
        if not_ours {
            continue;
        }
        let text = block.reads();
        for (promised, start, end) in promised_dates(&text) {
            let known = case.expected == Some(promised)
                || case
                    .demands
                    .iter()
                    .any(|d| d.decision.as_ref().is_some_and(|d| d.due == Some(promised)));
            if let Some(due) = last
                && promised > due
                && !known
            {
                late(pen, Some(&block.id), (start, end), promised, due);
            }
            if promised < case.today && !block.role.is_empty() {
                pen.at(
                    "promise.past",
                    Severity::Should,
                    Group::Complete,
                    Some(&block.id),
                    (start, end),
                    "Обещанный день уже прошёл.",
                    "The day promised is already past.",
                );
            }
        }
    }
}

/// Notes sums whose figures and words differ.
pub fn sums_in_words(letter: &LetterText, pen: &mut Pen<'_>) {
    for block in &letter.blocks {
        sums_in_text(&block.reads(), letter.language, Some(&block.id), pen);
    }
}

/// The same in one text.
pub fn sums_in_text(text: &str, language: Language, block: Option<&str>, pen: &mut Pen<'_>) {
    for named in named_sums(text).into_iter().filter(|n| n.differs) {
        let chars = |b: usize| u32::try_from(text[..b].chars().count()).unwrap_or(0);
        pen.at(
            "sum.words",
            Severity::Must,
            Group::Complete,
            block,
            (chars(named.with_words.start), chars(named.with_words.end)),
            "Сумма цифрами и сумма прописью расходятся.",
            "The sum in figures and the sum in words differ.",
        );
        pen.better(figures_and_words(named.sum, language));
    }
}

/// Dates promised in the text, with their places in `char`s.
fn promised_dates(text: &str) -> Vec<(NaiveDate, u32, u32)> {
    let low = folded(text);
    let Some(pattern) = PROMISE.as_ref() else {
        return Vec::new();
    };
    let chars = |b: usize| u32::try_from(low[..b].chars().count()).unwrap_or(0);
    named_dates(&low)
        .into_iter()
        .filter_map(|(date, from, to)| {
            let lead = pattern.find(&low[..from])?;
            Some((date, chars(lead.start()), chars(to)))
        })
        .collect()
}

/// What stands before a date that is promised.
static PROMISE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:не позднее|не позже|\bдо|в срок до|no later than|\bby|until)\s+$").ok()
});
