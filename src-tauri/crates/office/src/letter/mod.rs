//! Letters: composed, checked, approved, set, issued.

pub(crate) mod approval;
pub(crate) mod approved;
pub(crate) mod behind;
pub(crate) mod card;
pub(crate) mod choices;
pub(crate) mod composing;
pub(crate) mod content;
pub(crate) mod copies;
pub(crate) mod draft;
pub(crate) mod exhibits;
pub(crate) mod facts;
pub(crate) mod field;
pub(crate) mod fingerprint;
pub(crate) mod forwarding;
pub(crate) mod frame;
pub(crate) mod gaps;
pub(crate) mod issue;
pub(crate) mod preview;
pub(crate) mod previews;
pub(crate) mod readings;
pub(crate) mod settling;
pub(crate) mod summary;
pub(crate) mod template;
pub(crate) mod values;

pub use approval::{letter_approve, letter_recall, letter_return, letter_submit};
pub use card::{letter_card, letter_named};
pub use choices::recipients;
pub use copies::{letter_docx, letter_mail, letter_pdf};
pub use draft::{
    letter_choices_save, letter_delete, letter_draft, letter_draft_choosing, letter_refresh,
    letter_supersede, letter_text_save,
};
pub use exhibits::PICTURE_TYPES;
pub use field::{DayInLetter, FieldFilling, FieldQuestion, letter_day, letter_field};
pub use issue::{letter_issue, letter_sent};
pub use preview::{letter_page, letter_preview, letter_preview_pdf, pages_drawn};
pub use readings::{case_text_check, letter_readings};
pub use settling::letter_paragraph_settle;
pub use template::{letter_template, template_preview};
pub use values::{
    ApprovalView, LetterApprove, LetterCard, LetterChoices, LetterChoicesSave, LetterDraft,
    LetterIssue, LetterParagraphSettle, LetterRef, LetterReturn, LetterSent, LetterSubmit,
    LetterTaken, LetterTemplateChange, LetterTextSave, PageQuestion, Preview, ReadingsQuestion,
    RecipientQuestion, TemplatePreview, TemplateTry,
};
