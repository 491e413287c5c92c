//! Locking an office with a password.

use crate::answer::{Answers, Outcome};
use crate::arguments::NewPassword;
use crate::places::Invocation;
use office::{Failure, Locking, LostDocument, PasswordDeed};
use otvet_cli::password;
use serde_json::json;
use std::ops::ControlFlow;
use std::path::Path;

fn on(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn told(folder: &Path, locked: bool, damaged: &[LostDocument], answers: &mut Answers) -> Outcome {
    let mut answer = json!({ "office": folder, "locked": locked });
    if !damaged.is_empty() {
        answer["damaged"] = json!(damaged);
    }
    answers.give(&answer)
}

fn long_enough(password: &str, field: &'static str) -> Result<(), Failure> {
    if office::is_too_short(password) {
        return Err(Failure::of("password_short").at(field));
    }
    Ok(())
}

pub fn lock(invocation: &Invocation, answers: &mut Answers) -> Outcome {
    let folder = invocation.folder();
    let password = invocation.password()?;
    if office::is_locked(&folder)? {
        return Err(Failure::of("has_password").into());
    }
    long_enough(password, "password")?;
    // Records of an earlier program are brought up to date first.
    drop(invocation.office()?);
    let locking = Locking::new(password).map_err(Failure::from)?;
    // Nothing is locked by a key that nobody was told.
    answers.give(&json!({ "office": folder, "recovery_key": &*locking.recovery_key() }))?;
    answers.finish()?;
    let damaged = office::lock(&folder, &locking, &on)?;
    let plain = office::plain_beside(&folder)?;
    if !plain.is_empty() {
        // They are told of before the office, for that answer comes last.
        answers.give(&json!({ "office": folder, "plain_beside": plain }))?;
    }
    told(&folder, true, &damaged, answers)
}

pub fn unlock(invocation: &Invocation, answers: &mut Answers) -> Outcome {
    let folder = invocation.folder();
    let damaged = office::unlock(&folder, &invocation.way_in()?, &on)?;
    told(&folder, false, &damaged, answers)
}

pub fn password(invocation: &Invocation, new: &NewPassword, answers: &mut Answers) -> Outcome {
    let folder = invocation.folder();
    let way_in = invocation.way_in()?;
    let new = match &new.new_password_env {
        Some(name) => password::variable(name)?,
        None => password::line()?,
    };
    long_enough(&new, "new_password")?;
    office::password_change(&folder, &way_in, &new)?;
    told(&folder, true, &[], answers)
}

pub fn recovery_key(invocation: &Invocation, answers: &mut Answers) -> Outcome {
    let folder = invocation.folder();
    let key = office::recovery_key_change(&folder, &invocation.way_in()?)?;
    answers.give(&json!({ "office": folder, "locked": true, "recovery_key": key }))
}

/// The keyring itself is the window's; what lies beside the records, without which its secret opens nothing, is anybody's
/// who has the password.
pub fn keyring(invocation: &Invocation, off: bool, answers: &mut Answers) -> Outcome {
    let folder = invocation.folder();
    let office = invocation.office()?;
    let opens = office::keyring_id(&folder)?.is_some();
    if off {
        // One that can't be read is none, and goes as well.
        office::keyring_forget(&folder)?;
        if opens {
            office::password_deed_note(&office, &invocation.by(), PasswordDeed::KeyringOff)?;
        }
    }
    answers.give(
        &json!({ "office": folder, "locked": office.has_password(), "keyring": opens && !off }),
    )
}
