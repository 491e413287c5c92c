//! What a letter must not be issued before, looked at on the act itself.

use crate::procedure::values::ShutGate;
use complaint::{
    DecisionKind, Demand, DemandKind, Document, DocumentId, Gate, LetterKind, Side, StepFacts,
    gates,
};
use register::Case;

/// The complainant's new documents that nobody has looked at: what came with the
/// complaint itself was read when it was taken in, and what a decision or a finding names was.
pub(crate) fn unseen(case: &Case) -> Vec<&Document> {
    let decisions = case.demands.iter().filter_map(|d| d.decision.as_ref());
    let findings = case.contents.allegations.iter();
    let findings = findings.filter(|one| one.fields.is_looked_at());
    let relied: Vec<DocumentId> = decisions
        .flat_map(|decision| decision.evidence.iter())
        .chain(findings.flat_map(|allegation| allegation.fields.evidence.iter()))
        .copied()
        .collect();
    case.contents
        .documents
        .iter()
        .filter(|document| document.fields.provenance.side == Side::Complainant)
        .filter(|document| document.added_at > case.contents.complaint.recorded_at)
        .filter(|document| case.procedure.unseen.contains(&document.id))
        .filter(|document| !relied.contains(&document.id))
        .collect()
}

/// Whether a demand is refused without a ground or without a document, be it in the decision or in what was found
/// against the points that the demand rests on.
fn is_ungrounded(case: &Case, demand: &Demand) -> bool {
    let Some(decision) = demand.decision.as_ref() else {
        return false;
    };
    let findings = || {
        let all = case.contents.allegations.iter().map(|one| &one.fields);
        all.filter(|fields| fields.refutes(demand.id))
    };
    let has_ground =
        !decision.ground.trim().is_empty() || findings().any(|one| !one.ground.is_empty());
    let has_document =
        !decision.evidence.is_empty() || findings().any(|one| !one.evidence.is_empty());
    decision.kind == DecisionKind::Refuse && !(has_ground && has_document)
}

/// The demands that are refused without a ground or without a document.
pub(crate) fn ungrounded(case: &Case) -> Vec<&Demand> {
    let all = case.demands.iter();
    all.filter(|demand| is_ungrounded(case, demand)).collect()
}

/// What the final answer to a case would pass over, by name.
pub(crate) fn shut(case: &Case) -> Vec<ShutGate> {
    let unseen = unseen(case);
    let ungrounded = ungrounded(case);
    let facts = StepFacts {
        case: case.procedure.facts,
        unseen: unseen.len(),
        ungrounded: ungrounded.len(),
        ..StepFacts::default()
    };
    let kinds = |demands: Vec<&Demand>| -> Vec<String> {
        let kind = |demand: &Demand| DemandKind::as_str(demand.fields.kind).to_owned();
        demands.into_iter().map(kind).collect()
    };
    let what = |gate: Gate| match gate {
        Gate::DocumentsUnseen => unseen.iter().map(|d| d.fields.name.clone()).collect(),
        Gate::Undecided => kinds(
            case.demands
                .iter()
                .filter(|d| d.decision.is_none())
                .collect(),
        ),
        Gate::Ungrounded => kinds(ungrounded.clone()),
    };
    let named = |gate| ShutGate {
        gate,
        what: what(gate),
    };
    gates(&facts).into_iter().map(named).collect()
}

/// What stands before the issue of a letter of this kind.
pub(crate) fn before(kind: LetterKind, case: &Case) -> Vec<ShutGate> {
    let answers = kind.answers(case.contents.complaint.fields.matter.kind);
    if !kind.is_final() && !answers {
        return Vec::new();
    }
    let mut shut = shut(case);
    // A letter that answers without deciding tells no decision.
    shut.retain(|one| kind.is_final() || one.gate == Gate::DocumentsUnseen);
    shut
}
