//! Locking an office with a password.

use crate::answer::{Answers, Outcome};
use crate::arguments::NewPassword;
use crate::places::Invocation;
use office::{Failure, Locking};
use otvet_cli::password;
use serde_json::json;
use std::ops::ControlFlow;
use std::path::Path;

fn on(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn told(folder: &Path, locked: bool, recovery_key: Option<&str>, answers: &mut Answers) -> Outcome {
    let mut answer = json!({ "office": folder, "locked": locked });
    if let Some(key) = recovery_key {
        answer["recovery_key"] = json!(key);
    }
    answers.give(&answer)
}

pub fn lock(invocation: &Invocation, answers: &mut Answers) -> Outcome {
    let folder = invocation.folder();
    let password = invocation.password()?;
    if office::is_locked(&folder)? {
        return Err(Failure::of("has_password").into());
    }
    // Records of an earlier program are brought up to date first.
    drop(invocation.office()?);
    let locking = Locking::new(password).map_err(Failure::from)?;
    office::lock(&folder, &locking, &on)?;
    told(&folder, true, Some(&locking.recovery_key()), answers)
}

pub fn unlock(invocation: &Invocation, answers: &mut Answers) -> Outcome {
    let folder = invocation.folder();
    office::unlock(&folder, &invocation.way_in()?, &on)?;
    told(&folder, false, None, answers)
}

pub fn password(invocation: &Invocation, new: &NewPassword, answers: &mut Answers) -> Outcome {
    let folder = invocation.folder();
    let way_in = invocation.way_in()?;
    let new = match &new.new_password_env {
        Some(name) => password::variable(name)?,
        None => password::line()?,
    };
    office::password_change(&folder, &way_in, &new)?;
    told(&folder, true, None, answers)
}

pub fn recovery_key(invocation: &Invocation, answers: &mut Answers) -> Outcome {
    let folder = invocation.folder();
    let key = office::recovery_key_change(&folder, &invocation.way_in()?)?;
    told(&folder, true, Some(&key), answers)
}
