//! What the complainant states, point by point, and what the office established of it.

use crate::field::{FieldFault, FieldProblem, LINE, dated, no_longer};
use crate::words::vocabulary;
use crate::{AllegationId, DemandId, DocumentId};
use chrono::{DateTime, FixedOffset};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

vocabulary! {
    /// What a check of an allegation established.
    Verdict {
        Confirmed = "confirmed",
        /// Some of what is stated is so and the rest is not, or not shown to be.
        Partly = "partly",
        NotConfirmed = "not_confirmed",
        /// What there is to look at tells neither that it is so nor that it is not.
        Unestablished = "unestablished",
    }
}

impl Verdict {
    /// Whether it says of each part of a statement what it says of the whole.
    fn holds_of_all(self) -> bool {
        match self {
            Self::Confirmed | Self::NotConfirmed => true,
            Self::Partly | Self::Unestablished => false,
        }
    }

    /// Whether it goes against the complainant, be it in part.
    pub fn is_against(self) -> bool {
        match self {
            Self::NotConfirmed | Self::Partly => true,
            Self::Confirmed | Self::Unestablished => false,
        }
    }
}

vocabulary! {
    /// What sort of rule an allegation is measured by.
    GroundKind {
        /// An article of a law or of other rules of the state.
        Article = "article",
        /// A clause of the contract or of the order.
        Contract = "contract",
        /// A rule that the office gave itself.
        OwnRule = "own_rule",
        /// A rule of the marketplace or platform.
        PlatformRule = "platform_rule",
    }
}

/// A stretch of the complaint's text that an allegation comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SourcePhrase {
    /// Where it began when it was taken, in `char`s of the text.
    pub start: u32,
    /// The words themselves, by which it is found again when the text was put right.
    pub words: String,
}

/// What is written down of one allegation: what is stated, how that was looked at and what came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AllegationFields {
    /// What is stated, as the letter repeats it.
    pub text: String,
    /// Where in the complaint it stands; several where points were joined.
    #[serde(default)]
    pub phrases: Vec<SourcePhrase>,
    /// The demands that rest on it.
    #[serde(default)]
    pub demands: Vec<DemandId>,
    /// Which papers, people and things were asked, and in what way.
    #[serde(default)]
    pub check: String,
    #[serde(default)]
    pub checked_by: String,
    #[serde(default)]
    pub checked_on: Option<NaiveDate>,
    #[serde(default)]
    pub verdict: Option<Verdict>,
    /// What was found, in the words of the letter.
    #[serde(default)]
    pub found: String,
    #[serde(default)]
    pub ground_kind: Option<GroundKind>,
    /// The article, the clause or the rule.
    #[serde(default)]
    pub ground: String,
    /// The documents of the case that it was established by, in the order they are referred to.
    #[serde(default)]
    pub evidence: Vec<DocumentId>,
}

/// One allegation of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Allegation {
    pub id: AllegationId,
    #[serde(flatten)]
    pub fields: AllegationFields,
}

/// Characters of what is stated.
pub const LONGEST_ALLEGATION: usize = 4_000;

/// Characters of what was checked, of what was found and of the ground.
const PROSE: usize = 20_000;

/// Phrases that one allegation may come from.
const MOST_PHRASES: usize = 50;

impl AllegationFields {
    /// Trimmed, as it is kept: without empty phrases, each demand and document once, a kind of ground where there is
    /// a ground alone.
    ///
    /// # Errors
    /// The first field that can't be kept: nothing stated, more words or phrases than fit, a day to come.
    pub fn checked(self, now: DateTime<FixedOffset>) -> Result<Self, FieldFault> {
        let trimmed = |text: &str| text.trim().to_owned();
        let text = trimmed(&self.text);
        if text.is_empty() {
            return Err(FieldFault::of("text", FieldProblem::Missing));
        }
        no_longer("text", &text, LONGEST_ALLEGATION)?;
        for (name, words) in [
            ("check", &self.check),
            ("found", &self.found),
            ("ground", &self.ground),
        ] {
            no_longer(name, words, PROSE)?;
        }
        no_longer("checked_by", &self.checked_by, LINE)?;
        if let Some(day) = self.checked_on {
            dated("checked_on", day)?;
            // It may have turned to another day elsewhere already.
            let latest = now.date_naive().checked_add_days(Days::new(1));
            if latest.is_some_and(|latest| day > latest) {
                return Err(FieldFault::of("checked_on", FieldProblem::Future));
            }
        }
        let phrases: Vec<SourcePhrase> = self
            .phrases
            .into_iter()
            .filter(|phrase| !phrase.words.trim().is_empty())
            .collect();
        if phrases.len() > MOST_PHRASES {
            return Err(FieldFault::of("phrases", FieldProblem::TooMany));
        }
        for (at, phrase) in phrases.iter().enumerate() {
            no_longer(&format!("phrases.{at}"), &phrase.words, LONGEST_ALLEGATION)?;
        }
        let ground = trimmed(&self.ground);
        Ok(Self {
            text,
            phrases,
            demands: each_once(self.demands),
            check: trimmed(&self.check),
            checked_by: trimmed(&self.checked_by),
            checked_on: self.checked_on,
            verdict: self.verdict,
            found: trimmed(&self.found),
            ground_kind: self.ground_kind.filter(|_| !ground.is_empty()),
            ground,
            evidence: each_once(self.evidence),
        })
    }

    /// Two points as one: what is stated and what was checked stand one behind the other. A verdict and a kind of
    /// ground are left only where both have the same; of checks by others or on other days each says so itself.
    pub fn joined(self, other: Self) -> Self {
        let same_check = self.checked_by == other.checked_by && self.checked_on == other.checked_on;
        let (checked_by, checked_on, checks) = if same_check || !other.has_check() {
            (self.checked_by, self.checked_on, (self.check, other.check))
        } else if !self.has_check() {
            (
                other.checked_by,
                other.checked_on,
                (self.check, other.check),
            )
        } else {
            (String::new(), None, (self.told_check(), other.told_check()))
        };
        let ground_kind = match (self.ground.is_empty(), other.ground.is_empty()) {
            (_, true) => self.ground_kind,
            (true, false) => other.ground_kind,
            (false, false) => self
                .ground_kind
                .filter(|kind| other.ground_kind == Some(*kind)),
        };
        let lines = |first: String, second: String| match (first.is_empty(), second.is_empty()) {
            (_, true) => first,
            (true, false) => second,
            (false, false) if first == second => first,
            (false, false) => format!("{first}\n{second}"),
        };
        let one = |first: String, second: String| match (first.is_empty(), second.is_empty()) {
            (_, true) => first,
            (true, false) => second,
            (false, false) if first == second => first,
            (false, false) => format!("{}; {second}", unended(&first)),
        };
        let mut phrases = self.phrases;
        phrases.extend(other.phrases);
        crate::order::by_key(&mut phrases, |phrase| phrase.start);
        phrases.dedup();
        let verdict = match (self.verdict, other.verdict) {
            (first, second) if first == second => first,
            _ => None,
        };
        Self {
            text: sentences(&self.text, &other.text),
            phrases,
            demands: each_once([self.demands, other.demands].concat()),
            check: one(checks.0, checks.1),
            checked_by,
            checked_on,
            verdict,
            found: lines(self.found, other.found),
            ground_kind,
            ground: one(self.ground, other.ground),
            evidence: each_once([self.evidence, other.evidence].concat()),
        }
    }

    /// One point as two, cut before the `char` at `at` of what is stated: the first keeps what was established, the
    /// second begins anew. A verdict that may hold of a part alone is given anew. None where one of them would state
    /// nothing.
    pub fn split(self, at: usize) -> Option<(Self, Self)> {
        let cut = self.text.char_indices().nth(at)?.0;
        let (first, second) = self.text.split_at(cut);
        let (first, second) = (first.trim().to_owned(), second.trim().to_owned());
        if first.is_empty() || second.is_empty() {
            return None;
        }
        let (own, of_second) = phrases_cut(&self.phrases, &self.text, at);
        let rest = Self {
            text: second,
            phrases: of_second,
            demands: self.demands.clone(),
            ..Self::default()
        };
        let kept = Self {
            text: first,
            phrases: own,
            verdict: self.verdict.filter(|verdict| verdict.holds_of_all()),
            ..self
        };
        Some((kept, rest))
    }

    fn has_check(&self) -> bool {
        !self.check.is_empty() || !self.checked_by.is_empty() || self.checked_on.is_some()
    }

    /// What was checked with who did it and when in one: «осмотр (мастер, 10.11.2026)».
    fn told_check(&self) -> String {
        let on = self
            .checked_on
            .map(|day| day.format("%d.%m.%Y").to_string());
        let by = Some(self.checked_by.clone()).filter(|by| !by.is_empty());
        let told: Vec<String> = [by, on].into_iter().flatten().collect();
        match (self.check.is_empty(), told.is_empty()) {
            (_, true) => self.check.clone(),
            (true, false) => told.join(", "),
            (false, false) => format!("{} ({})", unended(&self.check), told.join(", ")),
        }
    }

    /// Whether a refusal of this demand may stand on it: the demand rests on the point, and the finding goes against
    /// it, be it in part.
    pub fn refutes(&self, demand: DemandId) -> bool {
        self.verdict.is_some_and(Verdict::is_against) && self.demands.contains(&demand)
    }

    /// Whether anything was written down of a check.
    pub fn is_looked_at(&self) -> bool {
        self.verdict.is_some() || !self.check.is_empty() || !self.found.is_empty()
    }
}

/// Phrases of both halves: one that is the whole text is cut with it, others belong to both.
fn phrases_cut(
    phrases: &[SourcePhrase],
    text: &str,
    at: usize,
) -> (Vec<SourcePhrase>, Vec<SourcePhrase>) {
    let whole = match phrases {
        [only] if only.words == text => only,
        _ => return (phrases.to_vec(), phrases.to_vec()),
    };
    let part = |from: usize, words: String| {
        let blank = words.chars().take_while(|c| c.is_whitespace()).count();
        let start = u32::try_from(from + blank).unwrap_or(0);
        let words = words.trim().to_owned();
        vec![SourcePhrase {
            start: whole.start.saturating_add(start),
            words,
        }]
    };
    (
        part(0, text.chars().take(at).collect()),
        part(at, text.chars().skip(at).collect()),
    )
}

/// Words that go on, without the full stop of their sentence; that of a short word («г.») is its own.
fn unended(words: &str) -> &str {
    const SHORTEST: usize = 4;
    let Some(head) = words.strip_suffix('.') else {
        return words;
    };
    let last = head.rsplit([' ', '\u{a0}', '.']).next().unwrap_or("");
    if last.chars().count() < SHORTEST {
        words
    } else {
        head
    }
}

/// Two statements behind each other, the first ending as a sentence does.
fn sentences(first: &str, second: &str) -> String {
    let ended = first.ends_with(['.', '!', '?', '…', ';', ':', '»', '"']);
    format!("{first}{} {second}", if ended { "" } else { "." })
}

fn each_once<Id: Copy + PartialEq>(ids: Vec<Id>) -> Vec<Id> {
    let mut once: Vec<Id> = Vec::with_capacity(ids.len());
    for id in ids {
        if !once.contains(&id) {
            once.push(id);
        }
    }
    once
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<FixedOffset> {
        "2026-11-22T10:00:00+03:00".parse().unwrap()
    }

    fn stated(text: &str) -> AllegationFields {
        AllegationFields {
            text: text.to_owned(),
            phrases: vec![SourcePhrase {
                start: 7,
                words: text.to_owned(),
            }],
            ..AllegationFields::default()
        }
    }

    #[test]
    fn what_is_kept_is_trimmed_and_named_once() {
        let document = DocumentId::new();
        let kept = AllegationFields {
            text: " Чайник протекает. ".into(),
            phrases: vec![SourcePhrase {
                start: 0,
                words: "  ".into(),
            }],
            ground_kind: Some(GroundKind::Contract),
            evidence: vec![document, document],
            ..AllegationFields::default()
        }
        .checked(now())
        .unwrap();
        assert_eq!(kept.text, "Чайник протекает.");
        assert_eq!(
            (kept.phrases.len(), kept.ground_kind, kept.evidence.len()),
            (0, None, 1)
        );
        let problem = |fields: AllegationFields| {
            let fault = fields.checked(now()).unwrap_err();
            (fault.field, fault.problem)
        };
        let missing = ("text".to_owned(), FieldProblem::Missing);
        assert_eq!(problem(stated("  ")), missing);
        let long = stated(&"я".repeat(LONGEST_ALLEGATION + 1));
        assert_eq!(problem(long), ("text".to_owned(), FieldProblem::TooLong));
        let to_come = AllegationFields {
            checked_on: Some("2026-11-24".parse().unwrap()),
            ..stated("Чайник протекает.")
        };
        let future = ("checked_on".to_owned(), FieldProblem::Future);
        assert_eq!(problem(to_come), future);
    }

    #[test]
    fn points_are_joined_and_a_verdict_stays_where_both_have_it() {
        let mut first = stated("Чайник протекает");
        let mut second = stated("Кассир нагрубил.");
        first.verdict = Some(Verdict::Confirmed);
        first.check = "осмотр".into();
        second.verdict = Some(Verdict::Confirmed);
        second.phrases[0].start = 2;
        let both = first.clone().joined(second.clone());
        assert_eq!(both.text, "Чайник протекает. Кассир нагрубил.");
        assert_eq!(both.verdict, Some(Verdict::Confirmed));
        assert_eq!(both.check, "осмотр");
        assert_eq!(both.phrases[0].words, "Кассир нагрубил.");
        second.verdict = None;
        assert_eq!(first.joined(second).verdict, None);
    }

    #[test]
    fn joined_checks_and_grounds_say_of_whom_and_whose_they_are() {
        let mut first = stated("Чайник протекает");
        let mut second = stated("Кассир нагрубил");
        first.check = "осмотр чайника.".into();
        first.checked_by = "мастер".into();
        first.checked_on = Some("2026-11-10".parse().unwrap());
        first.ground = "стандарт сборки".into();
        first.ground_kind = Some(GroundKind::OwnRule);
        let alone = first.clone().joined(second.clone());
        assert_eq!(alone.checked_by, "мастер");
        assert_eq!(alone.ground_kind, Some(GroundKind::OwnRule));
        assert_eq!(
            second.clone().joined(first.clone()).checked_on,
            first.checked_on
        );
        second.check = "опрос кассира".into();
        second.checked_by = "юрист".into();
        second.checked_on = Some("2026-11-20".parse().unwrap());
        second.ground = "статья 18".into();
        second.ground_kind = Some(GroundKind::Article);
        let both = first.clone().joined(second.clone());
        assert_eq!(
            both.check,
            "осмотр чайника (мастер, 10.11.2026); опрос кассира (юрист, 20.11.2026)"
        );
        assert_eq!((both.checked_by.as_str(), both.checked_on), ("", None));
        assert_eq!(both.ground, "стандарт сборки; статья 18");
        assert_eq!(both.ground_kind, None);
        second.checked_by.clone_from(&first.checked_by);
        second.checked_on = first.checked_on;
        let same = first.joined(second);
        assert_eq!(same.check, "осмотр чайника; опрос кассира");
        assert_eq!(same.checked_by, "мастер");
    }

    #[test]
    fn a_point_is_cut_with_its_phrase() {
        let mut whole = stated("Чайник протекает. Кассир нагрубил.");
        whole.verdict = Some(Verdict::Partly);
        let (first, second) = whole.clone().split(17).unwrap();
        assert_eq!(first.text, "Чайник протекает.");
        // Which of the halves it held of, nobody said.
        assert_eq!(first.verdict, None);
        whole.verdict = Some(Verdict::NotConfirmed);
        let (kept, _) = whole.clone().split(17).unwrap();
        assert_eq!(kept.verdict, Some(Verdict::NotConfirmed));
        assert_eq!(second.text, "Кассир нагрубил.");
        assert!(!second.is_looked_at());
        let words = |of: &AllegationFields| (of.phrases[0].start, of.phrases[0].words.clone());
        assert_eq!(words(&first), (7, "Чайник протекает.".to_owned()));
        assert_eq!(words(&second), (25, "Кассир нагрубил.".to_owned()));
        assert!(whole.clone().split(0).is_none());
        assert!(whole.split(400).is_none());
    }
}
