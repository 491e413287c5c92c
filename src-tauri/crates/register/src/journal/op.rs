//! The sorts of changes there are, each under its word in the journal.

use chrono::{DateTime, FixedOffset};
use complaint::Actor;

macro_rules! ops {
    ($($(#[$doc:meta])* $variant:ident = $word:literal $undo:ident),+ $(,)?) => {
        /// Every sort of change there is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Op { $($(#[$doc])* $variant),+ }

        impl Op {
            /// Every operation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as it stands in the journal.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The operation a word stands for.
            pub fn from_word(word: &str) -> Option<Self> {
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

    /// The state its complaints must be in to undo it; `None` for what is never undone.
    pub(crate) fn undo_needs(self) -> Option<Precondition> {
        match self.undo() {
            Undo::Never => None,
            Undo::Open => Some(Precondition::Open),
            Undo::NotTrashed => Some(Precondition::NotTrashed),
            Undo::Any => Some(Precondition::Any),
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
    /// In any state.
    Any,
}

ops! {
    /// An office was founded.
    OfficeCreate = "office_create" Never,
    /// What the office says of itself was changed.
    ProfileSave = "profile_save" Never,
    /// A complaint was written into the register.
    ComplaintAdd = "complaint_add" Never,
    /// Its fields or its complainant were changed.
    ComplaintEdit = "complaint_edit" Open,
    /// Its receipt was confirmed otherwise than by a letter.
    ComplaintAcknowledge = "complaint_acknowledge" Open,
    /// It was closed.
    ComplaintClose = "complaint_close" NotTrashed,
    /// It was reopened.
    ComplaintReopen = "complaint_reopen" Open,
    /// It was put into the trash.
    ComplaintTrash = "complaint_trash" Any,
    /// It was taken out of the trash.
    ComplaintRestore = "complaint_restore" Any,
    /// A complainant's card was changed.
    PersonEdit = "person_edit" NotTrashed,
    /// A demand was added.
    DemandAdd = "demand_add" Open,
    /// A demand was changed.
    DemandEdit = "demand_edit" Open,
    /// A demand was removed.
    DemandRemove = "demand_remove" Open,
    /// A demand was decided, or its decision withdrawn.
    DemandDecide = "demand_decide" Open,
    /// A diary entry was added.
    DiaryAdd = "diary_add" NotTrashed,
    /// A diary entry was changed.
    DiaryEdit = "diary_edit" NotTrashed,
    /// A diary entry was removed.
    DiaryRemove = "diary_remove" NotTrashed,
    /// A note was added.
    NoteAdd = "note_add" NotTrashed,
    /// A note was changed.
    NoteEdit = "note_edit" NotTrashed,
    /// A note was removed.
    NoteRemove = "note_remove" NotTrashed,
    /// A document was added.
    DocumentAdd = "document_add" NotTrashed,
    /// What is said of a document was changed.
    DocumentEdit = "document_edit" NotTrashed,
    /// A document was put into the trash.
    DocumentTrash = "document_trash" NotTrashed,
    /// A document was taken out of the trash.
    DocumentRestore = "document_restore" NotTrashed,
    /// The trash was emptied.
    TrashEmpty = "trash_empty" Never,
    /// A letter was begun.
    LetterDraftAdd = "letter_draft_add" Open,
    /// A draft was changed.
    LetterDraftSave = "letter_draft_save" Open,
    /// A draft was thrown away.
    LetterDraftDelete = "letter_draft_delete" Open,
    /// A draft was submitted to the head for approval.
    LetterSubmit = "letter_submit" Open,
    /// A submission was taken back.
    LetterRecall = "letter_recall" Open,
    /// A draft was approved.
    LetterApprove = "letter_approve" Open,
    /// A draft was returned with remarks.
    LetterReturn = "letter_return" Open,
    /// An approval became void by a change outside the case.
    LetterVoid = "letter_void" Never,
    /// A letter was issued: numbered, dated and frozen.
    LetterIssue = "letter_issue" Never,
    /// A new draft was begun to replace an issued letter.
    LetterSupersede = "letter_supersede" Open,
    /// An issued letter was sent or handed over.
    LetterSent = "letter_sent" NotTrashed,
    /// Another form of the answer was kept or changed.
    FormSave = "form_save" NotTrashed,
    /// Another form of the answer was removed.
    FormRemove = "form_remove" NotTrashed,
    /// Another form of the answer went out.
    FormUsed = "form_used" NotTrashed,
    /// A dispatch of a letter was written down.
    DispatchAdd = "dispatch_add" NotTrashed,
    /// What is said of a dispatch was changed.
    DispatchEdit = "dispatch_edit" NotTrashed,
    /// A dispatch was taken off the log.
    DispatchRemove = "dispatch_remove" NotTrashed,
    /// A step of a delivery was written down.
    DeliveryAdd = "delivery_add" NotTrashed,
    /// A step of a delivery was taken away.
    DeliveryRemove = "delivery_remove" NotTrashed,
    /// A clock was started.
    ClockAdd = "clock_add" NotTrashed,
    /// What is said of a clock was changed.
    ClockEdit = "clock_edit" NotTrashed,
    /// A clock was taken away.
    ClockRemove = "clock_remove" NotTrashed,
    /// A clock was ended: met, or void.
    ClockEnd = "clock_end" NotTrashed,
    /// A clock that was ended runs again.
    ClockReopen = "clock_reopen" NotTrashed,
    /// A clock was made to stand still.
    ClockPause = "clock_pause" NotTrashed,
    /// A clock that stood still runs on.
    ClockResume = "clock_resume" NotTrashed,
    /// A stretch in which a clock stood still was taken away.
    ClockPauseRemove = "clock_pause_remove" NotTrashed,
    /// A file of the papers of an inspection was made.
    ObstructionMade = "obstruction_made" Never,
    /// A pack that proves an answer was made.
    ProofMade = "proof_made" Never,
    /// The complainant answered a question.
    QuestionAnswered = "question_answered" Open,
    /// A template of the program was kept with the first letter made from it.
    TemplateKeep = "template_keep" Never,
    /// A template was made or got a new version.
    TemplateSave = "template_save" Open,
    /// A template was chosen for new letters, or the program's own again.
    TemplateChoose = "template_choose" Open,
    /// A template was put aside.
    TemplateRetire = "template_retire" Open,
    /// A template that was put aside was taken back.
    TemplateRestore = "template_restore" Open,
    /// The office changed a rule, the calendar or its assumptions.
    NormSave = "norm_save" Open,
    /// What the office had changed of a rule or the calendar was taken away.
    NormReset = "norm_reset" Open,
    /// A form of a name was kept in the place of the program's own.
    NameFormKeep = "name_form_keep" Open,
    /// A kept form of a name was removed.
    NameFormForget = "name_form_forget" Open,
    /// A change was undone, or its undoing.
    Undo = "undo" Any,
}

/// Who makes a change, and when. It stands in the journal beside the change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct By {
    /// Who.
    pub actor: Actor,
    /// When, by the host's clock.
    pub now: DateTime<FixedOffset>,
}
