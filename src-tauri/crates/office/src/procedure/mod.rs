//! The procedure of a case: its way and steps, checklists, and what must not be done before something else was.

pub(crate) mod checklist;
pub(crate) mod gate;
pub(crate) mod lists;
pub(crate) mod own;
pub(crate) mod shipped;
pub(crate) mod steps;
pub(crate) mod values;
pub(crate) mod view;

pub use checklist::{
    checklist_put, checklist_remove, checklist_retire, checklist_save, checklist_versions,
};
pub use own::{procedure_reset, procedure_save, routines};
pub use steps::{documents_seen, procedure_choose, step_add, step_assign, step_mark, step_remove};
pub use values::{
    CaseListView, CaseStepView, ChecklistHead, ChecklistItem, ChecklistOffer, ChecklistPut,
    ChecklistRef, ChecklistRetire, ChecklistSave, ChecklistVersion, DocumentsSeen, InBoth, ListRef,
    ProcedureChoose, ProcedureReset, ProcedureRule, ProcedureSave, ProcedureView, Routines,
    RoutinesChanged, ShutGate, StepAdd, StepAssign, StepChange, StepMark, StepRef, StepSpec,
};
