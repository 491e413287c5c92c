//! The office as a whole: founding, journal, backups.

use crate::answer::{Answers, Outcome, Trouble};
use crate::arguments::{BackupCommand, Journal, OfficeCommand, TrashCommand};
use crate::input;
use crate::locking;
use crate::places::Invocation;
use complaint::{Language, OfficeProfile, Requisites};
use office::{Failure, JournalQuery, Office, OfficeInfo, OwnWord};
use serde_json::{Value, json};
use std::ops::ControlFlow;
use std::path::PathBuf;

pub fn office(invocation: &Invocation, what: &OfficeCommand, answers: &mut Answers) -> Outcome {
    let by = invocation.by();
    match what {
        OfficeCommand::New { requisites } => {
            let profile = profile(&input::json(requisites)?)?;
            let office = Office::create(&invocation.folder(), &by, &profile)?;
            let warnings = office::requisites_check(&profile.requisites);
            answer_info(
                &office::office_info(&office, &by)?,
                Some(json!(warnings)),
                answers,
            )
        }
        OfficeCommand::Info => {
            let office = invocation.office()?;
            answer_info(&office::office_info(&office, &by)?, None, answers)
        }
        OfficeCommand::Clock(_) => {
            let office = invocation.office()?;
            answer_info(&office::clock_trust(&office, &by)?, None, answers)
        }
        OfficeCommand::Words(change) => {
            let office = invocation.office()?;
            let named = |word: &String| OwnWord { word: word.clone() };
            for word in &change.add {
                office::word_add(&office, &by, &named(word))?;
            }
            for word in &change.remove {
                office::word_remove(&office, &by, &named(word))?;
            }
            answers.give(&json!({ "words": office::own_words(&office)? }))
        }
        OfficeCommand::Lock => locking::lock(invocation, answers),
        OfficeCommand::Unlock => locking::unlock(invocation, answers),
        OfficeCommand::Password(new) => locking::password(invocation, new, answers),
        OfficeCommand::RecoveryKey => locking::recovery_key(invocation, answers),
        OfficeCommand::Keyring(what) => locking::keyring(invocation, what.off, answers),
        OfficeCommand::Sample => {
            let office = office::sample_create(&invocation.sample_folder(), by.now)?;
            answer_info(&office::office_info(&office, &by)?, None, answers)
        }
    }
}

/// A profile out of requisites alone, or out of a whole profile.
fn profile(given: &Value) -> Result<OfficeProfile, Failure> {
    let wrong = |error: serde_json::Error| Failure::of("json").with(error);
    if given.get("requisites").is_some() {
        return serde_json::from_value(given.clone()).map_err(wrong);
    }
    let requisites: Requisites = serde_json::from_value(given.clone()).map_err(wrong)?;
    Ok(OfficeProfile {
        name: requisites.name.clone(),
        requisites,
        letterhead: Default::default(),
        numbering: Default::default(),
        language: Language::Ru,
        sample: false,
        usual_regime: complaint::Regime::Goods,
        own_words: Vec::new(),
        approval: Default::default(),
    })
}

fn answered(info: &OfficeInfo) -> Value {
    json!({
        "office": info.folder,
        "profile": info.profile,
        "complaints": info.complaints,
        "safety": info.safety,
        "spelling_lacks": info.spelling_lacks,
    })
}

fn answer_info(info: &OfficeInfo, warnings: Option<Value>, answers: &mut Answers) -> Outcome {
    let mut answer = answered(info);
    if let Some(warnings) = warnings {
        answer["warnings"] = warnings;
    }
    answers.give(&answer)
}

pub fn journal(invocation: &Invocation, what: &Journal, answers: &mut Answers) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    match what {
        Journal::Print {
            from,
            to,
            incoming,
            outgoing,
            out,
        } => {
            drop(office);
            crate::posting::register_book(
                invocation,
                (*from, *to),
                (*incoming, *outgoing),
                out,
                answers,
            )
        }
        Journal::AcceptLoss => answer_info(&office::loss_accept(&office, &by)?, None, answers),
        Journal::Verify => answers.give(&office::journal_verify(&office, &by)?),
        Journal::List {
            complaint,
            before,
            limit,
        } => {
            let complaint = complaint
                .as_deref()
                .map(|name| office::complaint_named(&office, name))
                .transpose()?;
            let query = JournalQuery {
                complaint,
                before: *before,
                limit: *limit,
            };
            answers.each(office::journal_page(&office, &by, query)?)
        }
    }
}

pub fn trash(invocation: &Invocation, what: &TrashCommand, answers: &mut Answers) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    let contents = office::trash_contents(&office, &by)?;
    match what {
        TrashCommand::Show => answers.give(&contents),
        TrashCommand::Empty => answers.give(&office::trash_empty(&office, &by, contents)?),
    }
}

pub fn backup(invocation: &Invocation, what: &BackupCommand, answers: &mut Answers) -> Outcome {
    let on = |_: u64, _: u64| ControlFlow::Continue(());
    match what {
        BackupCommand::Create { to } => {
            let office = invocation.office()?;
            answers.give(&office::backup_create(&office, &invocation.by(), to, &on)?)
        }
        BackupCommand::List => answers.each(office::backup_list(&invocation.office()?)?),
        BackupCommand::Rehearse { from } => {
            let office = invocation.office()?;
            let newest = || {
                let made = office::backup_list(&office)?.into_iter().next();
                let none = || Failure::of("not_found").with("backup");
                Ok::<_, Trouble>(PathBuf::from(made.ok_or_else(none)?.folder))
            };
            let from = from.clone().map_or_else(newest, Ok)?;
            let found = office::backup_rehearse(&office, &invocation.by(), &from, &on)?;
            let mut answer = json!(found);
            answer["folder"] = json!(from);
            answers.give(&answer)
        }
        BackupCommand::Restore { from, to } => {
            let _admitted = invocation.admitted(from)?;
            let restored = office::backup_restore(from, to, &on)?;
            let office = Office::open(to, invocation.now())?;
            let mut answer = answered(&office::office_info(&office, &invocation.by())?);
            answer["restored"] = json!(restored);
            answers.give(&answer)
        }
    }
}
