//! A made-up case to show a template on.

use crate::case::CaseForLetter;
use crate::shipped::shipped_text;
use chrono::NaiveDate;
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

/// A made-up case of this office as it is when a letter of that kind is due.
/// A test reads both files, so that none can be missing in the program.
pub fn example_case(
    kind: LetterKind,
    language: Language,
    office: &OfficeProfile,
    today: NaiveDate,
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
    case.today = today;
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
        let today = office.case.today;
        for &language in Language::ALL {
            for &kind in LetterKind::ALL {
                let case = example_case(kind, language, &shop, today).unwrap();
                let letter = compose(kind, language, &case);
                assert_eq!(unresolved(&letter), [], "{kind:?} {language:?}");
            }
        }
    }
}
