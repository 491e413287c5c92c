//! Fingerprints, which are hashes of what a letter says of its case: that of a draft, by which it is
//! known to be behind its case, and that of an approval. Columns and JSON call both a mark.

use crate::canonical::Canonical;
use crate::letter::values::LetterChoices;
use chrono::NaiveDate;
use complaint::{ApprovalRules, Complainant, Letterhead, Numbering, Requisites};
use letter::{CaseForLetter, Particulars};
use serde::ser::{Error, Serialize, Serializer};
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Facts in the order and under the names in which fingerprints are taken over them. One is taken over bytes: in another
/// order every draft would read as one whose case has changed, and every approval would fall. What a type gains later
/// is not written here, and moves a fingerprint where something is said of it.
const FACTS: &str = include_str!("fingerprint_facts.txt");
/// What a letter says, in the same way.
const LETTER: &str = include_str!("fingerprint_letter.txt");
/// Facts that are called otherwise than when fingerprints were first taken: what they were called, and are.
const RENAMED: [(&str, &str); 2] = [
    ("interim_reason", "holding_reason"),
    ("questions_due", "answer_by"),
];

/// The facts of a case as far as a fingerprint is taken over them.
pub(crate) struct FingerprintedFacts(pub CaseForLetter);

impl FingerprintedFacts {
    pub fn of(facts: &CaseForLetter) -> Self {
        let mut facts = facts.clone();
        // Another day is no change of the case.
        facts.today = NaiveDate::MIN;
        // Letters issued meanwhile change nothing in the case itself.
        facts.earlier.clear();
        // A document that the letter does not use says nothing in it.
        facts.documents.clear();
        // Nor does it say from whom an enclosure came.
        for enclosed in &mut facts.enclosures {
            enclosed.of_complainant = false;
        }
        // Who approves is on no letter, and changing it takes nothing back.
        facts.office.approval = ApprovalRules::default();
        // How the check reads it is nothing that it says.
        facts.office.own_words.clear();
        Self(facts)
    }
}

impl Serialize for FingerprintedFacts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut facts = serde_json::to_value(&self.0).map_err(S::Error::custom)?;
        if let Some(facts) = facts.as_object_mut() {
            for (first, name) in RENAMED {
                if let Some(fact) = facts.remove(name) {
                    facts.insert(first.to_owned(), fact);
                }
            }
        }
        let default = json!({
            "office": {
                "requisites": Requisites::default(),
                "letterhead": Letterhead::default(),
                "numbering": Numbering::default(),
            },
            "complainant": Complainant::default(),
            "particulars": Particulars::default(),
        });
        Canonical::of(&facts, FACTS, &default).serialize(serializer)
    }
}

/// What a letter says, as far as a fingerprint is taken over it.
#[derive(Deserialize)]
#[serde(transparent)]
pub(crate) struct FingerprintedLetter(pub Value);

impl Serialize for FingerprintedLetter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let default = json!({ "choices": LetterChoices::default() });
        Canonical::of(&self.0, LETTER, &default).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for FingerprintedFacts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        CaseForLetter::deserialize(deserializer).map(Self)
    }
}

/// A fingerprint of everything a letter says of the case.
pub(crate) fn case_fingerprint(facts: &CaseForLetter) -> String {
    let json = serde_json::to_vec(&FingerprintedFacts::of(facts)).unwrap_or_default();
    Sha256::digest(json)[..8]
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::content::Content;

    /// Facts and contents as programs before kept them, a value a line, first its bytes.
    const KEPT: &str = include_str!("../../../letter/tests/kept/case.json");

    #[test]
    fn fingerprints_are_taken_over_the_bytes_they_always_were() {
        assert_eq!(KEPT.lines().count(), 2);
        for line in KEPT.lines() {
            let facts: FingerprintedFacts = serde_json::from_str(line).unwrap();
            assert_eq!(serde_json::to_string(&facts).unwrap(), line);
        }
    }

    /// A letter whose every part says something or could, as it is kept.
    fn letter() -> Value {
        let line = json!([
            { "type": "text", "text": "a", "bold": false, "italic": false },
            { "type": "field", "name": "received", "label": "", "value": null, "by_hand": false, "bold": false, "italic": false },
            { "type": "reference", "exhibit": 1, "name": "" },
            { "type": "break" },
        ]);
        let contents = [
            json!({ "type": "paragraph", "spans": line }),
            json!({ "type": "numbered_list", "items": [line] }),
            json!({ "type": "table", "head": false, "rows": [[line]] }),
            json!({ "type": "quote", "paragraphs": [line] }),
            json!({ "type": "figure", "exhibit": 1, "caption": line }),
        ];
        let blocks: Vec<Value> = contents
            .into_iter()
            .map(|content| json!({ "id": "", "lock": "free", "role": "", "content": content }))
            .collect();
        let signatory = json!({ "post": "", "post_en": "", "name": "", "authority": null });
        let enclosure = json!({ "exhibit": null, "name": "", "pages": null, "copies": 0 });
        let executor = json!({ "name": "", "phone": "" });
        let mut choices = serde_json::to_value(LetterChoices::default()).unwrap();
        choices["particulars"]["settlement"]["terms"] =
            json!([{ "by": "office", "text": "", "amount": null, "due": null }]);
        choices["particulars"]["act"]["present"] = json!([{ "role": "", "name": "" }]);
        json!({
            "case_mark": "",
            "choices": choices,
            "text": {
                "kind": "interim", "language": "ru", "heading": "", "salutation": "", "addressee": [],
                "blocks": blocks, "closing": "", "enclosures": [enclosure], "signatory": signatory,
                "signers": [{ "role": "", "name": "" }], "executor": executor, "expected": null,
                "made": {
                    "template": "", "version": 0, "source": "", "own": null, "heading": "", "salutation": "",
                    "addressee": [], "closing": "", "enclosures": [enclosure], "signatory": signatory,
                    "executor": executor, "blocks": [{ "id": "", "wording": "" }],
                },
            },
        })
    }

    #[test]
    fn a_fingerprint_of_a_letter_is_taken_over_every_field_it_had() {
        let kept = letter();
        let read: Content = serde_json::from_value(kept.clone()).unwrap();
        assert_eq!(serde_json::to_value(read).unwrap(), kept);
        let bytes = serde_json::to_string(&kept).unwrap();
        let hashed = serde_json::to_string(&FingerprintedLetter(kept)).unwrap();
        assert_eq!(hashed, bytes, "an approval that was kept still stands");
    }

    /// Gives every object of the value two fields that a later program would.
    fn grown(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.values_mut().for_each(grown);
                fields.insert("a_later_word".into(), "".into());
                fields.insert("zeal".into(), json!({ "since": null, "reasons": [] }));
            }
            Value::Array(elements) => elements.iter_mut().for_each(grown),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    #[test]
    fn a_field_that_comes_later_moves_a_fingerprint_only_where_it_says_something() {
        for line in KEPT.lines() {
            let mut facts: Value = serde_json::from_str(line).unwrap();
            let written = |facts: &Value| {
                serde_json::to_string(&Canonical::of(facts, FACTS, &Value::Null)).unwrap()
            };
            grown(&mut facts);
            assert_eq!(written(&facts), line);
            facts["particulars"]["claim"]["zeal"]["since"] = "2027-01-01".into();
            assert_ne!(written(&facts), line);
        }
        let bytes = serde_json::to_string(&FingerprintedLetter(letter())).unwrap();
        let mut later = letter();
        grown(&mut later);
        let hashed =
            |letter: &Value| serde_json::to_string(&FingerprintedLetter(letter.clone())).unwrap();
        assert_eq!(hashed(&later), bytes);
        later["choices"]["particulars"]["act"]["a_later_word"] = "said".into();
        assert_ne!(hashed(&later), bytes);
    }
}
