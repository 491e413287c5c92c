//! Three readings of a letter: what the customer, the inspector and the judge
//! look for in it, what they find and where.
//!
//! What they look for is data, `rules/readings.toml`; how a thing is looked
//! for is told here.

use crate::check::{self, Finding};
use crate::text::LetterText;
use crate::words::date;
use crate::{CaseForLetter, DemandForLetter};
use complaint::{DecisionKind, Goes, LetterKind, Regime};
use regex::Regex;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;
use ts_rs::TS;

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Reader {
    /// The person who complained.
    Customer,
    /// An inspector of the authority.
    Inspector,
    /// A judge.
    Judge,
}

/// Whether what is looked for is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// It is there.
    Found,
    /// It is not.
    Missing,
    /// This letter need not have it.
    NotApplicable,
}

/// One thing a reader looks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReadingPoint {
    /// Its id: «customer.when».
    pub id: String,
    /// Whether it is there.
    pub seen: Seen,
    /// Where, as in [`Finding::block`]; of what is missing, the place that
    /// spoils it or where it belongs, if there is one.
    pub block: Option<String>,
    /// Start of the place in `char`s of the block, as in [`Finding::start`].
    pub start: u32,
    /// End of the place, exclusive; equal to `start` for the block as a whole.
    pub end: u32,
    /// What is looked for, in Russian.
    pub title_ru: String,
    /// What is looked for, in English.
    pub title_en: String,
    /// Why this reader looks for it, in one Russian sentence.
    pub why_ru: String,
    /// Why this reader looks for it, in one English sentence.
    pub why_en: String,
    /// What to write where it is missing, in Russian; else empty.
    pub cure_ru: String,
    /// What to write where it is missing, in English; else empty.
    pub cure_en: String,
}

/// A letter as one reader reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reading {
    /// Who reads.
    pub reader: Reader,
    /// What they look for, in the order of their looking.
    pub points: Vec<ReadingPoint>,
}

/// Reads a letter as the three do.
pub fn readings(letter: &LetterText, case: &CaseForLetter) -> Vec<Reading> {
    let findings = check::check(letter, case);
    let desk = Desk {
        letter,
        case,
        findings: &findings,
        blocks: letter
            .blocks
            .iter()
            .map(|b| (b.id.as_str(), b.role.as_str(), check::folded(&b.reads())))
            .collect(),
    };
    [Reader::Customer, Reader::Inspector, Reader::Judge]
        .into_iter()
        .map(|reader| Reading {
            reader,
            points: POINTS
                .iter()
                .filter(|p| p.raw.reader == reader)
                .map(|p| desk.point(p))
                .collect(),
        })
        .collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPoints {
    point: Vec<RawPoint>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPoint {
    id: String,
    reader: Reader,
    when: Vec<String>,
    look: Look,
    #[serde(default)]
    text_ru: String,
    #[serde(default)]
    text_en: String,
    #[serde(default)]
    spoilt_by: Vec<String>,
    title_ru: String,
    title_en: String,
    why_ru: String,
    why_en: String,
    cure_ru: String,
    cure_en: String,
}

/// How a thing is looked for.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Look {
    /// A pattern in the body.
    Text,
    /// No finding of the check whose rule begins so.
    Clean,
    /// A salutation that is not anonymous.
    Name,
    /// Every demand is told again.
    Demands,
    /// Subject, number or order of the case.
    Subject,
    /// A decision can be read for every demand.
    Decided,
    /// A day stands behind what is promised.
    Promised,
    /// The letter's day is not after the last legal one.
    InTime,
    /// Number or date of the message.
    Reference,
    /// Every demand has an answer of its own.
    EachDemand,
    /// Name and post of who signs.
    Signatory,
    /// A name and an address.
    Addressee,
    /// A block that tells a fact and a date.
    DatedFacts,
    /// An enclosure, or a document named.
    Evidence,
    /// A ground for every refusal.
    Grounds,
    /// Order or contract of the case.
    Order,
    /// The day of receipt.
    Received,
}

struct Known {
    raw: RawPoint,
    ru: Option<Regex>,
    en: Option<Regex>,
}

/// A test reads the file, so that a broken one can't be shipped.
static POINTS: LazyLock<Vec<Known>> =
    LazyLock::new(|| read(include_str!("../rules/readings.toml")).unwrap_or_default());

fn read(text: &str) -> Result<Vec<Known>, String> {
    let raw: RawPoints = toml::from_str(text).map_err(|e| e.to_string())?;
    let pattern = |text: &str| {
        let given = Some(text).filter(|t| !t.is_empty());
        given.map(Regex::new).transpose().map_err(|e| e.to_string())
    };
    raw.point
        .into_iter()
        .map(|raw| {
            Ok(Known {
                ru: pattern(&raw.text_ru)?,
                en: pattern(&raw.text_en)?,
                raw,
            })
        })
        .collect()
}

/// A place in the letter: block, start, end.
type Place = (Option<String>, u32, u32);

/// What is being read.
struct Desk<'a> {
    letter: &'a LetterText,
    case: &'a CaseForLetter,
    findings: &'a [Finding],
    /// Id, role and folded words of each block.
    blocks: Vec<(&'a str, &'a str, String)>,
}

impl Desk<'_> {
    fn point(&self, known: &Known) -> ReadingPoint {
        let raw = &known.raw;
        let applies = raw
            .when
            .iter()
            .all(|either| either.split('|').any(|one| self.is(one)));
        let (seen, place) = match applies.then(|| self.look(known)) {
            None => (Seen::NotApplicable, None),
            Some(Ok(place)) => (Seen::Found, place),
            Some(Err(place)) => (Seen::Missing, place),
        };
        let (block, start, end) = place.unwrap_or((None, 0, 0));
        let cure = |text: &str| match seen {
            Seen::Missing => text.to_owned(),
            _ => String::new(),
        };
        ReadingPoint {
            id: raw.id.clone(),
            seen,
            block,
            start,
            end,
            title_ru: raw.title_ru.clone(),
            title_en: raw.title_en.clone(),
            why_ru: raw.why_ru.clone(),
            why_en: raw.why_en.clone(),
            cure_ru: cure(&raw.cure_ru),
            cure_en: cure(&raw.cure_en),
        }
    }

    /// Whether a condition of the data holds.
    fn is(&self, condition: &str) -> bool {
        let kind = self.letter.kind;
        let decisions = self.case.decisions();
        let has = |kind: DecisionKind| decisions.contains(&kind);
        let grants = decisions.iter().any(|&d| d != DecisionKind::Refuse);
        match condition {
            "letter" => kind.goes() == Goes::ToComplainant,
            "to_other" => kind.goes() == Goes::ToOther,
            "paper" => kind.is_paper(),
            "final" => kind.is_final(),
            "not_final" => !kind.is_final() && kind != LetterKind::Acknowledgement,
            "acknowledgement" => kind == LetterKind::Acknowledgement,
            "holding" => kind == LetterKind::Interim,
            "demands" => !self.case.demands.is_empty(),
            "no_demands" => self.case.demands.is_empty(),
            "decided" => !decisions.is_empty(),
            "refuses" => has(DecisionKind::Refuse) || has(DecisionKind::Partly),
            "goodwill" => has(DecisionKind::Goodwill),
            "promises" => {
                kind == LetterKind::Interim
                    || kind == LetterKind::Acknowledgement && self.case.answer_due.is_some()
                    || kind.is_final() && grants && self.promises_later()
            }
            "money" => self.case.demands.iter().any(|d| {
                d.kind.asks_money()
                    && d.decision.as_ref().is_some_and(|given| {
                        given.kind != DecisionKind::Refuse
                            && (given.amount.is_some() || d.amount.is_some())
                    })
            }),
            "due" => self.case.answer_due.is_some(),
            "order" => !self.case.order.trim().is_empty(),
            "consumer" => self.case.regime != Regime::B2b,
            "quality_goods" => {
                let refused = |d: &DemandForLetter| {
                    d.decision.as_ref().is_some_and(|d| {
                        matches!(d.kind, DecisionKind::Refuse | DecisionKind::Partly)
                    })
                };
                matches!(
                    self.case.regime,
                    Regime::Goods | Regime::PrepaidGoods | Regime::Distance
                ) && self
                    .case
                    .demands
                    .iter()
                    .any(|d| refused(d) && crate::facts::is_about_quality(d))
            }
            _ => false,
        }
    }

    /// Whether something granted is still to be done, not done by the letter itself.
    fn promises_later(&self) -> bool {
        use complaint::DemandKind::{Apology, ContractRefusal, Information};
        self.case.demands.iter().any(|d| {
            !matches!(d.kind, Apology | ContractRefusal | Information)
                && d.decision
                    .as_ref()
                    .is_some_and(|given| given.kind != DecisionKind::Refuse)
        })
    }

    /// The place of what is looked for, or the place where it is missing.
    fn look(&self, known: &Known) -> Result<Option<Place>, Option<Place>> {
        let part = |name: &str| Some((Some(name.to_owned()), 0, 0));
        let filled = |text: &str| !text.trim().is_empty();
        match known.raw.look {
            // What the office typed itself may stand in the other language.
            Look::Text => self
                .first(known.ru.as_ref())
                .or_else(|| self.first(known.en.as_ref()))
                .map(Some)
                .ok_or(None),
            Look::Clean => self
                .spoilt(&known.raw.spoilt_by)
                .map_or(Ok(None), |f| Err(Some((f.block.clone(), f.start, f.end)))),
            Look::Name => {
                let anonymous = self.spoilt(&["greeting.".to_owned(), "salutation.".to_owned()]);
                if anonymous.is_none() && filled(&self.letter.salutation) {
                    Ok(part("salutation"))
                } else {
                    Err(part("salutation"))
                }
            }
            Look::Demands if self.letter.kind.is_final() => self.each(|text| RESTATES.is(text)),
            Look::Demands => self.first(RESTATES.0.as_ref()).map(Some).ok_or(None),
            Look::Subject => self
                .words(&self.case.subject)
                .or_else(|| self.words(&self.case.number))
                .or_else(|| self.words(&self.case.order))
                .or_else(|| self.their_date())
                .map(Some)
                .ok_or(None),
            Look::Decided => self.each(check::says_decision),
            Look::EachDemand => self.each(|text| !text.trim().is_empty()),
            Look::Promised => self
                .first(PROMISE.0.as_ref())
                .map(Some)
                .ok_or_else(|| self.block_named("next")),
            Look::InTime => {
                if self
                    .case
                    .answer_due
                    .is_none_or(|due| self.case.today <= due)
                {
                    Ok(None)
                } else {
                    Err(None)
                }
            }
            Look::Reference => self
                .words(&self.case.number)
                .or_else(|| self.words(&self.case.their_number))
                .or_else(|| self.their_date())
                .or_else(|| self.received())
                .map(Some)
                .ok_or_else(|| self.block_named("intro")),
            Look::Received => self
                .received()
                .map(Some)
                .ok_or_else(|| self.block_named("intro")),
            Look::Signatory => {
                let by = &self.letter.signatory;
                if filled(&by.name) && filled(&by.post) {
                    Ok(part("signatory"))
                } else {
                    Err(part("signatory"))
                }
            }
            Look::Addressee => {
                if self.letter.addressee.iter().filter(|l| filled(l)).count() > 1 {
                    Ok(part("addressee"))
                } else {
                    Err(part("addressee"))
                }
            }
            Look::DatedFacts => self
                .blocks
                .iter()
                .filter(|(_, role, _)| *role != "intro")
                .find_map(|(id, _, text)| DAY.place(id, text))
                .map(Some)
                .ok_or(None),
            Look::Evidence => {
                if !self.letter.enclosures.is_empty() {
                    return Ok(part("enclosures"));
                }
                self.first(DOCUMENT.0.as_ref())
                    .map(Some)
                    .ok_or_else(|| part("enclosures"))
            }
            Look::Grounds => {
                let bare = self.case.demands.iter().find(|d| {
                    d.decision.as_ref().is_some_and(|given| {
                        matches!(given.kind, DecisionKind::Refuse | DecisionKind::Partly)
                    }) && !GROUND.is(&self.answer(d))
                });
                match bare {
                    None => Ok(self.block_named("ground")),
                    Some(d) => Err(self.block_named(&format!("demand:{}/", d.id))),
                }
            }
            Look::Order => self.words(&self.case.order).map(Some).ok_or(None),
        }
    }

    /// The first finding whose rule begins with one of these.
    fn spoilt(&self, by: &[String]) -> Option<&Finding> {
        self.findings
            .iter()
            .find(|f| by.iter().any(|rule| f.rule.starts_with(rule.as_str())))
    }

    fn first(&self, pattern: Option<&Regex>) -> Option<Place> {
        let pattern = pattern?;
        self.blocks
            .iter()
            .find_map(|(id, _, text)| place_in(pattern, id, text))
    }

    /// The first place of these very words.
    fn words(&self, words: &str) -> Option<Place> {
        let words = check::folded(words.trim());
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

    fn their_date(&self) -> Option<Place> {
        self.words(&date(self.case.their_date?, self.letter.language))
    }

    fn received(&self) -> Option<Place> {
        self.words(&date(self.case.received_on, self.letter.language))
    }

    /// All that is said to a demand.
    fn answer(&self, demand: &DemandForLetter) -> String {
        let role = format!("demand:{}", demand.id);
        let own = self.blocks.iter().filter(|(_, r, _)| *r == role);
        own.map(|(_, _, text)| text.as_str())
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// Whether the answer to every demand is such; the place of the first
    /// that is, or of the first that is not.
    fn each(&self, such: impl Fn(&str) -> bool) -> Result<Option<Place>, Option<Place>> {
        let at = |d: &DemandForLetter| self.block_named(&format!("demand:{}/", d.id));
        match self.case.demands.iter().find(|d| !such(&self.answer(d))) {
            Some(bare) => Err(at(bare)),
            None => Ok(self.case.demands.first().and_then(at)),
        }
    }

    /// The first block whose id has these words.
    fn block_named(&self, part: &str) -> Option<Place> {
        let (id, ..) = self.blocks.iter().find(|(id, ..)| id.contains(part))?;
        Some((Some((*id).to_owned()), 0, 0))
    }
}

fn chars(text: &str, bytes: usize) -> u32 {
    u32::try_from(text[..bytes].chars().count()).unwrap_or(u32::MAX)
}

fn place_in(pattern: &Regex, id: &str, text: &str) -> Option<Place> {
    let hit = pattern.find(text)?;
    let (start, end) = (chars(text, hit.start()), chars(text, hit.end()));
    Some((Some(id.to_owned()), start, end))
}

/// A pattern over folded text of either language.
struct Pattern(Option<Regex>);

impl Pattern {
    fn new(text: &str) -> Self {
        Self(Regex::new(text).ok())
    }

    fn is(&self, text: &str) -> bool {
        self.0.as_ref().is_some_and(|p| p.is_match(text))
    }

    fn place(&self, id: &str, text: &str) -> Option<Place> {
        place_in(self.0.as_ref()?, id, text)
    }
}

const A_DAY: &str = r"\b\d{1,2}\.\d{1,2}\.\d{2,4}\b|\b\d{1,2} (?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|january|february|march|april|may|june|july|august|september|october|november|december)\b";

static DAY: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(A_DAY));
static PROMISE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(&format!(
        r"(?:не позднее|не позже|\bдо\b|в срок до|к|\bс|no later than|\bby|until|before|\bon)\s+(?:{A_DAY})|(?:перевели|вернули|выплатили|отправили|заменили|передали|исправили)\b[^.]{{0,60}}(?:{A_DAY})"
    ))
});
static RESTATES: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"\bвы (?:\w+ )?(?:проси|требу|отказыва|хот|жела|предлага)\w*|ваше требование|вы поставили|you (?:ask|asked|demand|request|want|cancel|withdraw|terminate)|your (?:demand|request)",
    )
});
static GROUND: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"\bст\. ?\d|стать\w+ \d|закон|\bп\. ?\d|пункт\w* \d|договор|\bгк\b|правил|оферт|article \d|\bact\b|\blaw\b|clause \d|\bcode\b|contract|\brules\b",
    )
});
static DOCUMENT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"\bакт(?:а|е|у|ом|ы)?\b|заключени|экспертиз|запис[ьи] (?:камеры|разговора|в журнале)|фотографи|накладн|квитанци|журнал|выписк|\bact\b|report|record|photograph|log\b|statement|invoice",
    )
});

#[cfg(test)]
mod tests {
    use super::*;

    const CONDITIONS: &[&str] = &[
        "letter",
        "to_other",
        "paper",
        "final",
        "not_final",
        "acknowledgement",
        "holding",
        "demands",
        "no_demands",
        "decided",
        "refuses",
        "goodwill",
        "promises",
        "money",
        "due",
        "order",
        "consumer",
        "quality_goods",
    ];

    #[test]
    fn the_data_reads_and_names_known_conditions() {
        let points = read(include_str!("../rules/readings.toml")).unwrap();
        assert!(points.len() >= 25);
        let mut ids: Vec<&str> = points.iter().map(|p| p.raw.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), points.len());
        for point in &points {
            let raw = &point.raw;
            for one in raw.when.iter().flat_map(|either| either.split('|')) {
                assert!(CONDITIONS.contains(&one), "{}: {one}", raw.id);
            }
            match raw.look {
                Look::Text => assert!(point.ru.is_some() && point.en.is_some(), "{}", raw.id),
                Look::Clean => assert!(!raw.spoilt_by.is_empty(), "{}", raw.id),
                _ => {}
            }
            for words in [
                &raw.title_ru,
                &raw.title_en,
                &raw.why_ru,
                &raw.why_en,
                &raw.cure_ru,
                &raw.cure_en,
            ] {
                assert!(!words.trim().is_empty(), "{}", raw.id);
            }
        }
    }
}
