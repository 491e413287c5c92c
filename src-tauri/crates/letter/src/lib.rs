//! What a letter says: kinds, templates, fields, composing from a case,
//! checking the wording, and handing the text to the typesetter.
//!
//! No input or output, no clock: the day a letter is written comes in with the
//! case, the time of setting with the frame.
//!
//! The way of a letter: [`compose`] writes it from a [`CaseForLetter`], the
//! user edits the [`LetterText`], [`recompose`] follows a changed case without
//! touching the user's words, [`unresolved`] and [`check`] say what keeps it
//! from being issued, [`document`] makes what `press` sets.

mod approval;
mod case;
mod check;
mod compose;
mod document;
mod facts;
mod forms;
mod mail;
mod names;
mod papers;
mod proof;
mod readings;
mod requisites;
mod shipped;
mod template;
mod text;
mod words;

#[cfg(test)]
extern crate self as letter;

#[cfg(test)]
#[path = "../tests/cases/mod.rs"]
mod cases;

pub use approval::{Difference, DifferingPart, approval_line, differences};
pub use case::{
    Absence, Act, AllegationForLetter, CaseForLetter, Claim, ClaimAgainst, Correction, DataAnswer,
    DemandForLetter, EarlierLetter, EnclosureChoice, Exhibit, Inquiry, Inspection,
    InspectionPurpose, OwnNameForm, Particulars, Person, Recipient, Settlement, StatementBy,
    StatementForm, Term, TermBy, WriterWords,
};
pub use check::{
    Finding, Group, Severity, SpellingLack, check, check_spelling, check_text, outdated,
    spelling_lacks, unread_grounds,
};
pub use compose::{
    Change, ChangeKind, Recomposed, behind, compose, compose_from, recompose, recompose_from,
    settle_block, take_over,
};
pub use document::{
    CaseReference, Frame, Images, canonical, document, file_name, fingerprint, plain_text,
};
pub use facts::vocabulary::condition::ConditionValues;
pub use facts::vocabulary::field::{FieldGroup, is_day};
pub use facts::vocabulary::offered::{ConditionWord, FieldWord, TemplateWords, template_words};
pub use forms::{Form, FormLength, FormPart, LetterBeside, check_form, compose_form, left_names};
pub use mail::{MailDraft, mail_draft};
pub use names::addressee::{NameInFull, addressee, named_in_full};
pub use names::salutation::salutation;
pub use papers::*;
pub use proof::{ProofDispatch, ProofFacts, ProofFinding, contradicts, proof_check};
pub use readings::{Presence, Reader, Reading, ReadingPoint, readings};
pub use requisites::requisite_faults;
pub use template::{
    BlockShape, BlockTemplate, DemandScope, DemandScopes, FaultCode, KindLabel, KindLabels,
    KindWords, LONGEST_TEMPLATE_NAME, MOST_BYTES, Piece, StandaloneTemplate, Template,
    TemplateFault, TemplatePart, TemplateText, Variant, Weight, example_case, faults, kind_labels,
    read_templates, shipped, shipped_standalone, used_blocks, write_templates,
};
pub use text::{
    Block, Composed, ComposedBlock, Content, EnclosureLine, LetterText, Line, Lock, Signer, Span,
    Unresolved, unresolved,
};
pub use words::citation::cited;
pub use words::figures::date;
pub use words::named_dates::{leading_day, lone_day};
