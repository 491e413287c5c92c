//! A case: taken in, changed, decided, closed, found again.

pub(crate) mod card;
pub(crate) mod checking;
pub(crate) mod closing;
pub(crate) mod decision;
pub(crate) mod demand;
pub(crate) mod diary;
pub(crate) mod doubt;
pub(crate) mod edit;
pub(crate) mod enclosing;
pub(crate) mod list;
pub(crate) mod mail;
pub(crate) mod registration;
pub(crate) mod values;

pub use card::complaint_card;
pub use checking::{ComplaintChecked, complaint_check};
pub use closing::{
    complaint_acknowledge, complaint_close, complaint_reopen, complaint_restore, complaint_trash,
    question_answered, regime_keep, undo,
};
pub use decision::{DecisionCheck, DecisionOddity, DecisionWarning, decide, decision_check};
pub use demand::{demand_remove, demand_save};
pub use diary::{diary_remove, diary_save, note_remove, note_save};
pub(crate) use doubt::is_business;
pub use doubt::{RegimeDoubt, RegimeQuestion};
pub use edit::complaint_edit;
pub use enclosing::complaint_add_with;
pub use list::{
    DuplicateQuestion, PageQuery, SOON_DAYS, SearchQuery, complaint_named, complaints_after,
    duplicates, register_page, search, today,
};
pub use mail::{
    AttachmentOffer, MailProposal, MailReading, PastedText, Receipt, ReceiptBy, mail_propose,
    mail_propose_as, mail_take, mail_take_with, text_read,
};
pub use registration::complaint_add;
pub use values::{
    Added, Card, CloseCase, ComplaintEdit, ComplaintRef, ComplaintTrash, Decide, DemandRef,
    DemandSave, DemandView, DiaryRef, DiarySave, NewComplaint, NewDemand, NoteRef, NoteSave,
    Reliance, ReliedOn, Undo, UndoOffer,
};
