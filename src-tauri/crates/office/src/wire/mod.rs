//! The values that use cases take and give, as every host and the screens see
//! them: JSON in snake case, ids as strings, sums as strings with two
//! decimals, times in RFC 3339, days in ISO 8601. Each stands beside its use case.

pub use crate::{
    Added, ApprovalView, AttachmentOffer, BackupMade, CalendarFile, Card, ClockCounted,
    ClockEnding, ClockPauseRef, ClockQuestion, ClockRef, ClockResume, ClockSave, ClockStep,
    ClockStop, ClockValues, ClockView, CloseCase, ComplaintEdit, ComplaintRef, DaysOff,
    DaysQuestion, Decide, DeliveryFact, DeliveryRef, DeliverySave, DemandClocks, DemandRef,
    DemandSave, DemandView, DiaryRef, DiarySave, DispatchFact, DispatchRef, DispatchSave,
    DispatchValues, DispatchView, DocumentEdit, DocumentRef, DraftKey, DraftPut, DuplicateQuestion,
    FormCard, FormCheck, FormChecked, FormDraft, FormRef, FormSave, FormUse, FormUsed,
    FormsCompose, ImportFate, InspectionMake, InspectionPaper, InspectionStep, InspectionView,
    InterimAdvice, InterimQuestion, JournalQuery, JournalRow, KeptNameForm, LastCall, LatePromise,
    LetterApprove, LetterCard, LetterChoices, LetterChoicesSave, LetterDraft, LetterIssue,
    LetterRef, LetterReturn, LetterSent, LetterSubmit, LetterTaken, LetterTemplate,
    LetterTemplateChange, LetterTextSave, LetterheadTry, MailProposal, MovedDate, NameFormRef,
    NameForms, NewComplaint, NewDemand, NormChange, NormFault, NormPreview, NormUndo, NormsChanged,
    NormsView, NoteRef, NoteSave, OfficeInfo, PageQuery, PageQuestion, Paper, PaperShown,
    PastedText, PersonHit, PersonQuestion, PostingCard, Preview, PriceQuestion, PriceView,
    ProofMake, ProofQuestion, ProofReport, ReadingsQuestion, RecipientQuestion, RegimeNorms,
    RegimeRef, RequisiteWarning, RuleRef, RuleView, RunningClock, Safety, SearchQuery, StepState,
    StepWhat, TemplateCard, TemplateExport, TemplateFaults, TemplateFileCheck, TemplateHead,
    TemplateImport, TemplateImportItem, TemplateImportPlan, TemplateOffer, TemplatePreview,
    TemplateRef, TemplateRetire, TemplateSave, TemplateShelf, TemplateTry, TemplateUndo,
    TemplateVersionHead, TemplateVersionRef, TemplatesChanged, TrackingCheck, TrackingQuestion,
    Undo, UndoOffer, Verification, WayView, YearView,
};
pub use deadline::Usual;
pub use letter::{Reading, Recipient, StandaloneTemplate, TemplateWords};
