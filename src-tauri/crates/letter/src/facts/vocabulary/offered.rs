//! The words of the template language as the template editor offers them.

use super::condition::{ConditionValues, conditions, values};
use super::field::{Field, FieldGroup, field, fields, is_field_in};
use complaint::Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A field as the template editor offers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldWord {
    /// Its name in a template.
    pub name: String,
    pub group: FieldGroup,
    /// Whether it is usually put in as words and not as a place to fill.
    pub as_words: bool,
    /// Whether it says something of one demand.
    pub of_demand: bool,
    pub languages: Vec<Language>,
    /// What the Russian screens call it.
    pub ru: String,
    /// What the English screens call it.
    pub en: String,
}

/// A family of conditions as the template editor offers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConditionWord {
    /// The word before the colon.
    pub head: String,
    /// Of what sort the words behind the colon are, for the screen to word
    /// them.
    pub kind: ConditionValues,
    /// The values worth asking for; none for a condition of one word.
    pub values: Vec<String>,
    /// Whether it speaks of one demand.
    pub of_demand: bool,
    /// What the Russian screens say after «если»; `{}` is the value.
    pub ru: String,
    /// The same turned round.
    pub ru_not: String,
    /// What the English screens say after "if".
    pub en: String,
    /// The same turned round.
    pub en_not: String,
}

/// All words of the template language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateWords {
    /// Fields in the order of the menus.
    pub fields: Vec<FieldWord>,
    /// Conditions in the order of the menus.
    pub conditions: Vec<ConditionWord>,
}

/// All words of the template language, for the menus.
pub fn template_words() -> TemplateWords {
    let fields = fields().map(|f| FieldWord {
        name: f.name.to_owned(),
        group: f.group,
        as_words: f.as_words,
        of_demand: f.is_of_demand(),
        languages: Language::ALL
            .iter()
            .copied()
            .filter(|&language| is_field_in(f.name, language))
            .collect(),
        ru: f.ru.to_owned(),
        en: f.en.to_owned(),
    });
    let conditions = conditions().map(|c| ConditionWord {
        head: c.head.to_owned(),
        kind: c.values,
        values: values(c.values)
            .into_iter()
            .filter(|word| {
                c.values != ConditionValues::Field || field(word).is_some_and(Field::may_be_unknown)
            })
            .map(str::to_owned)
            .collect(),
        of_demand: c.of_demand,
        ru: c.ru.to_owned(),
        ru_not: c.ru_not.to_owned(),
        en: c.en.to_owned(),
        en_not: c.en_not.to_owned(),
    });
    TemplateWords {
        fields: fields.collect(),
        conditions: conditions.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::CaseForLetter;
    use crate::cases::{everything_said, pointed, ready_for};
    use crate::facts::Facts;
    use crate::words::phrases::phrases;
    use complaint::{Kind, LetterKind};
    use std::collections::BTreeSet;

    const METHOD: &str = "\n    }\n";
    const FUNCTION: &str = "\n}\n";

    /// The words in quotes before `=>` in a function, up to how it ends.
    fn arms(source: &'static str, name: &str, end: &str) -> BTreeSet<&'static str> {
        let body = source
            .split(&format!("fn {name}("))
            .nth(1)
            .and_then(|rest| rest.split(end).next())
            .expect("the function");
        body.lines()
            .filter_map(|line| line.split_once("=>"))
            .flat_map(|(arm, _)| arm.split('"').skip(1).step_by(2))
            .collect()
    }

    #[test]
    fn whatever_the_facts_know_has_a_name_here_in_both_languages() {
        let values = include_str!("../values.rs");
        let particulars = include_str!("../particulars.rs");
        let conditions_source = include_str!("../conditions.rs");
        let mut known: BTreeSet<String> = arms(values, "raw_value", METHOD)
            .into_iter()
            .chain(arms(particulars, "value", FUNCTION))
            .map(Into::into)
            .collect();
        known.extend(
            arms(include_str!("../demand.rs"), "demand_value", METHOD)
                .into_iter()
                .map(|n| format!("demand.{n}")),
        );
        assert!(known.len() > 70, "only {known:?}");
        for name in known {
            assert!(field(&name).is_some(), "{name} has no label");
        }
        let mut heads = arms(conditions_source, "holds", METHOD);
        heads.extend(arms(conditions_source, "of_particulars", FUNCTION));
        assert!(heads.len() > 30, "only {heads:?}");
        for head in heads {
            let counted = ["none", "one", "many"].contains(&head);
            assert!(
                counted || conditions().any(|c| c.head == head),
                "{head} has no label"
            );
        }
        for language in Language::ALL {
            for form in phrases(*language).message[Kind::Claim.as_str()].keys() {
                assert!(field(&format!("message.{form}")).is_some(), "{form}");
            }
        }
    }

    #[test]
    fn every_word_has_a_label_and_no_two_are_called_alike() {
        let (mut names, mut ru, mut en) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for f in fields() {
            assert!(names.insert(f.name), "{} stands twice", f.name);
            assert!(!f.ru.trim().is_empty() && ru.insert(f.ru), "{}", f.name);
            assert!(!f.en.trim().is_empty() && en.insert(f.en), "{}", f.name);
            assert!(
                Language::ALL.iter().any(|&l| is_field_in(f.name, l)),
                "no language has {}",
                f.name
            );
        }
        let mut said = BTreeSet::new();
        for c in conditions() {
            for label in [c.ru, c.ru_not, c.en, c.en_not] {
                let has_place = label.contains("{}");
                assert_eq!(
                    has_place,
                    c.values != ConditionValues::Nothing,
                    "{}: {label}",
                    c.head
                );
            }
            for label in [c.ru, c.ru_not] {
                assert!(said.insert(label), "{label} stands twice");
            }
        }
    }

    #[test]
    fn nothing_is_asked_for_that_is_known_of_every_letter() {
        let words = template_words();
        let has = words.conditions.iter().find(|c| c.head == "has");
        let asked = &has.expect("the family").values;
        assert!(asked.iter().any(|name| name == "demand.due"));
        for case in LetterKind::ALL.iter().map(|&kind| ready_for(kind)) {
            let facts = Facts::of(&case, Language::Ru);
            let known =
                |f: &&FieldWord| f.name.starts_with("message.") && facts.value(&f.name).is_some();
            for f in words.fields.iter().filter(known) {
                assert!(!asked.contains(&f.name), "{}", f.name);
            }
        }
        assert!(
            words
                .fields
                .iter()
                .all(|f| f.of_demand == f.name.starts_with("demand."))
        );
    }

    #[test]
    fn every_field_that_is_offered_can_be_filled_from_some_case() {
        let mut cases: Vec<CaseForLetter> = LetterKind::ALL.iter().map(|&k| ready_for(k)).collect();
        let mut last = everything_said();
        last.office.requisites.website = Some("chainik.example".into());
        last.matter.their_number = "б/н-7".into();
        last.writer_words.particulars.act.remarks = "Замечаний нет".into();
        last.writer_words.particulars.act.reason = "заболел".into();
        last.writer_words.particulars.act.notified = "письмом".into();
        last.writer_words.particulars.data.source = "от самого заявителя".into();
        last.writer_words.particulars.data.done = "Данные уточнили".into();
        last.matter.order = "заказ № 9001".into();
        last.points = pointed().points;
        last.enclosures = pointed().enclosures;
        cases.push(last);
        let filled = |name: &str| {
            cases.iter().any(|case| {
                Language::ALL.iter().any(|&language| {
                    let facts = Facts::of(case, language);
                    let demands = case.demands.iter().enumerate();
                    let terms = case.writer_words.particulars.settlement.terms.iter();
                    let points = case.points.iter().enumerate();
                    let about = |(n, point)| {
                        let point = Some((n + 1, point));
                        Facts { point, ..facts }.value(name).is_some()
                    };
                    facts.value(name).is_some()
                        || points.into_iter().any(about)
                        || demands
                            .into_iter()
                            .any(|(n, d)| facts.about(n + 1, d).value(name).is_some())
                        || terms.into_iter().any(|term| {
                            let term = Some(term);
                            Facts { term, ..facts }.value(name).is_some()
                        })
                })
            })
        };
        let empty: Vec<&str> = fields()
            .map(|f| f.name)
            .filter(|name| !filled(name))
            .collect();
        assert!(empty.is_empty(), "no case has {empty:?}");
    }
}
