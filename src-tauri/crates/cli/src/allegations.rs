//! Points of a complaint and what was established of them.

use crate::answer::{Answers, Outcome};
use crate::arguments::{AllegationCommand, AllegationValues};
use crate::case::{demand_named, exhibit_named};
use crate::complaints::named;
use crate::input;
use crate::places::Invocation;
use chrono::NaiveDate;
use complaint::{AllegationFields, AllegationId, GroundKind, SourcePhrase, Verdict};
use office::{
    AllegationRef, AllegationSave, AllegationSplit, AllegationsJoin, AllegationsOrder,
    AllegationsTake, Card, Failure,
};
use serde::Deserialize;
use serde_json::Value;

/// What a script says of a point; what it leaves out stays.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Given {
    text: Option<String>,
    phrases: Option<Vec<SourcePhrase>>,
    demands: Option<Vec<Value>>,
    check: Option<String>,
    checked_by: Option<String>,
    checked_on: Option<NaiveDate>,
    verdict: Option<Verdict>,
    found: Option<String>,
    ground_kind: Option<GroundKind>,
    ground: Option<String>,
    evidence: Option<Vec<Value>>,
}

impl Given {
    fn of(values: &AllegationValues) -> Outcome<Self> {
        if let Some(json) = &values.json {
            return input::json(json);
        }
        let named = |names: &Option<Vec<String>>| {
            let names = names.as_ref()?.iter();
            Some(names.map(|name| Value::from(name.as_str())).collect())
        };
        Ok(Self {
            text: values.text.clone(),
            phrases: None,
            demands: named(&values.demand),
            check: values.check.clone(),
            checked_by: values.checked_by.clone(),
            checked_on: values.checked_on,
            verdict: values.verdict,
            found: values.found.clone(),
            ground_kind: values.ground_kind,
            ground: values.ground.clone(),
            evidence: named(&values.evidence),
        })
    }

    /// The fields that stood there, with what was given in its place.
    fn over(self, fields: AllegationFields, card: &Card) -> Result<AllegationFields, Failure> {
        let demand = |name: Value| match name.as_str() {
            Some(name) => demand_named(card, Some(name)),
            None => demand_named(card, Some(&name.to_string())),
        };
        let demands = self.demands.map(|names| names.into_iter().map(demand));
        let exhibit = |name: &Value| exhibit_named(&card.contents.documents, name);
        let evidence = self
            .evidence
            .map(|names| names.iter().map(exhibit).collect());
        Ok(AllegationFields {
            text: self.text.unwrap_or(fields.text),
            phrases: self.phrases.unwrap_or(fields.phrases),
            demands: demands.map_or(Ok(fields.demands), Iterator::collect)?,
            check: self.check.unwrap_or(fields.check),
            checked_by: self.checked_by.unwrap_or(fields.checked_by),
            checked_on: self.checked_on.or(fields.checked_on),
            verdict: self.verdict.or(fields.verdict),
            found: self.found.unwrap_or(fields.found),
            ground_kind: self.ground_kind.or(fields.ground_kind),
            ground: self.ground.unwrap_or(fields.ground),
            evidence: evidence.unwrap_or(Ok(fields.evidence))?,
        })
    }
}

/// The point of that id or place from 1.
fn its(card: &Card, name: &str) -> Result<AllegationId, Failure> {
    let all = &card.contents.allegations;
    let nth = name
        .parse::<usize>()
        .ok()
        .and_then(|place| place.checked_sub(1));
    let found = match nth {
        Some(at) => all.get(at),
        None => all.iter().find(|kept| kept.id.to_string() == name),
    };
    let found = found.map(|kept| kept.id);
    found.ok_or_else(|| Failure::of("not_found").with("allegation"))
}

pub fn allegation(
    invocation: &Invocation,
    what: &AllegationCommand,
    answers: &mut Answers,
) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    let (AllegationCommand::Suggest(case)
    | AllegationCommand::Take { case, .. }
    | AllegationCommand::Add { case, .. }
    | AllegationCommand::Edit { case, .. }
    | AllegationCommand::Remove { case, .. }
    | AllegationCommand::Order { case, .. }
    | AllegationCommand::Split { case, .. }
    | AllegationCommand::Join { case, .. }) = what;
    let case = named(&office, case)?;
    let complaint = case.complaint;
    let card = office::complaint_card(&office, &by, case)?;
    let changed = match what {
        AllegationCommand::Suggest(_) => {
            return answers.each(office::allegations_suggest(&office, &by, case)?);
        }
        AllegationCommand::Take { places, .. } => {
            let offered = office::allegations_suggest(&office, &by, case)?;
            let wanted = |at: usize| places.is_empty() || places.contains(&(at + 1));
            if places
                .iter()
                .any(|place| !(1..=offered.len()).contains(place))
            {
                return Err(Failure::of("not_found").with("suggestion").into());
            }
            let taken = offered
                .into_iter()
                .enumerate()
                .filter(|(at, _)| wanted(*at));
            let allegations: Vec<AllegationFields> = taken
                .map(|(_, one)| AllegationFields {
                    text: one.text,
                    phrases: vec![one.phrase],
                    demands: one.demands,
                    ..AllegationFields::default()
                })
                .collect();
            if allegations.is_empty() {
                return Ok(());
            }
            let take = AllegationsTake {
                complaint,
                allegations,
            };
            office::allegations_take(&office, &by, take)?
        }
        AllegationCommand::Add { values, .. } => {
            let fields = Given::of(values)?.over(AllegationFields::default(), &card)?;
            let save = AllegationSave {
                complaint,
                allegation: None,
                fields,
            };
            office::allegation_save(&office, &by, save)?
        }
        AllegationCommand::Edit {
            allegation, values, ..
        } => {
            let id = its(&card, allegation)?;
            let kept = card.contents.allegations.iter().find(|kept| kept.id == id);
            let before = kept.map(|kept| kept.fields.clone()).unwrap_or_default();
            let save = AllegationSave {
                complaint,
                allegation: Some(id),
                fields: Given::of(values)?.over(before, &card)?,
            };
            office::allegation_save(&office, &by, save)?
        }
        AllegationCommand::Remove { allegation, .. } => {
            let allegation = its(&card, allegation)?;
            let gone = AllegationRef {
                complaint,
                allegation,
            };
            office::allegation_remove(&office, &by, gone)?
        }
        AllegationCommand::Order { order, .. } => {
            let order = order.iter().map(|name| its(&card, name));
            let order = AllegationsOrder {
                complaint,
                order: order.collect::<Result<_, _>>()?,
            };
            office::allegations_order(&office, &by, order)?
        }
        AllegationCommand::Split { allegation, at, .. } => {
            let split = AllegationSplit {
                complaint,
                allegation: its(&card, allegation)?,
                at: *at,
            };
            office::allegation_split(&office, &by, split)?
        }
        AllegationCommand::Join {
            allegation, with, ..
        } => {
            let join = AllegationsJoin {
                complaint,
                allegation: its(&card, allegation)?,
                with: its(&card, with)?,
            };
            office::allegations_join(&office, &by, join)?
        }
    };
    answers.each(changed.contents.allegations)
}
