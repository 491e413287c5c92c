//! A letter and its case, as they are read.

use crate::case::{CaseForLetter, DemandForLetter};
use crate::check::Finding;
use crate::text::LetterText;
use crate::words::figures::date;
use crate::words::folded::folded;
use crate::words::pattern::{Pattern, chars};
use regex::Regex;

/// A place in the letter: block, start, end.
pub type Place = (Option<String>, u32, u32);

/// What is being read.
pub struct Subject<'a> {
    pub letter: &'a LetterText,
    pub case: &'a CaseForLetter,
    pub findings: &'a [Finding],
    /// Id, role and folded words of each block.
    pub blocks: Vec<(&'a str, &'a str, String)>,
}

impl<'a> Subject<'a> {
    /// The letter, with what the check found in it.
    pub fn new(letter: &'a LetterText, case: &'a CaseForLetter, findings: &'a [Finding]) -> Self {
        let blocks = letter.blocks.iter();
        Self {
            letter,
            case,
            findings,
            blocks: blocks
                .map(|b| (b.id.as_str(), b.role.as_str(), folded(&b.reads())))
                .collect(),
        }
    }
}

impl Subject<'_> {
    /// The first finding whose rule begins with one of these.
    pub fn spoilt(&self, by: &[String]) -> Option<&Finding> {
        self.findings
            .iter()
            .find(|f| by.iter().any(|rule| f.rule.starts_with(rule.as_str())))
    }

    /// The first place where the pattern fits.
    pub fn first(&self, pattern: Option<&Regex>) -> Option<Place> {
        let pattern = pattern?;
        self.blocks
            .iter()
            .find_map(|(id, _, text)| place_in(pattern, id, text))
    }

    /// The first place of these very words.
    pub fn words(&self, words: &str) -> Option<Place> {
        let words = folded(words.trim());
        if words.is_empty() {
            return None;
        }
        self.blocks.iter().find_map(|(id, _, text)| {
            let at = text.find(&words)?;
            let start = chars(text, at);
            Some((
                Some((*id).to_owned()),
                start,
                start + chars(&words, words.len()),
            ))
        })
    }

    /// The date on the complainant's own letter.
    pub fn their_date(&self) -> Option<Place> {
        self.words(&date(self.case.matter.their_date?, self.letter.language))
    }

    /// The day of receipt.
    pub fn received(&self) -> Option<Place> {
        self.words(&date(self.case.received_on, self.letter.language))
    }

    /// All that is said to a demand.
    pub fn answer(&self, demand: &DemandForLetter) -> String {
        let role = format!("demand:{}", demand.id);
        let own = self.blocks.iter().filter(|(_, r, _)| *r == role);
        own.map(|(_, _, text)| text.as_str())
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// Whether the answer to every demand is such; the place of the first
    /// that is, or of the first that is not.
    pub fn each(&self, such: impl Fn(&str) -> bool) -> Result<Option<Place>, Option<Place>> {
        let at = |d: &DemandForLetter| self.block_named(&format!("demand:{}/", d.id));
        match self.case.demands.iter().find(|d| !such(&self.answer(d))) {
            Some(bare) => Err(at(bare)),
            None => Ok(self.case.demands.first().and_then(at)),
        }
    }

    /// The first block whose id has these words.
    pub fn block_named(&self, part: &str) -> Option<Place> {
        let (id, ..) = self.blocks.iter().find(|(id, ..)| id.contains(part))?;
        Some((Some((*id).to_owned()), 0, 0))
    }
}

/// The place of a pattern in one block.
pub fn place_of(pattern: &Pattern, id: &str, folded: &str) -> Option<Place> {
    place_in(pattern.regex()?, id, folded)
}

fn place_in(pattern: &Regex, id: &str, folded: &str) -> Option<Place> {
    let hit = pattern.find(folded)?;
    let (start, end) = (chars(folded, hit.start()), chars(folded, hit.end()));
    Some((Some(id.to_owned()), start, end))
}
