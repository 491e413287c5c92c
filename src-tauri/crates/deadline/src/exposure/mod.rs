//! Exposure: what each answer to a demand may cost, as lawyers estimate it before they advise.

mod court;
mod dispute;
mod estimate;
mod figure;
mod lateness;

pub use dispute::{ContractPenalty, CourtAssumptions, Dispute};
pub use estimate::{Exposure, ExposurePoint, Scenario, estimate};
pub use figure::{ExposureFigure, HeadOfLoss};
