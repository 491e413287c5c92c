//! What is done in the office: one function per use case, joining the rooms
//! below. Hosts (the window and the command line) call these and nothing else.
//!
//! Every use case takes the open [`Office`], says who does it and when
//! ([`By`]), takes one value and gives one value of [`wire`]. None of them
//! reads a clock, the environment or a locale.

mod approval;
mod calendar_file;
mod case;
mod citation;
mod clock_changes;
mod clocks;
mod complaints;
mod documents;
mod drafts;
mod error;
mod exhibits;
mod facts;
mod forms;
mod inspection;
mod interim;
mod letterhead;
mod letters;
mod lookup;
mod mail;
mod measure;
mod names;
mod norms;
mod open;
mod papers;
mod particulars;
mod posting;
mod preview;
mod prices;
mod proof;
mod readings;
mod records;
pub mod reference;
mod requisites;
mod rules;
mod running;
mod sample;
mod seed;
mod sheets;
mod summary;
mod template_files;
mod template_try;
mod templates;
pub mod wire;
mod word;

pub use approval::{Unapproved, letter_approve, letter_recall, letter_return, letter_submit};
pub use calendar_file::{calendar_file, last_call};
pub use case::*;
pub use clock_changes::*;
pub use clocks::clocks;
pub use complaints::*;
pub use documents::*;
pub use drafts::*;
pub use error::{Failure, FieldProblem, OfficeError, Result};
pub use forms::*;
pub use inspection::{inspection_made, inspection_make, inspection_papers};
pub use interim::interim_check;
pub use letterhead::letterhead_picture;
pub use letters::*;
pub use lookup::*;
pub use mail::*;
pub use measure::*;
pub use names::{name_form_forget, name_forms, name_forms_kept, name_forms_known};
pub use open::{Office, office_info, profile_save};
pub use papers::{paper_make, paper_preview};
pub use particulars::recipients;
pub use posting::*;
pub use preview::{
    image_bytes, image_store, letter_page, letter_preview, letter_preview_pdf, setting_alone,
};
pub use prices::answer_prices;
pub use proof::{ProofFile, proof_check, proof_make};
pub use readings::letter_readings;
pub use records::*;
pub use register::By;
pub use requisites::requisites_check;
pub use rules::{
    calendar_text, days_off, law_pack_text, norm_apply, norm_preview, norm_undo, norms,
};
pub use running::case_clocks;
pub use sample::sample_create;
pub use seed::seed;
pub use template_files::*;
pub use template_try::*;
pub use templates::*;
pub use word::letter_docx;
