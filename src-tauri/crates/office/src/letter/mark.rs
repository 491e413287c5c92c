//! The facts that marks are taken over: that of a draft, by which it is known to
//! be behind its case, and that of an approval.

use chrono::NaiveDate;
use complaint::ApprovalRules;
use letter::CaseForLetter;
use serde::de::Deserialize;
use serde::ser::{Error, Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Facts in the order and under the names in which the first marks were taken. A
/// mark is taken over bytes: in another order every draft would read as one whose
/// case has changed, and every approval would fall.
const FIRST: &[&str] = &[
    "office",
    "number",
    "kind",
    "regime",
    "channel",
    "received_on",
    "recorded_on",
    "their_number",
    "their_date",
    "complainant",
    "subject",
    "order",
    "price",
    "demands",
    "findings",
    "measures",
    "findings_evidence",
    "enclosures",
    "figures",
    "documents",
    "today",
    "answer_due",
    "expected",
    "interim_reason",
    "questions",
    "questions_due",
    "earlier",
    "particulars",
    "own_name_forms",
    "corrects",
    "replaces",
];

/// The facts of a case as far as a mark is taken over them.
pub(crate) struct MarkedFacts(pub CaseForLetter);

impl MarkedFacts {
    pub fn of(facts: &CaseForLetter) -> Self {
        let mut facts = facts.clone();
        // Another day is no change of the case.
        facts.today = NaiveDate::MIN;
        // Letters issued meanwhile change nothing in the case itself.
        facts.earlier.clear();
        // A document that the letter does not use says nothing in it.
        facts.documents.clear();
        // Who approves is on no letter, and changing it takes nothing back.
        facts.office.approval = ApprovalRules::default();
        Self(facts)
    }
}

impl Serialize for MarkedFacts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json = serde_json::to_string(&self.0).map_err(S::Error::custom)?;
        let mut facts: BTreeMap<&str, &RawValue> =
            serde_json::from_str(&json).map_err(S::Error::custom)?;
        let mut map = serializer.serialize_map(None)?;
        for first in FIRST {
            let name = match *first {
                "interim_reason" => "holding_reason",
                "questions_due" => "answer_by",
                same => same,
            };
            if let Some(fact) = facts.remove(name) {
                map.serialize_entry(first, fact)?;
            }
        }
        // A fact that came later moves no mark while nothing is said of it.
        facts.retain(|_, fact| !matches!(fact.get(), "null" | "false" | "\"\"" | "[]"));
        for (name, fact) in facts {
            map.serialize_entry(name, fact)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for MarkedFacts {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        CaseForLetter::deserialize(deserializer).map(Self)
    }
}

/// A fingerprint of everything a letter says of the case.
pub(crate) fn fingerprint(facts: &CaseForLetter) -> String {
    let json = serde_json::to_vec(&MarkedFacts::of(facts)).unwrap_or_default();
    Sha256::digest(json)[..8]
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_over_the_bytes_they_always_were() {
        let kept = include_str!("../../../letter/tests/kept/case.json");
        assert_eq!(kept.lines().count(), 2);
        for line in kept.lines() {
            let facts: MarkedFacts = serde_json::from_str(line).unwrap();
            assert_eq!(serde_json::to_string(&facts).unwrap(), line);
        }
    }
}
