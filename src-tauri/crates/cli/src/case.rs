//! What hangs on a case: documents, demands and decisions, diary, notes, undo.

use crate::answer::{Answers, Outcome};
use crate::arguments::{
    CaseName, Decide, DemandCommand, DiaryCommand, DocumentCommand, NoteCommand, UndoChange,
};
use crate::complaints::named;
use crate::input;
use crate::places::Invocation;
use chrono::{DateTime, FixedOffset, Local, NaiveDate};
use complaint::{
    ComplaintId, Decision, DecisionKind, DemandFields, DemandId, DiaryFields, Document, DocumentId,
    FieldFault, Money, Provenance,
};
use office::{
    Card, DemandRef, DemandSave, DemandView, DiarySave, DocumentsSeen, Failure, IncomingFile,
    NewDemand, NoteSave, Office, OfficeError, Undo,
};
use serde::Deserialize;
use serde_json::{Value, json};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

pub fn document(invocation: &Invocation, what: &DocumentCommand, answers: &mut Answers) -> Outcome {
    let office = invocation.office()?;
    match what {
        DocumentCommand::Add {
            case,
            files,
            side,
            source,
        } => {
            let id = named(&office, case)?.complaint;
            let incoming = |file: &PathBuf| {
                Ok(IncomingFile {
                    fields: complaint::DocumentFields {
                        name: name_of(file),
                        file_time: changed(file),
                        provenance: Provenance {
                            side: *side,
                            source: source.clone(),
                        },
                    },
                    content: input::opened(file)?,
                })
            };
            let files = files.iter().map(incoming).collect::<Outcome<Vec<_>>>()?;
            let on = |_, _| ControlFlow::Continue(());
            for stored in office::documents_add(&office, &invocation.by(), id, files, &on)? {
                answers.give(&stored)?;
            }
            Ok(())
        }
        DocumentCommand::Seen { case, documents } => seen(invocation, case, documents, answers),
        DocumentCommand::Verify => {
            let found = office::documents_verify(&office, &|_| ControlFlow::Continue(()))?;
            answers.give(&found)
        }
        DocumentCommand::Mend => {
            let on = |_| ControlFlow::Continue(());
            answers.give(&office::documents_mend(&office, &invocation.by(), &on)?)
        }
    }
}

/// Records that documents of a case were looked at: those named, or all that are new.
fn seen(
    invocation: &Invocation,
    case: &CaseName,
    documents: &[String],
    answers: &mut Answers,
) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    let case = named(&office, case)?;
    let card = office::complaint_card(&office, &by, case)?;
    let named = documents
        .iter()
        .map(|name| exhibit_named(&card.contents.documents, &Value::from(name.as_str())));
    let mut which = named.collect::<Result<Vec<_>, _>>()?;
    if which.is_empty() {
        which = card.procedure.unseen;
    }
    let seen = DocumentsSeen {
        complaint: case.complaint,
        documents: which,
    };
    answers.give(&office::documents_seen(&office, &by, seen)?.procedure)
}

fn name_of(file: &Path) -> String {
    match file.file_name() {
        Some(name) if file != Path::new("-") => name.to_string_lossy().into_owned(),
        _ => "document".to_owned(),
    }
}

fn changed(file: &Path) -> Option<DateTime<FixedOffset>> {
    let time = file.metadata().ok()?.modified().ok()?;
    Some(DateTime::<Local>::from(time).fixed_offset())
}

pub fn demand(invocation: &Invocation, what: &DemandCommand, answers: &mut Answers) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    match what {
        DemandCommand::Add {
            case,
            json,
            kind,
            detail,
            amount,
            made_on,
        } => {
            let values = match (json, kind) {
                (Some(json), _) => input::json(json)?,
                (None, Some(kind)) => NewDemand {
                    fields: DemandFields {
                        kind: *kind,
                        detail: detail.clone(),
                        amount: *amount,
                    },
                    made_on: *made_on,
                },
                (None, None) => return Err(Failure::of("usage").into()),
            };
            in_place(values.fields.out_of_place())?;
            let save = DemandSave {
                complaint: named(&office, case)?.complaint,
                demand: None,
                values,
            };
            let card = office::demand_save(&office, &by, save)?;
            answers.each(card.demands.last())
        }
        DemandCommand::Decide(asked) => decide(invocation, &office, asked, answers),
        DemandCommand::Remove { case, demand } => {
            let case = named(&office, case)?;
            let card = office::complaint_card(&office, &by, case)?;
            let gone = DemandRef {
                complaint: case.complaint,
                demand: demand_named(&card, Some(demand))?,
            };
            let card = office::demand_remove(&office, &by, gone)?;
            answers.each(card.demands)
        }
    }
}

/// A decision as a script hands it in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenDecision {
    /// Id, place from 1, or kind of the demand.
    #[serde(default)]
    demand: Option<Name>,
    /// The decision in an object of its own, as `complaint show` gives it;
    /// `null` takes it back.
    #[serde(default, deserialize_with = "said")]
    decision: Option<Option<WordOrDecision>>,
    #[serde(default)]
    kind: Option<DecisionKind>,
    #[serde(default)]
    reasons: String,
    #[serde(default)]
    ground: String,
    #[serde(default)]
    amount: Option<Money>,
    #[serde(default)]
    action: String,
    #[serde(default)]
    due: Option<NaiveDate>,
    /// Documents the finding rests on: exhibit numbers or ids.
    #[serde(default)]
    evidence: Vec<Value>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Name {
    Text(String),
    Place(u32),
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum WordOrDecision {
    Word(DecisionKind),
    Whole(Box<Decision>),
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    More(Vec<GivenDecision>),
    One(Box<GivenDecision>),
}

/// Tells a field that says `null` from one that is not there.
fn said<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Deserialize<'de>,
{
    T::deserialize(deserializer).map(Some)
}

impl GivenDecision {
    /// The demand's name and the decision, `None` to take it back.
    fn whole(self, card: &Card) -> Result<(Option<String>, Option<Decision>), Failure> {
        let demand = self.demand.map(|name| match name {
            Name::Text(text) => text,
            Name::Place(place) => place.to_string(),
        });
        let kind = match self.decision {
            Some(None) => return Ok((demand, None)),
            Some(Some(WordOrDecision::Whole(decision))) => return Ok((demand, Some(*decision))),
            Some(Some(WordOrDecision::Word(kind))) => Some(kind),
            None => self.kind,
        };
        let kind = kind.ok_or_else(|| Failure::of("field").at("kind").with("missing"))?;
        let decision = Decision {
            kind,
            reasons: self.reasons,
            ground: self.ground,
            amount: self.amount,
            action: self.action,
            due: self.due,
            evidence: self
                .evidence
                .iter()
                .map(|name| exhibit_named(&card.contents.documents, name))
                .collect::<Result<_, _>>()?,
        };
        Ok((demand, Some(decision)))
    }
}

/// The document that a script means: by its number within the case, or its id.
pub(crate) fn exhibit_named(documents: &[Document], name: &Value) -> Result<DocumentId, Failure> {
    let meant = |document: &&Document| match name.as_str() {
        Some(text) => document.id.to_string() == text || document.exhibit.to_string() == text,
        None => name.as_u64() == Some(u64::from(document.exhibit)),
    };
    let found = documents.iter().find(meant).map(|document| document.id);
    found.ok_or_else(|| Failure::of("not_found").with("document"))
}

fn decide(
    invocation: &Invocation,
    office: &Office,
    asked: &Decide,
    answers: &mut Answers,
) -> Outcome {
    let case = named(office, &asked.case)?;
    let by = invocation.by();
    let whole_case = office::complaint_card(office, &by, case)?;
    let decisions: Vec<(Option<String>, Option<Decision>)> = match (&asked.json, asked.decision) {
        (Some(json), _) => {
            let given = match input::json(json)? {
                OneOrMore::More(list) => list,
                OneOrMore::One(one) => vec![*one],
            };
            let whole: Result<Vec<_>, Failure> = given
                .into_iter()
                .map(|one| one.whole(&whole_case))
                .collect();
            whole?
        }
        (None, kind) => {
            let names = asked.evidence.iter().map(|name| Value::from(name.as_str()));
            let evidence: Vec<DocumentId> = names
                .map(|name| exhibit_named(&whole_case.contents.documents, &name))
                .collect::<Result<_, _>>()?;
            let decision = kind.map(|kind| Decision {
                kind,
                reasons: asked.reasons.clone(),
                ground: asked.ground.clone(),
                amount: asked.amount,
                action: asked.action.clone(),
                due: asked.due,
                evidence: evidence.clone(),
            });
            vec![(None, decision)]
        }
    };
    for (demand, decision) in decisions {
        let card = office::complaint_card(office, &by, case)?;
        let id = demand_named(&card, demand.as_deref().or(asked.demand.as_deref()))?;
        let asked_for = card.demands.iter().find(|view| view.demand.id == id);
        if let (Some(decision), Some(view)) = (&decision, asked_for) {
            in_place(decision.out_of_place(&view.demand.fields))?;
        }
        let card = office::decide(
            office,
            &by,
            office::Decide {
                complaint: case.complaint,
                demand: id,
                decision,
            },
        )?;
        answers.each(card.demands.iter().filter(|view| view.demand.id == id))?;
    }
    Ok(())
}

/// Refuses what would be dropped: whoever names a value here means it.
fn in_place(stray: Option<FieldFault>) -> Outcome {
    stray.map_or(Ok(()), |fault| Err(OfficeError::from(fault).into()))
}

/// The demand of that id, place from 1, or kind; the only one when unnamed.
pub(crate) fn demand_named(card: &Card, name: Option<&str>) -> Result<DemandId, Failure> {
    let only = |found: Vec<&DemandView>| match found[..] {
        [one] => Ok(one.demand.id),
        [] => Err(Failure::of("not_found").with("demand")),
        _ => Err(Failure::of("ambiguous").at("demand")),
    };
    let Some(name) = name else {
        return only(card.demands.iter().collect());
    };
    if let Ok(place) = name.parse::<usize>() {
        let nth = place.checked_sub(1).and_then(|at| card.demands.get(at));
        return only(nth.into_iter().collect());
    }
    let by_kind = |view: &&DemandView| {
        view.demand.fields.kind.as_str() == name || view.demand.id.to_string() == name
    };
    only(card.demands.iter().filter(by_kind).collect())
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenEntry {
    #[serde(default)]
    at: Option<DateTime<FixedOffset>>,
    text: String,
    #[serde(default)]
    source: String,
}

pub fn diary(invocation: &Invocation, what: &DiaryCommand, answers: &mut Answers) -> Outcome {
    let DiaryCommand::Add {
        case,
        json,
        text,
        at,
        source,
    } = what;
    let given = match json {
        Some(json) => input::json(json)?,
        None => GivenEntry {
            at: *at,
            text: text.clone().unwrap_or_default(),
            source: source.clone(),
        },
    };
    let (office, by) = (invocation.office()?, invocation.by());
    let id = named(&office, case)?.complaint;
    let before = known(&office, invocation, id, |card| {
        card.contents.diary.iter().map(|e| e.id).collect()
    })?;
    let entry = DiarySave {
        complaint: id,
        entry: None,
        fields: DiaryFields {
            at: given.at.unwrap_or(by.now),
            text: given.text,
            source: given.source,
        },
    };
    let card = office::diary_save(&office, &by, entry)?;
    answers.each(
        card.contents
            .diary
            .into_iter()
            .filter(|e| !before.contains(&e.id)),
    )
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenNote {
    text: String,
}

pub fn note(invocation: &Invocation, what: &NoteCommand, answers: &mut Answers) -> Outcome {
    let NoteCommand::Add { case, json, text } = what;
    let text = match json {
        Some(json) => input::json::<GivenNote>(json)?.text,
        None => text.clone().unwrap_or_default(),
    };
    let office = invocation.office()?;
    let id = named(&office, case)?.complaint;
    let before = known(&office, invocation, id, |card| {
        card.contents.notes.iter().map(|n| n.id).collect()
    })?;
    let note = NoteSave {
        complaint: id,
        note: None,
        text,
    };
    let card = office::note_save(&office, &invocation.by(), note)?;
    answers.each(
        card.contents
            .notes
            .into_iter()
            .filter(|n| !before.contains(&n.id)),
    )
}

fn known<T>(
    office: &Office,
    invocation: &Invocation,
    complaint: ComplaintId,
    ids: impl FnOnce(&Card) -> Vec<T>,
) -> Outcome<Vec<T>> {
    let asked = office::ComplaintRef { complaint };
    Ok(ids(&office::complaint_card(
        office,
        &invocation.by(),
        asked,
    )?))
}

pub fn undo(invocation: &Invocation, what: &UndoChange, answers: &mut Answers) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    let case = named(&office, &what.case)?;
    let seq = match what.seq {
        Some(seq) => seq,
        None => {
            let offer = office::complaint_card(&office, &by, case)?.undo;
            offer.ok_or_else(|| Failure::of("nothing_to_undo"))?.seq
        }
    };
    let complaint = case.complaint;
    let card = office::undo(&office, &by, Undo { complaint, seq })?;
    answers.give(&json!({
        "undone": seq,
        "id": card.contents.complaint.id,
        "number": card.contents.complaint.number,
        "status": card.contents.complaint.status,
    }))
}
