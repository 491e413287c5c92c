//! The account on the computer as a way into the locked records: the system keeps a secret for it, which opens them
//! together with a file beside them. The password is kept nowhere.

use crate::failure::Refusal;
use crate::host::{Host, KeyringFault};
use crate::program::{Program, ProgramState};
use office::{OfficeError, OfficeInfo, PasswordDeed, RegisterError, WayIn};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Lets the account on the computer open the records.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KeyringOn {
    /// That of the records.
    pub password: String,
}

pub fn keyring_on(
    program: &Program,
    host: &dyn Host,
    input: KeyringOn,
) -> Result<ProgramState, Refusal> {
    let office = program.own_records(host)?;
    let folder = office.folder();
    let way_in = WayIn::password(&input.password).map_err(OfficeError::from)?;
    let entry = program.guarded(|| office::keyring_prepare(folder, &way_in))?;
    let former = office::keyring_id(folder)?;
    let id = entry.id();
    host.keyring_keep(&id, &entry.secret())?;
    if host.keyring_read(&id)?.as_ref() != Some(&entry.secret()) {
        let other = KeyringFault::Failed("it gives back another secret".to_owned());
        return Err(other.into());
    }
    if let Err(error) = office::keyring_enclose(folder, &entry) {
        forget_secret(host, Some(id));
        return Err(error.into());
    }
    forget_secret(host, former);
    program.note(host, &office, PasswordDeed::KeyringOn);
    Ok(program.state(host))
}

pub fn keyring_off(program: &Program, host: &dyn Host) -> Result<ProgramState, Refusal> {
    let office = program.own_records(host)?;
    let id = office::keyring_id(office.folder())?;
    // Without what lies beside the records the secret opens nothing, whether or not the keyring is there to let it go;
    // where it is damaged it opens nothing either.
    office::keyring_forget(office.folder())?;
    let Some(id) = id else {
        return Ok(program.state(host));
    };
    forget_secret(host, Some(id));
    program.note(host, &office, PasswordDeed::KeyringOff);
    Ok(program.state(host))
}

pub fn keyring_unlock(program: &Program, host: &dyn Host) -> Result<OfficeInfo, Refusal> {
    let void = || OfficeError::from(RegisterError::KeyringVoid);
    let folder = program.last_folder()?;
    let id = office::keyring_id(&folder)?.ok_or_else(void)?;
    let secret = host.keyring_read(&id)?.ok_or_else(void)?;
    let _admitted = office::admit_by_keyring(&folder, &secret)?;
    let office = program.open_office(host, &folder)?;
    program.note(host, &office, PasswordDeed::KeyringUsed);
    Ok(office::office_info(&office, &program.by(host))?)
}

/// Removes a secret that opens nothing any more.
pub fn forget_secret(host: &dyn Host, id: Option<String>) {
    if let Some(Err(error)) = id.map(|id| host.keyring_remove(&id)) {
        log::warn!("a secret that opens nothing stays in the keyring: {error}");
    }
}
