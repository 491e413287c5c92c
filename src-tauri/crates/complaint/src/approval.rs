//! Approval of letters by the head of the office.
//!
//! A name here is a record of who did a thing, not a lock: nobody is asked for
//! a password, and the screens say so.

use crate::{Actor, ApprovalId, ApprovalState, DecisionKind, LetterKind, Money, VoidReason};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which letters wait for the head's word before they are issued.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ApprovalRules {
    /// Off, none waits, whatever the rest says.
    pub required: bool,
    pub post: String,
    /// The name of who approves; anybody may where it is empty.
    pub name: String,
    /// Letters that answer for good. Where none of the three limits is set,
    /// every letter waits; where some are, a letter waits that one of them means.
    pub finals: bool,
    /// Letters that refuse a demand wholly or in part.
    pub refusals: bool,
    /// Letters that grant more than this in all.
    pub above: Option<Money>,
    /// Whether the letter shows who approved it, and when.
    pub printed: bool,
}

impl ApprovalRules {
    /// Whether a letter of this kind, on these decisions with the sums they
    /// grant, waits for approval.
    pub fn needed(&self, kind: LetterKind, decisions: &[(DecisionKind, Option<Money>)]) -> bool {
        if !self.required {
            return false;
        }
        if !self.finals && !self.refusals && self.above.is_none() {
            return true;
        }
        if !kind.is_final() {
            return false;
        }
        let refuses = decisions.iter().any(|(decided, _)| decided.refuses());
        let granted: i64 = decisions
            .iter()
            .filter_map(|(_, sum)| sum.map(Money::kopecks))
            .fold(0, i64::saturating_add);
        self.finals
            || self.refusals && refuses
            || self.above.is_some_and(|limit| granted > limit.kopecks())
    }

    /// Whether this is who approves. Case, ё and blanks make no difference.
    pub fn is_approver(&self, actor: &Actor) -> bool {
        let plain = |name: &str| -> String {
            name.to_lowercase()
                .replace('ё', "е")
                .split_whitespace()
                .collect()
        };
        let name = plain(&self.name);
        name.is_empty() || name == plain(&actor.0)
    }
}

/// One submission of a letter for approval, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Approval {
    pub id: ApprovalId,
    pub state: ApprovalState,
    pub asked_at: DateTime<FixedOffset>,
    pub asked_by: Actor,
    /// A note to the head.
    pub note: String,
    /// When it was approved or returned.
    pub told_at: Option<DateTime<FixedOffset>>,
    /// Who approved or returned it.
    pub told_by: Option<Actor>,
    /// Remarks to a letter that was returned.
    pub remarks: String,
    /// SHA-256 of what was approved, lower-case hexadecimal: text, choices, and facts composed.
    #[serde(rename = "mark")]
    pub fingerprint: Option<String>,
    pub void_at: Option<DateTime<FixedOffset>>,
    /// Whose change made it void.
    pub void_by: Option<Actor>,
    pub void_why: Option<VoidReason>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(text: &str) -> Option<Money> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn the_limits_say_which_letters_wait() {
        use DecisionKind::{Partly, Refuse, Satisfy};
        use LetterKind::{FinalPartial, FinalRefusal, FinalSatisfied, Interim};
        let off = ApprovalRules::default();
        assert!(!off.needed(FinalRefusal, &[(Refuse, None)]));
        let all = ApprovalRules {
            required: true,
            ..off
        };
        assert!(all.needed(Interim, &[]));
        let finals = ApprovalRules {
            finals: true,
            ..all.clone()
        };
        assert!(finals.needed(FinalSatisfied, &[(Satisfy, None)]) && !finals.needed(Interim, &[]));
        let refusals = ApprovalRules {
            refusals: true,
            ..all.clone()
        };
        assert!(refusals.needed(FinalPartial, &[(Satisfy, None), (Partly, None)]));
        assert!(!refusals.needed(FinalSatisfied, &[(Satisfy, sum("9999"))]));
        let dear = ApprovalRules {
            above: sum("10000"),
            ..all
        };
        let two = [(Satisfy, sum("6000")), (Satisfy, sum("4000"))];
        assert!(!dear.needed(FinalSatisfied, &two), "exactly the limit");
        let more = [(Satisfy, sum("6000")), (Satisfy, sum("4000.01"))];
        assert!(dear.needed(FinalSatisfied, &more));
    }

    #[test]
    fn a_name_is_compared_as_people_read_it() {
        let rules = ApprovalRules {
            name: "Королёва А. С.".into(),
            ..ApprovalRules::default()
        };
        assert!(rules.is_approver(&Actor::named("королева А.С.")));
        assert!(!rules.is_approver(&Actor::named("Иванов И. И.")));
        assert!(ApprovalRules::default().is_approver(&Actor::named("Кто угодно")));
    }
}
