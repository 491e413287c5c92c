//! The procedure: where a complaint stands and what to do next, told from the
//! facts of the case alone.

use crate::letter_kind::LetterKind;
use crate::words::{DecisionKind, vocabulary};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

vocabulary! {
    /// Where a complaint stands. Nobody sets it; it follows from [`CaseFacts`].
    Status {
        /// Recorded, nothing done yet.
        Fresh = "fresh",
        InWork = "in_work",
        /// The complainant was asked and has not answered.
        Waiting = "waiting",
        /// Every demand is decided and no final letter is issued.
        Decided = "decided",
        /// The final letter is issued and has not left the office, so nothing is answered yet.
        Issued = "issued",
        /// The final letter was sent or handed over.
        Answered = "answered",
        Closed = "closed",
    }
}

impl Status {
    /// Whether the complainant still waits for the office's final word.
    pub fn awaits_answer(self) -> bool {
        match self {
            Self::Fresh | Self::InWork | Self::Waiting | Self::Decided | Self::Issued => true,
            Self::Answered | Self::Closed => false,
        }
    }
}

/// The facts a status follows from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CaseFacts {
    pub demands: u32,
    /// How many of them are decided.
    pub decided: u32,
    /// Whether the complainant knows that the message was received: by an issued letter, or by word.
    pub acknowledged: bool,
    /// Whether anything was done: a diary entry, a note, a decision, a letter draft, a document of the office.
    pub worked_on: bool,
    /// Whether something is stated of which nothing is established yet.
    pub unestablished: bool,
    /// Whether an issued request for information still waits for its answer.
    pub question_open: bool,
    /// Whether a final letter is issued and not superseded by nothing.
    pub issued: bool,
    /// Whether something else is decided by now than the issued final letter says.
    pub outdated: bool,
    /// Whether the issued final letter was sent or handed over.
    pub sent: bool,
    /// Whether its latest dispatch was lost on the way, so that it has to go again.
    pub lost: bool,
    /// Whether its latest dispatch is expected to arrive by a day and nothing
    /// says yet that it was delivered, refused or returned.
    pub on_its_way: bool,
    /// Whether an issued request for information never left the office.
    pub question_unsent: bool,
    /// Whether the complaint was sent on to the body it was meant for: such a letter is issued and stands.
    pub forwarded: bool,
    /// Whether that letter, or the one that tells the complainant of it, never left the office.
    pub forwarding_unsent: bool,
    /// Whether a letter that tells the complainant of it is issued.
    pub forwarding_told: bool,
    /// Whether customers' law lets something be demanded of this office itself, which it answers whomever else it asks.
    pub owes_answer: bool,
    /// Whether a draft of a final letter exists.
    pub final_draft: bool,
    /// Whether such a draft waits for the head's approval.
    pub approval_waits: bool,
    /// Whether the head returned such a draft with remarks.
    pub returned: bool,
    /// Whether a clock is open of something that the office has to do besides answering.
    pub owed: bool,
    pub closed: bool,
    /// Whether the message asks for an answer at all (thanks and bare reviews may not).
    pub asks_answer: bool,
}

impl CaseFacts {
    /// Whether the final letter was given: it counts from when it left the office, not from its number.
    pub fn answered(&self) -> bool {
        self.issued && self.sent
    }
}

/// Where a complaint with these facts stands.
pub fn status(facts: &CaseFacts) -> Status {
    if facts.closed {
        Status::Closed
    } else if facts.answered() {
        Status::Answered
    } else if facts.issued {
        Status::Issued
    } else if facts.question_open {
        Status::Waiting
    } else if facts.demands > 0 && facts.decided == facts.demands {
        Status::Decided
    } else if facts.worked_on || facts.acknowledged {
        Status::InWork
    } else {
        Status::Fresh
    }
}

vocabulary! {
    /// The next step the procedure leads to; the screens word it and say why.
    NextStep {
        /// Write down what is asked.
        NameDemands = "name_demands",
        /// Confirm the receipt to the complainant.
        Acknowledge = "acknowledge",
        /// Tell the complainant to whom the complaint was sent on.
        TellForwarded = "tell_forwarded",
        /// Wait for the complainant's answer, or record it.
        AwaitComplainant = "await_complainant",
        /// Establish what is true of what is stated.
        Establish = "establish",
        /// Decide on the demands that are open.
        Decide = "decide",
        /// Write the final letter.
        DraftFinal = "draft_final",
        /// Approve the drafted letter, or return it.
        Approve = "approve",
        /// Change the drafted letter as the head remarked.
        Revise = "revise",
        /// Check and issue the drafted letter.
        IssueFinal = "issue_final",
        /// Write another letter in place of the issued one, which says what is decided no longer.
        Replace = "replace",
        /// Hand over or post the issued letter.
        Send = "send",
        /// Learn whether the posted answer was delivered.
        ConfirmDelivery = "confirm_delivery",
        /// Do what is still owed after the answer: pay what was promised, give back, look at the goods.
        Fulfil = "fulfil",
        Close = "close",
        Nothing = "nothing",
    }
}

pub fn next_step(facts: &CaseFacts) -> NextStep {
    if facts.closed {
        if facts.owed {
            NextStep::Fulfil
        } else {
            NextStep::Nothing
        }
    } else if facts.issued && facts.outdated {
        if facts.decided < facts.demands {
            NextStep::Decide
        } else if facts.final_draft {
            with_draft(facts)
        } else {
            NextStep::Replace
        }
    } else if facts.issued {
        if !facts.sent || facts.lost {
            NextStep::Send
        } else if facts.owed {
            NextStep::Fulfil
        } else if facts.on_its_way {
            NextStep::ConfirmDelivery
        } else {
            NextStep::Close
        }
    } else if facts.forwarding_unsent {
        NextStep::Send
    } else if facts.forwarded && !facts.forwarding_told {
        NextStep::TellForwarded
    } else if facts.forwarded && facts.decided == 0 && !facts.owes_answer {
        NextStep::Close
    } else if facts.question_open {
        if facts.question_unsent {
            NextStep::Send
        } else {
            NextStep::AwaitComplainant
        }
    } else if facts.demands == 0 {
        if !facts.asks_answer {
            if facts.owed {
                NextStep::Fulfil
            } else {
                NextStep::Close
            }
        } else if facts.final_draft {
            with_draft(facts)
        } else if facts.unestablished {
            NextStep::Establish
        } else {
            NextStep::NameDemands
        }
    } else if facts.decided == facts.demands {
        if facts.final_draft {
            with_draft(facts)
        } else if facts.unestablished {
            NextStep::Establish
        } else {
            NextStep::DraftFinal
        }
    } else if !facts.acknowledged && facts.decided == 0 {
        NextStep::Acknowledge
    } else if facts.unestablished {
        NextStep::Establish
    } else {
        NextStep::Decide
    }
}

/// Days after the receipt in which confirming it still helps anybody.
const CONFIRMED_WITHIN: i64 = 10;

/// Whether confirming the receipt helps nobody any more: the last day `due` has come, or the message lies for long.
pub fn receipt_is_late(today: NaiveDate, received: NaiveDate, due: Option<NaiveDate>) -> bool {
    (today - received).num_days() > CONFIRMED_WITHIN || due.is_some_and(|due| due <= today)
}

impl NextStep {
    /// The step on that day: once the last day `due` has come, or the message lies for long, confirming the
    /// receipt helps nobody any more, and what is owed is the answer.
    pub fn on(self, today: NaiveDate, received: NaiveDate, due: Option<NaiveDate>) -> Self {
        if self == Self::Acknowledge && receipt_is_late(today, received, due) {
            Self::Decide
        } else {
            self
        }
    }
}

/// What to do next with a final letter that is drafted.
fn with_draft(facts: &CaseFacts) -> NextStep {
    if facts.approval_waits {
        NextStep::Approve
    } else if facts.returned {
        NextStep::Revise
    } else {
        NextStep::IssueFinal
    }
}

/// The letter to write first at a step. `demands` are the decisions on the demands, as far as they are taken;
/// `acknowledged` is whether an acknowledgement was at least begun.
pub fn suggested_letter(
    step: NextStep,
    demands: &[Option<DecisionKind>],
    acknowledged: bool,
) -> LetterKind {
    match step {
        NextStep::Acknowledge => LetterKind::Acknowledgement,
        NextStep::TellForwarded => LetterKind::ForwardingNotice,
        NextStep::NameDemands | NextStep::AwaitComplainant => LetterKind::InformationRequest,
        NextStep::Establish | NextStep::Decide if acknowledged => LetterKind::Interim,
        NextStep::Establish | NextStep::Decide => LetterKind::Acknowledgement,
        NextStep::DraftFinal
        | NextStep::Approve
        | NextStep::Revise
        | NextStep::IssueFinal
        | NextStep::Replace
        | NextStep::Send
        | NextStep::ConfirmDelivery
        | NextStep::Fulfil
        | NextStep::Close
        | NextStep::Nothing => {
            let decided: Vec<DecisionKind> = demands.iter().copied().flatten().collect();
            LetterKind::fitting_final(&decided)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_to_write_follows_the_step() {
        let refused = [Some(DecisionKind::Refuse), None];
        for (step, acknowledged, letter) in [
            (NextStep::Acknowledge, false, LetterKind::Acknowledgement),
            (NextStep::NameDemands, true, LetterKind::InformationRequest),
            (NextStep::Decide, false, LetterKind::Acknowledgement),
            (NextStep::Decide, true, LetterKind::Interim),
            (NextStep::DraftFinal, true, LetterKind::FinalRefusal),
        ] {
            let suggested = suggested_letter(step, &refused, acknowledged);
            assert_eq!(suggested, letter, "{step:?}");
        }
        let nothing = suggested_letter(NextStep::Close, &[], false);
        assert_eq!(nothing, LetterKind::FinalSatisfied);
    }

    fn asked() -> CaseFacts {
        CaseFacts {
            demands: 2,
            asks_answer: true,
            ..CaseFacts::default()
        }
    }

    #[test]
    fn a_case_walks_from_receipt_to_closing() {
        let mut facts = asked();
        assert_eq!(
            (status(&facts), next_step(&facts)),
            (Status::Fresh, NextStep::Acknowledge)
        );
        facts.acknowledged = true;
        assert_eq!(
            (status(&facts), next_step(&facts)),
            (Status::InWork, NextStep::Decide)
        );
        facts.question_open = true;
        facts.question_unsent = true;
        assert_eq!(next_step(&facts), NextStep::Send);
        facts.question_unsent = false;
        assert_eq!(
            (status(&facts), next_step(&facts)),
            (Status::Waiting, NextStep::AwaitComplainant)
        );
        facts.question_open = false;
        facts.decided = 1;
        assert_eq!(
            (status(&facts), next_step(&facts)),
            (Status::InWork, NextStep::Decide)
        );
        facts.decided = 2;
        assert_eq!(
            (status(&facts), next_step(&facts)),
            (Status::Decided, NextStep::DraftFinal)
        );
        facts.final_draft = true;
        assert_eq!(next_step(&facts), NextStep::IssueFinal);
        facts.returned = true;
        assert_eq!(next_step(&facts), NextStep::Revise);
        facts.approval_waits = true;
        assert_eq!(next_step(&facts), NextStep::Approve);
        facts.issued = true;
        assert_eq!(
            (status(&facts), next_step(&facts)),
            (Status::Issued, NextStep::Send)
        );
        facts.sent = true;
        facts.on_its_way = true;
        assert_eq!(
            (status(&facts), next_step(&facts)),
            (Status::Answered, NextStep::ConfirmDelivery)
        );
        facts.owed = true;
        assert_eq!(next_step(&facts), NextStep::Fulfil);
        facts.owed = false;
        facts.lost = true;
        assert_eq!(next_step(&facts), NextStep::Send);
        (facts.lost, facts.on_its_way) = (false, false);
        assert_eq!(next_step(&facts), NextStep::Close);
        facts.closed = true;
        assert_eq!(
            (status(&facts), next_step(&facts)),
            (Status::Closed, NextStep::Nothing)
        );
        facts.owed = true;
        assert_eq!(next_step(&facts), NextStep::Fulfil);
    }

    #[test]
    fn what_is_stated_is_established_before_anything_is_decided() {
        let mut facts = asked();
        facts.unestablished = true;
        assert_eq!(next_step(&facts), NextStep::Acknowledge);
        facts.acknowledged = true;
        assert_eq!(next_step(&facts), NextStep::Establish);
        facts.decided = 2;
        assert_eq!(next_step(&facts), NextStep::Establish);
        facts.final_draft = true;
        assert_eq!(next_step(&facts), NextStep::IssueFinal);
        (facts.final_draft, facts.unestablished) = (false, false);
        assert_eq!(next_step(&facts), NextStep::DraftFinal);
        // Where nothing is demanded, what is stated is looked into all the same.
        (facts.demands, facts.decided, facts.unestablished) = (0, 0, true);
        assert_eq!(next_step(&facts), NextStep::Establish);
    }

    #[test]
    fn an_answer_that_says_what_is_decided_no_longer_is_replaced_before_anything_else() {
        let mut facts = asked();
        (facts.decided, facts.issued, facts.outdated) = (2, true, true);
        assert_eq!(next_step(&facts), NextStep::Replace);
        (facts.sent, facts.owed) = (true, true);
        assert_eq!(next_step(&facts), NextStep::Replace);
        facts.final_draft = true;
        assert_eq!(next_step(&facts), NextStep::IssueFinal);
        facts.decided = 1;
        assert_eq!(next_step(&facts), NextStep::Decide);
        facts.closed = true;
        assert_eq!(next_step(&facts), NextStep::Fulfil);
    }

    #[test]
    fn on_the_last_day_the_answer_itself_is_the_step() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let received = day("2026-10-30");
        let step = |today| NextStep::Acknowledge.on(day(today), received, Some(day("2026-11-09")));
        assert_eq!(step("2026-11-08"), NextStep::Acknowledge);
        assert_eq!(step("2026-11-09"), NextStep::Decide);
        assert_eq!(step("2026-11-30"), NextStep::Decide);
        let undated = |today| NextStep::Acknowledge.on(day(today), received, None);
        assert_eq!(undated("2026-11-09"), NextStep::Acknowledge);
        assert_eq!(undated("2026-11-10"), NextStep::Decide);
    }

    #[test]
    fn what_is_sent_on_is_sent_and_told_before_the_case_may_be_closed() {
        let mut facts = asked();
        (facts.forwarded, facts.forwarding_unsent) = (true, true);
        assert_eq!(next_step(&facts), NextStep::Send);
        facts.forwarding_unsent = false;
        assert_eq!(next_step(&facts), NextStep::TellForwarded);
        (facts.forwarding_told, facts.forwarding_unsent) = (true, true);
        assert_eq!(next_step(&facts), NextStep::Send);
        facts.forwarding_unsent = false;
        assert_eq!(next_step(&facts), NextStep::Close);
        // A seller who sends a claim on to the maker still answers it.
        facts.owes_answer = true;
        assert_eq!(next_step(&facts), NextStep::Acknowledge);
        facts.acknowledged = true;
        assert_eq!(next_step(&facts), NextStep::Decide);
        (facts.owes_answer, facts.acknowledged) = (false, false);
        // What the office decides on itself it answers itself.
        facts.decided = 1;
        facts.acknowledged = true;
        assert_eq!(next_step(&facts), NextStep::Decide);
    }

    #[test]
    fn thanks_may_be_closed_and_a_claim_without_demands_is_asked_for_them() {
        let thanks = CaseFacts::default();
        assert_eq!(next_step(&thanks), NextStep::Close);
        let claim = CaseFacts {
            asks_answer: true,
            ..CaseFacts::default()
        };
        assert_eq!(next_step(&claim), NextStep::NameDemands);
    }
}
