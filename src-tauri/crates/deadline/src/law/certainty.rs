//! How sure we are of what a rule says.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How sure we are of a rule. None of them is a lawyer's opinion.
///
/// A collection of legal facts marks them P, S, G and M; here they go by words, on the wire and in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Read in a copy of the act itself, the primary source (P).
    Act,
    /// Read in an account of the act, a secondary source (S).
    Secondary,
    /// Named by other public software of the field, the source of which nobody has read (G).
    OtherSoftware,
    /// From memory, not verified, or verified only in part (M).
    Memory,
    /// No rule of law at all: a goal that offices of good manners set themselves.
    OfficeGoal,
}

impl Certainty {
    /// Whether it can be said without a doubt: the act itself says so, or the office set it.
    #[must_use]
    pub fn is_sure(self) -> bool {
        match self {
            Self::Act | Self::OfficeGoal => true,
            Self::Secondary | Self::OtherSoftware | Self::Memory => false,
        }
    }

    /// Whether somebody has compared the rule with the act or with an account of it. A goal of the
    /// office has nothing to be compared with.
    #[must_use]
    pub fn is_verified(self) -> bool {
        match self {
            Self::Act | Self::Secondary | Self::OfficeGoal => true,
            Self::OtherSoftware | Self::Memory => false,
        }
    }

    /// Whether a letter may cite the rule: only what was read in the act or in an account of it.
    #[must_use]
    pub fn is_citable(self) -> bool {
        match self {
            Self::Act | Self::Secondary => true,
            Self::OtherSoftware | Self::Memory | Self::OfficeGoal => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Certainty;

    #[test]
    fn what_nobody_read_in_the_act_is_said_with_a_doubt() {
        let all = [
            Certainty::Act,
            Certainty::Secondary,
            Certainty::OtherSoftware,
            Certainty::Memory,
            Certainty::OfficeGoal,
        ];
        let sure = all.into_iter().filter(|found| found.is_sure());
        assert!(sure.eq([Certainty::Act, Certainty::OfficeGoal]));
    }
}
