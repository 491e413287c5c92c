//! The kinds of letters, and what follows from a letter being of a kind: one
//! row for each.
//!
//! A new kind is a row here and a template in each language, which also holds
//! what the screens call it; what its drafts begin with the office is asked by
//! the compiler.

use crate::letter_details::{AskedDetail, LetterDetail, LetterGroup, may, must};
use crate::words::vocabulary;
use crate::{ClockKind, DecisionKind, Kind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

vocabulary! {
    /// Whom a letter of a kind is addressed to.
    AddressedTo {
        Complainant = "complainant",
        /// Somebody the writer names: a state body, a platform, a supplier.
        Named = "named",
        /// Nobody: a paper that is signed and kept.
        Nobody = "nobody",
    }
}

/// What the line «На № … от …» of a letter cites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cites {
    /// The complainant's message, by its own number and date.
    Message,
    /// A state body's request.
    Request,
    /// A dispute on a platform.
    Dispute,
    Nothing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignedBy {
    Office,
    /// The office and the complainant.
    BothParties,
    /// Those who were present, the complainant among them where present.
    ThosePresent,
    /// Those who were present, for the complainant was not.
    Witnesses,
    /// Whoever gives the statement.
    Author,
}

/// Which messages a letter answers for good once it is issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answers {
    /// Every message: a final letter, which answers each demand with its decision.
    Every,
    /// Messages of these kinds alone.
    Only(&'static [Kind]),
}

const NOTHING: Answers = Answers::Only(&[]);

/// What is known of a kind of letter.
struct Row {
    group: LetterGroup,
    to: AddressedTo,
    cites: Cites,
    signed_by: SignedBy,
    answers: Answers,
    clock: Option<ClockKind>,
    asks: &'static [AskedDetail],
}

macro_rules! letter_kinds {
    (($d:tt) $(
        $(#[$doc:meta])*
        $kind:ident = $word:literal {
            group: $group:ident, to: $to:ident, cites: $cites:ident, signed_by: $signed:ident,
            answers: $answers:expr, clock: $clock:expr,
            asks: [$($need:ident $detail:ident),*],
        }
    )+) => {
        vocabulary! {
            /// What a letter, or a paper made like one, is.
            LetterKind { $($(#[$doc])* $kind = $word),+ }
        }

        impl LetterKind {
            const fn row(self) -> Row {
                match self {
                    $(Self::$kind => Row {
                        group: LetterGroup::$group,
                        to: AddressedTo::$to,
                        cites: Cites::$cites,
                        signed_by: SignedBy::$signed,
                        answers: $answers,
                        clock: $clock,
                        asks: const { &[$($need(LetterDetail::$detail)),*] },
                    }),+
                }
            }
        }

        /// Calls a macro with every kind of letter and its word:
        /// `Acknowledgement = "acknowledgement", …`.
        #[macro_export]
        macro_rules! each_letter_kind {
            ($d called:ident) => {
                $d called! { $($kind = $word),+ }
            };
        }
    };
}

letter_kinds! {
    ($)
    /// Confirms receipt, number and dates.
    Acknowledgement = "acknowledgement" {
        group: First, to: Complainant, cites: Message, signed_by: Office,
        answers: NOTHING, clock: None,
        asks: [may Expected],
    }
    /// Asks the complainant for facts or documents.
    InformationRequest = "information_request" {
        group: First, to: Complainant, cites: Message, signed_by: Office,
        answers: NOTHING, clock: None,
        asks: [must Questions, must AnswerBy],
    }
    /// Invites the complainant to an inspection or an expert examination.
    InspectionInvitation = "inspection_invitation" {
        group: First, to: Complainant, cites: Message, signed_by: Office,
        answers: NOTHING, clock: Some(ClockKind::Inspection),
        asks: [must Inspection, may InspectionReply],
    }
    /// Puts the answer off, with the reason and the expected date.
    Interim = "interim" {
        group: First, to: Complainant, cites: Message, signed_by: Office,
        answers: NOTHING, clock: Some(ClockKind::Interim),
        asks: [must Expected, must HoldingReason],
    }
    /// Final: every demand granted.
    FinalSatisfied = "final_satisfied" {
        group: Final, to: Complainant, cites: Message, signed_by: Office,
        answers: Answers::Every, clock: None,
        asks: [must Account],
    }
    /// Final: granted in part.
    FinalPartial = "final_partial" {
        group: Final, to: Complainant, cites: Message, signed_by: Office,
        answers: Answers::Every, clock: None,
        asks: [must Account],
    }
    /// Final: something given of good will, nothing admitted.
    FinalGoodwill = "final_goodwill" {
        group: Final, to: Complainant, cites: Message, signed_by: Office,
        answers: Answers::Every, clock: None,
        asks: [must Account],
    }
    /// Final: refused with reasons.
    FinalRefusal = "final_refusal" {
        group: Final, to: Complainant, cites: Message, signed_by: Office,
        answers: Answers::Every, clock: None,
        asks: [must Account],
    }
    /// Answers a question about, or a demand over, personal data.
    PersonalDataReply = "personal_data_reply" {
        group: Final, to: Complainant, cites: Message, signed_by: Office,
        answers: Answers::Only(&[Kind::Request]), clock: None,
        asks: [must Data],
    }
    /// Thanks for kind words or for a hint.
    Thanks = "thanks" {
        group: Final, to: Complainant, cites: Message, signed_by: Office,
        answers: Answers::Only(&[Kind::Gratitude, Kind::Review]), clock: None,
        asks: [may Findings, may Measures],
    }
    /// Offers to settle the dispute.
    SettlementOffer = "settlement_offer" {
        group: Peace, to: Complainant, cites: Message, signed_by: Office,
        answers: NOTHING, clock: None,
        asks: [must Settlement, must SettlementUntil],
    }
    /// The text of a settlement, for both sides to sign.
    SettlementAgreement = "settlement_agreement" {
        group: Peace, to: Nobody, cites: Nothing, signed_by: BothParties,
        answers: NOTHING, clock: None,
        asks: [must Settlement],
    }
    /// Mends something said in an issued letter.
    Correction = "correction" {
        group: Peace, to: Complainant, cites: Message, signed_by: Office,
        answers: NOTHING, clock: None,
        asks: [must Correction],
    }
    /// Sends the complaint on to the body it was meant for.
    Forwarding = "forwarding" {
        group: Others, to: Named, cites: Nothing, signed_by: Office,
        answers: NOTHING, clock: None,
        asks: [must Recipient, must ForwardingReason, may Findings],
    }
    /// Tells the complainant that it was sent on.
    ForwardingNotice = "forwarding_notice" {
        group: Others, to: Complainant, cites: Message, signed_by: Office,
        answers: NOTHING, clock: None,
        asks: [must Recipient, must ForwardingReason, must Findings, may Measures],
    }
    /// Answers a state body that asked about the case.
    RegulatorReply = "regulator_reply" {
        group: Others, to: Named, cites: Request, signed_by: Office,
        answers: Answers::Only(&[Kind::Authority]), clock: None,
        asks: [must Recipient, must Inquiry, must Findings, may Measures],
    }
    /// Answers a marketplace or review platform that asked about the case.
    PlatformReply = "platform_reply" {
        group: Others, to: Named, cites: Dispute, signed_by: Office,
        answers: NOTHING, clock: None,
        asks: [must Recipient, must Ticket, must Findings, may Measures],
    }
    /// The office's own claim to a supplier, carrier or platform.
    OwnClaim = "own_claim" {
        group: Others, to: Named, cites: Nothing, signed_by: Office,
        answers: NOTHING, clock: None,
        asks: [must Recipient, must Claim, must Findings],
    }
    /// Paper: what an inspection found.
    InspectionAct = "inspection_act" {
        group: Papers, to: Nobody, cites: Nothing, signed_by: ThosePresent,
        answers: NOTHING, clock: None,
        asks: [must Inspection, must ActFound],
    }
    /// Paper: that the complainant did not come, gave no access or did not
    /// hand over the thing.
    NoShowAct = "no_show_act" {
        group: Papers, to: Nobody, cites: Nothing, signed_by: Witnesses,
        answers: NOTHING, clock: None,
        asks: [must Inspection, must ActAbsence],
    }
    /// Paper: a form for a worker's or a witness's own words.
    Statement = "statement" {
        group: Papers, to: Nobody, cites: Nothing, signed_by: Author,
        answers: NOTHING, clock: None,
        asks: [must Statement, must Questions],
    }
}

impl LetterKind {
    /// Where the screens offer it.
    pub const fn group(self) -> LetterGroup {
        self.row().group
    }

    pub const fn addressed_to(self) -> AddressedTo {
        self.row().to
    }

    /// Whether somebody other than the complainant reads it: whoever it goes to, or who writes a statement.
    pub fn is_read_by_others(self) -> bool {
        self.addressed_to() == AddressedTo::Named || self == Self::Statement
    }

    /// What its reference line cites.
    pub const fn cites(self) -> Cites {
        self.row().cites
    }

    pub const fn signed_by(self) -> SignedBy {
        self.row().signed_by
    }

    /// Whether it may name the day by which the final answer will come.
    pub fn promises_answer(self) -> bool {
        self.asks(LetterDetail::Expected)
    }

    /// What the writer of such a letter is asked for besides the text, in the
    /// order of the form. Enclosures and pictures may go with any.
    pub const fn details(self) -> &'static [AskedDetail] {
        self.row().asks
    }

    /// Whether its writer is asked for that.
    pub fn asks(self, detail: LetterDetail) -> bool {
        self.details().iter().any(|asked| asked.detail == detail)
    }

    /// Whether this letter answers every demand with its decision. Such
    /// letters' words begin with `final_`.
    pub fn is_final(self) -> bool {
        self.row().answers == Answers::Every
    }

    /// Whether this letter, once issued, answers a message of that kind for
    /// good. Besides the final ones: thanks for thanks or a review, an answer
    /// about personal data for a request, and the answer to the state body
    /// where the message itself is that body's.
    pub fn answers(self, message: Kind) -> bool {
        match self.row().answers {
            Answers::Every => true,
            Answers::Only(messages) => messages.contains(&message),
        }
    }

    /// The clock that runs to the day which a letter of this kind names, once
    /// it is issued.
    pub fn clock(self) -> Option<ClockKind> {
        self.row().clock
    }

    /// Whether it tells the complainant that the message was received: each letter to them cites it.
    pub fn confirms_receipt(self) -> bool {
        self.addressed_to() == AddressedTo::Complainant
    }

    /// Whether it sends the complaint on, or tells the complainant so.
    pub fn is_of_forwarding(self) -> bool {
        self == Self::Forwarding || self == Self::ForwardingNotice
    }

    /// Whether the case waits for the complainant's answer to it: it says by
    /// when that is expected.
    pub fn awaits_answer(self) -> bool {
        self.asks(LetterDetail::AnswerBy)
    }

    /// Whether it is a paper and no letter: it has neither addressee nor
    /// salutation, is signed by those it names and is not sent by itself.
    pub fn is_paper(self) -> bool {
        self.addressed_to() == AddressedTo::Nobody
    }

    /// The final letter that fits these decisions, or `None` while there is
    /// nothing to decide on.
    ///
    /// Good will leads as soon as one demand is met that way and no demand is
    /// granted as of right; any mixture of yes and no is a partial answer.
    pub fn final_for(decisions: &[DecisionKind]) -> Option<Self> {
        use DecisionKind::{Goodwill, Partly, Refuse, Satisfy};
        if decisions.is_empty() {
            return None;
        }
        let has = |kind: DecisionKind| decisions.contains(&kind);
        Some(if decisions.iter().all(|&d| d == Satisfy) {
            Self::FinalSatisfied
        } else if decisions.iter().all(|&d| d == Refuse) {
            Self::FinalRefusal
        } else if has(Goodwill) && !has(Satisfy) && !has(Partly) {
            Self::FinalGoodwill
        } else {
            Self::FinalPartial
        })
    }

    /// The same where a letter is to be written at all: without any demand it
    /// answers on the merits, [`LetterKind::FinalSatisfied`].
    pub fn fitting_final(decisions: &[DecisionKind]) -> Self {
        Self::final_for(decisions).unwrap_or(Self::FinalSatisfied)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_answers_and_what_does_not() {
        for &kind in LetterKind::ALL {
            assert_eq!(
                kind.is_final(),
                kind.as_str().starts_with("final_"),
                "{kind:?}"
            );
            assert_eq!(kind.is_final(), kind.answers(Kind::Claim), "{kind:?}");
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
        assert!(LetterKind::Thanks.answers(Kind::Gratitude));
        assert!(LetterKind::RegulatorReply.answers(Kind::Authority));
        assert!(!LetterKind::RegulatorReply.answers(Kind::Complaint));
        assert!(!LetterKind::SettlementAgreement.answers(Kind::Claim));
    }

    #[test]
    fn the_final_letter_follows_the_decisions() {
        use DecisionKind::{Goodwill, Partly, Refuse, Satisfy};
        let cases: &[(&[DecisionKind], LetterKind)] = &[
            (&[Satisfy, Satisfy], LetterKind::FinalSatisfied),
            (&[Satisfy, Refuse], LetterKind::FinalPartial),
            (&[Partly], LetterKind::FinalPartial),
            (&[Refuse], LetterKind::FinalRefusal),
            (&[Refuse, Goodwill], LetterKind::FinalGoodwill),
            (&[Goodwill], LetterKind::FinalGoodwill),
            (&[Goodwill, Satisfy], LetterKind::FinalPartial),
        ];
        for (decisions, letter) in cases {
            assert_eq!(
                LetterKind::final_for(decisions),
                Some(*letter),
                "{decisions:?}"
            );
        }
        assert_eq!(LetterKind::final_for(&[]), None);
    }

    #[test]
    fn what_a_kind_asks_for_agrees_with_what_it_is() {
        use LetterDetail as D;
        for &kind in LetterKind::ALL {
            let to_other = kind.addressed_to() == AddressedTo::Named;
            let names_other = to_other || kind == LetterKind::ForwardingNotice;
            assert_eq!(kind.asks(D::Recipient), names_other, "{kind:?}");
            assert_eq!(kind.cites() == Cites::Request, kind.asks(D::Inquiry));
            assert_eq!(kind.cites() == Cites::Dispute, kind.asks(D::Ticket));
            assert_eq!(kind.is_paper(), kind.signed_by() != SignedBy::Office);
            assert_eq!(kind.is_final(), kind.asks(D::Account), "{kind:?}");
            if kind.group() == LetterGroup::Papers {
                assert!(kind.is_paper(), "{kind:?}");
            }
            if kind.is_final() {
                assert_eq!(kind.group(), LetterGroup::Final, "{kind:?}");
            }
        }
    }

    #[test]
    fn the_groups_follow_one_another() {
        let groups: Vec<LetterGroup> = LetterKind::ALL.iter().map(|k| k.group()).collect();
        assert!(groups.is_sorted());
    }
}
