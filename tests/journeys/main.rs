//! The office's day through its use cases.

mod answers;
mod approval;
mod asked_wrongly;
mod clocks;
mod copies;
mod counted;
mod day;
mod decisions;
mod drafts;
mod erased;
mod erasing;
mod forms;
mod hostile;
mod letters;
mod locked;
mod mending;
mod norms;
mod of_another_case;
mod one_change;
mod printed_head;
mod refused;
mod registering;
mod retention;
mod secrets;
mod templates;
mod whole_job;
