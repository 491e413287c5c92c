//! Letters: composed, checked, set, read back.
//!
//! One program for all of them: linking is what tests cost most.

mod agreement;
mod aloud;
mod archive;
mod blind;
mod cases;
mod checking;
mod docx;
mod established;
mod exhibits;
mod facts;
mod forms;
mod grave;
mod labelled;
mod letters;
mod papers;
mod phrasing;
mod printing;
mod proving;
mod public;
mod readings;
mod recomposing;
mod spelling;
mod struck;
mod templates;
mod worst;
