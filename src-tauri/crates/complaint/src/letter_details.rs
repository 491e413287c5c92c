//! What a letter says besides the case, by its kind: what the writer is asked for.

use crate::words::vocabulary;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

vocabulary! {
    /// Where a kind stands among the others when a letter is chosen.
    LetterGroup {
        /// Letters that go out before the answer.
        First = "first",
        /// Letters that answer the complaint.
        Final = "final",
        /// Settling the dispute, and setting right what was said.
        Peace = "peace",
        /// To others than the complainant, and word of that.
        Others = "others",
        /// Papers, which are signed and kept.
        Papers = "papers",
    }
}

vocabulary! {
    /// One thing that the writer of a letter is asked for.
    LetterDetail {
        Recipient = "recipient",
        /// Why the complaint is sent on.
        ForwardingReason = "forwarding_reason",
        Inspection = "inspection",
        /// By when the complainant may name another time for it.
        InspectionReply = "inspection_reply",
        /// How an inspection went: what was found, remarks, who was there.
        ActFound = "act_found",
        /// Why there was no inspection: who did not come, who waited.
        ActAbsence = "act_absence",
        /// What each side does for the settlement.
        Settlement = "settlement",
        /// Until when the offer stands.
        SettlementUntil = "settlement_until",
        /// Day and number of the request that is answered.
        Inquiry = "inquiry",
        /// The ticket under which a platform asked.
        Ticket = "ticket",
        /// The office's own claim: against whom, on what, how much.
        Claim = "claim",
        /// The letter that is mended, and what is right.
        Correction = "correction",
        /// Whose words a statement holds.
        Statement = "statement",
        /// What is held of a person, and why.
        Data = "data",
        /// What was checked and found.
        Findings = "findings",
        Measures = "measures",
        /// The day of the answer.
        Expected = "expected",
        /// Why the answer is not ready yet.
        HoldingReason = "holding_reason",
        Questions = "questions",
        AnswerBy = "answer_by",
        /// What was found and done, in an answer to a complaint without demands:
        /// else it stands in the decisions.
        Account = "account",
    }
}

/// One thing that is asked for, and whether the letter stands without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskedDetail {
    pub detail: LetterDetail,
    /// The letter stands without it.
    pub optional: bool,
}

/// What the letter needs.
pub(crate) const fn must(detail: LetterDetail) -> AskedDetail {
    AskedDetail {
        detail,
        optional: false,
    }
}

/// What it may do without.
pub(crate) const fn may(detail: LetterDetail) -> AskedDetail {
    AskedDetail {
        detail,
        optional: true,
    }
}
