//! The procedure of a case as its screen shows it.

use crate::error::Result;
use crate::letter::approved::decided;
use crate::office::Office;
use crate::procedure::gate::{shut, ungrounded, unseen};
use crate::procedure::values::{CaseListView, CaseStepView, InBoth, ProcedureView, StepSpec};
use crate::procedure::{lists, own};
use chrono::NaiveDate;
use complaint::{
    ApprovalState, Branch, BranchFacts, CaseList, CaseStep, DecisionKind, LetterKind, LetterState,
    Side, Status, StepFact, StepFacts, StepStanding, proposed_branch, receipt_is_late,
};
use register::{By, Case};

/// The procedure of a case, on the day of `by`.
pub(crate) fn of_case(office: &Office, by: &By, case: &Case) -> Result<ProcedureView> {
    let register = office.register();
    let today = by.now.date_naive();
    let complaint = &case.contents.complaint;
    let stored = register.routines()?;
    let proposed = proposal(office, case)?;
    let branch = case.procedure.branch.unwrap_or(proposed);
    let rule = own::procedure(&stored, branch)?;
    let facts = facts(office, by, case)?;
    let received = complaint.fields.received_at.date_naive();
    let due = case.next_due.filter(|_| complaint.status.awaits_answer());
    let said = |name: &str| case.procedure.steps.iter().find(|step| step.name == name);
    let mut steps: Vec<CaseStepView> = rule
        .steps
        .iter()
        .filter(|spec| {
            let touched = said(&spec.key).is_some_and(|step| step.state != StepStanding::Open);
            spec.asked && spec.needs.holds(&facts) || touched
        })
        .map(|spec| {
            let day = spec.day.and_then(|day| day.on(received, due));
            of_procedure(spec, said(&spec.key), &facts, day, today)
        })
        .collect();
    // What was said of steps that this way does not have is not lost from sight.
    let foreign = case.procedure.steps.iter().filter(|step| {
        let known = rule.steps.iter().any(|spec| spec.key == step.name);
        !known && !step.name.contains('/') && (step.name.is_empty() || step.marked.is_some())
    });
    steps.extend(foreign.map(|step| by_hand(step, today)));
    let next = steps.iter().find(|step| step.state == StepStanding::Open);
    let on_case = case.procedure.lists.iter().map(|list| {
        let newer = stored.iter().find(|one| one.id == list.routine);
        let older = newer.is_some_and(|one| one.current.id != list.version);
        list_view(list, older, &case.procedure.steps)
    });
    Ok(ProcedureView {
        branch,
        proposed,
        chosen: case.procedure.branch.is_some(),
        why: rule.why,
        version: rule.version,
        own: rule.own,
        next: next
            .filter(|_| complaint.closed_at.is_none())
            .map(|step| step.step.clone()),
        steps,
        lists: on_case.collect::<Result<_>>()?,
        offers: lists::offers(&stored, complaint, &case.procedure.lists)?,
        unseen: unseen(case)
            .into_iter()
            .map(|document| document.id)
            .collect(),
        gates: shut(case),
    })
}

fn proposal(office: &Office, case: &Case) -> Result<Branch> {
    let complaint = &case.contents.complaint;
    let fields = &complaint.fields;
    let repeat = if fields.matter.complainant.is_anonymous() {
        false
    } else {
        let register = office.register();
        let (_, others) = register.complaints_of(complaint.person_id, Some(complaint.id), 20)?;
        others.iter().any(|other| {
            other.received_at < fields.received_at
                && matches!(other.status, Status::Answered | Status::Closed)
        })
    };
    let demands: Vec<_> = case
        .demands
        .iter()
        .map(|demand| (demand.fields.kind, demand.decision.as_ref().map(|d| d.kind)))
        .collect();
    Ok(proposed_branch(&BranchFacts {
        kind: fields.matter.kind,
        regime: fields.matter.regime,
        repeat,
        demands: &demands,
    }))
}

/// The facts that the steps of a case follow from.
fn facts(office: &Office, by: &By, case: &Case) -> Result<StepFacts> {
    let contents = &case.contents;
    let decisions = || case.demands.iter().filter_map(|d| d.decision.as_ref());
    let approved = |letter: &complaint::LetterSummary| {
        let state = letter.approval.as_ref().map(|approval| approval.state);
        letter.kind.is_final() && state == Some(ApprovalState::Approved)
    };
    let decided = decided(case);
    let kinds: Vec<DecisionKind> = decisions().map(|d| d.kind).collect();
    let of = |side: Side| {
        let documents = contents.documents.iter();
        documents.filter(move |document| document.fields.provenance.side == side)
    };
    let profile = office.register().profile()?;
    Ok(StepFacts {
        case: case.procedure.facts,
        documents: of(Side::Complainant).count(),
        unseen: unseen(case).len(),
        asked: contents
            .letters
            .iter()
            .any(|l| l.kind.awaits_answer() && l.state != LetterState::Draft),
        facts_kept: !contents.diary.is_empty() || of(Side::Office).next().is_some(),
        refused: kinds
            .iter()
            .filter(|kind| **kind == DecisionKind::Refuse)
            .count(),
        ungrounded: ungrounded(case).len(),
        approval: profile
            .approval
            .needed(LetterKind::fitting_final(&kinds), &decided),
        approved: contents.letters.iter().any(approved),
        granted: kinds.iter().any(|kind| kind.grants()),
        published: case.procedure.published,
        late: case.procedure.facts.decided > 0
            || receipt_is_late(
                by.now.date_naive(),
                contents.complaint.fields.received_at.date_naive(),
                case.next_due,
            ),
    })
}

fn of_procedure(
    spec: &StepSpec,
    said: Option<&CaseStep>,
    facts: &StepFacts,
    day: Option<NaiveDate>,
    today: NaiveDate,
) -> CaseStepView {
    let by_fact = spec.done.holds(facts);
    let state = if by_fact {
        StepStanding::Done
    } else {
        said.map_or(StepStanding::Open, |step| step.state)
    };
    let own_day = said.and_then(|step| step.on_day);
    let day = own_day.or(day);
    // What a person said of a step stands no longer where a fact says it.
    let marked = said
        .filter(|_| !by_fact)
        .and_then(|step| step.marked.as_ref());
    CaseStepView {
        step: spec.key.clone(),
        title: spec.title.clone(),
        why: spec.why.clone(),
        role: Some(spec.role),
        done: spec.done,
        state,
        by_fact,
        skippable: !spec.must,
        own: false,
        remark: said.map(|step| step.remark.clone()).unwrap_or_default(),
        marked_at: marked.map(|(at, _)| *at),
        marked_by: marked.map(|(_, by)| by.0.clone()),
        person: said.map(|step| step.person.clone()).unwrap_or_default(),
        day,
        own_day: own_day.is_some(),
        late: state == StepStanding::Open && day.is_some_and(|day| day < today),
    }
}

/// A step that stands for itself, in the one language it was written in.
fn by_hand(step: &CaseStep, today: NaiveDate) -> CaseStepView {
    CaseStepView {
        step: if step.name.is_empty() {
            step.id.to_string()
        } else {
            step.name.clone()
        },
        title: InBoth {
            ru: step.title.clone(),
            en: step.title.clone(),
        },
        why: InBoth::default(),
        role: None,
        done: StepFact::Person,
        state: step.state,
        by_fact: false,
        skippable: true,
        own: step.name.is_empty(),
        remark: step.remark.clone(),
        marked_at: step.marked.as_ref().map(|(at, _)| *at),
        marked_by: step.marked.as_ref().map(|(_, by)| by.0.clone()),
        person: step.person.clone(),
        day: step.on_day,
        own_day: step.on_day.is_some(),
        late: step.state == StepStanding::Open && step.on_day.is_some_and(|day| day < today),
    }
}

fn list_view(list: &CaseList, older: bool, said: &[CaseStep]) -> Result<CaseListView> {
    let content = lists::content(&list.content)?;
    let items = content.items.into_iter().map(|item| {
        let name = format!("{}/{}", list.id, item.key);
        let step = said.iter().find(|step| step.name == name);
        CaseStepView {
            step: name,
            title: InBoth {
                ru: item.text.clone(),
                en: item.text,
            },
            why: InBoth::default(),
            role: None,
            done: StepFact::Person,
            state: step.map_or(StepStanding::Open, |step| step.state),
            by_fact: false,
            skippable: true,
            own: false,
            remark: step.map(|step| step.remark.clone()).unwrap_or_default(),
            marked_at: step.and_then(|step| step.marked.as_ref().map(|(at, _)| *at)),
            marked_by: step.and_then(|step| step.marked.as_ref().map(|(_, by)| by.0.clone())),
            person: String::new(),
            day: None,
            own_day: false,
            late: false,
        }
    });
    Ok(CaseListView {
        list: list.id,
        checklist: list.routine,
        title: content.title,
        version: list.number,
        older,
        items: items.collect(),
        put_at: list.put_at,
        put_by: list.put_by.0.clone(),
    })
}
