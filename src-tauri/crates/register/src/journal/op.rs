//! The sorts of changes there are, each under its word in the journal.

use chrono::{DateTime, FixedOffset};
use complaint::Actor;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! undo_words {
    (Never) => {
        "never undone."
    };
    (Open) => {
        "undone while the case is open."
    };
    (NotTrashed) => {
        "undone on a closed case too."
    };
    (Any) => {
        "undone in any state of the case."
    };
}

macro_rules! ops {
    ($($(#[$doc:meta])* $variant:ident = $word:literal $undo:ident),+ $(,)?) => {
        /// What a user did: every change is named by one of these, whatever steps
        /// it takes. A step that another change takes says its own word in the
        /// journal's row of that change, under `steps`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum Op { $(
            $(#[$doc])*
            #[doc = concat!("`", $word, "`; ", undo_words!($undo))]
            $variant
        ),+ }

        impl Op {
            /// In the order of the list, which has no meaning.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its name as it stands in the journal.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The operation of this name, if there is one.
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }

            fn undo(self) -> Undo {
                match self { $(Self::$variant => Undo::$undo),+ }
            }
        }
    };
}

/// Whether a change can be undone, and in which state of its complaint: those
/// that a closed case takes can be undone on a closed case.
enum Undo {
    Never,
    Open,
    NotTrashed,
    Any,
}

impl Op {
    /// Whether it can be undone.
    pub fn is_reversible(self) -> bool {
        self.undo_needs().is_some()
    }

    /// Whether it takes records away for good.
    pub(crate) fn erases(self) -> bool {
        matches!(
            self,
            Self::TrashEmpty | Self::RetentionErase | Self::PersonErase
        )
    }

    /// The state its complaints must be in to undo it; `None` for what is never undone.
    pub(crate) fn undo_needs(self) -> Option<Precondition> {
        match self.undo() {
            Undo::Never => None,
            Undo::Open => Some(Precondition::Open),
            Undo::NotTrashed => Some(Precondition::NotTrashed),
            Undo::Any => Some(Precondition::Any),
        }
    }

    /// Whether somebody else relies on it by then: it says what came in, what left the office or came back, where a case stands,
    /// what is paid or done, what the head was asked or said. Undoing it is asked about by name, for a key is
    /// pressed in passing.
    pub fn is_weighty(self) -> bool {
        match self {
            Self::ComplaintAdd
            | Self::DocumentAdd
            | Self::ComplaintAcknowledge
            | Self::ComplaintClose
            | Self::ComplaintReopen
            | Self::ComplaintTrash
            | Self::ComplaintRestore
            | Self::TrashEmpty
            | Self::RetentionErase
            | Self::PersonErase
            | Self::ErasureUndoneKeep
            | Self::HoldPlace
            | Self::HoldEdit
            | Self::HoldLift
            | Self::LetterSubmit
            | Self::LetterRecall
            | Self::LetterApprove
            | Self::LetterReturn
            | Self::LetterVoid
            | Self::LetterIssue
            | Self::LetterSupersede
            | Self::LetterSent
            | Self::FormUsed
            | Self::DispatchAdd
            | Self::DispatchEdit
            | Self::DispatchRemove
            | Self::DeliveryAdd
            | Self::DeliveryRemove
            | Self::ClockEnd
            | Self::ClockReopen
            | Self::QuestionAnswered => true,
            Self::OfficeCreate
            | Self::LossAccept
            | Self::ClockTrust
            | Self::PasswordSet
            | Self::PasswordChange
            | Self::PasswordRemove
            | Self::RecoveryKeyUsed
            | Self::RecoveryKeyRenew
            | Self::KeyringOn
            | Self::KeyringOff
            | Self::KeyringUsed
            | Self::ProfileSave
            | Self::OwnWordsChange
            | Self::ComplaintEdit
            | Self::PersonEdit
            | Self::DemandAdd
            | Self::DemandEdit
            | Self::DemandRemove
            | Self::DemandDecide
            | Self::AllegationAdd
            | Self::AllegationEdit
            | Self::AllegationRemove
            | Self::AllegationsOrder
            | Self::AllegationSplit
            | Self::AllegationsJoin
            | Self::DiaryAdd
            | Self::DiaryEdit
            | Self::DiaryRemove
            | Self::NoteAdd
            | Self::NoteEdit
            | Self::NoteRemove
            | Self::DocumentEdit
            | Self::DocumentTrash
            | Self::DocumentRestore
            | Self::DocumentsMend
            | Self::LetterDraftAdd
            | Self::LetterDraftSave
            | Self::LetterDraftDelete
            | Self::FormSave
            | Self::FormRemove
            | Self::ClockAdd
            | Self::ClockEdit
            | Self::ClockRemove
            | Self::ClockPause
            | Self::ClockResume
            | Self::ClockPauseRemove
            | Self::ObstructionMade
            | Self::ProofMade
            | Self::RegimeKeep
            | Self::TemplateKeep
            | Self::TemplateSave
            | Self::TemplateChoose
            | Self::TemplateRetire
            | Self::TemplateRestore
            | Self::NormSave
            | Self::NormReset
            | Self::NameFormKeep
            | Self::NameFormForget
            | Self::BranchChoose
            | Self::StepDone
            | Self::StepSkip
            | Self::StepReopen
            | Self::StepAssign
            | Self::StepAdd
            | Self::StepRemove
            | Self::ChecklistPut
            | Self::ChecklistRemove
            | Self::DocumentSeen
            | Self::ProcedureSave
            | Self::ProcedureReset
            | Self::ChecklistSave
            | Self::ChecklistRetire
            | Self::ChecklistRestore
            | Self::Undo => false,
        }
    }
}

/// The state a complaint must be in for a step, looked at before the step
/// writes anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Precondition {
    /// Neither closed nor in the trash.
    Open,
    /// Not in the trash; it may be closed.
    NotTrashed,
    Any,
}

ops! {
    /// The first row of every journal.
    OfficeCreate = "office_create" Never,
    /// Rows were lost, and the records are taken as they are.
    LossAccept = "loss_accept" Never,
    /// The computer's clock is gone by, though records are newer.
    ClockTrust = "clock_trust" Never,
    /// The records were locked with a password.
    PasswordSet = "password_set" Never,
    PasswordChange = "password_change" Never,
    /// The records lie open again.
    PasswordRemove = "password_remove" Never,
    /// The locked records were opened with the recovery key.
    RecoveryKeyUsed = "recovery_key_used" Never,
    /// They have another recovery key.
    RecoveryKeyRenew = "recovery_key_renew" Never,
    /// The account on the computer may open the locked records from now on.
    KeyringOn = "keyring_on" Never,
    KeyringOff = "keyring_off" Never,
    KeyringUsed = "keyring_used" Never,
    ProfileSave = "profile_save" Never,
    OwnWordsChange = "own_words_change" Never,
    /// A number was given.
    ComplaintAdd = "complaint_add" Never,
    /// The card of its complainant too, where the same Save changed it.
    ComplaintEdit = "complaint_edit" Open,
    /// The receipt was confirmed otherwise than by a letter.
    ComplaintAcknowledge = "complaint_acknowledge" Open,
    ComplaintClose = "complaint_close" NotTrashed,
    ComplaintReopen = "complaint_reopen" Open,
    ComplaintTrash = "complaint_trash" Any,
    ComplaintRestore = "complaint_restore" Any,
    PersonEdit = "person_edit" NotTrashed,
    DemandAdd = "demand_add" Open,
    DemandEdit = "demand_edit" Open,
    DemandRemove = "demand_remove" Open,
    /// Decided, or the decision withdrawn.
    DemandDecide = "demand_decide" Open,
    /// Points of the complaint were written down, taken from its text or added.
    AllegationAdd = "allegation_add" Open,
    /// A point or what was established of it.
    AllegationEdit = "allegation_edit" Open,
    AllegationRemove = "allegation_remove" Open,
    AllegationsOrder = "allegations_order" Open,
    AllegationSplit = "allegation_split" Open,
    AllegationsJoin = "allegations_join" Open,
    DiaryAdd = "diary_add" NotTrashed,
    DiaryEdit = "diary_edit" NotTrashed,
    DiaryRemove = "diary_remove" NotTrashed,
    NoteAdd = "note_add" NotTrashed,
    NoteEdit = "note_edit" NotTrashed,
    NoteRemove = "note_remove" NotTrashed,
    DocumentAdd = "document_add" NotTrashed,
    DocumentEdit = "document_edit" NotTrashed,
    DocumentTrash = "document_trash" NotTrashed,
    DocumentRestore = "document_restore" NotTrashed,
    /// What it erased is erased from the journal's before and after too.
    TrashEmpty = "trash_empty" Never,
    /// What is due by its term went for good, and what lay in the trash long enough.
    RetentionErase = "retention_erase" Never,
    /// What was kept of one person went for good.
    PersonErase = "person_erase" Never,
    /// What was erased and came back with a copy stays.
    ErasureUndoneKeep = "erasure_undone_keep" Never,
    /// An order that a case be kept was written down.
    HoldPlace = "hold_place" Any,
    HoldEdit = "hold_edit" Any,
    HoldLift = "hold_lift" Any,
    /// Documents or letters that were missing or altered were taken back from a backup.
    DocumentsMend = "documents_mend" Never,
    LetterDraftAdd = "letter_draft_add" Open,
    LetterDraftSave = "letter_draft_save" Open,
    LetterDraftDelete = "letter_draft_delete" Open,
    LetterSubmit = "letter_submit" Open,
    LetterRecall = "letter_recall" Open,
    LetterApprove = "letter_approve" Open,
    LetterReturn = "letter_return" Open,
    /// An approval lost its ground outside the case.
    LetterVoid = "letter_void" Never,
    /// Numbered, dated and frozen.
    LetterIssue = "letter_issue" Never,
    /// A draft that will replace an issued letter.
    LetterSupersede = "letter_supersede" Open,
    /// The first dispatch of a letter.
    LetterSent = "letter_sent" NotTrashed,
    /// A form of the answer besides the letter, new or changed.
    FormSave = "form_save" NotTrashed,
    FormRemove = "form_remove" NotTrashed,
    /// A form went out; it stands in the diary too.
    FormUsed = "form_used" NotTrashed,
    DispatchAdd = "dispatch_add" NotTrashed,
    DispatchEdit = "dispatch_edit" NotTrashed,
    DispatchRemove = "dispatch_remove" NotTrashed,
    DeliveryAdd = "delivery_add" NotTrashed,
    DeliveryRemove = "delivery_remove" NotTrashed,
    ClockAdd = "clock_add" NotTrashed,
    ClockEdit = "clock_edit" NotTrashed,
    ClockRemove = "clock_remove" NotTrashed,
    /// A clock ended: met, or void.
    ClockEnd = "clock_end" NotTrashed,
    ClockReopen = "clock_reopen" NotTrashed,
    ClockPause = "clock_pause" NotTrashed,
    ClockResume = "clock_resume" NotTrashed,
    ClockPauseRemove = "clock_pause_remove" NotTrashed,
    /// The papers of an inspection that was hindered, in one file.
    ObstructionMade = "obstruction_made" Never,
    /// The pack that proves an answer.
    ProofMade = "proof_made" Never,
    /// The rules of a case were asked about and left as they are.
    RegimeKeep = "regime_keep" Never,
    QuestionAnswered = "question_answered" Open,
    /// A template of the program's own, kept as a step of the first letter made from it.
    TemplateKeep = "template_keep" Never,
    TemplateSave = "template_save" Open,
    TemplateChoose = "template_choose" Open,
    TemplateRetire = "template_retire" Open,
    TemplateRestore = "template_restore" Open,
    /// Rules, the calendar or assumptions, with the terms that moved.
    NormSave = "norm_save" Open,
    /// What ships stands again, with the terms that moved.
    NormReset = "norm_reset" Open,
    NameFormKeep = "name_form_keep" Open,
    NameFormForget = "name_form_forget" Open,
    /// The way a case goes was chosen, or left to what is proposed.
    BranchChoose = "branch_choose" NotTrashed,
    StepDone = "step_done" NotTrashed,
    /// A step was passed over, for a reason.
    StepSkip = "step_skip" NotTrashed,
    StepReopen = "step_reopen" NotTrashed,
    StepAssign = "step_assign" NotTrashed,
    /// A step that the procedure does not have.
    StepAdd = "step_add" NotTrashed,
    StepRemove = "step_remove" NotTrashed,
    /// A checklist of the office was put on a case.
    ChecklistPut = "checklist_put" NotTrashed,
    ChecklistRemove = "checklist_remove" NotTrashed,
    /// Somebody looked at documents of a case.
    DocumentSeen = "document_seen" NotTrashed,
    /// The office's own wording and days of a procedure.
    ProcedureSave = "procedure_save" Open,
    /// The program's own procedure stands again.
    ProcedureReset = "procedure_reset" Open,
    ChecklistSave = "checklist_save" Open,
    ChecklistRetire = "checklist_retire" Open,
    ChecklistRestore = "checklist_restore" Open,
    /// Of a change, or of its undoing.
    Undo = "undo" Any,
}

/// Who makes a change, and when. It stands in the journal beside the change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct By {
    /// The name that the journal shows.
    pub actor: Actor,
    /// When, by the host's clock.
    pub now: DateTime<FixedOffset>,
}

#[cfg(test)]
mod tests {
    use super::Op;

    #[test]
    fn an_operation_has_one_word_in_the_journal_and_in_json() {
        for &op in Op::ALL {
            assert_eq!(serde_json::to_value(op).unwrap(), op.as_str());
            assert_eq!(Op::parse(op.as_str()), Some(op));
        }
    }
}
