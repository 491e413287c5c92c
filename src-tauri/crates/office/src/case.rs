//! One case: its card, demands and decisions, diary, notes, undo.

use crate::clocks;
use crate::complaints::{demand_for, within};
use crate::error::{FieldProblem, Result, field};
use crate::wire::{
    Card, Decide, DemandRef, DemandSave, DemandView, DiaryRef, DiarySave, NoteRef, NoteSave, Undo,
    UndoOffer,
};
use crate::{By, Office};
use complaint::{ComplaintId, Decision, DecisionKind, Demand};
use register::{NewDiaryEntry, Op};

/// Characters of a reason, a diary entry or a note.
const PROSE_LIMIT: usize = 100_000;
/// How far back undo looks for a change it can take back.
const UNDO_REACH: u32 = 60;

/// The whole case as its screen shows it.
pub(crate) fn card(office: &Office, by: &By, id: ComplaintId) -> Result<Card> {
    let register = office.register();
    let case = register.case(id)?;
    let mut running = crate::running::of(office, &case)?;
    let dispatches = std::mem::take(&mut running.dispatches);
    let interim = crate::interim::advice(office, &case, by.now.date_naive());
    let pauses = |id| -> Vec<deadline::Pause> {
        let own = case.pauses.iter().filter(|p| p.demand == Some(id));
        own.map(complaint::ClockPause::days).collect()
    };
    let complaint = case.complaint;
    let demands = case
        .demands
        .into_iter()
        .map(|demand| DemandView {
            clocks: clocks::of_demand(
                office,
                complaint.regime,
                &demand,
                complaint.price,
                &pauses(demand.id),
            ),
            demand,
        })
        .collect::<Vec<_>>();
    let clocks = if demands.is_empty() {
        clocks::of_answer(office, &complaint)
    } else {
        Vec::new()
    };
    let undo = register
        .journal_of(id, UNDO_REACH)?
        .into_iter()
        .find(|row| row.op.is_reversible() && row.op != Op::Undo && row.undone_by.is_none())
        .map(|row| UndoOffer {
            seq: row.seq,
            op: row.op.word().to_owned(),
            at: row.at,
        });
    let same_person = if complaint.complainant.is_anonymous() {
        Vec::new()
    } else {
        register.complaints_of(complaint.person_id, Some(id), 20)?.1
    };
    Ok(Card {
        running: running.clocks,
        dispatches,
        interim,
        demands,
        clocks,
        same_person,
        undo,
        documents: case.documents,
        trashed_documents: case.trashed_documents,
        diary: case.diary,
        notes: case.notes,
        letters: case.letters,
        next_step: case.next_step,
        question_open: case.question_open,
        complaint,
    })
}

/// Adds or changes a demand; its term is counted anew.
///
/// # Errors
/// A field's problem; those of the register.
pub fn demand_save(office: &Office, by: &By, input: DemandSave) -> Result<Card> {
    let case = office.register().case(input.complaint)?;
    let received_on = case.complaint.received_at.date_naive();
    let pauses = input
        .demand
        .map(|id| crate::running::pauses_of(&case, id))
        .unwrap_or_default();
    let demand = demand_for(
        office,
        "values",
        input.values,
        case.complaint.regime,
        received_on,
        &pauses,
    )?;
    match input.demand {
        None => drop(office.register().demand_add(by, input.complaint, &demand)?),
        Some(id) => {
            its(office, input.complaint, id)?;
            office.register().demand_edit(by, id, None, &demand)?;
        }
    }
    card(office, by, input.complaint)
}

/// Takes a demand off the case.
///
/// # Errors
/// Those of the register.
pub fn demand_remove(office: &Office, by: &By, input: DemandRef) -> Result<Card> {
    its(office, input.complaint, input.demand)?;
    office.register().demand_remove(by, input.demand, None)?;
    card(office, by, input.complaint)
}

/// Decides on a demand, or takes the decision back.
///
/// # Errors
/// [`FieldProblem::NeededForDecision`]: a refusal and a partial answer need
/// reasons, money granted needs its sum.
pub fn decide(office: &Office, by: &By, input: Decide) -> Result<Card> {
    let demand = its(office, input.complaint, input.demand)?;
    let decision = input
        .decision
        .map(|decision| weighed(&demand, decision))
        .transpose()?;
    if let Some(decision) = &decision {
        let case = office.register().case(input.complaint)?;
        crate::exhibits::evidence(&case, &decision.evidence, "evidence")?;
    }
    office
        .register()
        .decide(by, input.demand, None, decision.as_ref())?;
    card(office, by, input.complaint)
}

/// The decision trimmed, or what it lacks.
fn weighed(demand: &Demand, decision: Decision) -> Result<Decision> {
    let decision = Decision {
        reasons: decision.reasons.trim().to_owned(),
        ground: decision.ground.trim().to_owned(),
        action: decision.action.trim().to_owned(),
        amount: decision
            .amount
            .filter(|_| decision.kind != DecisionKind::Refuse),
        ..decision
    };
    for (name, value) in [
        ("reasons", &decision.reasons),
        ("ground", &decision.ground),
        ("action", &decision.action),
    ] {
        within(name, value, PROSE_LIMIT)?;
    }
    let needs_reasons = matches!(decision.kind, DecisionKind::Refuse | DecisionKind::Partly);
    if needs_reasons && decision.reasons.is_empty() {
        return field("reasons", FieldProblem::NeededForDecision);
    }
    let grants = matches!(decision.kind, DecisionKind::Satisfy | DecisionKind::Partly);
    if grants && demand.kind.asks_money() && decision.amount.is_none() {
        return field("amount", FieldProblem::NeededForDecision);
    }
    if let (DecisionKind::Partly, Some(granted), Some(asked)) =
        (decision.kind, decision.amount, demand.amount)
        && granted > asked
    {
        return field("amount", FieldProblem::MoreThanAsked);
    }
    if decision.due.is_some_and(|due| due < demand.made_on) {
        return field("due", FieldProblem::TooEarly);
    }
    Ok(decision)
}

/// The demand, if it is this complaint's.
fn its(office: &Office, complaint: ComplaintId, demand: complaint::DemandId) -> Result<Demand> {
    let case = office.register().case(complaint)?;
    match case.demands.into_iter().find(|d| d.id == demand) {
        Some(demand) => Ok(demand),
        None => field("demand", FieldProblem::Foreign),
    }
}

/// Adds or changes an entry of the incident diary.
///
/// # Errors
/// A field's problem; those of the register.
pub fn diary_save(office: &Office, by: &By, input: DiarySave) -> Result<Card> {
    let text = prose("text", &input.text)?;
    if input.at > by.now {
        return field("at", FieldProblem::Future);
    }
    let entry = NewDiaryEntry {
        at: input.at,
        text,
        source: input.source.trim().to_owned(),
    };
    match input.entry {
        None => drop(office.register().diary_add(by, input.complaint, &entry)?),
        Some(id) => drop(office.register().diary_edit(by, id, None, &entry)?),
    }
    card(office, by, input.complaint)
}

/// Removes an entry of the incident diary.
///
/// # Errors
/// Those of the register.
pub fn diary_remove(office: &Office, by: &By, input: DiaryRef) -> Result<Card> {
    office.register().diary_remove(by, input.entry)?;
    card(office, by, input.complaint)
}

/// Adds or changes an internal note.
///
/// # Errors
/// A field's problem; those of the register.
pub fn note_save(office: &Office, by: &By, input: NoteSave) -> Result<Card> {
    let text = prose("text", &input.text)?;
    match input.note {
        None => drop(office.register().note_add(by, input.complaint, &text)?),
        Some(id) => drop(office.register().note_edit(by, id, None, &text)?),
    }
    card(office, by, input.complaint)
}

/// Removes an internal note.
///
/// # Errors
/// Those of the register.
pub fn note_remove(office: &Office, by: &By, input: NoteRef) -> Result<Card> {
    office.register().note_remove(by, input.note)?;
    card(office, by, input.complaint)
}

fn prose(name: &str, text: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() {
        return field(name, FieldProblem::Missing);
    }
    within(name, text, PROSE_LIMIT)?;
    Ok(text.to_owned())
}

/// Takes a change back; that is a change of its own, in the journal.
///
/// # Errors
/// [`register::RegisterError::UndoConflict`] when later changes stand in the way.
pub fn undo(office: &Office, by: &By, input: Undo) -> Result<Card> {
    office.register().undo(by, input.seq)?;
    card(office, by, input.complaint)
}
