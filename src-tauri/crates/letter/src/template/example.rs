//! A made-up case to show a template on.

use crate::case::CaseForLetter;
use crate::shipped::shipped_text;
use complaint::{Decision, DecisionKind, Kind, Language, LetterKind, OfficeProfile};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Example {
    decisions: BTreeMap<String, Decision>,
    #[serde(flatten)]
    case: CaseForLetter,
}

fn text(language: Language) -> &'static str {
    match language {
        Language::Ru => shipped_text!("templates/example.ru.toml"),
        Language::En => shipped_text!("templates/example.en.toml"),
    }
}

/// What is decided on the demands of the example, for one final letter each.
const DECIDED: &[&[DecisionKind]] = &[
    &[DecisionKind::Satisfy, DecisionKind::Satisfy],
    &[DecisionKind::Partly, DecisionKind::Refuse],
    &[DecisionKind::Goodwill],
    &[DecisionKind::Refuse, DecisionKind::Refuse],
];

/// A made-up case of this office as it is when a letter of that kind is due. It has a day of its own, which all
/// that is promised in it comes after.
/// A test reads both files, so that none can be missing in the program.
pub fn example_case(
    kind: LetterKind,
    language: Language,
    office: &OfficeProfile,
) -> Option<CaseForLetter> {
    let Example {
        decisions,
        mut case,
    } = packed::table(text(language)).ok()?;
    let decided = DECIDED
        .iter()
        .find(|d| LetterKind::final_for(d) == Some(kind))
        .copied()
        .unwrap_or_default();
    if !decided.is_empty() {
        case.demands.truncate(decided.len());
        for (demand, kind) in case.demands.iter_mut().zip(decided) {
            demand.decision = decisions.get(kind.as_str()).cloned();
        }
    }
    if kind == LetterKind::PersonalDataReply {
        case.matter.kind = Kind::Request;
        case.demands.clear();
    }
    case.office = office.clone();
    Some(case)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::compose;
    use crate::text::unresolved;

    #[test]
    fn the_example_fills_every_letter_in_both_languages() {
        let office: Example = packed::table(text(Language::Ru)).unwrap();
        let mut shop = office.case.office.clone();
        shop.requisites.name = "ООО «Северный чайник»".into();
        shop.requisites.signatory = complaint::Signatory {
            post: "Директор".into(),
            post_en: "Director".into(),
            name: "Громова Анна Сергеевна".into(),
            authority: None,
        };
        for &language in Language::ALL {
            for &kind in LetterKind::ALL {
                let case = example_case(kind, language, &shop).unwrap();
                for demand in &case.demands {
                    let due = demand.decision.as_ref().and_then(|decision| decision.due);
                    assert!(
                        due.is_none_or(|due| due >= case.today),
                        "{kind:?} {language:?}"
                    );
                }
                let letter = compose(kind, language, &case);
                assert_eq!(unresolved(&letter), [], "{kind:?} {language:?}");
            }
        }
    }
}
