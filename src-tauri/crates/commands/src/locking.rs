//! The password of the office: shutting it, opening it again, setting,
//! changing and taking the password off.

use crate::failure::Refusal;
use crate::host::Host;
use crate::keyring::forget_secret;
use crate::program::{Prepared, Program, ProgramState, Progress};
use office::{
    Locking, LostDocument, Office, OfficeError, OfficeInfo, PasswordAdvice, PasswordDeed,
    PasswordTry, RecoveryRenewal, WayIn,
};
use serde::{Deserialize, Serialize};
use std::cell::Cell;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};
use ts_rs::TS;
use uuid::Uuid;

/// Opens the office used last: with its password, or its recovery key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OfficeUnlock {
    #[serde(default)]
    pub password: Option<String>,
    #[serde(default)]
    pub recovery_key: Option<String>,
}

/// Gives the password of a copy, or the recovery key of its office: those of the day it was made.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopyUnlock {
    /// Names the copy, as the list of copies does.
    pub copy: Uuid,
    #[serde(default)]
    pub password: Option<String>,
    #[serde(default)]
    pub recovery_key: Option<String>,
}

/// The recovery key, which is shown and printed and kept nowhere.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecoveryKeyShown {
    pub recovery_key: String,
}

/// Locks the office with the password that was prepared, or takes the recovery key that was.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PasswordSet {
    /// Typed from the paper, which shows that it was noted.
    pub recovery_key: String,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PasswordChange {
    #[serde(default)]
    pub password: Option<String>,
    /// In place of a password that was lost.
    #[serde(default)]
    pub recovery_key: Option<String>,
    pub new_password: String,
}

/// The office once its password was set or taken off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PasswordDone {
    pub office: Box<OfficeInfo>,
    /// Documents that were damaged before, and are still.
    pub damaged: Vec<LostDocument>,
    /// Folders beside the locked office that hold its records in plain text, for showing only.
    pub plain_beside: Vec<String>,
}

/// Takes the password off.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PasswordRemove {
    pub password: String,
}

/// The shortest time between two reports of progress.
const INTERVAL: Duration = Duration::from_millis(100);

fn way_in(password: Option<&str>, recovery_key: Option<&str>) -> Result<WayIn, Refusal> {
    let way_in = match (password, recovery_key) {
        (_, Some(key)) => WayIn::recovery_key(key),
        (password, None) => WayIn::password(password.unwrap_or_default()),
    };
    Ok(way_in.map_err(OfficeError::from)?)
}

pub fn office_unlock(
    program: &Program,
    host: &dyn Host,
    input: OfficeUnlock,
) -> Result<OfficeInfo, Refusal> {
    let folder = program.last_folder()?;
    let way_in = way_in(input.password.as_deref(), input.recovery_key.as_deref())?;
    let _admitted = program.guarded(|| Office::admit(&folder, &way_in))?;
    let office = program.open_office(host, &folder)?;
    if input.recovery_key.is_some() {
        program.note(host, &office, PasswordDeed::Recovered);
    }
    Ok(office::office_info(&office, &program.by(host))?)
}

/// Lets a locked copy be looked at and restored until the records are shut.
pub fn copy_unlock(program: &Program, _host: &dyn Host, input: CopyUnlock) -> Result<(), Refusal> {
    let copy = program.tokens.folder(input.copy).ok_or(Refusal::NoToken)?;
    let way_in = way_in(input.password.as_deref(), input.recovery_key.as_deref())?;
    program.hold_admission(program.guarded(|| Office::admit(&copy, &way_in))?);
    Ok(())
}

/// Shuts the office at once: its files are closed and its keys forgotten.
pub fn lock_now(program: &Program, host: &dyn Host) -> Result<ProgramState, Refusal> {
    let office = program.office(host)?;
    // A copy that is looked at goes with the records that it stands before.
    let folder = match office.is_copy() {
        true => program.last_folder()?,
        false => office.folder().to_owned(),
    };
    if !office::is_locked(&folder)? {
        return Err(Refusal::NoPassword);
    }
    drop(office);
    program.forget_keys();
    program.let_go()?;
    program.remove_rooms();
    Ok(program.state(host))
}

/// It needs no open office.
pub fn password_check(
    _program: &Program,
    _host: &dyn Host,
    input: PasswordTry,
) -> Result<PasswordAdvice, Refusal> {
    Ok(office::password_check(&input))
}

/// Makes the keys and shows the recovery key; nothing is written yet.
pub fn password_prepare(
    program: &Program,
    host: &dyn Host,
    input: PasswordTry,
) -> Result<RecoveryKeyShown, Refusal> {
    program.own_records(host)?;
    good_enough(&input.password, "password")?;
    let locking = Locking::new(&input.password).map_err(OfficeError::from)?;
    let recovery_key = locking.recovery_key().to_string();
    program.prepared().locking = Some(locking);
    Ok(RecoveryKeyShown { recovery_key })
}

fn good_enough(password: &str, field: &'static str) -> Result<(), Refusal> {
    if office::is_too_short(password) {
        return Err(Refusal::PasswordShort(field));
    }
    Ok(())
}

/// Forgets the password and the keys that were prepared, where nothing was locked with them.
pub fn password_forget(program: &Program, _host: &dyn Host) -> Result<(), Refusal> {
    *program.prepared() = Prepared::default();
    Ok(())
}

/// Makes another recovery key and shows it; nothing is written yet.
pub fn recovery_key_prepare(
    program: &Program,
    host: &dyn Host,
    input: PasswordTry,
) -> Result<RecoveryKeyShown, Refusal> {
    let office = program.own_records(host)?;
    let way_in = WayIn::password(&input.password).map_err(OfficeError::from)?;
    let renewal = program.guarded(|| office::recovery_key_prepare(office.folder(), &way_in))?;
    let recovery_key = renewal.recovery_key().to_string();
    program.prepared().renewal = Some(renewal);
    Ok(RecoveryKeyShown { recovery_key })
}

/// Lets the records have the recovery key that was prepared.
pub fn recovery_key_set(
    program: &Program,
    host: &dyn Host,
    input: PasswordSet,
) -> Result<(), Refusal> {
    let office = program.own_records(host)?;
    let mut prepared = program.prepared();
    let renewal = prepared.renewal.as_ref().ok_or(Refusal::NoPassword)?;
    renewal
        .noted(&input.recovery_key)
        .map_err(OfficeError::from)?;
    office::recovery_key_renew(office.folder(), renewal)?;
    prepared.renewal = None;
    drop(prepared);
    // Among them is the sheet with the recovery key.
    office::copies_wipe(&office);
    program.note(host, &office, PasswordDeed::RecoveryRenewed);
    Ok(())
}

/// Opens the sheet with the recovery key in the system's program, to be printed.
pub fn recovery_sheet_open(program: &Program, host: &dyn Host) -> Result<(), Refusal> {
    let office = program.office(host)?;
    let by = program.by(host);
    let name = office::office_info(&office, &by)?.profile.name;
    let prepared = program.prepared();
    let shown = prepared.locking.as_ref().map(Locking::recovery_key);
    let renewed = prepared.renewal.as_ref().map(RecoveryRenewal::recovery_key);
    drop(prepared);
    let key = shown.or(renewed).ok_or(Refusal::NoPassword)?;
    let (name, pdf) = office::recovery_sheet(&name, &key, &by, program.language())?;
    let copy = office::scratch_file(&office, &name, &pdf)?;
    host.open(&copy).map_err(Refusal::NotOpened)
}

/// Locks the office with the password that was prepared, and opens it again.
pub fn password_set(
    program: &Program,
    host: &dyn Host,
    input: PasswordSet,
    progress: &dyn Fn(Progress),
) -> Result<PasswordDone, Refusal> {
    let office = program.own_records(host)?;
    let folder = office.folder().to_owned();
    let Some(locking) = program.prepared().locking.take() else {
        return Err(Refusal::NoPassword);
    };
    if let Err(error) = locking.noted(&input.recovery_key) {
        program.prepared().locking = Some(locking);
        return Err(OfficeError::from(error).into());
    }
    let way_in = WayIn::recovery_key(&input.recovery_key).map_err(OfficeError::from)?;
    // Among them is the sheet with the recovery key.
    office::copies_wipe(&office);
    drop(office);
    let done = converted(program, host, &folder, &way_in, PasswordDeed::Set, &|| {
        office::lock(&folder, &locking, &told(progress))
    });
    if done.is_err() && !office::is_locked(&folder).unwrap_or(false) {
        // The window still shows the key: whoever noted it tries again with it.
        program.prepared().locking = Some(locking);
    }
    let done = done?;
    let office = program.office(host)?;
    program.hide_files(host.now(), &office);
    Ok(done)
}

pub fn password_change(
    program: &Program,
    host: &dyn Host,
    input: PasswordChange,
) -> Result<OfficeInfo, Refusal> {
    let office = program.own_records(host)?;
    good_enough(&input.new_password, "new_password")?;
    let way_in = way_in(input.password.as_deref(), input.recovery_key.as_deref())?;
    let kept = office::keyring_id(office.folder()).ok().flatten();
    program.guarded(|| office::password_change(office.folder(), &way_in, &input.new_password))?;
    forget_secret(host, kept);
    program.note(host, &office, PasswordDeed::Changed);
    Ok(office::office_info(&office, &program.by(host))?)
}

/// Takes the password off, and opens the office again.
pub fn password_remove(
    program: &Program,
    host: &dyn Host,
    input: PasswordRemove,
    progress: &dyn Fn(Progress),
) -> Result<PasswordDone, Refusal> {
    let folder = program.own_records(host)?.folder().to_owned();
    let way_in = WayIn::password(&input.password).map_err(OfficeError::from)?;
    // A wrong password is told before the office is let go.
    let _admitted = program.guarded(|| Office::admit(&folder, &way_in))?;
    let kept = office::keyring_id(&folder)?;
    let unlock = || office::unlock(&folder, &way_in, &told(progress));
    let done = converted(
        program,
        host,
        &folder,
        &way_in,
        PasswordDeed::Removed,
        &unlock,
    )?;
    forget_secret(host, kept);
    Ok(done)
}

/// Lets go of the office, converts it, and opens what is there then: the office
/// as it was, where the conversion failed.
fn converted(
    program: &Program,
    host: &dyn Host,
    folder: &Path,
    way_in: &WayIn,
    deed: PasswordDeed,
    convert: &dyn Fn() -> office::Result<Vec<LostDocument>>,
) -> Result<PasswordDone, Refusal> {
    program.let_go()?;
    let done = convert();
    let _admitted = Office::admit(folder, way_in)?;
    let office = program.open_office(host, folder)?;
    let damaged = done?;
    program.note(host, &office, deed);
    // Where the folder around the records can't be read, there is nothing to tell.
    let plain = office::plain_beside(folder).unwrap_or_default();
    Ok(PasswordDone {
        plain_beside: plain.iter().map(|dir| dir.display().to_string()).collect(),
        office: Box::new(office::office_info(&office, &program.by(host))?),
        damaged,
    })
}

/// Tells how far a conversion is, not oftener than can be drawn.
fn told(progress: &dyn Fn(Progress)) -> impl Fn(u64, u64) -> ControlFlow<()> {
    let last = Cell::new(None::<Instant>);
    move |done, total| {
        if last.get().is_none_or(|last| last.elapsed() > INTERVAL) {
            last.set(Some(Instant::now()));
            progress(Progress {
                done,
                total,
                name: String::new(),
            });
        }
        ControlFlow::Continue(())
    }
}
