//! The steps by which a case is led: which way it goes, what each step waits for, and when it is done.

use crate::procedure::CaseFacts;
use crate::regime::Regime;
use crate::words::{DecisionKind, DemandKind, Kind, vocabulary};
use crate::{Actor, CaseListId, CaseStepId, DocumentId, RoutineId, RoutineVersionId};
use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

vocabulary! {
    /// The way a case goes. It is proposed from the facts, and a person may choose another.
    Branch {
        /// Nothing is decided yet.
        Undecided = "undecided",
        Founded = "founded",
        Partly = "partly",
        /// Something is given though nothing is owed.
        Goodwill = "goodwill",
        Unfounded = "unfounded",
        /// Only information is asked, or thanks are said.
        Information = "information",
        /// A review that anybody can read.
        PublicReview = "public_review",
        /// A state body asks.
        Authority = "authority",
        /// The same person complained before and was answered.
        Repeat = "repeat",
        /// A dispute with a neighbour or a tenant.
        Neighbour = "neighbour",
        /// One event, many complainants.
        Many = "many",
    }
}

vocabulary! {
    /// What counts as a step done: a fact of the case, or that a person says so.
    StepFact {
        Person = "person",
        Acknowledged = "acknowledged",
        DemandsNamed = "demands_named",
        /// Every document of the complainant was looked at.
        DocumentsSeen = "documents_seen",
        QuestionsAnswered = "questions_answered",
        /// Something of the office's own stands in the diary or among the documents.
        FactsKept = "facts_kept",
        Decided = "decided",
        /// Every refusal names its ground and a document.
        Grounded = "grounded",
        Approved = "approved",
        Issued = "issued",
        Sent = "sent",
        PromisesKept = "promises_kept",
        /// A reply for the public went out.
        Published = "published",
    }
}

vocabulary! {
    /// What must hold for a step to be asked at all.
    StepNeed {
        Always = "always",
        /// The message asks for an answer.
        Answer = "answer",
        /// Confirming the receipt still helps, or was done.
        Receipt = "receipt",
        /// An answer is asked and no demand is named.
        Unnamed = "unnamed",
        Demands = "demands",
        /// The complainant gave documents.
        Documents = "documents",
        /// The complainant was asked something.
        Questions = "questions",
        Refusal = "refusal",
        /// The office's head approves such letters.
        Approval = "approval",
        /// Something was promised or is owed.
        Promise = "promise",
    }
}

vocabulary! {
    /// Who in an office takes a step on, as far as it has so many people.
    StepRole {
        /// Who takes complaints in.
        Intake = "intake",
        /// Who leads the case.
        Handler = "handler",
        Head = "head",
    }
}

vocabulary! {
    /// Where a step of a case stands.
    StepStanding {
        Open = "open",
        Done = "done",
        /// Passed over, for a reason.
        Skipped = "skipped",
    }
}

vocabulary! {
    /// What must not be done before something else was.
    Gate {
        /// A final answer, before the complainant's documents were looked at.
        DocumentsUnseen = "documents_unseen",
        /// A final answer, before every demand is decided.
        Undecided = "undecided",
        /// A refusal, before its ground and a document are named.
        Ungrounded = "ungrounded",
    }
}

vocabulary! {
    /// What a case lacks to be closed as answered.
    Unanswered {
        /// A demand without a decision.
        Undecided = "undecided",
        NotIssued = "not_issued",
        NotSent = "not_sent",
    }
}

impl Unanswered {
    /// The first that is missing, in the order of the work.
    pub fn of(facts: &CaseFacts) -> Option<Self> {
        if facts.decided < facts.demands {
            Some(Self::Undecided)
        } else if !facts.issued {
            Some(Self::NotIssued)
        } else if !facts.sent {
            Some(Self::NotSent)
        } else {
            None
        }
    }
}

vocabulary! {
    /// What an office writes down of how it works.
    RoutineKind {
        Checklist = "checklist",
        /// Its own wording and days of the program's procedure.
        Procedure = "procedure",
    }
}

/// By when a step should be done, in calendar days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StepDay {
    AfterReceipt(u16),
    /// Before the last legal day of the answer.
    BeforeDue(u16),
}

impl StepDay {
    /// The day that falls to a case: never before its receipt, never behind the last legal day. None where
    /// it counts from a day that nobody knows.
    pub fn on(self, received: NaiveDate, due: Option<NaiveDate>) -> Option<NaiveDate> {
        let day = match self {
            Self::AfterReceipt(days) => received.checked_add_days(Days::new(days.into()))?,
            Self::BeforeDue(days) => due?.checked_sub_days(Days::new(days.into()))?,
        };
        let latest = due.map_or(day, |due| day.min(due));
        Some(latest.max(received))
    }
}

/// The facts of a case that its steps follow from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StepFacts {
    pub case: CaseFacts,
    /// Documents from the complainant's side.
    pub documents: usize,
    /// How many of them nobody has looked at.
    pub unseen: usize,
    /// Whether the complainant was ever asked something by a letter.
    pub asked: bool,
    pub facts_kept: bool,
    pub refused: usize,
    /// How many of the refusals lack a ground or a document.
    pub ungrounded: usize,
    /// Whether the head approves final letters here.
    pub approval: bool,
    pub approved: bool,
    /// Whether a decision grants something.
    pub granted: bool,
    pub published: bool,
    /// Whether it is too late for confirming the receipt to help anybody.
    pub late: bool,
}

impl StepFact {
    /// Whether it holds. What a person says is no fact of the case.
    pub fn holds(self, facts: &StepFacts) -> bool {
        let case = &facts.case;
        match self {
            Self::Person => false,
            Self::Acknowledged => case.acknowledged,
            Self::DemandsNamed => case.demands > 0,
            Self::DocumentsSeen => facts.documents > 0 && facts.unseen == 0,
            Self::QuestionsAnswered => facts.asked && !case.question_open,
            Self::FactsKept => facts.facts_kept,
            Self::Decided => case.demands > 0 && case.decided == case.demands,
            Self::Grounded => facts.refused > 0 && facts.ungrounded == 0,
            Self::Approved => facts.approved || case.issued,
            Self::Issued => case.issued && !case.outdated,
            Self::Sent => case.answered() && !case.lost,
            Self::PromisesKept => case.answered() && !case.owed,
            Self::Published => facts.published,
        }
    }
}

impl StepNeed {
    /// Whether a step that has it is asked in a case with these facts.
    pub fn holds(self, facts: &StepFacts) -> bool {
        let case = &facts.case;
        match self {
            Self::Always => true,
            Self::Answer => case.asks_answer,
            Self::Receipt => {
                case.asks_answer && (case.acknowledged || !(facts.late || case.issued))
            }
            Self::Unnamed => case.asks_answer && case.demands == 0 && !case.issued,
            Self::Demands => case.demands > 0,
            Self::Documents => facts.documents > 0,
            Self::Questions => facts.asked,
            Self::Refusal => facts.refused > 0,
            Self::Approval => facts.approval && case.asks_answer,
            Self::Promise => facts.granted || case.owed,
        }
    }
}

/// What a case would pass over if its final answer went out now.
pub fn gates(facts: &StepFacts) -> Vec<Gate> {
    let mut shut = Vec::new();
    if facts.unseen > 0 {
        shut.push(Gate::DocumentsUnseen);
    }
    if facts.case.decided < facts.case.demands {
        shut.push(Gate::Undecided);
    }
    if facts.ungrounded > 0 {
        shut.push(Gate::Ungrounded);
    }
    shut
}

/// What a branch is proposed from.
#[derive(Clone, Copy, Debug)]
pub struct BranchFacts<'f> {
    pub kind: Kind,
    pub regime: Regime,
    /// Whether the same person complained before and was answered.
    pub repeat: bool,
    /// Each demand with the decision on it, as far as it is taken.
    pub demands: &'f [(DemandKind, Option<DecisionKind>)],
}

/// The way that suggests itself. Who asks comes before what was decided, for it changes more of the work.
pub fn proposed_branch(facts: &BranchFacts<'_>) -> Branch {
    match facts.kind {
        Kind::Authority => return Branch::Authority,
        Kind::Review => return Branch::PublicReview,
        Kind::Gratitude => return Branch::Information,
        Kind::Claim | Kind::Complaint | Kind::Request => {}
    }
    if facts.regime == Regime::Neighbour {
        return Branch::Neighbour;
    }
    if facts.repeat {
        return Branch::Repeat;
    }
    let informs = |kind: DemandKind| kind == DemandKind::Information;
    let only_informs = facts.demands.iter().all(|(kind, _)| informs(*kind));
    if only_informs && (!facts.demands.is_empty() || facts.kind == Kind::Request) {
        return Branch::Information;
    }
    let decided: Vec<DecisionKind> = facts.demands.iter().filter_map(|(_, d)| *d).collect();
    let all = |kind: DecisionKind| decided.iter().all(|one| *one == kind);
    if decided.is_empty() || decided.len() < facts.demands.len() {
        Branch::Undecided
    } else if all(DecisionKind::Satisfy) {
        Branch::Founded
    } else if all(DecisionKind::Refuse) {
        Branch::Unfounded
    } else if decided
        .iter()
        .all(|one| matches!(one, DecisionKind::Goodwill | DecisionKind::Refuse))
    {
        Branch::Goodwill
    } else {
        Branch::Partly
    }
}

/// What is kept of one step of a case: of the procedure, of a checklist, or added by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseStep {
    pub id: CaseStepId,
    /// The key of the procedure's step, or «list/item»; empty for one that was added by hand.
    pub name: String,
    /// What it was called when it was touched last.
    pub title: String,
    pub state: StepStanding,
    /// What was said to it, or why it was skipped.
    pub remark: String,
    pub marked: Option<(DateTime<FixedOffset>, Actor)>,
    /// Whose task it is; nobody's in particular when empty.
    pub person: String,
    /// A day of its own.
    pub on_day: Option<NaiveDate>,
}

/// A checklist put on a case, in the version it had then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseList {
    pub id: CaseListId,
    pub routine: RoutineId,
    pub version: RoutineVersionId,
    pub number: u32,
    pub content: String,
    pub put_at: DateTime<FixedOffset>,
    pub put_by: Actor,
}

/// What a case keeps of its procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseProcedure {
    pub facts: CaseFacts,
    /// The way a person chose; none leaves it to the proposal.
    pub branch: Option<Branch>,
    pub steps: Vec<CaseStep>,
    pub lists: Vec<CaseList>,
    /// Documents that nobody has looked at, from whichever side.
    pub unseen: Vec<DocumentId>,
    /// Whether a form of the answer went out.
    pub published: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    proptest! {
        #[test]
        fn a_day_of_a_step_lies_between_receipt_and_the_last_legal_day(
            days in 0u16..400, back in any::<bool>(), from in 0u64..4000, term in 0u64..200,
        ) {
            let received = day("2024-01-01") + Days::new(from);
            let due = received + Days::new(term);
            let rule = if back { StepDay::BeforeDue(days) } else { StepDay::AfterReceipt(days) };
            let on = rule.on(received, Some(due)).unwrap();
            prop_assert!(received <= on && on <= due);
            let unbound = if back { None } else { Some(received + Days::new(days.into())) };
            prop_assert_eq!(rule.on(received, None), unbound);
            let distance = if back { due - on } else { on - received };
            prop_assert!(distance.num_days() <= i64::from(days));
        }

        #[test]
        fn more_days_after_the_receipt_never_make_an_earlier_day(a in 0u16..300, b in 0u16..300, term in 0u64..90) {
            let received = day("2026-02-27");
            let due = Some(received + Days::new(term));
            let (less, more) = (a.min(b), a.max(b));
            prop_assert!(StepDay::AfterReceipt(less).on(received, due) <= StepDay::AfterReceipt(more).on(received, due));
            prop_assert!(StepDay::BeforeDue(less).on(received, due) >= StepDay::BeforeDue(more).on(received, due));
        }
    }

    #[test]
    fn the_way_follows_who_asks_and_what_was_decided() {
        use DecisionKind as D;
        let way = |kind, regime, repeat, demands: &[(DemandKind, Option<D>)]| {
            proposed_branch(&BranchFacts {
                kind,
                regime,
                repeat,
                demands,
            })
        };
        let decided = |kinds: &[D]| -> Vec<(DemandKind, Option<D>)> {
            kinds
                .iter()
                .map(|d| (DemandKind::Refund, Some(*d)))
                .collect()
        };
        let goods = Regime::Goods;
        assert_eq!(way(Kind::Authority, goods, true, &[]), Branch::Authority);
        assert_eq!(way(Kind::Review, goods, false, &[]), Branch::PublicReview);
        assert_eq!(
            way(Kind::Claim, Regime::Neighbour, false, &[]),
            Branch::Neighbour
        );
        assert_eq!(
            way(Kind::Claim, goods, true, &decided(&[D::Refuse])),
            Branch::Repeat
        );
        assert_eq!(way(Kind::Request, goods, false, &[]), Branch::Information);
        assert_eq!(way(Kind::Claim, goods, false, &[]), Branch::Undecided);
        for (kinds, branch) in [
            (&[D::Satisfy, D::Satisfy][..], Branch::Founded),
            (&[D::Refuse], Branch::Unfounded),
            (&[D::Goodwill, D::Refuse], Branch::Goodwill),
            (&[D::Satisfy, D::Refuse], Branch::Partly),
        ] {
            assert_eq!(
                way(Kind::Claim, goods, false, &decided(kinds)),
                branch,
                "{kinds:?}"
            );
        }
        let half = [
            (DemandKind::Refund, Some(D::Satisfy)),
            (DemandKind::Apology, None),
        ];
        assert_eq!(way(Kind::Claim, goods, false, &half), Branch::Undecided);
    }

    #[test]
    fn a_gate_is_shut_by_what_is_missing_and_by_nothing_else() {
        let mut facts = StepFacts::default();
        assert_eq!(gates(&facts), []);
        facts.unseen = 1;
        facts.case.demands = 2;
        facts.case.decided = 1;
        facts.ungrounded = 1;
        assert_eq!(
            gates(&facts),
            [Gate::DocumentsUnseen, Gate::Undecided, Gate::Ungrounded]
        );
    }
}
