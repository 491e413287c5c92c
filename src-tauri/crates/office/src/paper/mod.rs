//! Papers around a letter and around a case.

pub(crate) mod book;
pub(crate) mod inspection;
pub(crate) mod laid_in;
pub(crate) mod papers;
pub(crate) mod proof;
pub(crate) mod proof_cover;
pub(crate) mod proof_facts;
pub(crate) mod values;

pub use inspection::{inspection_made, inspection_make, inspection_papers};
pub use papers::{paper_make, paper_preview};
pub use proof::{ProofFile, proof_check, proof_make};
pub use values::{
    InspectionMake, InspectionPaper, InspectionStep, InspectionView, Paper, PaperShown, ProofMake,
    ProofQuestion, ProofReport, StepState, StepWhat,
};
