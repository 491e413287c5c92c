//! What the cross-check finds.

use crate::check::Severity;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One thing that does not agree, or is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProofFinding {
    /// The rule's id: «address.envelope».
    pub rule: String,
    /// How much it weighs; `must` is a contradiction, and the pack then needs
    /// a written reason.
    pub severity: Severity,
    /// One sentence for the Russian screens and the cover.
    pub message_ru: String,
    /// One sentence for the English screens and the cover.
    pub message_en: String,
    /// What cures it, in Russian: a defect is cured, as lawyers say.
    pub cure_ru: String,
    pub cure_en: String,
}

/// A finding with its cure.
pub fn finding(
    rule: &str,
    severity: Severity,
    message_ru: impl Into<String>,
    message_en: impl Into<String>,
    cure_ru: &str,
    cure_en: &str,
) -> ProofFinding {
    ProofFinding {
        rule: rule.to_owned(),
        severity,
        message_ru: message_ru.into(),
        message_en: message_en.into(),
        cure_ru: cure_ru.to_owned(),
        cure_en: cure_en.to_owned(),
    }
}
