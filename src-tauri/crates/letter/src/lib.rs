//! What a letter says: kinds, templates, fields, composing from a case,
//! checking the wording, and handing the text to the typesetter.
//!
//! No input or output, no clock: the day a letter is written comes in with the
//! case, the time of setting with the frame.
//!
//! The way of a letter: [`compose`] writes it from a [`CaseForLetter`], the
//! user edits the [`LetterText`], [`refresh`] follows a changed case without
//! touching the user's words, [`unresolved`] and [`check`] say what keeps it
//! from being issued, [`document`] makes what `press` sets.

mod approved;
mod case;
mod check;
mod compose;
mod dates;
mod document;
mod exhibits;
mod facts;
mod fingerprint;
mod forms;
mod kind_facts;
mod made;
mod mail;
mod names;
mod papers;
mod particulars;
mod phrases;
mod plain;
mod proof;
mod readings;
mod refresh;
mod requisites;
mod shapes;
mod sums;
mod template;
mod text;
mod vocabulary;
mod words;

pub use approved::{Difference, approval_line, differences};
pub use case::{CaseForLetter, DemandForLetter, EarlierLetter, EnclosureChoice, Exhibit, KeptName};
pub use check::{Finding, Group, Severity, check, check_plain};
pub use compose::{compose, compose_from};
pub use document::{CaseReference, Frame, Images, document, file_name};
pub use fingerprint::{canonical, fingerprint};
pub use forms::{Form, FormLength, FormPart, LetterBeside, check_form, compose_form};
pub use made::{Made, MadeBlock};
pub use mail::{MailDraft, mail_draft};
pub use names::{addressee, salutation};
pub use papers::*;
pub use particulars::{
    Absence, Act, Claim, ClaimAgainst, DataAnswer, Inquiry, Inspection, InspectionPurpose, Mending,
    Particulars, Person, Recipient, Settlement, StatementBy, StatementForm, Term, TermBy,
};
pub use plain::plain_text;
pub use proof::{ProofDispatch, ProofFacts, ProofFinding, contradicts, proof_check};
pub use readings::{Reader, Reading, ReadingPoint, Seen, readings};
pub use refresh::{Change, ChangeKind, Refreshed, adopt, refresh, refresh_from};
pub use requisites::requisite_faults;
pub use template::{
    BlockTemplate, FaultCode, MOST_BYTES, Piece, Shape, Sheet, Template, TemplateFault,
    TemplatePart, TemplateText, Variant, Weight, example_case, faults, print_sheets, read_sheets,
    shipped, shipped_sheet, used_blocks,
};
pub use text::{
    Block, Content, EnclosureLine, LetterText, Line, Lock, Signer, Span, Unresolved, unresolved,
};
pub use vocabulary::{
    ConditionValues, ConditionWord, FieldGroup, FieldWord, TemplateWords, template_words,
};
