//! The whole case as its screen shows it.

use crate::case::doubt::{law_asked, regime_question};
use crate::case::values::{Card, ComplaintRef, DemandView, Reliance, ReliedOn, UndoOffer};
use crate::clock::taken::mark_taken;
use crate::clock::values::{DispatchFact, TermView};
use crate::error::Result;
use crate::office::Office;
use chrono::NaiveDate;
use complaint::{
    Allegation, Complaint, ComplaintId, DecisionKind, DocumentId, LetterId, LetterKind,
    LetterState, LetterSummary, NextStep, NoAnswerReason, suggested_letter,
};
use register::{By, JournalRow, Op};

/// How far back undo looks for a change it can take back.
const UNDO_REACH: u32 = 60;

/// The whole case as its screen shows it.
pub(crate) fn card(office: &Office, by: &By, id: ComplaintId) -> Result<Card> {
    let register = office.register();
    let case = register.case(id)?;
    let procedure = crate::procedure::view::of_case(office, by, &case)?;
    let mut of_case = crate::clock::case_clocks::of(office, &case)?;
    let dispatches = std::mem::take(&mut of_case.dispatches);
    let interim = crate::clock::interim::advice(office, &case, by.now.date_naive());
    let pauses = |id| -> Vec<deadline::Pause> {
        let own = case.pauses.iter().filter(|p| p.demand == Some(id));
        own.map(complaint::ClockPause::days).collect()
    };
    let contents = case.contents;
    let complaint = &contents.complaint;
    let norms = office.norms();
    let demands = case
        .demands
        .into_iter()
        .map(|demand| {
            let mut clocks =
                crate::clock::terms::of_demand(office, complaint, &demand, &pauses(demand.id));
            mark_taken(&mut clocks, &mut of_case.clocks);
            let asked = law_asked(&complaint.fields, demand.fields.kind);
            let regime = complaint.fields.matter.regime;
            let grounds = deadline::refusal_grounds(&norms.law, regime, asked);
            DemandView {
                grounds: grounds.into_iter().cloned().collect(),
                due: demand.due_legal.or_else(|| own_days(&clocks).next()),
                clocks,
                demand,
            }
        })
        .collect::<Vec<_>>();
    let mut clocks = if demands.is_empty() {
        crate::clock::terms::of_answer(office, complaint)
    } else {
        Vec::new()
    };
    mark_taken(&mut clocks, &mut of_case.clocks);
    let no_term = if demands.is_empty() {
        crate::clock::terms::no_term(complaint, &clocks, &of_case.clocks)
    } else {
        None
    };
    let kinds = demands.iter().map(|view| view.demand.fields.kind);
    let open = complaint.closed_at.is_none();
    let regime_question = open
        .then(|| regime_question(&complaint.fields, kinds))
        .flatten();
    let regime_question = match regime_question {
        Some(_) if register.regime_kept(id)? == Some(complaint.fields.matter.regime) => None,
        asked => asked,
    };
    let leads = of_case.clocks.iter().find(|clock| clock.leads);
    let due = match leads {
        Some(lead) => lead.legal,
        None if complaint.status.awaits_answer() => own_days(&clocks).min(),
        None => None,
    };
    let decided = decided_on(&demands);
    let received = complaint.fields.received_at.date_naive();
    let next_step = case.next_step.on(by.now.date_naive(), received, due);
    // Where the last day has come, a letter that only confirms the receipt comes too late.
    let late = next_step != case.next_step;
    let acknowledged = |letter: &LetterSummary| {
        let given = letter.state != LetterState::Draft && letter.kind.confirms_receipt();
        given || letter.kind == LetterKind::Acknowledgement
    };
    let forwarded = next_step == NextStep::Close
        && contents.letters.iter().any(|letter| {
            letter.state == LetterState::Issued && letter.kind == LetterKind::Forwarding
        });
    let acknowledged = contents.letters.iter().any(acknowledged);
    let answer = answer_of(complaint, &contents.letters);
    let next_letter = letter_of(next_step, complaint, &contents.letters, answer);
    let asked = !demands.is_empty() || complaint.fields.matter.kind.asks_answer();
    let journal = register.journal_of(id, UNDO_REACH)?;
    let undo = journal
        .iter()
        .find(|row| row.op.is_reversible() && row.op != Op::Undo && row.undone_by.is_none())
        .map(offer);
    // The newest change that still stands says it: an undoing can be taken back, behind anything else it is past.
    let redo = journal
        .iter()
        .find(|row| row.undone_by.is_none() && !is_redo(row))
        .filter(|row| row.op == Op::Undo)
        .map(offer);
    let same_person = if complaint.fields.matter.complainant.is_anonymous() {
        Vec::new()
    } else {
        register.complaints_of(complaint.person_id, Some(id), 20)?.1
    };
    Ok(Card {
        relied_on: relied_on(&demands, &contents.allegations, &dispatches),
        holds: case.holds,
        contents,
        running: of_case.clocks,
        owed: of_case.owed,
        dispatches,
        interim,
        procedure,
        regime_question,
        demands,
        clocks,
        no_term,
        same_person,
        undo,
        redo,
        suggested_letter: suggested_letter(next_step, &decided, acknowledged || late),
        final_letter: LetterKind::fitting_final(&decided.into_iter().flatten().collect::<Vec<_>>()),
        answer,
        next_letter,
        reason_unanswered: if forwarded && answer.is_none() {
            Some(NoAnswerReason::Forwarded)
        } else {
            (!asked).then_some(NoAnswerReason::NothingAsked)
        },
        due,
        next_step,
    })
}

/// The documents that decisions, findings and dispatches rest on.
fn relied_on(
    demands: &[DemandView],
    allegations: &[Allegation],
    dispatches: &[DispatchFact],
) -> Vec<ReliedOn> {
    let decisions = demands
        .iter()
        .filter_map(|view| view.demand.decision.as_ref());
    let evidence = decisions.flat_map(|decision| decision.evidence.iter());
    let found = allegations
        .iter()
        .flat_map(|kept| kept.fields.evidence.iter());
    let papers = dispatches.iter().flat_map(|sent| sent.papers.iter());
    let by = |by| {
        move |document: &DocumentId| ReliedOn {
            document: *document,
            by,
        }
    };
    evidence
        .map(by(Reliance::Decision))
        .chain(found.map(by(Reliance::Finding)))
        .chain(papers.map(by(Reliance::Dispatch)))
        .collect()
}

/// The issued letter that answers a complaint.
fn answer_of(complaint: &Complaint, letters: &[LetterSummary]) -> Option<LetterId> {
    let answers = |l: &&LetterSummary| l.kind.answers(complaint.fields.matter.kind);
    let issued = |l: &&LetterSummary| l.state == LetterState::Issued;
    letters.iter().filter(answers).rfind(issued).map(|l| l.id)
}

/// The letter that a step is about.
fn letter_of(
    step: NextStep,
    complaint: &Complaint,
    letters: &[LetterSummary],
    answer: Option<LetterId>,
) -> Option<LetterId> {
    match step {
        NextStep::Approve | NextStep::Revise | NextStep::IssueFinal => letters
            .iter()
            .filter(|l| l.kind.answers(complaint.fields.matter.kind))
            .find(|l| l.state == LetterState::Draft)
            .map(|l| l.id),
        NextStep::Send => letters
            .iter()
            .filter(|l| l.kind.awaits_answer() || l.kind.is_of_forwarding())
            .find(|l| l.state == LetterState::Issued && l.sent.is_none())
            .map(|l| l.id)
            .or(answer),
        NextStep::TellForwarded => letters
            .iter()
            .find(|l| l.kind == LetterKind::ForwardingNotice && l.state == LetterState::Draft)
            .map(|l| l.id),
        NextStep::Replace | NextStep::ConfirmDelivery => answer,
        NextStep::NameDemands
        | NextStep::Acknowledge
        | NextStep::AwaitComplainant
        | NextStep::Establish
        | NextStep::Decide
        | NextStep::DraftFinal
        | NextStep::Fulfil
        | NextStep::Close
        | NextStep::Nothing => None,
    }
}

fn offer(row: &JournalRow) -> UndoOffer {
    UndoOffer {
        seq: row.seq,
        op: row.op,
        undoes: row.payload["undoes_op"].as_str().and_then(Op::parse),
        weighty: row.op.is_weighty(),
        at: row.at,
    }
}

/// Whether it took an undoing back.
fn is_redo(row: &JournalRow) -> bool {
    row.op == Op::Undo && row.payload["undoes_op"] == Op::Undo.as_str()
}

/// The decision on each demand, as far as it is taken.
fn decided_on(demands: &[DemandView]) -> Vec<Option<DecisionKind>> {
    let kind = |view: &DemandView| view.demand.decision.as_ref().map(|decision| decision.kind);
    demands.iter().map(kind).collect()
}

/// The legal last days of the terms that bind the office without a special case to be confirmed first.
fn own_days(clocks: &[TermView]) -> impl Iterator<Item = NaiveDate> {
    let own = clocks
        .iter()
        .filter(|clock| !clock.binds_complainant && clock.variant.is_none() && !clock.caution);
    own.filter_map(|clock| clock.legal)
}

/// The whole case.
///
/// # Errors
/// Those of the register.
pub fn complaint_card(office: &Office, by: &By, input: ComplaintRef) -> Result<Card> {
    card(office, by, input.complaint)
}
