//! What a letter is written from: the case, and what its writer says besides.

mod known;
mod particulars;
mod writer_words;

pub use known::{
    AllegationForLetter, CaseForLetter, DemandForLetter, EarlierLetter, EnclosureChoice, Exhibit,
    OwnNameForm, is_of_point,
};
pub use particulars::{
    Absence, Act, Claim, ClaimAgainst, Correction, DataAnswer, Inquiry, Inspection,
    InspectionPurpose, Particulars, Person, Recipient, Settlement, StatementBy, StatementForm,
    Term, TermBy,
};
pub use writer_words::WriterWords;
