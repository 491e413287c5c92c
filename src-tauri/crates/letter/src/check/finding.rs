//! Findings, and the list that the rules note them in.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Stops issuing, unless overridden with a written reason.
    Must,
    /// Ought to be mended.
    Should,
    /// Worth a look; many letters rightly keep it.
    Hint,
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Something is missing or does not agree.
    Complete,
    /// Something may be turned against the office.
    Safe,
    /// How the words will sound to the reader.
    Tone,
}

/// What a rule has to say about one place of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// The rule's id: «admission.guilt».
    pub rule: String,
    /// How much it weighs.
    pub severity: Severity,
    pub group: Group,
    /// Where: a block's id, or «heading», «salutation», «addressee»,
    /// «closing», «enclosures», «signatory»; `None` for the letter as a whole.
    pub block: Option<String>,
    /// Start of the place, in `char`s (Unicode scalar values, not bytes and
    /// not UTF-16 units) of [`crate::Block::reads`] or of the named part; for
    /// [`crate::check_text`], of the whole text.
    pub start: u32,
    /// End of the place, exclusive. Equal to `start` where there is no place.
    pub end: u32,
    /// Why, in one Russian sentence.
    pub message_ru: String,
    /// Why, in one English sentence.
    pub message_en: String,
    /// A better wording for the place, in the letter's language. An empty one
    /// proposes to strike the place out.
    pub suggestion: Option<String>,
    /// Further wordings that may be meant, the likelier ones first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub others: Vec<String>,
    /// The word that the place holds and no dictionary has; the office may take it among its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub word: Option<String>,
    /// The place that the better wording stands for, where that is more than
    /// the finding's own: the sentence around a word.
    #[serde(default)]
    pub mend: Option<(u32, u32)>,
}

/// What the findings of a rule are called, what they weigh and what they are about.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// As findings give it: «admission.guilt».
    pub id: &'static str,
    /// How much its findings weigh.
    pub severity: Severity,
    pub group: Group,
}

impl Rule {
    /// A rule whose findings stop issuing, about something missing or at odds.
    pub const fn must(id: &'static str) -> Self {
        Self {
            id,
            severity: Severity::Must,
            group: Group::Complete,
        }
    }

    /// A rule whose findings ought to be mended.
    pub const fn should(id: &'static str) -> Self {
        Self {
            severity: Severity::Should,
            ..Self::must(id)
        }
    }

    /// A rule whose findings are worth a look.
    pub const fn hint(id: &'static str) -> Self {
        Self {
            severity: Severity::Hint,
            ..Self::must(id)
        }
    }

    /// The same rule, about safety or tone.
    pub const fn about(self, group: Group) -> Self {
        Self { group, ..self }
    }
}

#[derive(Clone, Debug, Default)]
pub struct Place {
    block: Option<String>,
    start: u32,
    end: u32,
}

impl Place {
    /// The letter as a whole.
    pub fn whole() -> Self {
        Self::default()
    }

    /// A block, or a named part of the letter.
    pub fn of(block: &str) -> Self {
        Self::chars(Some(block), (0, 0))
    }

    /// From one `char` of a block up to another; of the whole text where there
    /// are no blocks.
    pub fn chars(block: Option<&str>, (start, end): (u32, u32)) -> Self {
        Self {
            block: block.map(str::to_owned),
            start,
            end,
        }
    }
}

/// The findings so far, in the order in which the rules noted them.
#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Notes what a rule found, in both languages.
    pub fn note(&mut self, rule: Rule, place: Place, ru: impl Into<String>, en: impl Into<String>) {
        self.0.push(Finding {
            rule: rule.id.to_owned(),
            severity: rule.severity,
            group: rule.group,
            block: place.block,
            start: place.start,
            end: place.end,
            message_ru: ru.into(),
            message_en: en.into(),
            suggestion: None,
            others: Vec::new(),
            word: None,
            mend: None,
        });
    }

    /// Gives the finding just noted a better wording for its place.
    pub fn suggest(&mut self, wording: String) {
        if let Some(last) = self.0.last_mut() {
            last.suggestion = Some(wording);
        }
    }

    /// Tells which word the finding just noted is about, and what may be meant by it, the likeliest first.
    pub fn unknown(&mut self, word: String, meant: Vec<String>) {
        if let Some(last) = self.0.last_mut() {
            last.word = Some(word);
            let mut meant = meant.into_iter();
            last.suggestion = meant.next();
            last.others = meant.collect();
        }
    }

    /// Adds a finding that another reading made.
    pub fn add(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// In the order in which they were noted.
    pub fn list(&self) -> &[Finding] {
        &self.0
    }

    pub fn list_mut(&mut self) -> &mut Vec<Finding> {
        &mut self.0
    }

    pub fn into_list(self) -> Vec<Finding> {
        self.0
    }
}

#[cfg(test)]
impl Findings {
    pub fn of(rule: impl FnOnce(&mut Self)) -> Self {
        let mut found = Self::default();
        rule(&mut found);
        found
    }

    /// The rules that found something, in their order.
    pub fn rules(&self) -> Vec<&str> {
        self.0.iter().map(|f| f.rule.as_str()).collect()
    }

    /// The words that the only finding stands at.
    pub fn place<'a>(&self, text: &'a str) -> &'a str {
        assert_eq!(self.0.len(), 1, "{self:?}");
        let byte = |at: u32| {
            let mut places = text.char_indices().map(|(byte, _)| byte);
            places.nth(at as usize).unwrap_or(text.len())
        };
        &text[byte(self.0[0].start)..byte(self.0[0].end)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_better_wording_goes_to_the_finding_just_noted() {
        let found = Findings::of(|found| {
            found.note(Rule::must("a"), Place::whole(), "а", "a");
            found.note(Rule::hint("b").about(Group::Tone), Place::of("x"), "б", "b");
            found.suggest("в".into());
        });
        assert_eq!(found.rules(), ["a", "b"]);
        let [first, second] = found.list() else {
            panic!("{found:?}");
        };
        assert_eq!(
            (first.severity, first.group),
            (Severity::Must, Group::Complete)
        );
        assert_eq!(
            (second.severity, second.group),
            (Severity::Hint, Group::Tone)
        );
        assert_eq!(first.suggestion, None);
        assert_eq!(second.suggestion.as_deref(), Some("в"));
        assert_eq!(second.block.as_deref(), Some("x"));
    }
}
