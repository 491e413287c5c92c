//! What follows from a letter being of a kind.

use crate::{DecisionKind, Kind, LetterKind};

/// To whom a letter of a kind goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goes {
    /// To the complainant.
    ToComplainant,
    /// To somebody the writer names: a state body, a platform, a supplier.
    ToOther,
    /// To nobody: a paper that is signed and kept.
    Nowhere,
}

impl LetterKind {
    /// Whether this letter answers every demand with its decision. Such
    /// letters' words begin with `final_`.
    pub fn is_final(self) -> bool {
        matches!(
            self,
            Self::FinalSatisfied | Self::FinalPartial | Self::FinalGoodwill | Self::FinalRefusal
        )
    }

    /// Whether this letter, once issued, answers a message of that kind for
    /// good. Besides the final ones: thanks for thanks or a review, an answer
    /// about personal data for a request, and the answer to the state body
    /// where the message itself is that body's.
    pub fn answers(self, message: Kind) -> bool {
        match self {
            Self::Thanks => matches!(message, Kind::Gratitude | Kind::Review),
            Self::PersonalDataReply => message == Kind::Request,
            Self::RegulatorReply => message == Kind::Authority,
            other => other.is_final(),
        }
    }

    /// To whom it goes.
    pub fn goes(self) -> Goes {
        match self {
            Self::Forwarding | Self::RegulatorReply | Self::PlatformReply | Self::OwnClaim => {
                Goes::ToOther
            }
            Self::SettlementAgreement | Self::InspectionAct | Self::NoShowAct | Self::Statement => {
                Goes::Nowhere
            }
            _ => Goes::ToComplainant,
        }
    }

    /// Whether it is a paper and no letter: it has neither addressee nor
    /// salutation, is signed by those it names and is not sent by itself.
    pub fn is_paper(self) -> bool {
        self.goes() == Goes::Nowhere
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_answers_and_what_does_not() {
        for &kind in LetterKind::ALL {
            assert_eq!(
                kind.is_final(),
                kind.word().starts_with("final_"),
                "{kind:?}"
            );
            assert_eq!(kind.is_final(), kind.answers(Kind::Claim), "{kind:?}");
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
}
